//! Bodies: the expressions of a plan as Rust expressions. Each file transcribes some of the operations of
//! [`mapc_plan::Op`], as documented there.

mod calls;
pub(crate) mod consts;
pub(crate) mod control;
mod facts;
mod lists;
mod ops;
mod records;
mod scopes;

use std::collections::{BTreeMap, BTreeSet};

use mapc_plan::{Context, Expr, Local, LocalId, Op, Read, SiteId, Ty};

use crate::code::Code;
use crate::module::Module;

pub(crate) use facts::Facts;

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
    locals: &'p [Local],
    lets: BTreeMap<LocalId, Let>,
    /// Locals whose values are read by what was written so far.
    used: BTreeSet<LocalId>,
    /// Index locals that pointers of what was written so far need.
    pointed: BTreeSet<LocalId>,
}

impl<'m, 'p> Body<'m, 'p> {
    /// An empty body whose locals have these types.
    pub(crate) fn new(module: &'m mut Module<'p>, locals: &'p [Local]) -> Self {
        Body { module, locals, lets: BTreeMap::new(), used: BTreeSet::new(), pointed: BTreeSet::new() }
    }

    /// The expression as Rust.
    pub(crate) fn expr(&mut self, expr: &'p Expr) -> Code {
        match &expr.op {
            Op::Const(constant) => self.constant(constant, &expr.ty),
            Op::Local(Read(local)) => self.read(*local),
            Op::Context(Context::MessageId) => Code::tight("cx.message.id"),
            Op::Context(Context::ReceivedAt) => Code::tight("cx.message.received_at"),
            Op::Field(record, position) => self.field(record, *position),
            Op::Some(value) => self.wrap("Some", value),
            Op::IfPresent(value, bind, then, otherwise) => self.if_present(value, *bind, then, otherwise),
            Op::IsPresent(value) => Code::tight(format!("{}.is_some()", self.expr(value).operand())),
            Op::Narrow(value) => self.narrow(value, expr.site),
            Op::If(condition, then, otherwise) => self.if_else(condition, then, otherwise),
            Op::Switch(value, arms, otherwise) => self.switch(value, arms, otherwise),
            Op::And(left, right) => self.infix("&&", left, right),
            Op::Or(left, right) => self.infix("||", left, right),
            Op::Not(value) => Code::loose(format!("!{}", self.expr(value).operand())),
            Op::Compare(op, left, right) => self.compare(*op, left, right),
            Op::Arith(op, left, right) => self.arith(*op, left, right, expr.site),
            Op::Negate(value) => self.negate(value, expr.site),
            Op::Call(function, args) => self.call(function, args, expr.site),
            Op::CallUser(function, args) => self.call_user(*function, args, &expr.ty, expr.site),
            Op::Record(parts) => self.record(parts, &expr.ty),
            Op::Scope(lets, body) => self.scope(lets, body),
            Op::List(elements) => self.list(elements, &expr.ty),
            Op::For(each) => self.each(each),
            Op::Concat(parts) => self.concat(parts),
            Op::Try(operand) => self.catch(operand),
            Op::Reject(code, reason) => self.reject(code, reason, expr.site),
            Op::Skip(reason) => self.skip(reason, expr.site),
            Op::Check(value, constraints) => self.check(value, constraints, expr.site),
            Op::IntToDecimal(value) => self.wrap("rt::Decimal::from", value),
            Op::EnumToStr(id, value) => self.enum_to_str(*id, value),
            Op::ToScalar(value) => self.scalar_of(value),
            Op::Lookup(table, key) => self.lookup(*table, key, expr.site),
        }
    }

    /// What is known of expressions here.
    pub(crate) fn facts(&self) -> Facts<'_> {
        Facts::new(&self.module.facts, &self.lets)
    }

    /// The type of a local.
    pub(crate) fn local_type(&self, local: LocalId) -> &'p Ty {
        self.locals.get(local.0 as usize).map_or(&Ty::Never, |local| &local.ty)
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
