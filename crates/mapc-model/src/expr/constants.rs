//! Constant operands. What they make of an operation is known when compiling: one that fails whatever its other operands are is an error.

use mapc_runtime::datetime::DatePattern;
use mapc_runtime::library::{Argument, Function, Type};
use mapc_runtime::ops::{self, Number};
use mapc_runtime::{Bump, Cx, Decimal, Fail, Fault, Message, Timestamp, Value};
use regex::Regex;

use super::Checker;
use crate::core::{Arg, ArithOp, Const, Conversion, Expr, ExprKind};
use crate::errors;
use crate::ty::Ty;

/// So many calls deep constants are worked out. A call asks for its operands' values anew, so that this bounds the work.
const DEEPEST: u32 = 8;

/// Values that stand for an operand that is not known. What fails with each of them because of another operand, always does.
const SAMPLES: usize = 3;

impl Checker<'_, '_> {
    /// Reports a call that can never succeed.
    pub(super) fn refuse_hopeless_call(&mut self, function: &'static Function, args: &[Arg], call: &Expr) {
        if !function.fallible {
            return;
        }
        let bump = Bump::new();
        let Some(fault) = hopeless_call(&context(&bump), function, args) else { return };
        let blamed = match args.get(usize::from(fault.operand)) {
            Some(Arg::Value(value)) => self.span(value),
            _ => self.span(call),
        };
        self.cx.report(errors::calls::never_succeeds(function.name, blamed, &fault));
    }

    /// Reports arithmetic that can never succeed.
    pub(super) fn refuse_hopeless_arithmetic(&mut self, sign: &str, op: ArithOp, [left, right]: [&Expr; 2], ty: &Ty) {
        let bump = Bump::new();
        let Some(fault) = hopeless_arithmetic(&context(&bump), op, left, right, ty) else { return };
        let blamed = if fault.operand == 0 { left } else { right };
        self.cx.report(errors::calls::never_succeeds(sign, self.span(blamed), &fault));
    }
}

fn context<'a>(bump: &'a Bump) -> Cx<'a> {
    Cx::new(bump, Message { id: "", received_at: Timestamp::UNIX_EPOCH })
}

fn hopeless_call(cx: &Cx<'_>, function: &'static Function, args: &[Arg]) -> Option<Fault> {
    let params = &function.parsed().params;
    let known: Vec<Option<Value<'_>>> = args.iter().map(|arg| known_argument(cx, arg)).collect();
    let mut fault = None;
    for sample in 0..SAMPLES {
        let mut values = Vec::new();
        for ((arg, known), param) in args.iter().zip(&known).zip(params) {
            values.push(match (arg, known) {
                (Arg::Value(_), Some(value)) => Some(*value),
                (Arg::Value(_), None) => Some(*samples(&param.ty)?.get(sample)?),
                _ => None,
            });
        }
        match run(cx, function, args, &values) {
            Some(Err(found)) => fault = Some(found),
            _ => return None,
        }
    }
    fault.filter(|fault| known.get(usize::from(fault.operand)).is_some_and(Option::is_some))
}

fn hopeless_arithmetic(cx: &Cx<'_>, op: ArithOp, left: &Expr, right: &Expr, ty: &Ty) -> Option<Fault> {
    let known = [known(cx, left, DEEPEST), known(cx, right, DEEPEST)];
    if known == [None, None] {
        return None;
    }
    let samples = samples(match ty {
        Ty::Int => &Type::Int,
        Ty::Decimal => &Type::Decimal,
        Ty::Float => &Type::Float,
        _ => return None,
    })?;
    let mut fault = None;
    for sample in samples {
        match arithmetic(op, known[0].unwrap_or(sample), known[1].unwrap_or(sample))? {
            Err(found) => fault = Some(found),
            Ok(_) => return None,
        }
    }
    fault.filter(|fault| known.get(usize::from(fault.operand)).is_some_and(Option::is_some))
}

/// The value of an expression that reads nothing and does not fail.
fn known<'a>(cx: &Cx<'a>, expr: &Expr, depth: u32) -> Option<Value<'a>> {
    let depth = depth.checked_sub(1)?;
    match &expr.kind {
        ExprKind::Const(constant) => constant_value(cx, constant),
        ExprKind::Some(value) | ExprKind::Check(value, _) => known(cx, value, depth),
        ExprKind::Convert(Conversion::IntToDecimal, value) => match known(cx, value, depth)? {
            Value::Int(int) => Some(Value::Decimal(Decimal::from(int))),
            _ => None,
        },
        ExprKind::Negate(value) => match known(cx, value, depth)? {
            Value::Int(int) => int.negated().ok().map(Value::Int),
            Value::Decimal(decimal) => decimal.negated().ok().map(Value::Decimal),
            Value::Float(float) => float.negated().ok().map(Value::Float),
            _ => None,
        },
        ExprKind::Arith(op, left, right) => arithmetic(*op, known(cx, left, depth)?, known(cx, right, depth)?)?.ok(),
        ExprKind::Call(function, args) => {
            let values: Vec<_> = args
                .iter()
                .map(|arg| match arg {
                    Arg::Value(value) => known(cx, value, depth).map(Some),
                    Arg::Regex(_) | Arg::Pattern(..) => Some(None),
                    Arg::Lambda { .. } => None,
                })
                .collect::<Option<_>>()?;
            run(cx, function, args, &values)?.ok()
        }
        _ => None,
    }
}

