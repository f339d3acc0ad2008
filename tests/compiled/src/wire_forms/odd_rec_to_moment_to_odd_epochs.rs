//! Maps `odd.Rec` to `odd.Epochs`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use std::sync::LazyLock;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `odd.Rec` to a `odd.Epochs`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn odd_rec_to_moment_to_odd_epochs(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    odd_rec_to_moment_to_odd_epochs_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`odd_rec_to_moment_to_odd_epochs`], within a context that afterwards holds the notices of the record.
pub fn odd_rec_to_moment_to_odd_epochs_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`odd_rec_to_moment_to_odd_epochs`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn odd_rec_to_moment_to_odd_epochs_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, odd_rec_to_moment_to_odd_epochs_in)
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
    let l2: rt::Timestamp = l0.at;
    let l5: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[0], &[], rt::constraint::decimal(&RULES_0, l0.price)),
    );
    rt::flow::clean(cx)?;
    let l5 = l5?;
    let l10: rt::Timestamp = l2;
    let l11: rt::Timestamp = l2;
    let l12: rt::Decimal = l5;
    let l13: rt::Decimal = l5;
    let l14: rt::Decimal = l5;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"s\":");
    write::text::epoch_seconds(out, l10);
    out.extend_from_slice(b",\"ms\":");
    write::text::epoch_millis(out, l11);
    out.extend_from_slice(b",\"price\":");
    out.push(b'"');
    write::text::decimal(out, l12, Some(2), write::text::POINT);
    out.push(b'"');
    out.extend_from_slice(b",\"plain\":");
    write::text::decimal(out, l13, None, write::text::POINT);
    out.extend_from_slice(b",\"fixed\":");
    write::text::decimal(out, l14, Some(2), write::text::POINT);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `odd.Rec`.
#[derive(Clone, Copy, PartialEq)]
struct OddRec {
    at: rt::Timestamp,
    price: rt::Decimal,
}

/// How `odd.Rec` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("wire_forms.map:21:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("at")]),
                Cow::Borrowed("wire_forms.map:22:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("day")]),
                Cow::Borrowed("wire_forms.map:23:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("local")]),
                Cow::Borrowed("wire_forms.map:24:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("price")]),
                Cow::Borrowed("wire_forms.map:25:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("count")]),
                Cow::Borrowed("wire_forms.map:26:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("on")]),
                Cow::Borrowed("wire_forms.map:27:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("marks")]),
                Cow::Borrowed("wire_forms.map:28:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(
                        &[Cow::Borrowed("firstName"), Cow::Borrowed("first_name")],
                    ),
                    Cow::Borrowed("wire_forms.map:29:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("wire_forms.map:20:10"),
};

/// What was read of `odd.Rec`.
#[derive(Default)]
struct Read0 {
    at: Option<rt::Timestamp>,
    price: Option<rt::Decimal>,
}

impl<'a> decode::Fields<'a> for Read0 {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            1 => {
                self.at = value
                    .read(|source, _| decode::timestamp_format(
                        source,
                        Blank::Value,
                        &PATTERN_0,
                        Some(&ZONE_0),
                    ))?;
            }
            2 => {
                value
                    .read(|source, _| decode::date_format(
                        source,
                        Blank::Value,
                        &PATTERN_1,
                    ))?;
            }
            3 => {
                value
                    .read(|source, _| decode::datetime_format(
                        source,
                        Blank::Value,
                        &PATTERN_2,
                    ))?;
            }
            4 => {
                self.price = value
                    .read(|source, _| decode::decimal_text(source, Blank::Value))?;
            }
            5 => {
                value.read(|source, _| decode::int_text(source, Blank::Value))?;
            }
            6 => {
                value.read(|source, _| decode::words(source, Blank::Value, "Y", "N"))?;
            }
            7 => {
                value
                    .read(|source, at| decode::split(
                        source,
                        at,
                        Blank::Value,
                        ";",
                        |source, at| decode::required(
                            source,
                            at,
                            |source, _| decode::int(source, Blank::Value),
                        ),
                    ))?;
            }
            8 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl Read0 {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<OddRec> {
        Ok(OddRec {
            at: decode::filled(self.at)?,
            price: decode::filled(self.price)?,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Digits {
        precision: 12,
        scale: 2,
    },
];

/// A date pattern of the mapping.
static PATTERN_0: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new(
            "yyyy-MM-dd HH:mm:ss",
            rt::datetime::Purpose::Timestamp {
                zone: true,
            },
        )
        .expect("checked when the mapping was compiled")
});

/// A time zone of the mapping.
static ZONE_0: LazyLock<rt::TimeZone> = LazyLock::new(|| {
    rt::datetime::zone("America/New_York")
        .expect("checked when the mapping was compiled")
});

/// A date pattern of the mapping.
static PATTERN_1: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new("dd.MM.yyyy", rt::datetime::Purpose::Date)
        .expect("checked when the mapping was compiled")
});

/// A date pattern of the mapping.
static PATTERN_2: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new("yyyy/MM/dd HH:mm", rt::datetime::Purpose::DateTime)
        .expect("checked when the mapping was compiled")
});

/// Places in the mapping that problems name.
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:43:13"),
        target: Cow::Borrowed("price"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("price"))]),
    },
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:20:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
