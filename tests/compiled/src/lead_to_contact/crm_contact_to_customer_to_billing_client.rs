//! Maps `crm.Contact` to `billing.Client`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `crm.Contact` to a `billing.Client`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn crm_contact_to_customer_to_billing_client(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    crm_contact_to_customer_to_billing_client_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`crm_contact_to_customer_to_billing_client`], within a context that afterwards holds the notices of the record.
pub fn crm_contact_to_customer_to_billing_client_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`crm_contact_to_customer_to_billing_client`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn crm_contact_to_customer_to_billing_client_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, crm_contact_to_customer_to_billing_client_in)
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
            rt::constraint::text(&RULES_0, cx.bump, l0.email),
        ),
    );
    let l4: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::constraint::text(&RULES_1, cx.bump, l0.company),
        ),
    );
    let _: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[2],
            &[],
            rt::constraint::int(&RULES_2, l0.custom_fields.lead_score),
        ),
    );
    rt::flow::clean(cx)?;
    let l1 = l1?;
    let l4 = l4?;
    let l7: &'a str = l1;
    let l8: &'a str = l4;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"billing_email\":");
    write::string(out, l7);
    out.extend_from_slice(b",\"company\":");
    write::string(out, l8);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `crm.Contact`.
#[derive(Clone, Copy, PartialEq)]
struct CrmContact<'a> {
    email: &'a str,
    company: &'a str,
    custom_fields: CrmContactCustomFields,
}

/// What this route knows of a `crm.Contact.custom_fields`.
#[derive(Clone, Copy, PartialEq)]
struct CrmContactCustomFields {
    lead_score: i64,
}

/// How `crm.Contact` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("firstName")]),
                Cow::Borrowed("crm.map:5:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("lastName")]),
                Cow::Borrowed("crm.map:6:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("email")]),
                Cow::Borrowed("crm.map:7:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("company")]),
                Cow::Borrowed("crm.map:8:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("leadSource")]),
                    Cow::Borrowed("crm.map:9:5"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("custom_fields")]),
                Cow::Borrowed("crm.map:10:5"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("crm.map:4:10"),
};

/// What was read of `crm.Contact`.
#[derive(Default)]
struct Read0<'a> {
    email: Option<&'a str>,
    company: Option<&'a str>,
    custom_fields: Option<CrmContactCustomFields>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
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
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            2 => self.email = value.read(|source, _| decode::text(source, Blank::Value))?,
            3 => {
                self.company = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            4 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            5 => {
                self.custom_fields = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<CrmContact<'a>> {
        Ok(CrmContact {
            email: decode::filled(self.email)?,
            company: decode::filled(self.company)?,
            custom_fields: decode::filled(self.custom_fields)?,
        })
    }
}

/// How `crm.Contact.custom_fields` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("lead_score")]),
                Cow::Borrowed("crm.map:10:22"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("crm.map:10:20"),
};

/// What was read of `crm.Contact.custom_fields`.
#[derive(Default)]
struct Read1 {
    lead_score: Option<i64>,
}

impl<'a> decode::Fields<'a> for Read1 {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.lead_score = value
                    .read(|source, _| decode::int(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl Read1 {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<CrmContactCustomFields> {
        Ok(CrmContactCustomFields {
            lead_score: decode::filled(self.lead_score)?,
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
        place: Cow::Borrowed("crm.map:17:19"),
        target: Cow::Borrowed("email"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("email"))]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:18:19"),
        target: Cow::Borrowed("company"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("company"))]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:20:19"),
        target: Cow::Borrowed("lead_score"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("custom_fields")),
                rt::Segment::Key(Cow::Borrowed("lead_score")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:4:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
