//! Maps `shop.Order` to `accounting.Invoice`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `shop.Order` to a `accounting.Invoice`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn shop_order_to_order_to_accounting_invoice(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    shop_order_to_order_to_accounting_invoice_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`shop_order_to_order_to_accounting_invoice`], within a context that afterwards holds the notices of the record.
pub fn shop_order_to_order_to_accounting_invoice_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`shop_order_to_order_to_accounting_invoice`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn shop_order_to_order_to_accounting_invoice_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, shop_order_to_order_to_accounting_invoice_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[22], &[], fields.finish())?;
    if l0.test {
        return Ok(rt::Outcome::Skipped(Cow::Borrowed("the shop's own test orders")));
    }
    let l1: &'a str = rt::library::conversion::int_to_string(cx, l0.id);
    let l2: &'a str = rt::library::search::remove(cx, l0.name, "#");
    let l3: rt::Timestamp = l0.created_at;
    let l6: rt::Result<u32> = rt::flow::part(
        cx,
        || Ok(
            if l0.cancelled_at.is_some() {
                4_u32
            } else {
                (match l0.financial_status {
                    Some(l4) => {
                        Some(
                            rt::flow::at(cx, &SITES[7], &[], table0_payment_status(l4))?,
                        )
                    }
                    None => None,
                })
                    .unwrap_or(0_u32)
            },
        ),
    );
    let _: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            match match match l0.email {
                Some(l7) => Some(rt::library::text::trim(cx, l7)),
                None => None,
            } {
                Some(l8) => Some(rt::library::text::lower(cx, l8)),
                None => None,
            } {
                Some(l9) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[8],
                            &[],
                            rt::constraint::text(&RULES_0, cx.bump, l9),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l11: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[9],
            &[],
            rt::constraint::text(&RULES_1, cx.bump, l0.currency),
        ),
    );
    let l13: rt::Result<Option<Address<'a>>> = rt::flow::part(
        cx,
        || Ok(
            match l0.shipping_address {
                Some(l12) => {
                    Some(
                        rt::flow::call(
                            cx,
                            &SITES[10],
                            &[],
                            || f0_shop_address_address(cx, l12),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l15: rt::Result<Option<Address<'a>>> = rt::flow::part(
        cx,
        || Ok(
            match l0.billing_address {
                Some(l14) => {
                    Some(
                        rt::flow::call(
                            cx,
                            &SITES[11],
                            &[],
                            || f0_shop_address_address(cx, l14),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l22: rt::Result<&'a [OrderLine<'a>]> = rt::flow::part(
        cx,
        || rt::flow::each(
            cx,
            match l0.line_items {
                Some(l16) => l16,
                None => rt::flow::list::<ShopOrderLineItems<'a>>(cx, &[]),
            },
            |i17, l18, l19| {
                if !(rt::ops::greater(l18.quantity, 0_i64)) {
                    return Ok(None);
                }
                Ok(
                    Some({
                        let p0 = rt::flow::part(
                            cx,
                            || rt::flow::at(
                                cx,
                                &SITES[12],
                                &[i17],
                                rt::constraint::int(&RULES_2, l19),
                            ),
                        );
                        let p1 = rt::flow::part_or_skip(
                            cx,
                            || rt::flow::at(
                                cx,
                                &SITES[14],
                                &[i17],
                                rt::constraint::text(
                                    &RULES_3,
                                    cx.bump,
                                    (match l18.sku {
                                        Some(l20) => Ok(l20),
                                        None => {
                                            Err::<
                                                _,
                                                rt::Fail,
                                            >(
                                                rt::flow::skip(
                                                    cx,
                                                    "a line without a stock number is a note",
                                                    &SITES[13],
                                                    &[i17],
                                                ),
                                            )
                                        }
                                    })?,
                                ),
                            ),
                        )?;
                        let p2 = match l18.variant_title {
                            Some(l21) => rt::flow::concat(cx, &[l18.title, ", ", l21]),
                            None => l18.title,
                        };
                        let p3 = rt::flow::part(
                            cx,
                            || rt::flow::at(
                                cx,
                                &SITES[15],
                                &[i17],
                                rt::constraint::int(&RULES_2, l18.quantity),
                            ),
                        );
                        let p4 = rt::flow::part(
                            cx,
                            || rt::flow::at(
                                cx,
                                &SITES[16],
                                &[i17],
                                rt::constraint::decimal(&RULES_4, l18.price),
                            ),
                        );
                        rt::flow::join(
                            &[
                                p0.as_ref().err(),
                                p1.as_ref().err(),
                                p3.as_ref().err(),
                                p4.as_ref().err(),
                            ],
                        )?;
                        OrderLine {
                            number: p0?,
                            sku: p1?,
                            description: p2,
                            quantity: p3?,
                            unit_price: p4?,
                            shippable: l18.requires_shipping,
                        }
                    }),
                )
            },
        ),
    );
    let l25: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[17],
            &[],
            rt::constraint::decimal(
                &RULES_4,
                rt::flow::at(
                    cx,
                    &SITES[17],
                    &[],
                    rt::library::order::sum_decimals(
                        cx,
                        rt::flow::at(
                            cx,
                            &SITES[17],
                            &[],
                            rt::library::list::map(
                                cx,
                                match l0.shipping_lines {
                                    Some(l23) => l23,
                                    None => rt::flow::list::<ShopOrderShippingLines>(cx, &[]),
                                },
                                |l24: ShopOrderShippingLines| Ok(l24.price),
                            ),
                        )?,
                    ),
                )?,
            ),
        ),
    );
    let l26: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[18],
            &[],
            rt::constraint::decimal(&RULES_4, l0.total_discounts),
        ),
    );
    let l27: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[19],
            &[],
            rt::constraint::decimal(&RULES_4, l0.total_tax),
        ),
    );
    let l28: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[20],
            &[],
            rt::constraint::decimal(&RULES_4, l0.total_price),
        ),
    );
    let _: rt::Result<&'a [&'a str]> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[21],
            &[],
            rt::library::list::filter(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[21],
                    &[],
                    rt::library::list::map(
                        cx,
                        rt::library::search::split(cx, l0.tags.unwrap_or(""), ","),
                        |l30: &'a str| Ok(rt::library::text::trim(cx, l30)),
                    ),
                )?,
                |l31: &'a str| Ok(l31 != ""),
            ),
        ),
    );
    rt::flow::clean(cx)?;
    let l6 = l6?;
    let l11 = l11?;
    let l13 = l13?;
    let l15 = l15?;
    let l22 = l22?;
    let l25 = l25?;
    let l26 = l26?;
    let l27 = l27?;
    let l28 = l28?;
    if rt::library::list::is_empty(cx, l22)
        && rt::ops::greater(l28, rt::Decimal::from_parts(0, 0, 0, false, 0))
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
    let l33: &'a str = rt::flow::concat(cx, &[l2, "/", l1]);
    let l34: rt::Result<rt::Date> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::to_date(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[0],
                    &[],
                    rt::library::date::in_zone(cx, l3, "UTC"),
                )?,
            ),
        ),
    );
    let l35: u32 = match l6 {
        0_u32 => 0_u32,
        1_u32 | 2_u32 => 1_u32,
        _ => 2_u32,
    };
    let l36: &'a str = l11;
    let l40: Option<&'a str> = match match l15 {
        Some(l37) => Some(l37.name),
        None => None,
    } {
        Some(l38) => Some(l38),
        None => {
            match l13 {
                Some(l39) => Some(l39.name),
                None => None,
            }
        }
    };
    let l43: rt::Result<&'a [AccountingInvoicePositions<'a>]> = rt::flow::part(
        cx,
        || rt::flow::each(
            cx,
            l22,
            |_, l42, _| {
                Ok(
                    Some({
                        let p3 = rt::flow::part(
                            cx,
                            || rt::flow::at(
                                cx,
                                &SITES[1],
                                &[],
                                rt::library::money::to_minor(
                                    cx,
                                    rt::flow::at(
                                        cx,
                                        &SITES[1],
                                        &[],
                                        rt::ops::multiply(
                                            l42.unit_price,
                                            rt::Decimal::from(l42.quantity),
                                        ),
                                    )?,
                                    l11,
                                ),
                            ),
                        );
                        rt::flow::join(&[p3.as_ref().err()])?;
                        AccountingInvoicePositions {
                            position: l42.number,
                            text: l42.description,
                            quantity: l42.quantity,
                            amount: p3?,
                        }
                    }),
                )
            },
        ),
    );
    let l44: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[2], &[], rt::library::money::to_minor(cx, l25, l11)),
    );
    let l45: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[3], &[], rt::library::money::to_minor(cx, l26, l11)),
    );
    let l46: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[4], &[], rt::library::money::to_minor(cx, l27, l11)),
    );
    let l47: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[5], &[], rt::library::money::to_minor(cx, l28, l11)),
    );
    rt::flow::clean(cx)?;
    let l34 = l34?;
    let l43 = l43?;
    let l44 = l44?;
    let l45 = l45?;
    let l46 = l46?;
    let l47 = l47?;
    out.extend_from_slice(b"{\"reference\":");
    write::string(out, l33);
    out.extend_from_slice(b",\"issued_on\":");
    out.push(b'"');
    write::text::date(out, l34);
    out.push(b'"');
    out.extend_from_slice(b",\"state\":");
    write::string(out, rt::flow::wire(&ENUM_0, l35));
    out.extend_from_slice(b",\"currency\":");
    write::string(out, l36);
    if let Some(value) = l40 {
        out.extend_from_slice(b",\"customer\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"positions\":");
    write::list(
        out,
        l43,
        |out, item| {
            write_1(out, &item);
        },
    );
    out.extend_from_slice(b",\"shipping\":");
    write::text::int(out, l44);
    out.extend_from_slice(b",\"discount\":");
    write::text::int(out, l45);
    out.extend_from_slice(b",\"tax\":");
    write::text::int(out, l46);
    out.extend_from_slice(b",\"payable\":");
    write::text::int(out, l47);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// `shop.Address -> Address`
fn f0_shop_address_address<'a>(
    cx: &rt::Cx<'a>,
    l0: ShopAddress<'a>,
) -> rt::Result<Address<'a>> {
    Ok({
        let p0 = rt::flow::part(
            cx,
            || rt::flow::at(
                cx,
                &SITES[24],
                &[],
                rt::constraint::text(
                    &RULES_3,
                    cx.bump,
                    (match l0.name {
                        Some(l1) => Ok(l1),
                        None => {
                            match rt::library::text::nonblank(
                                cx,
                                rt::library::text::join_present(
                                    cx,
                                    rt::flow::list(cx, &[l0.first_name, l0.last_name]),
                                    " ",
                                ),
                            ) {
                                Some(l2) => Ok(l2),
                                None => {
                                    Err::<
                                        _,
                                        rt::Fail,
                                    >(
                                        rt::flow::problem(
                                            "no_name",
                                            "an address needs a name",
                                            &SITES[23],
                                            &[],
                                        ),
                                    )
                                }
                            }
                        }
                    })?,
                ),
            ),
        );
        let p1 = rt::flow::part(
            cx,
            || rt::flow::at(
                cx,
                &SITES[25],
                &[],
                rt::constraint::items(
                    &RULES_5,
                    rt::library::list::present(
                        cx,
                        rt::flow::list(cx, &[Some(l0.address1), l0.address2]),
                    ),
                ),
            ),
        );
        let p4 = rt::flow::part(
            cx,
            || rt::flow::at(
                cx,
                &SITES[26],
                &[],
                rt::constraint::text(
                    &RULES_6,
                    cx.bump,
                    rt::library::text::upper(cx, l0.country_code),
                ),
            ),
        );
        rt::flow::join(&[p0.as_ref().err(), p1.as_ref().err(), p4.as_ref().err()])?;
        Address {
            name: p0?,
            street: p1?,
            postal_code: l0.zip,
            city: l0.city,
            country: p4?,
        }
    })
}

