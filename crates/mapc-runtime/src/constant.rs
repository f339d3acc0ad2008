//! Values that a mapping is made with: constants, rows of tables, defaults.

use crate::{Bump, Decimal, Value};

/// A value that is owned. Its type is that of the expression, field or table which it stands in: a text may be that of a `string` or of a
/// `scalar`, and a present `T?` is the `T` itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// No value of a `T?`.
    Absent,
    /// `bool`.
    Bool(bool),
    /// `int`.
    Int(i64),
    /// `float`; never NaN or infinite.
    Float(f64),
    /// `decimal`.
    Decimal(Decimal),
    /// The number of a `scalar`, as written.
    Number(Box<str>),
    /// `string`, or a text of a `scalar`.
    Str(Box<str>),
    /// A member by its position.
    Enum(u32),
    /// `[T]`.
    List(Box<[Constant]>),
}

impl Constant {
    /// Its value, as the interpreter has it.
    #[inline]
    pub fn value<'a>(&'a self, bump: &'a Bump) -> Value<'a> {
        match self {
            Constant::Absent => Value::Absent,
            Constant::Bool(value) => Value::Bool(*value),
            Constant::Int(value) => Value::Int(*value),
            Constant::Float(value) => Value::Float(*value),
            Constant::Decimal(value) => Value::Decimal(*value),
            Constant::Number(value) => Value::Number(value),
            Constant::Str(value) => Value::Str(value),
            Constant::Enum(value) => Value::Enum(*value),
            Constant::List(items) => Value::List(bump.alloc_slice_fill_iter(items.iter().map(|item| item.value(bump)))),
        }
    }
}
