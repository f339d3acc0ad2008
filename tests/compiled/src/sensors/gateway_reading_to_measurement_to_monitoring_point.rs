//! Maps `gateway.Reading` to `monitoring.Point`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use std::sync::LazyLock;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `gateway.Reading` to a `monitoring.Point`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn gateway_reading_to_measurement_to_monitoring_point(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    gateway_reading_to_measurement_to_monitoring_point_in(
        &rt::Cx::new(bump, message),
        input,
        out,
    )
}

/// As [`gateway_reading_to_measurement_to_monitoring_point`], within a context that afterwards holds the notices of the record.
pub fn gateway_reading_to_measurement_to_monitoring_point_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`gateway_reading_to_measurement_to_monitoring_point`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn gateway_reading_to_measurement_to_monitoring_point_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, gateway_reading_to_measurement_to_monitoring_point_in)
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
    if l0.self_test {
        return Ok(rt::Outcome::Skipped(Cow::Borrowed("a self-test measures nothing")));
    }
    let _: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[0],
            &[],
            rt::constraint::text(
                &RULES_0,
                cx.bump,
                rt::flow::concat(
                    cx,
                    &[
                        l0.site,
                        "/",
                        l0.room,
                        "/",
                        rt::library::conversion::int_to_string(cx, l0.number),
                    ],
                ),
            ),
        ),
    );
    let l2: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::constraint::text(&RULES_0, cx.bump, rt::library::text::trim(cx, l0.room)),
        ),
    );
    let l3: rt::Timestamp = l0.at;
    let l4: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[2],
            &[],
            rt::constraint::decimal(
                &RULES_1,
                rt::flow::at(
                    cx,
                    &SITES[2],
                    &[],
                    rt::ops::multiply(
                        rt::Decimal::from(l0.tenths),
                        rt::Decimal::from_parts(1, 0, 0, false, 1),
                    ),
                )?,
            ),
        ),
    );
    let l6: rt::Result<Option<i64>> = rt::flow::part(
        cx,
        || Ok(
            match l0.humidity {
                Some(l5) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[3],
                            &[],
                            rt::constraint::int(&RULES_2, l5),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l8: u32 = match l0.battery {
        Some(l7) => {
            match l7 {
                0_u32 | 1_u32 => 0_u32,
                _ => 1_u32,
            }
        }
        None => 2_u32,
    };
    rt::flow::clean(cx)?;
    let l2 = l2?;
    let l4 = l4?;
    let l6 = l6?;
    let l9: &'a str = rt::flow::concat(cx, &["climate.", l2]);
    let l10: rt::Timestamp = l3;
    let l11: rt::Decimal = l4;
    let l12: Option<i64> = l6;
    let l13: bool = l8 == 1_u32;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"series\":");
    write::string(out, l9);
    out.extend_from_slice(b",\"time\":");
    write::quoted(
        out,
        |out| {
            write::text::timestamp_format(out, l10, &PATTERN_0, Some(&ZONE_0));
        },
    );
    out.extend_from_slice(b",\"value\":");
    out.push(b'"');
    write::text::decimal(out, l11, None, write::text::POINT);
    out.push(b'"');
    out.extend_from_slice(b",\"humidity\":");
    match l12 {
        Some(value) => {
            write::text::int(out, value);
        }
        None => write::null(out),
    }
    out.extend_from_slice(b",\"needs_service\":");
    write::text::boolean(out, l13);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `gateway.Reading`.
#[derive(Clone, Copy, PartialEq)]
struct GatewayReading<'a> {
    site: &'a str,
    room: &'a str,
    number: i64,
    at: rt::Timestamp,
    tenths: i64,
    humidity: Option<i64>,
    battery: Option<u32>,
    self_test: bool,
}

/// How `gateway.Reading` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("site")]),
                Cow::Borrowed("gateway.map:7:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("room")]),
                Cow::Borrowed("gateway.map:8:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("number")]),
                Cow::Borrowed("gateway.map:9:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("at")]),
                Cow::Borrowed("gateway.map:10:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("tenths")]),
                Cow::Borrowed("gateway.map:11:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("humidity")]),
                    Cow::Borrowed("gateway.map:12:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("battery")]),
                    Cow::Borrowed("gateway.map:13:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("self_test")]),
                    Cow::Borrowed("gateway.map:14:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Reject,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("gateway.map:6:10"),
};

/// What was read of `gateway.Reading`.
#[derive(Default)]
struct Read0<'a> {
    site: Option<&'a str>,
    room: Option<&'a str>,
    number: Option<i64>,
    at: Option<rt::Timestamp>,
    tenths: Option<i64>,
    humidity: Option<i64>,
    battery: Option<u32>,
    self_test: Option<bool>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.site = value.read(|source, _| decode::text(source, Blank::Absent))?,
            1 => self.room = value.read(|source, _| decode::text(source, Blank::Absent))?,
            2 => {
                self.number = value
                    .read(|source, _| {
                        let value = decode::int(source, Blank::Absent)?;
                        Ok(rt::constraint::int(&RULES_3, value)?)
                    })?;
            }
            3 => {
                self.at = value
                    .read(|source, _| decode::epoch_seconds(source, Blank::Absent))?;
            }
            4 => {
                self.tenths = value.read(|source, _| decode::int(source, Blank::Absent))?;
            }
            5 => {
                self.humidity = value
                    .read(|source, _| decode::int(source, Blank::Absent))?;
            }
            6 => {
                self.battery = value
                    .read(|source, _| decode::member(source, Blank::Absent, &ENUM_0))?;
            }
            7 => {
                self.self_test = value
                    .read(|source, _| decode::boolean(source, Blank::Absent))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<GatewayReading<'a>> {
        Ok(GatewayReading {
            site: decode::filled(self.site)?,
            room: decode::filled(self.room)?,
            number: decode::filled(self.number)?,
            at: decode::filled(self.at)?,
            tenths: decode::filled(self.tenths)?,
            humidity: self.humidity,
            battery: self.battery,
            self_test: self.self_test.unwrap_or(false),
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

/// What a type of the mapping demands.
static RULES_3: [rt::Constraint; 1] = [
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(1, 0, 0, false, 0)),
        max: None,
    },
];

/// Texts of `gateway.Charge`, by member.
static ENUM_0: [Cow<'static, str>; 3] = [
    Cow::Borrowed("full"),
    Cow::Borrowed("ok"),
    Cow::Borrowed("weak"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 5] = [
    rt::Site {
        place: Cow::Borrowed("gateway.map:21:14"),
        target: Cow::Borrowed("id"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("site"))]),
    },
    rt::Site {
        place: Cow::Borrowed("gateway.map:22:14"),
        target: Cow::Borrowed("room"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("room"))]),
    },
    rt::Site {
        place: Cow::Borrowed("gateway.map:24:14"),
        target: Cow::Borrowed("celsius"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("tenths"))]),
    },
    rt::Site {
        place: Cow::Borrowed("gateway.map:25:14"),
        target: Cow::Borrowed("humidity"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("humidity"))]),
    },
    rt::Site {
        place: Cow::Borrowed("gateway.map:6:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
