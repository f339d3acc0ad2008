//! Functions and maps that use themselves: a function never, a map only on a strict part of what it was given.

use std::collections::BTreeSet;

use crate::bodies::{Edge, Shared};
use crate::context::Context;
use crate::core::FunctionId;
use crate::declare::Declared;
use crate::errors;
use crate::expr::Provenance;

/// Reports every cycle of calls that need not end.
pub(crate) fn check(cx: &mut Context<'_>, shared: &Shared, declared: &Declared<'_>) {
    let functions: BTreeSet<FunctionId> = declared.functions.iter().map(|(_, _, id)| *id).collect();
    let mut reported = BTreeSet::new();
    for edge in &shared.edges {
        if !leads(&shared.edges, edge.to, edge.from, |_| true) {
            continue;
        }
        let Some(cycle) = endless(&shared.edges, edge, &functions) else { continue };
        if !reported.insert((edge.from, edge.to)) {
            continue;
        }
        let name = cx.model.functions.get(edge.to.0 as usize).map_or("", |function| function.name.as_str()).to_owned();
        let diagnostic = match cycle {
            Cycle::OfFunctions => errors::bodies::recursive_function(edge.span, &name),
            Cycle::OfMaps => errors::two_way::endless_map(edge.span, &name),
        };
        cx.report(diagnostic);
    }
}

enum Cycle {
    OfFunctions,
    OfMaps,
}

/// Whether a call that is part of a cycle lies on one that need not end.
fn endless(edges: &[Edge], edge: &Edge, functions: &BTreeSet<FunctionId>) -> Option<Cycle> {
    let is_function = |id: FunctionId| functions.contains(&id);
    if is_function(edge.from) && is_function(edge.to) {
        let among = |e: &Edge| is_function(e.from) && is_function(e.to);
        if leads(edges, edge.to, edge.from, among) {
            return Some(Cycle::OfFunctions);
        }
    }
    let back_without_part = || leads(edges, edge.to, edge.from, |e| e.with != Provenance::Part);
    match edge.with {
        Provenance::Made => Some(Cycle::OfMaps),
        Provenance::Whole if back_without_part() => Some(Cycle::OfMaps),
        _ => None,
    }
}

/// Whether calls that pass `keep` lead from one function to another.
fn leads(edges: &[Edge], from: FunctionId, to: FunctionId, keep: impl Fn(&Edge) -> bool) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        if at == to {
            return true;
        }
        for edge in edges.iter().filter(|edge| edge.from == at && keep(edge)) {
            if seen.insert(edge.to) {
                open.push(edge.to);
            }
        }
    }
    false
}
