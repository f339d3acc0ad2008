//! Between the interpreter's values and the typed arguments and results of library functions.

use bumpalo::collections::Vec as BumpVec;
use regex::Regex;

use super::Argument;
use crate::codes;
use crate::datetime::DatePattern;
use crate::{Cx, Date, DateTime, Decimal, Fail, Map, Result, Scalar, Timestamp, Value};

/// What can be taken out of a [`Value`].
pub trait FromValue<'a>: Copy + 'a {
    /// The typed value; a value of another type is a defect of mapc.
    fn from_value(cx: &Cx<'a>, value: Value<'a>) -> Result<Self>;

    /// The elements of a list; [`Value`] itself gives the list as it is.
    fn from_list(cx: &Cx<'a>, list: &'a [Value<'a>]) -> Result<&'a [Self]> {
        let mut typed = BumpVec::with_capacity_in(list.len(), cx.bump);
        for value in list {
            typed.push(Self::from_value(cx, *value)?);
        }
        Ok(typed.into_bump_slice())
    }

    /// The entries of a map; [`Value`] itself gives the map as it is.
    fn from_map(cx: &Cx<'a>, map: &'a [(&'a str, Value<'a>)]) -> Result<Map<'a, Self>> {
        let mut typed = BumpVec::with_capacity_in(map.len(), cx.bump);
        for (key, value) in map {
            typed.push((*key, Self::from_value(cx, *value)?));
        }
        Ok(Map(typed.into_bump_slice()))
    }
}

/// What can become a [`Value`], or fail to.
pub trait IntoValue<'a>: Copy {
    /// The value.
    fn into_value(self, cx: &Cx<'a>) -> Value<'a>;

    /// A list of values; [`Value`] itself gives the list as it is.
    fn list(cx: &Cx<'a>, list: &'a [Self]) -> &'a [Value<'a>] {
        cx.bump.alloc_slice_fill_iter(list.iter().map(|item| item.into_value(cx)))
    }

    /// A map of values; [`Value`] itself gives the map as it is.
    fn map(cx: &Cx<'a>, map: Map<'a, Self>) -> &'a [(&'a str, Value<'a>)] {
        cx.bump.alloc_slice_fill_iter(map.0.iter().map(|(key, item)| (*key, item.into_value(cx))))
    }
}

impl<'a> FromValue<'a> for Value<'a> {
    fn from_value(_: &Cx<'a>, value: Value<'a>) -> Result<Self> {
        Ok(value)
    }

    fn from_list(_: &Cx<'a>, list: &'a [Value<'a>]) -> Result<&'a [Self]> {
        Ok(list)
    }

    fn from_map(_: &Cx<'a>, map: &'a [(&'a str, Value<'a>)]) -> Result<Map<'a, Self>> {
        Ok(Map(map))
    }
}

impl<'a> IntoValue<'a> for Value<'a> {
    fn into_value(self, _: &Cx<'a>) -> Value<'a> {
        self
    }

    fn list(_: &Cx<'a>, list: &'a [Self]) -> &'a [Value<'a>] {
        list
    }

    fn map(_: &Cx<'a>, map: Map<'a, Self>) -> &'a [(&'a str, Value<'a>)] {
        map.0
    }
}

macro_rules! plain {
    ($($ty:ty => $variant:ident,)*) => { $(
        impl<'a> FromValue<'a> for $ty {
            fn from_value(_: &Cx<'a>, value: Value<'a>) -> Result<Self> {
                match value {
                    Value::$variant(inner) => Ok(inner),
                    _ => Err(mismatch(stringify!($variant))),
                }
            }
        }

        impl<'a> IntoValue<'a> for $ty {
            fn into_value(self, _: &Cx<'a>) -> Value<'a> {
                Value::$variant(self)
            }
        }
    )* };
}

plain! {
    bool => Bool,
    i64 => Int,
    f64 => Float,
    Decimal => Decimal,
    &'a str => Str,
    Date => Date,
    DateTime => DateTime,
    Timestamp => Timestamp,
}

impl<'a> FromValue<'a> for Scalar<'a> {
    fn from_value(_: &Cx<'a>, value: Value<'a>) -> Result<Self> {
        match value {
            Value::Str(text) => Ok(Scalar::Str(text)),
            Value::Number(text) => Ok(Scalar::Number(text)),
            Value::Bool(bool) => Ok(Scalar::Bool(bool)),
            _ => Err(mismatch("Scalar")),
        }
    }
}

impl<'a> IntoValue<'a> for Scalar<'a> {
    fn into_value(self, _: &Cx<'a>) -> Value<'a> {
        match self {
            Scalar::Str(text) => Value::Str(text),
            Scalar::Number(text) => Value::Number(text),
            Scalar::Bool(bool) => Value::Bool(bool),
        }
    }
}

