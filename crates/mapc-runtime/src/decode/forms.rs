//! The forms of values without parts. What a refined type demands beyond is checked behind them, by [`crate::constraint`].

use std::borrow::Cow;

use jiff::tz::TimeZone;

use super::{Blank, Read, Source, Unread};
use crate::datetime::{self, DatePattern};
use crate::{Date, DateTime, Decimal, Scalar, Timestamp, number};

/// A text.
#[inline]
pub fn text<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<&'a str> {
    source.text(blank)
}

/// `true` or `false`.
pub fn boolean<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<bool> {
    source.boolean(blank)
}

/// A text that is one of two.
pub fn words<'a, S: Source<'a>>(source: &mut S, blank: Blank, yes: &str, no: &str) -> Read<bool> {
    // A word that is blank itself, as in `"Y" / ""`, is meant.
    let blank = if is_blank(yes) || is_blank(no) { Blank::Value } else { blank };
    match source.text(blank)? {
        text if text == yes => Ok(true),
        text if text == no => Ok(false),
        _ => Err(Unread::misfit("R0201", format!("`{yes}` or `{no}` is needed here, but this is another text"))),
    }
}

fn is_blank(text: &str) -> bool {
    text.trim_start().is_empty()
}

/// A whole number within 64 bits.
#[inline]
pub fn int<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<i64> {
    Ok(number::to_int(source.number(false, blank)?)?)
}

/// A text that holds an int.
pub fn int_text<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<i64> {
    Ok(number::to_int(source.number(true, blank)?)?)
}

/// A number, exactly.
pub fn decimal<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<Decimal> {
    Ok(number::to_decimal(source.number(false, blank)?)?)
}

/// A text that holds a decimal.
pub fn decimal_text<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<Decimal> {
    Ok(number::to_decimal(source.number(true, blank)?)?)
}

/// The 64-bit number nearest to what is written.
pub fn float<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<f64> {
    Ok(number::to_float(source.number(false, blank)?)?)
}

/// A text that holds a float.
pub fn float_text<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<f64> {
    Ok(number::to_float(source.number(true, blank)?)?)
}

/// A text, number or bool, as written.
pub fn scalar<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<Scalar<'a>> {
    source.scalar(blank)
}

/// The position of a text in an enum's wire texts.
pub fn member<'a, S: Source<'a>>(source: &mut S, blank: Blank, wire: &[Cow<'static, str>]) -> Read<u32> {
    // A member that is blank on the wire is meant.
    let blank = if wire.iter().any(|text| is_blank(text)) { Blank::Value } else { blank };
    let text = source.text(blank)?;
    let position = wire.iter().position(|member| member == text).and_then(|position| u32::try_from(position).ok());
    position.ok_or_else(|| not_a_member(wire))
}

#[cold]
fn not_a_member(wire: &[Cow<'static, str>]) -> Unread {
    const SHOWN: usize = 8;
    let mut members = wire.iter().take(SHOWN).map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ");
    if wire.len() > SHOWN {
        members.push_str(&format!(" and {} more", wire.len() - SHOWN));
    }
    Unread::misfit("R0206", format!("this text is none of {members}"))
}

/// A date in RFC 3339.
pub fn date<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<Date> {
    datetime::parse_date(source.text(blank)?).map_err(misread)
}

/// A date and time without offset in RFC 3339.
pub fn datetime<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<DateTime> {
    datetime::parse_datetime(source.text(blank)?).map_err(misread)
}

/// A date and time with offset in RFC 3339.
pub fn timestamp<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<Timestamp> {
    datetime::parse_timestamp(source.text(blank)?).map_err(misread)
}

/// A date by a pattern.
pub fn date_format<'a, S: Source<'a>>(source: &mut S, blank: Blank, pattern: &DatePattern) -> Read<Date> {
    pattern.parse_date(source.text(blank)?).map_err(misread)
}

/// A local date and time by a pattern.
pub fn datetime_format<'a, S: Source<'a>>(source: &mut S, blank: Blank, pattern: &DatePattern) -> Read<DateTime> {
    pattern.parse_datetime(source.text(blank)?).map_err(misread)
}

/// An instant by a pattern; in `zone` where the pattern has no offset.
pub fn timestamp_format<'a, S: Source<'a>>(
    source: &mut S,
    blank: Blank,
    pattern: &DatePattern,
    zone: Option<&TimeZone>,
) -> Read<Timestamp> {
    pattern.parse_timestamp(source.text(blank)?, zone).map_err(misread)
}

/// A whole number of seconds since 1970.
pub fn epoch_seconds<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<Timestamp> {
    let seconds = int(source, blank)?;
    Timestamp::from_second(seconds).ok().filter(datetime::is_writable).ok_or_else(out_of_time)
}

/// A whole number of milliseconds since 1970.
pub fn epoch_millis<'a, S: Source<'a>>(source: &mut S, blank: Blank) -> Read<Timestamp> {
    let millis = int(source, blank)?;
    Timestamp::from_millisecond(millis).ok().filter(datetime::is_writable).ok_or_else(out_of_time)
}

#[cold]
fn out_of_time() -> Unread {
    Unread::misfit("R0207", "this number is an instant beyond the years 0000 to 9999")
}

#[cold]
fn misread(reason: String) -> Unread {
    Unread::misfit("R0201", reason)
}
