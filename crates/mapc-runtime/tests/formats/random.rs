//! Properties of the reader and the writer, over random input and against another implementation.

use std::borrow::Cow;

use mapc_runtime::codec::{self, Codec as _};
use mapc_runtime::decode::{self, Blank, Duplicates, Field, FieldValue, Fields, Object, Read, Source, Unknown};
use mapc_runtime::{Bump, Cx, Input, Message, Timestamp, write};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{check, tree};

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("JSON has no other", |number| number.is_finite()).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..8)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Reads everything that it can of a record with a field of each kind.
#[derive(Default)]
struct Everything<'a> {
    texts: Vec<&'a str>,
}

impl<'a> Fields<'a> for Everything<'a> {
    fn field<S: Source<'a>>(&mut self, index: usize, value: FieldValue<'_, '_, 'a, S>) -> Read<()> {
        match index {
            0 => self.texts.extend(value.read(|source, _| codec::Texts.read(source, Blank::Absent))?),
            1 => drop(value.read(|source, _| codec::Ints.read(source, Blank::Value))?),
            2 => drop(value.read(|source, _| codec::DecimalText(None).read(source, Blank::Value))?),
            3 => drop(value.read(|source, at| {
                decode::list(source, at, |source, at| {
                    decode::required(source, at, |s, _| codec::IsoTimestamp.read(s, Blank::Value))
                })
            })?),
            _ => drop(value.read(|source, at| {
                decode::map(source, at, |source, at| {
                    decode::optional(source, at, |s, _| codec::Scalars.read(s, Blank::Value))
                })
            })?),
        }
        Ok(())
    }
}

fn everything(duplicates: Duplicates) -> Object {
    let field =
        |name: &'static str| Field::new(Cow::Owned(vec![Cow::Borrowed(name)]), Cow::Borrowed("a.map:1:1")).optional();
    let fields = vec![field("a"), field("b"), field("c"), field("d"), field("e")];
    Object { fields: fields.into(), unknown: Unknown::Ignore, duplicates, place: Cow::Borrowed("a.map:1:1") }
}

/// Whether a record could be read; that its problems are named if not.
fn reads(bytes: &[u8], duplicates: Duplicates) -> bool {
    let bump = Bump::new();
    let cx = Cx::new(&bump, Message { id: "", received_at: Timestamp::UNIX_EPOCH });
    let read = decode::record(Input::Json(bytes), &everything(duplicates), &cx, &mut Everything::default());
    let problems = cx.take_problems();
    assert_eq!(read.is_err(), !problems.is_empty());
    problems.is_empty()
}

proptest! {
    #[test]
    fn what_another_writes_reads_back(value in json()) {
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            prop_assert_eq!(tree(text.as_bytes()).unwrap(), value.clone());
            prop_assert!(check(text.as_bytes()).is_ok());
        }
    }

    #[test]
    fn another_refuses_what_is_refused(text in r#"[\[\]{},:"\\/ua-f0-9 .eE+tru\n\x00é-]{0,24}"#) {
        let ours = tree(text.as_bytes());
        prop_assert_eq!(ours.is_ok(), check(text.as_bytes()).is_ok());
        match serde_json::from_str::<Value>(&text) {
            Ok(value) => prop_assert_eq!(ours.unwrap(), value),
            // A number beyond a float is a number all the same.
            Err(error) => prop_assert!(ours.is_err() || error.to_string().contains("out of range"), "{}", error),
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = tree(&bytes);
        for duplicates in [Duplicates::Reject, Duplicates::First, Duplicates::Last] {
            reads(&bytes, duplicates);
        }
    }

    #[test]
    fn no_record_panics_or_loses_its_problems(
        text in r#"\{("[a-f]":(1|1\.5|null|"x?"|\["x"|\[\]|\{"k":1\}|true),?){0,6}\}?"#,
    ) {
        let valid = check(text.as_bytes()).is_ok();
        for duplicates in [Duplicates::Reject, Duplicates::First, Duplicates::Last] {
            prop_assert!(valid || !reads(text.as_bytes(), duplicates));
        }
    }

    #[test]
    fn texts_are_written_so_that_another_reads_them(text in any::<String>()) {
        let (mut plain, mut quoted) = (Vec::new(), Vec::new());
        write::string(&mut plain, &text);
        write::quoted(&mut quoted, |out| write::text::string(out, &text));
        prop_assert_eq!(serde_json::from_slice::<String>(&plain).unwrap(), text);
        prop_assert_eq!(plain, quoted);
    }
}
