//! Maps `Bill` to `vendor.Bill`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Bill` to a `vendor.Bill`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn bill_to_vendor_bill(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    bill_to_vendor_bill_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`bill_to_vendor_bill`], within a context that afterwards holds the notices of the record.
pub fn bill_to_vendor_bill_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`bill_to_vendor_bill`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn bill_to_vendor_bill_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, bill_to_vendor_bill_in)
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
    let l2: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[0], &[], table0_state(l0.status)),
    );
    let l3: VendorBillAmounts = VendorBillAmounts {
        total: l0.total,
    };
    let l4: Option<&'a str> = l0.note;
    let l6: VendorBillCustomer<'a> = {
        let l5: BillPayer<'a> = l0.payer;
        VendorBillCustomer {
            full_name: l5.name,
            town: l5.city,
        }
    };
    let l7: &'a str = "mapc";
    let l8: Option<&'a str> = None;
    rt::flow::clean(cx)?;
    let l2 = l2?;
    out.extend_from_slice(b"{\"no\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"state\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"amounts\":");
    write_1(out, &l3);
    if let Some(value) = l4 {
        out.extend_from_slice(b",\"comment\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"customer\":");
    write_2(out, &l6);
    out.extend_from_slice(b",\"source\":");
    write::string(out, l7);
    if let Some(value) = l8 {
        out.extend_from_slice(b",\"etag\":");
        write::string(out, value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Bill`.
#[derive(Clone, Copy, PartialEq)]
struct Bill<'a> {
    number: &'a str,
    status: u32,
    total: rt::Decimal,
    note: Option<&'a str>,
    payer: BillPayer<'a>,
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

/// How `Bill` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("number")]),
                Cow::Borrowed("two_way.map:6:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("status")]),
                Cow::Borrowed("two_way.map:7:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("total")]),
                Cow::Borrowed("two_way.map:8:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("note")]),
                    Cow::Borrowed("two_way.map:9:3"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("payer")]),
                Cow::Borrowed("two_way.map:10:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("received")]),
                    Cow::Borrowed("two_way.map:11:3"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("two_way.map:5:8"),
};

/// What was read of `Bill`.
#[derive(Default)]
struct Read0<'a> {
    number: Option<&'a str>,
    status: Option<u32>,
    total: Option<rt::Decimal>,
    note: Option<&'a str>,
    payer: Option<BillPayer<'a>>,
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
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_0, value)?)
                    })?;
            }
            3 => self.note = value.read(|source, _| decode::text(source, Blank::Value))?,
            4 => {
                self.payer = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            5 => {
                value.read(|source, _| decode::timestamp(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Bill<'a>> {
        Ok(Bill {
            number: decode::filled(self.number)?,
            status: decode::filled(self.status)?,
            total: decode::filled(self.total)?,
            note: self.note,
            payer: decode::filled(self.payer)?,
        })
    }
}

/// How `Bill.payer` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("name")]),
                Cow::Borrowed("two_way.map:10:12"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("city")]),
                    Cow::Borrowed("two_way.map:10:26"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("two_way.map:10:10"),
};

/// What was read of `Bill.payer`.
#[derive(Default)]
struct Read1<'a> {
    name: Option<&'a str>,
    city: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read1<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.name = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.city = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read1<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<BillPayer<'a>> {
        Ok(BillPayer {
            name: decode::filled(self.name)?,
            city: self.city,
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
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("two_way.map:35:3"),
        target: Cow::Borrowed("state"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("status"))]),
    },
    rt::Site {
        place: Cow::Borrowed("two_way.map:5:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
