//! The checks, one for each base type that can be refined.

use super::email::is_email;
use super::iso::{is_country, is_currency};
use super::url::is_url;
use super::uuid::uuid;
use super::{Constraint, Pattern};
use crate::codes;
use crate::{Bump, Decimal, Fail, Result, Value};

/// Checks a value of any type; for the interpreter.
pub fn value<'a>(rules: &[Constraint], bump: &'a Bump, value: Value<'a>) -> Result<Value<'a>> {
    Ok(match value {
        Value::Str(it) => Value::Str(text(rules, bump, it)?),
        Value::Int(it) => Value::Int(int(rules, it)?),
        Value::Decimal(it) => Value::Decimal(decimal(rules, it)?),
        Value::Float(it) => Value::Float(float(rules, it)?),
        Value::List(it) => Value::List(items(rules, it)?),
        Value::Map(it) => Value::Map(items(rules, it)?),
        other => other,
    })
}

/// Checks a text; gives it in its written form.
#[inline]
pub fn text<'a>(rules: &[Constraint], bump: &'a Bump, text: &'a str) -> Result<&'a str> {
    rules.iter().try_fold(text, |text, rule| check_text(rule, bump, text))
}

fn check_text<'a>(rule: &Constraint, bump: &'a Bump, text: &'a str) -> Result<&'a str> {
    let fits = match rule {
        Constraint::Length { min, max } => return length(text, *min, *max).map(|()| text),
        Constraint::Pattern(pattern) => return matching(pattern, text).map(|()| text),
        Constraint::Uuid => {
            return uuid(bump, text).ok_or_else(|| {
                unfit("this text is not a UUID: 32 hexadecimal digits in groups of 8-4-4-4-12 are needed")
            });
        }
        Constraint::Email => is_email(text).then_some(text).ok_or("this text is not an e-mail address"),
        Constraint::Url => {
            is_url(text).then_some(text).ok_or("this text is not an absolute URL such as https://example.com")
        }
        Constraint::Country => {
            is_country(text).then_some(text).ok_or("this text is not a country code of ISO 3166-1, two capital letters")
        }
        Constraint::Currency => is_currency(text)
            .then_some(text)
            .ok_or("this text is not a currency code of ISO 4217, three capital letters"),
        Constraint::Items { .. } | Constraint::Range { .. } | Constraint::Digits { .. } => Ok(text),
    };
    fits.map_err(unfit)
}

/// Checks an int.
#[inline]
pub fn int(rules: &[Constraint], int: i64) -> Result<i64> {
    rules.iter().try_for_each(|rule| match rule {
        Constraint::Range { min, max } => range(Decimal::from(int), min, max),
        _ => Ok(()),
    })?;
    Ok(int)
}

/// Checks a decimal; gives it with the places that its type has, never rounded.
pub fn decimal(rules: &[Constraint], decimal: Decimal) -> Result<Decimal> {
    rules.iter().try_fold(decimal, |decimal, rule| match rule {
        Constraint::Range { min, max } => range(decimal, min, max).map(|()| decimal),
        Constraint::Digits { precision, scale } => digits(decimal, *precision, *scale),
        _ => Ok(decimal),
    })
}

/// Checks a float.
pub fn float(rules: &[Constraint], float: f64) -> Result<f64> {
    for rule in rules {
        if let Constraint::Range { min, max } = rule {
            let below = min.is_some_and(|min| float < min.as_f64());
            let above = max.is_some_and(|max| float > max.as_f64());
            if below || above {
                return Err(out_of_range(min, max));
            }
        }
    }
    Ok(float)
}

/// Checks how many elements a list or map has.
pub fn items<'a, T>(rules: &[Constraint], items: &'a [T]) -> Result<&'a [T]> {
    let count = items.len() as u64;
    for rule in rules {
        if let Constraint::Items { min, max } = rule
            && !within(count, *min, *max)
        {
            let noun = if count == 1 { "element" } else { "elements" };
            return Err(unfit(format!("the list has {count} {noun}, but {} needed", bounds(*min, *max))));
        }
    }
    Ok(items)
}

#[inline]
fn length(text: &str, min: u64, max: Option<u64>) -> Result<()> {
    // A code point takes one to four bytes, so most texts need no counting.
    let bytes = text.len() as u64;
    if bytes / 4 >= min && max.is_none_or(|max| bytes <= max) {
        return Ok(());
    }
    let count = text.chars().count() as u64;
    if within(count, min, max) {
        return Ok(());
    }
    let noun = if count == 1 { "character" } else { "characters" };
    Err(unfit(format!("the text has {count} {noun}, but {} needed", bounds(min, max))))
}

fn within(count: u64, min: u64, max: Option<u64>) -> bool {
    count >= min && max.is_none_or(|max| count <= max)
}

fn bounds(min: u64, max: Option<u64>) -> String {
    match max {
        None => format!("at least {min} {}", are(min)),
        Some(max) if max == min => format!("exactly {min} {}", are(min)),
        Some(max) if min == 0 => format!("at most {max} {}", are(max)),
        Some(max) => format!("{min} to {max} are"),
    }
}

