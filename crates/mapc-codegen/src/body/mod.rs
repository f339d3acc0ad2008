//! Bodies: the expressions of a plan as Rust expressions. Each file transcribes some of the operations of
//! [`mapc_plan::ir::ExprKind`], as documented there.

mod calls;
pub(crate) mod consts;
pub(crate) mod control;
pub(crate) mod facts;
mod lists;
mod ops;
mod records;
mod scopes;

use std::collections::{BTreeMap, BTreeSet};

use mapc_plan::ir::{Context, Expr, ExprKind, LocalId, SiteId, Ty};

use crate::code::Code;
use crate::module::Module;

pub(crate) use facts::{Ends, Facts};

/// How a `let` is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Let {
    /// Evaluated where it stands: it cannot fail and costs next to nothing.
    Eager,
    /// Evaluated when first read; cannot fail.
    Lazy,
    /// Evaluated when first read; a failure is reported once.
    Fallible {
        /// Whether reading it can leave out the element around it.
        skips: bool,
    },
}

/// The body of one function or of a route, being written.
pub(crate) struct Body<'m, 'p> {
    /// The module that it stands in.
    pub(crate) module: &'m mut Module<'p>,
    locals: &'p [Ty],
    lets: BTreeMap<LocalId, Let>,
    /// Locals whose values are read by what was written so far.
    used: BTreeSet<LocalId>,
    /// Index locals that pointers of what was written so far need.
    pointed: BTreeSet<LocalId>,
}

impl<'m, 'p> Body<'m, 'p> {
    /// An empty body whose locals have these types.
    pub(crate) fn new(module: &'m mut Module<'p>, locals: &'p [Ty]) -> Self {
        Body { module, locals, lets: BTreeMap::new(), used: BTreeSet::new(), pointed: BTreeSet::new() }
    }

    /// The expression as Rust.
    pub(crate) fn expr(&mut self, expr: &'p Expr) -> Code {
        match &expr.kind {
            ExprKind::Error => Code::tight_result("rt::flow::defect()"),
            ExprKind::Const(constant) => self.constant(constant, &expr.ty),
            ExprKind::Local(local) => self.read(*local),
            ExprKind::Context(Context::MessageId) => Code::tight("cx.message.id"),
            ExprKind::Context(Context::ReceivedAt) => Code::tight("cx.message.received_at"),
            ExprKind::Field(record, position) => self.field(record, *position),
            ExprKind::Some(value) => self.wrap("Some", value),
            ExprKind::IfPresent { value, bind, then, otherwise } => self.if_present(value, *bind, then, otherwise),
            ExprKind::IsPresent(value) => Code::tight(format!("{}.is_some()", self.expr(value).operand())),
            ExprKind::Narrow(value) => self.narrow(value, expr.site),
            ExprKind::If(condition, then, otherwise) => self.if_else(condition, then, otherwise),
            ExprKind::Switch(value, arms, otherwise) => self.switch(value, arms, otherwise),
            ExprKind::And(left, right) => self.infix("&&", left, right),
            ExprKind::Or(left, right) => self.infix("||", left, right),
            ExprKind::Not(value) => Code::loose(format!("!{}", self.expr(value).operand())),
            ExprKind::Compare(op, left, right) => self.compare(*op, left, right),
            ExprKind::Arith(op, left, right) => self.arith(*op, left, right, expr.site),
            ExprKind::Negate(value) => self.negate(value, expr.site),
            ExprKind::Call(function, args) => self.call(function, args, expr.site),
            ExprKind::CallUser(function, args) => self.call_user(*function, args, &expr.ty, expr.site),
            ExprKind::Record(parts) => self.record(parts, &expr.ty),
            ExprKind::Scope(lets, body) => self.scope(lets, body),
            ExprKind::List(elements) => self.list(elements, &expr.ty),
            ExprKind::For(each) => self.each(each),
            ExprKind::Concat(parts) => self.concat(parts),
            ExprKind::Try(operand) => self.catch(operand),
            ExprKind::Reject(code, reason) => self.reject(code, reason, expr.site),
            ExprKind::Skip(reason) => self.skip(reason, expr.site),
            ExprKind::Check(value, constraints) => self.check(value, constraints, expr.site),
            ExprKind::Convert(conversion, value) => self.convert(*conversion, value),
            ExprKind::Lookup(table, key) => self.lookup(*table, key, expr.site),
        }
    }

    /// What is known of expressions here.
    pub(crate) fn facts(&self) -> Facts<'_> {
        Facts::new(&self.module.functions, self.module.plan, &self.lets)
    }

    /// The type of a local.
    pub(crate) fn local_type(&self, local: LocalId) -> &'p Ty {
        self.locals.get(local.0 as usize).unwrap_or(&Ty::Error)
    }

    /// The pattern that binds a local: `_` where nothing reads it. To be asked after its readers were written.
    pub(crate) fn bind(&self, local: LocalId) -> String {
        if self.is_used(local) { variable(local) } else { "_".to_owned() }
    }

    /// Notes that a local is read.
    pub(crate) fn mark_used(&mut self, local: LocalId) {
        self.used.insert(local);
    }

    /// Whether what was written so far reads a local.
    pub(crate) fn is_used(&self, local: LocalId) -> bool {
        self.used.contains(&local)
    }

    /// `&SITES[n], &[…]`: a place and the indices that fill its pointer.
    pub(crate) fn place(&mut self, site: SiteId) -> String {
        let (position, indices) = self.module.sites.place(self.module.plan, site);
        let indices: Vec<String> = indices.into_iter().map(|local| self.point(local)).collect();
        format!("&SITES[{position}], &[{}]", indices.join(", "))
    }

    fn point(&mut self, local: LocalId) -> String {
        self.pointed.insert(local);
        index_variable(local)
    }

    /// A failing operation with its place.
    fn located(&mut self, operation: &str, site: SiteId) -> Code {
        let place = self.place(site);
        Code::tight_result(format!("rt::flow::at(cx, {place}, {operation})"))
    }

    /// `function(value)`, of a function that cannot fail.
    fn wrap(&mut self, function: &str, value: &'p Expr) -> Code {
        Code::tight(format!("{function}({})", self.expr(value).value()))
    }

    fn infix(&mut self, operator: &str, left: &'p Expr, right: &'p Expr) -> Code {
        let left = self.expr(left).operand();
        let right = self.expr(right).operand();
        Code::loose(format!("{left} {operator} {right}"))
    }
}

/// The variable of a local.
pub(crate) fn variable(local: LocalId) -> String {
    format!("l{}", local.0)
}

/// The variable that holds an index local for pointers.
pub(crate) fn index_variable(local: LocalId) -> String {
    format!("i{}", local.0)
}
