//! Forms that are one text: in quotes, or bare as numbers and bools are.

use std::marker::PhantomData;

use crate::datetime::{self, DatePattern, Purpose};
use crate::write::text;
use crate::{Date, DateTime, Decimal, Fail, Timestamp, number};

/// A form that is one text.
pub trait Leaf<T> {
    /// Whether the text stands in quotes.
    const QUOTED: bool;

    /// Appends the text.
    fn push(out: &mut Vec<u8>, value: &T);

    /// Reads the text.
    ///
    /// # Errors
    /// Why the text is not of this form.
    fn parse(text: &str) -> Result<T, String>;
}

/// What separates the parts of a text.
pub trait Separator {
    /// The text between two parts.
    const SEPARATOR: &'static str;
}

/// A date pattern, and the zone that its times are in.
pub trait Pattern {
    /// The pattern.
    const PATTERN: &'static str;
    /// The zone, for timestamps.
    const ZONE: Option<&'static str>;
}

/// The texts of `true` and `false`.
pub trait TwoWords {
    /// Of `true`.
    const YES: &'static str;
    /// Of `false`.
    const NO: &'static str;
}

/// An enum of a generated crate: its members' texts on the wire.
pub trait Member: Sized {
    /// The text.
    fn as_str(&self) -> &'static str;

    /// The member of a text.
    fn of(text: &str) -> Option<Self>;
}

/// Texts, bools and members, where they are parts of a text.
#[derive(Debug)]
pub struct Plain;

/// Numbers, bare.
#[derive(Debug)]
pub struct Number;

/// Numbers in quotes.
#[derive(Debug)]
pub struct InText;

/// Dates and times in RFC 3339.
#[derive(Debug)]
pub struct Iso;

/// Instants as whole seconds.
#[derive(Debug)]
pub struct EpochSeconds;

/// Instants as whole milliseconds.
#[derive(Debug)]
pub struct EpochMillis;

/// Bools as two words.
#[derive(Debug)]
pub struct Words<W>(PhantomData<W>);

/// Dates and times by a pattern.
#[derive(Debug)]
pub struct Formatted<P>(PhantomData<P>);

fn reason(fail: Fail) -> String {
    match fail {
        Fail::Fault(fault) => fault.reason,
        _ => "the text cannot be read".to_owned(),
    }
}

/// Numbers, bare and in quotes.
macro_rules! numbers {
    ($($ty:ty: $push:expr, $parse:path;)*) => { $(
        impl Leaf<$ty> for Number {
            const QUOTED: bool = false;

            fn push(out: &mut Vec<u8>, value: &$ty) {
                $push(out, *value);
            }

            fn parse(text: &str) -> Result<$ty, String> {
                number::from_text(text).and_then($parse).map_err(reason)
            }
        }

        impl Leaf<$ty> for InText {
            const QUOTED: bool = true;

            fn push(out: &mut Vec<u8>, value: &$ty) {
                $push(out, *value);
            }

            fn parse(text: &str) -> Result<$ty, String> {
                <Number as Leaf<$ty>>::parse(text)
            }
        }
    )* };
}

numbers! {
    i64: text::int, number::to_int;
    Decimal: |out, value| text::decimal(out, value, None, text::POINT), number::to_decimal;
    f64: |out, value| text::float(out, value, text::POINT), number::to_float;
}

/// Dates and times, in RFC 3339 and by a pattern.
macro_rules! times {
    ($($ty:ty: $push:path, $parse:path, $purpose:expr, $push_by:expr, $parse_by:expr;)*) => { $(
        impl Leaf<$ty> for Iso {
            const QUOTED: bool = true;

            fn push(out: &mut Vec<u8>, value: &$ty) {
                $push(out, *value);
            }

            fn parse(text: &str) -> Result<$ty, String> {
                $parse(text)
            }
        }

        impl<P: Pattern> Leaf<$ty> for Formatted<P> {
            const QUOTED: bool = true;

            fn push(out: &mut Vec<u8>, value: &$ty) {
                if let Ok(pattern) = DatePattern::new(P::PATTERN, $purpose(P::ZONE)) {
                    $push_by(&pattern, out, *value, P::ZONE);
                }
            }

            fn parse(text: &str) -> Result<$ty, String> {
                let pattern = DatePattern::new(P::PATTERN, $purpose(P::ZONE)).map_err(|error| error.reason)?;
                $parse_by(&pattern, text, P::ZONE)
            }
        }
    )* };
}

