//! Which variables expressions read.

use std::collections::BTreeSet;

use mapc_model::core as hir;
use mapc_plan::{Expr, LocalId};

/// Adds what an expression reads.
pub(crate) fn reads(expr: &Expr, read: &mut BTreeSet<LocalId>) {
    expr.all(&mut |part| read.extend(part.as_local()));
}

/// Whether an expression reads any of some variables.
pub(crate) fn reads_any(expr: &Expr, locals: &BTreeSet<LocalId>) -> bool {
    let mut found = false;
    expr.all(&mut |part| found = found || part.as_local().is_some_and(|local| locals.contains(&local)));
    found
}

/// As [`reads_any`], in the model.
pub(crate) fn model_reads_any(expr: &hir::Expr, locals: &BTreeSet<hir::LocalId>) -> bool {
    let mut found = matches!(&expr.kind, hir::ExprKind::Local(local) if locals.contains(local));
    expr.parts(|part| found = found || model_reads_any(part, locals));
    found
}
