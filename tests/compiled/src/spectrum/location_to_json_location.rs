//! Maps `Location` to `json.Location`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Location` to a `json.Location`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn location_to_json_location(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    location_to_json_location_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`location_to_json_location`], within a context that afterwards holds the notices of the record.
pub fn location_to_json_location_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`location_to_json_location`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn location_to_json_location_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, location_to_json_location_in)
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
    let l1: &'a str = l0.phone;
    let l2: &'a str = l0.coordinates;
    let l3: &'a str = l0.cities;
    let l4: &'a str = l0.counties;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"Contact Phone Number\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"Location Coordinates\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"Cities\":");
    write::string(out, l3);
    out.extend_from_slice(b",\"Counties\":");
    write::string(out, l4);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Location`.
#[derive(Clone, Copy, PartialEq)]
struct Location<'a> {
    phone: &'a str,
    coordinates: &'a str,
    cities: &'a str,
    counties: &'a str,
}

/// How `Location` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("phone")]),
                Cow::Borrowed("spectrum.map:6:19"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("coordinates")]),
                Cow::Borrowed("spectrum.map:6:34"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("cities")]),
                Cow::Borrowed("spectrum.map:6:55"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("counties")]),
                Cow::Borrowed("spectrum.map:6:71"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("spectrum.map:6:8"),
};

/// What was read of `Location`.
#[derive(Default)]
struct Read0<'a> {
    phone: Option<&'a str>,
    coordinates: Option<&'a str>,
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
            0 => self.phone = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => {
                self.coordinates = value
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
    fn finish(self) -> rt::Result<Location<'a>> {
        Ok(Location {
            phone: decode::filled(self.phone)?,
            coordinates: decode::filled(self.coordinates)?,
            cities: decode::filled(self.cities)?,
            counties: decode::filled(self.counties)?,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("spectrum.map:6:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
