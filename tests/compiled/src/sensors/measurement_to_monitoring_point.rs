//! Maps `Measurement` to `monitoring.Point`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use std::sync::LazyLock;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Measurement` to a `monitoring.Point`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn measurement_to_monitoring_point(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    measurement_to_monitoring_point_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`measurement_to_monitoring_point`], within a context that afterwards holds the notices of the record.
pub fn measurement_to_monitoring_point_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`measurement_to_monitoring_point`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn measurement_to_monitoring_point_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, measurement_to_monitoring_point_in)
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
    let l1: &'a str = rt::flow::concat(cx, &["climate.", l0.room]);
    let l2: rt::Timestamp = l0.taken_at;
    let l3: rt::Decimal = l0.celsius;
    let l4: Option<i64> = l0.humidity;
    let l5: bool = l0.battery == 1_u32;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"series\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"time\":");
    write::quoted(
        out,
        |out| {
            write::text::timestamp_format(out, l2, &PATTERN_0, Some(&ZONE_0));
        },
    );
    out.extend_from_slice(b",\"value\":");
    out.push(b'"');
    write::text::decimal(out, l3, None, write::text::POINT);
    out.push(b'"');
    out.extend_from_slice(b",\"humidity\":");
    match l4 {
        Some(value) => {
            write::text::int(out, value);
        }
        None => write::null(out),
    }
    out.extend_from_slice(b",\"needs_service\":");
    write::text::boolean(out, l5);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Measurement`.
#[derive(Clone, Copy, PartialEq)]
struct Measurement<'a> {
    room: &'a str,
    taken_at: rt::Timestamp,
    celsius: rt::Decimal,
    humidity: Option<i64>,
    battery: u32,
}

/// How `Measurement` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("climate.map:8:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("room")]),
                Cow::Borrowed("climate.map:9:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("taken_at")]),
                Cow::Borrowed("climate.map:10:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("celsius")]),
                Cow::Borrowed("climate.map:11:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("humidity")]),
                    Cow::Borrowed("climate.map:12:3"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("battery")]),
                Cow::Borrowed("climate.map:13:3"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("climate.map:6:8"),
};

/// What was read of `Measurement`.
#[derive(Default)]
struct Read0<'a> {
    room: Option<&'a str>,
    taken_at: Option<rt::Timestamp>,
    celsius: Option<rt::Decimal>,
    humidity: Option<i64>,
    battery: Option<u32>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_0, at.cx.bump, value)?)
                    })?;
            }
            1 => {
                self.room = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_0, at.cx.bump, value)?)
                    })?;
            }
            2 => {
                self.taken_at = value
                    .read(|source, _| decode::timestamp(source, Blank::Value))?;
            }
            3 => {
                self.celsius = value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_1, value)?)
                    })?;
            }
            4 => {
                self.humidity = value
                    .read(|source, _| {
                        let value = decode::int(source, Blank::Value)?;
                        Ok(rt::constraint::int(&RULES_2, value)?)
                    })?;
            }
            5 => {
                self.battery = value
                    .read(|source, _| decode::member(source, Blank::Value, &ENUM_0))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Measurement<'a>> {
        Ok(Measurement {
            room: decode::filled(self.room)?,
            taken_at: decode::filled(self.taken_at)?,
            celsius: decode::filled(self.celsius)?,
            humidity: self.humidity,
            battery: decode::filled(self.battery)?,
        })
    }
}

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
    rt::datetime::zone("UTC").expect("checked when the mapping was compiled")
});

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Length {
        min: 1,
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 2] = [
    rt::Constraint::Digits {
        precision: 4,
        scale: 1,
    },
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(40, 0, 0, true, 0)),
        max: Some(rt::Decimal::from_parts(60, 0, 0, false, 0)),
    },
];

/// What a type of the mapping demands.
static RULES_2: [rt::Constraint; 1] = [
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(0, 0, 0, false, 0)),
        max: Some(rt::Decimal::from_parts(100, 0, 0, false, 0)),
    },
];

/// Texts of `Battery`, by member.
static ENUM_0: [Cow<'static, str>; 3] = [
    Cow::Borrowed("good"),
    Cow::Borrowed("low"),
    Cow::Borrowed("unknown"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("climate.map:6:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
