//! Expressions: from the syntax tree and an expected type to [`crate::core::Expr`].
//!
//! `infer` gives an expression its own type; an expected type is a hint there, by which literals and members are understood.
//! `check` also makes the value fit: it converts, wraps and tests, or reports why that cannot be.

mod build;
mod calls;
mod compare;
mod constants;
mod fit;
mod join;
mod library;
mod lists;
mod literals;
mod loops;
mod matching;
mod names;
mod operators;
mod presence;
mod provenance;
mod scope;
mod text;
mod unify;
mod via;

use std::collections::BTreeSet;
use std::sync::Arc;

use mapc_diagnostics::{Diagnostic, Span};
use mapc_syntax::ast;

use crate::body::Parts;
use crate::context::Context;
use crate::core::{Expr, ExprKind, FunctionId, LocalId};
use crate::names::Scope;
use crate::narrow::Facts;
use crate::ty::{RecordId, Ty};

pub(crate) use fit::element_of;
pub(crate) use join::join;
pub(crate) use provenance::Provenance;
pub(crate) use scope::{Locals, Named};
pub(crate) use text::plain;

/// What a name inside a function or map stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Bound {
    /// A local.
    Local(LocalId),
    /// A part of a local that is a tuple.
    Part(LocalId, u32),
}

/// Where a bare name that is no local is looked up.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source {
    /// Nowhere: in functions.
    None,
    /// The fields of a record that a local holds.
    Record(LocalId, RecordId),
    /// The fields of a record that are locals themselves: in `check` lines.
    Fields(RecordId),
}

/// Checks the expressions of one function, map or `check` line.
pub(crate) struct Checker<'c, 'a> {
    /// The package.
    pub cx: &'c mut Context<'a>,
    /// Where the names of declarations are looked up.
    pub scope: Scope,
    /// The function whose body this is; `None` in `check` lines.
    pub function: Option<FunctionId>,
    /// Types of the locals so far, by id.
    pub locals: Vec<Ty>,
    /// What the locals are called, by id; empty where no author named one.
    pub local_names: Vec<String>,
    /// Where the locals' values come from, by id.
    pub provenance: Vec<Provenance>,
    /// Names in scope.
    pub names: Locals,
    /// Where other bare names are looked up.
    pub source: Source,
    /// What is known to be present.
    pub facts: Facts,
    /// Lines of a two-way map that are in error: neither direction speaks of them again.
    pub broken: BTreeSet<Span>,
    /// The target path at hand.
    pub target: Vec<String>,
    /// That path as it was last written into a place.
    pub target_text: Arc<str>,
    /// Whether `skip` has an element to leave out.
    pub in_loop: bool,
    /// The optional records around the line at hand, which lines with paths fill; `None` around what is a value of its own.
    pub parts: Vec<Option<Parts>>,
}

impl<'c, 'a> Checker<'c, 'a> {
    /// A checker that knows no names yet.
    pub fn new(cx: &'c mut Context<'a>, scope: &Scope, function: Option<FunctionId>) -> Checker<'c, 'a> {
        Checker {
            cx,
            scope: scope.clone(),
            function,
            locals: Vec::new(),
            local_names: Vec::new(),
            provenance: Vec::new(),
            names: Locals::default(),
            source: Source::None,
            facts: Facts::default(),
            broken: BTreeSet::new(),
            target: Vec::new(),
            target_text: Arc::default(),
            in_loop: false,
            parts: Vec::new(),
        }
    }

    /// The expression made to fit `expected`.
    pub fn check(&mut self, expr: &ast::Expr, expected: &Ty) -> Expr {
        let value = self.infer(expr, Some(expected));
        self.fit(value, expected, expr)
    }

