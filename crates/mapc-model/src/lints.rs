//! What works and is most likely not meant: names that nothing uses. Read off the checked model, so only where there are no
//! errors.

use std::collections::BTreeSet;

use mapc_diagnostics::{Severity, Span, codes};
use mapc_syntax::ast::{self, EntryKind};

use crate::context::Context;
use crate::core::{Expr, ExprKind, FunctionId, Head, LocalId, TableId};
use crate::declare::Declared;
use crate::errors::declarations as errors;
use crate::walk::{self, Node};

/// What the expressions of a package use.
#[derive(Default)]
struct Uses {
    tables: BTreeSet<TableId>,
    functions: BTreeSet<FunctionId>,
    /// Places of the values of `let`s, with whether something reads them. A two-way map has each twice.
    lets: Vec<(Span, bool)>,
}

/// Reports names that nothing uses.
pub(crate) fn check(context: &mut Context<'_>, declared: &Declared<'_>) {
    if context.found.diagnostics.iter().any(|one| one.severity == Severity::Error) {
        return;
    }
    let uses = uses(context);
    let mut found = Vec::new();
    for (_, symbol, decl) in &declared.tables {
        let ids = [symbol.forward, symbol.backward];
        if !ids.into_iter().flatten().any(|id| uses.tables.contains(&id)) {
            found.push(errors::unused(codes::UNUSED_TABLE, "table", &decl.name));
        }
    }
    for (_, decl, id) in &declared.functions {
        if !uses.functions.contains(id) {
            found.push(errors::unused(codes::UNUSED_FUNCTION, "function", &decl.name));
        }
    }
    for (name, value) in lets(declared) {
        let here = |place: &Span| place.file == value.file && place.start >= value.start && place.end <= value.end;
        let mut known = uses.lets.iter().filter(|(place, _)| here(place)).peekable();
        if known.peek().is_some() && known.all(|(_, used)| !used) {
            found.push(errors::unused(codes::UNUSED_LET, "`let`", name));
        }
    }
    found.into_iter().for_each(|diagnostic| context.report(diagnostic));
}

/// All `let`s with the places of their values, in the order of the text.
fn lets<'a>(declared: &Declared<'a>) -> Vec<(&'a ast::Name, Span)> {
    let mut lets = Vec::new();
    for (_, decl) in &declared.maps {
        walk::body(&decl.body, &mut |node| {
            if let Node::Entry(ast::Entry { kind: EntryKind::Let { name, value }, .. }, _) = node {
                lets.push((name, value.span));
            }
        });
    }
    lets.extend(
        declared.functions.iter().flat_map(|(_, decl, _)| decl.lets.iter().map(|(name, value)| (name, value.span))),
    );
    lets
}

fn uses(context: &Context<'_>) -> Uses {
    let mut uses = Uses::default();
    let places = |expr: &Expr| Some(expr.site.span);
    for function in &context.model.functions {
        let mut locals = BTreeSet::new();
        let mut lets = Vec::new();
        let heads = function.heads.iter().flat_map(Head::parts);
        let values = function.lets.iter().map(|(_, value)| value);
        for expr in heads.chain(values).chain([&function.body]) {
            collect(expr, &mut uses, &mut locals, &mut lets);
        }
        lets.extend(function.lets.iter().map(|(local, value)| (*local, value)));
        let lets = lets.into_iter().filter_map(|(local, value)| Some((places(value)?, locals.contains(&local))));
        uses.lets.extend(lets);
    }
    for check in context.model.records.iter().flat_map(|record| &record.checks) {
        collect(&check.condition, &mut uses, &mut BTreeSet::new(), &mut Vec::new());
    }
    uses
}

fn collect<'e>(expr: &'e Expr, uses: &mut Uses, locals: &mut BTreeSet<LocalId>, lets: &mut Vec<(LocalId, &'e Expr)>) {
    match &expr.kind {
        ExprKind::Local(local) => {
            locals.insert(*local);
        }
        ExprKind::CallUser(function, _) => {
            uses.functions.insert(*function);
        }
        ExprKind::Lookup(table, _) => {
            uses.tables.insert(*table);
        }
        ExprKind::Scope(inner, _) => lets.extend(inner.iter().map(|(local, value)| (*local, value))),
        _ => {}
    }
    expr.parts(|part| collect(part, uses, locals, lets));
}
