//! Invariants of records that are built inside expressions, and of the source record.

use mapc_diagnostics::Span;
use mapc_model::core::{Const, Expr, ExprKind, For, LocalId, SiteId};
use mapc_model::ty::{RecordId, Ty};

use crate::body::Body;
use crate::ir::{Check, Stage};
use crate::lineage::Lineage;
use crate::lowering::{Binding, Frame, Lowered, Lowering, number};

/// The code of a broken invariant, and of a defect of mapc.
const BROKEN: &str = "R0302";
const DEFECT: &str = "R0900";

impl<'m> Body<'_, 'm> {
    /// `built` with the invariants of its record tested.
    pub fn checked(&mut self, built: Lowered, record: RecordId, target: &str) -> Lowered {
        let Lowered { expr, lineage } = built;
        let (ty, site) = (expr.ty.clone(), expr.site);
        let local = self.frame.add(ty.clone(), lineage.clone());
        let make = Make { site };
        let value = make.expr(ty.clone(), ExprKind::Local(local));
        let then = self.tested(local, record, target, value, make);
        Lowered { expr: make.bind(expr, local, then), lineage }
    }

    /// `value` if the invariants of the record in `local` hold; all that do not are reported.
    pub fn tested(&mut self, local: LocalId, record: RecordId, target: &str, value: Expr, make: Make) -> Expr {
        let model = self.lowering.model;
        let fields: Vec<Binding> =
            (0..model.record(record).fields.len()).map(|at| Binding::Field(local, number(at))).collect();
        let whole = self.frame.lineage(local);
        let mut tests = Vec::new();
        for invariant in &model.record(record).checks {
            let at = invariant.at.map_or(Lineage::Unknown, |at| whole.field(model, &Ty::Record(record), at));
            let at = if at.is_known() { at } else { whole.clone() };
            let condition = self.condition(invariant, record, &fields, &at, target);
            let broken = ExprKind::Reject(BROKEN.to_owned(), invariant.reason.clone());
            let make = Make { site: condition.site };
            let (holds, broken) = (make.truth(), make.expr(Ty::Never, broken));
            tests.push(make.expr(Ty::Bool, ExprKind::If(Box::new(condition), Box::new(holds), Box::new(broken))));
        }
        let ty = Ty::Tuple(vec![Ty::Bool; tests.len()]);
        let unused = self.frame.add(ty.clone(), Lineage::Unknown);
        make.bind(make.expr(ty, ExprKind::Record(tests)), unused, value)
    }
}

/// Makes expressions at one site.
#[derive(Clone, Copy)]
pub(crate) struct Make {
    pub site: SiteId,
}

impl Make {
    pub fn expr(self, ty: Ty, kind: ExprKind) -> Expr {
        Expr { kind, ty, site: self.site }
    }

    fn truth(self) -> Expr {
        self.expr(Ty::Bool, ExprKind::Const(Const::Bool(true)))
    }

    /// `then` with the value of `value` in `local`: unlike a `let`, evaluated at once, and what fails is a failure here.
    fn bind(self, value: Expr, local: LocalId, then: Expr) -> Expr {
        let ty = then.ty.clone();
        let value =
            Box::new(Expr { ty: value.ty.clone().optional(), site: value.site, kind: ExprKind::Some(Box::new(value)) });
        let never = ExprKind::Reject(DEFECT.to_owned(), "a value is absent that cannot be".to_owned());
        let otherwise = Box::new(self.expr(ty.clone(), never));
        self.expr(ty, ExprKind::IfPresent { value, bind: local, then: Box::new(then), otherwise })
    }
}

/// The stage that tests the invariants of the source record and of the records in it; `None` if there are none.
pub(crate) fn source_stage(
    lowering: &mut Lowering<'_>,
    frame: &mut Frame,
    input: LocalId,
    record: RecordId,
) -> Option<Stage> {
    let mut seen = Vec::new();
    if !has_checks(lowering, &Ty::Record(record), &mut seen) {
        return None;
    }
    let mut outputs = Vec::new();
    let mut checks = Vec::new();
    let model = lowering.model;
    let declared = model.record(record);
    let whole = frame.lineage(input);
    for invariant in &declared.checks {
        let fields: Vec<Binding> = (0..declared.fields.len()).map(|at| Binding::Field(input, number(at))).collect();
        let at = invariant.at.map_or(whole.clone(), |at| whole.field(model, &Ty::Record(record), at));
        let mut body = Body::new(lowering, frame, &[], []);
        let condition = body.condition(invariant, record, &fields, &at, "");
        checks.push(Check { condition, reason: invariant.reason.clone() });
    }
    for (at, field) in declared.fields.iter().enumerate() {
        let mut guard = Guard { lowering, frame, span: field.span };
        let lineage = whole.field(model, &Ty::Record(record), number(at));
        let make = guard.make(&lineage);
        let input = make.expr(Ty::Record(record), ExprKind::Local(input));
        let value = make.expr(field.ty.clone(), ExprKind::Field(Box::new(input), number(at)));
        if let Some(test) = guard.value(value, &lineage) {
            let local = frame.add(Ty::Bool, Lineage::Unknown);
            outputs.push((local, test));
        }
    }
    Some(Stage { heads: Vec::new(), lets: Vec::new(), outputs, checks })
}

