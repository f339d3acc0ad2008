//! Maps `feed.In` to `Bill`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `feed.In` to a `Bill`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn feed_in_to_bill(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    feed_in_to_bill_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`feed_in_to_bill`], within a context that afterwards holds the notices of the record.
pub fn feed_in_to_bill_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`feed_in_to_bill`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn feed_in_to_bill_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, feed_in_to_bill_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[1], &[], fields.finish())?;
    let l1: &'a str = l0.number;
    let l2: u32 = l0.status;
    let l3: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[0], &[], rt::constraint::decimal(&RULES_0, l0.total)),
    );
    let l4: Option<&'a str> = None;
    let l5: BillPayer<'a> = BillPayer {
        name: l0.name,
        city: None,
    };
    let l6: Option<rt::Timestamp> = Some(cx.message.received_at);
    rt::flow::clean(cx)?;
    let l3 = l3?;
    out.extend_from_slice(b"{\"number\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"status\":");
    write::string(out, rt::flow::wire(&ENUM_0, l2));
    out.extend_from_slice(b",\"total\":");
    write::text::decimal(out, l3, Some(2), write::text::POINT);
    if let Some(value) = l4 {
        out.extend_from_slice(b",\"note\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"payer\":");
    write_1(out, &l5);
    if let Some(value) = l6 {
        out.extend_from_slice(b",\"received\":");
        out.push(b'"');
        write::text::timestamp(out, value);
        out.push(b'"');
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `feed.In`.
#[derive(Clone, Copy, PartialEq)]
struct FeedIn<'a> {
    number: &'a str,
    status: u32,
    total: rt::Decimal,
    name: &'a str,
}

/// What this route knows of a `Bill.payer`.
#[derive(Clone, Copy, PartialEq)]
struct BillPayer<'a> {
    name: &'a str,
    city: Option<&'a str>,
}

/// How `feed.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("number")]),
                Cow::Borrowed("two_way.map:44:27"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("status")]),
                Cow::Borrowed("two_way.map:44:43"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("total")]),
                Cow::Borrowed("two_way.map:44:59"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("name")]),
                Cow::Borrowed("two_way.map:44:75"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("two_way.map:44:22"),
};

/// What was read of `feed.In`.
#[derive(Default)]
struct Read0<'a> {
    number: Option<&'a str>,
    status: Option<u32>,
    total: Option<rt::Decimal>,
    name: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.number = value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            1 => {
                self.status = value
                    .read(|source, _| decode::member(source, Blank::Value, &ENUM_0))?;
            }
            2 => {
                self.total = value
                    .read(|source, _| decode::decimal(source, Blank::Value))?;
            }
            3 => self.name = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<FeedIn<'a>> {
        Ok(FeedIn {
            number: decode::filled(self.number)?,
            status: decode::filled(self.status)?,
            total: decode::filled(self.total)?,
            name: decode::filled(self.name)?,
        })
    }
}

/// Writes a `Bill.payer`.
fn write_1(out: &mut Vec<u8>, record: &BillPayer<'_>) {
    out.extend_from_slice(b"{\"name\":");
    write::string(out, record.name);
    if let Some(value) = record.city {
        out.extend_from_slice(b",\"city\":");
        write::string(out, value);
    }
    out.push(b'}');
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Digits {
        precision: 10,
        scale: 2,
    },
];

/// Texts of `Status`, by member.
static ENUM_0: [Cow<'static, str>; 3] = [
    Cow::Borrowed("paid"),
    Cow::Borrowed("open"),
    Cow::Borrowed("void"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("two_way.map:49:16"),
        target: Cow::Borrowed("total"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("total"))]),
    },
    rt::Site {
        place: Cow::Borrowed("two_way.map:44:22"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
