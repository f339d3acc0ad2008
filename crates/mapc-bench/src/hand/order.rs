//! A shop's order to the order that was agreed on.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::{Instant, Int, Text, is_email, reason};
use crate::contender::Reason;

#[derive(Deserialize)]
struct Given<'a> {
    id: Int,
    #[serde(borrow)]
    name: Option<Text<'a>>,
    created_at: Instant,
    cancelled_at: Option<Instant>,
    #[serde(default)]
    test: bool,
    #[serde(borrow)]
    financial_status: Option<Text<'a>>,
    #[serde(borrow)]
    email: Option<Text<'a>>,
    #[serde(borrow)]
    currency: Text<'a>,
    #[serde(borrow)]
    shipping_address: Option<GivenAddress<'a>>,
    #[serde(borrow)]
    billing_address: Option<GivenAddress<'a>>,
    #[serde(borrow, default)]
    line_items: Vec<Item<'a>>,
    #[serde(default)]
    shipping_lines: Vec<ShippingLine>,
    total_discounts: Price,
    total_tax: Price,
    total_price: Price,
    #[serde(borrow)]
    tags: Option<Text<'a>>,
}

#[derive(Deserialize)]
struct GivenAddress<'a> {
    #[serde(borrow)]
    name: Option<Text<'a>>,
    #[serde(borrow)]
    first_name: Option<Text<'a>>,
    #[serde(borrow)]
    last_name: Option<Text<'a>>,
    #[serde(borrow)]
    address1: Text<'a>,
    #[serde(borrow)]
    address2: Option<Text<'a>>,
    #[serde(borrow)]
    zip: Option<Text<'a>>,
    #[serde(borrow)]
    city: Text<'a>,
    #[serde(borrow)]
    country_code: Text<'a>,
}

#[derive(Deserialize)]
struct Item<'a> {
    #[serde(borrow)]
    sku: Option<Text<'a>>,
    #[serde(borrow)]
    title: Text<'a>,
    #[serde(borrow)]
    variant_title: Option<Text<'a>>,
    quantity: Int,
    price: Price,
    #[serde(default = "yes")]
    requires_shipping: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct ShippingLine {
    price: Price,
}

/// An amount that stands in a text.
struct Price(Decimal);

impl<'de> Deserialize<'de> for Price {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        Decimal::from_str_exact(&text.0).map(Price).map_err(serde::de::Error::custom)
    }
}

/// An amount, written as a number with two places.
struct Money(Decimal);

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut amount = self.0;
        amount.rescale(2);
        RawValue::from_string(amount.to_string()).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

#[derive(Serialize)]
struct Order<'a> {
    id: String,
    number: Cow<'a, str>,
    placed_at: Instant,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    currency: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ship_to: Option<Address<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bill_to: Option<Address<'a>>,
    lines: Vec<Line<'a>>,
    shipping: Money,
    discount: Money,
    tax: Money,
    total: Money,
    tags: Vec<&'a str>,
}

#[derive(Serialize)]
struct Address<'a> {
    name: Cow<'a, str>,
    street: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<&'a str>,
    city: &'a str,
    country: String,
}

#[derive(Serialize)]
struct Line<'a> {
    number: usize,
    sku: &'a str,
    description: Cow<'a, str>,
    quantity: i64,
    unit_price: Money,
    shippable: bool,
}

static STATUS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    HashMap::from([
        ("pending", "open"),
        ("authorized", "open"),
        ("partially_paid", "open"),
        ("paid", "paid"),
        ("partially_refunded", "partially_refunded"),
        ("refunded", "refunded"),
        ("voided", "refunded"),
    ])
});

/// Maps one order.
pub(crate) fn map(line: &[u8], out: &mut Vec<u8>) -> Result<(), Reason> {
    let given: Given<'_> = serde_json::from_slice(line).map_err(reason)?;
    serde_json::to_writer(out, &order(&given)?).map_err(reason)
}

