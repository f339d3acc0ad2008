//! Amounts of money.

use super::conversion::{unreadable, whole};
use super::define::functions;
use crate::codes;
use crate::constraint::iso;
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
#[example(r#"19.99.to_minor("XXX")"#, "reject R0316")]
#[example(r#"900000000000000000.to_minor("USD")"#, "reject R0304")]
pub fn to_minor<'a>(_cx: &Cx<'a>, amount: Decimal, currency: &'a str) -> Result<i64> {
    let places = places(currency)?;
    if amount.normalize().scale() > places {
        let reason = format!("the amount has more than the {places} places that its currency has; round it first");
        return Err(Fail::fault(codes::TOO_MANY_PLACES, reason));
    }
    whole(decimal::multiply(amount, Decimal::from(10_u64.pow(places)))?)
}

/// The amount in a text as people write it: with digits in groups, with a plus or minus sign before it or in parentheses,
/// which are a minus. Beside it may stand a sign such as `$`, `€`, `US$`, `zł`, `kr` or `Fr.`, a code of ISO 4217 in upper
/// case, or one of each; nothing else. Which of point and comma is the decimal mark is never guessed.
#[function("parse_money", "(text: string, decimal_mark: \".\" | \",\") -> decimal")]
#[example(r#""$1,234.50".parse_money(".")"#, "1234.5")]
#[example(r#""-1.234,50 €".parse_money(",")"#, "0 - 1234.5")]
#[example(r#""(USD 12)".parse_money(".")"#, "0 - 12.0")]
#[example(r#""1,23.4".parse_money(".")"#, "reject R0310")]
#[example(r#""1.5M".parse_money(".")"#, "reject R0310")]
pub fn parse_money<'a>(_cx: &Cx<'a>, text: &'a str, decimal_mark: &'a str) -> Result<Decimal> {
    let digits = amount(text, decimal_mark).ok_or_else(|| {
        let wanted = format!("an amount of money with the decimal mark `{decimal_mark}` is needed here");
        Fail::fault(codes::NOT_A_NUMBER, format!("{wanted}, but this text is none"))
    })?;
    number::to_decimal(&digits).map_err(unreadable)
}
}

/// The places of a currency.
fn places(currency: &str) -> Result<u32> {
    match iso::minor_units(&currency.to_ascii_uppercase()) {
        Some(Some(places)) => Ok(places),
        Some(None) => Err(Fail::fault(codes::NO_MINOR_UNITS, "this currency has no minor units").of(1)),
        None => Err(Fail::fault(codes::NO_MINOR_UNITS, "the currency is not a code of ISO 4217").of(1)),
    }
}

/// Signs of currencies that have letters; none of them begins with one that stands before it.
const SIGNS: &[&str] = &[
    "US$", "CA$", "AU$", "NZ$", "HK$", "NT$", "MX$", "R$", "A$", "C$", "S$", "Fr.", "Fr", "Ft", "kr.", "kr",
    "K\u{10d}", "lei", "RM", "Rs.", "Rs", "z\u{142}",
];

/// The number in an amount of money, as JSON has numbers.
fn amount(text: &str, decimal_mark: &str) -> Option<String> {
    let text = text.trim();
    let (in_brackets, text) = match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        Some(inner) => (Some("-"), inner.trim()),
        None => (None, text),
    };
    let (outside, text) = without_sign(text);
    let (inside, text) = without_sign(without_currency(text));
    let mut signs = [in_brackets, outside, inside].into_iter().flatten();
    let sign = signs.next().unwrap_or_default();
    if signs.next().is_some() {
        return None;
    }
    match text.split_once(decimal_mark) {
        Some((groups, fraction)) if is_digits(fraction) => Some(format!("{sign}{}.{fraction}", whole_part(groups)?)),
        Some(_) => None,
        None => Some(format!("{sign}{}", whole_part(text)?)),
    }
}

/// The sign before a number as JSON has it, if one stands there, and the rest.
fn without_sign(text: &str) -> (Option<&'static str>, &str) {
    if let Some(rest) = text.strip_prefix(['-', '\u{2212}']) {
        return (Some("-"), rest.trim_start());
    }
    match text.strip_prefix('+') {
        Some(rest) => (Some(""), rest.trim_start()),
        None => (None, text),
    }
}

/// The text without a code and a sign of its currency; each may stand once, before the number or behind it.
fn without_currency(text: &str) -> &str {
    let once = |text| without_code(without_currency_sign(text));
    let rest = once(text);
    // The code stood outside of the sign, `USD $5`.
    if without_currency_sign(text) == text { without_currency_sign(rest) } else { rest }
}

fn without_currency_sign(text: &str) -> &str {
    let written = SIGNS.iter().find_map(|sign| text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)));
    let other = || text.strip_prefix(is_currency_sign).or_else(|| text.strip_suffix(is_currency_sign));
    written.or_else(other).unwrap_or(text).trim()
}

fn without_code(text: &str) -> &str {
    let (start, end) = (text.get(..3), text.len().checked_sub(3).and_then(|at| text.get(at..)));
    let code = start.filter(|code| iso::is_currency(code)).and_then(|code| text.strip_prefix(code));
    let code = code.or_else(|| end.filter(|code| iso::is_currency(code)).and_then(|code| text.strip_suffix(code)));
    code.unwrap_or(text).trim()
}

fn is_currency_sign(c: char) -> bool {
    matches!(
        c,
        '$' | '\u{a2}'..='\u{a5}' | '\u{20a0}'..='\u{20cf}' | '\u{58f}' | '\u{60b}' | '\u{9f2}' | '\u{9f3}' | '\u{e3f}'
            | '\u{17db}' | '\u{fdfc}' | '\u{ff04}' | '\u{ffe0}' | '\u{ffe1}' | '\u{ffe5}' | '\u{ffe6}'
    )
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
                ("$5 USD", ".", "5"),
                ("USD $5", ".", "5"),
                ("5 EUR", ".", "5"),
                ("R$ 1.234,00", ",", "1234"),
                ("Fr. 5", ".", "5"),
                ("99 Kč", ",", "99"),
                ("+5", ".", "5"),
                ("($1,200.50)", ".", "-1200.5"),
                ("HRK 10", ",", "10"),
                ("", ".", "R0310"),
                ("1.5M", ".", "R0310"),
                ("5 apples", ".", "R0310"),
                ("top 5", ".", "R0310"),
                ("usd 5", ".", "R0310"),
                ("EURO 5", ".", "R0310"),
                ("USD 5 EUR", ".", "R0310"),
                ("$5$", ".", "R0310"),
                ("5%", ".", "R0310"),
                ("5 k", ".", "R0310"),
                ("#5", ".", "R0310"),
                ("(+5)", ".", "R0310"),
                ("5-", ".", "R0310"),
                ("($5", ".", "R0310"),
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
