//! Comparisons: of one type only.

use std::collections::HashSet;

use mapc_diagnostics::Span;
use mapc_syntax::ast::{self, ExprKind as Syntax, UnaryOp};

use super::{Checker, join};
use crate::core::{CompareOp, Const, Expr, ExprKind, SwitchArm};
use crate::errors;
use crate::ty::Ty;

impl Checker<'_, '_> {
    /// Both sides of an operator; each gives its type to the literals of the other.
    pub(super) fn pair(&mut self, left: &ast::Expr, right: &ast::Expr, hint: Option<&Ty>) -> (Expr, Expr) {
        if is_open(left) && !is_open(right) {
            let second = self.infer(right, hint);
            let first = self.infer(left, Some(&second.ty));
            return (first, second);
        }
        let first = self.infer(left, hint);
        let second = self.infer(right, Some(&first.ty));
        (first, second)
    }

    /// `a == b`, `a < b` and so on.
    pub(super) fn compare(&mut self, op: CompareOp, [left, right]: [&ast::Expr; 2], span: Span) -> Expr {
        let (mut first, mut second) = self.pair(left, right, None);
        let ordering = !matches!(op, CompareOp::Equal | CompareOp::NotEqual);
        if ordering {
            first = self.required(first, left);
            second = self.required(second, right);
        }
        if first.ty == Ty::Error || second.ty == Ty::Error {
            return self.error(span);
        }
        let Some(ty) = join(&self.cx.model, &first.ty, &second.ty) else {
            let (found, other) = (self.cx.type_name(&first.ty), self.cx.type_name(&second.ty));
            return self.fail(errors::types::not_comparable((left.span, &found), (right.span, &other)));
        };
        if let Some(diagnostic) = self.refuse_comparison(&ty, ordering, span) {
            return self.fail(diagnostic);
        }
        let first = self.fit_value(first, &ty, left.span);
        let second = self.fit_value(second, &ty, right.span);
        self.make(ExprKind::Compare(op, Box::new(first), Box::new(second)), Ty::Bool, span)
    }

    fn refuse_comparison(&self, ty: &Ty, ordering: bool, span: Span) -> Option<mapc_diagnostics::Diagnostic> {
        let fits = is_comparable(ty, ordering);
        (!fits).then(|| errors::types::no_order(span, &self.cx.type_name(ty), ordering))
    }

    /// `a in [b, c]`.
    pub(super) fn is_in(&mut self, [left, right]: [&ast::Expr; 2], span: Span) -> Expr {
        let value = self.infer(left, None);
        let wanted = Ty::List(Box::new(value.ty.required().base().clone()));
        let list = self.infer(right, Some(&wanted));
        let list = self.required(list, right);
        if value.ty == Ty::Error || list.ty == Ty::Error {
            return self.error(span);
        }
        let Ty::List(element) = list.ty.base().clone() else {
            let ty = self.cx.type_name(&list.ty);
            return self.fail(errors::types::not_a_list(right.span, &ty));
        };
        let Some(ty) = join(&self.cx.model, value.ty.required(), &element) else {
            let (found, other) = (self.cx.type_name(&value.ty), self.cx.type_name(&element));
            return self.fail(errors::types::not_comparable((left.span, &found), (right.span, &other)));
        };
        if let Some(diagnostic) = self.refuse_comparison(&ty, false, span) {
            return self.fail(diagnostic);
        }
        let list = self.fit_value(list, &Ty::List(Box::new(ty.clone())), right.span);
        if !value.ty.is_optional() {
            return self.membership(value, list, &ty, span);
        }
        // Absent is in no list of values that are there.
        let otherwise = self.bool_const(false, span);
        self.or_else(value, otherwise, |c, inner| c.membership(inner, list, &ty, span))
    }

    fn membership(&mut self, value: Expr, list: Expr, ty: &Ty, span: Span) -> Expr {
        let value = self.fit_value(value, ty, span);
        let switched = matches!(ty.base(), Ty::Str | Ty::Int | Ty::Decimal | Ty::Bool | Ty::Enum(_));
        if let Some(values) = constants(&list).filter(|_| switched) {
            if values.is_empty() {
                return self.bool_const(false, span);
            }
            let (found, otherwise) = (self.bool_const(true, span), self.bool_const(false, span));
            let arms = vec![SwitchArm { values, body: found }];
            return self.make(ExprKind::Switch(Box::new(value), arms, Box::new(otherwise)), Ty::Bool, span);
        }
        self.call_library("contains", vec![list, value], span)
    }
}

/// Whether two values of a type can be compared: for equality, lists and tuples element by element.
fn is_comparable(ty: &Ty, ordering: bool) -> bool {
    match ty.required().base() {
        Ty::Int | Ty::Decimal | Ty::Float | Ty::Str | Ty::Date | Ty::DateTime | Ty::Timestamp => true,
        Ty::Bool | Ty::Enum(_) | Ty::Scalar => !ordering,
        Ty::List(element) => !ordering && is_comparable(element, false),
        Ty::Tuple(parts) => !ordering && parts.iter().all(|part| is_comparable(part, false)),
        Ty::Error | Ty::Never => true,
        Ty::Record(_) | Ty::Map(_) | Ty::Optional(_) | Ty::Refined(..) => false,
    }
}

/// The constants of a list that holds nothing else, each once.
fn constants(list: &Expr) -> Option<Vec<Const>> {
    let ExprKind::List(items) = &list.kind else { return None };
    let (mut constants, mut seen) = (Vec::new(), HashSet::new());
    for item in items {
        let ExprKind::Const(value) = &item.kind else { return None };
        if seen.insert(value.identity()) {
            constants.push(value.clone());
        }
    }
    Some(constants)
}

/// Whether an expression takes its type from what is expected of it.
fn is_open(expr: &ast::Expr) -> bool {
    match &expr.kind {
        Syntax::Text(_) | Syntax::Number(_) | Syntax::Absent | Syntax::Member(_) | Syntax::List(_) => true,
        Syntax::Unary(UnaryOp::Negate, operand) => is_open(operand),
        _ => false,
    }
}
