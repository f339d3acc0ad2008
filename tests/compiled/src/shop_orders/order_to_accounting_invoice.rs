//! Maps `Order` to `accounting.Invoice`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Order` to a `accounting.Invoice`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn order_to_accounting_invoice(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    order_to_accounting_invoice_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`order_to_accounting_invoice`], within a context that afterwards holds the notices of the record.
pub fn order_to_accounting_invoice_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`order_to_accounting_invoice`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn order_to_accounting_invoice_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, order_to_accounting_invoice_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[7], &[], fields.finish())?;
    if rt::library::list::is_empty(cx, l0.lines)
        && rt::ops::greater(l0.total, rt::Decimal::from_parts(0, 0, 0, false, 0))
    {
        return Err(
            rt::flow::problem(
                "nothing_sold",
                "an invoice over an amount needs positions",
                &SITES[6],
                &[],
            ),
        );
    }
    let l1: &'a str = rt::flow::concat(cx, &[l0.number, "/", l0.id]);
    let l2: rt::Result<rt::Date> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::to_date(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[0],
                    &[],
                    rt::library::date::in_zone(cx, l0.placed_at, "UTC"),
                )?,
            ),
        ),
    );
    let l3: u32 = match l0.status {
        0_u32 => 0_u32,
        1_u32 | 2_u32 => 1_u32,
        _ => 2_u32,
    };
    let l4: &'a str = l0.currency;
    let l8: Option<&'a str> = match match l0.bill_to {
        Some(l5) => Some(l5.name),
        None => None,
    } {
        Some(l6) => Some(l6),
        None => {
            match l0.ship_to {
                Some(l7) => Some(l7.name),
                None => None,
            }
        }
    };
    let l11: rt::Result<&'a [AccountingInvoicePositions<'a>]> = rt::flow::part(
        cx,
        || rt::flow::each(
            cx,
            l0.lines,
            |i9, l10, _| {
                Ok(
                    Some({
                        let p3 = rt::flow::part(
                            cx,
                            || rt::flow::at(
                                cx,
                                &SITES[1],
                                &[i9],
                                rt::library::money::to_minor(
                                    cx,
                                    rt::flow::at(
                                        cx,
                                        &SITES[1],
                                        &[i9],
                                        rt::ops::multiply(
                                            l10.unit_price,
                                            rt::Decimal::from(l10.quantity),
                                        ),
                                    )?,
                                    l0.currency,
                                ),
                            ),
                        );
                        rt::flow::join(&[p3.as_ref().err()])?;
                        AccountingInvoicePositions {
                            position: l10.number,
                            text: l10.description,
                            quantity: l10.quantity,
                            amount: p3?,
                        }
                    }),
                )
            },
        ),
    );
    let l12: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[2],
            &[],
            rt::library::money::to_minor(cx, l0.shipping, l0.currency),
        ),
    );
    let l13: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[3],
            &[],
            rt::library::money::to_minor(cx, l0.discount, l0.currency),
        ),
    );
    let l14: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[4],
            &[],
            rt::library::money::to_minor(cx, l0.tax, l0.currency),
        ),
    );
    let l15: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[5],
            &[],
            rt::library::money::to_minor(cx, l0.total, l0.currency),
        ),
    );
    rt::flow::clean(cx)?;
    let l2 = l2?;
    let l11 = l11?;
    let l12 = l12?;
    let l13 = l13?;
    let l14 = l14?;
    let l15 = l15?;
    out.extend_from_slice(b"{\"reference\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"issued_on\":");
    out.push(b'"');
    write::text::date(out, l2);
    out.push(b'"');
    out.extend_from_slice(b",\"state\":");
    write::string(out, rt::flow::wire(&ENUM_0, l3));
    out.extend_from_slice(b",\"currency\":");
    write::string(out, l4);
    if let Some(value) = l8 {
        out.extend_from_slice(b",\"customer\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"positions\":");
    write::list(
        out,
        l11,
        |out, item| {
            write_1(out, &item);
        },
    );
    out.extend_from_slice(b",\"shipping\":");
    write::text::int(out, l12);
    out.extend_from_slice(b",\"discount\":");
    write::text::int(out, l13);
    out.extend_from_slice(b",\"tax\":");
    write::text::int(out, l14);
    out.extend_from_slice(b",\"payable\":");
    write::text::int(out, l15);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Address`.
#[derive(Clone, Copy, PartialEq)]
struct Address<'a> {
    name: &'a str,
}

/// What this route knows of a `OrderLine`.
#[derive(Clone, Copy, PartialEq)]
struct OrderLine<'a> {
    number: i64,
    description: &'a str,
    quantity: i64,
    unit_price: rt::Decimal,
}

/// What this route knows of a `Order`.
#[derive(Clone, Copy, PartialEq)]
struct Order<'a> {
    id: &'a str,
    number: &'a str,
    placed_at: rt::Timestamp,
    status: u32,
    currency: &'a str,
    ship_to: Option<Address<'a>>,
    bill_to: Option<Address<'a>>,
    lines: &'a [OrderLine<'a>],
    shipping: rt::Decimal,
    discount: rt::Decimal,
    tax: rt::Decimal,
    total: rt::Decimal,
}

/// What this route knows of a `accounting.Invoice.positions`.
#[derive(Clone, Copy, PartialEq)]
struct AccountingInvoicePositions<'a> {
    position: i64,
    text: &'a str,
    quantity: i64,
    amount: i64,
}

/// How `Order` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("order.map:32:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("number")]),
                Cow::Borrowed("order.map:34:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("placed_at")]),
                Cow::Borrowed("order.map:35:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("status")]),
                Cow::Borrowed("order.map:36:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("email")]),
                    Cow::Borrowed("order.map:37:3"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("currency")]),
                Cow::Borrowed("order.map:38:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("ship_to")]),
                    Cow::Borrowed("order.map:39:3"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("bill_to")]),
                    Cow::Borrowed("order.map:40:3"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("lines")]),
                Cow::Borrowed("order.map:41:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("shipping")]),
                    Cow::Borrowed("order.map:42:3"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("discount")]),
                    Cow::Borrowed("order.map:43:3"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("tax")]),
                Cow::Borrowed("order.map:44:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("total")]),
                Cow::Borrowed("order.map:45:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("tags")]),
                Cow::Borrowed("order.map:46:3"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("order.map:31:8"),
};

/// What was read of `Order`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    number: Option<&'a str>,
    placed_at: Option<rt::Timestamp>,
    status: Option<u32>,
    currency: Option<&'a str>,
    ship_to: Option<Address<'a>>,
    bill_to: Option<Address<'a>>,
    lines: Option<&'a [OrderLine<'a>]>,
    shipping: Option<rt::Decimal>,
    discount: Option<rt::Decimal>,
    tax: Option<rt::Decimal>,
    total: Option<rt::Decimal>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => {
                self.number = value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            2 => {
                self.placed_at = value
                    .read(|source, _| decode::timestamp(source, Blank::Value))?;
            }
            3 => {
                self.status = value
                    .read(|source, _| decode::member(source, Blank::Value, &ENUM_1))?;
            }
            4 => {
                value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_0, at.cx.bump, value)?)
                    })?;
            }
            5 => {
                self.currency = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_1, at.cx.bump, value)?)
                    })?;
            }
            6 => {
                self.ship_to = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            7 => {
                self.bill_to = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            8 => {
                self.lines = value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, at| {
                                let mut fields = Read2::default();
                                decode::object(source, at, &READ_2, &mut fields)?;
                                Ok(fields.finish()?)
                            },
                        ),
                    ))?;
            }
            9 => {
                self.shipping = value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_2, value)?)
                    })?;
            }
            10 => {
                self.discount = value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_2, value)?)
                    })?;
            }
            11 => {
                self.tax = value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_2, value)?)
                    })?;
            }
            12 => {
                self.total = value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_2, value)?)
                    })?;
            }
            13 => {
                value
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
    fn finish(self) -> rt::Result<Order<'a>> {
        Ok(Order {
            id: decode::filled(self.id)?,
            number: decode::filled(self.number)?,
            placed_at: decode::filled(self.placed_at)?,
            status: decode::filled(self.status)?,
            currency: decode::filled(self.currency)?,
            ship_to: self.ship_to,
            bill_to: self.bill_to,
            lines: decode::filled(self.lines)?,
            shipping: self
                .shipping
                .unwrap_or(rt::Decimal::from_parts(0, 0, 0, false, 2)),
            discount: self
                .discount
                .unwrap_or(rt::Decimal::from_parts(0, 0, 0, false, 2)),
            tax: decode::filled(self.tax)?,
            total: decode::filled(self.total)?,
        })
    }
}

/// How `Address` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("name")]),
                Cow::Borrowed("order.map:13:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("street")]),
                Cow::Borrowed("order.map:14:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("postal_code")]),
                    Cow::Borrowed("order.map:15:3"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("city")]),
                Cow::Borrowed("order.map:16:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("country")]),
                Cow::Borrowed("order.map:17:3"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("order.map:12:8"),
};

/// What was read of `Address`.
#[derive(Default)]
struct Read1<'a> {
    name: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read1<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.name = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_3, at.cx.bump, value)?)
                    })?;
            }
            1 => {
                value
                    .read(|source, at| {
                        let value = decode::list(
                            source,
                            at,
                            |source, at| decode::required(
                                source,
                                at,
                                |source, _| decode::text(source, Blank::Value),
                            ),
                        )?;
                        Ok(rt::constraint::items(&RULES_4, value)?)
                    })?;
            }
            2 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            3 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            4 => {
                value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_5, at.cx.bump, value)?)
                    })?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read1<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Address<'a>> {
        Ok(Address {
            name: decode::filled(self.name)?,
        })
    }
}

/// How `OrderLine` is read.
static READ_2: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("number")]),
                Cow::Borrowed("order.map:21:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("sku")]),
                Cow::Borrowed("order.map:22:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("description")]),
                Cow::Borrowed("order.map:23:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("quantity")]),
                Cow::Borrowed("order.map:24:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("unit_price")]),
                Cow::Borrowed("order.map:25:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("shippable")]),
                Cow::Borrowed("order.map:26:3"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("order.map:20:8"),
};

/// What was read of `OrderLine`.
#[derive(Default)]
struct Read2<'a> {
    number: Option<i64>,
    description: Option<&'a str>,
    quantity: Option<i64>,
    unit_price: Option<rt::Decimal>,
}

impl<'a> decode::Fields<'a> for Read2<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.number = value
                    .read(|source, _| {
                        let value = decode::int(source, Blank::Value)?;
                        Ok(rt::constraint::int(&RULES_6, value)?)
                    })?;
            }
            1 => {
                value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_3, at.cx.bump, value)?)
                    })?;
            }
            2 => {
                self.description = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            3 => {
                self.quantity = value
                    .read(|source, _| {
                        let value = decode::int(source, Blank::Value)?;
                        Ok(rt::constraint::int(&RULES_6, value)?)
                    })?;
            }
            4 => {
                self.unit_price = value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_2, value)?)
                    })?;
            }
            5 => {
                value.read(|source, _| decode::boolean(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read2<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<OrderLine<'a>> {
        Ok(OrderLine {
            number: decode::filled(self.number)?,
            description: decode::filled(self.description)?,
            quantity: decode::filled(self.quantity)?,
            unit_price: decode::filled(self.unit_price)?,
        })
    }
}

/// Writes a `accounting.Invoice.positions`.
fn write_1(out: &mut Vec<u8>, record: &AccountingInvoicePositions<'_>) {
    out.extend_from_slice(b"{\"position\":");
    write::text::int(out, record.position);
    out.extend_from_slice(b",\"text\":");
    write::string(out, record.text);
    out.extend_from_slice(b",\"quantity\":");
    write::text::int(out, record.quantity);
    out.extend_from_slice(b",\"amount\":");
    write::text::int(out, record.amount);
    out.push(b'}');
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Email];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 1] = [rt::Constraint::Currency];

/// What a type of the mapping demands.
static RULES_2: [rt::Constraint; 2] = [
    rt::Constraint::Digits {
        precision: 12,
        scale: 2,
    },
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(0, 0, 0, false, 0)),
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_3: [rt::Constraint; 1] = [
    rt::Constraint::Length {
        min: 1,
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_4: [rt::Constraint; 1] = [
    rt::Constraint::Items {
        min: 1,
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_5: [rt::Constraint; 1] = [rt::Constraint::Country];

/// What a type of the mapping demands.
static RULES_6: [rt::Constraint; 1] = [
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(1, 0, 0, false, 0)),
        max: None,
    },
];

/// Texts of `accounting.State`, by member.
static ENUM_0: [Cow<'static, str>; 3] = [
    Cow::Borrowed("DUE"),
    Cow::Borrowed("SETTLED"),
    Cow::Borrowed("REVERSED"),
];

/// Texts of `OrderStatus`, by member.
static ENUM_1: [Cow<'static, str>; 5] = [
    Cow::Borrowed("open"),
    Cow::Borrowed("paid"),
    Cow::Borrowed("partially_refunded"),
    Cow::Borrowed("refunded"),
    Cow::Borrowed("cancelled"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 8] = [
    rt::Site {
        place: Cow::Borrowed("accounting.map:24:15"),
        target: Cow::Borrowed("issued_on"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("placed_at"))]),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:36:16"),
        target: Cow::Borrowed("positions.amount"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("lines")),
                rt::Segment::Index(0),
                rt::Segment::Key(Cow::Borrowed("unit_price")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:38:15"),
        target: Cow::Borrowed("shipping"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("shipping"))]),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:39:15"),
        target: Cow::Borrowed("discount"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("discount"))]),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:40:15"),
        target: Cow::Borrowed("tax"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("tax"))]),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:41:15"),
        target: Cow::Borrowed("payable"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("total"))]),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:21:28"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("lines"))]),
    },
    rt::Site {
        place: Cow::Borrowed("order.map:31:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
