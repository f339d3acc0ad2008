//! Date patterns in the letters of Unicode's CLDR: `yyyy-MM-dd HH:mm:ss`, `EEE, d MMM yyyy`, `dd.MM.yyyy'T'HH:mm:ss.SSSXXX`.
//!
//! | letters | mean |
//! | --- | --- |
//! | `yyyy`, `uuuu` | the year in four digits |
//! | `yy` | the years 2000 to 2099 in two digits |
//! | `MM`, `M` | the month; one letter reads one or two digits and writes as few as possible, here and below |
//! | `MMM`, `MMMM` | the month's English name, short (`Nov`) or in full |
//! | `dd`, `d` | the day of the month |
//! | `EEE`, `EEEE` | the weekday's English name, short (`Sun`) or in full; has to agree with the date |
//! | `HH`, `H` | the hour from 0 to 23 |
//! | `hh`, `h` | the hour from 1 to 12, with `a` |
//! | `a` | `AM` or `PM` |
//! | `mm`, `m` | the minute |
//! | `ss`, `s` | the second |
//! | `S` to `SSSSSSSSS` | so many places of the second |
//! | `XXX`, `XX`, `X` | the offset as `+01:00`, `+0100`, `+01` (`+0530` where it has minutes), or `Z` |
//! | `xxx`, `xx`, `x` | the same, never `Z` |
//! | `Z` | the offset as `+0100` |
//! | `'T'` | the text between the quotes; `''` is a quote |

use std::fmt;

/// A compiled date pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatePattern {
    text: String,
    pub(super) parts: Vec<PatternPart>,
}

/// What a pattern is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A `date`.
    Date,
    /// A `local_datetime`.
    DateTime,
    /// A `timestamp`.
    Timestamp {
        /// Whether a zone is named beside the pattern.
        zone: bool,
    },
    /// A text that a program makes of a value and never reads back, so that it may say less than the value.
    Writing {
        /// Whether the value has a time of day.
        time: bool,
        /// Whether the value is an instant, which has an offset.
        offset: bool,
    },
}

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// How many bytes of the pattern stand before the mistake.
    pub offset: usize,
    /// How many bytes it spans.
    pub length: usize,
    /// What is wrong, in words.
    pub reason: String,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for PatternError {}

/// One piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PatternPart {
    /// This text.
    Literal(String),
    /// `yyyy`.
    Year,
    /// `yy`.
    ShortYear,
    /// A number with so many digits at least.
    Month(usize),
    /// Names, in full or short.
    MonthName { long: bool },
    /// As the month.
    Day(usize),
    /// Names, in full or short.
    Weekday { long: bool },
    /// From 0 to 23.
    Hour(usize),
    /// From 1 to 12.
    HalfDayHour(usize),
    /// `AM` or `PM`.
    HalfDay,
    /// As the month.
    Minute(usize),
    /// As the month.
    Second(usize),
    /// So many places.
    Fraction(usize),
    /// The offset from UTC.
    Offset(OffsetForm),
}

/// How an offset is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OffsetForm {
    /// Whether UTC is `Z`.
    pub(super) z: bool,
    /// Whether a colon stands before the minutes; `None` where minutes that are zero are left out, and others have none.
    pub(super) colon: Option<bool>,
}

