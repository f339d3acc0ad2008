//! Maps `crm.ContactRow` to `billing.Recipient`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use std::sync::LazyLock;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `crm.ContactRow` to a `billing.Recipient`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn crm_contactrow_to_contact_to_billing_recipient(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    crm_contactrow_to_contact_to_billing_recipient_in(
        &rt::Cx::new(bump, message),
        input,
        out,
    )
}

/// As [`crm_contactrow_to_contact_to_billing_recipient`], within a context that afterwards holds the notices of the record.
pub fn crm_contactrow_to_contact_to_billing_recipient_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`crm_contactrow_to_contact_to_billing_recipient`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn crm_contactrow_to_contact_to_billing_recipient_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, crm_contactrow_to_contact_to_billing_recipient_in)
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
    if l0.fivetran_deleted {
        let l1: rt::Result<&'a str> = rt::flow::part(
            cx,
            || rt::flow::at(
                cx,
                &SITES[2],
                &[],
                rt::constraint::text(&RULES_0, cx.bump, l0.id),
            ),
        );
        rt::flow::clean(cx)?;
        let l1 = l1?;
        let l9: &'a str = rt::flow::concat(cx, &["P-", l1]);
        rt::flow::clean(cx)?;
        out.extend_from_slice(b"{\"recipient_id\":");
        write::string(out, l9);
        out.push(b'}');
        return Ok(rt::Outcome::Deleted);
    }
    let l2: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[0],
            &[],
            rt::constraint::text(&RULES_0, cx.bump, l0.id),
        ),
    );
    let l3: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::constraint::text(
                &RULES_0,
                cx.bump,
                rt::library::text::lower(
                    cx,
                    rt::library::text::trim(cx, l0.property_email),
                ),
            ),
        ),
    );
    let l4: &'a str = rt::library::text::join_present(
        cx,
        rt::flow::list(
            cx,
            &[
                rt::library::text::nonblank(cx, l0.property_firstname),
                rt::library::text::nonblank(cx, l0.property_lastname),
            ],
        ),
        " ",
    );
    let l5: Option<&'a str> = l0.property_company;
    let l6: Option<&'a str> = l0.property_jobtitle;
    let l7: rt::Timestamp = l0.property_createdate;
    let l8: &'a [&'a str] = l0.property_hs_merged_object_ids;
    rt::flow::clean(cx)?;
    let l2 = l2?;
    let l3 = l3?;
    let l16: &'a str = rt::flow::concat(cx, &["P-", l2]);
    let l17: &'a str = l3;
    let l18: &'a str = if l4 == "" {
        "To whom it may concern"
    } else {
        rt::flow::concat(cx, &["Dear ", l4])
    };
    let l19: Option<&'a str> = l5;
    let l20: Option<&'a str> = l6;
    let l21: rt::Timestamp = l7;
    let l22: i64 = rt::library::list::count(cx, l8);
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"recipient_id\":");
    write::string(out, l16);
    out.extend_from_slice(b",\"mail_to\":");
    write::string(out, l17);
    out.extend_from_slice(b",\"salutation\":");
    write::string(out, l18);
    out.extend_from_slice(b",\"organisation\":");
    match l19 {
        Some(value) => {
            write::string(out, value);
        }
        None => write::null(out),
    }
    out.extend_from_slice(b",\"role\":");
    match l20 {
        Some(value) => {
            write::string(out, value);
        }
        None => write::null(out),
    }
    out.extend_from_slice(b",\"customer_since\":");
    write::text::epoch_seconds(out, l21);
    out.extend_from_slice(b",\"aliases\":");
    write::text::int(out, l22);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `crm.ContactRow`.
#[derive(Clone, Copy, PartialEq)]
struct CrmContactRow<'a> {
    fivetran_deleted: bool,
    property_email: &'a str,
    id: &'a str,
    property_company: Option<&'a str>,
    property_firstname: &'a str,
    property_lastname: &'a str,
    property_createdate: rt::Timestamp,
    property_jobtitle: Option<&'a str>,
    property_hs_merged_object_ids: &'a [&'a str],
}

