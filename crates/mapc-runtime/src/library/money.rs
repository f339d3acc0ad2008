//! Amounts of money.

use iso_currency::Currency;

use super::conversion::{unreadable, whole};
use super::define::functions;
use crate::ops::decimal;
use crate::{Cx, Decimal, Fail, Result, number};

functions! { topic money;

/// The amount of so many of a currency's least units: cents, or yen, or fils. The currency is a code of ISO 4217 in
/// either case.
#[function("from_minor", "(units: int, currency: string) -> decimal")]
#[example(r#"1999.from_minor("usd")"#, "19.99")]
#[example(r#"1999.from_minor("JPY")"#, "1999")]
#[example(r#"1999.from_minor("kwd")"#, "1.999")]
#[example(r#"1999.from_minor("XXX")"#, "reject R0316")]
pub fn from_minor<'a>(_cx: &Cx<'a>, units: i64, currency: &'a str) -> Result<Decimal> {
    let places = places(currency)?;
    decimal::fit(i128::from(units), places).ok_or_else(|| crate::ops::overflow("a decimal"))
}

/// The number of a currency's least units in an amount; an amount with a fraction of such a unit has to be rounded
/// first. The currency is a code of ISO 4217 in either case.
#[function("to_minor", "(amount: decimal, currency: string) -> int")]
#[example(r#"19.99.to_minor("USD")"#, "1999")]
#[example(r#"1.999.to_minor("kwd")"#, "1999")]
#[example(r#"19.995.to_minor("USD")"#, "reject R0314")]
pub fn to_minor<'a>(_cx: &Cx<'a>, amount: Decimal, currency: &'a str) -> Result<i64> {
    let places = places(currency)?;
    if amount.normalize().scale() > places {
        let reason = format!("the amount has more than the {places} places that its currency has; round it first");
        return Err(Fail::fault("R0314", reason));
    }
    whole(decimal::multiply(amount, Decimal::from(10_u64.pow(places)))?)
}

/// The amount in a text as people write it: with a currency's sign or code before or behind it, with digits in groups,
/// with a minus sign or in parentheses. Which of point and comma is the decimal mark is never guessed.
#[function("parse_money", "(text: string, decimal_mark: \".\" | \",\") -> decimal")]
#[example(r#""$1,234.50".parse_money(".")"#, "1234.5")]
#[example(r#""-1.234,50 €".parse_money(",")"#, "0 - 1234.5")]
#[example(r#""(USD 12)".parse_money(".")"#, "0 - 12.0")]
#[example(r#""1,23.4".parse_money(".")"#, "reject R0310")]
pub fn parse_money<'a>(_cx: &Cx<'a>, text: &'a str, decimal_mark: &'a str) -> Result<Decimal> {
    let digits = amount(text, decimal_mark).ok_or_else(|| {
        let wanted = format!("an amount of money with the decimal mark `{decimal_mark}` is needed here");
        Fail::fault("R0310", format!("{wanted}, but this text is none"))
    })?;
    number::to_decimal(&digits).map_err(unreadable)
}
}

/// The places of a currency.
fn places(currency: &str) -> Result<u32> {
    let known = Currency::from_code(&currency.to_ascii_uppercase());
    let Some(known) = known else {
        return Err(Fail::fault("R0316", "the currency is not a code of ISO 4217"));
    };
    known.exponent().map(u32::from).ok_or_else(|| Fail::fault("R0316", "this currency has no minor units"))
}

/// The number in an amount of money, as JSON has numbers.
fn amount(text: &str, decimal_mark: &str) -> Option<String> {
    let text = text.trim();
    let (negative, text) = match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        Some(inner) => (true, inner.trim()),
        None => (false, text),
    };
    let (signed, text) = without_sign(text);
    let text = text.trim_start_matches(names_currency).trim_end_matches(names_currency);
    let (signed_inside, text) = if signed { (false, text) } else { without_sign(text) };
    if [negative, signed, signed_inside].into_iter().filter(|sign| *sign).count() > 1 {
        return None;
    }
    let sign = if negative || signed || signed_inside { "-" } else { "" };
    match text.split_once(decimal_mark) {
        Some((groups, fraction)) if is_digits(fraction) => Some(format!("{sign}{}.{fraction}", whole_part(groups)?)),
        Some(_) => None,
        None => Some(format!("{sign}{}", whole_part(text)?)),
    }
}

