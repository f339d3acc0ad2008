//! Whether evaluating an expression may leave out the element around it.

use mapc_model::core::{Expr, ExprKind, FunctionId, Head};
use mapc_model::model::Model;

/// Whether `expr` holds a `skip`, here or in what it calls.
pub(crate) fn may_skip(model: &Model, expr: &Expr) -> bool {
    holds(model, expr, &mut Vec::new())
}

fn holds(model: &Model, expr: &Expr, seen: &mut Vec<FunctionId>) -> bool {
    let mut found = match &expr.kind {
        ExprKind::Skip(_) => true,
        ExprKind::CallUser(function, _) if !seen.contains(function) => {
            seen.push(*function);
            model.functions.get(function.0 as usize).is_some_and(|function| {
                function.heads.iter().any(|head| !matches!(head, Head::Reject { .. }))
                    || function.lets.iter().any(|(_, value)| holds(model, value, seen))
                    || holds(model, &function.body, seen)
            })
        }
        _ => false,
    };
    expr.parts(|part| found = found || holds(model, part, seen));
    found
}
