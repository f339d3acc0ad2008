//! What has locals of its own: user functions, maps, `check` lines.

use mapc_syntax::ast;

use crate::bodies::{MapTask, Shared};
use crate::body::{Block, Collected, Level};
use crate::context::Context;
use crate::core::{Expr, FunctionId, Head, LocalId};
use crate::errors;
use crate::expr::{Bound, Checker, Provenance, Source};
use crate::model::Invariant;
use crate::names::Scope;
use crate::ty::{RecordId, Ty};

/// Checks a user function.
pub(crate) fn function(cx: &mut Context<'_>, shared: &mut Shared, scope: &Scope, decl: &ast::FnDecl, id: FunctionId) {
    let Some(signature) = cx.signature(id).cloned() else { return };
    let mut checker = Checker::new(cx, shared, scope, Some(id));
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
    let Checker { cx, locals, local_names, .. } = checker;
    if let Some(function) = cx.model.functions.get_mut(id.0 as usize) {
        function.params = params;
        function.locals = locals;
        function.names = local_names;
        function.lets = lets;
        function.body = body;
    }
}

/// Checks a map, or one direction of a two-way map.
pub(crate) fn map(cx: &mut Context<'_>, shared: &mut Shared, task: &MapTask<'_>) {
    let mut checker = Checker::new(cx, shared, &task.scope, Some(task.function));
    let input = checker.local(Ty::Record(task.from), Provenance::Whole);
    checker.source = Source::Record(input, task.from);
    let body = &task.decl.body;
    let Collected { items, lets, heads } = match task.direction {
        Some(direction) => checker.two_way_body(task, direction),
        None => checker.collect(body, Level::Map(task.to)),
    };
    let value = checker.record(task.to, &Block::new(items), task.decl.head_span);
    finish_map(checker, task.function, input, (heads, lets, value));
}

fn finish_map(
    checker: Checker<'_, '_>,
    id: FunctionId,
    input: LocalId,
    (heads, lets, body): (Vec<Head>, Vec<(LocalId, Expr)>, Expr),
) {
    let Checker { cx, locals, local_names, .. } = checker;
    if let Some(function) = cx.model.functions.get_mut(id.0 as usize) {
        function.params = vec![input];
        function.locals = locals;
        function.names = local_names;
        function.heads = heads;
        function.lets = lets;
        function.body = body;
    }
}

/// Checks a `check` line. Its locals begin with the fields of its record.
pub(crate) fn invariant(
    cx: &mut Context<'_>,
    shared: &mut Shared,
    scope: &Scope,
    record: RecordId,
    check: &ast::CheckDecl,
) {
    let fields: Vec<Ty> = cx.fields(record).iter().map(|field| field.ty.clone()).collect();
    let mut checker = Checker::new(cx, shared, scope, None);
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
    if let Some(record) = cx.model.records.get_mut(record.0 as usize) {
        record.checks.push(Invariant { condition, locals, reason, at });
    }
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
