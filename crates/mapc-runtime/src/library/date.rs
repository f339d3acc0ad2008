//! Dates and times.
//!
//! A `timestamp` is an instant, a `local_datetime` what clocks show somewhere, a `date` a day. They become each other
//! only where a zone is named. Patterns are those of wire forms.

use jiff::Span;
use jiff::tz::TimeZone;

use super::conversion::written;
use super::define::functions;
use crate::codes;
use crate::datetime::{self, DatePattern};
use crate::{Cx, Date, DateTime, Fail, Result, Timestamp};

functions! { topic date;

/// The date in a text like `2025-03-31`.
#[function("to_date", "(text: string) -> date")]
#[example(r#""2025-03-31".to_date()"#, r#""2025-03-31".to_date()"#)]
#[example(r#""31.03.2025".to_date()"#, "reject R0312")]
pub fn text_to_date<'a>(_cx: &Cx<'a>, text: &'a str) -> Result<Date> {
    datetime::parse_date(text).map_err(unreadable)
}

/// The day of a local date and time.
#[function("to_date", "(time: local_datetime) -> date")]
#[example(r#""2025-03-31T10:30:00".to_local_datetime().to_date()"#, r#""2025-03-31".to_date()"#)]
pub fn to_date<'a>(_cx: &Cx<'a>, time: DateTime) -> Date {
    time.date()
}

/// The day on which an instant falls in a zone.
#[function("to_date", "(time: timestamp, zone: string) -> date")]
#[example(r#""2025-03-31T23:30:00Z".to_timestamp().to_date("Europe/Berlin")"#, r#""2025-04-01".to_date()"#)]
#[example(r#""2025-03-31T23:30:00Z".to_timestamp().to_date("Mars/Olympus")"#, "reject R0313")]
pub fn timestamp_to_date<'a>(_cx: &Cx<'a>, time: Timestamp, zone: &'a str) -> Result<Date> {
    shown_in(time, zone, 1).map(DateTime::date)
}

/// The date in a text of a form.
#[function("parse_date", "(text: string, form: pattern) -> date")]
#[example(r#""31.03.2025".parse_date("dd.MM.yyyy")"#, r#""2025-03-31".to_date()"#)]
#[example(r#""29.02.2025".parse_date("dd.MM.yyyy")"#, "reject R0312")]
pub fn parse_date<'a>(_cx: &Cx<'a>, text: &'a str, form: &DatePattern) -> Result<Date> {
    form.parse_date(text).map_err(unreadable)
}

/// The local date and time in a text like `2025-03-31T10:30:00`.
#[function("to_local_datetime", "(text: string) -> local_datetime")]
#[example(r#""2025-03-31T10:30:00".to_local_datetime().to_string()"#, r#""2025-03-31T10:30:00""#)]
#[example(r#""2025-03-31".to_local_datetime()"#, "reject R0312")]
pub fn text_to_local_datetime<'a>(_cx: &Cx<'a>, text: &'a str) -> Result<DateTime> {
    datetime::parse_datetime(text).map_err(unreadable)
}

/// The local date and time in a text of a form.
#[function("parse_local_datetime", "(text: string, form: pattern) -> local_datetime")]
#[example(
    r#""3/31/2025 2:05 PM".parse_local_datetime("M/d/yyyy h:mm a").to_string()"#,
    r#""2025-03-31T14:05:00""#
)]
#[example(r#""31.03.2025".parse_local_datetime("M/d/yyyy h:mm a")"#, "reject R0312")]
pub fn parse_local_datetime<'a>(_cx: &Cx<'a>, text: &'a str, form: &DatePattern) -> Result<DateTime> {
    form.parse_datetime(text).map_err(unreadable)
}

/// What the clocks of a zone show at an instant.
#[function("in_zone", "(time: timestamp, zone: string) -> local_datetime")]
#[example(
    r#""2025-03-31T10:30:00Z".to_timestamp().in_zone("Europe/Berlin").to_string()"#,
    r#""2025-03-31T12:30:00""#
)]
#[example(r#""2025-03-31T10:30:00Z".to_timestamp().in_zone("Mars/Olympus")"#, "reject R0313")]
pub fn in_zone<'a>(_cx: &Cx<'a>, time: Timestamp, zone: &'a str) -> Result<DateTime> {
    shown_in(time, zone, 1)
}

