//! Maps `csv.Place` to `json.Place`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `csv.Place` to a `json.Place`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn csv_place_to_place_to_json_place(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    csv_place_to_place_to_json_place_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`csv_place_to_place_to_json_place`], within a context that afterwards holds the notices of the record.
pub fn csv_place_to_place_to_json_place_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`csv_place_to_place_to_json_place`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn csv_place_to_place_to_json_place_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, csv_place_to_place_to_json_place_in)
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
    let l1: &'a str = l0.first;
    let l2: &'a str = l0.last;
    let l3: &'a str = l0.address;
    let l4: &'a str = l0.city;
    let l5: &'a str = l0.zip;
    rt::flow::clean(cx)?;
    let l6: &'a str = l1;
    let l7: &'a str = l2;
    let l8: &'a str = l3;
    let l9: &'a str = l4;
    let l10: &'a str = l5;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"first\":");
    write::string(out, l6);
    out.extend_from_slice(b",\"last\":");
    write::string(out, l7);
    out.extend_from_slice(b",\"address\":");
    write::string(out, l8);
    out.extend_from_slice(b",\"city\":");
    write::string(out, l9);
    out.extend_from_slice(b",\"zip\":");
    write::string(out, l10);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `csv.Place`.
#[derive(Clone, Copy, PartialEq)]
struct CsvPlace<'a> {
    first: &'a str,
    last: &'a str,
    address: &'a str,
    city: &'a str,
    zip: &'a str,
}

/// How `csv.Place` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("first")]),
                Cow::Borrowed("spectrum.map:12:18"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("last")]),
                Cow::Borrowed("spectrum.map:12:33"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("address")]),
                Cow::Borrowed("spectrum.map:12:47"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("city")]),
                Cow::Borrowed("spectrum.map:12:64"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("zip")]),
                Cow::Borrowed("spectrum.map:12:78"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("spectrum.map:12:10"),
};

/// What was read of `csv.Place`.
#[derive(Default)]
struct Read0<'a> {
    first: Option<&'a str>,
    last: Option<&'a str>,
    address: Option<&'a str>,
    city: Option<&'a str>,
    zip: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.first = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.last = value.read(|source, _| decode::text(source, Blank::Value))?,
            2 => {
                self.address = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            3 => self.city = value.read(|source, _| decode::text(source, Blank::Value))?,
            4 => self.zip = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<CsvPlace<'a>> {
        Ok(CsvPlace {
            first: decode::filled(self.first)?,
            last: decode::filled(self.last)?,
            address: decode::filled(self.address)?,
            city: decode::filled(self.city)?,
            zip: decode::filled(self.zip)?,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("spectrum.map:12:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
