//! Maps `feed.In` to `vendor.Bill`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `feed.In` to a `vendor.Bill`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn feed_in_to_bill_to_vendor_bill(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    feed_in_to_bill_to_vendor_bill_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`feed_in_to_bill_to_vendor_bill`], within a context that afterwards holds the notices of the record.
pub fn feed_in_to_bill_to_vendor_bill_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`feed_in_to_bill_to_vendor_bill`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn feed_in_to_bill_to_vendor_bill_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, feed_in_to_bill_to_vendor_bill_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[2], &[], fields.finish())?;
    let l1: &'a str = l0.number;
    let l2: u32 = l0.status;
    let l3: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[1], &[], rt::constraint::decimal(&RULES_0, l0.total)),
    );
    let l4: Option<&'a str> = None;
    let l5: BillPayer<'a> = BillPayer {
        name: l0.name,
        city: None,
    };
    rt::flow::clean(cx)?;
    let l3 = l3?;
    let l7: &'a str = l1;
    let l8: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[0], &[], table0_state(l2)),
    );
    let l9: VendorBillAmounts = VendorBillAmounts { total: l3 };
    let l10: Option<&'a str> = l4;
    let l12: VendorBillCustomer<'a> = {
        let l11: BillPayer<'a> = l5;
        VendorBillCustomer {
            full_name: l11.name,
            town: l11.city,
        }
    };
    let l13: &'a str = "mapc";
    let l14: Option<&'a str> = None;
    rt::flow::clean(cx)?;
    let l8 = l8?;
    out.extend_from_slice(b"{\"no\":");
    write::string(out, l7);
    out.extend_from_slice(b",\"state\":");
    write::string(out, l8);
    out.extend_from_slice(b",\"amounts\":");
    write_1(out, &l9);
    if let Some(value) = l10 {
        out.extend_from_slice(b",\"comment\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"customer\":");
    write_2(out, &l12);
    out.extend_from_slice(b",\"source\":");
    write::string(out, l13);
    if let Some(value) = l14 {
        out.extend_from_slice(b",\"etag\":");
        write::string(out, value);
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

/// What this route knows of a `vendor.Bill.amounts`.
#[derive(Clone, Copy, PartialEq)]
struct VendorBillAmounts {
    total: rt::Decimal,
}

/// What this route knows of a `vendor.Bill.customer`.
#[derive(Clone, Copy, PartialEq)]
struct VendorBillCustomer<'a> {
    full_name: &'a str,
    town: Option<&'a str>,
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

/// Writes a `vendor.Bill.amounts`.
fn write_1(out: &mut Vec<u8>, record: &VendorBillAmounts) {
    out.extend_from_slice(b"{\"total\":");
    out.push(b'"');
    write::text::decimal(out, record.total, None, write::text::POINT);
    out.push(b'"');
    out.push(b'}');
}

/// Writes a `vendor.Bill.customer`.
fn write_2(out: &mut Vec<u8>, record: &VendorBillCustomer<'_>) {
    out.extend_from_slice(b"{\"fullName\":");
    write::string(out, record.full_name);
    if let Some(value) = record.town {
        out.extend_from_slice(b",\"town\":");
        write::string(out, value);
    }
    out.push(b'}');
}

/// Table `State`.
fn table0_state<'a>(key: u32) -> rt::Result<&'a str> {
    match key {
        0_u32 => Ok("P"),
        1_u32 => Ok("O"),
        2_u32 => Ok("V"),
        _ => Err(rt::flow::not_in_table("State")),
    }
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
static SITES: [rt::Site; 3] = [
    rt::Site {
        place: Cow::Borrowed("two_way.map:35:3"),
        target: Cow::Borrowed("state"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("status"))]),
    },
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