impl DatePattern {
    /// Compiles a pattern for a purpose; the error names the letters that are wrong.
    pub fn new(text: &str, purpose: Purpose) -> Result<Self, PatternError> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let offset = text.len() - rest.len();
            let length = match first {
                '\'' => quoted(rest, offset, &mut parts)?,
                'a'..='z' | 'A'..='Z' => {
                    let length = rest.bytes().take_while(|byte| char::from(*byte) == first).count();
                    parts.push(part(first, length, offset)?);
                    length
                }
                other => {
                    literal(&mut parts, &rest[..other.len_utf8()]);
                    other.len_utf8()
                }
            };
            rest = rest.get(length..).unwrap_or_default();
        }
        let pattern = DatePattern { text: text.to_owned(), parts };
        pattern.check(purpose).map_err(|reason| PatternError { offset: 0, length: text.len(), reason })?;
        Ok(pattern)
    }

    /// The pattern as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn has(&self, wanted: impl Fn(&PatternPart) -> bool) -> bool {
        self.parts.iter().any(wanted)
    }

    /// Whether what is written can be told apart again: digits of a number that has one or two must not meet those of another.
    fn check_apart(&self) -> Result<(), String> {
        let letters = |part: &PatternPart| match part {
            PatternPart::Month(1) => Some("M"),
            PatternPart::Day(1) => Some("d"),
            PatternPart::Hour(1) => Some("H"),
            PatternPart::HalfDayHour(1) => Some("h"),
            PatternPart::Minute(1) => Some("m"),
            PatternPart::Second(1) => Some("s"),
            _ => None,
        };
        let is_number = |part: &PatternPart| {
            letters(part).is_some()
                || matches!(
                    part,
                    PatternPart::Year
                        | PatternPart::ShortYear
                        | PatternPart::Month(_)
                        | PatternPart::Day(_)
                        | PatternPart::Hour(_)
                        | PatternPart::HalfDayHour(_)
                        | PatternPart::Minute(_)
                        | PatternPart::Second(_)
                        | PatternPart::Fraction(_)
                )
        };
        for pair in self.parts.windows(2) {
            if let [first, second] = pair
                && let Some(letter) = letters(first)
                && is_number(second)
            {
                return Err(format!(
                    "`{letter}` is one digit or two, and a number follows at once, so that the text could not be read back; write `{letter}{letter}`"
                ));
            }
        }
        Ok(())
    }

    fn check(&self, purpose: Purpose) -> Result<(), String> {
        if let Purpose::Writing { time, offset } = purpose {
            return self.check_writing(time, offset);
        }
        self.check_twice()?;
        self.check_apart()?;
        let year = self.has(|part| matches!(part, PatternPart::Year | PatternPart::ShortYear));
        let month = self.has(|part| matches!(part, PatternPart::Month(_) | PatternPart::MonthName { .. }));
        let day = self.has(|part| matches!(part, PatternPart::Day(_)));
        for (there, what) in [(year, "the year (`yyyy`)"), (month, "the month (`MM`)"), (day, "the day (`dd`)")] {
            if !there {
                return Err(format!("the pattern lacks {what}"));
            }
        }
        let time = self.has(is_time);
        let offset = self.has(|part| matches!(part, PatternPart::Offset(_)));
        match purpose {
            Purpose::Date if time || offset => Err("the pattern of a date has no time of day and no offset".to_owned()),
            Purpose::Date => Ok(()),
            Purpose::DateTime if offset => {
                Err("a local date and time has no offset; declare a `timestamp` instead".to_owned())
            }
            Purpose::Timestamp { zone: false } if !offset => {
                Err("the pattern has no offset, so the timestamp needs a zone: add `in \"UTC\"` or another".to_owned())
            }
            Purpose::DateTime | Purpose::Timestamp { .. } | Purpose::Writing { .. } => self.check_time(),
        }
    }

    /// What is written needs no more than parts that the value has.
    fn check_writing(&self, time: bool, offset: bool) -> Result<(), String> {
        let reason = match () {
            () if !time && self.has(|part| is_time(part) || matches!(part, PatternPart::Offset(_))) => {
                "the pattern of a date has no time of day and no offset"
            }
            () if !offset && self.has(|part| matches!(part, PatternPart::Offset(_))) => {
                "a local date and time has no offset; only a `timestamp` has one"
            }
            () if !self.has(|part| !matches!(part, PatternPart::Literal(_))) => {
                "the pattern has no part of a date or time, such as `yyyy` or `HH`"
            }
            () => return Ok(()),
        };
        Err(reason.to_owned())
    }

    fn check_time(&self) -> Result<(), String> {
        let hour = self.has(|part| matches!(part, PatternPart::Hour(_)));
        let half_day_hour = self.has(|part| matches!(part, PatternPart::HalfDayHour(_)));
        let half_day = self.has(|part| *part == PatternPart::HalfDay);
        let minute = self.has(|part| matches!(part, PatternPart::Minute(_)));
        let second = self.has(|part| matches!(part, PatternPart::Second(_)));
        let fraction = self.has(|part| matches!(part, PatternPart::Fraction(_)));
        let reason = match () {
            () if !hour && !half_day_hour => "the pattern lacks the hour (`HH`)",
            () if hour && (half_day_hour || half_day) => {
                "`H` counts hours from 0 to 23 and does not go with `h` or `a`; use one of them"
            }
            () if half_day_hour && !half_day => "`h` counts hours from 1 to 12 and needs `a` for AM or PM; or use `H`",
            () if second && !minute => "the pattern has seconds but no minutes (`mm`)",
            () if fraction && !second => "the pattern has places of the second (`S`) but no second (`ss`)",
            () => return Ok(()),
        };
        Err(reason.to_owned())
    }

    /// No part of a date may stand twice, for the two could disagree.
    fn check_twice(&self) -> Result<(), String> {
        let mut seen = Vec::new();
        for part in &self.parts {
            let name = match part {
                PatternPart::Literal(_) => continue,
                PatternPart::Year | PatternPart::ShortYear => "year",
                PatternPart::Month(_) | PatternPart::MonthName { .. } => "month",
                PatternPart::Day(_) => "day",
                PatternPart::Weekday { .. } => "weekday",
                PatternPart::Hour(_) | PatternPart::HalfDayHour(_) => "hour",
                PatternPart::HalfDay => "half of the day",
                PatternPart::Minute(_) => "minute",
                PatternPart::Second(_) => "second",
                PatternPart::Fraction(_) => "fraction of the second",
                PatternPart::Offset(_) => "offset",
            };
            if seen.contains(&name) {
                return Err(format!("the {name} stands twice in the pattern"));
            }
            seen.push(name);
        }
        Ok(())
    }
}

