//! The operations. One table gives the type of an operation, the visitors of its parts, its printed form both ways and what it can end
//! with; see `docs/src/contributing/additions.md` for how one is added.
//!
//! Evaluating an expression gives a value or a [`mapc_runtime::Fail`]. Parts are evaluated left to right; the first failure ends
//! the expression, but for [`Op::Record`], which evaluates all its fields, reports each one's problem and then fails with
//! `Reported` (`Poisoned` if a field was poisoned; `Skip` at once if a field skips), and for [`Op::For`], which does the same
//! with its elements. The functions of [`mapc_runtime::flow`] are these rules.

use std::sync::Arc;

use mapc_runtime::constraint::Pattern;
use mapc_runtime::datetime::Purpose;
use mapc_runtime::ops::{ArithOp, CompareOp};
use mapc_runtime::{Constant, Constraint, Context, library};

use crate::effects::Own;
use crate::ids::{EnumId, FunctionId, LocalId, SiteId, TableId};
use crate::text::{Form, Misread, Names, Node};
use crate::ty::Ty;

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// The operation.
    pub op: Op,
    /// What it gives.
    pub ty: Ty,
    /// Where it stands: the place and target that a failure names.
    pub site: SiteId,
}

/// An operand: what stands in a row of the table.
pub(crate) trait Operand: Form {
    /// Calls `visit` on each expression that stands directly in it, in the order of evaluation.
    fn parts<'e>(&'e self, _visit: &mut dyn FnMut(&'e Expr)) {}

    /// As [`Operand::parts`], to change them.
    fn parts_mut(&mut self, _visit: &mut dyn FnMut(&mut Expr)) {}

    /// Calls `visit` on each local that it declares.
    fn declared(&self, _visit: &mut dyn FnMut(LocalId)) {}
}

/// Defines [`Op`]. A row is the operation's documentation, its variant, its name in the text of a plan, what it can end with itself, and its
/// operands in the order of evaluation.
macro_rules! ops {
    ($($(#[$doc:meta])* $variant:ident $name:literal $own:ident ($($operand:ident: $ty:ty),*);)*) => {
        /// The operations.
        #[derive(Clone, Debug)]
        pub enum Op {
            $($(#[$doc])* $variant($($ty),*),)*
        }

        impl Op {
            /// The names of all, in the order of the table.
            pub const NAMES: &[&str] = &[$($name),*];

            /// Its name in the text of a plan.
            pub fn name(&self) -> &'static str {
                match self { $(Op::$variant(..) => $name,)* }
            }

            /// What it can end with itself, whatever its parts do.
            pub(crate) fn own(&self) -> Own {
                match self { $(Op::$variant(..) => Own::$own,)* }
            }

            /// Calls `visit` on each direct part, in the order of evaluation; bodies of lambdas count as parts.
            pub fn parts<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
                match self { $(Op::$variant($($operand),*) => { $($operand.parts(visit);)* let _ = visit; })* }
            }

            /// As [`Op::parts`], to change them.
            pub fn parts_mut(&mut self, visit: &mut dyn FnMut(&mut Expr)) {
                match self { $(Op::$variant($($operand),*) => { $($operand.parts_mut(visit);)* let _ = visit; })* }
            }

            /// Calls `visit` on each local that it declares itself.
            pub fn declared(&self, visit: &mut dyn FnMut(LocalId)) {
                match self { $(Op::$variant($($operand),*) => { $(Operand::declared($operand, visit);)* let _ = visit; })* }
            }

            /// Its operands as text.
            pub(crate) fn operands(&self, names: &Names<'_>) -> Vec<Node> {
                match self { $(Op::$variant($($operand),*) => vec![$($operand.node(names)),*],)* }
            }

            /// The operation of this name with these operands.
            pub(crate) fn of(name: &str, operands: &[Node], names: &Names<'_>) -> Result<Op, Misread> {
                match name {
                    $($name => {
                        let [$($operand),*] = operands else { return Err(Misread::new("operands", operands)) };
                        Ok(Op::$variant($(<$ty>::of($operand, names)?),*))
                    })*
                    other => Err(Misread(format!("no operation is called `{other}`"))),
                }
            }
        }
    };
}

ops! {
    /// A constant; [`Constant::Absent`] is of type `T?`.
    Const "const" Total (value: Constant);
    /// A variable. A `let` is evaluated when it is first read.
    Local "local" Variable (local: Read);
    /// `$message_id`.
    Context "context" Total (what: Context);
    /// A field of a required record, or a part of a tuple, by position in its layout.
    Field "field" Total (record: Box<Expr>, position: u32);
    /// `T` as `T?`.
    Some "some" Total (value: Box<Expr>);
    /// Binds what is in the first, a `T?`, and evaluates the second; or evaluates the third. Both give this expression's type.
    IfPresent "if_present" Total (value: Box<Expr>, bind: LocalId, then: Box<Expr>, otherwise: Box<Expr>);
    /// Whether a `T?` is present, a bool.
    IsPresent "is_present" Total (value: Box<Expr>);
    /// `T` of a `T?` that was tested before; fails with `R0900`, a defect of mapc, if it is absent after all.
    Narrow "narrow" Defect (value: Box<Expr>);
    /// `if c then a else b`.
    If "if" Total (condition: Box<Expr>, then: Box<Expr>, otherwise: Box<Expr>);
    /// The first arm that holds the value (text, int, decimal, bool, member), else the last expression.
    Switch "switch" Total (value: Box<Expr>, arms: Vec<Arm>, otherwise: Box<Expr>);
    /// `and`; the right side only if the left is true.
    And "and" Total (left: Box<Expr>, right: Box<Expr>);
    /// `or`; the right side only if the left is false.
    Or "or" Total (left: Box<Expr>, right: Box<Expr>);
    /// `not`.
    Not "not" Total (value: Box<Expr>);
    /// A comparison, a bool.
    Compare "compare" Total (op: CompareOp, left: Box<Expr>, right: Box<Expr>);
    /// Arithmetic.
    Arith "arith" Fails (op: ArithOp, left: Box<Expr>, right: Box<Expr>);
    /// `-a` of int, decimal or float.
    Negate "negate" Fails (value: Box<Expr>);
    /// A library function.
    Call "call" Library (function: &'static library::Function, arguments: Vec<Argument>);
    /// A user function, or a declared map by `via`. Pointers of problems inside are relative to the first argument.
    CallUser "call_user" Function (function: FunctionId, arguments: Vec<Expr>);
    /// A record or tuple from all its fields in order.
    Record "record" Total (fields: Vec<Expr>);
    /// Lazily evaluated `let`s around an expression: each at most once an entry, when first read. One may read earlier ones. One that
    /// fails is reported ([`mapc_runtime::Cx::report_let`]) and poisoned; one that gives `Fail::Skip` stays unread.
    Scope "scope" Total (lets: Vec<(LocalId, Expr)>, body: Box<Expr>);
    /// `[a, b]`.
    List "list" Total (items: Vec<Expr>);
    /// `for`.
    For "for" Loop (each: Box<For>);
    /// Texts joined: a template.
    Concat "concat" Total (parts: Vec<Expr>);
    /// `try e`: this expression is `T?`; its operand is `T` or `T?`.
    Try "try" Try (value: Box<Expr>);
    /// `reject code "reason"`: the code, `R0401` where none is given, and the reason, a text.
    Reject "reject" Fails (code: String, reason: Box<Expr>);
    /// `skip "reason"`: gives a notice `R0402` and `Fail::Skip`.
    Skip "skip" Skips (reason: String);
    /// Tests the constraints that the value's type does not already ensure; the value in its one written form.
    Check "check" Fails (value: Box<Expr>, constraints: Arc<[Constraint]>);
    /// `int` to `decimal`.
    IntToDecimal "int_to_decimal" Total (value: Box<Expr>);
    /// A member to its wire text, as a `string`.
    EnumToStr "enum_to_str" Total (declared: EnumId, value: Box<Expr>);
    /// `string`, `int` or `bool` to `scalar`.
    ToScalar "to_scalar" Total (value: Box<Expr>);
    /// A table; fails with `R0303` on what it does not list, if it says so.
    Lookup "lookup" Table (table: TableId, key: Box<Expr>);
}

/// A local that is read, as against one that is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Read(pub LocalId);

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

/// One arm of an [`Op::Switch`].
#[derive(Clone, Debug)]
pub struct Arm {
    /// Any of these.
    pub values: Vec<Constant>,
    /// The value.
    pub body: Expr,
}

/// An argument of a library function.
#[derive(Clone, Debug)]
pub enum Argument {
    /// A value.
    Value(Expr),
    /// A lambda.
    Lambda {
        /// Its parameters.
        params: Vec<LocalId>,
        /// Its value.
        body: Expr,
    },
    /// A regular expression.
    Regex(Pattern),
    /// A date pattern and what it is for.
    Pattern(String, Purpose),
}

impl Expr {
    /// Whether it is a constant, perhaps converted.
    pub fn is_constant(&self) -> bool {
        match &self.op {
            Op::Const(_) => true,
            Op::Some(value) | Op::IntToDecimal(value) | Op::EnumToStr(_, value) | Op::ToScalar(value) => {
                value.is_constant()
            }
            _ => false,
        }
    }

    /// The local that it reads, where it is nothing else.
    pub fn as_local(&self) -> Option<LocalId> {
        match self.op {
            Op::Local(Read(local)) => Some(local),
            _ => None,
        }
    }

    /// Calls `visit` on each direct part, in the order of evaluation; bodies of lambdas count as parts.
    pub fn parts<'e>(&'e self, mut visit: impl FnMut(&'e Expr)) {
        self.op.parts(&mut visit);
    }

    /// Calls `visit` on the expression and all in it, outside first.
    pub fn all<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        visit(self);
        self.op.parts(&mut |part| part.all(visit));
    }

    /// As [`Expr::all`], to change them.
    pub fn all_mut(&mut self, visit: &mut dyn FnMut(&mut Expr)) {
        visit(self);
        self.op.parts_mut(&mut |part| part.all_mut(visit));
    }
}

impl Operand for Box<Expr> {
    fn parts<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        visit(self);
    }

    fn parts_mut(&mut self, visit: &mut dyn FnMut(&mut Expr)) {
        visit(self);
    }
}

impl Operand for Vec<Expr> {
    fn parts<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        self.iter().for_each(visit);
    }

    fn parts_mut(&mut self, visit: &mut dyn FnMut(&mut Expr)) {
        self.iter_mut().for_each(visit);
    }
}

impl Operand for Vec<(LocalId, Expr)> {
    fn parts<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        self.iter().for_each(|(_, value)| visit(value));
    }

