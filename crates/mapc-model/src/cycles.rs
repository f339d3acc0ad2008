//! Functions and maps that use themselves: a function never, a map only on a strict part of what it was given.

use std::collections::{BTreeMap, BTreeSet};

use crate::bodies::{Edge, Shared};
use crate::context::Context;
use crate::core::FunctionId;
use crate::declare::Declared;
use crate::errors;
use crate::expr::Provenance;

/// The calls of each function.
type Calls<'s> = BTreeMap<FunctionId, Vec<&'s Edge>>;

/// Reports every cycle of calls that need not end.
pub(crate) fn check(cx: &mut Context<'_>, shared: &Shared, declared: &Declared<'_>) {
    let functions: BTreeSet<FunctionId> = declared.functions.iter().map(|(_, _, id)| *id).collect();
    let mut calls = Calls::new();
    for edge in &shared.edges {
        calls.entry(edge.from).or_default().push(edge);
    }
    let mut reported = BTreeSet::new();
    for edge in &shared.edges {
        let Some(cycle) = endless(&calls, edge, &functions) else { continue };
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

/// Whether a call lies on a cycle that need not end.
fn endless(calls: &Calls<'_>, edge: &Edge, functions: &BTreeSet<FunctionId>) -> Option<Cycle> {
    let is_function = |id: FunctionId| functions.contains(&id);
    let among = |e: &Edge| is_function(e.from) && is_function(e.to);
    if among(edge) && leads(calls, edge.to, edge.from, among) {
        return Some(Cycle::OfFunctions);
    }
    let endless = match edge.with {
        Provenance::Made => leads(calls, edge.to, edge.from, |_| true),
        Provenance::Whole => leads(calls, edge.to, edge.from, |e| e.with != Provenance::Part),
        Provenance::Part => false,
    };
    endless.then_some(Cycle::OfMaps)
}

/// Whether calls that pass `keep` lead from one function to another.
fn leads(calls: &Calls<'_>, from: FunctionId, to: FunctionId, keep: impl Fn(&Edge) -> bool) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        if at == to {
            return true;
        }
        let next = calls.get(&at).into_iter().flatten().filter(|edge| keep(edge));
        open.extend(next.map(|edge| edge.to).filter(|to| seen.insert(*to)));
    }
    false
}
