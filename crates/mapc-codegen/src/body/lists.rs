//! Lists and `for`.

use mapc_plan::{Expr, For, Ty};

use super::{Body, Gives};
use crate::rust::{Code, block, call, enclosed};

impl<'p> Body<'_, 'p> {
    pub(super) fn list(&mut self, elements: &'p [Expr], ty: &Ty) -> Code {
        let values: Vec<String> = elements.iter().map(|element| self.expr(element).text()).collect();
        match ty {
            Ty::List(element) => {
                let function = format!("rt::flow::list::<{}>", self.module.types.rust(element));
                Code::tight(call(&function, &["cx".into(), enclosed("&[", &values, "]")]))
            }
            _ => Code::tight("&[]"),
        }
    }

    /// `for`: the body is a closure that the runtime calls for each element.
    pub(super) fn each(&mut self, each: &'p For, ty: &Ty) -> Code {
        let list = self.expr(&each.list).text();
        let outside = std::mem::replace(&mut self.gives, Gives::Bail);
        let filter = each.filter.as_ref().map(|filter| self.expr(filter).text());
        let body = self.expr(&each.body).text();
        self.gives = outside;
        let mut text = String::new();
        let index = self.bind(each.index);
        if index != "_" {
            text.push_str(&format!("let {index} = rt::flow::index({index});\n"));
        }
        if let Some(filter) = filter {
            text.push_str(&block(&format!("if !({filter})"), "return Ok(None);"));
            text.push('\n');
        }
        text.push_str(&if each.body.ty == Ty::Never { body } else { format!("Ok(Some({body}))") });
        let number = each.number.map_or_else(|| "_".to_owned(), |number| self.bind(number));
        let closure = block(&format!("|{index}, {}, {number}|", self.bind(each.item)), &text);
        // A body that never has a value tells nothing of the element's type.
        let function = match ty {
            Ty::List(element) if each.body.ty == Ty::Never => {
                format!("fast::each::<_, {}>", self.module.types.rust(element))
            }
            _ => "fast::each".to_owned(),
        };
        Code::tight(format!("{}?", call(&function, &["cx".into(), list, closure])))
    }
}
