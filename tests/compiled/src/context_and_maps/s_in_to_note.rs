//! Maps `s.In` to `Note`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `Note`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_note(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_note_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_note`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_note_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_note`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_note_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_note_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[2], &[], fields.finish())?;
    let l1: &'a str = cx.message.id;
    let l2: rt::Timestamp = cx.message.received_at;
    let l3: &'a str = l0.raw;
    let l4: rt::Map<'a, rt::Decimal> = l0.prices;
    let l6: rt::Result<rt::Map<'a, &'a str>> = rt::flow::part(
        cx,
        || match l0.labels {
            Some(l5) => Ok(l5),
            None => {
                rt::flow::at(
                    cx,
                    &SITES[1],
                    &[],
                    rt::library::map::to_map(
                        cx,
                        rt::flow::list(cx, &[("none", "at all")]),
                    ),
                )
            }
        },
    );
    let l7: &'a [&'a str] = rt::library::map::keys(cx, l0.prices);
    let l8: Option<rt::Decimal> = rt::library::map::get(cx, l0.prices, "cheap");
    let l9: i64 = l0.low;
    let l10: i64 = l0.high;
    rt::flow::clean(cx)?;
    let l6 = l6?;
    rt::flow::invariant(
        cx,
        || Ok(rt::ops::less_equal(l9, l10)),
        || rt::flow::problem("R0302", "the range ends before it begins", &SITES[0], &[]),
    );
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"received\":");
    out.push(b'"');
    write::text::timestamp(out, l2);
    out.push(b'"');
    out.extend_from_slice(b",\"raw\":");
    write::string(out, l3);
    out.extend_from_slice(b",\"prices\":");
    write::map(
        out,
        l4,
        |out, item| {
            write::text::decimal(out, item, None, write::text::POINT);
        },
    );
    out.extend_from_slice(b",\"labels\":");
    write::map(
        out,
        l6,
        |out, item| {
            write::string(out, item);
        },
    );
    out.extend_from_slice(b",\"names\":");
    write::list(
        out,
        l7,
        |out, item| {
            write::string(out, item);
        },
    );
    if let Some(value) = l8 {
        out.extend_from_slice(b",\"cheap\":");
        write::text::decimal(out, value, None, write::text::POINT);
    }
    out.extend_from_slice(b",\"low\":");
    write::text::int(out, l9);
    out.extend_from_slice(b",\"high\":");
    write::text::int(out, l10);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    raw: &'a str,
    prices: rt::Map<'a, rt::Decimal>,
    labels: Option<rt::Map<'a, &'a str>>,
    low: i64,
    high: i64,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("raw")]),
                Cow::Borrowed("context_and_maps.map:17:15"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("prices")]),
                Cow::Borrowed("context_and_maps.map:17:28"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("labels")]),
                    Cow::Borrowed("context_and_maps.map:17:58"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("low")]),
                Cow::Borrowed("context_and_maps.map:17:88"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("high")]),
                Cow::Borrowed("context_and_maps.map:17:98"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("context_and_maps.map:17:10"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    raw: Option<&'a str>,
    prices: Option<rt::Map<'a, rt::Decimal>>,
    labels: Option<rt::Map<'a, &'a str>>,
    low: Option<i64>,
    high: Option<i64>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.raw = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => {
                self.prices = value
                    .read(|source, at| decode::map(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, _| decode::decimal(source, Blank::Value),
                        ),
                    ))?;
            }
            2 => {
                self.labels = value
                    .read(|source, at| decode::map(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, _| decode::text(source, Blank::Value),
                        ),
                    ))?;
            }
            3 => self.low = value.read(|source, _| decode::int(source, Blank::Value))?,
            4 => self.high = value.read(|source, _| decode::int(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SIn<'a>> {
        Ok(SIn {
            raw: decode::filled(self.raw)?,
            prices: decode::filled(self.prices)?,
            labels: self.labels,
            low: decode::filled(self.low)?,
            high: decode::filled(self.high)?,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 3] = [
    rt::Site {
        place: Cow::Borrowed("context_and_maps.map:13:9"),
        target: Cow::Borrowed("high"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("high"))]),
    },
    rt::Site {
        place: Cow::Borrowed("context_and_maps.map:29:24"),
        target: Cow::Borrowed("labels"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("labels"))]),
    },
    rt::Site {
        place: Cow::Borrowed("context_and_maps.map:17:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
