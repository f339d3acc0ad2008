//! The core language: expressions in which nothing is implicit. The checker writes it, the plan arranges it, both engines
//! transcribe it. Lifting, narrowing, defaults, conversions and checks are all operations here.
//!
//! Evaluating an expression gives a value or a [`mapc_runtime::Fail`]. Parts are evaluated left to right; the first failure ends
//! the expression, but for [`ExprKind::Record`], which evaluates all its fields, reports each one's problem and then fails with
//! `Reported` (`Poisoned` if a field was poisoned; `Skip` at once if a field skips), and for [`ExprKind::For`], which does the same
//! with its elements. The functions of [`mapc_runtime::flow`] are these rules.

use std::sync::Arc;

use mapc_diagnostics::Span;
use mapc_runtime::constraint::Pattern;
use mapc_runtime::datetime::Purpose;
use mapc_runtime::{Constraint, Decimal, library};

pub use mapc_runtime::Context;
pub use mapc_runtime::ops::{ArithOp, CompareOp};

use crate::ty::{EnumId, RecordId, Ty};

/// A variable of one function or route: parameter, `let`, loop variable, what `some x` binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalId(pub u32);

/// A place that a failure names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The place in `.map` text.
    pub span: Span,
    /// Path of the target field, `lines.number`; empty where there is none.
    pub target: Arc<str>,
}

impl Site {
    /// A place that belongs to no field.
    pub fn without_target(span: Span) -> Self {
        Site { span, target: Arc::default() }
    }
}

/// Position in the functions (user functions and maps) of the model or plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionId(pub u32);

/// Position in the model's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableId(pub u32);

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// The operation.
    pub kind: ExprKind,
    /// What it gives.
    pub ty: Ty,
    /// Where it stands: the place and target that a failure names.
    pub site: Site,
}

/// A constant.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    /// `absent`.
    Absent,
    /// `bool`.
    Bool(bool),
    /// `int`.
    Int(i64),
    /// `float`.
    Float(f64),
    /// `decimal`.
    Decimal(Decimal),
    /// A number of a `scalar`, as written.
    Number(String),
    /// `string`; a text of a `scalar`.
    Str(String),
    /// A member by its position.
    Enum(EnumId, u32),
    /// `[T]`.
    List(Vec<Const>),
}

impl Const {
    /// What two constants share that are equal, to find one among many.
    pub(crate) fn identity(&self) -> String {
        match self {
            Const::Decimal(value) => format!("{:?}", value.normalize()),
            other => format!("{other:?}"),
        }
    }
}

/// A conversion that cannot fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `int` to `decimal`.
    IntToDecimal,
    /// A member to its wire text, as a `string`.
    EnumToStr(EnumId),
    /// `string`, `int` or `bool` to `scalar`.
    ToScalar,
}

/// An argument of a library function.
#[derive(Clone, Debug)]
pub enum Arg {
    /// A value.
    Value(Expr),
    /// A lambda.
    Lambda {
        /// Its parameters.
        params: Vec<LocalId>,
        /// Its value.
        body: Expr,
    },
    /// A regular expression, compiled.
    Regex(Pattern),
    /// A date pattern and what it is for.
    Pattern(String, Purpose),
}

/// A `for`: a list from a list. Filter and body of all elements are evaluated; each element's problem is reported, and if any failed
/// the `for` fails. `Fail::Skip` from filter or body leaves the element out, and takes back ([`mapc_runtime::Cx::take_back`]) what
/// was reported since the element began, so that the order of a body's fields does not matter.
#[derive(Clone, Debug)]
pub struct For {
    /// The list; required.
    pub list: Expr,
    /// The element.
    pub item: LocalId,
    /// The element's position in the list from 0, an int; for pointers.
    pub index: LocalId,
    /// `numbered n`: 1 for the first element that is kept, an int. Counts neither what `filter` leaves out nor what skips.
    pub number: Option<LocalId>,
    /// `where c`, a bool.
    pub filter: Option<Expr>,
    /// The new element. `Fail::Skip` leaves it out.
    pub body: Expr,
}