/// The instant in a text like `2025-03-31T10:30:00Z` or `2025-03-31T12:30:00+02:00`.
#[function("to_timestamp", "(text: string) -> timestamp")]
#[example(
    r#""2025-03-31T12:30:00+02:00".to_timestamp()"#,
    r#""2025-03-31T10:30:00Z".to_timestamp()"#
)]
#[example(r#""2025-03-31T10:30:00".to_timestamp()"#, "reject R0312")]
pub fn text_to_timestamp<'a>(_cx: &Cx<'a>, text: &'a str) -> Result<Timestamp> {
    datetime::parse_timestamp(text).map_err(unreadable)
}

/// The instant at which the clocks of a zone show a local date and time. A time that they never or twice show is
/// refused.
#[function("to_timestamp", "(time: local_datetime, zone: string) -> timestamp")]
#[example(
    r#""2025-07-01T12:00:00".to_local_datetime().to_timestamp("Europe/Berlin")"#,
    r#""2025-07-01T10:00:00Z".to_timestamp()"#
)]
#[example(r#""2025-03-30T02:30:00".to_local_datetime().to_timestamp("Europe/Berlin")"#, "reject R0313")]
pub fn to_timestamp<'a>(_cx: &Cx<'a>, time: DateTime, zone: &'a str) -> Result<Timestamp> {
    datetime::in_zone(time, &zone_of(zone, 1)?).map_err(not_in_zone)
}

/// The instant at which the clocks of a zone show a local date and time. Of a time that they show twice it is the
/// `"earlier"` or the `"later"`; a time that they skip counts on from before the gap (`"later"`) or back from behind it
/// (`"earlier"`).
#[function("to_timestamp", "(time: local_datetime, zone: string, choose: \"earlier\" | \"later\") -> timestamp")]
#[example(
    r#""2025-10-26T02:30:00".to_local_datetime().to_timestamp("Europe/Berlin", "earlier")"#,
    r#""2025-10-26T00:30:00Z".to_timestamp()"#
)]
#[example(
    r#""2025-10-26T02:30:00".to_local_datetime().to_timestamp("Europe/Berlin", "later")"#,
    r#""2025-10-26T01:30:00Z".to_timestamp()"#
)]
pub fn to_timestamp_choosing<'a>(_cx: &Cx<'a>, time: DateTime, zone: &'a str, choose: &'a str) -> Result<Timestamp> {
    datetime::in_zone_choosing(time, &zone_of(zone, 1)?, choose == "later").ok_or_else(out_of_range)
}

/// The instant in a text of a form that has an offset.
#[function("parse_timestamp", "(text: string, form: pattern) -> timestamp")]
#[example(
    r#""2025-03-31 12:30 +0200".parse_timestamp("yyyy-MM-dd HH:mm xx")"#,
    r#""2025-03-31T10:30:00Z".to_timestamp()"#
)]
#[example(r#""2025-03-31 12:30".parse_timestamp("yyyy-MM-dd HH:mm xx")"#, "reject R0312")]
pub fn parse_timestamp<'a>(_cx: &Cx<'a>, text: &'a str, form: &DatePattern) -> Result<Timestamp> {
    form.parse_timestamp(text, None).map_err(unreadable)
}

/// The instant in a text of a form, as clocks of a zone show it. A time that they never or twice show is refused.
#[function("parse_timestamp", "(text: string, form: pattern, zone: string) -> timestamp")]
#[example(
    r#""2025-03-31 12:30".parse_timestamp("yyyy-MM-dd HH:mm", "Europe/Berlin")"#,
    r#""2025-03-31T10:30:00Z".to_timestamp()"#
)]
#[example(r#""2025-03-30 02:30".parse_timestamp("yyyy-MM-dd HH:mm", "Europe/Berlin")"#, "reject R0312")]
#[example(r#""2025-03-31 12:30".parse_timestamp("yyyy-MM-dd HH:mm", "Mars/Olympus")"#, "reject R0313")]
pub fn parse_timestamp_in<'a>(_cx: &Cx<'a>, text: &'a str, form: &DatePattern, zone: &'a str) -> Result<Timestamp> {
    form.parse_timestamp(text, Some(&zone_of(zone, 2)?)).map_err(unreadable)
}

