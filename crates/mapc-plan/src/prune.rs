//! Leaves out what no one can tell the absence of: outputs of an earlier stage that nobody reads and that cannot fail, `let`s that
//! nobody reads, and functions that nobody calls.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Expr, ExprKind, Function, FunctionId, LocalId, Otherwise, Pipeline, Stage};
use crate::lowering::{Lowering, number};
use crate::visit;

/// Prunes the stages of a route and the functions of the plan.
pub(crate) fn prune(lowering: &mut Lowering<'_>, pipeline: &mut Pipeline) -> Vec<Function> {
    let functions: Vec<Option<Function>> = std::mem::take(&mut lowering.functions);
    let lets: BTreeMap<LocalId, Expr> = pipeline.stages.iter().flat_map(|stage| stage.lets.iter().cloned()).collect();
    let quiet = Quiet { lowering, functions: &functions };
    for at in (0..pipeline.stages.len()).rev() {
        let mut read = BTreeSet::new();
        let (before, after) = pipeline.stages.split_at_mut(at + 1);
        after.iter().for_each(|stage| visit::stage(stage, &mut |expr| reads(expr, &mut read)));
        let Some(stage) = before.last_mut() else { continue };
        if !after.is_empty() {
            stage.checks.iter().for_each(|check| reads(&check.condition, &mut read));
            stage.outputs.retain(|(local, value)| read.contains(local) || !quiet.is_quiet(value, &lets));
        }
        drop_lets(stage, read);
    }
    called(functions, pipeline)
}

fn drop_lets(stage: &mut Stage, mut read: BTreeSet<LocalId>) {
    let lets = std::mem::take(&mut stage.lets);
    visit::stage(stage, &mut |expr| reads(expr, &mut read));
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

fn reads(expr: &Expr, read: &mut BTreeSet<LocalId>) {
    visit::all(expr, &mut |part| {
        if let ExprKind::Local(local) = &part.kind {
            read.insert(*local);
        }
    });
}

/// Finds what can neither fail nor leave a notice.
struct Quiet<'q, 'm> {
    lowering: &'q Lowering<'m>,
    functions: &'q [Option<Function>],
}

impl Quiet<'_, '_> {
    /// `lets` are those around the expression that are evaluated when it reads them.
    fn is_quiet(&self, expr: &Expr, lets: &BTreeMap<LocalId, Expr>) -> bool {
        let itself = match &expr.kind {
            ExprKind::Error
            | ExprKind::Reject(..)
            | ExprKind::Skip(_)
            | ExprKind::Check(..)
            | ExprKind::Arith(..)
            | ExprKind::Negate(_) => false,
            ExprKind::Call(function, _) => !function.fallible,
            ExprKind::CallUser(function, _) => self.is_quiet_function(*function),
            ExprKind::Lookup(table, _) => {
                let table = self.lowering.model.tables.get(table.0 as usize);
                table.is_some_and(|table| table.otherwise != Otherwise::Reject)
            }
            ExprKind::Local(local) => lets.get(local).is_none_or(|value| self.is_quiet(value, lets)),
            ExprKind::Const(_)
            | ExprKind::Context(_)
            | ExprKind::Field(..)
            | ExprKind::Some(_)
            | ExprKind::IfPresent { .. }
            | ExprKind::IsPresent(_)
            // A plan narrows only where a test was made; if it is absent after all, nothing should read it either.
            | ExprKind::Narrow(_)
            | ExprKind::If(..)
            | ExprKind::Switch(..)
            | ExprKind::And(..)
            | ExprKind::Or(..)
            | ExprKind::Not(_)
            | ExprKind::Compare(..)
            | ExprKind::Record(_)
            | ExprKind::Scope(..)
            | ExprKind::List(_)
            | ExprKind::For(_)
            | ExprKind::Concat(_)
            | ExprKind::Try(_)
            | ExprKind::Convert(..) => true,
        };
        let mut quiet = itself;
        expr.parts(|part| quiet = quiet && self.is_quiet(part, lets));
        quiet
    }

    fn is_quiet_function(&self, id: FunctionId) -> bool {
        let Some(Some(function)) = self.functions.get(id.0 as usize) else { return false };
        let mut quiet = function.heads.is_empty();
        visit::function(function, &mut |expr| quiet = quiet && self.is_quiet(expr, &BTreeMap::new()));
        quiet
    }
}

/// The functions that are called, under new ids.
fn called(functions: Vec<Option<Function>>, pipeline: &mut Pipeline) -> Vec<Function> {
    let mut wanted = Vec::new();
    let mut new_ids = BTreeMap::new();
    visit::pipeline(pipeline, &mut |expr| calls(expr, &mut wanted));
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(id) = wanted.get(at).copied() {
        at += 1;
        if new_ids.contains_key(&id) {
            continue;
        }
        new_ids.insert(id, FunctionId(number(kept.len())));
        if let Some(Some(function)) = functions.get(id.0 as usize) {
            visit::function(function, &mut |expr| calls(expr, &mut wanted));
            kept.push(function.clone());
        }
    }
    let mut renumber = |expr: &mut Expr| {
        visit::all_mut(expr, &mut |part| {
            if let ExprKind::CallUser(id, _) = &mut part.kind
                && let Some(new) = new_ids.get(id)
            {
                *id = *new;
            }
        });
    };
    visit::pipeline_mut(pipeline, &mut renumber);
    kept.iter_mut().for_each(|function| visit::function_mut(function, &mut renumber));
    kept
}

fn calls(expr: &Expr, wanted: &mut Vec<FunctionId>) {
    visit::all(expr, &mut |part| {
        if let ExprKind::CallUser(id, _) = &part.kind {
            wanted.push(*id);
        }
    });
}
