//! Records and tuples: their parts, and how they are made.

use mapc_plan::{Expr, Op, Ty};

use super::Body;
use crate::code::{Code, block};

impl<'p> Body<'_, 'p> {
    pub(super) fn field(&mut self, record: &'p Expr, position: u32) -> Code {
        let name = self.field_name(&record.ty, position);
        Code::tight(format!("{}.{name}", self.expr(record).operand()))
    }

    fn field_name(&self, ty: &Ty, position: u32) -> String {
        match ty {
            Ty::Record(record) => self
                .module
                .types
                .shape(*record)
                .and_then(|shape| shape.fields.get(position as usize))
                .cloned()
                .unwrap_or_else(|| format!("field_{position}")),
            _ => position.to_string(),
        }
    }

    /// A record or tuple. Where parts can fail, each is evaluated and reported before the whole fails.
    pub(super) fn record(&mut self, parts: &'p [Expr], ty: &Ty) -> Code {
        if parts.iter().all(|part| !self.facts().fails(part)) {
            let values: Vec<String> = parts.iter().map(|part| self.expr(part).value()).collect();
            let made = self.made(ty, &values);
            return if matches!(ty, Ty::Record(_)) { Code::loose(made) } else { Code::tight(made) };
        }
        let mut text = String::new();
        let mut values = Vec::new();
        let mut failing = Vec::new();
        for (position, part) in parts.iter().enumerate() {
            let name = format!("p{position}");
            if self.facts().fails(part) {
                let evaluated = self.part(part);
                text.push_str(&format!("let {name} = {evaluated};"));
                failing.push(format!("{name}.as_ref().err()"));
                values.push(format!("{name}?"));
            } else if is_trivial(part) {
                values.push(self.expr(part).value());
            } else {
                text.push_str(&format!("let {name} = {};", self.expr(part).value()));
                values.push(name);
            }
        }
        let made = self.made(ty, &values);
        block(format!("{{ {text} rt::flow::join(&[{}])?; {made} }}", failing.join(", ")), false)
    }

    /// A part that can fail, as the result of reporting it. Only a skip leaves at once.
    fn part(&mut self, part: &'p Expr) -> String {
        let skips = self.facts().skips(part);
        let value = self.expr(part).result();
        if skips {
            format!("rt::flow::part_or_skip(cx, || {value})?")
        } else {
            format!("rt::flow::part(cx, || {value})")
        }
    }

    /// The value made of its parts.
    pub(super) fn made(&self, ty: &Ty, values: &[String]) -> String {
        let Ty::Record(record) = ty else {
            return format!("({},)", values.join(", "));
        };
        let Some(shape) = self.module.types.shape(*record) else { return String::new() };
        let fields: Vec<String> =
            shape.fields.iter().zip(values).map(|(name, value)| assignment(name, value)).collect();
        let made = format!("{} {{ {} }}", shape.name, fields.join(", "));
        if shape.recursive { format!("&*cx.bump.alloc({made})") } else { made }
    }
}

fn assignment(name: &str, value: &str) -> String {
    if name == value { name.to_owned() } else { format!("{name}: {value}") }
}

/// Whether a value is named or written down rather than computed, so that it may stand where it is used.
fn is_trivial(expr: &Expr) -> bool {
    match &expr.op {
        Op::Const(_) | Op::Local(_) => true,
        Op::Field(value, _) | Op::Some(value) => is_trivial(value),
        _ => false,
    }
}
