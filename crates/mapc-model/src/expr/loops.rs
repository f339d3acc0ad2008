//! `for` and `with`.

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use super::fit::element_of;
use super::{Bound, Checker, Provenance};
use crate::core::{Expr, ExprKind, For, LocalId};
use crate::errors;
use crate::ty::Ty;

impl Checker<'_, '_> {
    /// `for x in xs where c numbered n => e`; over a `[T]?` it gives a `[U]?`.
    pub(super) fn for_(&mut self, syntax: &ast::For, span: Span, hint: Option<&Ty>) -> Expr {
        let list = self.infer(&syntax.list, None);
        let element = match hint.map(|ty| ty.required().base()) {
            Some(Ty::List(element)) => Some(element.as_ref().clone()),
            Some(Ty::Error) => Some(Ty::Error),
            _ => None,
        };
        match list.ty.required().base() {
            Ty::List(_) => self.lift(list, |c, list| c.for_each(list, syntax, span, element.as_ref())),
            Ty::Map(_) => self.lift(list, |c, map| {
                let entries = c.call_library("entries", vec![map], syntax.list.span);
                c.for_each(entries, syntax, span, element.as_ref())
            }),
            other => {
                let known = *other != Ty::Error;
                let ty = self.cx.type_name(other);
                if known {
                    self.cx.report(errors::types::not_a_list(syntax.list.span, &ty));
                }
                self.for_each_unknown(syntax, element.as_ref())
            }
        }
    }

    /// The body of a `for` over something in error, for its own errors.
    fn for_each_unknown(&mut self, syntax: &ast::For, element: Option<&Ty>) -> Expr {
        let list = self.error(syntax.list.span);
        self.for_each(list, syntax, syntax.list.span, element);
        self.error(syntax.list.span)
    }

    fn for_each(&mut self, list: Expr, syntax: &ast::For, span: Span, element: Option<&Ty>) -> Expr {
        let provenance = self.provenance_of(&list);
        let item = self.local(element_of(&list.ty), provenance);
        let index = self.local(Ty::Int, Provenance::Made);
        let number = syntax.number.as_ref().map(|_| self.local(Ty::Int, Provenance::Made));
        let looping = std::mem::replace(&mut self.in_loop, true);
        let (filter, body) = self.scoped(|c| {
            c.bind_item(&syntax.names, item);
            let filter = syntax.filter.as_ref().map(|filter| {
                let test = c.condition(filter);
                c.assume(filter, true);
                test
            });
            if let (Some(name), Some(local)) = (&syntax.number, number) {
                c.bind(name, Bound::Local(local));
            }
            (filter, c.element(syntax, element))
        });
        self.in_loop = looping;
        if body.ty == Ty::Error {
            return self.error(span);
        }
        let ty = Ty::List(Box::new(element.filter(|_| body.ty == Ty::Never).unwrap_or(&body.ty).clone()));
        self.make(ExprKind::For(Box::new(For { list, item, index, number, filter, body })), ty, span)
    }

    fn element(&mut self, syntax: &ast::For, element: Option<&Ty>) -> Expr {
        let body = match element {
            Some(element) => self.check(&syntax.body, element),
            None => self.infer(&syntax.body, None),
        };
        if !syntax.tolerant || matches!(body.ty, Ty::Error | Ty::Never) {
            return body;
        }
        self.or_skip(body, syntax.body.span)
    }

    /// `for try`: an element that fails is left out.
    fn or_skip(&mut self, body: Expr, span: Span) -> Expr {
        if body.ty.is_optional() {
            return self.fail(errors::presence::tolerant_of_absent(span));
        }
        let ty = body.ty.clone();
        let attempt = self.make(ExprKind::Try(Box::new(body)), ty.clone().optional(), span);
        let skip = self.make(ExprKind::Skip("the element failed".to_owned()), Ty::Never, span);
        self.or_else(attempt, skip, |_, value| value)
    }

    /// Names an element, or the parts of one that is a tuple.
    pub(super) fn bind_item(&mut self, names: &[ast::Name], item: LocalId) {
        match names {
            [name] => self.bind(name, Bound::Local(item)),
            names => {
                let parts = match self.locals.get(item.0 as usize) {
                    Some(Ty::Tuple(parts)) => Some(parts.len()),
                    Some(Ty::Error) => None,
                    _ => Some(1),
                };
                if let Some(parts) = parts
                    && let Some(name) = names.get(parts)
                {
                    self.cx.report(errors::types::too_many_names(name, parts));
                }
                for (position, name) in (0..).zip(names) {
                    self.bind(name, Bound::Part(item, position));
                }
            }
        }
    }

    /// `with e as x => v`; over a `T?` it gives a `U?`.
    pub(super) fn with(&mut self, value: &ast::Expr, name: &ast::Name, body: &ast::Expr, hint: Option<&Ty>) -> Expr {
        let value = self.infer(value, None);
        let hint = hint.map(|ty| ty.required().clone());
        let then = |c: &mut Self, local: LocalId| {
            c.scoped(|c| {
                c.bind(name, Bound::Local(local));
                c.infer(body, hint.as_ref())
            })
        };
        self.with_local(value, then)
    }

    /// Evaluates `then` over a local that holds what is in a value; over a `T?` that gives a `U?`.
    pub(crate) fn with_local(&mut self, value: Expr, then: impl FnOnce(&mut Self, LocalId) -> Expr) -> Expr {
        if value.ty.is_optional() {
            return self.lift(value, |c, inner| match inner.kind {
                ExprKind::Local(local) => then(c, local),
                _ => inner,
            });
        }
        let provenance = self.provenance_of(&value);
        let local = self.local(value.ty.clone(), provenance);
        let body = then(self, local);
        self.around(vec![(local, value)], body)
    }
}
