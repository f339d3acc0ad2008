//! Layouts: which fields the values of each record type have. Lowering gives each all that are declared; a pass keeps those that are read.

use std::collections::BTreeMap;

use mapc_model::model::Model;
use mapc_model::ty;
use mapc_plan::{Layout, Plan, RecordId, Ty};

use crate::translate;

/// The layouts of the records of which a plan can have values, by id.
pub(crate) fn layouts(model: &Model, plan: &Plan) -> Vec<Layout> {
    let mut layouts: BTreeMap<RecordId, Layout> = BTreeMap::new();
    let mut pending: Vec<RecordId> = Vec::new();
    let mut occurs = |ty: &Ty| ty.records(&mut |record| pending.push(record));
    let inside = plan.functions.iter().flat_map(|function| &function.locals);
    plan.locals.iter().chain(inside).for_each(|local| occurs(&local.ty));
    plan.expressions(&mut |expr| expr.all(&mut |part| occurs(&part.ty)));
    while let Some(id) = pending.pop() {
        layouts.entry(id).or_insert_with(|| {
            let record = model.record(ty::RecordId(id.0));
            let fields: Vec<_> =
                record.fields.iter().map(|field| (field.name.clone(), translate::ty(&field.ty))).collect();
            fields.iter().for_each(|(_, ty)| ty.records(&mut |inner| pending.push(inner)));
            Layout { record: id, name: record.name.clone(), fields }
        });
    }
    layouts.into_values().collect()
}
