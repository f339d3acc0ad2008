//! Conversions between texts and numbers or bools. Nothing is rounded, cut or guessed: what does not fit fails.

use super::define::functions;
use super::text::position;
use crate::codes;
use crate::ops::decimal::MAX_SCALE;
use crate::write::text as write;
use crate::{Cx, Date, DateTime, Decimal, Fail, Result, Scalar, Timestamp, number};

functions! { topic conversion;

/// The int in a text. `"7.0"` is one, `"7.5"` is not; white space has to be trimmed first.
#[function("to_int", "(text: string) -> int")]
#[example(r#""-42".to_int()"#, "-42")]
#[example(r#""7.5".to_int()"#, "reject R0310")]
#[example(r#""9223372036854775808".to_int()"#, "reject R0304")]
pub fn text_to_int<'a>(_cx: &Cx<'a>, text: &'a str) -> Result<i64> {
    number::from_text(text).and_then(number::to_int).map_err(unreadable)
}

/// The decimal as an int, if it has no fraction.
#[function("to_int", "(number: decimal) -> int")]
#[example("7.00.to_int()", "7")]
#[example("7.5.to_int()", "reject R0314")]
pub fn decimal_to_int<'a>(_cx: &Cx<'a>, number: Decimal) -> Result<i64> {
    whole(number)
}

/// The float as an int, if it has no fraction.
#[function("to_int", "(number: float) -> int")]
#[example(r#""7".to_float().to_int()"#, "7")]
pub fn float_to_int<'a>(_cx: &Cx<'a>, number: f64) -> Result<i64> {
    if number.fract() != 0.0 {
        return Err(fractional());
    }
    // The bounds are powers of two, which floats hold exactly.
    const BOUND: f64 = 9_223_372_036_854_775_808.0;
    #[allow(clippy::cast_possible_truncation)]
    if (-BOUND..BOUND).contains(&number) { Ok(number as i64) } else { Err(crate::ops::overflow("an int of 64 bits")) }
}

/// The int that a scalar is, as a number or as a text.
#[function("to_int", "(scalar: scalar) -> int")]
#[example(r#"to_int("42")"#, "42")]
pub fn scalar_to_int<'a>(cx: &Cx<'a>, scalar: Scalar<'a>) -> Result<i64> {
    text_to_int(cx, numeric(scalar)?)
}

/// The decimal in a text, exactly: `"1200.50"`, `"-3"`, `"1e3"`. White space has to be trimmed first.
#[function("to_decimal", "(text: string) -> decimal")]
#[example(r#""1200.50".to_decimal()"#, "1200.5")]
#[example(r#""1,200.50".to_decimal()"#, "reject R0310")]
pub fn text_to_decimal<'a>(_cx: &Cx<'a>, text: &'a str) -> Result<Decimal> {
    number::from_text(text).and_then(number::to_decimal).map_err(unreadable)
}

/// The int as a decimal.
#[function("to_decimal", "(number: int) -> decimal")]
#[example("7.to_decimal() / 2", "3.5")]
pub fn int_to_decimal<'a>(_cx: &Cx<'a>, number: i64) -> Decimal {
    Decimal::from(number)
}

/// The decimal that a float is written as, with as few digits as tell it from other floats.
#[function("to_decimal", "(number: float) -> decimal")]
#[example(r#""0.1".to_float().to_decimal()"#, "0.1")]
pub fn float_to_decimal<'a>(cx: &Cx<'a>, number: f64) -> Result<Decimal> {
    text_to_decimal(cx, float_to_string(cx, number))
}

/// The decimal that a scalar is, as a number or as a text.
#[function("to_decimal", "(scalar: scalar) -> decimal")]
#[example(r#"to_decimal("42.5")"#, "42.5")]
pub fn scalar_to_decimal<'a>(cx: &Cx<'a>, scalar: Scalar<'a>) -> Result<Decimal> {
    text_to_decimal(cx, numeric(scalar)?)
}

/// The float nearest to the number in a text. White space has to be trimmed first.
#[function("to_float", "(text: string) -> float")]
#[example(r#""2.50".to_float().to_string()"#, r#""2.5""#)]
pub fn text_to_float<'a>(_cx: &Cx<'a>, text: &'a str) -> Result<f64> {
    number::from_text(text).and_then(number::to_float).map_err(unreadable)
}

/// The float nearest to an int.
#[function("to_float", "(number: int) -> float")]
#[example("7.to_float().to_int()", "7")]
pub fn int_to_float<'a>(_cx: &Cx<'a>, number: i64) -> f64 {
    #[allow(clippy::cast_precision_loss)]
    let float = number as f64;
    float
}

