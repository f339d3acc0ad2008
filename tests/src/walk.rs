//! Everything that a plan does, one expression after the other.

use mapc_plan::ir::{Arg, Const, Expr, ExprKind, FunctionHead, Head, Pipeline, Plan};

/// Calls `visit` on every expression of a plan and all in it, outside first: of its stages, heads, keys of tombstones, invariants,
/// functions and nested maps.
pub fn expressions<'p>(plan: &'p Plan, visit: &mut dyn FnMut(&'p Expr)) {
    pipeline(&plan.pipeline, visit);
    for function in &plan.functions {
        function.heads.iter().flat_map(FunctionHead::parts).for_each(|part| all(part, visit));
        function.lets.iter().for_each(|(_, value)| all(value, visit));
        all(&function.body, visit);
    }
}

fn pipeline<'p>(pipeline: &'p Pipeline, visit: &mut dyn FnMut(&'p Expr)) {
    for stage in &pipeline.stages {
        for head in &stage.heads {
            match head {
                Head::Skip { condition, .. } => all(condition, visit),
                Head::Reject { condition, rejection } => {
                    all(condition, visit);
                    all(rejection, visit);
                }
                Head::Delete { condition, pipeline: key } => {
                    all(condition, visit);
                    self::pipeline(key, visit);
                }
            }
        }
        stage.lets.iter().chain(&stage.outputs).for_each(|(_, value)| all(value, visit));
        stage.checks.iter().for_each(|check| all(&check.condition, visit));
    }
}

fn all<'p>(expr: &'p Expr, visit: &mut dyn FnMut(&'p Expr)) {
    visit(expr);
    expr.parts(|part| all(part, visit));
}

/// Calls `visit` on every constant of a plan's expressions, tables and fields.
pub fn constants<'p>(plan: &'p Plan, visit: &mut dyn FnMut(&'p Const)) {
    expressions(plan, &mut |expr| match &expr.kind {
        ExprKind::Const(value) => visit(value),
        ExprKind::Switch(_, arms, _) => arms.iter().flat_map(|arm| &arm.values).for_each(&mut *visit),
        _ => {}
    });
    plan.tables.iter().flat_map(|table| &table.rows).for_each(|(key, _)| visit(key));
    let fields = plan.read_shapes.iter().flat_map(|shape| &shape.fields);
    fields.filter_map(|field| field.default.as_ref()).for_each(visit);
}

/// The plan with its n-th expression, in the order of [`expressions`], changed by `change`.
pub fn with_changed(plan: &Plan, n: usize, change: impl FnOnce(&mut Expr)) -> Plan {
    let mut plan = plan.clone();
    let mut change = Some(change);
    let mut count = 0;
    let mut visit = |expr: &mut Expr| {
        if count == n
            && let Some(change) = change.take()
        {
            change(expr);
        }
        count += 1;
    };
    pipeline_mut(&mut plan.pipeline, &mut visit);
    for function in &mut plan.functions {
        for head in &mut function.heads {
            match head {
                FunctionHead::Skip { condition, .. } => all_mut(condition, &mut visit),
                FunctionHead::Reject { condition, rejection } => {
                    all_mut(condition, &mut visit);
                    all_mut(rejection, &mut visit);
                }
                FunctionHead::Delete { condition, key } => {
                    all_mut(condition, &mut visit);
                    key.iter_mut().for_each(|(_, value)| all_mut(value, &mut visit));
                }
            }
        }
        function.lets.iter_mut().for_each(|(_, value)| all_mut(value, &mut visit));
        all_mut(&mut function.body, &mut visit);
    }
    plan
}

fn pipeline_mut(pipeline: &mut Pipeline, visit: &mut dyn FnMut(&mut Expr)) {
    for stage in &mut pipeline.stages {
        for head in &mut stage.heads {
            match head {
                Head::Skip { condition, .. } => all_mut(condition, visit),
                Head::Reject { condition, rejection } => {
                    all_mut(condition, visit);
                    all_mut(rejection, visit);
                }
                Head::Delete { condition, pipeline: key } => {
                    all_mut(condition, visit);
                    pipeline_mut(key, visit);
                }
            }
        }
        stage.lets.iter_mut().chain(&mut stage.outputs).for_each(|(_, value)| all_mut(value, visit));
        stage.checks.iter_mut().for_each(|check| all_mut(&mut check.condition, visit));
    }
}

fn all_mut(expr: &mut Expr, visit: &mut dyn FnMut(&mut Expr)) {
    visit(expr);
    for part in parts_mut(expr) {
        all_mut(part, visit);
    }
}

/// The direct parts of an expression, as [`Expr::parts`] has them.
fn parts_mut(expr: &mut Expr) -> Vec<&mut Expr> {
    match &mut expr.kind {
        ExprKind::Error
        | ExprKind::Const(_)
        | ExprKind::Local(_)
        | ExprKind::Context(_)
        | ExprKind::Reject(..)
        | ExprKind::Skip(_) => Vec::new(),
        ExprKind::Field(a, _)
        | ExprKind::Some(a)
        | ExprKind::IsPresent(a)
        | ExprKind::Narrow(a)
        | ExprKind::Not(a)
        | ExprKind::Negate(a)
        | ExprKind::Try(a)
        | ExprKind::Check(a, _)
        | ExprKind::Convert(_, a)
        | ExprKind::Lookup(_, a) => vec![a],
        ExprKind::And(a, b) | ExprKind::Or(a, b) | ExprKind::Compare(_, a, b) | ExprKind::Arith(_, a, b) => vec![a, b],
        ExprKind::IfPresent { value, then, otherwise, .. } => vec![value, then, otherwise],
        ExprKind::If(a, b, c) => vec![a, b, c],
        ExprKind::Switch(value, arms, otherwise) => {
            let bodies = arms.iter_mut().map(|arm| &mut arm.body);
            std::iter::once(&mut **value).chain(bodies).chain([&mut **otherwise]).collect()
        }
        ExprKind::Call(_, args) => {
            let values = args.iter_mut().map(|arg| match arg {
                Arg::Value(value) | Arg::Lambda { body: value, .. } => Some(value),
                Arg::Regex(_) | Arg::Pattern(..) => None,
            });
            values.flatten().collect()
        }
        ExprKind::CallUser(_, list) | ExprKind::Record(list) | ExprKind::List(list) | ExprKind::Concat(list) => {
            list.iter_mut().collect()
        }
        ExprKind::Scope(lets, body) => lets.iter_mut().map(|(_, value)| value).chain([&mut **body]).collect(),
        ExprKind::For(each) => {
            std::iter::once(&mut each.list).chain(&mut each.filter).chain([&mut each.body]).collect()
        }
    }
}