fn has_checks(lowering: &Lowering<'_>, ty: &Ty, seen: &mut Vec<RecordId>) -> bool {
    match ty {
        Ty::Record(record) if !seen.contains(record) => {
            seen.push(*record);
            let declared = lowering.model.record(*record);
            !declared.checks.is_empty() || declared.fields.iter().any(|field| has_checks(lowering, &field.ty, seen))
        }
        Ty::List(inner) | Ty::Optional(inner) | Ty::Refined(inner, _) => has_checks(lowering, inner, seen),
        _ => false,
    }
}

/// Makes the expressions, bools, that test the invariants of records inside the source record.
struct Guard<'l, 'm> {
    lowering: &'l mut Lowering<'m>,
    frame: &'l mut Frame,
    span: Span,
}

impl Guard<'_, '_> {
    fn make(&mut self, lineage: &Lineage) -> Make {
        let pointer = lineage.path().map(|path| path.steps()).unwrap_or_default();
        Make { site: self.lowering.place(self.span, String::new(), pointer) }
    }

    /// The test of a value; `None` if there is nothing to test in its type.
    fn value(&mut self, value: Expr, lineage: &Lineage) -> Option<Expr> {
        if !has_checks(self.lowering, &value.ty, &mut Vec::new()) {
            return None;
        }
        let make = self.make(lineage);
        match value.ty.clone() {
            Ty::Refined(base, _) => self.value(Expr { ty: *base, ..value }, lineage),
            Ty::Optional(inner) => {
                let bind = self.frame.add((*inner).clone(), lineage.clone());
                let then = self.value(make.expr(*inner, ExprKind::Local(bind)), lineage)?;
                let (value, then, otherwise) = (Box::new(value), Box::new(then), Box::new(make.truth()));
                Some(make.expr(Ty::Bool, ExprKind::IfPresent { value, bind, then, otherwise }))
            }
            Ty::List(inner) => {
                let index = self.frame.add(Ty::Int, Lineage::Unknown);
                let element = lineage.element(index);
                let item = self.frame.add((*inner).clone(), element.clone());
                let make_item = self.make(&element);
                let body = self.value(make_item.expr(*inner, ExprKind::Local(item)), &element)?;
                let each = For { list: value, item, index, number: None, filter: None, body };
                let tested = make.expr(Ty::List(Box::new(Ty::Bool)), ExprKind::For(Box::new(each)));
                let unused = self.frame.add(tested.ty.clone(), Lineage::Unknown);
                Some(make.bind(tested, unused, make.truth()))
            }
            Ty::Record(record) => Some(self.record(value, record, lineage, make)),
            _ => None,
        }
    }

    fn record(&mut self, value: Expr, record: RecordId, lineage: &Lineage, make: Make) -> Expr {
        let local = self.frame.add(Ty::Record(record), lineage.clone());
        let model = self.lowering.model;
        let mut nested = Vec::new();
        for (at, field) in model.record(record).fields.iter().enumerate() {
            let inner = make.expr(Ty::Record(record), ExprKind::Local(local));
            let inner = make.expr(field.ty.clone(), ExprKind::Field(Box::new(inner), number(at)));
            nested.extend(self.value(inner, &lineage.field(model, &Ty::Record(record), number(at))));
        }
        let ty = Ty::Tuple(vec![Ty::Bool; nested.len()]);
        let unused = self.frame.add(ty.clone(), Lineage::Unknown);
        let parts = make.bind(make.expr(ty, ExprKind::Record(nested)), unused, make.truth());
        let mut body = Body::new(self.lowering, self.frame, &[], []);
        let then = body.tested(local, record, "", parts, make);
        make.bind(value, local, then)
    }
}
