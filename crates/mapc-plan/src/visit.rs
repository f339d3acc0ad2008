//! Walks over all expressions of stages and functions.

use std::collections::BTreeSet;

use crate::ir::{Arg, Expr, ExprKind, Function, FunctionHead, Head, LocalId, Pipeline, Stage};

/// Calls `visit` on each direct part of an expression, as `Expr::parts` does.
pub(crate) fn parts_mut(expr: &mut Expr, mut visit: impl FnMut(&mut Expr)) {
    match &mut expr.kind {
        ExprKind::Error | ExprKind::Const(_) | ExprKind::Local(_) | ExprKind::Context(_) | ExprKind::Skip(_) => {}
        ExprKind::Field(a, _)
        | ExprKind::Reject(_, a)
        | ExprKind::Some(a)
        | ExprKind::IsPresent(a)
        | ExprKind::Narrow(a)
        | ExprKind::Not(a)
        | ExprKind::Negate(a)
        | ExprKind::Try(a)
        | ExprKind::Check(a, _)
        | ExprKind::Convert(_, a)
        | ExprKind::Lookup(_, a) => visit(a),
        ExprKind::And(a, b) | ExprKind::Or(a, b) | ExprKind::Compare(_, a, b) | ExprKind::Arith(_, a, b) => {
            visit(a);
            visit(b);
        }
        ExprKind::IfPresent { value, then, otherwise, .. } => {
            [value, then, otherwise].into_iter().for_each(|e| visit(e))
        }
        ExprKind::If(a, b, c) => [a, b, c].into_iter().for_each(|e| visit(e)),
        ExprKind::Switch(value, arms, otherwise) => {
            visit(value);
            arms.iter_mut().for_each(|arm| visit(&mut arm.body));
            visit(otherwise);
        }
        ExprKind::Call(_, args) => args.iter_mut().for_each(|arg| match arg {
            Arg::Value(value) | Arg::Lambda { body: value, .. } => visit(value),
            Arg::Regex(_) | Arg::Pattern(..) => {}
        }),
        ExprKind::CallUser(_, list) | ExprKind::Record(list) | ExprKind::List(list) | ExprKind::Concat(list) => {
            list.iter_mut().for_each(visit);
        }
        ExprKind::Scope(lets, body) => {
            lets.iter_mut().for_each(|(_, value)| visit(value));
            visit(body);
        }
        ExprKind::For(each) => {
            visit(&mut each.list);
            each.filter.iter_mut().for_each(&mut visit);
            visit(&mut each.body);
        }
    }
}

/// Calls `visit` on an expression and all in it, outside first.
pub(crate) fn all_mut(expr: &mut Expr, visit: &mut dyn FnMut(&mut Expr)) {
    visit(expr);
    parts_mut(expr, |part| all_mut(part, visit));
}

/// Calls `visit` on an expression and all in it, outside first.
pub(crate) fn all(expr: &Expr, visit: &mut dyn FnMut(&Expr)) {
    visit(expr);
    expr.parts(|part| all(part, visit));
}

/// Calls `visit` on each whole expression of a pipeline.
pub(crate) fn pipeline(pipeline: &Pipeline, visit: &mut dyn FnMut(&Expr)) {
    pipeline.stages.iter().for_each(|each| stage(each, visit));
}

/// Calls `visit` on each whole expression of a stage.
pub(crate) fn stage(stage: &Stage, visit: &mut dyn FnMut(&Expr)) {
    stage.heads.iter().for_each(|each| head(each, visit));
    stage.lets.iter().chain(&stage.outputs).for_each(|(_, value)| visit(value));
    stage.checks.iter().for_each(|check| visit(&check.condition));
}

/// Calls `visit` on each whole expression of a head.
pub(crate) fn head(head: &Head, visit: &mut dyn FnMut(&Expr)) {
    match head {
        Head::Skip { condition, .. } => visit(condition),
        Head::Reject { condition, rejection } => {
            visit(condition);
            visit(rejection);
        }
        Head::Delete { condition, pipeline: key } => {
            visit(condition);
            pipeline(key, visit);
        }
    }
}

/// Calls `visit` on each whole expression of a pipeline.
pub(crate) fn pipeline_mut(pipeline: &mut Pipeline, visit: &mut dyn FnMut(&mut Expr)) {
    for stage in &mut pipeline.stages {
        for head in &mut stage.heads {
            match head {
                Head::Skip { condition, .. } => visit(condition),
                Head::Reject { condition, rejection } => {
                    visit(condition);
                    visit(rejection);
                }
                Head::Delete { condition, pipeline } => {
                    visit(condition);
                    pipeline_mut(pipeline, visit);
                }
            }
        }
        stage.lets.iter_mut().chain(&mut stage.outputs).for_each(|(_, value)| visit(value));
        stage.checks.iter_mut().for_each(|check| visit(&mut check.condition));
    }
}

/// Calls `visit` on each whole expression of a function.
pub(crate) fn function(function: &Function, visit: &mut dyn FnMut(&Expr)) {
    function.heads.iter().flat_map(FunctionHead::parts).for_each(&mut *visit);
    function.lets.iter().for_each(|(_, value)| visit(value));
    visit(&function.body);
}

/// Calls `visit` on each whole expression of a function.
pub(crate) fn function_mut(function: &mut Function, visit: &mut dyn FnMut(&mut Expr)) {
    for head in &mut function.heads {
        match head {
            FunctionHead::Skip { condition, .. } => visit(condition),
            FunctionHead::Delete { condition, key } => {
                visit(condition);
                key.iter_mut().for_each(|(_, value)| visit(value));
            }
            FunctionHead::Reject { condition, rejection } => {
                visit(condition);
                visit(rejection);
            }
        }
    }
    function.lets.iter_mut().for_each(|(_, value)| visit(value));
    visit(&mut function.body);
}

/// Whether an expression reads any of some variables.
pub(crate) fn reads_any(expr: &Expr, locals: &BTreeSet<LocalId>) -> bool {
    let mut found = matches!(&expr.kind, ExprKind::Local(local) if locals.contains(local));
    expr.parts(|part| found = found || reads_any(part, locals));
    found
}
