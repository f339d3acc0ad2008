//! Maps `csv.Pair` to `Pair`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `csv.Pair` to a `Pair`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn csv_pair_to_pair(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    csv_pair_to_pair_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`csv_pair_to_pair`], within a context that afterwards holds the notices of the record.
pub fn csv_pair_to_pair_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`csv_pair_to_pair`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn csv_pair_to_pair_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, csv_pair_to_pair_in)
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
    let l1: &'a str = l0.key;
    let l2: &'a str = l0.val;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"key_\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"val\":");
    write::string(out, l2);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `csv.Pair`.
#[derive(Clone, Copy, PartialEq)]
struct CsvPair<'a> {
    key: &'a str,
    val: &'a str,
}

/// How `csv.Pair` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("key")]),
                Cow::Borrowed("spectrum.map:19:17"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("val")]),
                Cow::Borrowed("spectrum.map:19:32"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("spectrum.map:19:10"),
};

/// What was read of `csv.Pair`.
#[derive(Default)]
struct Read0<'a> {
    key: Option<&'a str>,
    val: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.key = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.val = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<CsvPair<'a>> {
        Ok(CsvPair {
            key: decode::filled(self.key)?,
            val: decode::filled(self.val)?,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("spectrum.map:19:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
