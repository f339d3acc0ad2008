//! Maps `lax.In` to `nulls.Out`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `lax.In` to a `nulls.Out`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn lax_in_to_any_to_nulls_out(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    lax_in_to_any_to_nulls_out_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`lax_in_to_any_to_nulls_out`], within a context that afterwards holds the notices of the record.
pub fn lax_in_to_any_to_nulls_out_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`lax_in_to_any_to_nulls_out`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn lax_in_to_any_to_nulls_out_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, lax_in_to_any_to_nulls_out_in)
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
    let l2: Option<&'a str> = l0.text;
    let l4: Option<i64> = l0.number;
    rt::flow::clean(cx)?;
    let l6: &'a str = l1;
    let l7: Option<&'a str> = l2;
    let l8: Option<i64> = l4;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l6);
    out.extend_from_slice(b",\"text\":");
    match l7 {
        Some(value) => {
            write::string(out, value);
        }
        None => write::null(out),
    }
    out.extend_from_slice(b",\"number\":");
    match l8 {
        Some(value) => {
            write::text::int(out, value);
        }
        None => write::null(out),
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `lax.In`.
#[derive(Clone, Copy, PartialEq)]
struct LaxIn<'a> {
    id: &'a str,
    text: Option<&'a str>,
    number: Option<i64>,
}

/// How `lax.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("options.map:6:43"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("text")]),
                    Cow::Borrowed("options.map:6:55"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("other")]),
                    Cow::Borrowed("options.map:6:70"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("number")]),
                    Cow::Borrowed("options.map:6:94"),
                )
                .tolerant(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("when")]),
                    Cow::Borrowed("options.map:6:112"),
                )
                .tolerant(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("options.map:6:38"),
};

/// What was read of `lax.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    text: Option<&'a str>,
    number: Option<i64>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Absent))?,
            1 => self.text = value.read(|source, _| decode::text(source, Blank::Absent))?,
            2 => {
                value.read(|source, _| decode::text(source, Blank::Absent))?;
            }
            3 => {
                self.number = value.read(|source, _| decode::int(source, Blank::Absent))?;
            }
            4 => {
                value.read(|source, _| decode::date(source, Blank::Absent))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<LaxIn<'a>> {
        Ok(LaxIn {
            id: decode::filled(self.id)?,
            text: self.text,
            number: self.number,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("options.map:6:38"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
