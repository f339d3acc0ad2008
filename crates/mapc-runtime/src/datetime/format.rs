//! Writing by a pattern.

use jiff::tz::{Offset, TimeZone};

use super::parse::weekday_position;
use super::pattern::{DatePattern, OffsetForm, PatternPart};
use super::rfc3339::push_padded;
use crate::{Date, DateTime, Timestamp};

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// From Monday, as ISO 8601 counts.
pub(super) const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The first three letters of an English name.
pub(super) fn short(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}

impl DatePattern {
    /// Appends a date.
    pub fn push_date(&self, out: &mut Vec<u8>, date: Date) {
        self.push(out, date.at(0, 0, 0, 0), Offset::UTC);
    }

    /// Appends a local date and time.
    pub fn push_datetime(&self, out: &mut Vec<u8>, datetime: DateTime) {
        self.push(out, datetime, Offset::UTC);
    }

    /// Appends an instant as the clocks of `zone` show it, or those of UTC.
    ///
    /// # Errors
    /// Where the clocks show a year before 0000 or behind 9999; then nothing is appended.
    pub fn push_timestamp(
        &self,
        out: &mut Vec<u8>,
        timestamp: Timestamp,
        zone: Option<&TimeZone>,
    ) -> Result<(), String> {
        let (local, offset) = match zone {
            None => (timestamp.to_utc(), Offset::UTC),
            Some(zone) => timestamp.to_local(zone).ok_or("the clocks of the zone show a year beyond 0000 to 9999")?,
        };
        let has_offset = self.parts.iter().any(|part| matches!(part, PatternPart::Offset(_)));
        if has_offset && offset.seconds() % 60 != 0 {
            return Err(
                "the clocks of the zone were seconds off a whole minute then, which an offset cannot show".into()
            );
        }
        self.push(out, local, offset);
        Ok(())
    }

    fn push(&self, out: &mut Vec<u8>, datetime: DateTime, offset: Offset) {
        for part in &self.parts {
            push_part(out, part, datetime, offset);
        }
    }
}

fn push_part(out: &mut Vec<u8>, part: &PatternPart, datetime: DateTime, offset: Offset) {
    let hour = u32::from(datetime.hour().unsigned_abs());
    match part {
        PatternPart::Literal(text) => out.extend_from_slice(text.as_bytes()),
        PatternPart::Year => push_padded(out, datetime.year().unsigned_abs().into(), 4),
        PatternPart::ShortYear => push_padded(out, u32::from(datetime.year().unsigned_abs()) % 100, 2),
        PatternPart::Month(width) => push_padded(out, datetime.month().unsigned_abs().into(), *width),
        PatternPart::MonthName { long } => {
            let month = usize::from(datetime.month().unsigned_abs()).saturating_sub(1);
            push_name(out, &MONTHS, month, *long);
        }
        PatternPart::Day(width) => push_padded(out, datetime.day().unsigned_abs().into(), *width),
        PatternPart::Weekday { long } => push_name(out, &WEEKDAYS, weekday_position(datetime.date().weekday()), *long),
        PatternPart::Hour(width) => push_padded(out, hour, *width),
        PatternPart::HalfDayHour(width) => push_padded(out, (hour + 11) % 12 + 1, *width),
        PatternPart::HalfDay => out.extend_from_slice(if hour < 12 { b"AM" } else { b"PM" }),
        PatternPart::Minute(width) => push_padded(out, datetime.minute().unsigned_abs().into(), *width),
        PatternPart::Second(width) => push_padded(out, datetime.second().unsigned_abs().into(), *width),
        PatternPart::Fraction(places) => {
            let start = out.len();
            push_padded(out, datetime.subsec_nanosecond().unsigned_abs(), 9);
            out.truncate(start + places);
        }
        PatternPart::Offset(form) => push_offset(out, *form, offset),
    }
}

fn push_name(out: &mut Vec<u8>, names: &[&str], position: usize, long: bool) {
    let name = names.get(position).copied().unwrap_or_default();
    out.extend_from_slice(if long { name } else { short(name) }.as_bytes());
}

fn push_offset(out: &mut Vec<u8>, form: OffsetForm, offset: Offset) {
    if form.z && offset == Offset::UTC {
        out.push(b'Z');
        return;
    }
    let seconds = offset.seconds();
    out.push(if seconds < 0 { b'-' } else { b'+' });
    let minutes = seconds.unsigned_abs() / 60;
    push_padded(out, minutes / 60, 2);
    if form.colon == Some(true) {
        out.push(b':');
    }
    if form.colon.is_some() || !minutes.is_multiple_of(60) {
        push_padded(out, minutes % 60, 2);
    }
}
