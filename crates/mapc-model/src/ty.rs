//! Types.

use std::sync::Arc;

use mapc_runtime::Constraint;

/// Position in [`crate::model::Model::records`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub u32);

/// Position in [`crate::model::Model::enums`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EnumId(pub u32);

/// A type of the language.
#[derive(Clone, Debug, PartialEq)]
pub enum Ty {
    /// The type of what was in error; fits everywhere and is never spoken of.
    Error,
    /// The type of `reject` and `skip`; fits everywhere.
    Never,
    /// `bool`.
    Bool,
    /// `int`.
    Int,
    /// `decimal`.
    Decimal,
    /// `float`.
    Float,
    /// `string`. `email`, `url`, `uuid`, `country` and `currency` are [`Ty::Refined`] strings.
    Str,
    /// `scalar`.
    Scalar,
    /// `date`.
    Date,
    /// `local_datetime`.
    DateTime,
    /// `timestamp`.
    Timestamp,
    /// An enum, or a literal union, which is an enum without a name.
    Enum(EnumId),
    /// A record or entity, declared or inline.
    Record(RecordId),
    /// `[T]`.
    List(Box<Ty>),
    /// `map<string, T>`.
    Map(Box<Ty>),
    /// `(A, B)`.
    Tuple(Vec<Ty>),
    /// `T?`; never nested directly.
    Optional(Box<Ty>),
    /// A base with demands; the base is neither refined nor optional.
    Refined(Box<Ty>, Arc<[Constraint]>),
}

impl Ty {
    /// `T` of `T?`, else the type itself.
    pub fn required(&self) -> &Ty {
        match self {
            Ty::Optional(inner) => inner,
            other => other,
        }
    }

    /// The type without its refinement; `T?` is left as it is.
    pub fn base(&self) -> &Ty {
        match self {
            Ty::Refined(base, _) => base,
            other => other,
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
            _ => return None,
        })
    }

    /// Whether it is `T?`.
    pub fn is_optional(&self) -> bool {
        matches!(self, Ty::Optional(_))
    }

    /// `T?`, without nesting.
    #[must_use]
    pub fn optional(self) -> Ty {
        match self {
            Ty::Optional(_) | Ty::Error => self,
            other => Ty::Optional(Box::new(other)),
        }
    }
}
