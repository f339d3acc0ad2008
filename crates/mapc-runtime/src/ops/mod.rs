//! Operators, shared by both engines: over typed values in generated code, over [`Value`](crate::Value)s in the
//! interpreter.
//!
//! `==` and `!=` are [`PartialEq`]: absent equals only absent, decimals are equal by number, scalars if they are
//! written the same way, lists and maps if they have the same parts in the same order.

mod arith;
pub mod decimal;
mod kind;
mod looked;
mod order;

pub use arith::{Divide, Number, add, divide, multiply, negate, remainder, subtract};
pub use kind::{ArithOp, CompareOp};
pub use looked::Looked;
pub use order::{Order, equal, greater, greater_equal, less, less_equal, not_equal};

use crate::Fail;
use crate::codes;

/// The failure of a result that its type cannot hold.
#[cold]
pub(crate) fn overflow(ty: &str) -> Fail {
    Fail::fault(codes::RESULT_OUT_OF_RANGE, format!("the result does not fit into {ty}"))
}

/// The failure of a division by zero, for which the second operand is to blame.
#[cold]
pub(crate) fn by_zero() -> Fail {
    Fail::fault(codes::DIVISION_BY_ZERO, "a number was divided by zero").of(1)
}

/// The failure of an operator that was given other values than the type checker allows.
#[cold]
fn mismatch() -> Fail {
    Fail::fault(codes::INTERNAL_ERROR, "an operator was given values that it is not for; this is a defect of mapc")
}
