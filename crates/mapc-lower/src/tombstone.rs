//! What a `delete when` writes: the key of the target, made from the key of the record that is deleted.

use std::collections::BTreeSet;

use mapc_model::core as hir;
use mapc_model::ty::RecordId;
use mapc_plan::{Expr, Head, LocalId, Stage};

use crate::body::{Body, Variables};
use crate::lowering::Binding;
use crate::reads::reads_any;
use crate::stage::{Stages, fields, lower_lets, output};

/// The stages that make a tombstone from `key`, fields of `target` by position, and the fields that it has in the last map's target.
pub(crate) fn tombstone(
    stages: &mut Stages<'_, '_>,
    key: Vec<(u32, (LocalId, Expr))>,
    target: RecordId,
    rest: &[hir::FunctionId],
) -> (Vec<Stage>, Vec<u32>) {
    let positions: Vec<u32> = key.iter().map(|(position, _)| *position).collect();
    let mut known = vec![None; stages.lowering.model.record(target).fields.len()];
    for (position, (local, _)) in &key {
        if let Some(slot) = known.get_mut(*position as usize) {
            *slot = Some(*local);
        }
    }
    let outputs = key.into_iter().map(|(_, output)| output).collect();
    let first = Stage { heads: Vec::new(), lets: Vec::new(), outputs, checks: Vec::new() };
    let Some(next) = rest.first() else { return (vec![first], positions) };
    let (second, positions) = carried(stages, *next, target, known);
    (vec![first, second], positions)
}

/// The second map over the key alone: its key fields, or where its target declares none, those fields that are made from the key.
fn carried(
    stages: &mut Stages<'_, '_>,
    map: hir::FunctionId,
    source: RecordId,
    known: Vec<Option<LocalId>>,
) -> (Stage, Vec<u32>) {
    let empty = Stage { heads: Vec::new(), lets: Vec::new(), outputs: Vec::new(), checks: Vec::new() };
    let Some((function, target)) = stages.map(map) else { return (empty, Vec::new()) };
    let mut fed: BTreeSet<LocalId> = known.iter().flatten().copied().collect();
    let bound = function.params.iter().map(|param| (*param, Binding::Outputs(known.clone())));
    let mut body = Body::new(stages.lowering, stages.frame, Variables::of(function), bound);
    let mut lets = lower_lets(&mut body, &function.lets);
    let heads = function.heads.iter().filter_map(|head| head_of_key(&mut body, head)).collect();
    let values = fields(&mut body, &function.body, &mut lets);
    for (local, value) in &lets {
        if reads_any(value, &fed) {
            fed.insert(*local);
        }
    }
    let declared = &body.lowering.model.record(target).fields;
    let has_key = declared.iter().any(|field| field.key);
    let (mut outputs, mut positions) = (Vec::new(), Vec::new());
    for (position, (field, value)) in (0..).zip(declared.iter().zip(values)) {
        if has_key && !field.key {
            continue;
        }
        body.missing = false;
        let (local, value) = output(&mut body, field, value);
        let is_known = !std::mem::take(&mut body.missing);
        if is_known && (has_key || reads_any(&value, &fed)) {
            outputs.push((local, value));
            positions.push(position);
        } else if has_key {
            let what = format!("the key `{}` of {}", field.name, name(&body, target));
            refuse(&mut body, source, &what);
        }
    }
    if outputs.is_empty() {
        let what = format!("any field of {}", name(&body, target));
        refuse(&mut body, source, &what);
    }
    (Stage { heads, lets, outputs, checks: Vec::new() }, positions)
}

fn name(body: &Body<'_, '_>, record: RecordId) -> String {
    body.lowering.model.record(record).name.clone()
}

fn refuse(body: &mut Body<'_, '_>, source: RecordId, what: &str) {
    let source = name(body, source);
    let message = format!("a deleted {source} is known by its key only, and {what} is not made from that key alone");
    body.lowering.refuse(message, None);
}

/// A head of the second map, if the key alone decides it. What is deleted already is not deleted again.
fn head_of_key<'m>(body: &mut Body<'_, 'm>, head: &'m hir::Head) -> Option<Head> {
    body.missing = false;
    let lowered = match head {
        hir::Head::Skip { condition, reason } => {
            Head::Skip { condition: body.expr(condition).expr, reason: reason.clone() }
        }
        hir::Head::Reject { condition, rejection } => {
            let (condition, rejection) = body.decided(condition, rejection);
            Head::Reject { condition, rejection }
        }
        hir::Head::Delete { .. } => return None,
    };
    (!std::mem::take(&mut body.missing)).then_some(lowered)
}
