//! Lists: `xs[0]`, `xs[].f`.

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use super::fit::element_of;
use super::{Checker, Provenance};
use crate::core::{Expr, ExprKind, For};
use crate::errors;
use crate::ty::Ty;

impl Checker<'_, '_> {
    /// `xs[i]`, which may be absent.
    pub(super) fn index(&mut self, base: &ast::Expr, index: &ast::Expr, span: Span) -> Expr {
        let list = self.infer(base, None);
        let position = match list.ty.required().base() {
            Ty::Map(_) => self.check(index, &Ty::Str),
            _ => self.check(index, &Ty::Int),
        };
        match list.ty.required().base() {
            Ty::Error => self.error(span),
            Ty::List(_) | Ty::Map(_) => self.lift(list, |c, list| {
                let name = if matches!(list.ty.base(), Ty::Map(_)) { "get" } else { "at" };
                c.call_library(name, vec![list, position], span)
            }),
            other => {
                let ty = self.cx.type_name(other);
                self.fail(errors::types::not_a_list(base.span, &ty))
            }
        }
    }

    /// `xs[]` without a field behind it.
    pub(super) fn bare_projection(&mut self, base: &ast::Expr, span: Span) -> Expr {
        self.infer(base, None);
        self.fail(errors::types::projection_without_field(span))
    }

    /// `xs[].f`: the field of each element; a field that is a list itself is flattened.
    pub(super) fn project(&mut self, base: &ast::Expr, name: &ast::Name, span: Span) -> Expr {
        let list = match &base.kind {
            ast::ExprKind::Index { base: list, index: None } => self.infer(list, None),
            _ => self.infer(base, None),
        };
        match list.ty.required().base() {
            Ty::Error => self.error(span),
            Ty::List(_) => self.lift(list, |c, list| c.project_required(list, name, span)),
            other => {
                let ty = self.cx.type_name(other);
                self.fail(errors::types::not_a_list(base.span, &ty))
            }
        }
    }

    fn project_required(&mut self, list: Expr, name: &ast::Name, span: Span) -> Expr {
        let provenance = self.provenance_of(&list);
        let item = self.local(element_of(&list.ty), provenance);
        let index = self.local(Ty::Int, Provenance::Made);
        let read = self.read_local(item, span);
        let part = self.lift(read, |c, read| c.field_of(read, name, span));
        if part.ty == Ty::Error {
            return part;
        }
        let is_list = matches!(part.ty.required().base(), Ty::List(_));
        let body = if is_list && part.ty.is_optional() { self.empty_if_absent(part, span) } else { part };
        let ty = Ty::List(Box::new(body.ty.clone()));
        let each =
            self.make(ExprKind::For(Box::new(For { list, item, index, number: None, filter: None, body })), ty, span);
        if is_list { self.call_library("flatten", vec![each], span) } else { each }
    }

    /// An absent list counts as an empty one where lists are put together.
    fn empty_if_absent(&mut self, list: Expr, span: Span) -> Expr {
        let ty = list.ty.required().base().clone();
        let empty = self.make(ExprKind::List(Vec::new()), ty, span);
        self.or_else(list, empty, |_, list| list)
    }
}
