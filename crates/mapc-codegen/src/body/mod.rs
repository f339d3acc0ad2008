//! Bodies: the expressions of a plan as Rust expressions, where whatever fails bails. Each file transcribes some of the operations of
//! [`mapc_plan::Op`], as documented there.

mod calls;
mod choices;
pub(crate) mod functions;
mod lists;
mod ops;
pub(crate) mod route;
mod scopes;

use std::collections::{BTreeMap, BTreeSet};

use mapc_plan::effects::Effects;
use mapc_plan::points::Asked;
use mapc_plan::{Context, Expr, Local, LocalId, Op, Read, Ty};

use crate::module::Module;
use crate::names::{Namer, snake};
use crate::rust::{Code, call, enclosed, structure};

/// How a local is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// In its variable.
    Plain,
    /// As what stands elsewhere already.
    Alias(String),
    /// In a cell, to be evaluated when it is first read; cannot end without a value.
    Lazy,
    /// Likewise, and reading it can bail.
    Bailing,
}

/// What the closure or function around an expression gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gives {
    /// `fast::Result`.
    Bail,
    /// `rt::Result`: a lambda of a library function.
    Fail,
}

/// The body of one function or of a route, being written.
pub(crate) struct Body<'m, 'p> {
    /// The module that it stands in.
    pub module: &'m mut Module<'p>,
    locals: &'p [Local],
    names: Vec<String>,
    held: BTreeMap<LocalId, Held>,
    /// Locals that some expression of the frame reads.
    read: BTreeSet<LocalId>,
    gives: Gives,
}

