//! Invariants of the source record and of the records in it: a stage before all others.

use std::collections::BTreeMap;

use mapc_diagnostics::Span;
use mapc_model::ty::{self, RecordId};
use mapc_plan::{Check, Expr, For, Function, FunctionId, LocalId, Op, Read, Stage, Ty};

use crate::body::{Body, Variables};
use crate::invariants::Make;
use crate::lineage::Lineage;
use crate::lowering::{Binding, Frame, Lowering, number};
use crate::translate;

/// The stage that tests the invariants of the source record and of the records in it; `None` if there are none.
pub(crate) fn source_stage(
    lowering: &mut Lowering<'_>,
    frame: &mut Frame,
    input: LocalId,
    record: RecordId,
) -> Option<Stage> {
    if !has_checks(lowering, &ty::Ty::Record(record)) {
        return None;
    }
    let declared = lowering.model.record(record);
    let whole = frame.lineage(input);
    let mut checks = Vec::new();
    for invariant in &declared.checks {
        let fields: Vec<Binding> = (0..declared.fields.len()).map(|at| Binding::Field(input, number(at))).collect();
        let at = invariant.at.map_or(whole.clone(), |at| whole.field(lowering.model, Some(record), at));
        let mut body = Body::new(lowering, frame, Variables::default(), []);
        let condition = body.condition(invariant, record, &fields, &at, "");
        checks.push(Check { condition, reason: invariant.reason.clone() });
    }
    let mut guard = Guard { lowering, functions: BTreeMap::new(), span: declared.span };
    let tests = guard.fields(frame, input, record);
    let outputs = tests.into_iter().map(|test| (frame.add("tested", Ty::Bool, Lineage::Unknown), test)).collect();
    Some(Stage { heads: Vec::new(), lets: Vec::new(), outputs, checks })
}

fn has_checks(lowering: &Lowering<'_>, ty: &ty::Ty) -> bool {
    reaches_checks(lowering, ty, &mut Vec::new())
}

fn reaches_checks(lowering: &Lowering<'_>, ty: &ty::Ty, seen: &mut Vec<RecordId>) -> bool {
    match ty {
        ty::Ty::Record(record) if !seen.contains(record) => {
            seen.push(*record);
            let declared = lowering.model.record(*record);
            !declared.checks.is_empty() || declared.fields.iter().any(|field| reaches_checks(lowering, &field.ty, seen))
        }
        ty::Ty::List(inner) | ty::Ty::Optional(inner) | ty::Ty::Refined(inner, _) => {
            reaches_checks(lowering, inner, seen)
        }
        _ => false,
    }
}

/// Makes the expressions, bools, that test the invariants of records inside the source record: a function for each record, because
/// records may hold records of their own type.
struct Guard<'l, 'm> {
    lowering: &'l mut Lowering<'m>,
    functions: BTreeMap<RecordId, FunctionId>,
    span: Span,
}

impl Guard<'_, '_> {
    fn make(&mut self, lineage: &Lineage) -> Make {
        let pointer = lineage.path().map(|path| path.steps()).unwrap_or_default();
        Make { site: self.lowering.place(self.span, String::new(), pointer) }
    }

    /// The tests of the fields of the record in `local`.
    fn fields(&mut self, frame: &mut Frame, local: LocalId, record: RecordId) -> Vec<Expr> {
        let whole = frame.lineage(local);
        let mut tests = Vec::new();
        for (at, field) in (0..).zip(&self.lowering.model.record(record).fields) {
            self.span = field.span;
            let lineage = whole.field(self.lowering.model, Some(record), at);
            let make = self.make(&lineage);
            let inner = make.expr(Ty::Record(translate::record(record)), Op::Local(Read(local)));
            let value = make.expr(translate::ty(&field.ty), Op::Field(Box::new(inner), at));
            tests.extend(self.value(frame, value, &field.ty, &lineage));
        }
        tests
    }

    /// The test of a value of a type; `None` if there is nothing to test in it.
    fn value(&mut self, frame: &mut Frame, value: Expr, ty: &ty::Ty, lineage: &Lineage) -> Option<Expr> {
        if !has_checks(self.lowering, ty) {
            return None;
        }
        let make = self.make(lineage);
        match ty {
            ty::Ty::Refined(base, _) => self.value(frame, value, base, lineage),
            ty::Ty::Optional(inner) => {
                let bound = translate::ty(inner);
                let bind = frame.add("present", bound.clone(), lineage.clone());
                let then = self.value(frame, make.expr(bound, Op::Local(Read(bind))), inner, lineage)?;
                let otherwise = Box::new(make.truth());
                Some(make.expr(Ty::Bool, Op::IfPresent(Box::new(value), bind, Box::new(then), otherwise)))
            }
            ty::Ty::List(inner) => {
                let index = frame.add("index", Ty::Int, Lineage::Unknown);
                let element = lineage.element(index);
                let of = translate::ty(inner);
                let item = frame.add("item", of.clone(), element.clone());
                let each = self.make(&element).expr(of, Op::Local(Read(item)));
                let body = self.value(frame, each, inner, &element)?;
                let each = For { list: value, item, index, number: None, filter: None, body };
                let tested = make.expr(Ty::List(Box::new(Ty::Bool)), Op::For(Box::new(each)));
                let unused = frame.add("tested", tested.ty.clone(), Lineage::Unknown);
                Some(make.bind(tested, unused, make.truth()))
            }
            ty::Ty::Record(record) => {
                let function = self.function(*record);
                Some(make.expr(Ty::Bool, Op::CallUser(function, vec![value])))
            }
            _ => None,
        }
    }

    /// The function that tests a record.
    fn function(&mut self, record: RecordId) -> FunctionId {
        if let Some(known) = self.functions.get(&record) {
            return *known;
        }
        let id = FunctionId(number(self.lowering.functions.len()));
        self.lowering.functions.push(None);
        self.functions.insert(record, id);
        let mut frame = Frame::default();
        let param = frame.add("record", Ty::Record(translate::record(record)), Lineage::root());
        let span = std::mem::replace(&mut self.span, self.lowering.model.record(record).span);
        let make = self.make(&Lineage::root());
        let tests = self.fields(&mut frame, param, record);
        let ty = Ty::Tuple(vec![Ty::Bool; tests.len()]);
        let unused = frame.add("tested", ty.clone(), Lineage::Unknown);
        let inside = make.bind(make.expr(ty, Op::Record(tests)), unused, make.truth());
        let invariants = self.lowering.model.record(record).checks.iter().collect();
        let body = Body::new(self.lowering, &mut frame, Variables::default(), [])
            .tested(param, record, invariants, "", inside, make);
        self.span = span;
        let name = format!("check of {}", self.lowering.model.record(record).name);
        let function = Function { name, params: vec![param], locals: frame.locals, body };
        if let Some(slot) = self.lowering.functions.get_mut(id.0 as usize) {
            *slot = Some(function);
        }
        id
    }
}
