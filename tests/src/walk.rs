//! Everything that a plan does, one expression after the other.

use mapc_plan::ir::{Const, Expr, ExprKind, FunctionHead, Head, Pipeline, Plan};

/// Calls `visit` on every expression of a plan and all in it, outside first: of its stages, heads, keys of tombstones, invariants,
/// functions and nested maps.
pub fn expressions<'p>(plan: &'p Plan, visit: &mut dyn FnMut(&'p Expr)) {
    pipeline(&plan.pipeline, visit);
    for function in &plan.functions {
        for head in &function.heads {
            match head {
                FunctionHead::Skip { condition, .. } | FunctionHead::Reject { condition, .. } => all(condition, visit),
                FunctionHead::Delete { condition, key } => {
                    all(condition, visit);
                    key.iter().for_each(|(_, value)| all(value, visit));
                }
            }
        }
        function.lets.iter().for_each(|(_, value)| all(value, visit));
        all(&function.body, visit);
    }
}

/// Calls `visit` on each head of a plan, those of the keys of tombstones among them.
pub fn heads<'p>(plan: &'p Plan, visit: &mut dyn FnMut(&'p Head)) {
    plan.pipeline.stages.iter().flat_map(|stage| &stage.heads).for_each(visit);
}

fn pipeline<'p>(pipeline: &'p Pipeline, visit: &mut dyn FnMut(&'p Expr)) {
    for stage in &pipeline.stages {
        for head in &stage.heads {
            match head {
                Head::Skip { condition, .. } | Head::Reject { condition, .. } => all(condition, visit),
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
