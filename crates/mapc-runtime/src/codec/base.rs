//! The types that wire forms are of.

use crate::Value;

/// A type of the language without parts: its values in Rust, and as the interpreter holds them.
pub trait Base {
    /// What it is called in `.map` text.
    const NAME: &'static str;

    /// Its values.
    type Value<'a>: Copy + PartialEq + core::fmt::Debug;

    /// A value as the interpreter holds it.
    fn wrap<'a>(value: Self::Value<'a>) -> Value<'a>;

    /// The interpreter's value, if it is of this type.
    fn unwrap<'a>(value: Value<'a>) -> Option<Self::Value<'a>>;
}

macro_rules! bases {
    ($($(#[doc = $doc:literal])* $base:ident, $name:literal, $value:ty, $variant:ident;)*) => { $(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $base;

        impl Base for $base {
            const NAME: &'static str = $name;
            type Value<'a> = $value;

            #[inline]
            fn wrap<'a>(value: Self::Value<'a>) -> Value<'a> {
                Value::$variant(value)
            }

            #[inline]
            fn unwrap<'a>(value: Value<'a>) -> Option<Self::Value<'a>> {
                match value {
                    Value::$variant(value) => Some(value),
                    _ => None,
                }
            }
        }
    )* };
}

bases! {
    /// `string` and its refinements.
    Text, "string", &'a str, Str;
    /// `bool`.
    Bool, "bool", bool, Bool;
    /// `int`.
    Int, "int", i64, Int;
    /// `decimal`.
    Decimal, "decimal", crate::Decimal, Decimal;
    /// `float`.
    Float, "float", f64, Float;
    /// `date`.
    Date, "date", crate::Date, Date;
    /// `local_datetime`.
    DateTime, "local_datetime", crate::DateTime, DateTime;
    /// `timestamp`.
    Timestamp, "timestamp", crate::Timestamp, Timestamp;
    /// An enum or a union of texts.
    Enum, "enum", u32, Enum;
}

/// `scalar`.
#[derive(Clone, Copy, Debug)]
pub struct Scalar;

impl Base for Scalar {
    const NAME: &'static str = "scalar";
    type Value<'a> = crate::Scalar<'a>;

    fn wrap<'a>(value: Self::Value<'a>) -> Value<'a> {
        match value {
            crate::Scalar::Str(text) => Value::Str(text),
            crate::Scalar::Number(text) => Value::Number(text),
            crate::Scalar::Bool(value) => Value::Bool(value),
        }
    }

    fn unwrap<'a>(value: Value<'a>) -> Option<Self::Value<'a>> {
        match value {
            Value::Str(text) => Some(crate::Scalar::Str(text)),
            Value::Number(text) => Some(crate::Scalar::Number(text)),
            Value::Bool(value) => Some(crate::Scalar::Bool(value)),
            _ => None,
        }
    }
}
