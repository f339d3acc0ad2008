//! The operators as data: what programs name, and what the interpreter runs.

use super::{add, divide, greater, greater_equal, less, less_equal, multiply, remainder, subtract};
use crate::{Result, Value};

/// `==` and so on. Both sides are of one type, perhaps optional: absent equals only absent. The ordering ones are over required numbers,
/// texts (by code point), dates and times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOp {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
}

impl CompareOp {
    /// Whether two values compare so.
    #[inline]
    pub fn holds<'a>(self, left: Value<'a>, right: Value<'a>) -> bool {
        match self {
            CompareOp::Equal => left == right,
            CompareOp::NotEqual => left != right,
            CompareOp::Less => less(left, right),
            CompareOp::LessEqual => less_equal(left, right),
            CompareOp::Greater => greater(left, right),
            CompareOp::GreaterEqual => greater_equal(left, right),
        }
    }
}

/// `+` and so on, over two ints, two decimals or two floats. All fail on overflow. `/` is over decimals (exact results only, else it fails)
/// and floats; `/` and `%` fail on zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArithOp {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Remainder,
}

impl ArithOp {
    /// The result.
    ///
    /// # Errors
    /// It does not fit into the type, or the divisor is zero.
    #[inline]
    pub fn apply<'a>(self, left: Value<'a>, right: Value<'a>) -> Result<Value<'a>> {
        match self {
            ArithOp::Add => add(left, right),
            ArithOp::Subtract => subtract(left, right),
            ArithOp::Multiply => multiply(left, right),
            ArithOp::Divide => divide(left, right),
            ArithOp::Remainder => remainder(left, right),
        }
    }
}
