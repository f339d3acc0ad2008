//! What may be absent: `is present`, `??`, `try`, `if`.

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use super::{Checker, join};
use crate::core::{Expr, ExprKind};
use crate::errors;
use crate::ty::Ty;

impl Checker<'_, '_> {
    /// `a is present`, `a is absent`.
    pub(super) fn is_present(&mut self, value: &ast::Expr, present: bool, span: Span) -> Expr {
        let operand = self.infer(value, None);
        match operand.ty {
            Ty::Error => self.error(span),
            Ty::Optional(_) => {
                let test = self.make(ExprKind::IsPresent(Box::new(operand)), Ty::Bool, span);
                if present { test } else { self.make(ExprKind::Not(Box::new(test)), Ty::Bool, span) }
            }
            // Known from a condition around this one: asking again is not a mistake.
            _ if matches!(operand.kind, ExprKind::Narrow(_)) => self.bool_const(present, span),
            _ => {
                let ty = self.cx.type_name(&operand.ty);
                self.fail(errors::presence::never_absent(value.span, &ty))
            }
        }
    }

    /// `a ?? b`.
    pub(super) fn coalesce(&mut self, [left, right]: [&ast::Expr; 2], span: Span, hint: Option<&Ty>) -> Expr {
        let wanted = hint.map(|ty| ty.clone().optional());
        let value = self.infer(left, wanted.as_ref());
        if !value.ty.is_optional() {
            if value.ty == Ty::Error {
                self.infer(right, hint);
                return self.error(span);
            }
            let ty = self.cx.type_name(&value.ty);
            return self.fail(errors::presence::default_without_use(left.span, right.span, &ty));
        }
        let own = value.ty.required().clone();
        let otherwise = self.infer(right, Some(hint.unwrap_or(&own)));
        let Some(ty) = join(&self.cx.model, &own, &otherwise.ty) else {
            let (first, other) = (self.cx.type_name(&own), self.cx.type_name(&otherwise.ty));
            let diagnostic =
                errors::types::do_not_agree("the two sides of `??`", (left.span, &first), (right.span, &other));
            return self.fail(diagnostic);
        };
        let never = otherwise.ty == Ty::Never;
        let otherwise = self.fit_value(otherwise, &ty, right.span);
        let mut result = self.or_else(value, otherwise, |c, inner| c.fit_value(inner, &ty, left.span));
        if never {
            result.ty = own;
        }
        result
    }

    /// `try e`.
    pub(super) fn try_(&mut self, operand: &ast::Expr, span: Span, hint: Option<&Ty>) -> Expr {
        let operand = self.infer(operand, hint);
        if matches!(operand.ty, Ty::Error) {
            return self.error(span);
        }
        let ty = operand.ty.clone().optional();
        self.make(ExprKind::Try(Box::new(operand)), ty, span)
    }

    /// `if c then a else b`.
    pub(super) fn if_else(
        &mut self,
        condition: &ast::Expr,
        [then, otherwise]: [&ast::Expr; 2],
        span: Span,
        hint: Option<&Ty>,
    ) -> Expr {
        let test = self.condition(condition);
        let then = self.scoped(|c| {
            c.assume(condition, true);
            c.infer(then, hint)
        });
        let own = then.ty.clone();
        let otherwise = self.scoped(|c| {
            c.assume(condition, false);
            c.infer(otherwise, hint.or(Some(&own).filter(|ty| **ty != Ty::Never)))
        });
        let Some((branches, ty)) = self.unify(vec![then, otherwise], "the two branches") else {
            return self.error(span);
        };
        let [then, otherwise] =
            <[Expr; 2]>::try_from(branches).unwrap_or_else(|_| [self.error(span), self.error(span)]);
        self.make(ExprKind::If(Box::new(test), Box::new(then), Box::new(otherwise)), ty, span)
    }

    /// A condition: a bool that is there.
    pub(crate) fn condition(&mut self, expr: &ast::Expr) -> Expr {
        let value = self.infer(expr, Some(&Ty::Bool));
        match value.ty.required() {
            Ty::Error | Ty::Never => value,
            Ty::Bool if value.ty.is_optional() => self.absent_not_expected(&value, &Ty::Bool, expr),
            Ty::Bool => value,
            other => {
                let ty = self.cx.type_name(other);
                let optional = value.ty.is_optional();
                self.fail(errors::types::not_a_condition(expr.span, &ty, optional))
            }
        }
    }
}
