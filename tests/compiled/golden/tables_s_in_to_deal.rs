//! Maps `s.In` to `Deal`.

#![allow(clippy::style, clippy::complexity)]
#![allow(clippy::eq_op, clippy::overly_complex_bool_expr, clippy::ifs_same_cond, clippy::approx_constant)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::codec;
use rt::codec::Codec;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `Deal`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_deal(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_deal_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_deal`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_deal_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_deal`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_deal_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_deal_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[6], &[], fields.finish())?;
    let l1: &'a str = l0.id;
    let l2: u32 = table0_from_stage(rt::library::text::lower(cx, l0.stage));
    let l3: rt::Result<u32> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[2], &[], table2_code(l0.strict)),
    );
    let l4: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[3], &[], table3_land(l0.country)),
    );
    let l5: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[4], &[], table4_weight(l0.size)),
    );
    let l7: Option<&'a str> = match l0.known {
        Some(l6) => Some(table5_known(l6)),
        None => None,
    };
    rt::flow::clean(cx)?;
    let l3 = l3?;
    let l4 = l4?;
    let l5 = l5?;
    let begun = out.len();
    out.extend_from_slice(b"{\"id\":");
    write::To::output(cx, &SITES[0], "id").put(codec::Texts.json(out, l1));
    out.extend_from_slice(b",\"stage\":");
    write::To::output(cx, &SITES[1], "stage").put(codec::Member(&ENUM_0).json(out, l2));
    out.extend_from_slice(b",\"strict\":");
    write::To::output(cx, &SITES[2], "strict").put(codec::Member(&ENUM_0).json(out, l3));
    out.extend_from_slice(b",\"country\":");
    write::To::output(cx, &SITES[3], "country").put(codec::Texts.json(out, l4));
    out.extend_from_slice(b",\"weight\":");
    write::To::output(cx, &SITES[4], "weight").put(codec::Ints.json(out, l5));
    if let Some(value) = l7 {
        out.extend_from_slice(b",\"known\":");
        write::To::output(cx, &SITES[5], "known").put(codec::Texts.json(out, value));
    }
    out.push(b'}');
    write::end(cx, out, begun)?;
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: &'a str,
    stage: &'a str,
    strict: &'a str,
    country: &'a str,
    size: &'a str,
    known: Option<&'a str>,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("tables.map:15:15"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("stage")]),
                Cow::Borrowed("tables.map:15:27"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("strict")]),
                Cow::Borrowed("tables.map:15:42"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("country")]),
                Cow::Borrowed("tables.map:15:58"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("size")]),
                Cow::Borrowed("tables.map:15:75"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("known")]),
                    Cow::Borrowed("tables.map:15:89"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("tables.map:15:10"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    stage: Option<&'a str>,
    strict: Option<&'a str>,
    country: Option<&'a str>,
    size: Option<&'a str>,
    known: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.id = value
                    .read(|source, _| codec::Texts.read(source, Blank::Value))?;
            }
            1 => {
                self.stage = value
                    .read(|source, _| codec::Texts.read(source, Blank::Value))?;
            }
            2 => {
                self.strict = value
                    .read(|source, _| codec::Texts.read(source, Blank::Value))?;
            }
            3 => {
                self.country = value
                    .read(|source, _| codec::Texts.read(source, Blank::Value))?;
            }
            4 => {
                self.size = value
                    .read(|source, _| codec::Texts.read(source, Blank::Value))?;
            }
            5 => {
                self.known = value
                    .read(|source, _| codec::Texts.read(source, Blank::Value))?;
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
            stage: decode::filled(self.stage)?,
            strict: decode::filled(self.strict)?,
            country: decode::filled(self.country)?,
            size: decode::filled(self.size)?,
            known: self.known,
        })
    }
}

/// Table `FromStage`.
fn table0_from_stage<'a>(key: &'a str) -> u32 {
    match key {
        "won" => 1_u32,
        "closed won" => 1_u32,
        "lost" => 2_u32,
        "open" => 0_u32,
        _ => 3_u32,
    }
}

/// Table `Code`.
fn table2_code<'a>(key: &'a str) -> rt::Result<u32> {
    match key {
        "O" => Ok(0_u32),
        "W" => Ok(1_u32),
        "L" => Ok(2_u32),
        "X" => Ok(3_u32),
        "LOST" => Ok(2_u32),
        _ => Err(rt::flow::not_in_table("Code")),
    }
}

/// Table `Land`.
fn table3_land<'a>(key: &'a str) -> rt::Result<&'a str> {
    match key {
        "Germany" => Ok("DE"),
        "France" => Ok("FR"),
        _ => Err(rt::flow::not_in_table("Land")),
    }
}

/// Table `Weight`.
fn table4_weight<'a>(key: &'a str) -> rt::Result<i64> {
    match key {
        "S" => Ok(1_i64),
        "M" => Ok(5_i64),
        "L" => Ok(25_i64),
        _ => Err(rt::flow::not_in_table("Weight")),
    }
}

/// Table `Known`.
fn table5_known<'a>(key: &'a str) -> &'a str {
    match key {
        "a" => "alpha",
        _ => key,
    }
}

/// Texts of `Stage`, by member.
static ENUM_0: [Cow<'static, str>; 4] = [
    Cow::Borrowed("open"),
    Cow::Borrowed("won"),
    Cow::Borrowed("lost"),
    Cow::Borrowed("other"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 7] = [
    rt::Site {
        place: Cow::Borrowed("tables.map:39:13"),
        target: Cow::Borrowed("id"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("id"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("tables.map:40:13"),
        target: Cow::Borrowed("stage"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("stage"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("tables.map:41:13"),
        target: Cow::Borrowed("strict"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("strict"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("tables.map:42:13"),
        target: Cow::Borrowed("country"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("country"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("tables.map:43:13"),
        target: Cow::Borrowed("weight"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("size"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("tables.map:44:13"),
        target: Cow::Borrowed("known"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("known"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("tables.map:15:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
        operands: Cow::Borrowed(&[]),
    },
];
