//! Dates and times by a pattern. A pattern may leave out what a value has (seconds, fractions, the century, the second time that clocks
//! show an hour), so each text is read back before it counts as written.

use jiff::tz::TimeZone;

use super::{
    Base, Codec, Date, DateTime, Definition, Example, Mistake, Of, Spelling, Stands, Timestamp, Written, refuse,
};
use crate::codes;
use crate::datetime::{self, DatePattern, PatternError, Purpose};
use crate::decode::{Blank, Leaf, Read, Unread};

pub(super) const FORMS: &[&Definition] = &[&DATE, &DATETIME, &TIMESTAMP];

const LOSES: &str =
    "what the pattern does not show: fractions of the second, seconds, years outside 2000 to 2099 in two digits";

fn pattern(arguments: &[String], purpose: Purpose) -> Result<DatePattern, Mistake> {
    let text = arguments.first().map_or("", String::as_str);
    DatePattern::new(text, purpose).map_err(|PatternError { offset, length, reason }| Mistake {
        argument: 0,
        offset,
        length,
        reason,
    })
}

fn refused(text: &[u8]) -> super::Refusal {
    refuse(format!("by the target's pattern this is `{}`, which reads as another value", String::from_utf8_lossy(text)))
}

/// Defines the form of a type without zones.
macro_rules! by_pattern {
    ($($name:ident, $definition:ident, $base:ty, $purpose:expr, $parse:ident, $push:ident, $doc:literal, $examples:expr;)*) => { $(
        #[doc = $doc]
        #[derive(Clone, Debug)]
        pub struct $name(DatePattern);

        static $definition: Definition = Definition {
            spelling: Spelling::Pattern,
            base: <$base>::NAME,
            doc: $doc,
            loses: LOSES,
            examples: $examples,
            make: |arguments| Ok(Box::new($name(pattern(arguments, $purpose)?))),
            rust: |arguments| {
                let text = arguments.first().map_or("", String::as_str);
                (stringify!($name).to_owned(), format!("{}::new({text:?})", stringify!($name)))
            },
            constant: false,
        };

        impl $name {
            /// By a pattern.
            ///
            /// # Errors
            /// What is wrong with it.
            pub fn new(text: &str) -> Result<Self, PatternError> {
                DatePattern::new(text, $purpose).map($name)
            }
        }

        impl Codec for $name {
            type Base = $base;
            const STANDS: Stands = Stands::Quoted;

            fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<Of<'a, Self>> {
                self.0.$parse(leaf.text(blank)?).map_err(|reason| Unread::misfit(codes::UNREADABLE_VALUE, reason))
            }

            fn write(&self, out: &mut Vec<u8>, value: Of<'_, Self>, _: u8) -> Written {
                let start = out.len();
                self.0.$push(out, value);
                let text = out.get(start..).unwrap_or_default();
                match core::str::from_utf8(text).map(|text| self.0.$parse(text)) {
                    Ok(Ok(read)) if read == value => Ok(()),
                    _ => Err(refused(text)),
                }
            }
        }
    )* };
}

by_pattern! {
    DateBy, DATE, Date, Purpose::Date, parse_date, push_date,
        "A date by a pattern.",
        &[
            Example { arguments: &["dd.MM.yyyy"], value: r#""2026-01-31""#, wire: Some(r#""31.01.2026""#) },
            Example { arguments: &["dd.MM.yy"], value: r#""1985-01-31""#, wire: None },
        ];
    DateTimeBy, DATETIME, DateTime, Purpose::DateTime, parse_datetime, push_datetime,
        "A date and time without offset by a pattern.",
        &[
            Example { arguments: &["yyyy/MM/dd HH:mm"], value: r#""2026-01-31T16:05:00""#, wire: Some(r#""2026/01/31 16:05""#) },
            Example { arguments: &["yyyy/MM/dd HH:mm"], value: r#""2026-01-31T16:05:09""#, wire: None },
        ];
}

/// An instant by a pattern, in a zone where the pattern has no offset.
#[derive(Clone, Debug)]
pub struct TimestampBy {
    pattern: DatePattern,
    zone: Option<TimeZone>,
}

static TIMESTAMP: Definition = Definition {
    spelling: Spelling::Pattern,
    base: Timestamp::NAME,
    doc: "An instant by a pattern, as the clocks of the zone show it that stands behind `in`. A time that they skip or show twice is refused both ways.",
    loses: "what the pattern does not show: fractions of the second, seconds, which of two hours it is when clocks are put back",
    examples: &[
        Example {
            arguments: &["yyyy-MM-dd HH:mm:ss", "Europe/Berlin"],
            value: r#""2026-07-01T10:00:00Z""#,
            wire: Some(r#""2026-07-01 12:00:00""#),
        },
        Example {
            arguments: &["yyyy-MM-dd HH:mm:ss", "Europe/Berlin"],
            value: r#""2025-10-26T00:30:00Z""#,
            wire: None,
        },
    ],
    make: |arguments| {
        let zone = arguments.get(1);
        let pattern = pattern(arguments, Purpose::Timestamp { zone: zone.is_some() })?;
        let zone = zone.map(|name| datetime::zone(name)).transpose();
        let mistake =
            |reason| Mistake { argument: 1, offset: 0, length: arguments.get(1).map_or(0, String::len), reason };
        Ok(Box::new(TimestampBy { pattern, zone: zone.map_err(mistake)? }))
    },
    rust: |arguments| {
        let (text, zone) = (arguments.first().map_or("", String::as_str), arguments.get(1));
        ("TimestampBy".to_owned(), format!("TimestampBy::new({text:?}, {zone:?})"))
    },
    constant: false,
};

impl TimestampBy {
    /// By a pattern, in the zone of that name.
    ///
    /// # Errors
    /// What is wrong with either.
    pub fn new(text: &str, zone: Option<&str>) -> Result<Self, String> {
        let pattern =
            DatePattern::new(text, Purpose::Timestamp { zone: zone.is_some() }).map_err(|error| error.reason)?;
        Ok(TimestampBy { pattern, zone: zone.map(datetime::zone).transpose()? })
    }
}

impl Codec for TimestampBy {
    type Base = Timestamp;
    const STANDS: Stands = Stands::Quoted;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<Of<'a, Self>> {
        let read = self.pattern.parse_timestamp(leaf.text(blank)?, self.zone.as_ref());
        read.map_err(|reason| Unread::misfit(codes::UNREADABLE_VALUE, reason))
    }

    fn write(&self, out: &mut Vec<u8>, value: Of<'_, Self>, _: u8) -> Written {
        let start = out.len();
        self.pattern.push_timestamp(out, value, self.zone.as_ref()).map_err(refuse)?;
        let text = out.get(start..).unwrap_or_default();
        match core::str::from_utf8(text).map(|text| self.pattern.parse_timestamp(text, self.zone.as_ref())) {
            Ok(Ok(read)) if read == value => Ok(()),
            Ok(Err(reason)) => {
                Err(refuse(format!("the target could not read `{}` back: {reason}", String::from_utf8_lossy(text))))
            }
            _ => Err(refused(text)),
        }
    }
}
