//! Shop orders of about a kilobyte, of which most is used.

use std::fmt::Write as _;

use fastrand::Rng;

use super::{FIRST_NAMES, LAST_NAMES, instant, pick, push_text, rng};

/// So many orders as lines of JSON.
pub(crate) fn orders(records: usize) -> Vec<u8> {
    let (mut rng, mut out) = (rng(), String::new());
    for number in 0..records {
        order(&mut rng, number, &mut out);
    }
    out.into_bytes()
}

fn order(rng: &mut Rng, number: usize, out: &mut String) {
    let _ =
        write!(out, "{{\"id\":{},\"name\":\"#{number}\",\"created_at\":\"{}\"", 5_000_000_000 + number, instant(rng));
    let _ = write!(out, ",\"test\":{}", number % 100 == 99);
    let status = pick(rng, &["paid", "paid", "pending", "authorized", "partially_refunded", "refunded", "voided"]);
    let _ = write!(
        out,
        ",\"financial_status\":\"{status}\",\"email\":\" Buyer.{number}@Example.com \",\"currency\":\"{}\"",
        pick(rng, &["EUR", "USD", "GBP"])
    );
    if rng.u32(..20) == 0 {
        let _ = write!(out, ",\"cancelled_at\":\"{}\"", instant(rng));
    }
    for key in ["shipping_address", "billing_address"] {
        let _ = write!(out, ",\"{key}\":");
        address(rng, out);
    }
    out.push_str(",\"line_items\":[");
    let mut total = 0;
    for line in 0..=rng.usize(..8) {
        let (quantity, cents) = (rng.u64(1..5), rng.u64(99..20_000));
        total += quantity * cents;
        let comma = if line > 0 { "," } else { "" };
        let _ = write!(
            out,
            "{comma}{{\"id\":{},\"sku\":\"SKU-{:05}\",\"title\":\"Part {}\",\"variant_title\":{},\"quantity\":{quantity},\"price\":\"{}.{:02}\",\"grams\":{},\"requires_shipping\":true}}",
            rng.u32(..),
            rng.u32(..99_999),
            rng.u32(..500),
            if rng.bool() { "\"large\"" } else { "null" },
            cents / 100,
            cents % 100,
            rng.u32(..900)
        );
    }
    let money = |cents: u64| format!("{}.{:02}", cents / 100, cents % 100);
    let _ = write!(
        out,
        "],\"shipping_lines\":[{{\"title\":\"Post\",\"price\":\"4.90\"}}],\"total_discounts\":\"0.00\",\"total_tax\":\"{}\",\"total_price\":\"{}\",\"tags\":\"web, spring , gift\"}}",
        money(total * 19 / 119),
        money(total + 490)
    );
    out.push('\n');
}

fn address(rng: &mut Rng, out: &mut String) {
    out.push_str("{\"first_name\":");
    push_text(out, pick(rng, FIRST_NAMES));
    out.push_str(",\"last_name\":");
    push_text(out, pick(rng, LAST_NAMES));
    let _ = write!(
        out,
        ",\"address1\":\"{} High Street\",\"address2\":null,\"phone\":null,\"zip\":\"{:05}\",\"city\":\"{}\",\"country\":\"-\",\"country_code\":\"{}\"}}",
        rng.u32(1..200),
        rng.u32(..99_999),
        pick(rng, &["London", "Köln", "São Paulo", "Kraków"]),
        pick(rng, &["gb", "DE", "br", "PL"])
    );
}