fn are(count: u64) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn matching(pattern: &Pattern, text: &str) -> Result<()> {
    match pattern.regex() {
        Some(regex) if regex.is_match(text) => Ok(()),
        Some(_) => Err(unfit(format!("the text does not match the pattern `{}`", pattern.as_str()))),
        None => Err(Fail::fault(
            codes::INTERNAL_ERROR,
            "a pattern that was checked does not compile; this is a defect of mapc",
        )),
    }
}

fn range(value: Decimal, min: &Option<Decimal>, max: &Option<Decimal>) -> Result<()> {
    if min.is_some_and(|min| is_less(value, min)) || max.is_some_and(|max| is_less(max, value)) {
        return Err(out_of_range(min, max));
    }
    Ok(())
}

/// `left < right`; most bounds are zero or have as many places as the number.
#[inline]
fn is_less(left: Decimal, right: Decimal) -> bool {
    if left.scale() == right.scale() { left.mantissa() < right.mantissa() } else { left < right }
}

#[cold]
fn out_of_range(min: &Option<Decimal>, max: &Option<Decimal>) -> Fail {
    unfit(match (min, max) {
        (Some(min), Some(max)) => format!("the number is not between {} and {}", min.normalize(), max.normalize()),
        (Some(min), None) => format!("the number is below {}", min.normalize()),
        (_, Some(max)) => format!("the number is above {}", max.normalize()),
        (None, None) => "the number is out of range".to_owned(),
    })
}

fn digits(decimal: Decimal, precision: u32, scale: u32) -> Result<Decimal> {
    if let Some(decimal) = few_digits(decimal, precision, scale) {
        return Ok(decimal);
    }
    many_digits(decimal, precision, scale)
}

fn many_digits(decimal: Decimal, precision: u32, scale: u32) -> Result<Decimal> {
    let mut value = decimal.normalize();
    if value.scale() > scale {
        let (found, fitting) = (value.scale(), if scale == 1 { "place fits" } else { "places fit" });
        return Err(unfit(format!("the number has {found} decimal places, but at most {scale} {fitting}")));
    }
    let whole = value.trunc().mantissa().unsigned_abs();
    let room = precision.saturating_sub(scale);
    if 10u128.checked_pow(room).is_some_and(|bound| whole >= bound) {
        return Err(unfit(format!("the number has more than {room} digits before the point")));
    }
    value.rescale(scale);
    Ok(value)
}

/// As [`digits`], where it is easily seen that they fit; else nothing is said.
#[inline]
fn few_digits(decimal: Decimal, precision: u32, scale: u32) -> Option<Decimal> {
    let mantissa = i64::try_from(decimal.mantissa()).ok().filter(|mantissa| *mantissa != 0)?;
    let widened = mantissa.checked_mul(10_i64.checked_pow(scale.checked_sub(decimal.scale())?)?)?;
    // More digits than that no `i64` has.
    let fits = 10_u64.checked_pow(precision).is_none_or(|bound| widened.unsigned_abs() < bound);
    (fits && precision >= scale).then(|| Decimal::new(widened, scale))
}

#[cold]
fn unfit(reason: impl Into<String>) -> Fail {
    Fail::fault(codes::CONSTRAINT_VIOLATED, reason)
}

#[cfg(test)]
mod tests {
    use super::super::{Constraint, Pattern};
    use super::{decimal, few_digits, float, int, items, many_digits, text};
    use crate::{Bump, Decimal, Fail, Result};

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    /// The value, or the reason.
    fn said<T: ToString>(result: Result<T>) -> String {
        match result {
            Ok(value) => value.to_string(),
            Err(Fail::Fault(fault)) if fault.code == "R0301" => fault.reason,
            Err(other) => panic!("{other:?}"),
        }
    }

    fn text_said(rule: Constraint, value: &str) -> String {
        said(text(&[rule], &Bump::new(), value).map(str::to_owned))
    }

    /// The quick way says what the other says.
    #[test]
    fn few_digits_are_as_many_as_all() {
        let mantissas = [0, 1, -1, 9, 10, -99, 100, 12_345, 999_999, -1_000_000, i64::MAX, i64::MIN];
        for (mantissa, scale) in
            mantissas.into_iter().flat_map(|mantissa| [0, 1, 2, 5, 18, 28].map(|scale| (mantissa, scale)))
        {
            for (precision, places) in
                [(1, 0), (1, 1), (4, 2), (6, 0), (10, 4), (18, 2), (19, 0), (28, 0), (28, 28), (2, 5)]
            {
                let decimal = Decimal::new(mantissa, scale);
                if let Some(few) = few_digits(decimal, precision, places) {
                    let all = many_digits(decimal, precision, places);
                    assert_eq!(
                        all.map(|it| (it, it.scale())),
                        Ok((few, few.scale())),
                        "{decimal} {precision} {places}"
                    );
                }
            }
        }
    }

