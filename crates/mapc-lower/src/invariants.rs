//! Invariants of records that are built inside expressions.

use std::collections::BTreeSet;

use mapc_model::core as hir;
use mapc_model::model::{Invariant, Record};
use mapc_model::ty::RecordId;
use mapc_plan::{Constant, Expr, LocalId, Op, Read, SiteId, Ty};

use crate::body::Body;
use crate::lineage::Lineage;
use crate::lowering::{Binding, Lowered, number};
use crate::reads::model_reads_any;
use mapc_runtime::codes;

/// The invariants that a built record has to hold: a `readonly` field has no value in it, so those that read one are of no use.
pub(crate) fn of_built(record: &Record) -> impl Iterator<Item = &Invariant> {
    let readonly: BTreeSet<hir::LocalId> = (0..)
        .zip(&record.fields)
        .filter(|(_, field)| field.readonly)
        .map(|(position, _)| hir::LocalId(position))
        .collect();
    record.checks.iter().filter(move |invariant| !model_reads_any(&invariant.condition, &readonly))
}

impl<'m> Body<'_, 'm> {
    /// `built` with the invariants of its record tested.
    pub fn checked(&mut self, built: Lowered, record: RecordId, target: &str) -> Lowered {
        let Lowered { expr, lineage } = built;
        let (ty, site) = (expr.ty.clone(), expr.site);
        let local = self.frame.add("built", ty.clone(), lineage.clone());
        let make = Make { site };
        let value = make.expr(ty.clone(), Op::Local(Read(local)));
        let invariants = of_built(self.lowering.model.record(record)).collect();
        let then = self.tested(local, record, invariants, target, value, make);
        Lowered { expr: make.bind(expr, local, then), lineage }
    }

    /// `value` if these invariants of the record in `local` hold; all that do not are reported.
    pub fn tested(
        &mut self,
        local: LocalId,
        record: RecordId,
        invariants: Vec<&'m Invariant>,
        target: &str,
        value: Expr,
        make: Make,
    ) -> Expr {
        let model = self.lowering.model;
        let fields: Vec<Binding> =
            (0..model.record(record).fields.len()).map(|at| Binding::Field(local, number(at))).collect();
        let whole = self.frame.lineage(local);
        let mut tests = Vec::new();
        for invariant in invariants {
            let at = invariant.at.map_or(Lineage::Unknown, |at| whole.field(model, Some(record), at));
            let at = if at.is_known() { at } else { whole.clone() };
            let condition = self.condition(invariant, record, &fields, &at, target);
            let make = Make { site: condition.site };
            let broken =
                Op::Reject(codes::INVARIANT_VIOLATED.as_str().to_owned(), Box::new(make.text(&invariant.reason)));
            let (holds, broken) = (make.truth(), make.expr(Ty::Never, broken));
            tests.push(make.expr(Ty::Bool, Op::If(Box::new(condition), Box::new(holds), Box::new(broken))));
        }
        let ty = Ty::Tuple(vec![Ty::Bool; tests.len()]);
        let unused = self.frame.add("tested", ty.clone(), Lineage::Unknown);
        make.bind(make.expr(ty, Op::Record(tests)), unused, value)
    }
}

/// Makes expressions at one site.
#[derive(Clone, Copy)]
pub(crate) struct Make {
    pub site: SiteId,
}

impl Make {
    pub fn expr(self, ty: Ty, op: Op) -> Expr {
        Expr { op, ty, site: self.site }
    }

    /// `true`.
    pub fn truth(self) -> Expr {
        self.expr(Ty::Bool, Op::Const(Constant::Bool(true)))
    }

    /// A text.
    pub fn text(self, text: &str) -> Expr {
        self.expr(Ty::Str, Op::Const(Constant::Str(text.into())))
    }

    /// `then` with the value of `value` in `local`: unlike a `let`, evaluated at once, and what fails is a failure here.
    pub fn bind(self, value: Expr, local: LocalId, then: Expr) -> Expr {
        let ty = then.ty.clone();
        let value = Box::new(Expr { ty: value.ty.clone().optional(), site: value.site, op: Op::Some(Box::new(value)) });
        let never = Op::Reject(
            codes::INTERNAL_ERROR.as_str().to_owned(),
            Box::new(self.text("a value is absent that cannot be")),
        );
        let otherwise = Box::new(self.expr(ty.clone(), never));
        self.expr(ty, Op::IfPresent(value, local, Box::new(then), otherwise))
    }
}