/// What this route knows of a `Address`.
#[derive(Clone, Copy, PartialEq)]
struct Address<'a> {
    name: &'a str,
    street: &'a [&'a str],
    postal_code: Option<&'a str>,
    city: &'a str,
    country: &'a str,
}

/// What this route knows of a `OrderLine`.
#[derive(Clone, Copy, PartialEq)]
struct OrderLine<'a> {
    number: i64,
    sku: &'a str,
    description: &'a str,
    quantity: i64,
    unit_price: rt::Decimal,
    shippable: bool,
}

/// What this route knows of a `shop.Address`.
#[derive(Clone, Copy, PartialEq)]
struct ShopAddress<'a> {
    name: Option<&'a str>,
    first_name: Option<&'a str>,
    last_name: Option<&'a str>,
    address1: &'a str,
    address2: Option<&'a str>,
    zip: Option<&'a str>,
    city: &'a str,
    country_code: &'a str,
}

/// What this route knows of a `shop.Order`.
#[derive(Clone, Copy, PartialEq)]
struct ShopOrder<'a> {
    id: i64,
    name: &'a str,
    created_at: rt::Timestamp,
    cancelled_at: Option<rt::Timestamp>,
    test: bool,
    financial_status: Option<&'a str>,
    email: Option<&'a str>,
    currency: &'a str,
    shipping_address: Option<ShopAddress<'a>>,
    billing_address: Option<ShopAddress<'a>>,
    line_items: Option<&'a [ShopOrderLineItems<'a>]>,
    shipping_lines: Option<&'a [ShopOrderShippingLines]>,
    total_discounts: rt::Decimal,
    total_tax: rt::Decimal,
    total_price: rt::Decimal,
    tags: Option<&'a str>,
}

