//! Maps `Customer` to `billing.Client`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Customer` to a `billing.Client`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn customer_to_billing_client(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    customer_to_billing_client_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`customer_to_billing_client`], within a context that afterwards holds the notices of the record.
pub fn customer_to_billing_client_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`customer_to_billing_client`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn customer_to_billing_client_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, customer_to_billing_client_in)
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
    let l1: &'a str = l0.email;
    let l2: &'a str = l0.company;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"billing_email\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"company\":");
    write::string(out, l2);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Customer`.
#[derive(Clone, Copy, PartialEq)]
struct Customer<'a> {
    email: &'a str,
    company: &'a str,
}

/// How `Customer` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("email")]),
                Cow::Borrowed("customer.map:7:7"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("first_name")]),
                    Cow::Borrowed("customer.map:8:3"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("last_name")]),
                    Cow::Borrowed("customer.map:9:3"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("company")]),
                Cow::Borrowed("customer.map:10:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("lead_source")]),
                    Cow::Borrowed("customer.map:12:3"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("lead_score")]),
                    Cow::Borrowed("customer.map:13:3"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("customer.map:5:8"),
};

/// What was read of `Customer`.
#[derive(Default)]
struct Read0<'a> {
    email: Option<&'a str>,
    company: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.email = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_0, at.cx.bump, value)?)
                    })?;
            }
            1 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            2 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            3 => {
                self.company = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_1, at.cx.bump, value)?)
                    })?;
            }
            4 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            5 => {
                value
                    .read(|source, _| {
                        let value = decode::int(source, Blank::Value)?;
                        Ok(rt::constraint::int(&RULES_2, value)?)
                    })?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Customer<'a>> {
        Ok(Customer {
            email: decode::filled(self.email)?,
            company: decode::filled(self.company)?,
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
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("customer.map:5:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
