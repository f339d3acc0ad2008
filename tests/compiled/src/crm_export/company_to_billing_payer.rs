//! Maps `Company` to `billing.Payer`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Company` to a `billing.Payer`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn company_to_billing_payer(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    company_to_billing_payer_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`company_to_billing_payer`], within a context that afterwards holds the notices of the record.
pub fn company_to_billing_payer_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`company_to_billing_payer`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn company_to_billing_payer_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, company_to_billing_payer_in)
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
    let l1: &'a str = rt::flow::concat(cx, &["C-", l0.id]);
    let l2: &'a str = l0.name;
    let l4: u32 = if rt::ops::greater_equal(
        l0.yearly_revenue.unwrap_or(rt::Decimal::from_parts(0, 0, 0, false, 0)),
        rt::Decimal::from_parts(1000000, 0, 0, false, 0),
    ) {
        0_u32
    } else {
        1_u32
    };
    let l5: &'a str = l0.country;
    let l6: Option<&'a str> = l0.industry;
    let l7: rt::Timestamp = l0.since;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"payer_id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"display_name\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"segment\":");
    write::string(out, rt::flow::wire(&ENUM_0, l4));
    out.extend_from_slice(b",\"country\":");
    write::string(out, l5);
    out.extend_from_slice(b",\"branch\":");
    match l6 {
        Some(value) => {
            write::string(out, value);
        }
        None => write::null(out),
    }
    out.extend_from_slice(b",\"customer_since\":");
    write::text::epoch_seconds(out, l7);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Company`.
#[derive(Clone, Copy, PartialEq)]
struct Company<'a> {
    id: &'a str,
    name: &'a str,
    industry: Option<&'a str>,
    country: &'a str,
    yearly_revenue: Option<rt::Decimal>,
    since: rt::Timestamp,
}

/// How `Company` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("model.map:16:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("name")]),
                Cow::Borrowed("model.map:17:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("industry")]),
                    Cow::Borrowed("model.map:18:3"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("country")]),
                Cow::Borrowed("model.map:19:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("yearly_revenue")]),
                    Cow::Borrowed("model.map:20:3"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("since")]),
                Cow::Borrowed("model.map:21:3"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("model.map:15:8"),
};

/// What was read of `Company`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    name: Option<&'a str>,
    industry: Option<&'a str>,
    country: Option<&'a str>,
    yearly_revenue: Option<rt::Decimal>,
    since: Option<rt::Timestamp>,
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
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_0, at.cx.bump, value)?)
                    })?;
            }
            1 => {
                self.name = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_0, at.cx.bump, value)?)
                    })?;
            }
            2 => {
                self.industry = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            3 => {
                self.country = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_1, at.cx.bump, value)?)
                    })?;
            }
            4 => {
                self.yearly_revenue = value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_2, value)?)
                    })?;
            }
            5 => {
                self.since = value
                    .read(|source, _| decode::timestamp(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Company<'a>> {
        Ok(Company {
            id: decode::filled(self.id)?,
            name: decode::filled(self.name)?,
            industry: self.industry,
            country: decode::filled(self.country)?,
            yearly_revenue: self.yearly_revenue,
            since: decode::filled(self.since)?,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Length {
        min: 1,
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 1] = [rt::Constraint::Country];

/// What a type of the mapping demands.
static RULES_2: [rt::Constraint; 2] = [
    rt::Constraint::Digits {
        precision: 15,
        scale: 2,
    },
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(0, 0, 0, false, 0)),
        max: None,
    },
];

/// Texts of `"KEY" | "STANDARD"`, by member.
static ENUM_0: [Cow<'static, str>; 2] = [
    Cow::Borrowed("KEY"),
    Cow::Borrowed("STANDARD"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("model.map:15:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
