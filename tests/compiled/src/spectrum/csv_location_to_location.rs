//! Maps `csv.Location` to `Location`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `csv.Location` to a `Location`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn csv_location_to_location(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    csv_location_to_location_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`csv_location_to_location`], within a context that afterwards holds the notices of the record.
pub fn csv_location_to_location_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`csv_location_to_location`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn csv_location_to_location_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, csv_location_to_location_in)
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
    let l1: &'a str = l0.contact_phone_number;
    let l2: &'a str = l0.location_coordinates;
    let l3: &'a str = l0.cities;
    let l4: &'a str = l0.counties;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"phone\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"coordinates\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"cities\":");
    write::string(out, l3);
    out.extend_from_slice(b",\"counties\":");
    write::string(out, l4);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `csv.Location`.
#[derive(Clone, Copy, PartialEq)]
struct CsvLocation<'a> {
    contact_phone_number: &'a str,
    location_coordinates: &'a str,
    cities: &'a str,
    counties: &'a str,
}

/// How `csv.Location` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("Contact Phone Number")]),
                Cow::Borrowed("spectrum.map:14:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("Location Coordinates")]),
                Cow::Borrowed("spectrum.map:15:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("Cities")]),
                Cow::Borrowed("spectrum.map:16:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("Counties")]),
                Cow::Borrowed("spectrum.map:17:5"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("spectrum.map:13:10"),
};

/// What was read of `csv.Location`.
#[derive(Default)]
struct Read0<'a> {
    contact_phone_number: Option<&'a str>,
    location_coordinates: Option<&'a str>,
    cities: Option<&'a str>,
    counties: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.contact_phone_number = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            1 => {
                self.location_coordinates = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            2 => {
                self.cities = value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            3 => {
                self.counties = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<CsvLocation<'a>> {
        Ok(CsvLocation {
            contact_phone_number: decode::filled(self.contact_phone_number)?,
            location_coordinates: decode::filled(self.location_coordinates)?,
            cities: decode::filled(self.cities)?,
            counties: decode::filled(self.counties)?,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("spectrum.map:13:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
