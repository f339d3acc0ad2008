//! Maps `crm.Contact` to `Customer`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `crm.Contact` to a `Customer`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn crm_contact_to_customer(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    crm_contact_to_customer_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`crm_contact_to_customer`], within a context that afterwards holds the notices of the record.
pub fn crm_contact_to_customer_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`crm_contact_to_customer`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn crm_contact_to_customer_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, crm_contact_to_customer_in)
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
    let l2: &'a str = l0.first_name;
    let l3: &'a str = l0.last_name;
    let l4: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::constraint::text(&RULES_1, cx.bump, l0.company),
        ),
    );
    let l5: Option<&'a str> = l0.lead_source;
    let l6: rt::Result<i64> = rt::flow::part(
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
    let l6 = l6?;
    out.extend_from_slice(b"{\"email\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"first_name\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"last_name\":");
    write::string(out, l3);
    out.extend_from_slice(b",\"company\":");
    write::string(out, l4);
    if let Some(value) = l5 {
        out.extend_from_slice(b",\"lead_source\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"lead_score\":");
    write::text::int(out, l6);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `crm.Contact`.
#[derive(Clone, Copy, PartialEq)]
struct CrmContact<'a> {
    first_name: &'a str,
    last_name: &'a str,
    email: &'a str,
    company: &'a str,
    lead_source: Option<&'a str>,
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
    first_name: Option<&'a str>,
    last_name: Option<&'a str>,
    email: Option<&'a str>,
    company: Option<&'a str>,
    lead_source: Option<&'a str>,
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
                self.first_name = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            1 => {
                self.last_name = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            2 => self.email = value.read(|source, _| decode::text(source, Blank::Value))?,
            3 => {
                self.company = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            4 => {
                self.lead_source = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
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
            first_name: decode::filled(self.first_name)?,
            last_name: decode::filled(self.last_name)?,
            email: decode::filled(self.email)?,
            company: decode::filled(self.company)?,
            lead_source: self.lead_source,
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
