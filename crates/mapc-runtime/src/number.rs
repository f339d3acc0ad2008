//! Numbers as they are written, and their values: exact, or a failure.

use crate::codes;
use crate::{Decimal, Fail, Result};

/// Most digits that a decimal holds.
const DECIMAL_DIGITS: i64 = 28;
/// Digits that fit in an `i64` whatever they are.
pub(crate) const SAFE_DIGITS: usize = 18;

/// A number in a text, as a CSV cell or a JSON text holds it: JSON's form, but zeros may lead.
pub fn from_text(text: &str) -> Result<&str> {
    let bytes = text.as_bytes();
    let rest = bytes.strip_prefix(b"-").unwrap_or(bytes);
    let (whole, rest) = digits(rest);
    let (fraction, rest) = match rest.strip_prefix(b".") {
        Some(rest) => digits(rest),
        None => (1, rest),
    };
    let (exponent, rest) = match rest {
        [b'e' | b'E', b'+' | b'-', rest @ ..] | [b'e' | b'E', rest @ ..] => digits(rest),
        rest => (1, rest),
    };
    if whole > 0 && fraction > 0 && exponent > 0 && rest.is_empty() { Ok(text) } else { Err(not_a_number(text)) }
}

/// How many digits stand first, and what stands behind them.
fn digits(bytes: &[u8]) -> (usize, &[u8]) {
    let count = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (count, bytes.get(count..).unwrap_or_default())
}

#[cold]
fn not_a_number(text: &str) -> Fail {
    let reason = if text.is_empty() {
        "a number is needed here, but the text is empty"
    } else if text.trim() != text {
        "a number is needed here, but blanks stand around it"
    } else if text.starts_with('+') {
        "a number is needed here, without a plus sign before it"
    } else if text.contains(',') || text.contains('\'') || text.contains(' ') {
        "a number is needed here, without signs that group its digits"
    } else {
        "a number is needed here, but this text is none"
    };
    Fail::fault(codes::UNREADABLE_VALUE, reason)
}

/// The value of a number without fraction (`1.0` and `1e2` have none) within 64 bits.
#[inline]
pub fn to_int(number: &str) -> Result<i64> {
    let bytes = number.as_bytes();
    let (negative, digits) = bytes.strip_prefix(b"-").map_or((false, bytes), |digits| (true, digits));
    if digits.len() <= SAFE_DIGITS && digits.iter().all(u8::is_ascii_digit) {
        let value = digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
        return Ok(if negative { -value } else { value });
    }
    WrittenNumber::of(number).to_int()
}

/// The value of a number, exactly.
#[inline]
pub fn to_decimal(number: &str) -> Result<Decimal> {
    plain_decimal(number).map_or_else(|| WrittenNumber::of(number).to_decimal(), Ok)
}

/// The value of digits with at most one point between them, where there are few enough to fit surely; else nothing is said.
#[inline]
pub(crate) fn plain_decimal(number: &str) -> Option<Decimal> {
    let bytes = number.as_bytes();
    let (negative, digits) = bytes.strip_prefix(b"-").map_or((false, bytes), |digits| (true, digits));
    if digits.len() > SAFE_DIGITS {
        return None;
    }
    let mut mantissa = 0i64;
    let mut point = None;
    for (at, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() && at > 0 => point = Some(at + 1),
            _ => return None,
        }
    }
    let scale = match point {
        None if digits.is_empty() => return None,
        None => 0,
        Some(fraction) if fraction == digits.len() => return None,
        Some(fraction) => digits.len() - fraction,
    };
    Some(Decimal::new(if negative { -mantissa } else { mantissa }, u32::try_from(scale).ok()?))
}

/// The 64-bit number nearest to what is written.
pub fn to_float(number: &str) -> Result<f64> {
    match number.parse::<f64>() {
        Ok(value) if value.is_finite() => Ok(value),
        Ok(_) => Err(Fail::fault(codes::NUMBER_OUT_OF_RANGE, "this number is beyond what a float holds")),
        Err(_) => Err(not_a_number(number)),
    }
}

/// A number taken apart: `mantissa * 10^exponent`, without zeros at either end of the mantissa.
struct WrittenNumber {
    negative: bool,
    /// Not all of it beyond 38 digits.
    mantissa: u128,
    /// Digits of the mantissa; 0 for the number zero.
    digits: usize,
    exponent: i64,
}

impl WrittenNumber {
    /// Takes apart what has the form of a number.
    fn of(number: &str) -> Self {
        let (number, exponent) = match number.find(['e', 'E']) {
            Some(at) => (number.get(..at).unwrap_or_default(), exponent(number.get(at + 1..).unwrap_or_default())),
            None => (number, 0),
        };
        let mut written = WrittenNumber { negative: number.starts_with('-'), mantissa: 0, digits: 0, exponent };
        let mut zeros = 0usize;
        let mut behind_point = false;
        for byte in number.bytes() {
            match byte {
                b'.' => behind_point = true,
                b'0'..=b'9' => {
                    written.exponent = written.exponent.saturating_sub(i64::from(behind_point));
                    if byte == b'0' {
                        zeros += 1;
                    } else {
                        written.push(zeros, byte - b'0');
                        zeros = 0;
                    }
                }
                _ => {}
            }
        }
        written.exponent = written.exponent.saturating_add(i64::try_from(zeros).unwrap_or(i64::MAX));
        written
    }

