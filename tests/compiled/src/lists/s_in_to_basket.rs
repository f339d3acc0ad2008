//! Maps `s.In` to `Basket`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `Basket`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_basket(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_basket_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_basket`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_basket_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_basket`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_basket_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_basket_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[6], &[], fields.finish())?;
    let l1: &'a str = l0.id;
    let l6: rt::Result<&'a [BasketLines<'a>]> = rt::flow::part(
        cx,
        || rt::flow::each(
            cx,
            l0.items,
            |i2, l3, l4| {
                if !(rt::ops::greater(l3.quantity, 0_i64)) {
                    return Ok(None);
                }
                Ok(
                    Some({
                        let p1 = rt::flow::part_or_skip(
                            cx,
                            || match l3.sku {
                                Some(l5) => Ok(l5),
                                None => {
                                    Err::<
                                        _,
                                        rt::Fail,
                                    >(rt::flow::skip(cx, "no stock number", &SITES[0], &[i2]))
                                }
                            },
                        )?;
                        let p2 = rt::flow::part(
                            cx,
                            || rt::flow::at(
                                cx,
                                &SITES[1],
                                &[i2],
                                rt::ops::multiply(l3.price, rt::Decimal::from(l3.quantity)),
                            ),
                        );
                        let p3 = rt::flow::concat(
                            cx,
                            &[
                                rt::library::conversion::int_to_string(cx, l4),
                                ". ",
                                rt::library::conversion::int_to_string(cx, l3.quantity),
                            ],
                        );
                        rt::flow::join(&[p1.as_ref().err(), p2.as_ref().err()])?;
                        BasketLines {
                            number: l4,
                            sku: p1?,
                            amount: p2?,
                            position: p3,
                        }
                    }),
                )
            },
        ),
    );
    let l9: rt::Result<&'a [&'a str]> = rt::flow::part(
        cx,
        || Ok(
            rt::library::list::present(
                cx,
                rt::flow::each(cx, l0.items, |_, l8, _| { Ok(Some(l8.sku)) })?,
            ),
        ),
    );
    let l11: Option<&'a str> = match rt::library::list::at(cx, l0.items, 0_i64) {
        Some(l10) => l10.sku,
        None => None,
    };
    let l13: Option<i64> = match l0.numbers {
        Some(l12) => rt::library::list::at(cx, l12, 1_i64),
        None => None,
    };
    let l18: rt::Result<&'a [&'a str]> = rt::flow::part(
        cx,
        || rt::flow::each(
            cx,
            rt::library::list::flatten(
                cx,
                rt::flow::each(cx, l0.items, |_, l15, _| { Ok(Some(l15.parts)) })?,
            ),
            |_, l17, _| { Ok(Some(l17.code)) },
        ),
    );
    let l20: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[3],
            &[],
            rt::library::order::sum_decimals(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[3],
                    &[],
                    rt::library::list::map(
                        cx,
                        l0.items,
                        |l19: SInItems<'a>| rt::flow::at(
                            cx,
                            &SITES[2],
                            &[],
                            rt::ops::multiply(l19.price, rt::Decimal::from(l19.quantity)),
                        ),
                    ),
                )?,
            ),
        ),
    );
    let l26: rt::Result<&'a [&'a str]> = rt::flow::part(
        cx,
        || rt::flow::each(
            cx,
            rt::flow::at(
                cx,
                &SITES[4],
                &[],
                rt::library::order::sort_by(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[4],
                        &[],
                        rt::library::list::filter(
                            cx,
                            l0.people,
                            |l21: SInPeople<'a>| Ok(
                                rt::ops::greater_equal(l21.age, 18_i64),
                            ),
                        ),
                    )?,
                    |l22: SInPeople<'a>| Ok(l22.age),
                ),
            )?,
            |_, l24, _| { Ok(Some(l24.name.unwrap_or("?"))) },
        ),
    );
    let l28: rt::Result<bool> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[5],
            &[],
            rt::library::list::any(
                cx,
                l0.items,
                |l27: SInItems<'a>| Ok(
                    rt::ops::greater(
                        l27.price,
                        rt::Decimal::from_parts(100, 0, 0, false, 0),
                    ),
                ),
            ),
        ),
    );
    rt::flow::clean(cx)?;
    let l6 = l6?;
    let l9 = l9?;
    let l18 = l18?;
    let l20 = l20?;
    let l26 = l26?;
    let l28 = l28?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"lines\":");
    write::list(
        out,
        l6,
        |out, item| {
            write_1(out, &item);
        },
    );
    out.extend_from_slice(b",\"skus\":");
    write::list(
        out,
        l9,
        |out, item| {
            write::string(out, item);
        },
    );
    if let Some(value) = l11 {
        out.extend_from_slice(b",\"first\":");
        write::string(out, value);
    }
    if let Some(value) = l13 {
        out.extend_from_slice(b",\"second\":");
        write::text::int(out, value);
    }
    out.extend_from_slice(b",\"parts\":");
    write::list(
        out,
        l18,
        |out, item| {
            write::string(out, item);
        },
    );
    out.extend_from_slice(b",\"total\":");
    write::text::decimal(out, l20, None, write::text::POINT);
    out.extend_from_slice(b",\"names\":");
    write::list(
        out,
        l26,
        |out, item| {
            write::string(out, item);
        },
    );
    out.extend_from_slice(b",\"dear\":");
    write::text::boolean(out, l28);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: &'a str,
    items: &'a [SInItems<'a>],
    numbers: Option<&'a [i64]>,
    people: &'a [SInPeople<'a>],
}