fn is_time(part: &PatternPart) -> bool {
    matches!(
        part,
        PatternPart::Hour(_)
            | PatternPart::HalfDayHour(_)
            | PatternPart::HalfDay
            | PatternPart::Minute(_)
            | PatternPart::Second(_)
            | PatternPart::Fraction(_)
    )
}

fn literal(parts: &mut Vec<PatternPart>, text: &str) {
    match parts.last_mut() {
        Some(PatternPart::Literal(before)) => before.push_str(text),
        _ => parts.push(PatternPart::Literal(text.to_owned())),
    }
}

/// Reads `'text'` or `''`, and gives its length.
fn quoted(rest: &str, offset: usize, parts: &mut Vec<PatternPart>) -> Result<usize, PatternError> {
    if rest.starts_with("''") {
        literal(parts, "'");
        return Ok(2);
    }
    let mut length = 1;
    loop {
        let behind = rest.get(length..).unwrap_or_default();
        let Some(end) = behind.find('\'') else {
            let reason = "a quote `'` opens here and is never closed".to_owned();
            return Err(PatternError { offset, length: 1, reason });
        };
        literal(parts, behind.get(..end).unwrap_or_default());
        length += end + 1;
        if !behind.get(end + 1..).is_some_and(|more| more.starts_with('\'')) {
            return Ok(length);
        }
        literal(parts, "'");
        length += 1;
    }
}

fn part(letter: char, count: usize, offset: usize) -> Result<PatternPart, PatternError> {
    let part = match (letter, count) {
        ('y' | 'u', 4) => PatternPart::Year,
        ('y', 2) => PatternPart::ShortYear,
        ('M', 1 | 2) => PatternPart::Month(count),
        ('M', 3 | 4) => PatternPart::MonthName { long: count == 4 },
        ('d', 1 | 2) => PatternPart::Day(count),
        ('E', 1..=4) => PatternPart::Weekday { long: count == 4 },
        ('H', 1 | 2) => PatternPart::Hour(count),
        ('h', 1 | 2) => PatternPart::HalfDayHour(count),
        ('a', 1) => PatternPart::HalfDay,
        ('m', 1 | 2) => PatternPart::Minute(count),
        ('s', 1 | 2) => PatternPart::Second(count),
        ('S', 1..=9) => PatternPart::Fraction(count),
        ('X' | 'x', 1..=3) => {
            let colon = if count == 1 { None } else { Some(count == 3) };
            PatternPart::Offset(OffsetForm { z: letter == 'X', colon })
        }
        ('Z', 1) => PatternPart::Offset(OffsetForm { z: false, colon: Some(false) }),
        _ => return Err(unknown(letter, count, offset)),
    };
    Ok(part)
}

fn unknown(letter: char, count: usize, offset: usize) -> PatternError {
    let letters = letter.to_string().repeat(count);
    let hint = match letter {
        'Y' => "for the year write `yyyy`",
        'y' | 'u' => "the year is `yyyy` or `yy`",
        'D' => "for the day of the month write `dd`",
        'd' => "the day is `dd` or `d`",
        'M' | 'L' => "the month is `M`, `MM`, `MMM` or `MMMM`",
        'n' | 'N' | 'f' | 'F' => "for places of the second write `SSS`",
        'T' => "for the letter itself write `'T'` in quotes",
        'k' | 'K' => "for the hour write `HH`, or `hh` with `a`",
        'z' | 'V' | 'O' => "for the offset write `XXX`; a zone stands behind the pattern: `in \"Europe/Berlin\"`",
        _ => "for a text in the pattern put it in quotes: `'at'`",
    };
    PatternError { offset, length: count, reason: format!("`{letters}` has no meaning in a date pattern; {hint}") }
}
