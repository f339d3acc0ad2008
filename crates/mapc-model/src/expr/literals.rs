//! Literals: numbers, members, lists, tuples, `absent`. The expected type says what they are.

use mapc_diagnostics::Span;
use mapc_runtime::Decimal;
use mapc_syntax::ast;

use super::{Checker, join};
use crate::core::{Const, Expr, ExprKind};
use crate::errors;
use crate::ty::{EnumId, Ty};

impl Checker<'_, '_> {
    /// A number as written, perhaps behind a minus.
    pub(super) fn number(&mut self, text: &str, negative: bool, span: Span, hint: Option<&Ty>) -> Expr {
        let text = if negative { format!("-{text}") } else { text.to_owned() };
        let found = match hint.map(|ty| ty.required().base()) {
            Some(Ty::Float) => text.parse().ok().filter(|value: &f64| value.is_finite()).map(Const::Float),
            Some(Ty::Decimal) => decimal(&text),
            _ if text.contains('.') => decimal(&text),
            _ => text.parse().ok().map(Const::Int),
        };
        match found {
            Some(value) => {
                let ty = match value {
                    Const::Float(_) => Ty::Float,
                    Const::Decimal(_) => Ty::Decimal,
                    _ => Ty::Int,
                };
                self.make(ExprKind::Const(value), ty, span)
            }
            None => self.fail(errors::types::number_too_large(&text, span)),
        }
    }

    /// `.member`.
    pub(super) fn member(&mut self, name: &ast::Name, hint: Option<&Ty>) -> Expr {
        match hint.map(|ty| ty.required().base()) {
            Some(Ty::Enum(id)) => {
                let declared = self.cx.model.enumeration(*id);
                match declared.members.iter().position(|member| !declared.literal && member.name == name.text) {
                    Some(position) => self.member_const(*id, position, name.span),
                    None => {
                        let diagnostic =
                            crate::errors::tables::unknown_member(self.cx, declared, &name.text, name.span);
                        self.fail(diagnostic)
                    }
                }
            }
            Some(Ty::Error) => self.error(name.span),
            Some(other) => {
                let ty = self.cx.type_name(other);
                self.fail(errors::types::member_of_no_enum(name, &ty))
            }
            None => self.fail(errors::types::no_type_known(name.span, "a member needs an enum that it belongs to")),
        }
    }

    /// A member by its position.
    pub(super) fn member_const(&mut self, id: EnumId, position: usize, span: Span) -> Expr {
        let position = crate::context::index(position);
        self.make(ExprKind::Const(Const::Enum(id, position)), Ty::Enum(id), span)
    }

    /// `absent`.
    pub(super) fn absent_literal(&mut self, span: Span, hint: Option<&Ty>) -> Expr {
        match hint {
            Some(ty) => self.absent(ty, span),
            None => self.fail(errors::types::no_type_known(span, "`absent` needs a type that it is absent of")),
        }
    }

    /// `[a, b]`.
    pub(super) fn list(&mut self, items: &[ast::Expr], span: Span, hint: Option<&Ty>) -> Expr {
        if let Some(Ty::List(element)) = hint.map(|ty| ty.required().base()) {
            let parts = items.iter().map(|item| self.check(item, element)).collect();
            return self.make(ExprKind::List(parts), Ty::List(element.clone()), span);
        }
        if items.is_empty() {
            return match hint {
                Some(Ty::Error) => self.error(span),
                _ => self.fail(errors::types::no_type_known(span, "an empty list needs a type for its elements")),
            };
        }
        // The first element that says a type says it for the others, also for an `absent` before it.
        let leader = items.iter().position(|item| !matches!(item.kind, ast::ExprKind::Absent)).unwrap_or(0);
        let leading = self.infer(&items[leader], None);
        let hint = leading.ty.clone();
        let mut parts: Vec<Expr> = items[..leader].iter().map(|item| self.infer(item, Some(&hint))).collect();
        parts.push(leading);
        parts.extend(items[leader + 1..].iter().map(|item| self.infer(item, Some(&hint))));
        let Some((parts, element)) = self.unify(parts, "the elements of this list") else { return self.error(span) };
        self.make(ExprKind::List(parts), Ty::List(Box::new(element)), span)
    }

    /// `(a, b)`.
    pub(super) fn tuple(&mut self, parts: &[ast::Expr], span: Span, hint: Option<&Ty>) -> Expr {
        let hints = match hint.map(|ty| ty.required().base()) {
            Some(Ty::Tuple(hints)) if hints.len() == parts.len() => hints.clone(),
            _ => Vec::new(),
        };
        let mut values: Vec<Expr> = Vec::new();
        for (position, part) in parts.iter().enumerate() {
            values.push(self.infer(part, hints.get(position)));
        }
        let ty = Ty::Tuple(values.iter().map(|value| value.ty.clone()).collect());
        self.make(ExprKind::Record(values), ty, span)
    }

    /// Values made to be of one type, the narrowest that holds them all; reports where there is none.
    pub(super) fn unify(&mut self, values: Vec<Expr>, what: &str) -> Option<(Vec<Expr>, Ty)> {
        let mut ty = Ty::Never;
        for value in &values {
            match join(&self.cx.model, &ty, &value.ty) {
                Some(joined) => ty = joined,
                None => {
                    let (first, other) = (self.cx.type_name(&ty), self.cx.type_name(&value.ty));
                    let places = values.first().map(|first| self.span(first)).unwrap_or_default();
                    let diagnostic = errors::types::do_not_agree(what, (places, &first), (self.span(value), &other));
                    self.cx.report(diagnostic);
                    return None;
                }
            }
        }
        let mut fitted = Vec::new();
        for value in values {
            let span = self.span(&value);
            fitted.push(self.fit_value(value, &ty, span));
        }
        Some((fitted, ty))
    }

    /// A regular expression outside an argument that takes one.
    pub(super) fn misplaced_regex(&mut self, span: Span) -> Expr {
        self.fail(errors::types::misplaced_regex(span))
    }
}

fn decimal(text: &str) -> Option<Const> {
    Decimal::from_str_exact(text).ok().map(Const::Decimal)
}
