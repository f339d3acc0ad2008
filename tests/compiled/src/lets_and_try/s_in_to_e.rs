//! Maps `s.In` to `E`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `E`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_e(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_e_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_e`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_e_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_e`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_e_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_e_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[5], &[], fields.finish())?;
    let l1 = rt::flow::Let::new(|| -> rt::Result<i64> {
        rt::flow::at(cx, &SITES[4], &[], rt::library::conversion::text_to_int(cx, l0.x))
    });
    let l2: &'a str = l0.id;
    let l3: rt::Result<Option<i64>> = rt::flow::part(
        cx,
        || rt::flow::catch(
            cx,
            || Ok(
                Some(
                    rt::flow::at(
                        cx,
                        &SITES[0],
                        &[],
                        rt::library::conversion::text_to_int(cx, l0.y),
                    )?,
                ),
            ),
        ),
    );
    let l4: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[1], &[], rt::ops::add(l1.read(cx)?, l1.read(cx)?)),
    );
    let l7: rt::Result<i64> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::catch(
                    cx,
                    || Ok(
                        match l0.z {
                            Some(l5) => {
                                Some(
                                    rt::flow::at(
                                        cx,
                                        &SITES[2],
                                        &[],
                                        rt::library::conversion::text_to_int(cx, l5),
                                    )?,
                                )
                            }
                            None => None,
                        },
                    ),
                )?
                .unwrap_or(7_i64),
        ),
    );
    let l8: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            if l0.y == "use" {
                Some(
                    rt::library::conversion::int_to_string(
                        cx,
                        rt::flow::at(
                            cx,
                            &SITES[3],
                            &[],
                            rt::ops::add(l1.read(cx)?, 1_i64),
                        )?,
                    ),
                )
            } else {
                None
            },
        ),
    );
    rt::flow::clean(cx)?;
    let l3 = l3?;
    let l4 = l4?;
    let l7 = l7?;
    let l8 = l8?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l2);
    if let Some(value) = l3 {
        out.extend_from_slice(b",\"a\":");
        write::text::int(out, value);
    }
    out.extend_from_slice(b",\"b\":");
    write::text::int(out, l4);
    out.extend_from_slice(b",\"c\":");
    write::text::int(out, l7);
    if let Some(value) = l8 {
        out.extend_from_slice(b",\"d\":");
        write::string(out, value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: &'a str,
    x: &'a str,
    y: &'a str,
    z: Option<&'a str>,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("lets_and_try.map:11:24"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("x")]),
                Cow::Borrowed("lets_and_try.map:11:36"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("y")]),
                Cow::Borrowed("lets_and_try.map:11:47"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("z")]),
                    Cow::Borrowed("lets_and_try.map:11:58"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("lets_and_try.map:11:19"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    x: Option<&'a str>,
    y: Option<&'a str>,
    z: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.x = value.read(|source, _| decode::text(source, Blank::Value))?,
            2 => self.y = value.read(|source, _| decode::text(source, Blank::Value))?,
            3 => self.z = value.read(|source, _| decode::text(source, Blank::Value))?,
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
            x: decode::filled(self.x)?,
            y: decode::filled(self.y)?,
            z: self.z,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 6] = [
    rt::Site {
        place: Cow::Borrowed("lets_and_try.map:16:12"),
        target: Cow::Borrowed("a"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("y"))]),
    },
    rt::Site {
        place: Cow::Borrowed("lets_and_try.map:17:8"),
        target: Cow::Borrowed("b"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("x"))]),
    },
    rt::Site {
        place: Cow::Borrowed("lets_and_try.map:18:12"),
        target: Cow::Borrowed("c"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("z"))]),
    },
    rt::Site {
        place: Cow::Borrowed("lets_and_try.map:19:27"),
        target: Cow::Borrowed("d"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("x"))]),
    },
    rt::Site {
        place: Cow::Borrowed("lets_and_try.map:14:11"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("x"))]),
    },
    rt::Site {
        place: Cow::Borrowed("lets_and_try.map:11:19"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
