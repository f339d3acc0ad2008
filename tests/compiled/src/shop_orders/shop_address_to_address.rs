//! Maps `shop.Address` to `Address`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `shop.Address` to a `Address`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn shop_address_to_address(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    shop_address_to_address_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`shop_address_to_address`], within a context that afterwards holds the notices of the record.
pub fn shop_address_to_address_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`shop_address_to_address`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn shop_address_to_address_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, shop_address_to_address_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[4], &[], fields.finish())?;
    let l3: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::constraint::text(
                &RULES_0,
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
                                        &SITES[0],
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
    let l4: rt::Result<&'a [&'a str]> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[2],
            &[],
            rt::constraint::items(
                &RULES_1,
                rt::library::list::present(
                    cx,
                    rt::flow::list(cx, &[Some(l0.address1), l0.address2]),
                ),
            ),
        ),
    );
    let l5: Option<&'a str> = l0.zip;
    let l6: &'a str = l0.city;
    let l7: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[3],
            &[],
            rt::constraint::text(
                &RULES_2,
                cx.bump,
                rt::library::text::upper(cx, l0.country_code),
            ),
        ),
    );
    rt::flow::clean(cx)?;
    let l3 = l3?;
    let l4 = l4?;
    let l7 = l7?;
    out.extend_from_slice(b"{\"name\":");
    write::string(out, l3);
    out.extend_from_slice(b",\"street\":");
    write::list(
        out,
        l4,
        |out, item| {
            write::string(out, item);
        },
    );
    if let Some(value) = l5 {
        out.extend_from_slice(b",\"postal_code\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"city\":");
    write::string(out, l6);
    out.extend_from_slice(b",\"country\":");
    write::string(out, l7);
    out.push(b'}');
    Ok(rt::Outcome::Written)
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

/// How `shop.Address` is read.
static READ_0: decode::Object = decode::Object {
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
struct Read0<'a> {
    name: Option<&'a str>,
    first_name: Option<&'a str>,
    last_name: Option<&'a str>,
    address1: Option<&'a str>,
    address2: Option<&'a str>,
    zip: Option<&'a str>,
    city: Option<&'a str>,
    country_code: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
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

impl<'a> Read0<'a> {
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

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Length {
        min: 1,
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 1] = [
    rt::Constraint::Items {
        min: 1,
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_2: [rt::Constraint; 1] = [rt::Constraint::Country];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 5] = [
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
    rt::Site {
        place: Cow::Borrowed("shop.map:4:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
