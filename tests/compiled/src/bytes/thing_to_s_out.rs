//! Maps `Thing` to `s.Out`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Thing` to a `s.Out`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn thing_to_s_out(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    thing_to_s_out_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`thing_to_s_out`], within a context that afterwards holds the notices of the record.
pub fn thing_to_s_out_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`thing_to_s_out`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn thing_to_s_out_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, thing_to_s_out_in)
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
    let l2: &'a str = l0.text;
    let l3: Option<rt::Decimal> = l0.number;
    let l4: &'a [&'a str] = l0.list;
    let l5: Option<bool> = l0.on;
    let l8: Option<SOutNested<'a>> = match l0.nested {
        Some(l6) => {
            Some({
                let l7: ThingNested<'a> = l6;
                SOutNested { a: l7.a, b: l7.b }
            })
        }
        None => None,
    };
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"text\":");
    write::string(out, l2);
    if let Some(value) = l3 {
        out.extend_from_slice(b",\"number\":");
        write::text::decimal(out, value, None, write::text::POINT);
    }
    out.extend_from_slice(b",\"list\":");
    write::list(
        out,
        l4,
        |out, item| {
            write::string(out, item);
        },
    );
    if let Some(value) = l5 {
        out.extend_from_slice(b",\"on\":");
        write::text::boolean(out, value);
    }
    if let Some(value) = l8 {
        out.extend_from_slice(b",\"nested\":");
        write_1(out, &value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Thing`.
#[derive(Clone, Copy, PartialEq)]
struct Thing<'a> {
    id: &'a str,
    text: &'a str,
    number: Option<rt::Decimal>,
    list: &'a [&'a str],
    on: Option<bool>,
    nested: Option<ThingNested<'a>>,
}

/// What this route knows of a `Thing.nested`.
#[derive(Clone, Copy, PartialEq)]
struct ThingNested<'a> {
    a: i64,
    b: Option<&'a str>,
}

/// What this route knows of a `s.Out.nested`.
#[derive(Clone, Copy, PartialEq)]
struct SOutNested<'a> {
    a: i64,
    b: Option<&'a str>,
}

/// How `Thing` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("bytes.map:3:20"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("text")]),
                    Cow::Borrowed("bytes.map:3:32"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("number")]),
                    Cow::Borrowed("bytes.map:3:51"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("list")]),
                Cow::Borrowed("bytes.map:3:69"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("on")]),
                    Cow::Borrowed("bytes.map:3:85"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("nested")]),
                    Cow::Borrowed("bytes.map:3:96"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("bytes.map:3:8"),
};

/// What was read of `Thing`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    text: Option<&'a str>,
    number: Option<rt::Decimal>,
    list: Option<&'a [&'a str]>,
    on: Option<bool>,
    nested: Option<ThingNested<'a>>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.text = value.read(|source, _| decode::text(source, Blank::Value))?,
            2 => {
                self.number = value
                    .read(|source, _| decode::decimal(source, Blank::Value))?;
            }
            3 => {
                self.list = value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, _| decode::text(source, Blank::Value),
                        ),
                    ))?;
            }
            4 => self.on = value.read(|source, _| decode::boolean(source, Blank::Value))?,
            5 => {
                self.nested = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Thing<'a>> {
        Ok(Thing {
            id: decode::filled(self.id)?,
            text: self.text.unwrap_or(""),
            number: self.number,
            list: decode::filled(self.list)?,
            on: self.on,
            nested: self.nested,
        })
    }
}

/// How `Thing.nested` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("a")]),
                Cow::Borrowed("bytes.map:3:106"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("b")]),
                    Cow::Borrowed("bytes.map:3:114"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("bytes.map:3:104"),
};

/// What was read of `Thing.nested`.
#[derive(Default)]
struct Read1<'a> {
    a: Option<i64>,
    b: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read1<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.a = value.read(|source, _| decode::int(source, Blank::Value))?,
            1 => self.b = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read1<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<ThingNested<'a>> {
        Ok(ThingNested {
            a: decode::filled(self.a)?,
            b: self.b,
        })
    }
}

/// Writes a `s.Out.nested`.
fn write_1(out: &mut Vec<u8>, record: &SOutNested<'_>) {
    out.extend_from_slice(b"{\"a\":");
    write::text::int(out, record.a);
    if let Some(value) = record.b {
        out.extend_from_slice(b",\"b\":");
        write::string(out, value);
    }
    out.push(b'}');
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("bytes.map:3:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
