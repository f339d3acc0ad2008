//! What a refined type demands beyond its base.

use crate::Decimal;

/// One demand on a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Constraint {
    /// `string(1..200)`: number of code points, both ends included.
    Length {
        /// Least.
        min: u64,
        /// Most.
        max: Option<u64>,
    },
    /// `[T](1..)`: number of elements, both ends included.
    Items {
        /// Least.
        min: u64,
        /// Most.
        max: Option<u64>,
    },
    /// `int(0..100)`, `decimal(0..)`: both ends included.
    Range {
        /// Least.
        min: Option<Decimal>,
        /// Most.
        max: Option<Decimal>,
    },
    /// `decimal(p,s)`: at most `precision` digits, `scale` of them behind the point. More places reject; fewer are filled
    /// with zeros, so the value is always written with exactly `scale` places.
    Digits {
        /// Digits in all.
        precision: u32,
        /// Digits behind the point.
        scale: u32,
    },
    /// `matching r"…"`: the pattern of a regular expression, not anchored.
    Pattern(String),
    /// `email`: an addr-spec of RFC 5321, without display name.
    Email,
    /// `url`: an absolute URI of RFC 3986.
    Url,
    /// `uuid`: 8-4-4-4-12 hexadecimal digits; upper case becomes lower case.
    Uuid,
    /// `country`: an assigned ISO 3166-1 alpha-2 code in upper case.
    Country,
    /// `currency`: an active ISO 4217 code in upper case.
    Currency,
}
