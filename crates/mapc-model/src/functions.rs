//! What has locals of its own: user functions, maps, `check` lines.

use std::collections::BTreeSet;

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use crate::bodies::{MapTask, Way};
use crate::body::{Block, Collected, Level};
use crate::context::Context;
use crate::core::{Expr, Function, FunctionId, LocalId};
use crate::errors;
use crate::expr::{Bound, Checker, Provenance, Source};
use crate::model::Invariant;
use crate::names::Scope;
use crate::ty::{RecordId, Ty};

/// Checks a user function; `None` where it was never declared.
pub(crate) fn function(cx: &mut Context<'_>, scope: &Scope, decl: &ast::FnDecl, id: FunctionId) -> Option<Function> {
    let signature = cx.signature(id).cloned()?;
    let mut checker = Checker::new(cx, scope, Some(id));
    let mut params = Vec::new();
    for ((name, _), (_, ty)) in decl.params.iter().zip(&signature.params) {
        let local = checker.local(ty.clone(), Provenance::Whole);
        checker.bind_once(name, local);
        params.push(local);
    }
    let mut lets = Vec::new();
    for (name, value) in &decl.lets {
        lets.push(checker.let_(name, value));
    }
    let body = checker.check(&decl.body, &signature.result);
    checker.pass_on(&body);
    let Checker { cx, locals, local_names: names, .. } = checker;
    let declared = cx.model.functions.get(id.0 as usize)?.clone();
    Some(Function { params, locals, names, lets, body, ..declared })
}

/// Checks a map: each way of a two-way map, the second of which says nothing of lines that the first found in error.
pub(crate) fn map(cx: &mut Context<'_>, task: &MapTask<'_>) -> Vec<(FunctionId, Function)> {
    let mut broken = BTreeSet::new();
    task.ways.iter().filter_map(|way| Some((way.function, way_of_map(cx, task, way, &mut broken)?))).collect()
}

fn way_of_map(cx: &mut Context<'_>, task: &MapTask<'_>, way: &Way, broken: &mut BTreeSet<Span>) -> Option<Function> {
    let mut checker = Checker::new(cx, &task.scope, Some(way.function));
    checker.broken = std::mem::take(broken);
    let input = checker.local(Ty::Record(way.from), Provenance::Whole);
    checker.source = Source::Record(input, way.from);
    let body = &task.decl.body;
    let Collected { items, lets, heads } = match way.direction {
        Some(direction) => checker.two_way_body(body, way, direction),
        None => checker.collect(body, Level::Map(way.to)),
    };
    let body = checker.record(way.to, &Block::new(items), task.decl.head_span);
    let Checker { cx, locals, local_names: names, broken: found, .. } = checker;
    *broken = found;
    let declared = cx.model.functions.get(way.function.0 as usize)?.clone();
    Some(Function { params: vec![input], locals, names, heads, lets, body, ..declared })
}

/// Checks a `check` line. Its locals begin with the fields of its record.
pub(crate) fn invariant(cx: &mut Context<'_>, scope: &Scope, record: RecordId, check: &ast::CheckDecl) -> Invariant {
    let fields: Vec<Ty> = cx.fields(record).iter().map(|field| field.ty.clone()).collect();
    let mut checker = Checker::new(cx, scope, None);
    for ty in fields {
        checker.local(ty, Provenance::Part);
    }
    checker.source = Source::Fields(record);
    let condition = checker.condition(&check.condition);
    let at = check.at.as_ref().and_then(|path| checker.field_to_point_at(record, path));
    let locals = checker.locals;
    let reason = match &check.reason {
        Some(reason) => reason.value.clone(),
        None => format!("`{}` does not hold", cx.sources.text(check.condition.span)),
    };
    Invariant { condition, locals, reason, at }
}

impl Checker<'_, '_> {
    fn field_to_point_at(&mut self, record: RecordId, path: &ast::Path) -> Option<u32> {
        let first = path.segments.first()?;
        let position = self.field_position(record, &first.text);
        if position.is_none() {
            self.unknown_field(record, first);
        }
        position
    }

    /// `let name = e`: a local that is evaluated when it is first read.
    pub(crate) fn let_(&mut self, name: &ast::Name, value: &ast::Expr) -> (LocalId, Expr) {
        let value = self.infer(value, None);
        let provenance = self.provenance_of(&value);
        let local = self.local(value.ty.clone(), provenance);
        self.bind_once(name, local);
        (local, value)
    }

    /// Gives a name to a local; reports where the function or map has a local of this name already.
    fn bind_once(&mut self, name: &ast::Name, local: LocalId) {
        if let Some(earlier) = self.names.find(&name.text).map(|named| named.span) {
            let diagnostic = errors::names::local_twice(name, earlier);
            self.cx.report(diagnostic);
        }
        self.bind(name, Bound::Local(local));
    }
}
