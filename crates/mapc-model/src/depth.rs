//! How deep functions call each other and `let`s read each other: what is evaluated inside of what, and so how much of the stack a record may need,
//! in the interpreter and in generated Rust. A map that uses itself is bounded by the depth of its input.

use std::collections::BTreeMap;

use crate::bodies::{Edge, Shared};
use crate::context::Context;
use crate::core::{Expr, ExprKind, Function, LocalId, SiteId};
use crate::cycles::components;
use crate::errors;

/// So many functions and maps may be entered inside each other.
pub(crate) const MOST_CALLS: usize = 64;

/// So many `let`s may be read inside each other.
pub(crate) const MOST_LETS: usize = 64;

/// Reports what goes deeper.
pub(crate) fn check(cx: &mut Context<'_>, shared: &Shared) {
    if let Some(edge) = too_deep(cx.model.functions.len(), &shared.edges) {
        let name =
            |id: crate::core::FunctionId| cx.model.functions.get(id.0 as usize).map_or("", |it| &it.name).to_owned();
        let diagnostic = errors::bodies::deep_calls(edge.span, &name(edge.from), MOST_CALLS);
        cx.report(diagnostic);
    }
    let sites: Vec<SiteId> = cx.model.functions.iter().filter_map(deep_let).collect();
    for site in sites {
        let span = cx.model.sites.get(site.0 as usize).map(|site| site.span);
        span.into_iter().for_each(|span| cx.report(errors::bodies::deep_lets(span, MOST_LETS)));
    }
}

/// The call that makes the first chain of calls too long.
fn too_deep(count: usize, edges: &[Edge]) -> Option<&Edge> {
    let component = components(count, edges.iter());
    // What is called has a smaller component, so that in this order it is known before.
    let mut sorted: Vec<&Edge> = edges.iter().collect();
    sorted.sort_by_key(|edge| component[edge.from.0 as usize]);
    let mut depths: BTreeMap<usize, usize> = BTreeMap::new();
    for edge in sorted {
        let [from, to] = [edge.from, edge.to].map(|id| component[id.0 as usize]);
        if from == to {
            continue;
        }
        let depth = depths.get(&to).copied().unwrap_or(1) + 1;
        let known = depths.entry(from).or_insert(1);
        *known = depth.max(*known);
        if *known > MOST_CALLS {
            return Some(edge);
        }
    }
    None
}

/// The first `let` of a function that reads too many inside each other.
fn deep_let(function: &Function) -> Option<SiteId> {
    let mut depths = BTreeMap::new();
    let mut found = None;
    for (local, value) in &function.lets {
        enter(*local, value, &mut depths, &mut found);
    }
    for head in &function.heads {
        for part in head.parts() {
            depth(part, &mut depths, &mut found);
        }
    }
    depth(&function.body, &mut depths, &mut found);
    found
}

fn enter(local: LocalId, value: &Expr, depths: &mut BTreeMap<LocalId, usize>, found: &mut Option<SiteId>) {
    let inside = depth(value, depths, found) + 1;
    if inside > MOST_LETS {
        found.get_or_insert(value.site);
    }
    depths.insert(local, inside);
}

/// How many `let`s are read inside each other where the expression is evaluated.
fn depth(expr: &Expr, depths: &mut BTreeMap<LocalId, usize>, found: &mut Option<SiteId>) -> usize {
    match &expr.kind {
        ExprKind::Local(local) => return depths.get(local).copied().unwrap_or(0),
        ExprKind::Scope(lets, body) => {
            for (local, value) in lets {
                enter(*local, value, depths, found);
            }
            return depth(body, depths, found);
        }
        _ => {}
    }
    let mut deepest = 0;
    expr.parts(|part| deepest = deepest.max(depth(part, depths, found)));
    deepest
}
