//! Maps `Price` to `shop.Label`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Price` to a `shop.Label`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn price_to_shop_label(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    price_to_shop_label_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`price_to_shop_label`], within a context that afterwards holds the notices of the record.
pub fn price_to_shop_label_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`price_to_shop_label`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn price_to_shop_label_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, price_to_shop_label_in)
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
    let l1: &'a str = l0.id;
    let l2: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[0],
            &[],
            rt::library::money::to_minor(cx, l0.amount, l0.currency),
        ),
    );
    let l3: &'a str = rt::flow::concat(
        cx,
        &[rt::library::conversion::decimal_to_string(cx, l0.amount), " ", l0.currency],
    );
    rt::flow::clean(cx)?;
    let l2 = l2?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"cents\":");
    write::text::int(out, l2);
    out.extend_from_slice(b",\"shown\":");
    write::string(out, l3);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Price`.
#[derive(Clone, Copy, PartialEq)]
struct Price<'a> {
    id: &'a str,
    amount: rt::Decimal,
    currency: &'a str,
}

/// How `Price` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("hard_14_minor_units.map:3:20"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("amount")]),
                Cow::Borrowed("hard_14_minor_units.map:3:32"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("currency")]),
                Cow::Borrowed("hard_14_minor_units.map:3:49"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("hard_14_minor_units.map:3:8"),
};

/// What was read of `Price`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    amount: Option<rt::Decimal>,
    currency: Option<&'a str>,
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
                self.amount = value
                    .read(|source, _| decode::decimal(source, Blank::Value))?;
            }
            2 => {
                self.currency = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_0, at.cx.bump, value)?)
                    })?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Price<'a>> {
        Ok(Price {
            id: decode::filled(self.id)?,
            amount: decode::filled(self.amount)?,
            currency: decode::filled(self.currency)?,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Currency];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("hard_14_minor_units.map:16:11"),
        target: Cow::Borrowed("cents"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("amount"))]),
    },
    rt::Site {
        place: Cow::Borrowed("hard_14_minor_units.map:3:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
