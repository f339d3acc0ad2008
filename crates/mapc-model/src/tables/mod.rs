//! Tables: cells to constants, one lookup for each way.

mod ways;

use mapc_diagnostics::{Span, codes};
use mapc_syntax::ast::{self, Arrow, Cell, CellKind, ExprKind, TableDecl, TableRow, TextPart};

use crate::context::Context;
use crate::core::{Const, TableId};
use crate::declare::Declared;
use crate::errors;
use crate::model::Otherwise;
use crate::names::{Scope, TableSymbol};
use crate::ty::Ty;
use crate::types::not_yet;

/// One pair of a row: a row with two cells on the left is two pairs.
#[derive(Clone, Debug)]
struct Pair {
    left: (Const, Span),
    right: (Const, Span),
    arrow: Arrow,
    row: Span,
}

/// Fills in the tables that pass 1 declared.
pub(crate) fn complete<'a>(context: &mut Context<'a>, declared: &Declared<'a>) {
    for (scope, symbol, decl) in &declared.tables {
        complete_one(context, scope, *symbol, decl);
    }
}

fn complete_one<'a>(context: &mut Context<'a>, scope: &Scope, symbol: TableSymbol, decl: &'a TableDecl) {
    let from = context.type_of(&decl.from, scope);
    let to = context.type_of(&decl.to, scope);
    if let Some(file) = &decl.file {
        return not_yet(
            context,
            codes::TABLE_NOT_BUILT,
            "a table from a file",
            file.span,
            "write its rows between braces",
        );
    }
    if decl.rows.is_empty() {
        context.report(errors::tables::empty(&decl.name));
    }
    let (from, to) =
        (key_type(context, from, decl.from.span, true), key_type(context, to, decl.to.span, symbol.backward.is_some()));
    let pairs: Vec<Pair> = decl.rows.iter().flat_map(|row| pairs(context, row, &from, &to)).collect();
    let otherwise = otherwise(context, decl, symbol, &from, &to);
    let forward = ways::lookup(context, &pairs, ways::LookupWay::Right);
    let backward = ways::lookup(context, &pairs, ways::LookupWay::Left);
    if symbol.forward.is_some() {
        check_covered(context, decl, &from, &pairs);
    }
    if symbol.forward.is_some() && symbol.backward.is_some() {
        ways::check_reversible(context, &pairs);
    }
    if let Some(id) = symbol.forward {
        fill(context, id, from.clone(), to.clone(), forward, otherwise);
    }
    if let Some(id) = symbol.backward {
        fill(context, id, to, from, backward, Otherwise::Reject);
    }
}

fn fill(context: &mut Context<'_>, id: TableId, from: Ty, to: Ty, rows: Vec<(Const, Const)>, otherwise: Otherwise) {
    let absent = otherwise == Otherwise::Value(Const::Absent) || rows.iter().any(|(_, value)| *value == Const::Absent);
    let table = &mut context.declare().model.tables[id.0 as usize];
    table.from = from;
    table.to = if absent { to.optional() } else { to };
    table.rows = rows;
    table.otherwise = otherwise;
}

/// Columns that are looked up hold single values that are there.
fn key_type(context: &mut Context<'_>, ty: Ty, span: Span, looked_up: bool) -> Ty {
    if !looked_up {
        return ty;
    }
    let name = context.type_name(&ty);
    let (label, help) = match &ty {
        Ty::Error => return Ty::Error,
        Ty::Optional(_) => ("may be absent", "remove `?`: `via` over an absent value is absent"),
        Ty::Tuple(_) => {
            several_columns(context, span);
            return Ty::Error;
        }
        _ => match ty.base() {
            Ty::Str | Ty::Int | Ty::Decimal | Ty::Bool | Ty::Enum(_) => return ty,
            _ => ("not exactly equal or different", "look up a text, an int, a decimal, a bool or an enum"),
        },
    };
    context.report(errors::tables::not_a_lookup_type(span, &name, label, help));
    Ty::Error
}

fn pairs(context: &mut Context<'_>, row: &TableRow, from: &Ty, to: &Ty) -> Vec<Pair> {
    let mut lefts = Vec::new();
    for cell in &row.left {
        if let Some(constant) = constant(context, cell, from, true) {
            lefts.push((constant, cell.span));
        }
    }
    if row.left.is_empty() {
        return Vec::new();
    }
    let Some(right) = constant(context, &row.right, to, row.arrow != Arrow::Right) else { return Vec::new() };
    let right = (right, row.right.span);
    lefts.into_iter().map(|left| Pair { left, right: right.clone(), arrow: row.arrow, row: row.span }).collect()
}

