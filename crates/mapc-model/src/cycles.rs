//! Functions and maps that use themselves: a function never, a map only on a strict part of what it was given.

use std::collections::BTreeSet;

use crate::bodies::Call;
use crate::context::Context;
use crate::core::FunctionId;
use crate::declare::Declared;
use crate::errors;
use crate::expr::Provenance;

/// Reports every cycle of calls that need not end.
pub(crate) fn check(cx: &mut Context<'_>, declared: &Declared<'_>) {
    let functions: BTreeSet<FunctionId> = declared.functions.iter().map(|(_, _, id)| *id).collect();
    let is_function = |edge: &Call| functions.contains(&edge.from) && functions.contains(&edge.to);
    let count = cx.model.functions.len();
    let cycles_of = |keep: &dyn Fn(&Call) -> bool| components(count, cx.found.calls.iter().filter(|edge| keep(edge)));
    let among_functions = cycles_of(&is_function);
    let among_all = cycles_of(&|_| true);
    let with_all = cycles_of(&|edge| edge.with != Provenance::Part);
    let mut reported = BTreeSet::new();
    let calls = cx.found.calls.clone();
    for edge in &calls {
        let is_in = |components: &[usize]| components[edge.from.0 as usize] == components[edge.to.0 as usize];
        let of_functions = is_function(edge) && is_in(&among_functions);
        let of_maps = match edge.with {
            Provenance::Made => is_in(&among_all),
            Provenance::Whole => is_in(&with_all),
            Provenance::Part => false,
        };
        if !(of_functions || of_maps) || !reported.insert((edge.from, edge.to)) {
            continue;
        }
        let name = cx.model.functions.get(edge.to.0 as usize).map_or("", |function| function.name.as_str()).to_owned();
        cx.report(if of_functions {
            errors::bodies::recursive_function(edge.span, &name)
        } else {
            errors::two_way::endless_map(edge.span, &name)
        });
    }
}

/// For each function the number of its component: two functions have the same one where calls lead from each to the other. A component
/// has a greater number than those that it calls. Tarjan's algorithm (1972), with a stack of its own.
pub(crate) fn components<'e>(count: usize, edges: impl Iterator<Item = &'e Call>) -> Vec<usize> {
    let mut calls: Vec<Vec<usize>> = vec![Vec::new(); count];
    for edge in edges {
        calls[edge.from.0 as usize].push(edge.to.0 as usize);
    }
    const UNSEEN: usize = usize::MAX;
    let (mut seen, mut low, mut component) = (vec![UNSEEN; count], vec![0; count], vec![UNSEEN; count]);
    let (mut next, mut made, mut open) = (0, 0, Vec::new());
    for start in 0..count {
        if seen[start] != UNSEEN {
            continue;
        }
        let mut walk = vec![(start, 0)];
        while let Some((at, tried)) = walk.pop() {
            if tried == 0 {
                (seen[at], low[at]) = (next, next);
                next += 1;
                open.push(at);
            } else {
                let called = calls[at][tried - 1];
                if component[called] == UNSEEN {
                    low[at] = low[at].min(low[called]);
                }
            }
            match calls[at].get(tried) {
                Some(called) => {
                    walk.push((at, tried + 1));
                    if seen[*called] == UNSEEN {
                        walk.push((*called, 0));
                    }
                }
                None if low[at] == seen[at] => {
                    while let Some(member) = open.pop() {
                        component[member] = made;
                        if member == at {
                            break;
                        }
                    }
                    made += 1;
                }
                None => {}
            }
        }
    }
    component
}
