//! The texts of numbers, dates and times in their own forms.

use crate::datetime;
use crate::{Date, DateTime, Decimal, Timestamp};

/// The decimal mark of JSON and of numbers in texts.
pub const POINT: u8 = b'.';

/// Appends a text as it is.
#[inline]
pub fn string(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
}

/// Appends an int.
#[inline]
pub fn int(out: &mut Vec<u8>, value: i64) {
    out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
}

/// Appends a decimal, never with an exponent: with `places` behind the mark, else without zeros at its end.
pub fn decimal(out: &mut Vec<u8>, value: Decimal, places: Option<u32>, mark: u8) {
    let mantissa = value.mantissa();
    if mantissa < 0 {
        out.push(b'-');
    }
    let mut buffer = itoa::Buffer::new();
    let digits = match u64::try_from(mantissa.unsigned_abs()) {
        Ok(short) => buffer.format(short),
        Err(_) => buffer.format(mantissa.unsigned_abs()),
    };
    let scale = value.scale() as usize;
    let (whole, fraction) = digits.as_bytes().split_at(digits.len().saturating_sub(scale));
    if places == Some(value.scale()) && scale > 0 && !whole.is_empty() {
        out.extend_from_slice(whole);
        out.push(mark);
        out.extend_from_slice(fraction);
        return;
    }
    out.extend_from_slice(if whole.is_empty() { b"0" } else { whole });
    let start = out.len();
    out.push(mark);
    out.resize(out.len() + scale - fraction.len(), b'0');
    out.extend_from_slice(fraction);
    let wanted = start + 1 + places.unwrap_or(0) as usize;
    while out.len() > wanted && out.last() == Some(&b'0') {
        out.pop();
    }
    if out.len() < wanted {
        out.resize(wanted, b'0');
    }
    if out.len() == start + 1 {
        out.truncate(start);
    }
}

/// Appends the shortest number that reads back as the same.
pub fn float(out: &mut Vec<u8>, value: f64, mark: u8) {
    let start = out.len();
    let mut buffer = zmij::Buffer::new();
    let number = buffer.format(value);
    out.extend_from_slice(number.strip_suffix(".0").unwrap_or(number).as_bytes());
    if mark != POINT {
        let number = out.get_mut(start..).unwrap_or_default();
        if let Some(point) = number.iter_mut().find(|byte| **byte == POINT) {
            *point = mark;
        }
    }
}

/// Appends a date in RFC 3339.
pub fn date(out: &mut Vec<u8>, value: Date) {
    datetime::push_date(out, value);
}

/// Appends a local date and time in RFC 3339; no fraction where it is zero.
pub fn datetime(out: &mut Vec<u8>, value: DateTime) {
    datetime::push_datetime(out, value);
}

/// Appends an instant in RFC 3339, in UTC with `Z`; no fraction where it is zero.
pub fn timestamp(out: &mut Vec<u8>, value: Timestamp) {
    datetime::push_timestamp(out, value);
}

#[cfg(test)]
mod tests {
    use super::{POINT, decimal, float};
    use crate::Decimal;

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn decimals_have_their_places_or_no_zeros_at_the_end() {
        for (value, scale, plain, fixed) in [
            (0, 0, "0", "0.00"),
            (0, 5, "0", "0.00"),
            (1250, 2, "12.5", "12.50"),
            (-5, 2, "-0.05", "-0.05"),
            (-500, 2, "-5", "-5.00"),
            (1000, 0, "1000", "1000.00"),
            (120, 4, "0.012", "0.012"),
            (99, 1, "9.9", "9.90"),
        ] {
            let value = Decimal::new(value, scale);
            assert_eq!(written(|out| decimal(out, value, None, POINT)), plain);
            assert_eq!(written(|out| decimal(out, value, Some(2), POINT)), fixed);
        }
        assert_eq!(written(|out| decimal(out, -Decimal::new(0, 1), Some(1), POINT)), "0.0");
        assert_eq!(written(|out| decimal(out, Decimal::new(-15, 1), None, b',')), "-1,5");
        assert_eq!(written(|out| decimal(out, Decimal::MAX, None, POINT)), "79228162514264337593543950335");
    }

    #[test]
    fn floats_are_short_and_valid_json() {
        for value in [0.0, -0.0, 0.1, 1.0, 1e21, 1.5e300, 5e-324, f64::MAX, 123_456_789.123] {
            let text = written(|out| float(out, value, POINT));
            assert_eq!(text.parse::<f64>(), Ok(value), "{text}");
            assert_eq!(serde_json::from_str::<f64>(&text).ok(), Some(value), "{text}");
        }
        assert_eq!(written(|out| float(out, 3.0, POINT)), "3");
        assert_eq!(written(|out| float(out, 0.5, b',')), "0,5");
    }
}