    fn parts_mut(&mut self, visit: &mut dyn FnMut(&mut Expr)) {
        self.iter_mut().for_each(|(_, value)| visit(value));
    }

    fn declared(&self, visit: &mut dyn FnMut(LocalId)) {
        self.iter().for_each(|(local, _)| visit(*local));
    }
}

impl Operand for Vec<Arm> {
    fn parts<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        self.iter().for_each(|arm| visit(&arm.body));
    }

    fn parts_mut(&mut self, visit: &mut dyn FnMut(&mut Expr)) {
        self.iter_mut().for_each(|arm| visit(&mut arm.body));
    }
}

impl Operand for Vec<Argument> {
    fn parts<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        for argument in self {
            match argument {
                Argument::Value(value) | Argument::Lambda { body: value, .. } => visit(value),
                Argument::Regex(_) | Argument::Pattern(..) => {}
            }
        }
    }

    fn parts_mut(&mut self, visit: &mut dyn FnMut(&mut Expr)) {
        for argument in self {
            match argument {
                Argument::Value(value) | Argument::Lambda { body: value, .. } => visit(value),
                Argument::Regex(_) | Argument::Pattern(..) => {}
            }
        }
    }

    fn declared(&self, visit: &mut dyn FnMut(LocalId)) {
        for argument in self {
            if let Argument::Lambda { params, .. } = argument {
                params.iter().for_each(|param| visit(*param));
            }
        }
    }
}

impl Operand for Box<For> {
    fn parts<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        visit(&self.list);
        self.filter.iter().for_each(&mut *visit);
        visit(&self.body);
    }

    fn parts_mut(&mut self, visit: &mut dyn FnMut(&mut Expr)) {
        visit(&mut self.list);
        self.filter.iter_mut().for_each(&mut *visit);
        visit(&mut self.body);
    }

    fn declared(&self, visit: &mut dyn FnMut(LocalId)) {
        [self.item, self.index].into_iter().chain(self.number).for_each(visit);
    }
}

impl Operand for LocalId {
    fn declared(&self, visit: &mut dyn FnMut(LocalId)) {
        visit(*self);
    }
}

impl Operand for Read {}
impl Operand for Constant {}
impl Operand for Context {}
impl Operand for CompareOp {}
impl Operand for ArithOp {}
impl Operand for &'static library::Function {}
impl Operand for Arc<[Constraint]> {}
impl Operand for FunctionId {}
impl Operand for EnumId {}
impl Operand for TableId {}
impl Operand for String {}
impl Operand for u32 {}
