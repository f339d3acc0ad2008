//! Dates and times in RFC 3339.

use super::{Base, Codec, Date, DateTime, Definition, Example, Of, Spelling, Stands, Timestamp, Written};
use crate::codes;
use crate::datetime;
use crate::decode::{Blank, Leaf, Read, Unread};

pub(super) const FORMS: &[&Definition] = &[&DATE, &DATETIME, &TIMESTAMP];

/// Defines the own form of a type of dates or times.
macro_rules! iso {
    ($($name:ident, $definition:ident, $base:ty, $parse:path, $push:path, $doc:literal, $value:literal;)*) => { $(
        #[doc = $doc]
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        static $definition: Definition = Definition {
            spelling: Spelling::Own,
            base: <$base>::NAME,
            doc: $doc,
            loses: "",
            examples: &[Example { arguments: &[], value: $value, wire: Some($value) }],
            make: |_| Ok(Box::new($name)),
            rust: |_| (stringify!($name).to_owned(), stringify!($name).to_owned()),
            constant: true,
        };

        impl Codec for $name {
            type Base = $base;
            const STANDS: Stands = Stands::Quoted;

            fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<Of<'a, Self>> {
                $parse(leaf.text(blank)?).map_err(|reason| Unread::misfit(codes::UNREADABLE_VALUE, reason))
            }

            fn write(&self, out: &mut Vec<u8>, value: Of<'_, Self>, _: u8) -> Written {
                $push(out, value);
                Ok(())
            }
        }
    )* };
}

iso! {
    IsoDate, DATE, Date, datetime::parse_date, datetime::push_date,
        "A date in RFC 3339.", r#""2026-11-22""#;
    IsoDateTime, DATETIME, DateTime, datetime::parse_datetime, datetime::push_datetime,
        "A date and time without offset in RFC 3339; no fraction of the second where it is zero.", r#""2026-11-22T16:05:09""#;
    IsoTimestamp, TIMESTAMP, Timestamp, datetime::parse_timestamp, datetime::push_timestamp,
        "An instant in RFC 3339; written in UTC with `Z`, without a fraction of the second where it is zero.", r#""2026-11-22T15:05:09Z""#;
}