    /// The expression with its own type.
    pub fn infer(&mut self, expr: &ast::Expr, hint: Option<&Ty>) -> Expr {
        let span = expr.span;
        match &expr.kind {
            ast::ExprKind::Error => self.error(span),
            ast::ExprKind::Name(name) => self.name(name, expr, hint),
            ast::ExprKind::Text(parts) => self.text(parts, span, hint),
            ast::ExprKind::Number(text) => self.number(text, false, span, hint),
            ast::ExprKind::Bool(value) => self.bool_const(*value, span),
            ast::ExprKind::Absent => self.absent_literal(span, hint),
            ast::ExprKind::Member(name) => self.member(name, hint),
            ast::ExprKind::Context(path) => self.context(path),
            ast::ExprKind::Regex(_) => self.misplaced_regex(span),
            ast::ExprKind::Tuple(parts) => self.tuple(parts, span, hint),
            ast::ExprKind::List(items) => self.list(items, span, hint),
            ast::ExprKind::Record(body) => self.record_literal(body, hint),
            ast::ExprKind::Field { base, name } => self.field(expr, base, name),
            ast::ExprKind::Method { base, name, arguments } => self.method(expr, base, name, arguments),
            ast::ExprKind::Call { name, arguments } => self.call(name, arguments, span),
            ast::ExprKind::Index { base, index: Some(index) } => self.index(base, index, span),
            ast::ExprKind::Index { base, index: None } => self.bare_projection(base, span),
            ast::ExprKind::Via { base, target } => self.via(base, target, span, hint),
            ast::ExprKind::Unary(op, operand) => self.unary(*op, operand, span, hint),
            ast::ExprKind::Binary(op, left, right) => self.binary(*op, [left, right], span, hint),
            ast::ExprKind::IsPresent { value, present } => self.is_present(value, *present, span),
            ast::ExprKind::If(condition, then, otherwise) => self.if_else(condition, [then, otherwise], span, hint),
            ast::ExprKind::Match(subject, arms) => self.match_(subject, arms, span, hint),
            ast::ExprKind::For(for_) => self.for_(for_, span, hint),
            ast::ExprKind::With { value, name, body } => self.with(value, name, body, hint),
            ast::ExprKind::Reject(code, reason) => self.reject(code.as_ref(), reason, span),
            ast::ExprKind::Skip(reason) => self.skip(reason, span),
        }
    }

    /// Adds a finding and gives the expression that stands for what was in error.
    pub fn fail(&mut self, diagnostic: Diagnostic) -> Expr {
        let span = diagnostic.span();
        self.cx.report(diagnostic);
        self.error(span)
    }

    /// Runs `inner` and then forgets the names and facts it added.
    pub fn scoped<T>(&mut self, inner: impl FnOnce(&mut Self) -> T) -> T {
        let (names, facts) = (self.names.mark(), self.facts.mark());
        let result = inner(self);
        self.names.forget(names);
        self.facts.forget(facts);
        result
    }

    /// Gives a name to a local in this scope.
    pub fn bind(&mut self, name: &ast::Name, bound: Bound) {
        if let Bound::Local(local) = bound
            && let Some(known) = self.local_names.get_mut(local.0 as usize)
            && known.is_empty()
        {
            known.clone_from(&name.text);
        }
        self.names.push(Named { name: name.text.as_str().into(), bound, span: name.span });
    }

    /// The record literal's own expectations: which record it has to be.
    fn record_literal(&mut self, body: &ast::Body, hint: Option<&Ty>) -> Expr {
        match hint.map(|ty| ty.required().base()) {
            Some(Ty::Record(record)) => self.nested_body(*record, body),
            Some(Ty::Error) => self.error(body.span),
            other => {
                let expected = other.map(|ty| self.cx.type_name(ty));
                self.fail(crate::errors::types::no_record_expected(body.span, expected.as_deref()))
            }
        }
    }

    fn reject(&mut self, code: Option<&ast::Name>, reason: &ast::Expr, span: Span) -> Expr {
        let code = code.map_or(mapc_runtime::codes::REJECTED.as_str(), |code| code.text.as_str()).to_owned();
        let reason = self.infer(reason, None);
        self.make(ExprKind::Reject(code, Box::new(reason)), Ty::Never, span)
    }

    fn skip(&mut self, reason: &ast::Text, span: Span) -> Expr {
        if !self.in_loop {
            return self.fail(crate::errors::bodies::skip_outside_for(span));
        }
        self.make(ExprKind::Skip(reason.value.clone()), Ty::Never, span)
    }
}
