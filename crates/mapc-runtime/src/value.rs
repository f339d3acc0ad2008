//! The interpreter's value. The generated code has the variants' payloads as typed locals instead.

use core::hash::{Hash, Hasher};

use crate::{Date, DateTime, Decimal, Timestamp};

/// A value of the language; `Copy`, borrowing from the input or from the record's arena.
#[derive(Clone, Copy, Debug, PartialEq)]
// With a tag as wide as a word, values are copied by words: taken apart by bytes, what was just written could not be read at once.
#[repr(u64)]
pub enum Value<'a> {
    /// No value of a `T?`. A present `T?` is the value itself, without a wrapper.
    Absent,
    /// `bool`.
    Bool(bool),
    /// `int`.
    Int(i64),
    /// `float`; never NaN or infinite.
    Float(f64),
    /// `decimal`.
    Decimal(Decimal),
    /// `string` and its refinements (`email`, `url`, `uuid`, `country`, `currency`, …).
    Str(&'a str),
    /// The number of a `scalar`, as written. A text or bool in a `scalar` is [`Value::Str`] or [`Value::Bool`].
    Number(&'a str),
    /// The position of a member in its enum or literal union.
    Enum(u32),
    /// `date`.
    Date(Date),
    /// `local_datetime`.
    DateTime(DateTime),
    /// `timestamp`.
    Timestamp(Timestamp),
    /// `[T]`.
    List(&'a [Value<'a>]),
    /// A record's or tuple's fields by position.
    Record(&'a [Value<'a>]),
    /// `map<string, T>` in the order of the input.
    Map(&'a [(&'a str, Value<'a>)]),
}

// A `float` is never NaN, so that equality is reflexive.
impl Eq for Value<'_> {}

impl Hash for Value<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match *self {
            Value::Absent => {}
            Value::Bool(bool) => bool.hash(state),
            Value::Int(int) => int.hash(state),
            // -0.0 equals 0.0.
            Value::Float(float) => (float + 0.0).to_bits().hash(state),
            Value::Decimal(decimal) => decimal.hash(state),
            Value::Str(text) | Value::Number(text) => text.hash(state),
            Value::Enum(member) => member.hash(state),
            Value::Date(date) => date.hash(state),
            Value::DateTime(datetime) => datetime.hash(state),
            Value::Timestamp(timestamp) => timestamp.hash(state),
            Value::List(parts) | Value::Record(parts) => parts.hash(state),
            Value::Map(entries) => entries.hash(state),
        }
    }
}

/// A `scalar` in generated code; the interpreter has [`Value::Str`], [`Value::Number`] and [`Value::Bool`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scalar<'a> {
    /// A text.
    Str(&'a str),
    /// A number as written.
    Number(&'a str),
    /// A bool.
    Bool(bool),
}

/// A `map<string, T>` in generated code, in the order of the input; the interpreter has [`Value::Map`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Map<'a, T>(pub &'a [(&'a str, T)]);
