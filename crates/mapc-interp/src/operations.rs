//! The operations of plans, one after the other: as what node each is held, of what it is made, and what evaluating it is. Those that take
//! more than a line are written out in `prepare`, `eval` and `calls`.

use mapc_plan::{Argument, ArithOp, CompareOp, Constant, Context, Expr, LocalId, Op, Read};
use mapc_runtime::{Constraint, Decimal, Result, Value, flow, ops, stack};

use crate::eval::{Eval, field};
use crate::frame::{Slot, defect};
use crate::node::{Call, CallUser, For, IfPresent, PlaceId, Switch};
use crate::prepare::{Maker, place_id};

/// The operations: those of the plan but for `Some`, which does nothing to a value here, with `let`s told from other variables, and fields
/// of variables from other fields.
#[derive(Debug)]
pub(crate) enum Node {
    Const(Constant),
    Local(LocalId),
    Let(LocalId),
    MessageId,
    ReceivedAt,
    /// Asks for room on the stack, as every so many levels of an expression do.
    Deeper(Box<Node>),
    /// A field of a variable.
    FieldOf(LocalId, u32),
    Field(Box<Node>, u32),
    IfPresent(Box<IfPresent>),
    IsPresent(Box<Node>),
    Narrow(Box<Node>, PlaceId),
    If(Box<[Node; 3]>),
    Switch(Box<Switch>),
    And(Box<[Node; 2]>),
    Or(Box<[Node; 2]>),
    Not(Box<Node>),
    Compare {
        op: CompareOp,
        /// Then no more is looked at than the constant.
        with_constant: bool,
        parts: Box<[Node; 2]>,
    },
    Arith(ArithOp, Box<[Node; 2]>, PlaceId),
    Negate(Box<Node>, PlaceId),
    Call(Box<Call>),
    CallUser(Box<CallUser>),
    Record(Box<[Node]>),
    Scope(Box<[LocalId]>, Box<Node>),
    List(Box<[Node]>),
    For(Box<For>),
    Concat(Box<[Node]>),
    Try(Box<Node>),
    Reject {
        code: Box<str>,
        reason: Box<Node>,
        place: PlaceId,
    },
    Skip {
        reason: Box<str>,
        place: PlaceId,
    },
    Check(Box<Node>, Box<[Constraint]>, PlaceId),
    IntToDecimal(Box<Node>),
    EnumToStr(u32, Box<Node>),
    ToScalar(Box<Node>),
    Lookup(u32, Box<Node>, PlaceId),
    /// What a plan never holds.
    Defect(PlaceId),
}

impl Maker {
    /// The node of an operation; [`Maker::node`] sees to the room that it takes.
    pub fn operation(&mut self, expr: &Expr) -> Node {
        let place = place_id(expr.site);
        match &expr.op {
            Op::Const(value) => Node::Const(value.clone()),
            Op::Local(Read(local)) => self.local(*local),
            Op::Context(Context::MessageId) => Node::MessageId,
            Op::Context(Context::ReceivedAt) => Node::ReceivedAt,
            Op::Field(inner, position) => match self.node(inner) {
                Node::Local(local) => Node::FieldOf(local, *position),
                inner => Node::Field(Box::new(inner), *position),
            },
            Op::Some(inner) => self.node(inner),
            Op::IfPresent(value, bind, then, otherwise) => Node::IfPresent(Box::new(IfPresent {
                value: self.node(value),
                bind: *bind,
                then: self.node(then),
                otherwise: self.node(otherwise),
            })),
            Op::IsPresent(inner) => Node::IsPresent(self.boxed(inner)),
            Op::Narrow(inner) => Node::Narrow(self.boxed(inner), place),
            Op::If(condition, then, otherwise) => {
                Node::If(Box::new([self.node(condition), self.node(then), self.node(otherwise)]))
            }
            Op::Switch(value, arms, otherwise) => self.switch(value, arms, otherwise),
            Op::And(left, right) => Node::And(self.two(left, right)),
            Op::Or(left, right) => Node::Or(self.two(left, right)),
            Op::Not(inner) => Node::Not(self.boxed(inner)),
            Op::Compare(op, left, right) => {
                let with_constant = left.is_constant() || right.is_constant();
                Node::Compare { op: *op, with_constant, parts: self.two(left, right) }
            }
            Op::Arith(op, left, right) => Node::Arith(*op, self.two(left, right), place),
            Op::Negate(inner) => Node::Negate(self.boxed(inner), place),
            Op::Call(function, arguments) => {
                let takes_lambdas = arguments.iter().any(|argument| matches!(argument, Argument::Lambda { .. }));
                let arguments = arguments.iter().map(|argument| self.argument(argument, place)).collect();
                Node::Call(Box::new(Call { function, arguments, takes_lambdas, place }))
            }
            Op::CallUser(function, arguments) => {
                Node::CallUser(Box::new(CallUser { function: function.0, arguments: self.all(arguments), place }))
            }
            Op::Record(fields) => Node::Record(self.all(fields)),
            Op::Scope(lets, inner) => {
                self.lets(lets);
                Node::Scope(lets.iter().map(|(local, _)| *local).collect(), self.boxed(inner))
            }
            Op::List(items) => Node::List(self.all(items)),
            Op::For(each) => self.each(each),
            Op::Concat(items) => Node::Concat(self.all(items)),
            Op::Try(inner) => Node::Try(self.boxed(inner)),
            Op::Reject(code, reason) => {
                Node::Reject { code: code.as_str().into(), reason: Box::new(self.node(reason)), place }
            }
            Op::Skip(reason) => Node::Skip { reason: reason.as_str().into(), place },
            Op::Check(inner, demands) => Node::Check(self.boxed(inner), demands.iter().cloned().collect(), place),
            Op::IntToDecimal(inner) => Node::IntToDecimal(self.boxed(inner)),
            Op::EnumToStr(id, inner) => Node::EnumToStr(id.0, self.boxed(inner)),
            Op::ToScalar(inner) => Node::ToScalar(self.boxed(inner)),
            Op::Lookup(table, inner) => Node::Lookup(table.0, self.boxed(inner), place),
        }
    }
}

