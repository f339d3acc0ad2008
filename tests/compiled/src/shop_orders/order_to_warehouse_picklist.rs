//! Maps `Order` to `warehouse.PickList`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use std::sync::LazyLock;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Order` to a `warehouse.PickList`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn order_to_warehouse_picklist(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    order_to_warehouse_picklist_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`order_to_warehouse_picklist`], within a context that afterwards holds the notices of the record.
pub fn order_to_warehouse_picklist_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`order_to_warehouse_picklist`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn order_to_warehouse_picklist_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, order_to_warehouse_picklist_in)
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
    let l2 = rt::flow::Let::new(|| -> rt::Result<&'a [OrderLine<'a>]> {
        rt::flow::at(
            cx,
            &SITES[2],
            &[],
            rt::library::list::filter(cx, l0.lines, |l1: OrderLine<'a>| Ok(l1.shippable)),
        )
    });
    if (l0.status == 4_u32) || (l0.status == 3_u32) {
        return Ok(rt::Outcome::Skipped(Cow::Borrowed("nothing is left to ship")));
    }
    let l3: &'a str = l0.number;
    let l4: rt::Timestamp = l0.placed_at;
    let l5: bool = rt::library::order::contains(cx, l0.tags, "rush");
    let l7: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[0],
            &[],
            rt::constraint::int(
                &RULES_0,
                rt::flow::at(
                    cx,
                    &SITES[0],
                    &[],
                    rt::library::order::sum(
                        cx,
                        rt::flow::at(
                            cx,
                            &SITES[0],
                            &[],
                            rt::library::list::map(
                                cx,
                                l2.read(cx)?,
                                |l6: OrderLine<'a>| Ok(l6.quantity),
                            ),
                        )?,
                    ),
                )?,
            ),
        ),
    );
    let l10: rt::Result<&'a [WarehousePickListItems<'a>]> = rt::flow::part(
        cx,
        || rt::flow::each(
            cx,
            l2.read(cx)?,
            |_, l9, _| {
                Ok(
                    Some(WarehousePickListItems {
                        sku: l9.sku,
                        pieces: l9.quantity,
                    }),
                )
            },
        ),
    );
    let l14: rt::Result<WarehousePickListAddress<'a>> = rt::flow::part(
        cx,
        || Ok({
            let l13 = rt::flow::Let::new(|| -> rt::Result<Address<'a>> {
                match l0.ship_to {
                    Some(l11) => Ok(l11),
                    None => {
                        match l0.bill_to {
                            Some(l12) => Ok(l12),
                            None => {
                                Err::<
                                    _,
                                    rt::Fail,
                                >(
                                    rt::flow::problem(
                                        "no_address",
                                        "the order says not where to ship",
                                        &SITES[1],
                                        &[],
                                    ),
                                )
                            }
                        }
                    }
                }
            });
            {
                let p0 = rt::flow::part(
                    cx,
                    || Ok(
                        rt::library::list::concat(
                            cx,
                            rt::flow::list(cx, &[l13.read(cx)?.name]),
                            l13.read(cx)?.street,
                        ),
                    ),
                );
                let p1 = rt::flow::part(cx, || Ok(l13.read(cx)?.city));
                let p2 = rt::flow::part(cx, || Ok(l13.read(cx)?.postal_code));
                let p3 = rt::flow::part(cx, || Ok(l13.read(cx)?.country));
                rt::flow::join(
                    &[
                        p0.as_ref().err(),
                        p1.as_ref().err(),
                        p2.as_ref().err(),
                        p3.as_ref().err(),
                    ],
                )?;
                WarehousePickListAddress {
                    lines: p0?,
                    city: p1?,
                    postal_code: p2?,
                    country: p3?,
                }
            }
        }),
    );
    rt::flow::clean(cx)?;
    let l7 = l7?;
    let l10 = l10?;
    let l14 = l14?;
    out.extend_from_slice(b"{\"order\":");
    write::string(out, l3);
    out.extend_from_slice(b",\"ordered_at\":");
    write::quoted(
        out,
        |out| {
            write::text::timestamp_format(out, l4, &PATTERN_0, Some(&ZONE_0));
        },
    );
    out.extend_from_slice(b",\"rush\":");
    write::string(out, if l5 { "Y" } else { "N" });
    out.extend_from_slice(b",\"pieces\":");
    write::text::int(out, l7);
    out.extend_from_slice(b",\"items\":");
    write::list(
        out,
        l10,
        |out, item| {
            write_1(out, &item);
        },
    );
    out.extend_from_slice(b",\"address\":");
    write_2(out, &l14);
    out.push(b'}');
    Ok(rt::Outcome::Written)
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
    sku: &'a str,
    quantity: i64,
    shippable: bool,
}

/// What this route knows of a `Order`.
#[derive(Clone, Copy, PartialEq)]
struct Order<'a> {
    number: &'a str,
    placed_at: rt::Timestamp,
    status: u32,
    ship_to: Option<Address<'a>>,
    bill_to: Option<Address<'a>>,
    lines: &'a [OrderLine<'a>],
    tags: &'a [&'a str],
}

/// What this route knows of a `warehouse.PickList.items`.
#[derive(Clone, Copy, PartialEq)]
struct WarehousePickListItems<'a> {
    sku: &'a str,
    pieces: i64,
}