/// What this route knows of a `Basket.lines`.
#[derive(Clone, Copy, PartialEq)]
struct BasketLines<'a> {
    number: i64,
    sku: &'a str,
    amount: rt::Decimal,
    position: &'a str,
}

/// What this route knows of a `s.In.items`.
#[derive(Clone, Copy, PartialEq)]
struct SInItems<'a> {
    sku: Option<&'a str>,
    quantity: i64,
    price: rt::Decimal,
    parts: &'a [SInItemsParts<'a>],
}

/// What this route knows of a `s.In.items.parts`.
#[derive(Clone, Copy, PartialEq)]
struct SInItemsParts<'a> {
    code: &'a str,
}

/// What this route knows of a `s.In.people`.
#[derive(Clone, Copy, PartialEq)]
struct SInPeople<'a> {
    name: Option<&'a str>,
    age: i64,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("lists.map:17:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("items")]),
                Cow::Borrowed("lists.map:18:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("numbers")]),
                    Cow::Borrowed("lists.map:19:5"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("people")]),
                Cow::Borrowed("lists.map:20:5"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("lists.map:16:10"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    items: Option<&'a [SInItems<'a>]>,
    numbers: Option<&'a [i64]>,
    people: Option<&'a [SInPeople<'a>]>,
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
                self.items = value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, at| {
                                let mut fields = Read1::default();
                                decode::object(source, at, &READ_1, &mut fields)?;
                                Ok(fields.finish()?)
                            },
                        ),
                    ))?;
            }
            2 => {
                self.numbers = value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, _| decode::int(source, Blank::Value),
                        ),
                    ))?;
            }
            3 => {
                self.people = value
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
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SIn<'a>> {
        Ok(SIn {
            id: decode::filled(self.id)?,
            items: decode::filled(self.items)?,
            numbers: self.numbers,
            people: decode::filled(self.people)?,
        })
    }
}

/// How `s.In.items` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("sku")]),
                    Cow::Borrowed("lists.map:18:15"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("quantity")]),
                Cow::Borrowed("lists.map:18:29"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("price")]),
                Cow::Borrowed("lists.map:18:44"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("parts")]),
                Cow::Borrowed("lists.map:18:70"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("lists.map:18:13"),
};

/// What was read of `s.In.items`.
#[derive(Default)]
struct Read1<'a> {
    sku: Option<&'a str>,
    quantity: Option<i64>,
    price: Option<rt::Decimal>,
    parts: Option<&'a [SInItemsParts<'a>]>,
}

impl<'a> decode::Fields<'a> for Read1<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.sku = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => {
                self.quantity = value
                    .read(|source, _| decode::int(source, Blank::Value))?;
            }
            2 => {
                self.price = value
                    .read(|source, _| decode::decimal_text(source, Blank::Value))?;
            }
            3 => {
                self.parts = value
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
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read1<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SInItems<'a>> {
        Ok(SInItems {
            sku: self.sku,
            quantity: decode::filled(self.quantity)?,
            price: decode::filled(self.price)?,
            parts: decode::filled(self.parts)?,
        })
    }
}

/// How `s.In.people` is read.
static READ_2: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("name")]),
                    Cow::Borrowed("lists.map:20:16"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("age")]),
                Cow::Borrowed("lists.map:20:31"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("lists.map:20:14"),
};

/// What was read of `s.In.people`.
#[derive(Default)]
struct Read2<'a> {
    name: Option<&'a str>,
    age: Option<i64>,
}

impl<'a> decode::Fields<'a> for Read2<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.name = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.age = value.read(|source, _| decode::int(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read2<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SInPeople<'a>> {
        Ok(SInPeople {
            name: self.name,
            age: decode::filled(self.age)?,
        })
    }
}

/// How `s.In.items.parts` is read.
static READ_3: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("code")]),
                Cow::Borrowed("lists.map:18:80"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("lists.map:18:78"),
};

/// What was read of `s.In.items.parts`.
#[derive(Default)]
struct Read3<'a> {
    code: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read3<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.code = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read3<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SInItemsParts<'a>> {
        Ok(SInItemsParts {
            code: decode::filled(self.code)?,
        })
    }
}

/// Writes a `Basket.lines`.
fn write_1(out: &mut Vec<u8>, record: &BasketLines<'_>) {
    out.extend_from_slice(b"{\"number\":");
    write::text::int(out, record.number);
    out.extend_from_slice(b",\"sku\":");
    write::string(out, record.sku);
    out.extend_from_slice(b",\"amount\":");
    write::text::decimal(out, record.amount, None, write::text::POINT);
    out.extend_from_slice(b",\"position\":");
    write::string(out, record.position);
    out.push(b'}');
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 7] = [
    rt::Site {
        place: Cow::Borrowed("lists.map:28:28"),
        target: Cow::Borrowed("lines.sku"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("items")),
                rt::Segment::Index(0),
                rt::Segment::Key(Cow::Borrowed("sku")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("lists.map:29:16"),
        target: Cow::Borrowed("lines.amount"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("items")),
                rt::Segment::Index(0),
                rt::Segment::Key(Cow::Borrowed("price")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("lists.map:36:27"),
        target: Cow::Borrowed("total"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("items"))]),
    },
    rt::Site {
        place: Cow::Borrowed("lists.map:36:12"),
        target: Cow::Borrowed("total"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("items"))]),
    },
    rt::Site {
        place: Cow::Borrowed("lists.map:37:21"),
        target: Cow::Borrowed("names"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("people"))]),
    },
    rt::Site {
        place: Cow::Borrowed("lists.map:38:12"),
        target: Cow::Borrowed("dear"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("items"))]),
    },
    rt::Site {
        place: Cow::Borrowed("lists.map:16:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