fn order<'a>(given: &'a Given<'a>) -> Result<Order<'a>, Reason> {
    if given.test {
        return Err("test order".into());
    }
    let email = given.email.as_ref().and_then(Text::nonblank).map(|email| email.trim().to_lowercase());
    if email.as_deref().is_some_and(|email| !is_email(email)) {
        return Err("email is no e-mail address".into());
    }
    let currency = given.currency.nonblank().filter(|code| ["EUR", "USD", "GBP"].contains(code));
    let status = match &given.cancelled_at {
        Some(_) => "cancelled",
        None => match given.financial_status.as_ref().and_then(Text::nonblank) {
            Some(status) => STATUS.get(status).ok_or("financial_status is unknown")?,
            None => "open",
        },
    };
    let name = given.name.as_ref().and_then(Text::nonblank).ok_or("name is missing")?;
    Ok(Order {
        id: given.id.0.to_string(),
        number: if name.contains('#') { Cow::Owned(name.replace('#', "")) } else { Cow::Borrowed(name) },
        placed_at: given.created_at,
        status,
        email,
        currency: currency.ok_or("currency is unknown")?,
        ship_to: given.shipping_address.as_ref().map(address).transpose()?,
        bill_to: given.billing_address.as_ref().map(address).transpose()?,
        lines: lines(&given.line_items)?,
        shipping: amount(given.shipping_lines.iter().map(|line| line.price.0).sum())?,
        discount: amount(given.total_discounts.0)?,
        tax: amount(given.total_tax.0)?,
        total: amount(given.total_price.0)?,
        tags: tags(given.tags.as_ref()),
    })
}

fn address<'a>(given: &'a GivenAddress<'a>) -> Result<Address<'a>, Reason> {
    let parts = [&given.first_name, &given.last_name].map(|name| name.as_ref().and_then(Text::nonblank));
    let name = match given.name.as_ref().and_then(Text::nonblank) {
        Some(name) => Cow::Borrowed(name),
        None => Cow::Owned(parts.iter().flatten().copied().collect::<Vec<_>>().join(" ")),
    };
    let country = given.country_code.nonblank().ok_or("country_code is missing")?.to_uppercase();
    if name.trim().is_empty() || !["GB", "DE", "BR", "PL"].contains(&country.as_str()) {
        return Err("address has no name, or country_code is unknown".into());
    }
    let first = given.address1.nonblank().ok_or("address1 is missing")?;
    let second = given.address2.as_ref().and_then(Text::nonblank);
    Ok(Address {
        name,
        street: [Some(first), second].into_iter().flatten().collect(),
        postal_code: given.zip.as_ref().and_then(Text::nonblank),
        city: given.city.nonblank().ok_or("city is missing")?,
        country,
    })
}

fn lines<'a>(items: &'a [Item<'a>]) -> Result<Vec<Line<'a>>, Reason> {
    let mut lines = Vec::with_capacity(items.len());
    for item in items.iter().filter(|item| item.quantity.0 > 0) {
        let Some(sku) = item.sku.as_ref().and_then(Text::nonblank) else { continue };
        let title = item.title.nonblank().ok_or("title is missing")?;
        lines.push(Line {
            number: lines.len() + 1,
            sku,
            description: match item.variant_title.as_ref().and_then(Text::nonblank) {
                Some(variant) => Cow::Owned(format!("{title}, {variant}")),
                None => Cow::Borrowed(title),
            },
            quantity: item.quantity.0,
            unit_price: amount(item.price.0)?,
            shippable: item.requires_shipping,
        });
    }
    Ok(lines)
}

/// An amount of at most twelve digits, two of them places, that is not negative.
fn amount(amount: Decimal) -> Result<Money, Reason> {
    let plain = amount.normalize();
    let is_amount = plain.scale() <= 2 && !plain.is_sign_negative() && plain < Decimal::from(10_000_000_000_i64);
    if is_amount { Ok(Money(amount)) } else { Err("price is no amount of money".into()) }
}

fn tags<'a>(tags: Option<&'a Text<'a>>) -> Vec<&'a str> {
    let tags = tags.and_then(Text::nonblank).unwrap_or_default();
    tags.split(',').map(str::trim).filter(|tag| !tag.is_empty()).collect()
}
