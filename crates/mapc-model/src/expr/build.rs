//! Building blocks: core expressions with their types and places.

use std::sync::Arc;

use mapc_diagnostics::Span;

use super::{Checker, Provenance};
use crate::context::index;
use crate::core::{Const, Expr, ExprKind, LocalId, Site};
use crate::ty::Ty;

impl Checker<'_, '_> {
    /// An expression at a place.
    pub(crate) fn make(&mut self, kind: ExprKind, ty: Ty, span: Span) -> Expr {
        Expr { kind, ty, site: self.site(span) }
    }

    /// The place, with the target path at hand; one text for all expressions of a field.
    fn site(&mut self, span: Span) -> Site {
        let target = self.target.join(".");
        if *self.target_text != *target {
            self.target_text = target.into();
        }
        Site { span, target: Arc::clone(&self.target_text) }
    }

    /// The text that an expression was made from.
    pub(crate) fn span(&self, expr: &Expr) -> Span {
        expr.site.span
    }

    /// What was in error.
    pub(crate) fn error(&mut self, span: Span) -> Expr {
        self.make(ExprKind::Error, Ty::Error, span)
    }

    /// A bool.
    pub(crate) fn bool_const(&mut self, value: bool, span: Span) -> Expr {
        self.make(ExprKind::Const(Const::Bool(value)), Ty::Bool, span)
    }

    /// A text.
    pub(crate) fn text_const(&mut self, value: String, span: Span) -> Expr {
        self.make(ExprKind::Const(Const::Str(value)), Ty::Str, span)
    }

    /// `absent` of `T?`, given `T` or `T?`.
    pub(crate) fn absent(&mut self, ty: &Ty, span: Span) -> Expr {
        self.make(ExprKind::Const(Const::Absent), ty.clone().optional(), span)
    }

    /// `T` as `T?`; a `T?` stays.
    pub(crate) fn some(&mut self, value: Expr) -> Expr {
        if value.ty.is_optional() || value.ty == Ty::Error {
            return value;
        }
        let (ty, site) = (value.ty.clone().optional(), value.site.clone());
        Expr { kind: ExprKind::Some(Box::new(value)), ty, site }
    }

    /// A new local.
    pub(crate) fn local(&mut self, ty: Ty, provenance: Provenance) -> LocalId {
        let id = LocalId(index(self.locals.len()));
        self.locals.push(ty);
        self.local_names.push(String::new());
        self.provenance.push(provenance);
        id
    }

    /// A local as an expression.
    pub(crate) fn read_local(&mut self, local: LocalId, span: Span) -> Expr {
        let ty = self.locals.get(local.0 as usize).cloned().unwrap_or(Ty::Error);
        self.make(ExprKind::Local(local), ty, span)
    }

    /// Applies `then` to what is in a `T?`, giving `U?`; to a required value `then` is applied as it is.
    pub(crate) fn lift(&mut self, value: Expr, then: impl FnOnce(&mut Self, Expr) -> Expr) -> Expr {
        if !value.ty.is_optional() {
            return then(self, value);
        }
        let (span, site) = (self.span(&value), value.site.clone());
        let bind = self.local(value.ty.required().clone(), self.provenance_of(&value));
        let inner = self.read_local(bind, span);
        let result = then(self, inner);
        let then = self.some(result);
        let ty = then.ty.clone();
        let otherwise = self.absent(&ty, span);
        let kind =
            ExprKind::IfPresent { value: Box::new(value), bind, then: Box::new(then), otherwise: Box::new(otherwise) };
        Expr { kind, ty, site }
    }

    /// What is in a `T?`, or `otherwise`; both of `otherwise`'s type.
    pub(crate) fn or_else(&mut self, value: Expr, otherwise: Expr, then: impl FnOnce(&mut Self, Expr) -> Expr) -> Expr {
        let (span, site) = (self.span(&value), value.site.clone());
        let bind = self.local(value.ty.required().clone(), self.provenance_of(&value));
        let inner = self.read_local(bind, span);
        let then = then(self, inner);
        let ty = if otherwise.ty == Ty::Never { then.ty.clone() } else { otherwise.ty.clone() };
        let kind =
            ExprKind::IfPresent { value: Box::new(value), bind, then: Box::new(then), otherwise: Box::new(otherwise) };
        Expr { kind, ty, site }
    }

    /// `lets` around an expression; the expression itself where there are none.
    pub(crate) fn around(&mut self, lets: Vec<(LocalId, Expr)>, body: Expr) -> Expr {
        if lets.is_empty() {
            return body;
        }
        let (ty, site) = (body.ty.clone(), body.site.clone());
        Expr { kind: ExprKind::Scope(lets, Box::new(body)), ty, site }
    }
}
