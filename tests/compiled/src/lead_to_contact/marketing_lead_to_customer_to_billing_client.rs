//! Maps `marketing.Lead` to `billing.Client`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `marketing.Lead` to a `billing.Client`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn marketing_lead_to_customer_to_billing_client(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    marketing_lead_to_customer_to_billing_client_in(
        &rt::Cx::new(bump, message),
        input,
        out,
    )
}

/// As [`marketing_lead_to_customer_to_billing_client`], within a context that afterwards holds the notices of the record.
pub fn marketing_lead_to_customer_to_billing_client_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`marketing_lead_to_customer_to_billing_client`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn marketing_lead_to_customer_to_billing_client_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, marketing_lead_to_customer_to_billing_client_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[3], &[], fields.finish())?;
    let l1: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[0],
            &[],
            rt::constraint::text(
                &RULES_0,
                cx.bump,
                rt::library::text::lower(
                    cx,
                    rt::library::text::trim(cx, l0.email_address),
                ),
            ),
        ),
    );
    let l6: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::constraint::text(&RULES_1, cx.bump, l0.company_name),
        ),
    );
    let _: rt::Result<i64> = rt::flow::part(
        cx,
        || match l0.score {
            Some(l8) => {
                rt::flow::at(cx, &SITES[2], &[], rt::constraint::int(&RULES_2, l8))
            }
            None => Ok(0_i64),
        },
    );
    rt::flow::clean(cx)?;
    let l1 = l1?;
    let l6 = l6?;
    let l10: &'a str = l1;
    let l11: &'a str = l6;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"billing_email\":");
    write::string(out, l10);
    out.extend_from_slice(b",\"company\":");
    write::string(out, l11);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `marketing.Lead`.
#[derive(Clone, Copy, PartialEq)]
struct MarketingLead<'a> {
    email_address: &'a str,
    company_name: &'a str,
    score: Option<i64>,
}

/// How `marketing.Lead` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("email_address")]),
                Cow::Borrowed("marketing.map:5:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("company_name")]),
                Cow::Borrowed("marketing.map:6:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("first_name")]),
                    Cow::Borrowed("marketing.map:7:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("last_name")]),
                    Cow::Borrowed("marketing.map:8:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("score")]),
                    Cow::Borrowed("marketing.map:9:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("marketing.map:4:10"),
};

/// What was read of `marketing.Lead`.
#[derive(Default)]
struct Read0<'a> {
    email_address: Option<&'a str>,
    company_name: Option<&'a str>,
    score: Option<i64>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.email_address = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            1 => {
                self.company_name = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            2 => {
                value.read(|source, _| decode::text(source, Blank::Absent))?;
            }
            3 => {
                value.read(|source, _| decode::text(source, Blank::Absent))?;
            }
            4 => self.score = value.read(|source, _| decode::int(source, Blank::Absent))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<MarketingLead<'a>> {
        Ok(MarketingLead {
            email_address: decode::filled(self.email_address)?,
            company_name: decode::filled(self.company_name)?,
            score: self.score,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Email];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 1] = [
    rt::Constraint::Length {
        min: 1,
        max: Some(200),
    },
];

/// What a type of the mapping demands.
static RULES_2: [rt::Constraint; 1] = [
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(0, 0, 0, false, 0)),
        max: None,
    },
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 4] = [
    rt::Site {
        place: Cow::Borrowed("marketing.map:14:17"),
        target: Cow::Borrowed("email"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("email_address"))]),
    },
    rt::Site {
        place: Cow::Borrowed("marketing.map:17:17"),
        target: Cow::Borrowed("company"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("company_name"))]),
    },
    rt::Site {
        place: Cow::Borrowed("marketing.map:19:17"),
        target: Cow::Borrowed("lead_score"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("score"))]),
    },
    rt::Site {
        place: Cow::Borrowed("marketing.map:4:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