impl<'a, T: FromValue<'a>> FromValue<'a> for Option<T> {
    fn from_value(cx: &Cx<'a>, value: Value<'a>) -> Result<Self> {
        match value {
            Value::Absent => Ok(None),
            present => T::from_value(cx, present).map(Some),
        }
    }
}

impl<'a, T: IntoValue<'a>> IntoValue<'a> for Option<T> {
    fn into_value(self, cx: &Cx<'a>) -> Value<'a> {
        self.map_or(Value::Absent, |value| value.into_value(cx))
    }
}

impl<'a, T: FromValue<'a>> FromValue<'a> for &'a [T] {
    fn from_value(cx: &Cx<'a>, value: Value<'a>) -> Result<Self> {
        match value {
            Value::List(list) => T::from_list(cx, list),
            _ => Err(mismatch("List")),
        }
    }
}

impl<'a, T: IntoValue<'a>> IntoValue<'a> for &'a [T] {
    fn into_value(self, cx: &Cx<'a>) -> Value<'a> {
        Value::List(T::list(cx, self))
    }
}

impl<'a, T: FromValue<'a>> FromValue<'a> for Map<'a, T> {
    fn from_value(cx: &Cx<'a>, value: Value<'a>) -> Result<Self> {
        match value {
            Value::Map(map) => T::from_map(cx, map),
            _ => Err(mismatch("Map")),
        }
    }
}

impl<'a, T: IntoValue<'a>> IntoValue<'a> for Map<'a, T> {
    fn into_value(self, cx: &Cx<'a>) -> Value<'a> {
        Value::Map(T::map(cx, self))
    }
}

impl<'a, A: FromValue<'a>, B: FromValue<'a>> FromValue<'a> for (A, B) {
    fn from_value(cx: &Cx<'a>, value: Value<'a>) -> Result<Self> {
        match value {
            Value::Record([first, second]) => Ok((A::from_value(cx, *first)?, B::from_value(cx, *second)?)),
            _ => Err(mismatch("Record")),
        }
    }
}

impl<'a, A: IntoValue<'a>, B: IntoValue<'a>> IntoValue<'a> for (A, B) {
    fn into_value(self, cx: &Cx<'a>) -> Value<'a> {
        Value::Record(cx.bump.alloc([self.0.into_value(cx), self.1.into_value(cx)]))
    }
}

/// What a library function gives: a value, or a [`Result`] of one.
pub(super) trait Returned<'a> {
    /// The value for the interpreter.
    fn finish(self, cx: &Cx<'a>) -> Result<Value<'a>>;
}

impl<'a, T: IntoValue<'a>> Returned<'a> for Result<T> {
    fn finish(self, cx: &Cx<'a>) -> Result<Value<'a>> {
        self.map(|value| value.into_value(cx))
    }
}

impl<'a, T: IntoValue<'a>> Returned<'a> for T {
    fn finish(self, cx: &Cx<'a>) -> Result<Value<'a>> {
        Ok(self.into_value(cx))
    }
}

/// A typed argument.
pub(super) fn value<'a, T: FromValue<'a>>(cx: &Cx<'a>, argument: &Argument<'_, 'a>) -> Result<T> {
    match argument {
        Argument::Value(value) => T::from_value(cx, *value),
        _ => Err(mismatch("value")),
    }
}

/// A lambda of one parameter.
pub(super) fn lambda<'f, 'a, A: IntoValue<'a>, R: FromValue<'a>>(
    cx: &'f Cx<'a>,
    argument: &'f mut Argument<'_, 'a>,
) -> Result<impl FnMut(A) -> Result<R>> {
    match argument {
        Argument::Lambda(lambda) => Ok(move |item: A| R::from_value(cx, lambda(&[item.into_value(cx)])?)),
        _ => Err(mismatch("lambda")),
    }
}

/// A regular expression.
pub(super) fn regex<'f>(_: &Cx<'_>, argument: &Argument<'f, '_>) -> Result<&'f Regex> {
    match argument {
        Argument::Regex(regex) => Ok(regex),
        _ => Err(mismatch("regex")),
    }
}

/// A date pattern.
pub(super) fn pattern<'f>(_: &Cx<'_>, argument: &Argument<'f, '_>) -> Result<&'f DatePattern> {
    match argument {
        Argument::Pattern(pattern) => Ok(pattern),
        _ => Err(mismatch("pattern")),
    }
}

/// The failure of a call that the type checker should have refused.
pub(super) fn mismatch(expected: &str) -> Fail {
    Fail::fault(
        codes::INTERNAL_ERROR,
        format!("a library function was given something else than a {expected}; this is a defect of mapc"),
    )
}
