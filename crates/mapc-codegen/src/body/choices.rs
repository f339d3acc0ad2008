//! Presence and conditions, and what ends an expression.

use mapc_plan::{Arm, Constant, Expr, LocalId, Op, Ty};

use super::Body;
use crate::consts::select;
use crate::rust::{Code, block};

impl<'p> Body<'_, 'p> {
    pub(super) fn if_present(&mut self, value: &'p Expr, bind: LocalId, then: &'p Expr, otherwise: &'p Expr) -> Code {
        let mut present = self.expr(value);
        if value.ty == Ty::Never {
            let ty = self.module.types.rust(self.local_type(bind));
            present = Code::loose(block("", &format!("let never: Option<{ty}> = {};\nnever", present.text())));
        }
        if then.as_local() == Some(bind) && is_at_hand(otherwise) {
            return Code::tight(format!("{}.unwrap_or({})", present.operand(), self.expr(otherwise).text()));
        }
        let present = present.text();
        let then = self.expr(then).text();
        let otherwise = self.expr(otherwise).text();
        let arms = format!("Some({}) => {then},\nNone => {otherwise},", self.bind(bind));
        Code::loose(block(&format!("match {present}"), &arms))
    }

    pub(super) fn if_else(&mut self, condition: &'p Expr, then: &'p Expr, otherwise: &'p Expr) -> Code {
        let condition = self.expr(condition).text();
        let then = self.expr(then).text();
        let chained = matches!(otherwise.op, Op::If(..));
        let otherwise = self.expr(otherwise).text();
        let otherwise = if chained && otherwise.starts_with("if ") { otherwise } else { block("", &otherwise) };
        Code::loose(format!("{} else {otherwise}", block(&format!("if {condition}"), &then)))
    }

    pub(super) fn switch(&mut self, value: &'p Expr, arms: &'p [Arm], otherwise: &'p Expr) -> Code {
        let ty = &value.ty;
        let value = self.expr(value).text();
        let cases: Vec<(&[Constant], String)> =
            arms.iter().map(|arm| (arm.values.as_slice(), self.expr(&arm.body).text())).collect();
        let otherwise = self.expr(otherwise).text();
        Code::loose(select(ty, &value, &cases, &otherwise))
    }

    /// `try`: what fails inside leaves a notice, so that the good path ends.
    pub(super) fn attempt(&mut self, operand: &'p Expr) -> Code {
        let value = self.expr(operand);
        if operand.ty.is_optional() || operand.ty == Ty::Never {
            value
        } else {
            Code::tight(format!("Some({})", value.text()))
        }
    }

    /// `reject`; what its reason can end with ends it as well.
    pub(super) fn reject(&mut self, expr: &'p Expr, reason: &'p Expr) -> Code {
        let ends = self.effects(reason).ends() || has_points(reason);
        let bail = self.bail(expr);
        if !ends {
            return bail;
        }
        let reason = self.expr(reason).text();
        Code::loose(block("", &format!("let _ = {reason};\n{}", bail.text())))
    }
}

/// Whether some part of an expression is a point of the plan.
fn has_points(expr: &Expr) -> bool {
    let mut found = false;
    expr.all(&mut |part| {
        found |= matches!(
            part.op,
            Op::Narrow(_)
                | Op::Arith(..)
                | Op::Negate(_)
                | Op::Call(..)
                | Op::Reject(..)
                | Op::Skip(_)
                | Op::Check(..)
                | Op::Lookup(..)
        );
    });
    found
}

/// Whether a value is there without any work.
fn is_at_hand(expr: &Expr) -> bool {
    matches!(&expr.op, Op::Const(constant) if !matches!(constant, Constant::List(_)))
}
