//! A shop's order to the order that was agreed on.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::{Instant, Int, Text, is_email};

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
pub(crate) fn map(line: &[u8], out: &mut Vec<u8>) -> bool {
    let Ok(given) = serde_json::from_slice::<Given<'_>>(line) else { return false };
    match order(&given) {
        Some(order) => serde_json::to_writer(out, &order).is_ok(),
        None => false,
    }
}

fn order<'a>(given: &'a Given<'a>) -> Option<Order<'a>> {
    if given.test {
        return None;
    }
    let email = given.email.as_ref().and_then(Text::nonblank).map(|email| email.trim().to_lowercase());
    if email.as_deref().is_some_and(|email| !is_email(email)) {
        return None;
    }
    let currency = given.currency.nonblank().filter(|code| ["EUR", "USD", "GBP"].contains(code))?;
    let status = match &given.cancelled_at {
        Some(_) => "cancelled",
        None => match given.financial_status.as_ref().and_then(Text::nonblank) {
            Some(status) => STATUS.get(status)?,
            None => "open",
        },
    };
    let name = given.name.as_ref()?.nonblank()?;
    Some(Order {
        id: given.id.0.to_string(),
        number: if name.contains('#') { Cow::Owned(name.replace('#', "")) } else { Cow::Borrowed(name) },
        placed_at: given.created_at,
        status,
        email,
        currency,
        ship_to: given.shipping_address.as_ref().map(address).transpose_option()?,
        bill_to: given.billing_address.as_ref().map(address).transpose_option()?,
        lines: lines(&given.line_items)?,
        shipping: amount(given.shipping_lines.iter().map(|line| line.price.0).sum())?,
        discount: amount(given.total_discounts.0)?,
        tax: amount(given.total_tax.0)?,
        total: amount(given.total_price.0)?,
        tags: tags(given.tags.as_ref()),
    })
}

/// `Some(None)` is an address that cannot be mapped.
trait Transpose<T> {
    fn transpose_option(self) -> Option<Option<T>>;
}

impl<T> Transpose<T> for Option<Option<T>> {
    fn transpose_option(self) -> Option<Option<T>> {
        match self {
            Some(None) => None,
            Some(some) => Some(some),
            None => Some(None),
        }
    }
}

fn address<'a>(given: &'a GivenAddress<'a>) -> Option<Address<'a>> {
    let parts = [&given.first_name, &given.last_name].map(|name| name.as_ref().and_then(Text::nonblank));
    let name = match given.name.as_ref().and_then(Text::nonblank) {
        Some(name) => Cow::Borrowed(name),
        None => Cow::Owned(parts.iter().flatten().copied().collect::<Vec<_>>().join(" ")),
    };
    let country = given.country_code.nonblank()?.to_uppercase();
    if name.trim().is_empty() || !["GB", "DE", "BR", "PL"].contains(&country.as_str()) {
        return None;
    }
    let second = given.address2.as_ref().and_then(Text::nonblank);
    Some(Address {
        name,
        street: [Some(given.address1.nonblank()?), second].into_iter().flatten().collect(),
        postal_code: given.zip.as_ref().and_then(Text::nonblank),
        city: given.city.nonblank()?,
        country,
    })
}

fn lines<'a>(items: &'a [Item<'a>]) -> Option<Vec<Line<'a>>> {
    let mut lines = Vec::with_capacity(items.len());
    for item in items.iter().filter(|item| item.quantity.0 > 0) {
        let Some(sku) = item.sku.as_ref().and_then(Text::nonblank) else { continue };
        let title = item.title.nonblank()?;
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
    Some(lines)
}

/// An amount of at most twelve digits, two of them places, that is not negative.
fn amount(amount: Decimal) -> Option<Money> {
    let plain = amount.normalize();
    (plain.scale() <= 2 && !plain.is_sign_negative() && plain < Decimal::from(10_000_000_000_i64))
        .then_some(Money(amount))
}

fn tags<'a>(tags: Option<&'a Text<'a>>) -> Vec<&'a str> {
    let tags = tags.and_then(Text::nonblank).unwrap_or_default();
    tags.split(',').map(str::trim).filter(|tag| !tag.is_empty()).collect()
}
