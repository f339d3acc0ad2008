//! Types of a plan's values. What a type demands beyond its base is an operation ([`Op::Check`](crate::Op::Check)) or part of a shape, and
//! nothing of a plan is in error, so that these are the types that values have when they are held.

use crate::ids::{EnumId, RecordId};

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ty {
    /// Of what ends without a value: `reject`, `skip`, and functions that do nothing else. Fits everywhere.
    Never,
    /// `bool`.
    Bool,
    /// `int`, 64 bits.
    Int,
    /// `decimal`, 28 digits.
    Decimal,
    /// `float`, 64 bits, finite.
    Float,
    /// `string`, and everything that is one: `email`, `uuid` and so on.
    Str,
    /// `scalar`: a text, number or bool as it came.
    Scalar,
    /// `date`.
    Date,
    /// `local_datetime`.
    DateTime,
    /// `timestamp`.
    Timestamp,
    /// A member of an enum.
    Enum(EnumId),
    /// A record.
    Record(RecordId),
    /// `[T]`.
    List(Box<Ty>),
    /// `map<string, T>`.
    Map(Box<Ty>),
    /// `(A, B)`.
    Tuple(Vec<Ty>),
    /// `T?`; never nested directly.
    Optional(Box<Ty>),
}

impl Ty {
    /// `T` of `T?`, else the type itself.
    pub fn required(&self) -> &Ty {
        match self {
            Ty::Optional(inner) => inner,
            other => other,
        }
    }

    /// Whether it is `T?`.
    pub fn is_optional(&self) -> bool {
        matches!(self, Ty::Optional(_))
    }

    /// `T?`, without nesting.
    #[must_use]
    pub fn optional(self) -> Ty {
        match self {
            Ty::Optional(_) => self,
            other => Ty::Optional(Box::new(other)),
        }
    }

    /// What `.map` text calls a type without parts that has no name of its own; wire forms are listed by it.
    pub fn simple_name(&self) -> Option<&'static str> {
        Some(match self {
            Ty::Bool => "bool",
            Ty::Int => "int",
            Ty::Decimal => "decimal",
            Ty::Float => "float",
            Ty::Str => "string",
            Ty::Scalar => "scalar",
            Ty::Date => "date",
            Ty::DateTime => "local_datetime",
            Ty::Timestamp => "timestamp",
            Ty::Never | Ty::Enum(_) | Ty::Record(_) | Ty::List(_) | Ty::Map(_) | Ty::Tuple(_) | Ty::Optional(_) => {
                return None;
            }
        })
    }

    /// Calls `visit` for each record that the type names.
    pub fn records(&self, visit: &mut dyn FnMut(RecordId)) {
        match self {
            Ty::Record(record) => visit(*record),
            Ty::List(inner) | Ty::Map(inner) | Ty::Optional(inner) => inner.records(visit),
            Ty::Tuple(parts) => parts.iter().for_each(|part| part.records(visit)),
            Ty::Never
            | Ty::Bool
            | Ty::Int
            | Ty::Decimal
            | Ty::Float
            | Ty::Str
            | Ty::Scalar
            | Ty::Date
            | Ty::DateTime
            | Ty::Timestamp
            | Ty::Enum(_) => {}
        }
    }
}
