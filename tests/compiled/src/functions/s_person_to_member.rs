//! Maps `s.Person` to `Member`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.Person` to a `Member`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_person_to_member(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_person_to_member_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_person_to_member`], within a context that afterwards holds the notices of the record.
pub fn s_person_to_member_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_person_to_member`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_person_to_member_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_person_to_member_in)
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
    let l1: &'a str = f0_full_name(cx, l0.first, l0.last);
    let l5: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            match match match l0.mail {
                Some(l2) => Some(rt::library::text::trim(cx, l2)),
                None => None,
            } {
                Some(l3) => Some(rt::library::text::lower(cx, l3)),
                None => None,
            } {
                Some(l4) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[0],
                            &[],
                            rt::constraint::text(&RULES_0, cx.bump, l4),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    rt::flow::clean(cx)?;
    let l5 = l5?;
    out.extend_from_slice(b"{\"name\":");
    write::string(out, l1);
    if let Some(value) = l5 {
        out.extend_from_slice(b",\"mail\":");
        write::string(out, value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// `full_name`
fn f0_full_name<'a>(cx: &rt::Cx<'a>, l0: Option<&'a str>, l1: &'a str) -> &'a str {
    rt::library::text::join_present(cx, rt::flow::list(cx, &[l0, Some(l1)]), " ")
}

/// What this route knows of a `s.Person`.
#[derive(Clone, Copy, PartialEq)]
struct SPerson<'a> {
    first: Option<&'a str>,
    last: &'a str,
    mail: Option<&'a str>,
}

/// How `s.Person` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("first")]),
                    Cow::Borrowed("functions.map:7:19"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("last")]),
                Cow::Borrowed("functions.map:7:35"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("mail")]),
                    Cow::Borrowed("functions.map:7:49"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("functions.map:7:10"),
};

/// What was read of `s.Person`.
#[derive(Default)]
struct Read0<'a> {
    first: Option<&'a str>,
    last: Option<&'a str>,
    mail: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.first = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.last = value.read(|source, _| decode::text(source, Blank::Value))?,
            2 => self.mail = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SPerson<'a>> {
        Ok(SPerson {
            first: self.first,
            last: decode::filled(self.last)?,
            mail: self.mail,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Email];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("functions.map:20:10"),
        target: Cow::Borrowed("mail"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("mail"))]),
    },
    rt::Site {
        place: Cow::Borrowed("functions.map:7:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
