//! Maps `s20.In` to `Rejects20`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s20.In` to a `Rejects20`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s20_in_to_rejects20(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s20_in_to_rejects20_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s20_in_to_rejects20`], within a context that afterwards holds the notices of the record.
pub fn s20_in_to_rejects20_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s20_in_to_rejects20`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s20_in_to_rejects20_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s20_in_to_rejects20_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[2], &[], fields.finish())?;
    let l1: &'a str = l0.id;
    let l2: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[0],
                &[],
                rt::library::web::uuid_v5(cx, "www.example.com", "dns"),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[1],
                    &[],
                    rt::library::web::uuid_v5(cx, "www.example.com", "dns"),
                )?,
        ),
    );
    rt::flow::clean(cx)?;
    let l2 = l2?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"value\":");
    write::text::boolean(out, l2);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s20.In`.
#[derive(Clone, Copy, PartialEq)]
struct S20In<'a> {
    id: &'a str,
}

/// How `s20.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("library.map:759:26"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("library.map:759:21"),
};

/// What was read of `s20.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<S20In<'a>> {
        Ok(S20In {
            id: decode::filled(self.id)?,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 3] = [
    rt::Site {
        place: Cow::Borrowed("library.map:760:44"),
        target: Cow::Borrowed("value"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:760:82"),
        target: Cow::Borrowed("value"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:759:21"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