/// One arm of a [`ExprKind::Switch`].
#[derive(Clone, Debug)]
pub struct SwitchArm {
    /// Any of these.
    pub values: Vec<Const>,
    /// The value.
    pub body: Expr,
}

/// The operations.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// What was in error; no plan is made of a model with errors.
    Error,
    /// A constant; `Const::Absent` is of type `T?`.
    Const(Const),
    /// A variable. A `let` is evaluated when it is first read.
    Local(LocalId),
    /// `$message_id`.
    Context(Context),
    /// A field of a required record, or a part of a tuple, by position in the declaration.
    Field(Box<Expr>, u32),
    /// `T` as `T?`.
    Some(Box<Expr>),
    /// Binds what is in `value`, a `T?`, and evaluates `then`; or evaluates `otherwise`. Both give this expression's type.
    IfPresent {
        /// A `T?`.
        value: Box<Expr>,
        /// A `T`, inside `then`.
        bind: LocalId,
        /// If present.
        then: Box<Expr>,
        /// If absent.
        otherwise: Box<Expr>,
    },
    /// Whether a `T?` is present, a bool.
    IsPresent(Box<Expr>),
    /// `T` of a `T?` that was tested before; fails with `R0900`, a defect of mapc, if it is absent after all.
    Narrow(Box<Expr>),
    /// `if c then a else b`.
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// The first arm that holds the value (text, int, decimal, bool, member), else the last expression.
    Switch(Box<Expr>, Vec<SwitchArm>, Box<Expr>),
    /// `and`; the right side only if the left is true.
    And(Box<Expr>, Box<Expr>),
    /// `or`; the right side only if the left is false.
    Or(Box<Expr>, Box<Expr>),
    /// `not`.
    Not(Box<Expr>),
    /// A comparison, a bool.
    Compare(CompareOp, Box<Expr>, Box<Expr>),
    /// Arithmetic.
    Arith(ArithOp, Box<Expr>, Box<Expr>),
    /// `-a` of int, decimal or float.
    Negate(Box<Expr>),
    /// A library function.
    Call(&'static library::Function, Vec<Arg>),
    /// A user function, or a declared map by `via`. Pointers of problems inside are relative to the first argument.
    /// A map's `skip when` gives `Fail::Skip`.
    CallUser(FunctionId, Vec<Expr>),
    /// A record or tuple from all its fields in declaration order.
    Record(Vec<Expr>),
    /// Lazily evaluated `let`s around an expression: each at most once an entry, when first read. One may read earlier ones. One that
    /// fails is reported ([`mapc_runtime::Cx::report_let`]) and poisoned; one that gives `Fail::Skip` stays unread.
    Scope(Vec<(LocalId, Expr)>, Box<Expr>),
    /// `[a, b]`.
    List(Vec<Expr>),
    /// `for`.
    For(Box<For>),
    /// Texts joined: a template.
    Concat(Vec<Expr>),
    /// `try e`: this expression is `T?`; its operand is `T` or `T?`.
    Try(Box<Expr>),
    /// `reject code "reason"`: the code, `R0401` where none is given, and the reason, a text.
    Reject(String, Box<Expr>),
    /// `skip "reason"`: gives a notice `R0402` and `Fail::Skip`.
    Skip(String),
    /// Tests the constraints that the value's type does not already ensure; the value in its one written form.
    Check(Box<Expr>, Arc<[Constraint]>),
    /// A conversion.
    Convert(Conversion, Box<Expr>),
    /// A table; fails with `R0303` on what it does not list, if it says so.
    Lookup(TableId, Box<Expr>),
}

/// What is decided about a whole record before its fields.
#[derive(Clone, Debug)]
pub enum Head {
    /// `skip when`.
    Skip {
        /// A bool.
        condition: Expr,
        /// `because`, perhaps empty.
        reason: String,
    },
    /// `delete when`.
    Delete {
        /// A bool.
        condition: Expr,
        /// The key fields of the target by position, with their values.
        key: Vec<(u32, Expr)>,
    },
    /// `reject code when`.
    Reject {
        /// A bool.
        condition: Expr,
        /// An [`ExprKind::Reject`], at the site of the condition.
        rejection: Expr,
    },
}

