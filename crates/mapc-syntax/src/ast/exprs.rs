//! Expressions.

use mapc_diagnostics::Span;

use super::{Body, Name, Path, Text};

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// A piece of a text with interpolation.
#[derive(Clone, Debug)]
pub enum TextPart {
    /// Plain text without escapes left in it.
    Plain(String),
    /// `{e}`.
    Value(Expr),
}

/// A two-sided operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    /// `??`
    Coalesce,
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
    /// `in`
    In,
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
    /// `and`
    And,
    /// `or`
    Or,
}

/// A one-sided operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// `-`
    Negate,
    /// `not`
    Not,
    /// `try`
    Try,
}

/// What an expression may be.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// Something that did not parse.
    Error,
    /// A bare name: a local, a parameter, a field of the source.
    Name(String),
    /// `"Dear {name}"`; a plain text has one plain part or none.
    Text(Vec<TextPart>),
    /// A number as written, without `_` and sign.
    Number(String),
    /// `true`, `false`.
    Bool(bool),
    /// `absent`.
    Absent,
    /// `.member`.
    Member(Name),
    /// `$message_id`, without the dollar.
    Context(Path),
    /// `r"…"`.
    Regex(String),
    /// `(a, b)`.
    Tuple(Vec<Expr>),
    /// `[a, b]`.
    List(Vec<Expr>),
    /// `{ a = 1 }`.
    Record(Body),
    /// `base.name`.
    Field {
        /// What is looked into.
        base: Box<Expr>,
        /// The field.
        name: Name,
    },
    /// `base.name(arguments)`.
    Method {
        /// The receiver.
        base: Box<Expr>,
        /// The function.
        name: Name,
        /// The arguments.
        arguments: Vec<Argument>,
    },
    /// `name(arguments)`.
    Call {
        /// The function.
        name: Path,
        /// The arguments.
        arguments: Vec<Argument>,
    },
    /// `base[0]`; `base[]` without an index.
    Index {
        /// The list.
        base: Box<Expr>,
        /// The position.
        index: Option<Box<Expr>>,
    },
    /// `base via Name`.
    Via {
        /// What is looked up or mapped.
        base: Box<Expr>,
        /// A table, or the target of a declared map.
        target: Path,
    },
    /// `-a`, `not a`, `try a`.
    Unary(UnaryOp, Box<Expr>),
    /// `a + b`.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `a is present`, `a is not absent`.
    IsPresent {
        /// What is asked about.
        value: Box<Expr>,
        /// `false` for `is absent`.
        present: bool,
    },
    /// `if c then a else b`.
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `match e { … }`.
    Match(Box<Expr>, Vec<Arm>),
    /// `for x in xs where c numbered n { … }`.
    For(Box<For>),
    /// `with e as name { … }` or `=> value`.
    With {
        /// The value.
        value: Box<Expr>,
        /// Its name inside.
        name: Name,
        /// What is built; a [`ExprKind::Record`] for braces.
        body: Box<Expr>,
    },
    /// `reject code "reason"`; the reason is an [`ExprKind::Text`].
    Reject(Option<Name>, Box<Expr>),
    /// `skip "reason"`.
    Skip(Text),
}

/// `for x in xs where c numbered n { … }`.
#[derive(Clone, Debug)]
pub struct For {
    /// `for try x in xs`.
    pub tolerant: bool,
    /// The element's name; two for entries of a map.
    pub names: Vec<Name>,
    /// The list.
    pub list: Expr,
    /// `where c`.
    pub filter: Option<Expr>,
    /// `numbered n`.
    pub number: Option<Name>,
    /// What is built for each; a [`ExprKind::Record`] for braces.
    pub body: Expr,
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub struct Argument {
    /// `name: value`.
    pub name: Option<Name>,
    /// The value.
    pub value: ArgumentValue,
}

/// The value of an argument.
#[derive(Clone, Debug)]
pub enum ArgumentValue {
    /// An expression.
    Expr(Expr),
    /// `x => e`, `(a, b) => e`.
    Lambda {
        /// Parameters.
        params: Vec<Name>,
        /// The value.
        body: Expr,
        /// The whole.
        span: Span,
    },
}

/// `pattern, pattern => value`.
#[derive(Clone, Debug)]
pub struct Arm {
    /// The patterns, any of which fits.
    pub patterns: Vec<Pattern>,
    /// The value.
    pub value: Expr,
    /// The whole.
    pub span: Span,
}

/// A pattern of a match.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// What it is.
    pub kind: PatternKind,
    /// Where it stands.
    pub span: Span,
}

/// What a pattern may be.
#[derive(Clone, Debug)]
pub enum PatternKind {
    /// A text.
    Text(String),
    /// A number as written.
    Number(String),
    /// `true`, `false`.
    Bool(bool),
    /// `.member`.
    Member(String),
    /// `absent`.
    Absent,
    /// `some name`.
    Some(Name),
    /// `else`.
    Else,
    /// `(a, b)`.
    Tuple(Vec<Pattern>),
    /// `r"…"`; not yet built.
    Regex(String),
}
