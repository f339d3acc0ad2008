//! Maps `pay.Charge` to `shop.Label`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `pay.Charge` to a `shop.Label`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn pay_charge_to_price_to_shop_label(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    pay_charge_to_price_to_shop_label_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`pay_charge_to_price_to_shop_label`], within a context that afterwards holds the notices of the record.
pub fn pay_charge_to_price_to_shop_label_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`pay_charge_to_price_to_shop_label`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn pay_charge_to_price_to_shop_label_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, pay_charge_to_price_to_shop_label_in)
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
    let l1: &'a str = l0.id;
    let l2: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::library::money::from_minor(cx, l0.amount, l0.currency),
        ),
    );
    let l3: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[2],
            &[],
            rt::constraint::text(
                &RULES_0,
                cx.bump,
                rt::library::text::upper(cx, l0.currency),
            ),
        ),
    );
    rt::flow::clean(cx)?;
    let l2 = l2?;
    let l3 = l3?;
    let l4: &'a str = l1;
    let l5: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[0], &[], rt::library::money::to_minor(cx, l2, l3)),
    );
    let l6: &'a str = rt::flow::concat(
        cx,
        &[rt::library::conversion::decimal_to_string(cx, l2), " ", l3],
    );
    rt::flow::clean(cx)?;
    let l5 = l5?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l4);
    out.extend_from_slice(b",\"cents\":");
    write::text::int(out, l5);
    out.extend_from_slice(b",\"shown\":");
    write::string(out, l6);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `pay.Charge`.
#[derive(Clone, Copy, PartialEq)]
struct PayCharge<'a> {
    id: &'a str,
    amount: i64,
    currency: &'a str,
}

/// How `pay.Charge` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("hard_14_minor_units.map:5:30"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("amount")]),
                Cow::Borrowed("hard_14_minor_units.map:5:42"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("currency")]),
                Cow::Borrowed("hard_14_minor_units.map:5:55"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("hard_14_minor_units.map:5:21"),
};

/// What was read of `pay.Charge`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    amount: Option<i64>,
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
            1 => self.amount = value.read(|source, _| decode::int(source, Blank::Value))?,
            2 => {
                self.currency = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<PayCharge<'a>> {
        Ok(PayCharge {
            id: decode::filled(self.id)?,
            amount: decode::filled(self.amount)?,
            currency: decode::filled(self.currency)?,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Currency];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 4] = [
    rt::Site {
        place: Cow::Borrowed("hard_14_minor_units.map:16:11"),
        target: Cow::Borrowed("cents"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("amount"))]),
    },
    rt::Site {
        place: Cow::Borrowed("hard_14_minor_units.map:10:14"),
        target: Cow::Borrowed("amount"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("amount"))]),
    },
    rt::Site {
        place: Cow::Borrowed("hard_14_minor_units.map:11:14"),
        target: Cow::Borrowed("currency"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("currency"))]),
    },
    rt::Site {
        place: Cow::Borrowed("hard_14_minor_units.map:5:21"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