impl<'m, 'p> Body<'m, 'p> {
    /// A body with these locals; `whole` visits all its expressions.
    pub fn new(module: &'m mut Module<'p>, locals: &'p [Local], whole: impl FnOnce(&mut dyn FnMut(&'p Expr))) -> Self {
        let mut read = BTreeSet::new();
        whole(&mut |expr| expr.all(&mut |part| read.extend(part.as_local())));
        let taken = [
            "cx", "out", "input", "csv", "whole", "begun", "start", "row", "written", "value", "item", "source", "good",
        ];
        let mut namer = Namer::with(&taken);
        let names = locals.iter().map(|local| namer.claim(&snake(&local.name))).collect();
        Body { module, locals, names, held: BTreeMap::new(), read, gives: Gives::Bail }
    }

    /// The expression as Rust.
    pub fn expr(&mut self, expr: &'p Expr) -> Code {
        match &expr.op {
            Op::Const(constant) => Code::tight(self.module.constant(constant, &expr.ty)),
            Op::Local(Read(local)) => self.read(*local),
            Op::Context(Context::MessageId) => Code::tight("cx.message.id"),
            Op::Context(Context::ReceivedAt) => Code::tight("cx.message.received_at"),
            Op::Field(record, position) => self.field(record, *position),
            Op::Some(value) => self.wrap("Some", value),
            Op::IfPresent(value, bind, then, otherwise) => self.if_present(value, *bind, then, otherwise),
            Op::IsPresent(value) => Code::tight(format!("{}.is_some()", self.expr(value).operand())),
            Op::Narrow(value) => {
                let value = self.expr(value).text();
                Code::tight(format!("{}?", call("fast::filled", &[self.point(expr), value])))
            }
            Op::If(condition, then, otherwise) => self.if_else(condition, then, otherwise),
            Op::Switch(value, arms, otherwise) => self.switch(value, arms, otherwise),
            Op::And(left, right) => self.infix("&&", left, right),
            Op::Or(left, right) => self.infix("||", left, right),
            Op::Not(value) => Code::loose(format!("!{}", self.expr(value).operand())),
            Op::Compare(op, left, right) => self.compare(*op, left, right),
            Op::Arith(op, left, right) => self.arith(*op, left, right, expr),
            Op::Negate(value) => {
                let value = self.expr(value).text();
                self.located(expr, format!("rt::ops::negate({value})"))
            }
            Op::Call(function, arguments) => self.call(function, arguments, expr),
            Op::CallUser(function, arguments) => self.call_user(*function, arguments, &expr.ty),
            Op::Record(parts) => self.record(parts, &expr.ty),
            Op::Scope(lets, body) => self.scope(lets, body),
            Op::List(elements) => self.list(elements, &expr.ty),
            Op::For(each) => self.each(each, &expr.ty),
            Op::Concat(parts) => {
                let parts: Vec<String> = parts.iter().map(|part| self.expr(part).text()).collect();
                Code::tight(call("rt::flow::concat", &["cx".into(), enclosed("&[", &parts, "]")]))
            }
            Op::Try(operand) => self.attempt(operand),
            Op::Reject(_, reason) => self.reject(expr, reason),
            Op::Skip(_) => self.bail(expr),
            Op::Check(value, constraints) => self.check(value, constraints, expr),
            Op::IntToDecimal(value) => self.wrap("rt::Decimal::from", value),
            Op::EnumToStr(id, value) => {
                let value = self.expr(value).text();
                Code::tight(format!("rt::flow::wire(&{}, {value})", self.module.enums.wire(*id)))
            }
            Op::ToScalar(value) => self.scalar_of(value),
            Op::Lookup(table, key) => self.lookup(*table, key, expr),
        }
    }

    /// What evaluating an expression can end with.
    pub fn effects(&self, expr: &Expr) -> Effects {
        self.module.facts.of(expr, &|local| match self.held.get(&local) {
            Some(Held::Bailing) => Some(Effects { fails: true, ..Effects::default() }),
            _ => None,
        })
    }

    /// The number of the point of an expression.
    fn point(&self, expr: &Expr) -> String {
        self.module.point(Asked::Expr(expr)).to_string()
    }

    /// A result of the runtime at the point of an expression.
    fn located(&self, expr: &Expr, result: String) -> Code {
        Code::tight(format!("{}?", call("fast::or", &[self.point(expr), result])))
    }

    /// Ends at the point of an expression.
    fn bail(&self, expr: &Expr) -> Code {
        let into = if self.gives == Gives::Fail { ".into()" } else { "" };
        Code::loose(format!("return Err(fast::bail({}){into})", self.point(expr)))
    }

    /// The type of a local.
    pub fn local_type(&self, local: LocalId) -> &'p Ty {
        self.locals.get(local.0 as usize).map_or(&Ty::Never, |local| &local.ty)
    }

    /// The variable of a local.
    pub fn name(&self, local: LocalId) -> String {
        self.names.get(local.0 as usize).cloned().unwrap_or_default()
    }

    /// The pattern that binds a local: `_` where nothing reads it.
    pub fn bind(&self, local: LocalId) -> String {
        if self.read.contains(&local) { self.name(local) } else { "_".to_owned() }
    }

    /// `function(value)`, of a function that cannot fail.
    fn wrap(&mut self, function: &str, value: &'p Expr) -> Code {
        Code::tight(call(function, &[self.expr(value).text()]))
    }

    fn infix(&mut self, operator: &str, left: &'p Expr, right: &'p Expr) -> Code {
        let left = self.expr(left).operand();
        let right = self.expr(right).operand();
        Code::loose(format!("{left} {operator} {right}"))
    }

    fn field(&mut self, record: &'p Expr, position: u32) -> Code {
        let name = match &record.ty {
            Ty::Record(record) => {
                let shape = self.module.types.shape(*record);
                shape.and_then(|shape| shape.fields.get(position as usize)).cloned().unwrap_or_default()
            }
            _ => position.to_string(),
        };
        Code::tight(format!("{}.{name}", self.expr(record).operand()))
    }

    fn record(&mut self, parts: &'p [Expr], ty: &Ty) -> Code {
        let values: Vec<String> = parts.iter().map(|part| self.expr(part).text()).collect();
        let Ty::Record(record) = ty else {
            let comma = if values.len() == 1 { "," } else { "" };
            return Code::tight(format!("({}{comma})", values.join(", ")));
        };
        let Some(shape) = self.module.types.shape(*record) else { return Code::tight("()") };
        let made = structure(&shape.name, &shape.fields, &values);
        if shape.recursive {
            return Code::loose(format!("&*{}", call("cx.bump.alloc", &[made])));
        }
        Code::loose(made)
    }
}