/// The float nearest to a decimal.
#[function("to_float", "(number: decimal) -> float")]
#[example("2.5.to_float().to_decimal()", "2.5")]
pub fn decimal_to_float<'a>(cx: &Cx<'a>, number: Decimal) -> Result<f64> {
    text_to_float(cx, decimal_to_string(cx, number))
}

/// The bool in a text that is `true` or `false`.
#[function("to_bool", "(text: string) -> bool")]
#[example(r#""true".to_bool()"#, "true")]
#[example(r#""yes".to_bool()"#, "reject R0311")]
pub fn to_bool<'a>(_cx: &Cx<'a>, text: &'a str) -> Result<bool> {
    one_of(text, "true", "false")
}

/// The bool in a text that is one of two words; upper and lower case differ.
#[function("to_bool", "(text: string, yes: string, no: string) -> bool")]
#[example(r#""N".to_bool("Y", "N")"#, "false")]
#[example(r#""y".lower().to_bool("y", "n")"#, "true")]
pub fn words_to_bool<'a>(_cx: &Cx<'a>, text: &'a str, yes: &'a str, no: &'a str) -> Result<bool> {
    one_of(text, yes, no)
}

/// The text as it is.
#[function("to_string", "(text: string) -> string")]
#[example(r#""Ada".to_string()"#, r#""Ada""#)]
pub fn to_string<'a>(_cx: &Cx<'a>, text: &'a str) -> &'a str {
    text
}

/// The int in digits.
#[function("to_string", "(number: int) -> string")]
#[example("42.to_string()", r#""42""#)]
pub fn int_to_string<'a>(cx: &Cx<'a>, number: i64) -> &'a str {
    cx.text(itoa::Buffer::new().format(number))
}

/// The decimal in digits, without zeros at its end.
#[function("to_string", "(number: decimal) -> string")]
#[example("12.50.to_string()", r#""12.5""#)]
pub fn decimal_to_string<'a>(cx: &Cx<'a>, number: Decimal) -> &'a str {
    written(cx, |out| write::decimal(out, number, None, write::POINT))
}

/// The decimal in digits with so many places, filled up with zeros. A number with more places has to be rounded first.
#[function("to_string", "(number: decimal, places: int) -> string")]
#[example("12.5.to_string(2)", r#""12.50""#)]
#[example("12.345.to_string(2)", "reject R0314")]
#[example("12.345.to_string(29)", "reject R0315")]
pub fn decimal_to_places<'a>(cx: &Cx<'a>, number: Decimal, places: i64) -> Result<&'a str> {
    let places = scale(places, 1)?;
    if number.normalize().scale() > places {
        return Err(Fail::fault(codes::TOO_MANY_PLACES, format!("the number has more than {places} places; round it first")));
    }
    Ok(written(cx, |out| write::decimal(out, number, Some(places), write::POINT)))
}

/// The float in as few digits as tell it from other floats.
#[function("to_string", "(number: float) -> string")]
#[example(r#""0.10".to_float().to_string()"#, r#""0.1""#)]
pub fn float_to_string<'a>(cx: &Cx<'a>, number: f64) -> &'a str {
    written(cx, |out| write::float(out, number, write::POINT))
}

/// `true` or `false`.
#[function("to_string", "(bool: bool) -> string")]
#[example("(1 < 2).to_string()", r#""true""#)]
pub fn bool_to_string<'a>(_cx: &Cx<'a>, bool: bool) -> &'a str {
    if bool { "true" } else { "false" }
}

/// The scalar as it was written: `42` and `"42"` both give `"42"`.
#[function("to_string", "(scalar: scalar) -> string")]
#[example(r#"to_string("A-1")"#, r#""A-1""#)]
pub fn scalar_to_string<'a>(_cx: &Cx<'a>, scalar: Scalar<'a>) -> &'a str {
    match scalar {
        Scalar::Str(text) | Scalar::Number(text) => text,
        Scalar::Bool(true) => "true",
        Scalar::Bool(false) => "false",
    }
}

/// The date in the form `2025-03-31`.
#[function("to_string", "(date: date) -> string")]
#[example(r#""2025-03-31".to_date().to_string()"#, r#""2025-03-31""#)]
pub fn date_to_string<'a>(cx: &Cx<'a>, date: Date) -> &'a str {
    written(cx, |out| write::date(out, date))
}

/// The local date and time in the form `2025-03-31T10:30:00`.
#[function("to_string", "(time: local_datetime) -> string")]
#[example(
    r#""2025-03-31T10:30:00.50".to_local_datetime().to_string()"#,
    r#""2025-03-31T10:30:00.5""#
)]
pub fn local_datetime_to_string<'a>(cx: &Cx<'a>, time: DateTime) -> &'a str {
    written(cx, |out| write::datetime(out, time))
}

