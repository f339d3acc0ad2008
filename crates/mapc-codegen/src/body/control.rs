//! Presence, conditions and failures.

use mapc_plan::{Arm, Constant, Expr, LocalId, Op, SiteId, Ty};

use super::{Body, consts};
use crate::code::{Code, block, branch, unify};

impl<'p> Body<'_, 'p> {
    pub(super) fn if_present(&mut self, value: &'p Expr, bind: LocalId, then: &'p Expr, otherwise: &'p Expr) -> Code {
        if then.as_local() == Some(bind) && is_at_hand(otherwise) {
            let value = self.expr(value).operand();
            return Code::tight(format!("{value}.unwrap_or({})", self.expr(otherwise).value()));
        }
        let value = self.expr(value).value();
        let then = self.expr(then);
        let otherwise = self.expr(otherwise);
        let bind = self.bind(bind);
        let (is_result, [then, otherwise]) = unify([then, otherwise]);
        block(format!("match {value} {{ Some({bind}) => {then}, None => {otherwise} }}"), is_result)
    }

    pub(super) fn if_else(&mut self, condition: &'p Expr, then: &'p Expr, otherwise: &'p Expr) -> Code {
        let condition = self.expr(condition).value();
        let then = self.expr(then);
        let chained = matches!(otherwise.op, Op::If(..));
        let otherwise = self.expr(otherwise);
        let (is_result, [then, otherwise]) = unify([then, otherwise]);
        let otherwise = if chained && otherwise.starts_with("if ") { otherwise } else { format!("{{ {otherwise} }}") };
        block(format!("if {condition} {{ {then} }} else {otherwise}"), is_result)
    }

    pub(super) fn switch(&mut self, value: &'p Expr, arms: &'p [Arm], otherwise: &'p Expr) -> Code {
        let ty = &value.ty;
        let value = self.expr(value).value();
        let bodies: Vec<Code> = arms.iter().map(|arm| self.expr(&arm.body)).collect();
        let otherwise = self.expr(otherwise);
        let is_result = otherwise.is_result() || bodies.iter().any(Code::is_result);
        let cases = arms.iter().zip(bodies).map(|(arm, body)| (arm.values.as_slice(), branch(body, is_result)));
        block(select(ty, &value, cases.collect(), &branch(otherwise, is_result)), is_result)
    }

    pub(super) fn narrow(&mut self, value: &'p Expr, site: SiteId) -> Code {
        let value = self.expr(value).value();
        self.located(&format!("rt::flow::narrow({value})"), site)
    }

    /// `try`: the operand is evaluated in a closure of its own, so that its failures stay inside.
    pub(super) fn catch(&mut self, operand: &'p Expr) -> Code {
        let fails = self.facts().fails(operand);
        let code = self.expr(operand);
        if operand.ty.is_optional() || operand.ty == Ty::Never {
            return if fails { Code::tight_result(format!("rt::flow::catch(cx, || {})", code.result())) } else { code };
        }
        let some = format!("Some({})", code.value());
        if fails { Code::tight_result(format!("rt::flow::catch(cx, || Ok({some}))")) } else { Code::tight(some) }
    }

    pub(super) fn reject(&mut self, code: &str, reason: &'p Expr, site: SiteId) -> Code {
        let (reason, place) = (self.expr(reason).value(), self.place(site));
        Code::tight_result(format!("Err::<_, rt::Fail>(rt::flow::problem({code:?}, {reason}, {place}))"))
    }

    pub(super) fn skip(&mut self, reason: &str, site: SiteId) -> Code {
        let place = self.place(site);
        Code::tight_result(format!("Err::<_, rt::Fail>(rt::flow::skip(cx, {reason:?}, {place}))"))
    }
}

/// Whether a value is there without any work.
fn is_at_hand(expr: &Expr) -> bool {
    matches!(&expr.op, Op::Const(constant) if !matches!(constant, Constant::List(_)))
}

/// The case whose constants hold a value, or what stands for the rest.
pub(crate) fn select(ty: &Ty, value: &str, cases: Vec<(&[Constant], String)>, otherwise: &str) -> String {
    if cases.is_empty() {
        return otherwise.to_owned();
    }
    if consts::is_pattern(ty) {
        let arms = cases.iter().map(|(values, body)| {
            let patterns: Vec<String> = values.iter().map(consts::literal).collect();
            format!("{} => {body},", patterns.join(" | "))
        });
        return format!("match {value} {{ {} _ => {otherwise} }}", arms.collect::<String>());
    }
    let branches = cases.iter().map(|(values, body)| {
        let tests: Vec<String> = values.iter().map(|value| format!("value == {}", consts::literal(value))).collect();
        format!("if {} {{ {body} }} else ", tests.join(" || "))
    });
    format!("{{ let value = {value}; {} {{ {otherwise} }} }}", branches.collect::<String>())
}
