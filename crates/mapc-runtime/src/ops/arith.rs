//! `+`, `-`, `*`, `/`, `%` and the sign.

use super::{by_zero, decimal, mismatch, overflow};
use crate::{Decimal, Fail, Result, Value};

/// What can be reckoned with. Nothing wraps, rounds or becomes infinite: what does not fit fails.
pub trait Number: Copy {
    /// `self + other`
    fn plus(self, other: Self) -> Result<Self>;
    /// `self - other`
    fn minus(self, other: Self) -> Result<Self>;
    /// `self * other`
    fn times(self, other: Self) -> Result<Self>;
    /// `self % other`, with the sign of `self`.
    fn modulo(self, other: Self) -> Result<Self>;
    /// `-self`
    fn negated(self) -> Result<Self>;
}

/// What `/` is for: decimals, exactly, and floats.
pub trait Divide: Copy {
    /// `self / other`
    fn over(self, other: Self) -> Result<Self>;
}

/// `left + right`
pub fn add<N: Number>(left: N, right: N) -> Result<N> {
    left.plus(right)
}

/// `left - right`
pub fn subtract<N: Number>(left: N, right: N) -> Result<N> {
    left.minus(right)
}

/// `left * right`
pub fn multiply<N: Number>(left: N, right: N) -> Result<N> {
    left.times(right)
}

/// `left / right`
pub fn divide<N: Divide>(left: N, right: N) -> Result<N> {
    left.over(right)
}

/// `left % right`
pub fn remainder<N: Number>(left: N, right: N) -> Result<N> {
    left.modulo(right)
}

/// `-number`
pub fn negate<N: Number>(number: N) -> Result<N> {
    number.negated()
}

impl Number for i64 {
    fn plus(self, other: Self) -> Result<Self> {
        self.checked_add(other).ok_or_else(int_overflow)
    }

    fn minus(self, other: Self) -> Result<Self> {
        self.checked_sub(other).ok_or_else(int_overflow)
    }

    fn times(self, other: Self) -> Result<Self> {
        self.checked_mul(other).ok_or_else(int_overflow)
    }

    fn modulo(self, other: Self) -> Result<Self> {
        // The least int has a remainder by -1, zero, though its quotient overflows.
        if other == 0 { Err(by_zero()) } else { Ok(self.wrapping_rem(other)) }
    }

    fn negated(self) -> Result<Self> {
        self.checked_neg().ok_or_else(int_overflow)
    }
}

#[cold]
fn int_overflow() -> Fail {
    overflow("an int of 64 bits")
}

impl Number for Decimal {
    fn plus(self, other: Self) -> Result<Self> {
        decimal::add(self, other)
    }

    fn minus(self, other: Self) -> Result<Self> {
        decimal::add(self, -other)
    }

    fn times(self, other: Self) -> Result<Self> {
        decimal::multiply(self, other)
    }

    fn modulo(self, other: Self) -> Result<Self> {
        decimal::remainder(self, other)
    }

    fn negated(self) -> Result<Self> {
        // Zero has no sign.
        Ok(if self.is_zero() { self } else { -self })
    }
}

impl Divide for Decimal {
    fn over(self, other: Self) -> Result<Self> {
        decimal::divide(self, other)
    }
}

/// A float that is neither NaN nor infinite.
fn finite(number: f64) -> Result<f64> {
    if number.is_finite() { Ok(number) } else { Err(overflow("a float")) }
}

impl Number for f64 {
    fn plus(self, other: Self) -> Result<Self> {
        finite(self + other)
    }

    fn minus(self, other: Self) -> Result<Self> {
        finite(self - other)
    }

    fn times(self, other: Self) -> Result<Self> {
        finite(self * other)
    }

    fn modulo(self, other: Self) -> Result<Self> {
        if other == 0.0 { Err(by_zero()) } else { finite(self % other) }
    }

    fn negated(self) -> Result<Self> {
        Ok(-self)
    }
}

impl Divide for f64 {
    fn over(self, other: Self) -> Result<Self> {
        if other == 0.0 { Err(by_zero()) } else { finite(self / other) }
    }
}

/// Applies a typed operation to two values of one numeric type.
macro_rules! dispatch {
    ($left:expr, $right:expr, $operation:ident) => {
        match ($left, $right) {
            (Value::Int(a), Value::Int(b)) => a.$operation(b).map(Value::Int),
            (Value::Decimal(a), Value::Decimal(b)) => a.$operation(b).map(Value::Decimal),
            (Value::Float(a), Value::Float(b)) => a.$operation(b).map(Value::Float),
            _ => Err(mismatch()),
        }
    };
}

impl Number for Value<'_> {
    fn plus(self, other: Self) -> Result<Self> {
        dispatch!(self, other, plus)
    }

    fn minus(self, other: Self) -> Result<Self> {
        dispatch!(self, other, minus)
    }

    fn times(self, other: Self) -> Result<Self> {
        dispatch!(self, other, times)
    }

    fn modulo(self, other: Self) -> Result<Self> {
        dispatch!(self, other, modulo)
    }

    fn negated(self) -> Result<Self> {
        match self {
            Value::Int(a) => a.negated().map(Value::Int),
            Value::Decimal(a) => a.negated().map(Value::Decimal),
            Value::Float(a) => a.negated().map(Value::Float),
            _ => Err(mismatch()),
        }
    }
}

impl Divide for Value<'_> {
    fn over(self, other: Self) -> Result<Self> {
        match (self, other) {
            (Value::Decimal(a), Value::Decimal(b)) => a.over(b).map(Value::Decimal),
            (Value::Float(a), Value::Float(b)) => a.over(b).map(Value::Float),
            _ => Err(mismatch()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{add, divide, multiply, negate, remainder, subtract};
    use crate::{Fail, Result, Value};

    fn code<T>(result: Result<T>) -> String {
        match result {
            Err(Fail::Fault(fault)) => fault.code.into_owned(),
            _ => String::new(),
        }
    }

    #[test]
    fn ints_do_not_wrap() {
        assert_eq!(add(i64::MAX - 1, 1).unwrap(), i64::MAX);
        assert_eq!(code(add(i64::MAX, 1)), "R0304");
        assert_eq!(code(subtract(i64::MIN, 1)), "R0304");
        assert_eq!(code(multiply(i64::MAX / 2 + 1, 2)), "R0304");
        assert_eq!(code(negate(i64::MIN)), "R0304");
        assert_eq!(remainder(i64::MIN, -1).unwrap(), 0);
        assert_eq!(remainder(-7, 3).unwrap(), -1);
        assert_eq!(code(remainder(1, 0)), "R0305");
    }

    #[test]
    fn floats_stay_finite() {
        assert_eq!(code(multiply(1e308, 10.0)), "R0304");
        assert_eq!(code(divide(1.0, 0.0)), "R0305");
        assert_eq!(code(remainder(1.0, -0.0)), "R0305");
        assert_eq!(divide(1.0, 4.0).unwrap(), 0.25);
    }

    #[test]
    fn values_follow_their_types() {
        assert_eq!(add(Value::Int(1), Value::Int(2)).unwrap(), Value::Int(3));
        assert_eq!(divide(Value::Float(1.0), Value::Float(2.0)).unwrap(), Value::Float(0.5));
        assert_eq!(code(divide(Value::Int(1), Value::Int(2))), "R0900");
        assert_eq!(code(add(Value::Int(1), Value::Float(2.0))), "R0900");
    }
}