/// The date in a form, which may leave parts out.
#[function("format", "(date: date, form: pattern) -> string")]
#[example(r#""2025-03-31".to_date().format("yyyy-MM")"#, r#""2025-03""#)]
#[example(r#""2025-03-31".to_date().format("d MMM yyyy")"#, r#""31 Mar 2025""#)]
pub fn format_date<'a>(cx: &Cx<'a>, date: Date, form: &DatePattern) -> &'a str {
    written(cx, |out| form.push_date(out, date))
}

/// The local date and time in a form, which may leave parts out.
#[function("format", "(time: local_datetime, form: pattern) -> string")]
#[example(
    r#""2025-03-31T14:05:00".to_local_datetime().format("dd.MM.yyyy HH:mm")"#,
    r#""31.03.2025 14:05""#
)]
#[example(r#""2025-03-31T14:05:09".to_local_datetime().format("mm:ss")"#, r#""05:09""#)]
pub fn format_local_datetime<'a>(cx: &Cx<'a>, time: DateTime, form: &DatePattern) -> &'a str {
    written(cx, |out| form.push_datetime(out, time))
}

/// The instant in a form, in UTC. The form may leave parts out, also the offset.
#[function("format", "(time: timestamp, form: pattern) -> string")]
#[example(r#""2025-04-01T01:30:00+02:00".to_timestamp().format("yyyy-MM")"#, r#""2025-03""#)]
#[example(
    r#""2025-03-31T12:30:00+02:00".to_timestamp().format("yyyy-MM-dd HH:mm xxx")"#,
    r#""2025-03-31 10:30 +00:00""#
)]
pub fn format_timestamp<'a>(cx: &Cx<'a>, time: Timestamp, form: &DatePattern) -> &'a str {
    written(cx, |out| form.push_datetime(out, time.to_utc()))
}

/// The instant in a form, as clocks of a zone show it. The form may leave parts out. An offset has hours and minutes; where clocks once
/// differed by seconds as well, a form with an offset rejects.
#[function("format", "(time: timestamp, form: pattern, zone: string) -> string")]
#[example(r#""2025-03-31T22:30:00Z".to_timestamp().format("yyyy-MM", "Europe/Berlin")"#, r#""2025-04""#)]
#[example(
    r#""2025-03-31T10:30:00Z".to_timestamp().format("dd.MM.yyyy HH:mm", "Europe/Berlin")"#,
    r#""31.03.2025 12:30""#
)]
#[example(r#""2025-03-31T10:30:00Z".to_timestamp().format("dd.MM.yyyy HH:mm", "Mars/Olympus")"#, "reject R0313")]
#[example(r#""1900-01-01T00:00:00Z".to_timestamp().format("HH:mm xxx", "Africa/Monrovia")"#, "reject R0304")]
pub fn format_timestamp_in<'a>(cx: &Cx<'a>, time: Timestamp, form: &DatePattern, zone: &'a str) -> Result<&'a str> {
    let zone = zone_of(zone, 2)?;
    let mut failed = Ok(());
    let text = written(cx, |out| failed = form.push_timestamp(out, time, Some(&zone)));
    failed.map(|()| text).map_err(|reason| Fail::fault(codes::RESULT_OUT_OF_RANGE, reason))
}

/// The whole seconds since the start of 1970 in UTC; a fraction is cut off towards the past.
#[function("epoch_s", "(time: timestamp) -> int")]
#[example(r#""1970-01-02T00:00:00Z".to_timestamp().epoch_s()"#, "86400")]
pub fn epoch_s<'a>(_cx: &Cx<'a>, time: Timestamp) -> i64 {
    time.as_second()
}

/// The whole milliseconds since the start of 1970 in UTC; a fraction is cut off towards the past.
#[function("epoch_ms", "(time: timestamp) -> int")]
#[example(r#""1970-01-01T00:00:01.250Z".to_timestamp().epoch_ms()"#, "1250")]
pub fn epoch_ms<'a>(_cx: &Cx<'a>, time: Timestamp) -> i64 {
    time.as_nanosecond().div_euclid(1_000_000).try_into().unwrap_or(i64::MAX)
}

/// The instant so many seconds after the start of 1970 in UTC.
#[function("from_epoch_s", "(seconds: int) -> timestamp")]
#[example("86400.from_epoch_s()", r#""1970-01-02T00:00:00Z".to_timestamp()"#)]
pub fn from_epoch_s<'a>(_cx: &Cx<'a>, seconds: i64) -> Result<Timestamp> {
    Timestamp::new(seconds, 0).ok_or_else(out_of_range)
}