impl<'a> Eval<'_, 'a> {
    /// Evaluates an expression.
    pub fn eval(self, node: &'a Node) -> Result<Value<'a>> {
        match node {
            Node::Const(constant) => Ok(constant.value(self.cx.bump)),
            Node::Local(local) => self.frame.value(*local),
            Node::Let(local) => self.read_let(*local),
            Node::MessageId => Ok(Value::Str(self.cx.message.id)),
            Node::ReceivedAt => Ok(Value::Timestamp(self.cx.message.received_at)),
            Node::Deeper(inner) => stack::deeper(|| self.eval(inner)),
            Node::FieldOf(local, position) => field(self.frame.value(*local)?, *position),
            Node::Field(inner, position) => field(self.eval(inner)?, *position),
            Node::IfPresent(it) => self.if_present(it),
            Node::IsPresent(inner) => Ok(Value::Bool(!matches!(self.eval(inner)?, Value::Absent))),
            Node::Narrow(inner, place) => match self.eval(inner)? {
                Value::Absent => self.located(*place, flow::narrow(None)),
                value => Ok(value),
            },
            Node::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                self.eval(if self.truth(condition)? { then } else { otherwise })
            }
            Node::Switch(it) => self.switch(it),
            Node::And(parts) => Ok(Value::Bool(self.truth(&parts[0])? && self.truth(&parts[1])?)),
            Node::Or(parts) => Ok(Value::Bool(self.truth(&parts[0])? || self.truth(&parts[1])?)),
            Node::Not(inner) => Ok(Value::Bool(!self.truth(inner)?)),
            Node::Compare { op, with_constant, parts } => self.compare(*op, *with_constant, parts),
            Node::Arith(op, parts, place) => {
                let (left, right) = (self.eval(&parts[0])?, self.eval(&parts[1])?);
                self.located(*place, op.apply(left, right))
            }
            Node::Negate(inner, place) => self.located(*place, ops::negate(self.eval(inner)?)),
            Node::Call(call) => self.call(call),
            Node::CallUser(call) => self.call_user(call),
            Node::Record(fields) => self.record(fields),
            Node::Scope(lets, inner) => {
                lets.iter().for_each(|local| self.frame.put(*local, Slot::Unset));
                self.eval(inner)
            }
            Node::List(items) => self.list(items),
            Node::For(it) => self.each(it),
            Node::Concat(parts) => self.concat(parts),
            Node::Try(inner) => {
                let caught = flow::catch(self.cx, || self.eval(inner).map(Some))?;
                Ok(caught.unwrap_or(Value::Absent))
            }
            Node::Reject { code, reason, place } => {
                let Value::Str(reason) = self.eval(reason)? else { return Err(defect("a reason is no text")) };
                self.at(*place, |place, indices| Err(flow::problem(code.to_string(), reason, &place.site, indices)))
            }
            Node::Skip { reason, place } => {
                self.at(*place, |place, indices| Err(flow::skip(self.cx, reason, &place.site, indices)))
            }
            Node::Check(inner, demands, place) => self.check(inner, demands, *place),
            Node::IntToDecimal(inner) => match self.eval(inner)? {
                Value::Int(int) => Ok(Value::Decimal(Decimal::from(int))),
                other => Ok(other),
            },
            Node::EnumToStr(id, inner) => self.wire_text(*id, self.eval(inner)?),
            Node::ToScalar(inner) => self.to_scalar(inner),
            Node::Lookup(table, inner, place) => self.lookup(*table, self.eval(inner)?, *place),
            Node::Defect(place) => self.located(*place, Err(defect("an expression has no meaning"))),
        }
    }
}
