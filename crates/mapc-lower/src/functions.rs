//! User functions and maps that are called: each in the variants whose pointers its calls need.

use mapc_model::core as hir;
use mapc_plan::{Expr, Function, FunctionId, Op, Ty};

use crate::body::{Body, Variables};
use crate::lineage::Lineage;
use crate::lowering::{Frame, Lowering, Variant, number};

impl Lowering<'_> {
    /// The plan's function for one of the model whose parameter `base` has `lineage`, relative to the call's pointer; and where its
    /// value comes from, relative likewise.
    pub fn variant(&mut self, function: hir::FunctionId, base: usize, lineage: Lineage) -> (FunctionId, Lineage) {
        let variant = Variant { function, base, lineage };
        if let Some(known) = self.variants.get(&variant) {
            return known.clone();
        }
        let id = FunctionId(number(self.functions.len()));
        self.functions.push(None);
        // A call of the function inside itself finds this.
        self.variants.insert(variant.clone(), (id, Lineage::Unknown));
        let Some((lowered, result)) = self.function(&variant) else { return (id, Lineage::Unknown) };
        if let Some(slot) = self.functions.get_mut(id.0 as usize) {
            *slot = Some(lowered);
        }
        self.variants.insert(variant, (id, result.clone()));
        (id, result)
    }

    fn function(&mut self, variant: &Variant) -> Option<(Function, Lineage)> {
        let Some(function) = self.model.functions.get(variant.function.0 as usize) else {
            self.refuse("a function is called that does not exist, which is a defect of mapc", None);
            return None;
        };
        let mut frame = Frame::default();
        let mut body = Body::new(self, &mut frame, Variables::of(function), []);
        let mut params = Vec::new();
        for (position, param) in function.params.iter().enumerate() {
            let lineage = if position == variant.base { variant.lineage.clone() } else { Lineage::Unknown };
            params.push(body.declare(*param, "record", lineage));
        }
        let lets: Vec<_> = function.lets.iter().filter_map(|(local, value)| body.binding(*local, value)).collect();
        let heads: Vec<(Expr, Expr)> = function.heads.iter().map(|head| called_head(&mut body, head)).collect();
        let value = body.expr(&function.body);
        let decided = heads.into_iter().rev().fold(value.expr, |otherwise, (condition, then)| Expr {
            ty: otherwise.ty.clone(),
            site: otherwise.site,
            op: Op::If(Box::new(condition), Box::new(then), Box::new(otherwise)),
        });
        let body = match lets.is_empty() {
            true => decided,
            false => Expr { ty: decided.ty.clone(), site: decided.site, op: Op::Scope(lets, Box::new(decided)) },
        };
        Some((Function { name: function.name.clone(), params, locals: frame.locals, body }, value.lineage))
    }
}

/// What a head of a map that is called decides on, and what it ends with: what is skipped or deleted is left out of what calls it.
fn called_head<'m>(body: &mut Body<'_, 'm>, head: &'m hir::Head) -> (Expr, Expr) {
    let (condition, reason) = match head {
        hir::Head::Skip { condition, reason } => (condition, reason.as_str()),
        hir::Head::Delete { condition, .. } => (condition, "deleted at its source"),
        hir::Head::Reject { condition, rejection } => return body.decided(condition, rejection),
    };
    let condition = body.expr(condition).expr;
    let skip = Expr { op: Op::Skip(reason.to_owned()), ty: Ty::Never, site: condition.site };
    (condition, skip)
}
