//! Maps `s.In` to `s.Out`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `s.Out`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_thing_to_s_out(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_thing_to_s_out_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_thing_to_s_out`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_thing_to_s_out_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_thing_to_s_out`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_thing_to_s_out_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_thing_to_s_out_in)
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
    let l3: &'a str = l0.text.unwrap_or("");
    let l4: Option<rt::Decimal> = l0.number;
    let l5: &'a [&'a str] = l0.list;
    let l6: Option<bool> = l0.on;
    let l9: Option<ThingNested<'a>> = match l0.nested {
        Some(l7) => {
            Some({
                let l8: SInNested<'a> = l7;
                ThingNested { a: l8.a, b: l8.b }
            })
        }
        None => None,
    };
    rt::flow::clean(cx)?;
    let l10: &'a str = l1;
    let l11: &'a str = l3;
    let l12: Option<rt::Decimal> = l4;
    let l13: &'a [&'a str] = l5;
    let l14: Option<bool> = l6;
    let l17: Option<SOutNested<'a>> = match l9 {
        Some(l15) => {
            Some({
                let l16: ThingNested<'a> = l15;
                SOutNested { a: l16.a, b: l16.b }
            })
        }
        None => None,
    };
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l10);
    out.extend_from_slice(b",\"text\":");
    write::string(out, l11);
    if let Some(value) = l12 {
        out.extend_from_slice(b",\"number\":");
        write::text::decimal(out, value, None, write::text::POINT);
    }
    out.extend_from_slice(b",\"list\":");
    write::list(
        out,
        l13,
        |out, item| {
            write::string(out, item);
        },
    );
    if let Some(value) = l14 {
        out.extend_from_slice(b",\"on\":");
        write::text::boolean(out, value);
    }
    if let Some(value) = l17 {
        out.extend_from_slice(b",\"nested\":");
        write_1(out, &value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: &'a str,
    text: Option<&'a str>,
    number: Option<rt::Decimal>,
    list: &'a [&'a str],
    on: Option<bool>,
    nested: Option<SInNested<'a>>,
}

/// What this route knows of a `Thing.nested`.
#[derive(Clone, Copy, PartialEq)]
struct ThingNested<'a> {
    a: i64,
    b: Option<&'a str>,
}

/// What this route knows of a `s.In.nested`.
#[derive(Clone, Copy, PartialEq)]
struct SInNested<'a> {
    a: i64,
    b: Option<&'a str>,
}

/// What this route knows of a `s.Out.nested`.
#[derive(Clone, Copy, PartialEq)]
struct SOutNested<'a> {
    a: i64,
    b: Option<&'a str>,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("bytes.map:6:15"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("text")]),
                    Cow::Borrowed("bytes.map:6:27"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("number")]),
                    Cow::Borrowed("bytes.map:6:42"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("list")]),
                    Cow::Borrowed("bytes.map:6:60"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("on")]),
                    Cow::Borrowed("bytes.map:6:81"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("nested")]),
                    Cow::Borrowed("bytes.map:6:92"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("unread")]),
                    Cow::Borrowed("bytes.map:6:125"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("bytes.map:6:10"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    text: Option<&'a str>,
    number: Option<rt::Decimal>,
    list: Option<&'a [&'a str]>,
    on: Option<bool>,
    nested: Option<SInNested<'a>>,
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
            6 => {
                value.read(|source, _| decode::int(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SIn<'a>> {
        Ok(SIn {
            id: decode::filled(self.id)?,
            text: self.text,
            number: self.number,
            list: self.list.unwrap_or(const { &[] as &[&'_ str] }),
            on: self.on,
            nested: self.nested,
        })
    }
}

/// How `s.In.nested` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("a")]),
                Cow::Borrowed("bytes.map:6:102"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("b")]),
                    Cow::Borrowed("bytes.map:6:110"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("bytes.map:6:100"),
};

/// What was read of `s.In.nested`.
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
    fn finish(self) -> rt::Result<SInNested<'a>> {
        Ok(SInNested {
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
        place: Cow::Borrowed("bytes.map:6:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
