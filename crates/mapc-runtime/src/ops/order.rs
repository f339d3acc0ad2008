//! `<` and its kin.

use core::cmp::Ordering;

use super::Looked;
use crate::{Date, DateTime, Decimal, Timestamp, Value};

/// What can be ordered: numbers by size, texts by code point, dates and times from early to late.
pub trait Order: Looked {
    /// How `self` stands to `other`.
    fn order(self, other: Self) -> Ordering;
}

macro_rules! ordered {
    ($($ty:ty),*) => { $(
        impl Order for $ty {
            fn order(self, other: Self) -> Ordering {
                self.cmp(&other)
            }
        }
    )* };
}

// UTF-8 sorts by bytes as it does by code points.
ordered!(i64, Decimal, &str, Date, DateTime, Timestamp);

impl Order for f64 {
    fn order(self, other: Self) -> Ordering {
        // A `float` is never NaN, and -0.0 equals 0.0.
        self.partial_cmp(&other).unwrap_or(Ordering::Equal)
    }
}

impl Order for Value<'_> {
    fn order(self, other: Self) -> Ordering {
        match (self, other) {
            (Value::Int(a), Value::Int(b)) => a.order(b),
            (Value::Decimal(a), Value::Decimal(b)) => a.order(b),
            (Value::Float(a), Value::Float(b)) => a.order(b),
            (Value::Str(a), Value::Str(b)) => a.order(b),
            (Value::Date(a), Value::Date(b)) => a.order(b),
            (Value::DateTime(a), Value::DateTime(b)) => a.order(b),
            (Value::Timestamp(a), Value::Timestamp(b)) => a.order(b),
            // The type checker lets no other values meet.
            _ => Ordering::Equal,
        }
    }
}

/// `left == right`
pub fn equal<T: PartialEq>(left: T, right: T) -> bool {
    left == right
}

/// `left != right`
pub fn not_equal<T: PartialEq>(left: T, right: T) -> bool {
    left != right
}

/// `left < right`
pub fn less<T: Order>(left: T, right: T) -> bool {
    left.order(right).is_lt()
}

/// `left <= right`
pub fn less_equal<T: Order>(left: T, right: T) -> bool {
    left.order(right).is_le()
}

/// `left > right`
pub fn greater<T: Order>(left: T, right: T) -> bool {
    left.order(right).is_gt()
}

/// `left >= right`
pub fn greater_equal<T: Order>(left: T, right: T) -> bool {
    left.order(right).is_ge()
}

#[cfg(test)]
mod tests {
    use super::{greater, less, less_equal};
    use crate::Decimal;

    #[test]
    fn texts_go_by_code_point_and_decimals_by_size() {
        // UTF-16 would put U+1F600 before U+FF5E.
        assert!(less("\u{ff5e}", "\u{1f600}"));
        assert!(less("Z", "a") && less("a", "ab"));
        assert!(less_equal(Decimal::new(10, 1), Decimal::new(100, 2)));
        assert!(greater(Decimal::new(11, 1), Decimal::ONE));
        assert!(!less(-0.0, 0.0));
    }
}
