//! Which fields the values of each record type have: those that something reads, or all where a value is built, compared or written.

use std::collections::{BTreeMap, BTreeSet};

use mapc_model::model::Model;

use mapc_model::ty;
use mapc_plan::{Expr, Function, Layout, Op, Pipeline, RecordId, Ty};

use crate::lowering::number;
use crate::translate;

/// The fields in use, by position in the declaration.
pub(crate) struct Projection<'m> {
    model: &'m Model,
    used: BTreeMap<RecordId, BTreeSet<u32>>,
}

impl<'m> Projection<'m> {
    /// Finds what the expressions use.
    pub fn new(model: &'m Model, pipeline: &Pipeline, functions: &[Function]) -> Self {
        let mut projection = Projection { model, used: BTreeMap::new() };
        let mut visit_one = |expr: &Expr| expr.all(&mut |part| projection.part(part));
        pipeline.expressions(&mut visit_one);
        functions.iter().for_each(|function| visit_one(&function.body));
        projection
    }

    fn part(&mut self, expr: &Expr) {
        self.occurs(&expr.ty);
        match (&expr.op, &expr.ty) {
            (Op::Field(inner, position), _) => {
                if let Ty::Record(record) = inner.ty.required() {
                    self.used.entry(*record).or_default().insert(*position);
                }
            }
            (Op::Record(_), Ty::Record(record)) => self.all_fields(*record),
            (Op::Compare(_, left, right), _) => {
                self.whole(&left.ty);
                self.whole(&right.ty);
            }
            _ => {}
        }
    }

    /// Notes that values of a type occur.
    pub fn occurs(&mut self, ty: &Ty) {
        ty.records(&mut |record| {
            self.used.entry(record).or_default();
        });
    }

    fn all_fields(&mut self, record: RecordId) {
        let fields = self.model.record(declared(record)).fields.len();
        self.used.insert(record, (0..number(fields)).collect());
    }

    /// Notes that all of a value is used, down to what is nested in it.
    pub fn whole(&mut self, ty: &Ty) {
        let mut pending = Vec::new();
        ty.records(&mut |record| pending.push(record));
        let mut done = BTreeSet::new();
        while let Some(record) = pending.pop() {
            if done.insert(record) {
                self.all_fields(record);
                self.model
                    .record(declared(record))
                    .fields
                    .iter()
                    .for_each(|field| translate::ty(&field.ty).records(&mut |inner| pending.push(inner)));
            }
        }
    }

    /// Position of a field in its record's layout.
    pub fn slot(&self, record: RecordId, field: u32) -> Option<u32> {
        let used = self.used.get(&record)?;
        used.contains(&field).then(|| number(used.range(..field).count()))
    }

    /// Changes positions in declarations to positions in layouts.
    pub fn rewrite(&self, pipeline: &mut Pipeline, functions: &mut [Function]) {
        let mut rewrite_one = |expr: &mut Expr| expr.all_mut(&mut |part| self.rewrite_part(part));
        pipeline.expressions_mut(&mut rewrite_one);
        functions.iter_mut().for_each(|function| rewrite_one(&mut function.body));
    }

    fn rewrite_part(&self, expr: &mut Expr) {
        if let Op::Field(inner, position) = &mut expr.op
            && let Ty::Record(record) = inner.ty.required()
            && let Some(slot) = self.slot(*record, *position)
        {
            *position = slot;
        }
    }

    /// The layouts of all records that occur, also in fields of others, by id.
    pub fn layouts(mut self) -> Vec<Layout> {
        let mut pending: Vec<RecordId> = self.used.keys().copied().collect();
        while let Some(record) = pending.pop() {
            let used = self.used.get(&record).cloned().unwrap_or_default();
            for position in used {
                let Some(field) = self.model.record(declared(record)).fields.get(position as usize) else { continue };
                translate::ty(&field.ty).records(&mut |inner| {
                    self.used.entry(inner).or_insert_with(|| {
                        pending.push(inner);
                        BTreeSet::new()
                    });
                });
            }
        }
        self.used.iter().map(|(record, used)| self.layout(*record, used)).collect()
    }

    fn layout(&self, id: RecordId, used: &BTreeSet<u32>) -> Layout {
        let record = self.model.record(declared(id));
        let fields = used.iter().filter_map(|position| record.fields.get(*position as usize));
        let fields = fields.map(|field| (field.name.clone(), translate::ty(&field.ty))).collect();
        Layout { record: id, name: record.name.clone(), fields }
    }
}

/// The declaration of a record.
fn declared(record: RecordId) -> ty::RecordId {
    ty::RecordId(record.0)
}