/// What this route knows of a `warehouse.PickList.address`.
#[derive(Clone, Copy, PartialEq)]
struct WarehousePickListAddress<'a> {
    lines: &'a [&'a str],
    city: &'a str,
    postal_code: Option<&'a str>,
    country: &'a str,
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
    number: Option<&'a str>,
    placed_at: Option<rt::Timestamp>,
    status: Option<u32>,
    ship_to: Option<Address<'a>>,
    bill_to: Option<Address<'a>>,
    lines: Option<&'a [OrderLine<'a>]>,
    tags: Option<&'a [&'a str]>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            1 => {
                self.number = value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            2 => {
                self.placed_at = value
                    .read(|source, _| decode::timestamp(source, Blank::Value))?;
            }
            3 => {
                self.status = value
                    .read(|source, _| decode::member(source, Blank::Value, &ENUM_0))?;
            }
            4 => {
                value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_1, at.cx.bump, value)?)
                    })?;
            }
            5 => {
                value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_2, at.cx.bump, value)?)
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
                value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_3, value)?)
                    })?;
            }
            10 => {
                value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_3, value)?)
                    })?;
            }
            11 => {
                value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_3, value)?)
                    })?;
            }
            12 => {
                value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_3, value)?)
                    })?;
            }
            13 => {
                self.tags = value
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
            number: decode::filled(self.number)?,
            placed_at: decode::filled(self.placed_at)?,
            status: decode::filled(self.status)?,
            ship_to: self.ship_to,
            bill_to: self.bill_to,
            lines: decode::filled(self.lines)?,
            tags: decode::filled(self.tags)?,
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
    street: Option<&'a [&'a str]>,
    postal_code: Option<&'a str>,
    city: Option<&'a str>,
    country: Option<&'a str>,
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
                        Ok(rt::constraint::text(&RULES_4, at.cx.bump, value)?)
                    })?;
            }
            1 => {
                self.street = value
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
                        Ok(rt::constraint::items(&RULES_5, value)?)
                    })?;
            }
            2 => {
                self.postal_code = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            3 => self.city = value.read(|source, _| decode::text(source, Blank::Value))?,
            4 => {
                self.country = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_6, at.cx.bump, value)?)
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
            street: decode::filled(self.street)?,
            postal_code: self.postal_code,
            city: decode::filled(self.city)?,
            country: decode::filled(self.country)?,
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
    sku: Option<&'a str>,
    quantity: Option<i64>,
    shippable: Option<bool>,
}

impl<'a> decode::Fields<'a> for Read2<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                value
                    .read(|source, _| {
                        let value = decode::int(source, Blank::Value)?;
                        Ok(rt::constraint::int(&RULES_0, value)?)
                    })?;
            }
            1 => {
                self.sku = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_4, at.cx.bump, value)?)
                    })?;
            }
            2 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            3 => {
                self.quantity = value
                    .read(|source, _| {
                        let value = decode::int(source, Blank::Value)?;
                        Ok(rt::constraint::int(&RULES_0, value)?)
                    })?;
            }
            4 => {
                value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_3, value)?)
                    })?;
            }
            5 => {
                self.shippable = value
                    .read(|source, _| decode::boolean(source, Blank::Value))?;
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
            sku: decode::filled(self.sku)?,
            quantity: decode::filled(self.quantity)?,
            shippable: decode::filled(self.shippable)?,
        })
    }
}

/// Writes a `warehouse.PickList.items`.
fn write_1(out: &mut Vec<u8>, record: &WarehousePickListItems<'_>) {
    out.extend_from_slice(b"{\"sku\":");
    write::string(out, record.sku);
    out.extend_from_slice(b",\"pieces\":");
    write::text::int(out, record.pieces);
    out.push(b'}');
}

/// Writes a `warehouse.PickList.address`.
fn write_2(out: &mut Vec<u8>, record: &WarehousePickListAddress<'_>) {
    out.extend_from_slice(b"{\"lines\":");
    write::list(
        out,
        record.lines,
        |out, item| {
            write::string(out, item);
        },
    );
    out.extend_from_slice(b",\"city\":");
    write::string(out, record.city);
    out.extend_from_slice(b",\"postal_code\":");
    match record.postal_code {
        Some(value) => {
            write::string(out, value);
        }
        None => write::null(out),
    }
    out.extend_from_slice(b",\"country\":");
    write::string(out, record.country);
    out.push(b'}');
}

/// A date pattern of the mapping.
static PATTERN_0: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new(
            "dd.MM.yyyy HH:mm",
            rt::datetime::Purpose::Timestamp {
                zone: true,
            },
        )
        .expect("checked when the mapping was compiled")
});

/// A time zone of the mapping.
static ZONE_0: LazyLock<rt::TimeZone> = LazyLock::new(|| {
    rt::datetime::zone("Europe/Berlin").expect("checked when the mapping was compiled")
});

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(1, 0, 0, false, 0)),
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 1] = [rt::Constraint::Email];

/// What a type of the mapping demands.
static RULES_2: [rt::Constraint; 1] = [rt::Constraint::Currency];

/// What a type of the mapping demands.
static RULES_3: [rt::Constraint; 2] = [
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
static RULES_4: [rt::Constraint; 1] = [
    rt::Constraint::Length {
        min: 1,
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

/// Texts of `OrderStatus`, by member.
static ENUM_0: [Cow<'static, str>; 5] = [
    Cow::Borrowed("open"),
    Cow::Borrowed("paid"),
    Cow::Borrowed("partially_refunded"),
    Cow::Borrowed("refunded"),
    Cow::Borrowed("cancelled"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 4] = [
    rt::Site {
        place: Cow::Borrowed("warehouse.map:21:16"),
        target: Cow::Borrowed("pieces"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("lines"))]),
    },
    rt::Site {
        place: Cow::Borrowed("warehouse.map:23:43"),
        target: Cow::Borrowed("address"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("bill_to"))]),
    },
    rt::Site {
        place: Cow::Borrowed("warehouse.map:16:16"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("lines"))]),
    },
    rt::Site {
        place: Cow::Borrowed("order.map:31:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
