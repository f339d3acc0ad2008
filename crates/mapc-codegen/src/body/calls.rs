//! Calls of library functions, user functions and maps.

use mapc_plan::{Argument, Expr, FunctionId, LocalId, SiteId, Ty};
use mapc_runtime::library;

use super::{Body, variable};
use crate::code::Code;

impl<'p> Body<'_, 'p> {
    pub(super) fn call(&mut self, function: &'static library::Function, args: &'p [Argument], site: SiteId) -> Code {
        let mut list = vec!["cx".to_owned()];
        list.extend(args.iter().map(|arg| self.argument(arg)));
        let call = format!("rt::library::{}({})", function.rust, list.join(", "));
        if function.fallible { self.located(&call, site) } else { Code::tight(call) }
    }

    fn argument(&mut self, arg: &'p Argument) -> String {
        match arg {
            Argument::Value(value) => self.expr(value).value(),
            Argument::Lambda { params, body } => self.lambda(params, body),
            Argument::Regex(pattern) => format!("&{}", self.module.statics.regex(pattern.as_str())),
            Argument::Pattern(pattern, purpose) => format!("&{}", self.module.statics.date_pattern(pattern, *purpose)),
        }
    }

    fn lambda(&mut self, params: &[LocalId], body: &'p Expr) -> String {
        let body = self.expr(body).result();
        let params: Vec<String> = params
            .iter()
            .map(|param| format!("{}: {}", self.bind(*param), self.module.types.rust(self.local_type(*param))))
            .collect();
        format!("|{}| {body}", params.join(", "))
    }

    /// A call of a user function or map; pointers of what fails inside it are moved below the first argument's.
    pub(super) fn call_user(&mut self, function: FunctionId, args: &'p [Expr], ty: &Ty, site: SiteId) -> Code {
        let mut list = vec!["cx".to_owned()];
        let mut bound = String::new();
        for (position, arg) in args.iter().enumerate() {
            // An argument that fails has its own place, so it is evaluated outside the call.
            if self.facts().fails(arg) {
                bound.push_str(&format!("let a{position} = {};", self.expr(arg).value()));
                list.push(format!("a{position}"));
            } else {
                list.push(self.expr(arg).value());
            }
        }
        let name = self.module.function_name(function);
        let call = format!("{name}({})", list.join(", "));
        let place = self.place(site);
        // A function that never has a value may stand for one of any type.
        let never =
            self.module.plan.functions.get(function.0 as usize).is_some_and(|called| called.body.ty == Ty::Never);
        let of_type = if never && *ty != Ty::Never {
            format!(".map(|never| -> {} {{ match never {{}} }})", self.module.types.rust(ty))
        } else {
            String::new()
        };
        let moved = format!("rt::flow::call(cx, {place}, || {call}){of_type}");
        if bound.is_empty() { Code::tight_result(moved) } else { Code::loose_result(format!("{{ {bound} {moved} }}")) }
    }

    /// The parameters of a function, after its body was written.
    pub(crate) fn parameters(&self, params: &[LocalId]) -> Vec<(String, Ty)> {
        params
            .iter()
            .map(|param| {
                let name = variable(*param);
                let name = if self.used.contains(param) { name } else { format!("_{name}") };
                (name, self.local_type(*param).clone())
            })
            .collect()
    }
}
