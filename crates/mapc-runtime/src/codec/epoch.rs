//! Instants as whole numbers of seconds, milliseconds or microseconds since 1970-01-01T00:00:00Z, without leap seconds.

use super::{Base, Codec, Definition, Example, Ints, Spelling, Stands, Timestamp, Written, refuse};
use crate::Timestamp as Instant;
use crate::codes;
use crate::decode::{Blank, Leaf, Read, Unread};

pub(super) const FORMS: &[&Definition] = &[&SECONDS, &MILLIS, &MICROS];

/// A whole number of units of so many nanoseconds.
#[derive(Clone, Copy, Debug)]
pub struct Epoch<const NANOS: i64>;

/// Defines the form of a unit.
macro_rules! epoch {
    ($($definition:ident, $nanos:literal, $word:literal, $doc:literal, $loses:literal, $examples:expr;)*) => { $(
        static $definition: Definition = Definition {
            spelling: Spelling::Word($word),
            base: Timestamp::NAME,
            doc: $doc,
            loses: $loses,
            examples: $examples,
            make: |_| Ok(Box::new(Epoch::<$nanos>)),
            rust: |_| {
                let nanos = stringify!($nanos);
                (format!("Epoch<{nanos}>"), format!("Epoch::<{nanos}>"))
            },
            constant: true,
        };
    )* };
}

const fn example(value: &'static str, wire: Option<&'static str>) -> Example {
    Example { arguments: &[], value, wire }
}

epoch! {
    SECONDS, 1_000_000_000, "epoch_s", "The number of seconds since 1970.", "fractions of a second",
        &[example(r#""2024-01-01T00:00:00Z""#, Some("1704067200")), example(r#""2024-01-01T00:00:00.75Z""#, None)];
    MILLIS, 1_000_000, "epoch_ms", "The number of milliseconds since 1970.", "fractions of a millisecond",
        &[example(r#""2024-01-01T00:00:00.75Z""#, Some("1704067200750")), example(r#""2024-01-01T00:00:00.0001Z""#, None)];
    MICROS, 1_000, "epoch_us", "The number of microseconds since 1970.", "fractions of a microsecond",
        &[example(r#""2024-01-01T00:00:00.750001Z""#, Some("1704067200750001")), example(r#""2024-01-01T00:00:00.0000001Z""#, None)];
}

impl<const NANOS: i64> Codec for Epoch<NANOS> {
    type Base = Timestamp;
    const STANDS: Stands = Stands::Bare;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<Instant> {
        let nanos = i128::from(Ints.read(leaf, blank)?) * i128::from(NANOS);
        Instant::from_nanosecond(nanos).ok_or_else(out_of_time)
    }

    fn write(&self, out: &mut Vec<u8>, value: Instant, mark: u8) -> Written {
        let (nanos, unit) = (value.as_nanosecond(), i128::from(NANOS));
        match i64::try_from(nanos / unit) {
            Ok(count) if nanos % unit == 0 => Ints.write(out, count, mark),
            _ => Err(refuse(format!(
                "the target holds whole {} only, and this instant lies between two of them",
                unit_name(NANOS)
            ))),
        }
    }
}

fn unit_name(nanos: i64) -> &'static str {
    match nanos {
        1_000 => "microseconds",
        1_000_000 => "milliseconds",
        _ => "seconds",
    }
}

#[cold]
fn out_of_time() -> Unread {
    Unread::misfit(codes::NUMBER_OUT_OF_RANGE, "this number is an instant beyond the years 0000 to 9999")
}
