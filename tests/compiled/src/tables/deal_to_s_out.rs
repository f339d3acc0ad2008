//! Maps `Deal` to `s.Out`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Deal` to a `s.Out`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn deal_to_s_out(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    deal_to_s_out_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`deal_to_s_out`], within a context that afterwards holds the notices of the record.
pub fn deal_to_s_out_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`deal_to_s_out`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn deal_to_s_out_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, deal_to_s_out_in)
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
    let l2: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[0], &[], table1_code(l0.strict)),
    );
    let l3: &'a str = l0.country;
    rt::flow::clean(cx)?;
    let l2 = l2?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"code\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"country\":");
    write::string(out, l3);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Deal`.
#[derive(Clone, Copy, PartialEq)]
struct Deal<'a> {
    id: &'a str,
    strict: u32,
    country: &'a str,
}

/// How `Deal` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("tables.map:6:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("stage")]),
                Cow::Borrowed("tables.map:7:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("strict")]),
                Cow::Borrowed("tables.map:8:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("country")]),
                Cow::Borrowed("tables.map:9:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("weight")]),
                Cow::Borrowed("tables.map:10:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("known")]),
                    Cow::Borrowed("tables.map:11:3"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("tables.map:5:8"),
};

/// What was read of `Deal`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    strict: Option<u32>,
    country: Option<&'a str>,
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
                value.read(|source, _| decode::member(source, Blank::Value, &ENUM_0))?;
            }
            2 => {
                self.strict = value
                    .read(|source, _| decode::member(source, Blank::Value, &ENUM_0))?;
            }
            3 => {
                self.country = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_0, at.cx.bump, value)?)
                    })?;
            }
            4 => {
                value.read(|source, _| decode::int(source, Blank::Value))?;
            }
            5 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Deal<'a>> {
        Ok(Deal {
            id: decode::filled(self.id)?,
            strict: decode::filled(self.strict)?,
            country: decode::filled(self.country)?,
        })
    }
}

/// Table `Code`.
fn table1_code<'a>(key: u32) -> rt::Result<&'a str> {
    match key {
        0_u32 => Ok("O"),
        1_u32 => Ok("W"),
        2_u32 => Ok("L"),
        3_u32 => Ok("X"),
        _ => Err(rt::flow::not_in_table("Code")),
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Country];

/// Texts of `Stage`, by member.
static ENUM_0: [Cow<'static, str>; 4] = [
    Cow::Borrowed("open"),
    Cow::Borrowed("won"),
    Cow::Borrowed("lost"),
    Cow::Borrowed("other"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("tables.map:49:13"),
        target: Cow::Borrowed("code"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("strict"))]),
    },
    rt::Site {
        place: Cow::Borrowed("tables.map:5:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
