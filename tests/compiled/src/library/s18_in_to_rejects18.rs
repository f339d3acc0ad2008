//! Maps `s18.In` to `Rejects18`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s18.In` to a `Rejects18`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s18_in_to_rejects18(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s18_in_to_rejects18_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s18_in_to_rejects18`], within a context that afterwards holds the notices of the record.
pub fn s18_in_to_rejects18_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s18_in_to_rejects18`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s18_in_to_rejects18_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s18_in_to_rejects18_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[4], &[], fields.finish())?;
    let l1: &'a str = l0.id;
    let l2: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[1],
                &[],
                rt::library::date::to_timestamp(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[0],
                        &[],
                        rt::library::date::text_to_local_datetime(
                            cx,
                            "2025-03-30T02:30:00",
                        ),
                    )?,
                    "Europe/Berlin",
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[3],
                    &[],
                    rt::library::date::to_timestamp(
                        cx,
                        rt::flow::at(
                            cx,
                            &SITES[2],
                            &[],
                            rt::library::date::text_to_local_datetime(
                                cx,
                                "2025-03-30T02:30:00",
                            ),
                        )?,
                        "Europe/Berlin",
                    ),
                )?,
        ),
    );
    rt::flow::clean(cx)?;
    let l2 = l2?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"value\":");
    write::text::boolean(out, l2);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s18.In`.
#[derive(Clone, Copy, PartialEq)]
struct S18In<'a> {
    id: &'a str,
}

/// How `s18.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("library.map:745:26"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("library.map:745:21"),
};

/// What was read of `s18.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<S18In<'a>> {
        Ok(S18In {
            id: decode::filled(self.id)?,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 5] = [
    rt::Site {
        place: Cow::Borrowed("library.map:746:45"),
        target: Cow::Borrowed("value"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:746:44"),
        target: Cow::Borrowed("value"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:746:122"),
        target: Cow::Borrowed("value"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:746:121"),
        target: Cow::Borrowed("value"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:745:21"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