    /// Adds `zeros` and a digit behind them.
    fn push(&mut self, zeros: usize, digit: u8) {
        self.digits += if self.digits == 0 { 1 } else { zeros + 1 };
        if self.digits <= 38 {
            let shift = 10u128.saturating_pow(u32::try_from(zeros + 1).unwrap_or(u32::MAX));
            self.mantissa = self.mantissa.saturating_mul(shift).saturating_add(u128::from(digit));
        }
    }

    /// The mantissa with `zeros` more digits and its sign.
    fn shifted(&self, zeros: i64) -> Option<i128> {
        let shift = 10i128.checked_pow(u32::try_from(zeros).ok()?)?;
        let value = i128::try_from(self.mantissa).ok()?.checked_mul(shift)?;
        Some(if self.negative { -value } else { value })
    }

    fn to_int(&self) -> Result<i64> {
        if self.digits == 0 {
            return Ok(0);
        }
        if self.exponent < 0 {
            return Err(Fail::fault(
                codes::UNREADABLE_VALUE,
                "a whole number is needed here, but this one has a fraction",
            ));
        }
        let value = if self.digits > 19 { None } else { self.shifted(self.exponent) };
        let value = value.and_then(|value| i64::try_from(value).ok());
        value
            .ok_or_else(|| Fail::fault(codes::NUMBER_OUT_OF_RANGE, "this number is beyond what an int holds (64 bits)"))
    }

    fn to_decimal(&self) -> Result<Decimal> {
        if self.digits == 0 {
            return Ok(Decimal::ZERO);
        }
        self.exact_decimal().ok_or_else(|| {
            Fail::fault(
                codes::NUMBER_OUT_OF_RANGE,
                format!("this number has more digits than a decimal holds ({DECIMAL_DIGITS})"),
            )
        })
    }

    fn exact_decimal(&self) -> Option<Decimal> {
        let places = self.exponent.max(0);
        let all = i64::try_from(self.digits).ok()?.checked_add(places)?;
        if all > DECIMAL_DIGITS {
            return None;
        }
        let scale = u32::try_from(-self.exponent.min(0)).ok()?;
        Decimal::try_from_i128_with_scale(self.shifted(places)?, scale).ok()
    }
}

/// An exponent's value, or the nearest that an `i64` holds.
fn exponent(digits: &str) -> i64 {
    let bound = if digits.starts_with('-') { i64::MIN } else { i64::MAX };
    digits.strip_prefix('+').unwrap_or(digits).parse().unwrap_or(bound)
}

#[cfg(test)]
mod tests {
    use super::{from_text, to_decimal, to_float, to_int};
    use crate::Fail;

    fn code<T>(result: crate::Result<T>) -> String {
        match result {
            Err(Fail::Fault(fault)) => fault.code.into_owned(),
            _ => "none".to_owned(),
        }
    }

    #[test]
    fn ints_are_exact_or_refused() {
        for (number, value) in [
            ("0", 0),
            ("-0", 0),
            ("-0.0e7", 0),
            ("0e99999999999999999999", 0),
            ("1.0", 1),
            ("1e2", 100),
            ("100e-2", 1),
            ("1.50e1", 15),
            ("9007199254740993", 9_007_199_254_740_993),
            ("9223372036854775807", i64::MAX),
            ("-9223372036854775808", i64::MIN),
            ("-9223372036854775808.000", i64::MIN),
            ("922337203685477580.7e1", i64::MAX),
            ("0000000000000000000000000000000000000000000000042", 42),
        ] {
            assert_eq!(to_int(number), Ok(value), "{number}");
        }
        for number in ["1.5", "1e-1", "0.1", "1e-99999999999999999999", "9223372036854775807.5"] {
            assert_eq!(code(to_int(number)), "R0201", "{number}");
        }
        for number in ["9223372036854775808", "-9223372036854775809", "1e19", "1e400", "1e99999999999999999999"] {
            assert_eq!(code(to_int(number)), "R0207", "{number}");
        }
        assert_eq!(code(to_int(&"9".repeat(1000))), "R0207");
    }

    #[test]
    fn decimals_are_exact_or_refused() {
        for (number, text) in [
            ("0.1", "0.1"),
            ("-12.50", "-12.5"),
            ("-0.0", "0"),
            ("1e3", "1000"),
            ("123e-5", "0.00123"),
            ("0.1234567890123456789012345678", "0.1234567890123456789012345678"),
            ("9999999999999999999999999999", "9999999999999999999999999999"),
            ("1.10000000000000000000000000000000000000000000000", "1.1"),
            ("12345678901234567890.12345678", "12345678901234567890.12345678"),
        ] {
            assert_eq!(to_decimal(number).map(|value| value.normalize().to_string()), Ok(text.to_owned()), "{number}");
        }
        for number in [
            "99999999999999999999999999999",
            "1.0000000000000000000000000001",
            "1e28",
            "1e-29",
            "1e99999999999999999999",
        ] {
            assert_eq!(code(to_decimal(number)), "R0207", "{number}");
        }
    }

    #[test]
    fn floats_are_finite() {
        assert_eq!(to_float("1e-400"), Ok(0.0));
        assert_eq!(to_float("0.1"), Ok(0.1));
        assert_eq!(code(to_float("-1e400")), "R0207");
    }

    #[test]
    fn texts_hold_numbers_in_one_form() {
        for text in ["0", "007", "-1.5", "1e5", "1.0E-7"] {
            assert_eq!(from_text(text), Ok(text));
        }
        for text in ["", " 1", "+1", "1,5", "1.", ".5", "1e", "NaN", "inf", "0x10", "1 000", "-", "--1", "1e+", "1_000"]
        {
            assert_eq!(code(from_text(text)), "R0201", "{text}");
        }
    }
}
