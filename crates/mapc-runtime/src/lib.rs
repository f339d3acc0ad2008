//! All that happens when a mapping runs. Generated crates link this crate and nothing else of mapc.
//!
//! Both engines work on `Copy` values that borrow from the input bytes or from one arena a record ([`Cx`]), so nothing is
//! allocated for each field and nothing is freed before the next record.

mod bounded;
mod budget;
pub mod codec;
pub mod codes;
mod constant;
pub mod constraint;
pub mod csv;
pub mod cx;
pub mod datetime;
pub mod decode;
pub mod fast;
pub mod flow;
mod instant;
pub mod json;
pub mod library;
pub mod number;
mod once;
pub mod ops;
pub mod path;
pub mod problem;
mod route;
pub mod stack;
#[cfg(feature = "typed")]
pub mod typed;
pub mod value;
pub mod write;

pub use budget::BUDGET;
pub use bumpalo::Bump;
pub use constant::Constant;
pub use constraint::Constraint;
pub use cx::{Context, Cx, Message};
pub use datetime::DatePattern;
pub use instant::Timestamp;
pub use jiff::{civil::Date, civil::DateTime, tz::TimeZone};
pub use once::{NoOutput, once};
pub use path::{At, Path};
pub use problem::{Fail, Fault, Notice, Outcome, Problem, Segment, Site};
pub use regex::Regex;
pub use route::{Format, Route};
pub use rust_decimal::Decimal;
pub use value::{Map, Scalar, Value};

/// What an operation gives: a value, or why there is none.
pub type Result<T> = core::result::Result<T, Fail>;

/// The input of one record.
#[derive(Clone, Copy, Debug)]
pub enum Input<'i> {
    /// The bytes of one JSON value.
    Json(&'i [u8]),
    /// A row of a CSV file.
    Row(&'i csv::Row),
}
