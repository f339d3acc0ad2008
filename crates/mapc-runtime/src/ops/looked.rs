//! What a comparison may look at: texts and lists that many places share are compared as often as a mapping says, so that it counts as work.

use crate::budget::{ELEMENT, looked_at};
use crate::{Date, DateTime, Decimal, Map, Scalar, Timestamp, Value};

/// A value that can be compared with another of its type.
pub trait Looked: Copy {
    /// What comparing the two looks at, in units of the budget; with itself, what hashing does. Takes no more work itself.
    fn looked(self, other: Self) -> usize;
}

macro_rules! small {
    ($($ty:ty),*) => { $(
        impl Looked for $ty {
            #[inline]
            fn looked(self, _: Self) -> usize {
                0
            }
        }
    )* };
}

small!(bool, i64, u32, f64, Decimal, Date, DateTime, Timestamp);

impl Looked for &str {
    #[inline]
    fn looked(self, other: Self) -> usize {
        looked_at(self.len().min(other.len()))
    }
}

impl Looked for Scalar<'_> {
    fn looked(self, other: Self) -> usize {
        match (self, other) {
            (Scalar::Str(a), Scalar::Str(b)) | (Scalar::Number(a), Scalar::Number(b)) => a.looked(b),
            _ => 0,
        }
    }
}

impl<T: Looked> Looked for Option<T> {
    fn looked(self, other: Self) -> usize {
        match (self, other) {
            (Some(a), Some(b)) => a.looked(b),
            _ => 0,
        }
    }
}

impl<T: Looked> Looked for &[T] {
    fn looked(self, other: Self) -> usize {
        all(self, other, |a, b| a.looked(*b))
    }
}

impl<T: Looked> Looked for Map<'_, T> {
    fn looked(self, other: Self) -> usize {
        all(self.0, other.0, |a, b| a.looked(*b))
    }
}

macro_rules! tuples {
    ($($($name:ident $at:tt),+;)*) => { $(
        impl<$($name: Looked),+> Looked for ($($name,)+) {
            fn looked(self, other: Self) -> usize {
                [$(self.$at.looked(other.$at)),+].into_iter().fold(0, usize::saturating_add)
            }
        }
    )* };
}

tuples! { A 0; A 0, B 1; A 0, B 1, C 2; A 0, B 1, C 2, D 3; A 0, B 1, C 2, D 3, E 4; A 0, B 1, C 2, D 3, E 4, F 5; }

impl Looked for Value<'_> {
    fn looked(self, other: Self) -> usize {
        match (self, other) {
            (Value::Str(a), Value::Str(b)) | (Value::Number(a), Value::Number(b)) => a.looked(b),
            (Value::List(a), Value::List(b)) => all(a, b, |a, b| a.looked(*b)),
            (Value::Map(a), Value::Map(b)) => all(a, b, |a, b| a.looked(*b)),
            (Value::Record(a), Value::Record(b)) => {
                a.iter().zip(b).map(|(a, b)| a.looked(*b)).fold(0, usize::saturating_add)
            }
            _ => 0,
        }
    }
}

/// Lists of one length are looked at element by element.
fn all<T>(list: &[T], other: &[T], looked: impl Fn(&T, &T) -> usize) -> usize {
    if list.len() != other.len() {
        return 0;
    }
    list.iter().zip(other).map(|(a, b)| looked(a, b).saturating_add(ELEMENT)).fold(0, usize::saturating_add)
}
