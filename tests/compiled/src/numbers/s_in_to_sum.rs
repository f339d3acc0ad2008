//! Maps `s.In` to `Sum`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `Sum`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_sum(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_sum_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_sum`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_sum_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_sum`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_sum_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_sum_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[8], &[], fields.finish())?;
    let l1: rt::Scalar<'a> = l0.id;
    let l2: i64 = l0.int;
    let l3: rt::Decimal = l0.dec;
    let l4: f64 = l0.float;
    let l5: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[0], &[], rt::constraint::decimal(&RULES_0, l0.small)),
    );
    let l6: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::ops::divide(l0.dec, rt::Decimal::from_parts(4, 0, 0, false, 0)),
        ),
    );
    let l7: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[3],
            &[],
            rt::ops::subtract(
                rt::flow::at(
                    cx,
                    &SITES[3],
                    &[],
                    rt::ops::add(
                        l0.int,
                        rt::flow::at(
                            cx,
                            &SITES[2],
                            &[],
                            rt::ops::multiply(l0.other, 2_i64),
                        )?,
                    ),
                )?,
                1_i64,
            ),
        ),
    );
    let l8: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[4],
            &[],
            rt::ops::multiply(l0.dec, rt::Decimal::from(l0.other)),
        ),
    );
    let l9: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[5],
            &[],
            rt::library::number::round(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[5],
                    &[],
                    rt::ops::multiply(
                        l0.dec,
                        rt::Decimal::from_parts(11, 0, 0, false, 1),
                    ),
                )?,
                2_i64,
                "half_even",
            ),
        ),
    );
    let l10: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[6], &[], rt::ops::negate(l0.other)),
    );
    let l11: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[7], &[], rt::ops::remainder(l0.int, 7_i64)),
    );
    rt::flow::clean(cx)?;
    let l5 = l5?;
    let l6 = l6?;
    let l7 = l7?;
    let l8 = l8?;
    let l9 = l9?;
    let l10 = l10?;
    let l11 = l11?;
    out.extend_from_slice(b"{\"id\":");
    write::scalar(out, l1);
    out.extend_from_slice(b",\"int\":");
    write::text::int(out, l2);
    out.extend_from_slice(b",\"dec\":");
    write::text::decimal(out, l3, None, write::text::POINT);
    out.extend_from_slice(b",\"float\":");
    write::text::float(out, l4, write::text::POINT);
    out.extend_from_slice(b",\"small\":");
    write::text::decimal(out, l5, Some(2), write::text::POINT);
    out.extend_from_slice(b",\"share\":");
    write::text::decimal(out, l6, None, write::text::POINT);
    out.extend_from_slice(b",\"sum\":");
    write::text::int(out, l7);
    out.extend_from_slice(b",\"product\":");
    write::text::decimal(out, l8, None, write::text::POINT);
    out.extend_from_slice(b",\"rounded\":");
    write::text::decimal(out, l9, None, write::text::POINT);
    out.extend_from_slice(b",\"negative\":");
    write::text::int(out, l10);
    out.extend_from_slice(b",\"rest\":");
    write::text::int(out, l11);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: rt::Scalar<'a>,
    int: i64,
    dec: rt::Decimal,
    float: f64,
    small: rt::Decimal,
    other: i64,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("numbers.map:18:15"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("int")]),
                Cow::Borrowed("numbers.map:18:27"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("dec")]),
                Cow::Borrowed("numbers.map:18:37"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("float")]),
                Cow::Borrowed("numbers.map:18:51"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("small")]),
                Cow::Borrowed("numbers.map:18:65"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("other")]),
                Cow::Borrowed("numbers.map:18:81"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("numbers.map:18:10"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<rt::Scalar<'a>>,
    int: Option<i64>,
    dec: Option<rt::Decimal>,
    float: Option<f64>,
    small: Option<rt::Decimal>,
    other: Option<i64>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::scalar(source, Blank::Value))?,
            1 => self.int = value.read(|source, _| decode::int(source, Blank::Value))?,
            2 => {
                self.dec = value.read(|source, _| decode::decimal(source, Blank::Value))?;
            }
            3 => {
                self.float = value.read(|source, _| decode::float(source, Blank::Value))?;
            }
            4 => {
                self.small = value
                    .read(|source, _| decode::decimal(source, Blank::Value))?;
            }
            5 => self.other = value.read(|source, _| decode::int(source, Blank::Value))?,
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
            int: decode::filled(self.int)?,
            dec: decode::filled(self.dec)?,
            float: decode::filled(self.float)?,
            small: decode::filled(self.small)?,
            other: decode::filled(self.other)?,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Digits {
        precision: 5,
        scale: 2,
    },
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 9] = [
    rt::Site {
        place: Cow::Borrowed("numbers.map:26:14"),
        target: Cow::Borrowed("small"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("small"))]),
    },
    rt::Site {
        place: Cow::Borrowed("numbers.map:27:14"),
        target: Cow::Borrowed("share"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("dec"))]),
    },
    rt::Site {
        place: Cow::Borrowed("numbers.map:28:20"),
        target: Cow::Borrowed("sum"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("other"))]),
    },
    rt::Site {
        place: Cow::Borrowed("numbers.map:28:14"),
        target: Cow::Borrowed("sum"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("int"))]),
    },
    rt::Site {
        place: Cow::Borrowed("numbers.map:29:14"),
        target: Cow::Borrowed("product"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("dec"))]),
    },
    rt::Site {
        place: Cow::Borrowed("numbers.map:30:14"),
        target: Cow::Borrowed("rounded"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("dec"))]),
    },
    rt::Site {
        place: Cow::Borrowed("numbers.map:31:14"),
        target: Cow::Borrowed("negative"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("other"))]),
    },
    rt::Site {
        place: Cow::Borrowed("numbers.map:32:14"),
        target: Cow::Borrowed("rest"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("int"))]),
    },
    rt::Site {
        place: Cow::Borrowed("numbers.map:18:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