/// What this route knows of a `accounting.Invoice.positions`.
#[derive(Clone, Copy, PartialEq)]
struct AccountingInvoicePositions<'a> {
    position: i64,
    text: &'a str,
    quantity: i64,
    amount: i64,
}

/// What this route knows of a `shop.Order.line_items`.
#[derive(Clone, Copy, PartialEq)]
struct ShopOrderLineItems<'a> {
    sku: Option<&'a str>,
    title: &'a str,
    variant_title: Option<&'a str>,
    quantity: i64,
    price: rt::Decimal,
    requires_shipping: bool,
}

/// What this route knows of a `shop.Order.shipping_lines`.
#[derive(Clone, Copy, PartialEq)]
struct ShopOrderShippingLines {
    price: rt::Decimal,
}

/// How `shop.Order` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("shop.map:16:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("name")]),
                Cow::Borrowed("shop.map:17:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("created_at")]),
                Cow::Borrowed("shop.map:18:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("cancelled_at")]),
                    Cow::Borrowed("shop.map:19:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("test")]),
                    Cow::Borrowed("shop.map:20:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("financial_status")]),
                    Cow::Borrowed("shop.map:21:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("email")]),
                    Cow::Borrowed("shop.map:22:5"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("currency")]),
                Cow::Borrowed("shop.map:23:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("shipping_address")]),
                    Cow::Borrowed("shop.map:24:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("billing_address")]),
                    Cow::Borrowed("shop.map:25:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("line_items")]),
                    Cow::Borrowed("shop.map:26:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("shipping_lines")]),
                    Cow::Borrowed("shop.map:34:5"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("total_discounts")]),
                Cow::Borrowed("shop.map:35:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("total_tax")]),
                Cow::Borrowed("shop.map:36:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("total_price")]),
                Cow::Borrowed("shop.map:37:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("tags")]),
                    Cow::Borrowed("shop.map:38:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("shop.map:15:10"),
};

/// What was read of `shop.Order`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<i64>,
    name: Option<&'a str>,
    created_at: Option<rt::Timestamp>,
    cancelled_at: Option<rt::Timestamp>,
    test: Option<bool>,
    financial_status: Option<&'a str>,
    email: Option<&'a str>,
    currency: Option<&'a str>,
    shipping_address: Option<ShopAddress<'a>>,
    billing_address: Option<ShopAddress<'a>>,
    line_items: Option<&'a [ShopOrderLineItems<'a>]>,
    shipping_lines: Option<&'a [ShopOrderShippingLines]>,
    total_discounts: Option<rt::Decimal>,
    total_tax: Option<rt::Decimal>,
    total_price: Option<rt::Decimal>,
    tags: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::int(source, Blank::Absent))?,
            1 => self.name = value.read(|source, _| decode::text(source, Blank::Absent))?,
            2 => {
                self.created_at = value
                    .read(|source, _| decode::timestamp(source, Blank::Absent))?;
            }
            3 => {
                self.cancelled_at = value
                    .read(|source, _| decode::timestamp(source, Blank::Absent))?;
            }
            4 => {
                self.test = value
                    .read(|source, _| decode::boolean(source, Blank::Absent))?;
            }
            5 => {
                self.financial_status = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            6 => {
                self.email = value.read(|source, _| decode::text(source, Blank::Absent))?;
            }
            7 => {
                self.currency = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            8 => {
                self.shipping_address = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            9 => {
                self.billing_address = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            10 => {
                self.line_items = value
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
            11 => {
                self.shipping_lines = value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, at| {
                                let mut fields = Read3::default();
                                decode::object(source, at, &READ_3, &mut fields)?;
                                Ok(fields.finish()?)
                            },
                        ),
                    ))?;
            }
            12 => {
                self.total_discounts = value
                    .read(|source, _| decode::decimal_text(source, Blank::Absent))?;
            }
            13 => {
                self.total_tax = value
                    .read(|source, _| decode::decimal_text(source, Blank::Absent))?;
            }
            14 => {
                self.total_price = value
                    .read(|source, _| decode::decimal_text(source, Blank::Absent))?;
            }
            15 => {
                self.tags = value.read(|source, _| decode::text(source, Blank::Absent))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<ShopOrder<'a>> {
        Ok(ShopOrder {
            id: decode::filled(self.id)?,
            name: decode::filled(self.name)?,
            created_at: decode::filled(self.created_at)?,
            cancelled_at: self.cancelled_at,
            test: self.test.unwrap_or(false),
            financial_status: self.financial_status,
            email: self.email,
            currency: decode::filled(self.currency)?,
            shipping_address: self.shipping_address,
            billing_address: self.billing_address,
            line_items: self.line_items,
            shipping_lines: self.shipping_lines,
            total_discounts: decode::filled(self.total_discounts)?,
            total_tax: decode::filled(self.total_tax)?,
            total_price: decode::filled(self.total_price)?,
            tags: self.tags,
        })
    }
}

/// How `shop.Address` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("name")]),
                    Cow::Borrowed("shop.map:5:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("first_name")]),
                    Cow::Borrowed("shop.map:6:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("last_name")]),
                    Cow::Borrowed("shop.map:7:5"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("address1")]),
                Cow::Borrowed("shop.map:8:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("address2")]),
                    Cow::Borrowed("shop.map:9:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("zip")]),
                    Cow::Borrowed("shop.map:10:5"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("city")]),
                Cow::Borrowed("shop.map:11:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("country_code")]),
                Cow::Borrowed("shop.map:12:5"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("shop.map:4:10"),
};

/// What was read of `shop.Address`.
#[derive(Default)]
struct Read1<'a> {
    name: Option<&'a str>,
    first_name: Option<&'a str>,
    last_name: Option<&'a str>,
    address1: Option<&'a str>,
    address2: Option<&'a str>,
    zip: Option<&'a str>,
    city: Option<&'a str>,
    country_code: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read1<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.name = value.read(|source, _| decode::text(source, Blank::Absent))?,
            1 => {
                self.first_name = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            2 => {
                self.last_name = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            3 => {
                self.address1 = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            4 => {
                self.address2 = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            5 => self.zip = value.read(|source, _| decode::text(source, Blank::Absent))?,
            6 => self.city = value.read(|source, _| decode::text(source, Blank::Absent))?,
            7 => {
                self.country_code = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read1<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<ShopAddress<'a>> {
        Ok(ShopAddress {
            name: self.name,
            first_name: self.first_name,
            last_name: self.last_name,
            address1: decode::filled(self.address1)?,
            address2: self.address2,
            zip: self.zip,
            city: decode::filled(self.city)?,
            country_code: decode::filled(self.country_code)?,
        })
    }
}

/// How `shop.Order.line_items` is read.
static READ_2: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("sku")]),
                    Cow::Borrowed("shop.map:27:7"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("title")]),
                Cow::Borrowed("shop.map:28:7"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("variant_title")]),
                    Cow::Borrowed("shop.map:29:7"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("quantity")]),
                Cow::Borrowed("shop.map:30:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("price")]),
                Cow::Borrowed("shop.map:31:7"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("requires_shipping")]),
                    Cow::Borrowed("shop.map:32:7"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("shop.map:26:18"),
};

/// What was read of `shop.Order.line_items`.
#[derive(Default)]
struct Read2<'a> {
    sku: Option<&'a str>,
    title: Option<&'a str>,
    variant_title: Option<&'a str>,
    quantity: Option<i64>,
    price: Option<rt::Decimal>,
    requires_shipping: Option<bool>,
}

impl<'a> decode::Fields<'a> for Read2<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.sku = value.read(|source, _| decode::text(source, Blank::Absent))?,
            1 => {
                self.title = value.read(|source, _| decode::text(source, Blank::Absent))?;
            }
            2 => {
                self.variant_title = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            3 => {
                self.quantity = value
                    .read(|source, _| decode::int(source, Blank::Absent))?;
            }
            4 => {
                self.price = value
                    .read(|source, _| decode::decimal_text(source, Blank::Absent))?;
            }
            5 => {
                self.requires_shipping = value
                    .read(|source, _| decode::boolean(source, Blank::Absent))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read2<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<ShopOrderLineItems<'a>> {
        Ok(ShopOrderLineItems {
            sku: self.sku,
            title: decode::filled(self.title)?,
            variant_title: self.variant_title,
            quantity: decode::filled(self.quantity)?,
            price: decode::filled(self.price)?,
            requires_shipping: self.requires_shipping.unwrap_or(true),
        })
    }
}

/// How `shop.Order.shipping_lines` is read.
static READ_3: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("price")]),
                Cow::Borrowed("shop.map:34:24"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("shop.map:34:22"),
};

/// What was read of `shop.Order.shipping_lines`.
#[derive(Default)]
struct Read3 {
    price: Option<rt::Decimal>,
}

impl<'a> decode::Fields<'a> for Read3 {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.price = value
                    .read(|source, _| decode::decimal_text(source, Blank::Absent))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl Read3 {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<ShopOrderShippingLines> {
        Ok(ShopOrderShippingLines {
            price: decode::filled(self.price)?,
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

/// Table `PaymentStatus`.
fn table0_payment_status<'a>(key: &'a str) -> rt::Result<u32> {
    match key {
        "pending" => Ok(0_u32),
        "authorized" => Ok(0_u32),
        "partially_paid" => Ok(0_u32),
        "paid" => Ok(1_u32),
        "partially_refunded" => Ok(2_u32),
        "refunded" => Ok(3_u32),
        "voided" => Ok(3_u32),
        _ => Err(rt::flow::not_in_table("PaymentStatus")),
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Email];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 1] = [rt::Constraint::Currency];

/// What a type of the mapping demands.
static RULES_2: [rt::Constraint; 1] = [
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(1, 0, 0, false, 0)),
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
static RULES_4: [rt::Constraint; 2] = [
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
static RULES_5: [rt::Constraint; 1] = [
    rt::Constraint::Items {
        min: 1,
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_6: [rt::Constraint; 1] = [rt::Constraint::Country];

/// Texts of `accounting.State`, by member.
static ENUM_0: [Cow<'static, str>; 3] = [
    Cow::Borrowed("DUE"),
    Cow::Borrowed("SETTLED"),
    Cow::Borrowed("REVERSED"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 27] = [
    rt::Site {
        place: Cow::Borrowed("accounting.map:24:15"),
        target: Cow::Borrowed("issued_on"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("created_at"))]),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:36:16"),
        target: Cow::Borrowed("positions.amount"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("line_items"))]),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:38:15"),
        target: Cow::Borrowed("shipping"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("shipping_lines"))]),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:39:15"),
        target: Cow::Borrowed("discount"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("total_discounts"))]),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:40:15"),
        target: Cow::Borrowed("tax"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("total_tax"))]),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:41:15"),
        target: Cow::Borrowed("payable"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("total_price"))]),
    },
    rt::Site {
        place: Cow::Borrowed("accounting.map:21:28"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("line_items"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:63:63"),
        target: Cow::Borrowed("status"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("financial_status"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:64:15"),
        target: Cow::Borrowed("email"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("email"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:65:15"),
        target: Cow::Borrowed("currency"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("currency"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:66:15"),
        target: Cow::Borrowed("ship_to"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("shipping_address"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:67:15"),
        target: Cow::Borrowed("bill_to"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("billing_address"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:69:19"),
        target: Cow::Borrowed("lines.number"),
        pointer: Cow::Borrowed(
            &[rt::Segment::Key(Cow::Borrowed("line_items")), rt::Segment::Index(0)],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:70:31"),
        target: Cow::Borrowed("lines.sku"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("line_items")),
                rt::Segment::Index(0),
                rt::Segment::Key(Cow::Borrowed("sku")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:70:19"),
        target: Cow::Borrowed("lines.sku"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("line_items")),
                rt::Segment::Index(0),
                rt::Segment::Key(Cow::Borrowed("sku")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:72:19"),
        target: Cow::Borrowed("lines.quantity"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("line_items")),
                rt::Segment::Index(0),
                rt::Segment::Key(Cow::Borrowed("quantity")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:73:19"),
        target: Cow::Borrowed("lines.unit_price"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("line_items")),
                rt::Segment::Index(0),
                rt::Segment::Key(Cow::Borrowed("price")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:76:15"),
        target: Cow::Borrowed("shipping"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("shipping_lines"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:77:15"),
        target: Cow::Borrowed("discount"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("total_discounts"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:78:15"),
        target: Cow::Borrowed("tax"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("total_tax"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:79:15"),
        target: Cow::Borrowed("total"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("total_price"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:80:15"),
        target: Cow::Borrowed("tags"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("tags"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:15:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:50:82"),
        target: Cow::Borrowed("name"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("first_name"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:50:17"),
        target: Cow::Borrowed("name"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("name"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:51:17"),
        target: Cow::Borrowed("street"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("address1"))]),
    },
    rt::Site {
        place: Cow::Borrowed("shop.map:54:17"),
        target: Cow::Borrowed("country"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("country_code"))]),
    },
];