/// The instant in the form `2025-03-31T10:30:00Z`.
#[function("to_string", "(time: timestamp) -> string")]
#[example(
    r#""2025-03-31T12:30:00+02:00".to_timestamp().to_string()"#,
    r#""2025-03-31T10:30:00Z""#
)]
pub fn timestamp_to_string<'a>(cx: &Cx<'a>, time: Timestamp) -> &'a str {
    written(cx, |out| write::timestamp(out, time))
}
}

/// What `push` appends, in the arena.
pub(super) fn written<'a>(cx: &Cx<'a>, push: impl FnOnce(&mut Vec<u8>)) -> &'a str {
    let mut out = Vec::new();
    push(&mut out);
    cx.text(&String::from_utf8_lossy(&out))
}

/// A decimal without fraction as an int.
pub(super) fn whole(number: Decimal) -> Result<i64> {
    let number = number.normalize();
    if number.scale() > 0 {
        return Err(fractional());
    }
    i64::try_from(number.mantissa()).map_err(|_| crate::ops::overflow("an int of 64 bits"))
}

/// A number of places, which is a function's parameter at this position.
pub(super) fn scale(places: i64, parameter: u8) -> Result<u32> {
    let scale = u32::try_from(position(places, "places", parameter)?).unwrap_or(u32::MAX);
    if scale > MAX_SCALE {
        return Err(Fail::fault(codes::ARGUMENT_OUT_OF_RANGE, format!("a decimal has at most {MAX_SCALE} places"))
            .of(parameter));
    }
    Ok(scale)
}

#[cold]
fn fractional() -> Fail {
    Fail::fault(codes::TOO_MANY_PLACES, "the number has a fraction, which an int cannot hold; round it first")
}

/// Gives the failure of a text that is not a number the code that it has as a function's.
#[cold]
pub(super) fn unreadable(fail: Fail) -> Fail {
    match fail {
        Fail::Fault(fault) => Fail::fault(
            if fault.code == codes::NUMBER_OUT_OF_RANGE { codes::RESULT_OUT_OF_RANGE } else { codes::NOT_A_NUMBER },
            fault.reason,
        ),
        other => other,
    }
}

fn numeric(scalar: Scalar<'_>) -> Result<&str> {
    match scalar {
        Scalar::Str(text) | Scalar::Number(text) => Ok(text),
        Scalar::Bool(_) => Err(Fail::fault(codes::NOT_A_NUMBER, "a number is needed here, but this is a bool")),
    }
}

fn one_of(text: &str, yes: &str, no: &str) -> Result<bool> {
    match text {
        text if text == yes => Ok(true),
        text if text == no => Ok(false),
        _ => Err(Fail::fault(codes::NOT_A_BOOL, format!("the text is neither `{yes}` nor `{no}`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::{decimal_to_places, decimal_to_string, float_to_decimal, float_to_int, scalar_to_int, text_to_int};
    use crate::library::tests::{code, with_cx};
    use crate::{Decimal, Scalar};

    #[test]
    fn ints_come_from_whole_numbers_within_bounds() {
        with_cx(|cx| {
            assert_eq!(text_to_int(cx, "7.0"), Ok(7));
            assert_eq!(code(text_to_int(cx, "")), "R0310");
            assert_eq!(code(text_to_int(cx, " 7")), "R0310");
            assert_eq!(float_to_int(cx, -9_223_372_036_854_775_808.0), Ok(i64::MIN));
            assert_eq!(code(float_to_int(cx, 9_223_372_036_854_775_808.0)), "R0304");
            assert_eq!(code(float_to_int(cx, 0.5)), "R0314");
            assert_eq!(scalar_to_int(cx, Scalar::Number("42")), Ok(42));
            assert_eq!(code(scalar_to_int(cx, Scalar::Bool(true))), "R0310");
        });
    }

    #[test]
    fn decimals_are_written_without_exponent_and_with_the_places_asked_for() {
        with_cx(|cx| {
            assert_eq!(decimal_to_string(cx, Decimal::new(-500, 3)), "-0.5");
            assert_eq!(decimal_to_string(cx, Decimal::new(12000, 1)), "1200");
            assert_eq!(decimal_to_places(cx, Decimal::new(1000, 2), 1), Ok("10.0"));
            assert_eq!(code(decimal_to_places(cx, Decimal::ONE, 29)), "R0315");
            assert_eq!(code(decimal_to_places(cx, Decimal::ONE, -1)), "R0315");
            assert_eq!(float_to_decimal(cx, 0.1), Ok(Decimal::new(1, 1)));
            assert_eq!(float_to_decimal(cx, 1e20), Ok(Decimal::from(100_000_000_000_000_000_000_i128)));
            assert_eq!(code(float_to_decimal(cx, 1e300)), "R0304");
        });
    }
}
