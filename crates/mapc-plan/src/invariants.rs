//! Invariants of records that are built inside expressions.

use mapc_model::core::{Const, Expr, ExprKind, LocalId, SiteId};
use mapc_model::ty::{RecordId, Ty};

use crate::body::Body;
use crate::lineage::Lineage;
use crate::lowering::{Binding, Lowered, number};

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

    /// `true`.
    pub fn truth(self) -> Expr {
        self.expr(Ty::Bool, ExprKind::Const(Const::Bool(true)))
    }

    /// `then` with the value of `value` in `local`: unlike a `let`, evaluated at once, and what fails is a failure here.
    pub fn bind(self, value: Expr, local: LocalId, then: Expr) -> Expr {
        let ty = then.ty.clone();
        let value =
            Box::new(Expr { ty: value.ty.clone().optional(), site: value.site, kind: ExprKind::Some(Box::new(value)) });
        let never = ExprKind::Reject(DEFECT.to_owned(), "a value is absent that cannot be".to_owned());
        let otherwise = Box::new(self.expr(ty.clone(), never));
        self.expr(ty, ExprKind::IfPresent { value, bind: local, then: Box::new(then), otherwise })
    }
}
