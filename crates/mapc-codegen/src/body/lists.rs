//! Lists, `for` and templates.

use mapc_plan::{Expr, For, LocalId, Ty};

use super::{Body, index_variable, variable};
use crate::code::Code;

impl<'p> Body<'_, 'p> {
    pub(super) fn list(&mut self, elements: &'p [Expr], ty: &Ty) -> Code {
        let values: Vec<String> = elements.iter().map(|element| self.expr(element).value()).collect();
        match ty {
            Ty::List(element) if elements.is_empty() => {
                Code::tight(format!("rt::flow::list::<{}>(cx, &[])", self.module.types.rust(element)))
            }
            _ => Code::tight(format!("rt::flow::list(cx, &[{}])", values.join(", "))),
        }
    }

    pub(super) fn concat(&mut self, parts: &'p [Expr]) -> Code {
        let values: Vec<String> = parts.iter().map(|part| self.expr(part).value()).collect();
        Code::tight(format!("rt::flow::concat(cx, &[{}])", values.join(", ")))
    }

    /// `for`: the body is a closure that the runtime calls for each element.
    pub(super) fn each(&mut self, each: &'p For) -> Code {
        let list = self.expr(&each.list).value();
        let filter = each.filter.as_ref().map(|filter| self.expr(filter).value());
        let body = self.expr(&each.body).value();
        let item = self.bind(each.item);
        let (parameter, index) = self.position(each.index);
        let number = each.number.map_or_else(|| "_".to_owned(), |number| self.bind(number));
        let filter = filter.map_or_else(String::new, |filter| format!("if !({filter}) {{ return Ok(None); }}"));
        let call = format!(
            "rt::flow::each(cx, {list}, |{parameter}, {item}, {number}| {{ {index} {filter} Ok(Some({body})) }})"
        );
        Code::tight_result(call)
    }

    /// The parameter that takes an element's position, and what makes the index local of it, where something reads it.
    fn position(&self, index: LocalId) -> (String, String) {
        let reads = self.used.contains(&index);
        let points = self.pointed.contains(&index);
        let parameter = if reads || points { index_variable(index) } else { "_".to_owned() };
        let local = if reads {
            format!("let {} = rt::flow::index({});", variable(index), index_variable(index))
        } else {
            String::new()
        };
        (parameter, local)
    }
}
