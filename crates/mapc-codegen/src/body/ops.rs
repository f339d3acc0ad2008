//! Comparison, arithmetic, conversions, tables and checks: calls of the runtime's operators.

use std::sync::Arc;

use mapc_plan::{ArithOp, CompareOp, Expr, TableId, Ty};
use mapc_runtime::Constraint;

use super::Body;
use crate::rust::{Code, block, call};

impl<'p> Body<'_, 'p> {
    pub(super) fn compare(&mut self, op: CompareOp, left: &'p Expr, right: &'p Expr) -> Code {
        // With a constant no more is looked at than that.
        let counts = looks(&left.ty) && !left.is_constant() && !right.is_constant();
        let function = match op {
            CompareOp::Equal if counts => "equal",
            CompareOp::NotEqual if counts => "not_equal",
            CompareOp::Equal => return self.infix("==", left, right),
            CompareOp::NotEqual => return self.infix("!=", left, right),
            CompareOp::Less => "less",
            CompareOp::LessEqual => "less_equal",
            CompareOp::Greater => "greater",
            CompareOp::GreaterEqual => "greater_equal",
        };
        let left = self.expr(left).text();
        let right = self.expr(right).text();
        Code::tight(match counts {
            true => call("rt::flow::compare", &["cx".into(), left, right, format!("rt::ops::{function}")]),
            false => call(&format!("rt::ops::{function}"), &[left, right]),
        })
    }

    pub(super) fn arith(&mut self, op: ArithOp, left: &'p Expr, right: &'p Expr, expr: &'p Expr) -> Code {
        let function = match op {
            ArithOp::Add => "add",
            ArithOp::Subtract => "subtract",
            ArithOp::Multiply => "multiply",
            ArithOp::Divide => "divide",
            ArithOp::Remainder => "remainder",
        };
        let left = self.expr(left).text();
        let right = self.expr(right).text();
        self.located(expr, call(&format!("rt::ops::{function}"), &[left, right]))
    }

    pub(super) fn scalar_of(&mut self, value: &'p Expr) -> Code {
        let from = &value.ty;
        let value = self.expr(value);
        match from {
            Ty::Int => Code::tight(format!("rt::flow::int_scalar(cx, {})", value.text())),
            Ty::Bool => Code::tight(format!("rt::Scalar::Bool({})", value.text())),
            Ty::Scalar => value,
            _ => Code::tight(format!("rt::Scalar::Str({})", value.text())),
        }
    }

    pub(super) fn lookup(&mut self, table: TableId, key: &'p Expr, expr: &'p Expr) -> Code {
        let (function, rejects) = self.module.tables.function(self.module.plan, table);
        let found = call(&function, &[self.expr(key).text()]);
        if rejects {
            Code::tight(format!("{}?", call("fast::filled", &[self.point(expr), found])))
        } else {
            Code::tight(found)
        }
    }

    pub(super) fn check(&mut self, value: &'p Expr, constraints: &'p Arc<[Constraint]>, expr: &'p Expr) -> Code {
        let ty = value.ty.required();
        let given = self.expr(value).text();
        let inside = if value.ty.is_optional() { "value" } else { given.as_str() };
        let inside = if *ty == Ty::Str {
            call("fast::looked", &["cx".into(), inside.to_owned()]) + "?"
        } else {
            inside.to_owned()
        };
        let checked = self.module.checked(ty, constraints, "cx.bump", &inside);
        let checked = self.located(expr, checked);
        if !value.ty.is_optional() {
            return checked;
        }
        let arms = format!("Some(value) => Some({}),\nNone => None,", checked.text());
        Code::loose(block(&format!("match {given}"), &arms))
    }
}

/// Whether comparing values of a type may look at much, so that it counts as work.
fn looks(ty: &Ty) -> bool {
    matches!(ty.required(), Ty::Str | Ty::Scalar | Ty::List(_) | Ty::Map(_) | Ty::Tuple(_))
}