/// The instant so many milliseconds after the start of 1970 in UTC.
#[function("from_epoch_ms", "(milliseconds: int) -> timestamp")]
#[example("1417392000000.from_epoch_ms()", r#""2014-12-01T00:00:00Z".to_timestamp()"#)]
pub fn from_epoch_ms<'a>(_cx: &Cx<'a>, milliseconds: i64) -> Result<Timestamp> {
    Timestamp::from_nanosecond(i128::from(milliseconds) * 1_000_000).ok_or_else(out_of_range)
}

/// The year.
#[function("year", "(date: date) -> int")]
#[example(r#""2025-03-31".to_date().year()"#, "2025")]
pub fn year<'a>(_cx: &Cx<'a>, date: Date) -> i64 {
    i64::from(date.year())
}

/// The month, from 1 to 12.
#[function("month", "(date: date) -> int")]
#[example(r#""2025-03-31".to_date().month()"#, "3")]
pub fn month<'a>(_cx: &Cx<'a>, date: Date) -> i64 {
    i64::from(date.month())
}

/// The day of the month, from 1 to 31.
#[function("day", "(date: date) -> int")]
#[example(r#""2025-03-31".to_date().day()"#, "31")]
pub fn day<'a>(_cx: &Cx<'a>, date: Date) -> i64 {
    i64::from(date.day())
}

/// The day of the week, from 1 for Monday to 7 for Sunday.
#[function("weekday", "(date: date) -> int")]
#[example(r#""2025-03-31".to_date().weekday()"#, "1")]
pub fn weekday<'a>(_cx: &Cx<'a>, date: Date) -> i64 {
    i64::from(date.weekday().to_monday_one_offset())
}

/// The date so many days later; earlier if the number is negative.
#[function("add_days", "(date: date, days: int) -> date")]
#[example(r#""2025-02-27".to_date().add_days(2)"#, r#""2025-03-01".to_date()"#)]
pub fn add_days<'a>(_cx: &Cx<'a>, date: Date, days: i64) -> Result<Date> {
    moved(date, Span::new().try_days(days))
}

/// The date so many months later; earlier if the number is negative. Where the month is too short, its last day.
#[function("add_months", "(date: date, months: int) -> date")]
#[example(r#""2025-01-31".to_date().add_months(1)"#, r#""2025-02-28".to_date()"#)]
pub fn add_months<'a>(_cx: &Cx<'a>, date: Date, months: i64) -> Result<Date> {
    moved(date, Span::new().try_months(months))
}

/// The instant so many seconds later; earlier if the number is negative.
#[function("add_seconds", "(time: timestamp, seconds: int) -> timestamp")]
#[example(
    r#""2025-03-31T23:59:30Z".to_timestamp().add_seconds(60)"#,
    r#""2025-04-01T00:00:30Z".to_timestamp()"#
)]
pub fn add_seconds<'a>(_cx: &Cx<'a>, time: Timestamp, seconds: i64) -> Result<Timestamp> {
    time.checked_add_seconds(seconds).ok_or_else(out_of_range)
}

/// The number of days from one date to another; negative if the other is earlier.
#[function("days_until", "(date: date, other: date) -> int")]
#[example(r#""2024-02-28".to_date().days_until("2024-03-01".to_date())"#, "2")]
pub fn days_until<'a>(_cx: &Cx<'a>, date: Date, other: Date) -> i64 {
    date.until(other).map_or(0, |span| i64::from(span.get_days()))
}
}

#[cold]
fn unreadable(reason: String) -> Fail {
    Fail::fault(codes::NOT_A_DATE, reason)
}

#[cold]
fn not_in_zone(reason: String) -> Fail {
    Fail::fault(codes::NO_SUCH_TIME, reason)
}

#[cold]
fn out_of_range() -> Fail {
    Fail::fault(codes::RESULT_OUT_OF_RANGE, "the result is beyond the years that a date or time can have")
}

/// The zone of a name, which is a function's parameter at this position.
fn zone_of(name: &str, parameter: u8) -> Result<TimeZone> {
    datetime::zone(name).map_err(|reason| not_in_zone(reason).of(parameter))
}