/// The constant of a cell; `key` where values are looked up by it.
fn constant(context: &mut Context<'_>, cell: &Cell, ty: &Ty, key: bool) -> Option<Const> {
    let kind = match &cell.kind {
        CellKind::Text(text) => ExprKind::Text(vec![TextPart::Plain(text.clone())]),
        CellKind::Number(text) => ExprKind::Number(text.clone()),
        CellKind::Member(name) => ExprKind::Member(ast::Name { text: name.clone(), span: cell.span }),
        CellKind::Word(word) => match word.as_str() {
            "true" => ExprKind::Bool(true),
            "false" => ExprKind::Bool(false),
            "absent" if !key => return Some(Const::Absent),
            "absent" | "same" | "reject" => return misplaced(context, cell, word, key),
            _ => ExprKind::Name(word.clone()),
        },
        CellKind::Tuple(_) => {
            several_columns(context, cell.span);
            return None;
        }
    };
    context.literal(&ast::Expr { kind, span: cell.span }, ty.required())
}

fn several_columns(context: &mut Context<'_>, span: Span) {
    let help = "join the columns to one text, and look that up";
    not_yet(context, codes::TABLE_NOT_BUILT, "a table of several columns", span, help);
}

fn misplaced(context: &mut Context<'_>, cell: &Cell, word: &str, key: bool) -> Option<Const> {
    context.report(errors::tables::invalid_cell(word, cell.span, key));
    None
}

fn otherwise(context: &mut Context<'_>, decl: &TableDecl, symbol: TableSymbol, from: &Ty, to: &Ty) -> Otherwise {
    let mut rows = decl.rows.iter().filter(|row| row.left.is_empty());
    let Some(row) = rows.next() else { return Otherwise::Reject };
    if let Some(second) = rows.next() {
        context.report(errors::tables::second_else(second.span, row.span));
    }
    if symbol.forward.is_none() {
        context.report(errors::tables::unreachable_else(row.span));
        return Otherwise::Reject;
    }
    match &row.right.kind {
        CellKind::Word(word) if word == "reject" => Otherwise::Reject,
        CellKind::Word(word) if word == "same" => same(context, row, from, to),
        _ => constant(context, &row.right, to, false).map_or(Otherwise::Reject, Otherwise::Value),
    }
}

/// The members of an enum, or the bools, each have a row, unless `else` says what becomes of the others: as in a `match`, a member that
/// is added later is not forgotten.
fn check_covered(context: &mut Context<'_>, decl: &TableDecl, from: &Ty, pairs: &[Pair]) {
    let names: Vec<String> = match from.base() {
        Ty::Bool => vec!["false".to_owned(), "true".to_owned()],
        Ty::Enum(id) => {
            let declared = context.model.enumeration(*id);
            let shown = |name: &str| if declared.literal { format!("{name:?}") } else { format!(".{name}") };
            declared.members.iter().map(|member| shown(&member.name)).collect()
        }
        _ => return,
    };
    let cells = decl.rows.iter().filter(|row| row.arrow != Arrow::Left).map(|row| row.left.len()).sum();
    let keys: Vec<&Const> = pairs.iter().filter(|pair| pair.arrow != Arrow::Left).map(|pair| &pair.left.0).collect();
    // What a cell that is in error was meant to be, is not known.
    if keys.len() < cells || decl.rows.iter().any(|row| row.left.is_empty()) {
        return;
    }
    let mut is_listed = vec![false; names.len()];
    for key in keys {
        let position = match key {
            Const::Bool(value) => usize::from(*value),
            Const::Enum(_, member) => *member as usize,
            _ => continue,
        };
        if let Some(listed) = is_listed.get_mut(position) {
            *listed = true;
        }
    }
    let lacking: Vec<String> =
        names.into_iter().zip(is_listed).filter(|(_, listed)| !listed).map(|(name, _)| name).collect();
    if lacking.is_empty() {
        return;
    }
    context.report(errors::tables::incomplete(&decl.name, &lacking));
}

fn same(context: &mut Context<'_>, row: &TableRow, from: &Ty, to: &Ty) -> Otherwise {
    let kept = to.required();
    if from == kept || from.base() == kept || *from == Ty::Error || *kept == Ty::Error {
        return Otherwise::Same;
    }
    let (from, to) = (context.type_name(from), context.type_name(to));
    context.report(errors::tables::else_same_type(row.span, &from, &to));
    Otherwise::Reject
}