times! {
    Date: text::date, datetime::parse_date, |_| Purpose::Date,
        |pattern: &DatePattern, out, value, _| pattern.push_date(out, value),
        |pattern: &DatePattern, text, _| pattern.parse_date(text);
    DateTime: text::datetime, datetime::parse_datetime, |_| Purpose::DateTime,
        |pattern: &DatePattern, out, value, _| pattern.push_datetime(out, value),
        |pattern: &DatePattern, text, _| pattern.parse_datetime(text);
    Timestamp: text::timestamp, datetime::parse_timestamp, |zone: Option<&str>| Purpose::Timestamp { zone: zone.is_some() },
        push_timestamp, parse_timestamp;
}

fn push_timestamp(pattern: &DatePattern, out: &mut Vec<u8>, value: Timestamp, zone: Option<&str>) {
    let zone = zone.and_then(|zone| datetime::zone(zone).ok());
    pattern.push_timestamp(out, value, zone.as_ref());
}

fn parse_timestamp(pattern: &DatePattern, text: &str, zone: Option<&str>) -> Result<Timestamp, String> {
    let zone = zone.map(datetime::zone).transpose()?;
    pattern.parse_timestamp(text, zone.as_ref())
}

/// Instants as whole numbers.
macro_rules! epochs {
    ($($form:ty: $push:path, $of:path;)*) => { $(
        impl Leaf<Timestamp> for $form {
            const QUOTED: bool = false;

            fn push(out: &mut Vec<u8>, value: &Timestamp) {
                $push(out, *value);
            }

            fn parse(text: &str) -> Result<Timestamp, String> {
                $of(<Number as Leaf<i64>>::parse(text)?).map_err(|error| error.to_string())
            }
        }
    )* };
}

epochs! {
    EpochSeconds: text::epoch_seconds, Timestamp::from_second;
    EpochMillis: text::epoch_millis, Timestamp::from_millisecond;
}

impl<W: TwoWords> Leaf<bool> for Words<W> {
    const QUOTED: bool = true;

    fn push(out: &mut Vec<u8>, value: &bool) {
        text::string(out, if *value { W::YES } else { W::NO });
    }

    fn parse(text: &str) -> Result<bool, String> {
        match text {
            text if text == W::YES => Ok(true),
            text if text == W::NO => Ok(false),
            _ => Err(format!("`{}` or `{}` is needed here", W::YES, W::NO)),
        }
    }
}

impl Leaf<String> for Plain {
    const QUOTED: bool = true;

    fn push(out: &mut Vec<u8>, value: &String) {
        text::string(out, value);
    }

    fn parse(text: &str) -> Result<String, String> {
        Ok(text.to_owned())
    }
}

impl Leaf<bool> for Plain {
    const QUOTED: bool = false;

    fn push(out: &mut Vec<u8>, value: &bool) {
        text::boolean(out, *value);
    }

    fn parse(text: &str) -> Result<bool, String> {
        text.parse().map_err(|_| "`true` or `false` is needed here".to_owned())
    }
}

impl<M: Member> Leaf<M> for Plain {
    const QUOTED: bool = true;

    fn push(out: &mut Vec<u8>, value: &M) {
        text::string(out, value.as_str());
    }

    fn parse(text: &str) -> Result<M, String> {
        M::of(text).ok_or_else(|| "this text is no member".to_owned())
    }
}