fn without_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    }
}

/// Letters of a currency's code or name, its sign, and blanks.
fn names_currency(c: char) -> bool {
    matches!(c, '$' | '\u{a2}'..='\u{a5}' | '\u{20a0}'..='\u{20cf}' | '\u{e3f}' | '\u{58f}' | '\u{fdfc}')
        || c.is_alphabetic()
        || c.is_whitespace()
}

/// Digits without the marks that group them: groups of three, or of two before a last one of three as in India.
fn whole_part(text: &str) -> Option<String> {
    let is_mark = |c: char| matches!(c, '.' | ',' | '\'' | '\u{2019}' | ' ' | '\u{a0}' | '\u{202f}');
    let Some(mark) = text.chars().find(|c| is_mark(*c)) else {
        return is_digits(text).then(|| text.to_owned());
    };
    let groups: Vec<&str> = text.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let width = middle.first().map_or(3, |group| group.len());
    let fits = (1..=width).contains(&first.len())
        && matches!(width, 2 | 3)
        && middle.iter().all(|group| group.len() == width)
        && last.len() == 3
        && groups.iter().all(|group| is_digits(group));
    fits.then(|| groups.concat())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{from_minor, parse_money, to_minor};
    use crate::Decimal;
    use crate::library::tests::{code, with_cx};

    #[test]
    fn minor_units_follow_the_currency() {
        with_cx(|cx| {
            assert_eq!(from_minor(cx, -5, "eur"), Ok(Decimal::new(-5, 2)));
            assert_eq!(from_minor(cx, i64::MAX, "JPY"), Ok(Decimal::from(i64::MAX)));
            assert_eq!(to_minor(cx, Decimal::new(199_900, 4), "usd"), Ok(1999));
            assert_eq!(code(to_minor(cx, Decimal::MAX, "KWD")), "R0304");
            assert_eq!(code(to_minor(cx, Decimal::from(i64::MAX), "USD")), "R0304");
            assert_eq!(code(from_minor(cx, 1, "dollars")), "R0316");
            assert_eq!(code(from_minor(cx, 1, "XAU")), "R0316");
        });
    }

    #[test]
    fn amounts_of_money_are_read_or_refused_but_not_guessed() {
        with_cx(|cx| {
            let read = |text: &str, mark| match parse_money(cx, cx.text(text), mark) {
                Ok(amount) => amount.normalize().to_string(),
                failed => code(failed),
            };
            for (text, mark, amount) in [
                ("1.234", ".", "1.234"),
                ("1.234", ",", "1234"),
                ("12,50 zł", ",", "12.5"),
                ("CHF 1'234'567.05", ".", "1234567.05"),
                ("1\u{202f}234,5\u{a0}€", ",", "1234.5"),
                ("₹12,34,567.00", ".", "1234567"),
                ("\u{2212}£5", ".", "-5"),
                ("$-5", ".", "-5"),
                ("(5)", ".", "-5"),
                ("1,234", ",", "1.234"),
                ("", ".", "R0310"),
                ("$", ".", "R0310"),
                ("(-5)", ".", "R0310"),
                ("-$-5", ".", "R0310"),
                ("1,2345.00", ".", "R0310"),
                ("1,234 567", ".", "R0310"),
                ("1234,567", ".", "R0310"),
                ("5.", ".", "R0310"),
                ("1.2.3", ".", "R0310"),
                ("5-6", ".", "R0310"),
            ] {
                assert_eq!(read(text, mark), amount, "{text} with {mark}");
            }
        });
    }
}