    #[test]
    fn lengths_count_code_points() {
        let rule = |min, max| Constraint::Length { min, max };
        assert_eq!(text_said(rule(1, Some(2)), "äö"), "äö");
        assert_eq!(text_said(rule(1, Some(2)), "äöü"), "the text has 3 characters, but 1 to 2 are needed");
        assert_eq!(text_said(rule(1, None), ""), "the text has 0 characters, but at least 1 is needed");
        assert_eq!(text_said(rule(3, None), "😀"), "the text has 1 character, but at least 3 are needed");
        assert_eq!(text_said(rule(2, Some(2)), "😀😀"), "😀😀");
        assert_eq!(text_said(rule(0, Some(1)), "ab"), "the text has 2 characters, but at most 1 is needed");
    }

    #[test]
    fn texts_of_types_of_their_own() {
        for (rule, good, bad) in [
            (
                Constraint::Email,
                &["a@b.example", "ü@example.com"][..],
                &["a@", "a", "A <a@b.example>", "a@[127.0.0.1]"][..],
            ),
            (
                Constraint::Url,
                &["https://example.com/a?b=c#d", "mailto:a@b.example", "ftp://[::1]:21/"],
                &["example.com", "/a", "//example.com", "https://exa mple.com", "https://example.com/ä", ""],
            ),
            (Constraint::Country, &["DE", "GB", "SS", "CW"], &["de", "XX", "UK", "DEU", "", "AN", "EU"]),
            (Constraint::Currency, &["EUR", "VES", "XCG", "ZWG", "HRK", "DEM"], &["eur", "EURO", "XYZ", ""]),
            (Constraint::Pattern(Pattern::new("^[A-Z]{3}$")), &["ABC"], &["ABCD", "abc", "ABC\n"]),
            (Constraint::Pattern(Pattern::new("b")), &["abc"], &["aBc"]),
            (
                Constraint::Uuid,
                &["67e55044-10b1-426f-9247-bb680e5fe0c8"],
                &[
                    "67e5504410b1426f9247bb680e5fe0c8",
                    "67e55044-10b1-426f-9247-bb680e5fe0cg",
                    "{67e55044-10b1-426f-9247-bb680e5fe0}",
                    "",
                ],
            ),
        ] {
            for value in good {
                assert_eq!(text_said(rule.clone(), value), *value, "{rule:?}");
            }
            for value in bad {
                assert_ne!(text_said(rule.clone(), value), *value, "{rule:?}");
            }
        }
        let lower = "67e55044-10b1-426f-9247-bb680e5fe0c8";
        assert_eq!(text_said(Constraint::Uuid, &lower.to_uppercase()), lower);
    }

    #[test]
    fn decimals_get_their_places_and_are_never_rounded() {
        let rule = [Constraint::Digits { precision: 5, scale: 2 }];
        for (value, expected) in [
            ("1", "1.00"),
            ("-0.5", "-0.50"),
            ("0", "0.00"),
            ("999.99", "999.99"),
            ("-999.990", "-999.99"),
            ("1.001", "the number has 3 decimal places, but at most 2 places fit"),
            ("1000", "the number has more than 3 digits before the point"),
            ("-1000", "the number has more than 3 digits before the point"),
        ] {
            assert_eq!(said(decimal(&rule, number(value))), expected, "{value}");
        }
        let fraction = [Constraint::Digits { precision: 4, scale: 4 }];
        assert_eq!(said(decimal(&fraction, number("0.5"))), "0.5000");
        assert_eq!(said(decimal(&fraction, number("1"))), "the number has more than 0 digits before the point");
    }

    #[test]
    fn ranges_hold_both_ends() {
        let rule =
            |min: Option<&str>, max: Option<&str>| [Constraint::Range { min: min.map(number), max: max.map(number) }];
        assert_eq!(said(int(&rule(Some("0"), Some("100")), 100)), "100");
        assert_eq!(said(int(&rule(Some("0"), Some("100")), -1)), "the number is not between 0 and 100");
        assert_eq!(said(int(&rule(None, Some("0.5")), 1)), "the number is above 0.5");
        assert_eq!(said(int(&rule(Some("9223372036854775807"), None), i64::MAX)), i64::MAX.to_string());
        assert_eq!(said(decimal(&rule(Some("0.10"), None), number("0.1"))), "0.1");
        assert_eq!(said(decimal(&rule(Some("0.10"), None), number("0.09"))), "the number is below 0.1");
        assert_eq!(said(float(&rule(Some("0"), Some("0.1")), 0.1)), "0.1");
        assert_eq!(said(float(&rule(Some("0"), Some("0.1")), 0.11)), "the number is not between 0 and 0.1");
    }

    #[test]
    fn numbers_of_elements() {
        let rule = [Constraint::Items { min: 1, max: Some(2) }];
        let count = |list: &[u8]| said(items(&rule, list).map(<[u8]>::len));
        assert_eq!(count(&[1, 2]), "2");
        assert_eq!(count(&[]), "the list has 0 elements, but 1 to 2 are needed");
        assert_eq!(count(&[1, 2, 3]), "the list has 3 elements, but 1 to 2 are needed");
    }
}
