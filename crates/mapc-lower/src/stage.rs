//! The maps of a route as stages in one frame: each reads the outputs of the one before.

use mapc_model::core::{self as hir, ExprKind};
use mapc_model::model::Field;
use mapc_model::ty::RecordId;
use mapc_plan::{Check, Expr, Head, LocalId, Pipeline, Stage, WriteId};

use crate::body::{Body, Variables};
use crate::invariants::of_built;
use crate::lineage::Lineage;
use crate::lowering::{Binding, Frame, Lowering};
use crate::tombstone::tombstone;
use crate::translate;

/// Makes the stages of a route.
pub(crate) struct Stages<'l, 'm> {
    pub lowering: &'l mut Lowering<'m>,
    pub frame: &'l mut Frame,
    /// Which fields a tombstone has, by position, for each that was made; its [`WriteId`] is the position here plus one.
    pub tombstones: Vec<Vec<u32>>,
}

impl<'m> Stages<'_, 'm> {
    /// The stages of `maps`, the first of which reads what `source` stands for.
    pub fn chain(&mut self, maps: &[hir::FunctionId], source: Binding) -> Vec<Stage> {
        let Some((first, rest)) = maps.split_first() else { return Vec::new() };
        let Some((function, target)) = self.map(*first) else { return Vec::new() };
        let (stage, outputs) = self.stage(function, target, rest, source);
        let mut stages = vec![stage];
        stages.extend(self.chain(rest, Binding::Outputs(outputs)));
        stages
    }

    /// A map of the model and the record it builds.
    pub fn map(&mut self, id: hir::FunctionId) -> Option<(&'m hir::Function, RecordId)> {
        let function = self.lowering.model.functions.get(id.0 as usize)?;
        if let Some(target) = function.target {
            return Some((function, target));
        }
        self.lowering.refuse("a map builds no record, which is a defect of mapc", None);
        None
    }

    fn stage(
        &mut self,
        function: &'m hir::Function,
        target: RecordId,
        rest: &[hir::FunctionId],
        source: Binding,
    ) -> (Stage, Vec<Option<LocalId>>) {
        let bound = function.params.iter().map(|param| (*param, source.clone()));
        let mut body = Body::new(self.lowering, self.frame, Variables::of(function), bound);
        let mut lets = lower_lets(&mut body, &function.lets);
        let mut decided = Vec::new();
        for head in &function.heads {
            decided.push(match head {
                hir::Head::Skip { condition, reason } => {
                    Decided::Done(Head::Skip { condition: body.expr(condition).expr, reason: reason.clone() })
                }
                hir::Head::Reject { condition, rejection } => {
                    let (condition, rejection) = body.decided(condition, rejection);
                    Decided::Done(Head::Reject { condition, rejection })
                }
                hir::Head::Delete { condition, key } => {
                    let condition = body.expr(condition).expr;
                    let declared = &body.lowering.model.record(target).fields;
                    let fields = key.iter().filter_map(|(at, value)| Some((*at, declared.get(*at as usize)?, value)));
                    let key = fields.map(|(at, field, value)| (at, output(&mut body, field, value))).collect();
                    Decided::Delete(condition, key)
                }
            });
        }
        let values = fields(&mut body, &function.body, &mut lets);
        let declared = &body.lowering.model.record(target).fields;
        let (mut outputs, mut locals) = (Vec::new(), Vec::new());
        for (field, value) in declared.iter().zip(values) {
            // What is never written has no value at the end.
            let output = (!field.readonly || !rest.is_empty()).then(|| output(&mut body, field, value));
            locals.push(output.as_ref().map(|(local, _)| *local));
            outputs.extend(output);
        }
        let checks = checks(&mut body, target, &locals);
        let heads = decided.into_iter().map(|decided| self.head(decided, target, rest)).collect();
        (Stage { heads, lets, outputs, checks }, locals)
    }

    fn head(&mut self, decided: Decided, target: RecordId, rest: &[hir::FunctionId]) -> Head {
        match decided {
            Decided::Done(head) => head,
            Decided::Delete(condition, key) => {
                let (stages, fields) = tombstone(self, key, target, rest);
                self.tombstones.push(fields);
                let write = WriteId(crate::lowering::number(self.tombstones.len()));
                Head::Delete { condition, pipeline: Pipeline { stages, write } }
            }
        }
    }
}

enum Decided {
    Done(Head),
    Delete(Expr, Vec<(u32, (LocalId, Expr))>),
}

/// Lowers `let`s in order; those that read what is missing are left out.
pub(crate) fn lower_lets<'m>(body: &mut Body<'_, 'm>, lets: &'m [(hir::LocalId, hir::Expr)]) -> Vec<(LocalId, Expr)> {
    lets.iter().filter_map(|(local, value)| body.binding(*local, value)).collect()
}

/// Lowers the value of a field of the built record into a new variable.
pub(crate) fn output<'m>(body: &mut Body<'_, 'm>, field: &Field, value: &'m hir::Expr) -> (LocalId, Expr) {
    let lowered = body.expr(value);
    (body.frame.add(&field.name, translate::ty(&field.ty), lowered.lineage), lowered.expr)
}

/// The fields of the record that a map's body builds; `let`s around it become lets of the stage.
pub(crate) fn fields<'m>(
    body: &mut Body<'_, 'm>,
    mut value: &'m hir::Expr,
    lets: &mut Vec<(LocalId, Expr)>,
) -> &'m [hir::Expr] {
    while let ExprKind::Scope(inner, within) = &value.kind {
        lets.extend(lower_lets(body, inner));
        value = within;
    }
    if let ExprKind::Record(fields) = &value.kind {
        return fields;
    }
    let span = Some(value.site.span);
    body.lowering.refuse("a map does not build its record field by field, which is a defect of mapc", span);
    &[]
}

/// The invariants of the built record over its outputs.
fn checks(body: &mut Body<'_, '_>, target: RecordId, outputs: &[Option<LocalId>]) -> Vec<Check> {
    let model = body.lowering.model;
    let bindings: Vec<Binding> = outputs.iter().map(|local| local.map_or(Binding::Missing, Binding::Local)).collect();
    let lineage = |local: &Option<LocalId>| local.map_or(Lineage::Unknown, |local| body.frame.lineage(local));
    let whole = Lineage::Fields(outputs.iter().map(lineage).collect());
    let mut checks = Vec::new();
    for invariant in of_built(model.record(target)) {
        let at = invariant.at.map_or(Lineage::Unknown, |at| whole.field(model, Some(target), at));
        let at = if at.is_known() { at } else { whole.clone() };
        let condition = body.condition(invariant, target, &bindings, &at, "");
        checks.push(Check { condition, reason: invariant.reason.clone() });
    }
    checks
}
