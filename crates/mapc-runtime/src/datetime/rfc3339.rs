//! The forms of RFC 3339: `2026-11-22`, `2026-11-22T16:05:09.25` and `2026-11-22T16:05:09.25+01:00`.

use jiff::tz::Offset;

use super::BEYOND;
use super::scan::Scan;
use crate::{Date, DateTime, Timestamp};

/// Reads a date.
pub fn parse_date(text: &str) -> Result<Date, String> {
    let mut scan = Scan::new(text);
    let date = date(&mut scan)?;
    end(&scan).map(|()| date)
}

/// Reads a local date and time.
pub fn parse_datetime(text: &str) -> Result<DateTime, String> {
    let mut scan = Scan::new(text);
    let datetime = datetime(&mut scan)?;
    if starts_offset(&scan) {
        return Err("a local date and time has no offset, but this text has one".to_owned());
    }
    end(&scan).map(|()| datetime)
}

/// Reads an instant; its offset is taken into account and then forgotten.
pub fn parse_timestamp(text: &str) -> Result<Timestamp, String> {
    let mut scan = Scan::new(text);
    let datetime = datetime(&mut scan)?;
    if scan.rest().is_empty() {
        return Err("a timestamp needs an offset such as `Z` or `+01:00` at its end".to_owned());
    }
    let offset = offset(&mut scan)?;
    end(&scan)?;
    instant(datetime, offset)
}

/// The instant of a local time with an offset.
pub(super) fn instant(datetime: DateTime, offset: Offset) -> Result<Timestamp, String> {
    Timestamp::from_local(datetime, offset).ok_or_else(|| BEYOND.to_owned())
}

fn date(scan: &mut Scan<'_>) -> Result<Date, String> {
    const FORM: &str = "a date of the form 2026-11-22 is needed here";
    let mut read = || {
        let year = scan.digits(4)?;
        let month = if scan.take("-") { scan.digits(2)? } else { return None };
        let day = if scan.take("-") { scan.digits(2)? } else { return None };
        Some((year, month, day))
    };
    let (year, month, day) = read().ok_or(FORM)?;
    civil_date(year, month, day)
}

/// A day of the calendar.
pub(super) fn civil_date(year: u32, month: u32, day: u32) -> Result<Date, String> {
    let date = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
    let date = date.and_then(|((year, month), day)| Date::new(year, month, day).ok());
    date.ok_or_else(|| "there is no such day in the calendar".to_owned())
}

fn datetime(scan: &mut Scan<'_>) -> Result<DateTime, String> {
    let date = date(scan)?;
    if !(scan.take("T") || scan.take("t")) {
        return Err("a time of the form T16:05:09 is needed behind the date".to_owned());
    }
    let mut read = || {
        let hour = scan.digits(2)?;
        let minute = if scan.take(":") { scan.digits(2)? } else { return None };
        let second = if scan.take(":") { scan.digits(2)? } else { return None };
        let nanos = if scan.take(".") { scan.fraction()? } else { 0 };
        Some((hour, minute, second, nanos))
    };
    let form = "a time of the form 16:05:09 or 16:05:09.25, with at most nine places, is needed behind the date";
    let (hour, minute, second, nanos) = read().ok_or(form)?;
    at_time(date, hour, minute, second, nanos)
}

/// A time of a day.
pub(super) fn at_time(date: Date, hour: u32, minute: u32, second: u32, nanos: i32) -> Result<DateTime, String> {
    if second == 60 {
        return Err("this is a leap second, which no timestamp here can hold".to_owned());
    }
    if hour > 23 || minute > 59 || second > 59 {
        return Err("there is no such time of day".to_owned());
    }
    // All three are below 60, so none is cut off.
    Ok(date.at(hour as i8, minute as i8, second as i8, nanos))
}

fn starts_offset(scan: &Scan<'_>) -> bool {
    scan.rest().starts_with(['Z', 'z', '+', '-'])
}

fn offset(scan: &mut Scan<'_>) -> Result<Offset, String> {
    if scan.take("Z") || scan.take("z") {
        return Ok(Offset::UTC);
    }
    numeric_offset(scan, Some(true))
        .ok_or_else(|| "an offset such as `Z` or `+01:00` is needed behind the time".to_owned())
}

/// `+01:00`; with `colon` the colon must stand there or must not; where `None`, minutes may be left out.
pub(super) fn numeric_offset(scan: &mut Scan<'_>, colon: Option<bool>) -> Option<Offset> {
    let sign = if scan.take("+") {
        1
    } else if scan.take("-") {
        -1
    } else {
        return None;
    };
    let hours = scan.digits(2)?;
    let minutes = match colon {
        None => scan.digits(2).unwrap_or_default(),
        Some(colon) => {
            if colon && !scan.take(":") {
                return None;
            }
            scan.digits(2)?
        }
    };
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    Offset::from_seconds(sign * seconds).ok()
}

fn end(scan: &Scan<'_>) -> Result<(), String> {
    if scan.rest().is_empty() {
        return Ok(());
    }
    Err(format!("nothing may stand behind the date or time, but something does from character {} on", scan.place()))
}

/// Appends `2026-11-22`.
pub fn push_date(out: &mut Vec<u8>, date: Date) {
    if date.year() < 0 {
        out.push(b'-');
    }
    push_padded(out, date.year().unsigned_abs().into(), 4);
    out.push(b'-');
    push_padded(out, date.month().unsigned_abs().into(), 2);
    out.push(b'-');
    push_padded(out, date.day().unsigned_abs().into(), 2);
}

/// Appends `2026-11-22T16:05:09`, with as many places of the second as it has.
pub fn push_datetime(out: &mut Vec<u8>, datetime: DateTime) {
    push_date(out, datetime.date());
    out.push(b'T');
    push_padded(out, datetime.hour().unsigned_abs().into(), 2);
    out.push(b':');
    push_padded(out, datetime.minute().unsigned_abs().into(), 2);
    out.push(b':');
    push_padded(out, datetime.second().unsigned_abs().into(), 2);
    let nanos = datetime.subsec_nanosecond().unsigned_abs();
    if nanos != 0 {
        out.push(b'.');
        push_padded(out, nanos, 9);
        while out.last() == Some(&b'0') {
            out.pop();
        }
    }
}

/// Appends `2026-11-22T15:05:09Z`, always in UTC.
pub fn push_timestamp(out: &mut Vec<u8>, timestamp: Timestamp) {
    push_datetime(out, timestamp.to_utc());
    out.push(b'Z');
}

/// Appends a number with zeros before it.
pub(super) fn push_padded(out: &mut Vec<u8>, number: u32, width: usize) {
    let mut buffer = itoa::Buffer::new();
    let digits = buffer.format(number);
    for _ in digits.len()..width {
        out.push(b'0');
    }
    out.extend_from_slice(digits.as_bytes());
}