/// How `crm.ContactRow` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("_fivetran_deleted")]),
                Cow::Borrowed("crm.map:5:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("_fivetran_synced")]),
                Cow::Borrowed("crm.map:6:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("property_email")]),
                Cow::Borrowed("crm.map:7:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("crm.map:8:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("property_company")]),
                    Cow::Borrowed("crm.map:9:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("property_firstname")]),
                    Cow::Borrowed("crm.map:11:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("property_lastname")]),
                    Cow::Borrowed("crm.map:12:5"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("property_createdate")]),
                Cow::Borrowed("crm.map:13:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("property_jobtitle")]),
                    Cow::Borrowed("crm.map:14:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("property_hs_merged_object_ids")]),
                    Cow::Borrowed("crm.map:15:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("crm.map:4:10"),
};

/// What was read of `crm.ContactRow`.
#[derive(Default)]
struct Read0<'a> {
    fivetran_deleted: Option<bool>,
    property_email: Option<&'a str>,
    id: Option<&'a str>,
    property_company: Option<&'a str>,
    property_firstname: Option<&'a str>,
    property_lastname: Option<&'a str>,
    property_createdate: Option<rt::Timestamp>,
    property_jobtitle: Option<&'a str>,
    property_hs_merged_object_ids: Option<&'a [&'a str]>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.fivetran_deleted = value
                    .read(|source, _| decode::words(
                        source,
                        Blank::Absent,
                        "TRUE",
                        "FALSE",
                    ))?;
            }
            1 => {
                value
                    .read(|source, _| decode::timestamp_format(
                        source,
                        Blank::Absent,
                        &PATTERN_0,
                        Some(&ZONE_0),
                    ))?;
            }
            2 => {
                self.property_email = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            3 => self.id = value.read(|source, _| decode::text(source, Blank::Absent))?,
            4 => {
                self.property_company = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            5 => {
                self.property_firstname = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            6 => {
                self.property_lastname = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            7 => {
                self.property_createdate = value
                    .read(|source, _| decode::timestamp_format(
                        source,
                        Blank::Absent,
                        &PATTERN_0,
                        Some(&ZONE_0),
                    ))?;
            }
            8 => {
                self.property_jobtitle = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            9 => {
                self.property_hs_merged_object_ids = value
                    .read(|source, at| decode::split(
                        source,
                        at,
                        Blank::Absent,
                        ";",
                        |source, at| decode::required(
                            source,
                            at,
                            |source, _| decode::text(source, Blank::Absent),
                        ),
                    ))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<CrmContactRow<'a>> {
        Ok(CrmContactRow {
            fivetran_deleted: decode::filled(self.fivetran_deleted)?,
            property_email: decode::filled(self.property_email)?,
            id: decode::filled(self.id)?,
            property_company: self.property_company,
            property_firstname: self.property_firstname.unwrap_or(""),
            property_lastname: self.property_lastname.unwrap_or(""),
            property_createdate: decode::filled(self.property_createdate)?,
            property_jobtitle: self.property_jobtitle,
            property_hs_merged_object_ids: self
                .property_hs_merged_object_ids
                .unwrap_or(const { &[] as &[&'_ str] }),
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

/// A date pattern of the mapping.
static PATTERN_0: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new(
            "yyyy-MM-dd H:mm:ss",
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

/// Places in the mapping that problems name.
static SITES: [rt::Site; 4] = [
    rt::Site {
        place: Cow::Borrowed("crm.map:39:14"),
        target: Cow::Borrowed("id"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("id"))]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:40:14"),
        target: Cow::Borrowed("address"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("property_email"))]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:37:40"),
        target: Cow::Borrowed("id"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("id"))]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:4:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
