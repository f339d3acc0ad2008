//! Maps `vendor.Bill` to `Bill`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `vendor.Bill` to a `Bill`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn vendor_bill_to_bill(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    vendor_bill_to_bill_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`vendor_bill_to_bill`], within a context that afterwards holds the notices of the record.
pub fn vendor_bill_to_bill_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`vendor_bill_to_bill`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn vendor_bill_to_bill_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, vendor_bill_to_bill_in)
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
    let l1: &'a str = l0.no;
    let l2: rt::Result<u32> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[0], &[], table1_state(l0.state)),
    );
    let l3: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::constraint::decimal(&RULES_0, l0.amounts.total),
        ),
    );
    let l4: Option<&'a str> = l0.comment;
    let l6: BillPayer<'a> = {
        let l5: VendorBillCustomer<'a> = l0.customer;
        BillPayer {
            name: l5.full_name,
            city: l5.town,
        }
    };
    let l7: Option<rt::Timestamp> = None;
    rt::flow::clean(cx)?;
    let l2 = l2?;
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
    write_1(out, &l6);
    if let Some(value) = l7 {
        out.extend_from_slice(b",\"received\":");
        out.push(b'"');
        write::text::timestamp(out, value);
        out.push(b'"');
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `vendor.Bill`.
#[derive(Clone, Copy, PartialEq)]
struct VendorBill<'a> {
    no: &'a str,
    state: &'a str,
    amounts: VendorBillAmounts,
    comment: Option<&'a str>,
    customer: VendorBillCustomer<'a>,
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

/// How `vendor.Bill` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("no")]),
                Cow::Borrowed("two_way.map:16:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("state")]),
                Cow::Borrowed("two_way.map:17:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("amounts")]),
                Cow::Borrowed("two_way.map:18:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("comment")]),
                    Cow::Borrowed("two_way.map:19:5"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("customer")]),
                Cow::Borrowed("two_way.map:20:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("source")]),
                Cow::Borrowed("two_way.map:21:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("etag")]),
                    Cow::Borrowed("two_way.map:22:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("two_way.map:15:10"),
};

/// What was read of `vendor.Bill`.
#[derive(Default)]
struct Read0<'a> {
    no: Option<&'a str>,
    state: Option<&'a str>,
    amounts: Option<VendorBillAmounts>,
    comment: Option<&'a str>,
    customer: Option<VendorBillCustomer<'a>>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.no = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.state = value.read(|source, _| decode::text(source, Blank::Value))?,
            2 => {
                self.amounts = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            3 => {
                self.comment = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            4 => {
                self.customer = value
                    .read(|source, at| {
                        let mut fields = Read2::default();
                        decode::object(source, at, &READ_2, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            5 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            6 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<VendorBill<'a>> {
        Ok(VendorBill {
            no: decode::filled(self.no)?,
            state: decode::filled(self.state)?,
            amounts: decode::filled(self.amounts)?,
            comment: self.comment,
            customer: decode::filled(self.customer)?,
        })
    }
}

/// How `vendor.Bill.amounts` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("total")]),
                Cow::Borrowed("two_way.map:18:16"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("two_way.map:18:14"),
};

/// What was read of `vendor.Bill.amounts`.
#[derive(Default)]
struct Read1 {
    total: Option<rt::Decimal>,
}

impl<'a> decode::Fields<'a> for Read1 {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.total = value
                    .read(|source, _| decode::decimal_text(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl Read1 {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<VendorBillAmounts> {
        Ok(VendorBillAmounts {
            total: decode::filled(self.total)?,
        })
    }
}

/// How `vendor.Bill.customer` is read.
static READ_2: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("fullName")]),
                Cow::Borrowed("two_way.map:20:17"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("town")]),
                    Cow::Borrowed("two_way.map:20:35"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("two_way.map:20:15"),
};

/// What was read of `vendor.Bill.customer`.
#[derive(Default)]
struct Read2<'a> {
    full_name: Option<&'a str>,
    town: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read2<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.full_name = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            1 => self.town = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read2<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<VendorBillCustomer<'a>> {
        Ok(VendorBillCustomer {
            full_name: decode::filled(self.full_name)?,
            town: self.town,
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

/// Table `State`.
fn table1_state<'a>(key: &'a str) -> rt::Result<u32> {
    match key {
        "P" => Ok(0_u32),
        "O" => Ok(1_u32),
        "V" => Ok(2_u32),
        "X" => Ok(2_u32),
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
        target: Cow::Borrowed("status"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("state"))]),
    },
    rt::Site {
        place: Cow::Borrowed("two_way.map:36:14"),
        target: Cow::Borrowed("total"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("amounts")),
                rt::Segment::Key(Cow::Borrowed("total")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("two_way.map:15:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