fn known_argument<'a>(cx: &Cx<'a>, arg: &Arg) -> Option<Value<'a>> {
    match arg {
        Arg::Value(value) => known(cx, value, DEEPEST),
        _ => None,
    }
}

fn constant_value<'a>(cx: &Cx<'a>, constant: &Const) -> Option<Value<'a>> {
    Some(match constant {
        Const::Absent => Value::Absent,
        Const::Bool(bool) => Value::Bool(*bool),
        Const::Int(int) => Value::Int(*int),
        Const::Float(float) => Value::Float(*float),
        Const::Decimal(decimal) => Value::Decimal(*decimal),
        Const::Number(text) => Value::Number(cx.bump.alloc_str(text)),
        Const::Str(text) => Value::Str(cx.bump.alloc_str(text)),
        Const::Enum(_, member) => Value::Enum(*member),
        Const::List(_) => return None,
    })
}

/// Values of a type that differ in what functions mind. Nothing where a type has too many kinds of them.
fn samples<'a>(ty: &Type) -> Option<[Value<'a>; SAMPLES]> {
    Some(match ty {
        Type::Bool => [Value::Bool(false), Value::Bool(true), Value::Bool(false)],
        Type::Int => [Value::Int(0), Value::Int(1), Value::Int(-1)],
        Type::Decimal => [Decimal::ZERO, Decimal::ONE, Decimal::NEGATIVE_ONE].map(Value::Decimal),
        Type::Float => [0.0, 1.0, -1.0].map(Value::Float),
        Type::Str => ["", "a", "The quick brown fox jumps over the lazy dog."].map(Value::Str),
        Type::Date => [Value::Date("2025-03-31".parse().ok()?); SAMPLES],
        Type::DateTime => [Value::DateTime("2025-06-15T10:30:00".parse().ok()?); SAMPLES],
        Type::Timestamp => [Value::Timestamp(Timestamp::UNIX_EPOCH); SAMPLES],
        Type::Optional(inner) => samples(inner)?,
        _ => return None,
    })
}

/// A call of a function, with the values of those arguments that are values; nothing where it takes a lambda, or where what it does
/// is beyond a record's budget.
fn run<'a>(
    cx: &Cx<'a>,
    function: &'static Function,
    args: &[Arg],
    values: &[Option<Value<'a>>],
) -> Option<Result<Value<'a>, Fault>> {
    enum Literal<'p> {
        None,
        Regex(&'p Regex),
        Pattern(DatePattern),
    }
    let literals: Vec<Literal<'_>> = args
        .iter()
        .map(|arg| match arg {
            Arg::Value(_) => Some(Literal::None),
            Arg::Regex(pattern) => pattern.regex().map(Literal::Regex),
            Arg::Pattern(text, purpose) => DatePattern::new(text, *purpose).ok().map(Literal::Pattern),
            Arg::Lambda { .. } => None,
        })
        .collect::<Option<_>>()?;
    let mut arguments: Vec<Argument<'_, 'a>> = literals
        .iter()
        .zip(values)
        .map(|(literal, value)| match literal {
            Literal::None => value.map(Argument::Value),
            Literal::Regex(regex) => Some(Argument::Regex(regex)),
            Literal::Pattern(pattern) => Some(Argument::Pattern(pattern)),
        })
        .collect::<Option<_>>()?;
    outcome((function.run)(cx, &mut arguments))
}

fn arithmetic<'a>(op: ArithOp, left: Value<'a>, right: Value<'a>) -> Option<Result<Value<'a>, Fault>> {
    fn number<N: Number>(op: ArithOp, left: N, right: N) -> Option<mapc_runtime::Result<N>> {
        Some(match op {
            ArithOp::Add => ops::add(left, right),
            ArithOp::Subtract => ops::subtract(left, right),
            ArithOp::Multiply => ops::multiply(left, right),
            ArithOp::Remainder => ops::remainder(left, right),
            ArithOp::Divide => return None,
        })
    }
    outcome(match (op, left, right) {
        (ArithOp::Divide, Value::Decimal(left), Value::Decimal(right)) => ops::divide(left, right).map(Value::Decimal),
        (ArithOp::Divide, Value::Float(left), Value::Float(right)) => ops::divide(left, right).map(Value::Float),
        (_, Value::Int(left), Value::Int(right)) => number(op, left, right)?.map(Value::Int),
        (_, Value::Decimal(left), Value::Decimal(right)) => number(op, left, right)?.map(Value::Decimal),
        (_, Value::Float(left), Value::Float(right)) => number(op, left, right)?.map(Value::Float),
        _ => return None,
    })
}

fn outcome<'a>(result: mapc_runtime::Result<Value<'a>>) -> Option<Result<Value<'a>, Fault>> {
    match result {
        Ok(value) => Some(Ok(value)),
        Err(Fail::Fault(fault)) => Some(Err(*fault)),
        Err(_) => None,
    }
}
