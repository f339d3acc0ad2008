//! Everything that a plan does, one expression after the other.

use mapc_plan::{Constant, Expr, Op, Plan};

/// Calls `visit` on every expression of a plan and all in it, outside first: of its stages, heads, keys of tombstones, invariants,
/// functions and nested maps.
pub fn expressions<'p>(plan: &'p Plan, visit: &mut dyn FnMut(&'p Expr)) {
    plan.expressions(&mut |whole| whole.all(visit));
}

/// Calls `visit` on every constant of a plan's expressions, tables and fields.
pub fn constants<'p>(plan: &'p Plan, visit: &mut dyn FnMut(&'p Constant)) {
    expressions(plan, &mut |expr| match &expr.op {
        Op::Const(value) => visit(value),
        Op::Switch(_, arms, _) => arms.iter().flat_map(|arm| &arm.values).for_each(&mut *visit),
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
    plan.pipeline.expressions_mut(&mut |whole| whole.all_mut(&mut visit));
    plan.functions.iter_mut().for_each(|function| function.body.all_mut(&mut visit));
    plan
}
