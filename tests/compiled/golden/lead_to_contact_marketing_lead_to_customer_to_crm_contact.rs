//! Maps `marketing.Lead` to `crm.Contact`.

#![allow(clippy::style, clippy::complexity)]
#![allow(clippy::eq_op, clippy::overly_complex_bool_expr, clippy::ifs_same_cond, clippy::approx_constant)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::codec;
use rt::codec::Codec;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `marketing.Lead` to a `crm.Contact`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn marketing_lead_to_customer_to_crm_contact(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    marketing_lead_to_customer_to_crm_contact_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`marketing_lead_to_customer_to_crm_contact`], within a context that afterwards holds the notices of the record.
pub fn marketing_lead_to_customer_to_crm_contact_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`marketing_lead_to_customer_to_crm_contact`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn marketing_lead_to_customer_to_crm_contact_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, marketing_lead_to_customer_to_crm_contact_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[9], &[], fields.finish())?;
    let l1: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[6],
            &[],
            rt::flow::looked(
                    cx,
                    rt::library::text::lower(
                        cx,
                        rt::library::text::trim(cx, l0.email_address),
                    ),
                )
                .and_then(|value| rt::constraint::text(&RULES_0, cx.bump, value)),
        ),
    );
    let l3: &'a str = l0.first_name.unwrap_or("");
    let l5: &'a str = l0.last_name.unwrap_or("");
    let l6: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[7],
            &[],
            rt::flow::looked(cx, l0.company_name)
                .and_then(|value| rt::constraint::text(&RULES_1, cx.bump, value)),
        ),
    );
    let l7: Option<&'a str> = Some("Marketing Platform A");
    let l9: rt::Result<i64> = rt::flow::part(
        cx,
        || match l0.score {
            Some(l8) => {
                rt::flow::at(cx, &SITES[8], &[], rt::constraint::int(&RULES_2, l8))
            }
            None => Ok(0_i64),
        },
    );
    rt::flow::clean(cx)?;
    let l1 = l1?;
    let l6 = l6?;
    let l9 = l9?;
    let l10: &'a str = l3;
    let l11: &'a str = l5;
    let l12: &'a str = l1;
    let l13: &'a str = l6;
    let l14: Option<&'a str> = l7;
    let l15: CrmContactCustomFields = CrmContactCustomFields {
        lead_score: l9,
    };
    rt::flow::clean(cx)?;
    let begun = out.len();
    out.extend_from_slice(b"{\"firstName\":");
    write::To::output(cx, &SITES[0], "firstName").put(codec::Texts.json(out, l10));
    out.extend_from_slice(b",\"lastName\":");
    write::To::output(cx, &SITES[1], "lastName").put(codec::Texts.json(out, l11));
    out.extend_from_slice(b",\"email\":");
    write::To::output(cx, &SITES[2], "email").put(codec::Texts.json(out, l12));
    out.extend_from_slice(b",\"company\":");
    write::To::output(cx, &SITES[3], "company").put(codec::Texts.json(out, l13));
    if let Some(value) = l14 {
        out.extend_from_slice(b",\"leadSource\":");
        write::To::output(cx, &SITES[4], "leadSource")
            .put(codec::Texts.json(out, value));
    }
    out.extend_from_slice(b",\"custom_fields\":");
    {
        let to = write::To::output(cx, &SITES[5], "custom_fields");
        write_1(&to, out, &l15);
    }
    out.push(b'}');
    write::end(cx, out, begun)?;
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `marketing.Lead`.
#[derive(Clone, Copy, PartialEq)]
struct MarketingLead<'a> {
    email_address: &'a str,
    company_name: &'a str,
    first_name: Option<&'a str>,
    last_name: Option<&'a str>,
    score: Option<i64>,
}

/// What this route knows of a `crm.Contact.custom_fields`.
#[derive(Clone, Copy, PartialEq)]
struct CrmContactCustomFields {
    lead_score: i64,
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
    first_name: Option<&'a str>,
    last_name: Option<&'a str>,
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
                    .read(|source, _| codec::Texts.read(source, Blank::Absent))?;
            }
            1 => {
                self.company_name = value
                    .read(|source, _| codec::Texts.read(source, Blank::Absent))?;
            }
            2 => {
                self.first_name = value
                    .read(|source, _| codec::Texts.read(source, Blank::Absent))?;
            }
            3 => {
                self.last_name = value
                    .read(|source, _| codec::Texts.read(source, Blank::Absent))?;
            }
            4 => {
                self.score = value
                    .read(|source, _| codec::Ints.read(source, Blank::Absent))?;
            }
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
            first_name: self.first_name,
            last_name: self.last_name,
            score: self.score,
        })
    }
}

/// Writes a `crm.Contact.custom_fields`.
fn write_1(to: &write::To<'_, '_>, out: &mut Vec<u8>, record: &CrmContactCustomFields) {
    out.extend_from_slice(b"{\"lead_score\":");
    to.field("lead_score").put(codec::Ints.json(out, record.lead_score));
    out.push(b'}');
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
static SITES: [rt::Site; 10] = [
    rt::Site {
        place: Cow::Borrowed("crm.map:15:3"),
        target: Cow::Borrowed("firstName"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("first_name"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:16:3"),
        target: Cow::Borrowed("lastName"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("last_name"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:17:3"),
        target: Cow::Borrowed("email"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("email_address"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:18:3"),
        target: Cow::Borrowed("company"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("company_name"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:19:3"),
        target: Cow::Borrowed("leadSource"),
        pointer: Cow::Borrowed(&[]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:20:3"),
        target: Cow::Borrowed("custom_fields"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("score"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("marketing.map:14:17"),
        target: Cow::Borrowed("email"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("email_address"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("marketing.map:17:17"),
        target: Cow::Borrowed("company"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("company_name"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("marketing.map:19:17"),
        target: Cow::Borrowed("lead_score"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("score"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("marketing.map:4:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
        operands: Cow::Borrowed(&[]),
    },
];
