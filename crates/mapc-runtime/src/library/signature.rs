//! Signatures of library functions.

/// A type in a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `bool`.
    Bool,
    /// `int`.
    Int,
    /// `decimal`; an `int` argument is widened.
    Decimal,
    /// `float`.
    Float,
    /// `string`; any refinement of it fits.
    Str,
    /// `scalar`.
    Scalar,
    /// `date`.
    Date,
    /// `local_datetime`.
    DateTime,
    /// `timestamp`.
    Timestamp,
    /// `T`, `K`, `U`: any type, the same at each place; by position of first appearance.
    Var(u8),
    /// `[T]`.
    List(Box<Type>),
    /// `map<string, T>`.
    Map(Box<Type>),
    /// `T?`.
    Optional(Box<Type>),
    /// `(T, U)`.
    Tuple(Vec<Type>),
    /// `(T, U) => V`.
    Lambda(Vec<Type>, Box<Type>),
    /// `regex`: an `r"…"` literal.
    Regex,
    /// `pattern`: a text literal that is a date pattern as in wire forms; checked when compiled, handed over as text.
    Pattern,
    /// `"half_up" | "half_even"`: one of some text literals; handed over as text.
    OneOf(Vec<String>),
}

/// A parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Type,
}

/// Parameters and result of a function; the first parameter is the receiver of the method form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The parameters.
    pub params: Vec<Param>,
    /// What it gives.
    pub result: Type,
}
