//! Comparison, arithmetic, conversions, tables and checks: calls of the runtime's operators.

use std::sync::Arc;

use mapc_plan::{ArithOp, CompareOp, EnumId, Expr, SiteId, TableId, Ty};
use mapc_runtime::Constraint;

use super::Body;
use crate::code::Code;

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
        let left = self.expr(left).value();
        let right = self.expr(right).value();
        Code::tight(match counts {
            true => format!("rt::flow::compare(cx, {left}, {right}, rt::ops::{function})"),
            false => format!("rt::ops::{function}({left}, {right})"),
        })
    }

    pub(super) fn arith(&mut self, op: ArithOp, left: &'p Expr, right: &'p Expr, site: SiteId) -> Code {
        let function = match op {
            ArithOp::Add => "add",
            ArithOp::Subtract => "subtract",
            ArithOp::Multiply => "multiply",
            ArithOp::Divide => "divide",
            ArithOp::Remainder => "remainder",
        };
        let left = self.expr(left).value();
        let right = self.expr(right).value();
        self.located(&format!("rt::ops::{function}({left}, {right})"), site)
    }

    pub(super) fn negate(&mut self, value: &'p Expr, site: SiteId) -> Code {
        let value = self.expr(value).value();
        self.located(&format!("rt::ops::negate({value})"), site)
    }

    pub(super) fn enum_to_str(&mut self, id: EnumId, value: &'p Expr) -> Code {
        let value = self.expr(value).value();
        Code::tight(format!("rt::flow::wire(&{}, {value})", self.module.enums.wire(id)))
    }

    pub(super) fn scalar_of(&mut self, value: &'p Expr) -> Code {
        let from = &value.ty;
        let value = self.expr(value).value();
        match from {
            Ty::Int => Code::tight(format!("rt::flow::int_scalar(cx, {value})")),
            Ty::Bool => Code::tight(format!("rt::Scalar::Bool({value})")),
            Ty::Scalar => Code::tight(value),
            _ => Code::tight(format!("rt::Scalar::Str({value})")),
        }
    }

    pub(super) fn lookup(&mut self, table: TableId, key: &'p Expr, site: SiteId) -> Code {
        let (function, fails) = self.module.tables.function(self.module.plan, table);
        let key = self.expr(key).value();
        let call = format!("{function}({key})");
        if fails { self.located(&call, site) } else { Code::tight(call) }
    }

    pub(super) fn check(&mut self, value: &'p Expr, constraints: &'p Arc<[Constraint]>, site: SiteId) -> Code {
        let (ty, is_optional) = (value.ty.required(), value.ty.is_optional());
        let value = self.expr(value);
        if constraints.is_empty() {
            return value;
        }
        let value = value.value();
        let is_text = ty == &Ty::Str;
        let counted = |checked: String, value: &str| match is_text {
            true => format!("rt::flow::looked(cx, {value}).and_then(|value| {checked})"),
            false => checked,
        };
        if is_optional {
            let checked = counted(self.module.checked(ty, constraints, "cx.bump", "value"), "value");
            return self.located(&format!("{value}.map(|value| {checked}).transpose()"), site);
        }
        let inside = if is_text { "value" } else { &value };
        let checked = counted(self.module.checked(ty, constraints, "cx.bump", inside), &value);
        self.located(&checked, site)
    }
}

/// Whether comparing values of a type may look at much, so that it counts as work.
fn looks(ty: &Ty) -> bool {
    matches!(ty.required(), Ty::Str | Ty::Scalar | Ty::List(_) | Ty::Map(_) | Ty::Tuple(_))
}
