//! Reading by a pattern.

use jiff::civil::Weekday;
use jiff::tz::{Offset, TimeZone};

use super::format::{MONTHS, WEEKDAYS, short};
use super::in_zone;
use super::pattern::{DatePattern, OffsetForm, PatternPart};
use super::rfc3339::{at_time, civil_date, instant, numeric_offset};
use super::scan::Scan;
use crate::{Date, DateTime, Timestamp};

/// What a text said.
#[derive(Default)]
struct Components {
    year: u32,
    month: u32,
    day: u32,
    weekday: Option<usize>,
    hour: u32,
    /// `Some(true)` is PM; then the hour is one from 1 to 12.
    afternoon: Option<bool>,
    minute: u32,
    second: u32,
    nanos: i32,
    offset: Option<Offset>,
}

impl DatePattern {
    /// Reads a date.
    pub fn parse_date(&self, text: &str) -> Result<Date, String> {
        self.found(text)?.date()
    }

    /// Reads a local date and time.
    pub fn parse_datetime(&self, text: &str) -> Result<DateTime, String> {
        self.found(text)?.datetime()
    }

    /// Reads an instant; in `zone` where the pattern has no offset.
    pub fn parse_timestamp(&self, text: &str, zone: Option<&TimeZone>) -> Result<Timestamp, String> {
        let found = self.found(text)?;
        let local = found.datetime()?;
        match (found.offset, zone) {
            (Some(offset), _) => instant(local, offset),
            (None, Some(zone)) => in_zone(local, zone),
            (None, None) => Err("neither the pattern nor a zone tells the offset of this time".to_owned()),
        }
    }

    fn found(&self, text: &str) -> Result<Components, String> {
        let mut scan = Scan::new(text);
        let mut found = Components::default();
        for part in &self.parts {
            if found.read(part, &mut scan).is_none() {
                let place = scan.place();
                let (pattern, what) = (self.text(), words(part));
                return Err(format!("the text is not of the form `{pattern}`: {what} is needed at character {place}"));
            }
        }
        if scan.rest().is_empty() {
            return Ok(found);
        }
        let (pattern, place) = (self.text(), scan.place());
        Err(format!("the text is not of the form `{pattern}`: nothing may stand from character {place} on"))
    }
}

impl Components {
    fn read(&mut self, part: &PatternPart, scan: &mut Scan<'_>) -> Option<()> {
        match part {
            PatternPart::Literal(text) => return scan.take(text).then_some(()),
            PatternPart::Year => self.year = scan.digits(4)?,
            PatternPart::ShortYear => self.year = 2000 + scan.digits(2)?,
            PatternPart::Month(width) => self.month = scan.digits_between(*width, 2)?,
            PatternPart::MonthName { long } => self.month = u32::try_from(name(scan, &MONTHS, *long)?).ok()? + 1,
            PatternPart::Day(width) => self.day = scan.digits_between(*width, 2)?,
            PatternPart::Weekday { long } => self.weekday = Some(name(scan, &WEEKDAYS, *long)?),
            PatternPart::Hour(width) => self.hour = scan.digits_between(*width, 2)?,
            PatternPart::HalfDayHour(width) => {
                self.hour = scan.digits_between(*width, 2).filter(|hour| (1..=12).contains(hour))?;
            }
            PatternPart::HalfDay => self.afternoon = Some(scan.name(&["AM", "PM"])? == 1),
            PatternPart::Minute(width) => self.minute = scan.digits_between(*width, 2)?,
            PatternPart::Second(width) => self.second = scan.digits_between(*width, 2)?,
            PatternPart::Fraction(places) => self.nanos = scan.fraction_of_width(*places)?,
            PatternPart::Offset(OffsetForm { z, colon }) => {
                let utc = *z && (scan.take("Z") || scan.take("z"));
                self.offset = Some(if utc { Offset::UTC } else { numeric_offset(scan, *colon)? });
            }
        }
        Some(())
    }

    fn date(&self) -> Result<Date, String> {
        let date = civil_date(self.year, self.month, self.day)?;
        match self.weekday {
            Some(weekday) if weekday != weekday_position(date.weekday()) => {
                Err("the weekday is not the one of the date".to_owned())
            }
            _ => Ok(date),
        }
    }

    fn datetime(&self) -> Result<DateTime, String> {
        let hour = match self.afternoon {
            None => self.hour,
            Some(afternoon) => self.hour % 12 + if afternoon { 12 } else { 0 },
        };
        at_time(self.date()?, hour, self.minute, self.second, self.nanos)
    }
}

fn name(scan: &mut Scan<'_>, names: &[&str], long: bool) -> Option<usize> {
    if long {
        return scan.name(names);
    }
    let names = names.iter().map(|name| short(name)).collect::<Vec<_>>();
    scan.name(&names)
}

/// Position in [`WEEKDAYS`].
pub(super) fn weekday_position(weekday: Weekday) -> usize {
    usize::from(weekday.to_monday_zero_offset().unsigned_abs())
}

/// What a part needs, in words.
fn words(part: &PatternPart) -> String {
    let (what, width) = match part {
        PatternPart::Literal(text) => return format!("`{text}`"),
        PatternPart::Year => return "a year of four digits".to_owned(),
        PatternPart::ShortYear => return "a year of two digits".to_owned(),
        PatternPart::MonthName { long: true } => return "the English name of a month in full".to_owned(),
        PatternPart::MonthName { long: false } => return "the short English name of a month".to_owned(),
        PatternPart::Weekday { long: true } => return "the English name of a weekday in full".to_owned(),
        PatternPart::Weekday { long: false } => return "the short English name of a weekday".to_owned(),
        PatternPart::HalfDay => return "`AM` or `PM`".to_owned(),
        PatternPart::HalfDayHour(_) => return "an hour from 1 to 12".to_owned(),
        PatternPart::Fraction(places) => return format!("a fraction of the second in {places} digits"),
        PatternPart::Offset(_) => return "an offset from UTC".to_owned(),
        PatternPart::Month(width) => ("a month", width),
        PatternPart::Day(width) => ("a day", width),
        PatternPart::Hour(width) => ("an hour", width),
        PatternPart::Minute(width) => ("a minute", width),
        PatternPart::Second(width) => ("a second", width),
    };
    format!("{what} of {} digits", if *width == 1 { "one or two" } else { "two" })
}
