//! Maps `csv.Ab` to `json.Ab`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `csv.Ab` to a `json.Ab`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn csv_ab_to_ab_to_json_ab(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    csv_ab_to_ab_to_json_ab_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`csv_ab_to_ab_to_json_ab`], within a context that afterwards holds the notices of the record.
pub fn csv_ab_to_ab_to_json_ab_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`csv_ab_to_ab_to_json_ab`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn csv_ab_to_ab_to_json_ab_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, csv_ab_to_ab_to_json_ab_in)
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
    let l1: &'a str = l0.a;
    let l2: &'a str = l0.b;
    rt::flow::clean(cx)?;
    let l3: &'a str = l1;
    let l4: &'a str = l2;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"a\":");
    write::string(out, l3);
    out.extend_from_slice(b",\"b\":");
    write::string(out, l4);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `csv.Ab`.
#[derive(Clone, Copy, PartialEq)]
struct CsvAb<'a> {
    a: &'a str,
    b: &'a str,
}

/// How `csv.Ab` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("a")]),
                Cow::Borrowed("spectrum.map:11:15"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("b")]),
                Cow::Borrowed("spectrum.map:11:26"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("spectrum.map:11:10"),
};

/// What was read of `csv.Ab`.
#[derive(Default)]
struct Read0<'a> {
    a: Option<&'a str>,
    b: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.a = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.b = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<CsvAb<'a>> {
        Ok(CsvAb {
            a: decode::filled(self.a)?,
            b: decode::filled(self.b)?,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("spectrum.map:11:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
