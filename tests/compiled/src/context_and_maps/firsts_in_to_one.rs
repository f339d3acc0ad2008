//! Maps `firsts.In` to `One`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `firsts.In` to a `One`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn firsts_in_to_one(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    firsts_in_to_one_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`firsts_in_to_one`], within a context that afterwards holds the notices of the record.
pub fn firsts_in_to_one_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`firsts_in_to_one`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn firsts_in_to_one_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, firsts_in_to_one_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[0], &[], fields.finish())?;
    let l1: &'a str = l0.id;
    let l2: i64 = l0.n;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"n\":");
    write::text::int(out, l2);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `firsts.In`.
#[derive(Clone, Copy, PartialEq)]
struct FirstsIn<'a> {
    id: &'a str,
    n: i64,
}

/// How `firsts.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("context_and_maps.map:20:50"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("n")]),
                Cow::Borrowed("context_and_maps.map:20:62"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::First,
    place: Cow::Borrowed("context_and_maps.map:20:45"),
};

/// What was read of `firsts.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    n: Option<i64>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.n = value.read(|source, _| decode::int(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<FirstsIn<'a>> {
        Ok(FirstsIn {
            id: decode::filled(self.id)?,
            n: decode::filled(self.n)?,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("context_and_maps.map:20:45"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
