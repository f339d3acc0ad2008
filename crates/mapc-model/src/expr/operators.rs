//! Operators: logic and arithmetic.

use mapc_diagnostics::Span;
use mapc_syntax::ast::{self, BinaryOp, UnaryOp};

use super::{Checker, join};
use crate::core::{ArithOp, CompareOp, Expr, ExprKind};
use crate::errors;
use crate::ty::Ty;

impl Checker<'_, '_> {
    /// `-a`, `not a`, `try a`.
    pub(super) fn unary(&mut self, op: UnaryOp, operand: &ast::Expr, span: Span, hint: Option<&Ty>) -> Expr {
        match op {
            UnaryOp::Try => self.try_(operand, span, hint),
            UnaryOp::Not => {
                let operand = self.condition(operand);
                self.make(ExprKind::Not(Box::new(operand)), Ty::Bool, span)
            }
            UnaryOp::Negate => match &operand.kind {
                ast::ExprKind::Number(text) => self.number(text, true, span, hint),
                _ => self.negate(operand, span, hint),
            },
        }
    }

    fn negate(&mut self, operand: &ast::Expr, span: Span, hint: Option<&Ty>) -> Expr {
        let value = self.present_operand(operand, hint);
        match value.ty.base().clone() {
            ty @ (Ty::Int | Ty::Decimal | Ty::Float) => self.make(ExprKind::Negate(Box::new(value)), ty, span),
            Ty::Error | Ty::Never => self.error(span),
            other => {
                let ty = self.cx.type_name(&other);
                self.fail(errors::types::no_operator("-", operand.span, &ty, None))
            }
        }
    }

    /// An operand that has to be there.
    pub(super) fn present_operand(&mut self, operand: &ast::Expr, hint: Option<&Ty>) -> Expr {
        let value = self.infer(operand, hint);
        self.required(value, operand)
    }

    /// The value; or, where it may be absent, a report of that.
    pub(super) fn required(&mut self, value: Expr, from: &ast::Expr) -> Expr {
        if !value.ty.is_optional() {
            return value;
        }
        let wanted = value.ty.required().clone();
        self.absent_not_expected(&value, &wanted, from)
    }

    /// `a op b`.
    pub(super) fn binary(
        &mut self,
        op: BinaryOp,
        [left, right]: [&ast::Expr; 2],
        span: Span,
        hint: Option<&Ty>,
    ) -> Expr {
        let sides = [left, right];
        match op {
            BinaryOp::Coalesce => self.coalesce(sides, span, hint),
            BinaryOp::Equal => self.compare(CompareOp::Equal, sides, span),
            BinaryOp::NotEqual => self.compare(CompareOp::NotEqual, sides, span),
            BinaryOp::Less => self.compare(CompareOp::Less, sides, span),
            BinaryOp::LessEqual => self.compare(CompareOp::LessEqual, sides, span),
            BinaryOp::Greater => self.compare(CompareOp::Greater, sides, span),
            BinaryOp::GreaterEqual => self.compare(CompareOp::GreaterEqual, sides, span),
            BinaryOp::In => self.is_in(sides, span),
            BinaryOp::Add => self.arithmetic(ArithOp::Add, sides, span, hint),
            BinaryOp::Subtract => self.arithmetic(ArithOp::Subtract, sides, span, hint),
            BinaryOp::Multiply => self.arithmetic(ArithOp::Multiply, sides, span, hint),
            BinaryOp::Divide => self.arithmetic(ArithOp::Divide, sides, span, hint),
            BinaryOp::Remainder => self.arithmetic(ArithOp::Remainder, sides, span, hint),
            BinaryOp::And => self.both_or_either(true, sides, span),
            BinaryOp::Or => self.both_or_either(false, sides, span),
        }
    }

    /// `a and b`, `a or b`: the right side is evaluated only where the left one leaves it open.
    fn both_or_either(&mut self, and: bool, [left, right]: [&ast::Expr; 2], span: Span) -> Expr {
        let first = self.condition(left);
        let second = self.scoped(|c| {
            c.assume(left, and);
            c.condition(right)
        });
        let (first, second) = (Box::new(first), Box::new(second));
        let kind = if and { ExprKind::And(first, second) } else { ExprKind::Or(first, second) };
        self.make(kind, Ty::Bool, span)
    }

    fn arithmetic(&mut self, op: ArithOp, [left, right]: [&ast::Expr; 2], span: Span, hint: Option<&Ty>) -> Expr {
        let number = hint.map(|ty| ty.required().base()).filter(|ty| matches!(ty, Ty::Decimal | Ty::Float)).cloned();
        let (first, second) = self.pair(left, right, number.as_ref());
        let (first, second) = (self.required(first, left), self.required(second, right));
        if first.ty == Ty::Error || second.ty == Ty::Error {
            return self.error(span);
        }
        let ty = match join(&self.cx.model, first.ty.base(), second.ty.base()) {
            // The quotient of two ints need not be one.
            Some(Ty::Int) if op == ArithOp::Divide => Ty::Decimal,
            Some(ty @ (Ty::Int | Ty::Decimal | Ty::Float)) => ty,
            _ => return self.no_arithmetic(op, (left, &first), (right, &second)),
        };
        let first = self.fit_value(first, &ty, left.span);
        let second = self.fit_value(second, &ty, right.span);
        self.refuse_hopeless_arithmetic(sign(op), op, [&first, &second], &ty);
        self.make(ExprKind::Arith(op, Box::new(first), Box::new(second)), ty, span)
    }

    fn no_arithmetic(&mut self, op: ArithOp, left: (&ast::Expr, &Expr), right: (&ast::Expr, &Expr)) -> Expr {
        let is_number = |ty: &Ty| matches!(ty.base(), Ty::Int | Ty::Decimal | Ty::Float);
        let wrong = if is_number(&left.1.ty) { right } else { left };
        let (found, other) = (self.cx.type_name(&wrong.1.ty), self.cx.type_name(&left.1.ty));
        let way_out = match wrong.1.ty.base() {
            Ty::Str | Ty::Enum(_) if op == ArithOp::Add => {
                Some("texts are joined in a template: `\"{a}{b}\"`".to_owned())
            }
            Ty::Float | Ty::Decimal | Ty::Int => {
                Some(format!("`{other}` and `{found}` do not mix: convert one of them"))
            }
            _ => None,
        };
        self.fail(errors::types::no_operator(sign(op), wrong.0.span, &found, way_out))
    }
}

/// How an operator is written.
fn sign(op: ArithOp) -> &'static str {
    match op {
        ArithOp::Add => "+",
        ArithOp::Subtract => "-",
        ArithOp::Multiply => "*",
        ArithOp::Divide => "/",
        ArithOp::Remainder => "%",
    }
}
