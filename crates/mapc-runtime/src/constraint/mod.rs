//! What a refined type demands beyond its base, and the checks of it.
//!
//! Each check gives the value in its one written form: a `uuid` in lower case, a `decimal(p,s)` with `s` places.

mod check;
mod email;
pub(crate) mod iso;
pub(crate) mod url;
mod uuid;

use std::borrow::Cow;
use std::sync::OnceLock;

use regex::Regex;

use crate::Decimal;

pub use check::{decimal, float, int, items, text, value};

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
    Pattern(Pattern),
    /// `email`: a mailbox of RFC 5321, without quoted local parts and address literals.
    Email,
    /// `url`: an absolute URI of RFC 3986; with a host where it is one of the web.
    Url,
    /// `uuid`: 8-4-4-4-12 hexadecimal digits; upper case becomes lower case.
    Uuid,
    /// `country`: an assigned ISO 3166-1 alpha-2 code in upper case.
    Country,
    /// `currency`: a code of ISO 4217 in upper case, in force or withdrawn.
    Currency,
}

/// A regular expression that is compiled when it is first used, so that constraints can be constants of generated code.
#[derive(Clone, Debug)]
pub struct Pattern {
    text: Cow<'static, str>,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern of generated code.
    pub const fn new(text: &'static str) -> Self {
        Pattern { text: Cow::Borrowed(text), regex: OnceLock::new() }
    }

    /// The regular expression as it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The compiled expression; `None` if it is none, which the type checker has ruled out.
    pub fn regex(&self) -> Option<&Regex> {
        self.regex.get_or_init(|| Regex::new(&self.text).ok()).as_ref()
    }
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        Pattern { text: Cow::Owned(text), regex: OnceLock::new() }
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
