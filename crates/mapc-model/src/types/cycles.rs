//! Records that contain themselves.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use mapc_diagnostics::Diagnostic;

use crate::context::{Context, index};
use crate::errors::declarations as errors;
use crate::model::Model;
use crate::ty::{RecordId, Ty};

/// Reports each record that always contains another one of itself: no finite value could be of it.
pub(super) fn check(context: &mut Context<'_>) {
    let looped = unfinished(&context.model);
    let mut reported = BTreeSet::new();
    for record in &looped {
        if reported.contains(record) {
            continue;
        }
        let Some(cycle) = way_back(&context.model, *record, &looped) else { continue };
        reported.extend(cycle.iter().copied());
        report(context, &cycle);
    }
}

/// The records that a value of `record` always holds, with the position of the field.
fn parts(model: &Model, record: RecordId) -> impl Iterator<Item = (usize, RecordId)> {
    model.record(record).fields.iter().enumerate().filter_map(|(position, field)| match field.ty {
        Ty::Record(inner) => Some((position, inner)),
        _ => None,
    })
}

/// What remains when records are taken away whose parts are all taken away: cycles and what leads into them.
fn unfinished(model: &Model) -> BTreeSet<RecordId> {
    let all = || (0..model.records.len()).map(|position| RecordId(index(position)));
    let mut open: BTreeMap<RecordId, usize> = all().map(|record| (record, parts(model, record).count())).collect();
    let mut holders: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
    for record in all() {
        for (_, inner) in parts(model, record) {
            holders.entry(inner).or_default().push(record);
        }
    }
    let mut done: Vec<RecordId> = open.iter().filter(|(_, count)| **count == 0).map(|(record, _)| *record).collect();
    while let Some(record) = done.pop() {
        open.remove(&record);
        for holder in holders.get(&record).into_iter().flatten() {
            if let Some(count) = open.get_mut(holder) {
                *count -= 1;
                if *count == 0 {
                    done.push(*holder);
                }
            }
        }
    }
    open.into_keys().collect()
}

/// The shortest way from a record through its parts back to itself.
fn way_back(model: &Model, start: RecordId, within: &BTreeSet<RecordId>) -> Option<Vec<RecordId>> {
    let mut came_from: BTreeMap<RecordId, RecordId> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(record) = queue.pop_front() {
        for (_, inner) in parts(model, record).filter(|(_, inner)| within.contains(inner)) {
            if inner == start {
                let mut way = vec![record];
                while let Some(before) = way.last().and_then(|last| came_from.get(last)) {
                    way.push(*before);
                }
                way.reverse();
                return Some(way);
            }
            if let Entry::Vacant(unseen) = came_from.entry(inner) {
                unseen.insert(record);
                queue.push_back(inner);
            }
        }
    }
    None
}

fn report(context: &mut Context<'_>, cycle: &[RecordId]) {
    let next = cycle.iter().cycle().skip(1);
    let mut diagnostic: Option<Diagnostic> = None;
    for (record, part) in cycle.iter().zip(next) {
        let holder = context.model.record(*record);
        let Some((position, _)) = parts(&context.model, *record).find(|(_, inner)| inner == part) else { continue };
        let Some(field) = holder.fields.get(position) else { continue };
        let label = format!("every `{}` holds a `{}`", holder.name, context.model.record(*part).name);
        diagnostic = Some(match diagnostic {
            None => errors::infinite_record(&holder.name, field.span, label),
            Some(diagnostic) => diagnostic.label(field.span, label),
        });
    }
    if let Some(diagnostic) = diagnostic {
        context.report(diagnostic);
    }
}