impl Head {
    /// Its whole expressions, in the order of evaluation.
    pub fn parts(&self) -> impl Iterator<Item = &Expr> {
        let (condition, key, rejection) = match self {
            Head::Skip { condition, .. } => (condition, [].as_slice(), None),
            Head::Delete { condition, key } => (condition, key.as_slice(), None),
            Head::Reject { condition, rejection } => (condition, [].as_slice(), Some(rejection)),
        };
        std::iter::once(condition).chain(key.iter().map(|(_, value)| value)).chain(rejection)
    }
}

/// A function: a user's `fn`, or one direction of a map.
#[derive(Clone, Debug)]
pub struct Function {
    /// `full_name`, `marketing.Lead -> Customer`.
    pub name: String,
    /// Its parameters: the source record alone for a map.
    pub params: Vec<LocalId>,
    /// The types of all locals, by id.
    pub locals: Vec<Ty>,
    /// What they are called, by id; empty where no author named one.
    pub names: Vec<String>,
    /// Heads of a map, in order; they may read the lets.
    pub heads: Vec<Head>,
    /// Lazily evaluated `let`s that heads and body share, in order.
    pub lets: Vec<(LocalId, Expr)>,
    /// The value: for a map an [`ExprKind::Record`] with each target field checked against its type.
    pub body: Expr,
    /// The record built, for a map.
    pub target: Option<RecordId>,
}

impl Expr {
    /// Whether it is a constant, perhaps converted.
    pub fn is_constant(&self) -> bool {
        match &self.kind {
            ExprKind::Const(_) => true,
            ExprKind::Some(value) | ExprKind::Convert(_, value) => value.is_constant(),
            _ => false,
        }
    }
}

/// Visits an expression's direct parts.
impl Expr {
    /// Calls `visit` on each direct part, in the order of evaluation; lambda bodies count as parts.
    pub fn parts<'e>(&'e self, mut visit: impl FnMut(&'e Expr)) {
        match &self.kind {
            ExprKind::Error | ExprKind::Const(_) | ExprKind::Local(_) | ExprKind::Context(_) | ExprKind::Skip(_) => {}
            ExprKind::Field(a, _)
            | ExprKind::Reject(_, a)
            | ExprKind::Some(a)
            | ExprKind::IsPresent(a)
            | ExprKind::Narrow(a)
            | ExprKind::Not(a)
            | ExprKind::Negate(a)
            | ExprKind::Try(a)
            | ExprKind::Check(a, _)
            | ExprKind::Convert(_, a)
            | ExprKind::Lookup(_, a) => visit(a),
            ExprKind::And(a, b) | ExprKind::Or(a, b) | ExprKind::Compare(_, a, b) | ExprKind::Arith(_, a, b) => {
                visit(a);
                visit(b);
            }
            ExprKind::IfPresent { value, then, otherwise, .. } => {
                [value, then, otherwise].into_iter().for_each(|e| visit(e))
            }
            ExprKind::If(a, b, c) => [a, b, c].into_iter().for_each(|e| visit(e)),
            ExprKind::Switch(value, arms, otherwise) => {
                visit(value);
                arms.iter().for_each(|arm| visit(&arm.body));
                visit(otherwise);
            }
            ExprKind::Call(_, args) => args.iter().for_each(|arg| match arg {
                Arg::Value(value) | Arg::Lambda { body: value, .. } => visit(value),
                Arg::Regex(_) | Arg::Pattern(..) => {}
            }),
            ExprKind::CallUser(_, list) | ExprKind::Record(list) | ExprKind::List(list) | ExprKind::Concat(list) => {
                list.iter().for_each(visit);
            }
            ExprKind::Scope(lets, body) => {
                lets.iter().for_each(|(_, value)| visit(value));
                visit(body);
            }
            ExprKind::For(f) => {
                visit(&f.list);
                f.filter.iter().for_each(&mut visit);
                visit(&f.body);
            }
        }
    }
}
