//! Maps `iso.In` to `Moment`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `iso.In` to a `Moment`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn iso_in_to_moment(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    iso_in_to_moment_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`iso_in_to_moment`], within a context that afterwards holds the notices of the record.
pub fn iso_in_to_moment_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`iso_in_to_moment`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn iso_in_to_moment_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, iso_in_to_moment_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[1], &[], fields.finish())?;
    let l1: &'a str = l0.id;
    let l2: rt::Timestamp = l0.at;
    let l3: rt::Date = l0.day;
    let l4: rt::DateTime = l0.local;
    let l5: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[0], &[], rt::constraint::decimal(&RULES_0, l0.price)),
    );
    let l6: i64 = l0.count;
    let l7: bool = l0.on;
    let l8: &'a [i64] = l0.marks;
    let l9: Option<&'a str> = l0.first;
    rt::flow::clean(cx)?;
    let l5 = l5?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"at\":");
    out.push(b'"');
    write::text::timestamp(out, l2);
    out.push(b'"');
    out.extend_from_slice(b",\"day\":");
    out.push(b'"');
    write::text::date(out, l3);
    out.push(b'"');
    out.extend_from_slice(b",\"local\":");
    out.push(b'"');
    write::text::datetime(out, l4);
    out.push(b'"');
    out.extend_from_slice(b",\"price\":");
    write::text::decimal(out, l5, Some(2), write::text::POINT);
    out.extend_from_slice(b",\"count\":");
    write::text::int(out, l6);
    out.extend_from_slice(b",\"on\":");
    write::text::boolean(out, l7);
    out.extend_from_slice(b",\"marks\":");
    write::list(
        out,
        l8,
        |out, item| {
            write::text::int(out, item);
        },
    );
    if let Some(value) = l9 {
        out.extend_from_slice(b",\"first\":");
        write::string(out, value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `iso.In`.
#[derive(Clone, Copy, PartialEq)]
struct IsoIn<'a> {
    id: &'a str,
    at: rt::Timestamp,
    day: rt::Date,
    local: rt::DateTime,
    price: rt::Decimal,
    count: i64,
    on: bool,
    marks: &'a [i64],
    first: Option<&'a str>,
}

/// How `iso.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("wire_forms.map:16:15"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("at")]),
                Cow::Borrowed("wire_forms.map:16:27"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("day")]),
                Cow::Borrowed("wire_forms.map:16:42"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("local")]),
                Cow::Borrowed("wire_forms.map:16:53"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("price")]),
                Cow::Borrowed("wire_forms.map:16:76"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("count")]),
                Cow::Borrowed("wire_forms.map:16:92"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("on")]),
                Cow::Borrowed("wire_forms.map:16:104"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("marks")]),
                Cow::Borrowed("wire_forms.map:16:114"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("first")]),
                    Cow::Borrowed("wire_forms.map:16:128"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("wire_forms.map:16:10"),
};

/// What was read of `iso.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    at: Option<rt::Timestamp>,
    day: Option<rt::Date>,
    local: Option<rt::DateTime>,
    price: Option<rt::Decimal>,
    count: Option<i64>,
    on: Option<bool>,
    marks: Option<&'a [i64]>,
    first: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => {
                self.at = value
                    .read(|source, _| decode::timestamp(source, Blank::Value))?;
            }
            2 => self.day = value.read(|source, _| decode::date(source, Blank::Value))?,
            3 => {
                self.local = value
                    .read(|source, _| decode::datetime(source, Blank::Value))?;
            }
            4 => {
                self.price = value
                    .read(|source, _| decode::decimal(source, Blank::Value))?;
            }
            5 => self.count = value.read(|source, _| decode::int(source, Blank::Value))?,
            6 => self.on = value.read(|source, _| decode::boolean(source, Blank::Value))?,
            7 => {
                self.marks = value
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
            8 => self.first = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<IsoIn<'a>> {
        Ok(IsoIn {
            id: decode::filled(self.id)?,
            at: decode::filled(self.at)?,
            day: decode::filled(self.day)?,
            local: decode::filled(self.local)?,
            price: decode::filled(self.price)?,
            count: decode::filled(self.count)?,
            on: decode::filled(self.on)?,
            marks: decode::filled(self.marks)?,
            first: self.first,
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
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:35:55"),
        target: Cow::Borrowed("price"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("price"))]),
    },
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:16:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
