//! Maps `Contact` to `billing.Recipient`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Contact` to a `billing.Recipient`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn contact_to_billing_recipient(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    contact_to_billing_recipient_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`contact_to_billing_recipient`], within a context that afterwards holds the notices of the record.
pub fn contact_to_billing_recipient_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`contact_to_billing_recipient`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn contact_to_billing_recipient_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, contact_to_billing_recipient_in)
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
    let l1: &'a str = rt::flow::concat(cx, &["P-", l0.id]);
    let l2: &'a str = l0.address;
    let l3: &'a str = if l0.name == "" {
        "To whom it may concern"
    } else {
        rt::flow::concat(cx, &["Dear ", l0.name])
    };
    let l4: Option<&'a str> = l0.employer;
    let l5: Option<&'a str> = l0.title;
    let l6: rt::Timestamp = l0.since;
    let l7: i64 = rt::library::list::count(cx, l0.merged);
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"recipient_id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"mail_to\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"salutation\":");
    write::string(out, l3);
    out.extend_from_slice(b",\"organisation\":");
    match l4 {
        Some(value) => {
            write::string(out, value);
        }
        None => write::null(out),
    }
    out.extend_from_slice(b",\"role\":");
    match l5 {
        Some(value) => {
            write::string(out, value);
        }
        None => write::null(out),
    }
    out.extend_from_slice(b",\"customer_since\":");
    write::text::epoch_seconds(out, l6);
    out.extend_from_slice(b",\"aliases\":");
    write::text::int(out, l7);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Contact`.
#[derive(Clone, Copy, PartialEq)]
struct Contact<'a> {
    id: &'a str,
    address: &'a str,
    name: &'a str,
    employer: Option<&'a str>,
    title: Option<&'a str>,
    since: rt::Timestamp,
    merged: &'a [&'a str],
}

/// How `Contact` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("model.map:4:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("address")]),
                Cow::Borrowed("model.map:6:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("name")]),
                Cow::Borrowed("model.map:7:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("employer")]),
                    Cow::Borrowed("model.map:8:3"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("title")]),
                    Cow::Borrowed("model.map:9:3"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("since")]),
                Cow::Borrowed("model.map:10:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("merged")]),
                Cow::Borrowed("model.map:12:3"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("model.map:3:8"),
};

/// What was read of `Contact`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    address: Option<&'a str>,
    name: Option<&'a str>,
    employer: Option<&'a str>,
    title: Option<&'a str>,
    since: Option<rt::Timestamp>,
    merged: Option<&'a [&'a str]>,
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
                self.address = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_0, at.cx.bump, value)?)
                    })?;
            }
            2 => self.name = value.read(|source, _| decode::text(source, Blank::Value))?,
            3 => {
                self.employer = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            4 => self.title = value.read(|source, _| decode::text(source, Blank::Value))?,
            5 => {
                self.since = value
                    .read(|source, _| decode::timestamp(source, Blank::Value))?;
            }
            6 => {
                self.merged = value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, _| decode::text(source, Blank::Value),
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
    fn finish(self) -> rt::Result<Contact<'a>> {
        Ok(Contact {
            id: decode::filled(self.id)?,
            address: decode::filled(self.address)?,
            name: decode::filled(self.name)?,
            employer: self.employer,
            title: self.title,
            since: decode::filled(self.since)?,
            merged: decode::filled(self.merged)?,
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

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("model.map:3:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
