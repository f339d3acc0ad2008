//! Leaves out what no one can tell the absence of: outputs of an earlier stage that nobody reads and that cannot fail, `let`s that
//! nobody reads, and functions that nobody calls.

use std::collections::{BTreeMap, BTreeSet};

use mapc_plan::effects::{Effects, Facts};
use mapc_plan::{Expr, Function, FunctionId, LocalId, Op, Pipeline, Stage, Table};

use crate::lowering::number;
use crate::reads::reads;

/// Prunes the stages of a route, and gives the functions that are left.
pub(crate) fn prune(tables: &[Table], functions: Vec<Option<Function>>, pipeline: &mut Pipeline) -> Vec<Function> {
    let facts = Facts::new(tables, functions.iter().map(Option::as_ref));
    let mut lets: BTreeMap<LocalId, Effects> = BTreeMap::new();
    for (local, value) in pipeline.stages.iter().flat_map(|stage| &stage.lets) {
        let effects = facts.of(value, &|local| lets.get(&local).copied());
        lets.insert(*local, effects);
    }
    for at in (0..pipeline.stages.len()).rev() {
        let mut read = BTreeSet::new();
        let (before, after) = pipeline.stages.split_at_mut(at + 1);
        after.iter().for_each(|stage| stage.expressions(&mut |expr| reads(expr, &mut read)));
        let Some(stage) = before.last_mut() else { continue };
        if !after.is_empty() {
            stage.checks.iter().for_each(|check| reads(&check.condition, &mut read));
            let is_quiet = |value: &Expr| facts.of(value, &|local| lets.get(&local).copied()).is_quiet();
            stage.outputs.retain(|(local, value)| read.contains(local) || !is_quiet(value));
        }
        drop_lets(stage, read);
    }
    called(functions, pipeline)
}

fn drop_lets(stage: &mut Stage, mut read: BTreeSet<LocalId>) {
    let lets = std::mem::take(&mut stage.lets);
    stage.expressions(&mut |expr| reads(expr, &mut read));
    let mut kept: Vec<(LocalId, Expr)> = Vec::new();
    for (local, value) in lets.into_iter().rev() {
        if read.contains(&local) {
            reads(&value, &mut read);
            kept.push((local, value));
        }
    }
    kept.reverse();
    stage.lets = kept;
}

/// The functions that are called, under new ids.
fn called(functions: Vec<Option<Function>>, pipeline: &mut Pipeline) -> Vec<Function> {
    let mut wanted = Vec::new();
    let mut new_ids = BTreeMap::new();
    pipeline.expressions(&mut |expr| calls(expr, &mut wanted));
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(id) = wanted.get(at).copied() {
        at += 1;
        if new_ids.contains_key(&id) {
            continue;
        }
        new_ids.insert(id, FunctionId(number(kept.len())));
        if let Some(Some(function)) = functions.get(id.0 as usize) {
            calls(&function.body, &mut wanted);
            kept.push(function.clone());
        }
    }
    let mut renumber = |expr: &mut Expr| {
        expr.all_mut(&mut |part| {
            if let Op::CallUser(id, _) = &mut part.op
                && let Some(new) = new_ids.get(id)
            {
                *id = *new;
            }
        });
    };
    pipeline.expressions_mut(&mut renumber);
    kept.iter_mut().for_each(|function| renumber(&mut function.body));
    kept
}

fn calls(expr: &Expr, wanted: &mut Vec<FunctionId>) {
    expr.all(&mut |part| {
        if let Op::CallUser(id, _) = &part.op {
            wanted.push(*id);
        }
    });
}
