//! Maps `Moment` to `odd.Epochs`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Moment` to a `odd.Epochs`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn moment_to_odd_epochs(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    moment_to_odd_epochs_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`moment_to_odd_epochs`], within a context that afterwards holds the notices of the record.
pub fn moment_to_odd_epochs_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`moment_to_odd_epochs`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn moment_to_odd_epochs_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, moment_to_odd_epochs_in)
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
    let l1: rt::Timestamp = l0.at;
    let l2: rt::Timestamp = l0.at;
    let l3: rt::Decimal = l0.price;
    let l4: rt::Decimal = l0.price;
    let l5: rt::Decimal = l0.price;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"s\":");
    write::text::epoch_seconds(out, l1);
    out.extend_from_slice(b",\"ms\":");
    write::text::epoch_millis(out, l2);
    out.extend_from_slice(b",\"price\":");
    out.push(b'"');
    write::text::decimal(out, l3, Some(2), write::text::POINT);
    out.push(b'"');
    out.extend_from_slice(b",\"plain\":");
    write::text::decimal(out, l4, None, write::text::POINT);
    out.extend_from_slice(b",\"fixed\":");
    write::text::decimal(out, l5, Some(2), write::text::POINT);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Moment`.
#[derive(Clone, Copy, PartialEq)]
struct Moment {
    at: rt::Timestamp,
    price: rt::Decimal,
}

/// How `Moment` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("wire_forms.map:4:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("at")]),
                Cow::Borrowed("wire_forms.map:5:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("day")]),
                Cow::Borrowed("wire_forms.map:6:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("local")]),
                Cow::Borrowed("wire_forms.map:7:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("price")]),
                Cow::Borrowed("wire_forms.map:8:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("count")]),
                Cow::Borrowed("wire_forms.map:9:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("on")]),
                Cow::Borrowed("wire_forms.map:10:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("marks")]),
                Cow::Borrowed("wire_forms.map:11:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("first")]),
                    Cow::Borrowed("wire_forms.map:12:3"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("wire_forms.map:3:8"),
};

/// What was read of `Moment`.
#[derive(Default)]
struct Read0 {
    at: Option<rt::Timestamp>,
    price: Option<rt::Decimal>,
}

impl<'a> decode::Fields<'a> for Read0 {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            1 => {
                self.at = value
                    .read(|source, _| decode::timestamp(source, Blank::Value))?;
            }
            2 => {
                value.read(|source, _| decode::date(source, Blank::Value))?;
            }
            3 => {
                value.read(|source, _| decode::datetime(source, Blank::Value))?;
            }
            4 => {
                self.price = value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_0, value)?)
                    })?;
            }
            5 => {
                value.read(|source, _| decode::int(source, Blank::Value))?;
            }
            6 => {
                value.read(|source, _| decode::boolean(source, Blank::Value))?;
            }
            7 => {
                value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, _| decode::int(source, Blank::Value),
                        ),
                    ))?;
            }
            8 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl Read0 {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Moment> {
        Ok(Moment {
            at: decode::filled(self.at)?,
            price: decode::filled(self.price)?,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Digits {
        precision: 12,
        scale: 2,
    },
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:3:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
