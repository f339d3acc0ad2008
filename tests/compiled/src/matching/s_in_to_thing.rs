//! Maps `s.In` to `Thing`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `Thing`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_thing(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_thing_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_thing`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_thing_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_thing`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_thing_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_thing_in)
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
    let l1: i64 = l0.id;
    let l2: u32 = match l0.code {
        0_u32 => 0_u32,
        1_u32 => 1_u32,
        _ => 2_u32,
    };
    let l3: &'a str = match l0.level {
        1_i64 => "one",
        2_i64 | 3_i64 => "few",
        _ => if rt::ops::less(l0.level, 0_i64) { "negative" } else { "many" }
    };
    let l4: u32 = match l0.kind {
        0_u32 => 0_u32,
        _ => 1_u32,
    };
    let l5: rt::Decimal = if l0.active && (!(l0.code == 2_u32)) {
        rt::Decimal::from_parts(15, 0, 0, false, 1)
    } else {
        rt::Decimal::from_parts(2, 0, 0, false, 0)
    };
    let l6: bool = (match l0.code {
        0_u32 | 1_u32 => true,
        _ => false,
    }) || rt::ops::greater_equal(l0.level, 10_i64);
    let l8: &'a str = match l0.note {
        Some(l7) => rt::flow::concat(cx, &["noted: ", l7]),
        None => "none",
    };
    let l9: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            (l0.kind != 2_u32)
                && (rt::flow::at(
                    cx,
                    &SITES[0],
                    &[],
                    rt::ops::remainder(l0.level, 2_i64),
                )? == 0_i64),
        ),
    );
    let l11: Option<&'a str> = match l0.mood {
        Some(l10) => Some(rt::flow::wire(&ENUM_2, l10)),
        None => None,
    };
    rt::flow::clean(cx)?;
    let l9 = l9?;
    out.extend_from_slice(b"{\"id\":");
    write::text::int(out, l1);
    out.extend_from_slice(b",\"size\":");
    write::string(out, rt::flow::wire(&ENUM_0, l2));
    out.extend_from_slice(b",\"word\":");
    write::string(out, l3);
    out.extend_from_slice(b",\"kind\":");
    write::string(out, rt::flow::wire(&ENUM_1, l4));
    out.extend_from_slice(b",\"price\":");
    write::text::decimal(out, l5, None, write::text::POINT);
    out.extend_from_slice(b",\"flag\":");
    write::text::boolean(out, l6);
    out.extend_from_slice(b",\"described\":");
    write::string(out, l8);
    out.extend_from_slice(b",\"listed\":");
    write::text::boolean(out, l9);
    if let Some(value) = l11 {
        out.extend_from_slice(b",\"mood\":");
        write::string(out, value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: i64,
    code: u32,
    kind: u32,
    active: bool,
    level: i64,
    note: Option<&'a str>,
    mood: Option<u32>,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("matching.map:20:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("code")]),
                Cow::Borrowed("matching.map:21:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("kind")]),
                Cow::Borrowed("matching.map:22:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("active")]),
                Cow::Borrowed("matching.map:23:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("level")]),
                Cow::Borrowed("matching.map:24:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("note")]),
                    Cow::Borrowed("matching.map:25:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("mood")]),
                    Cow::Borrowed("matching.map:26:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("matching.map:19:10"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<i64>,
    code: Option<u32>,
    kind: Option<u32>,
    active: Option<bool>,
    level: Option<i64>,
    note: Option<&'a str>,
    mood: Option<u32>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::int(source, Blank::Value))?,
            1 => {
                self.code = value
                    .read(|source, _| decode::member(source, Blank::Value, &ENUM_3))?;
            }
            2 => {
                self.kind = value
                    .read(|source, _| decode::member(source, Blank::Value, &ENUM_4))?;
            }
            3 => {
                self.active = value
                    .read(|source, _| decode::boolean(source, Blank::Value))?;
            }
            4 => self.level = value.read(|source, _| decode::int(source, Blank::Value))?,
            5 => self.note = value.read(|source, _| decode::text(source, Blank::Value))?,
            6 => {
                self.mood = value
                    .read(|source, _| decode::member(source, Blank::Value, &ENUM_2))?;
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
            code: decode::filled(self.code)?,
            kind: decode::filled(self.kind)?,
            active: decode::filled(self.active)?,
            level: decode::filled(self.level)?,
            note: self.note,
            mood: self.mood,
        })
    }
}

/// Texts of `Size`, by member.
static ENUM_0: [Cow<'static, str>; 3] = [
    Cow::Borrowed("small"),
    Cow::Borrowed("medium"),
    Cow::Borrowed("L"),
];

/// Texts of `"HOME" | "WORK"`, by member.
static ENUM_1: [Cow<'static, str>; 2] = [Cow::Borrowed("HOME"), Cow::Borrowed("WORK")];

/// Texts of `"good" | "bad"`, by member.
static ENUM_2: [Cow<'static, str>; 2] = [Cow::Borrowed("good"), Cow::Borrowed("bad")];

/// Texts of `s.Code`, by member.
static ENUM_3: [Cow<'static, str>; 3] = [
    Cow::Borrowed("A"),
    Cow::Borrowed("B"),
    Cow::Borrowed("C"),
];

/// Texts of `"home" | "work" | "none"`, by member.
static ENUM_4: [Cow<'static, str>; 3] = [
    Cow::Borrowed("home"),
    Cow::Borrowed("work"),
    Cow::Borrowed("none"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("matching.map:39:34"),
        target: Cow::Borrowed("listed"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("level"))]),
    },
    rt::Site {
        place: Cow::Borrowed("matching.map:19:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