fn shown_in(time: Timestamp, zone: &str, parameter: u8) -> Result<DateTime> {
    time.to_local(&zone_of(zone, parameter)?).map(|(local, _)| local).ok_or_else(out_of_range)
}

fn moved(date: Date, span: core::result::Result<Span, jiff::Error>) -> Result<Date> {
    let moved = span.and_then(|span| date.checked_add(span)).map_err(|_| out_of_range())?;
    // Years before 0 have no written form.
    if moved.year() < 0 { Err(out_of_range()) } else { Ok(moved) }
}

#[cfg(test)]
mod tests {
    use super::{
        add_days, epoch_ms, epoch_s, from_epoch_ms, from_epoch_s, in_zone, to_timestamp, to_timestamp_choosing,
    };
    use crate::library::tests::{code, with_cx};

    #[test]
    fn clocks_that_skip_or_repeat_a_time_need_a_choice() {
        with_cx(|cx| {
            let (gap, fold) = ("2025-03-30T02:30:00".parse().unwrap(), "2025-10-26T02:30:00".parse().unwrap());
            let zone = "Europe/Berlin";
            assert_eq!(code(to_timestamp(cx, gap, zone)), "R0313");
            assert_eq!(code(to_timestamp(cx, fold, zone)), "R0313");
            let chosen = |time, choose| to_timestamp_choosing(cx, time, zone, choose).unwrap().to_string();
            assert_eq!(chosen(fold, "earlier"), "2025-10-26T00:30:00Z");
            assert_eq!(chosen(fold, "later"), "2025-10-26T01:30:00Z");
            assert_eq!(chosen(gap, "earlier"), "2025-03-30T00:30:00Z");
            assert_eq!(chosen(gap, "later"), "2025-03-30T01:30:00Z");
        });
    }

    #[test]
    fn epochs_are_cut_towards_the_past_and_bounded() {
        with_cx(|cx| {
            let time = "1969-12-31T23:59:59.999999Z".parse().unwrap();
            assert_eq!((epoch_s(cx, time), epoch_ms(cx, time)), (-1, -1));
            assert_eq!(code(from_epoch_s(cx, i64::MAX)), "R0304");
            assert_eq!(code(from_epoch_ms(cx, i64::MIN)), "R0304");
            // The first second of the year 0, and the one before it.
            assert!(from_epoch_s(cx, -62_167_219_200).is_ok());
            assert_eq!(code(from_epoch_s(cx, -62_167_219_201)), "R0304");
            // The last second of the year 9999, and the one behind it.
            let last = from_epoch_s(cx, 253_402_300_799).unwrap();
            assert_eq!(code(from_epoch_s(cx, 253_402_300_800)), "R0304");
            assert_eq!(code(in_zone(cx, last, "Europe/Berlin")), "R0304");
            assert_eq!(in_zone(cx, last, "America/New_York").unwrap().to_string(), "9999-12-31T18:59:59");
            assert_eq!(code(in_zone(cx, last, "Etc/Unknown")), "R0313");
            // What clocks show at the ends of the years leads back, also where jiff has no such instant.
            for (local, zone, instant) in [
                ("9999-12-31T23:59:59", "UTC", "9999-12-31T23:59:59Z"),
                ("9999-12-31T23:59:59", "Europe/Berlin", "9999-12-31T22:59:59Z"),
                ("9999-12-31T18:59:59", "America/New_York", "9999-12-31T23:59:59Z"),
                ("0000-01-01T00:00:00", "UTC", "0000-01-01T00:00:00Z"),
            ] {
                let local = local.parse().unwrap();
                assert_eq!(to_timestamp(cx, local, zone).unwrap().to_string(), instant);
                assert_eq!(to_timestamp_choosing(cx, local, zone, "later").unwrap().to_string(), instant);
            }
            assert_eq!(code(to_timestamp(cx, "9999-12-31T19:00:00".parse().unwrap(), "America/New_York")), "R0313");
            let first = from_epoch_s(cx, -62_167_219_200).unwrap();
            assert_eq!(code(in_zone(cx, first, "America/New_York")), "R0304");
            assert_eq!(code(add_days(cx, "9999-12-31".parse().unwrap(), 1)), "R0304");
            assert_eq!(code(add_days(cx, "0000-01-01".parse().unwrap(), -1)), "R0304");
            assert_eq!(code(add_days(cx, "2025-01-01".parse().unwrap(), i64::MAX)), "R0304");
        });
    }
}
