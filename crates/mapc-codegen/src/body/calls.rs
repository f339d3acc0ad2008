//! Calls of library functions, user functions and maps.

use mapc_plan::{Argument, Expr, FunctionId, LocalId, Ty};
use mapc_runtime::library;

use super::{Body, Gives};
use crate::rust::{Code, block, call};

impl<'p> Body<'_, 'p> {
    pub(super) fn call(
        &mut self,
        function: &'static library::Function,
        arguments: &'p [Argument],
        expr: &'p Expr,
    ) -> Code {
        let mut list = vec!["cx".to_owned()];
        list.extend(arguments.iter().map(|argument| self.argument(argument)));
        let call = call(&format!("rt::library::{}", function.rust), &list);
        if function.fallible { self.located(expr, call) } else { Code::tight(call) }
    }

    fn argument(&mut self, argument: &'p Argument) -> String {
        match argument {
            Argument::Value(value) => self.expr(value).text(),
            Argument::Lambda { params, body } => self.lambda(params, body),
            Argument::Regex(pattern) => format!("&{}", self.module.statics.regex(pattern.as_str())),
            Argument::Pattern(pattern, purpose) => format!("&{}", self.module.statics.date_pattern(pattern, *purpose)),
        }
    }

    fn lambda(&mut self, params: &[LocalId], body: &'p Expr) -> String {
        let outside = std::mem::replace(&mut self.gives, Gives::Fail);
        let value = self.expr(body).text();
        self.gives = outside;
        let value = if body.ty == Ty::Never { value } else { format!("Ok({value})") };
        let params: Vec<String> = params
            .iter()
            .map(|param| format!("{}: {}", self.bind(*param), self.module.types.rust(self.local_type(*param))))
            .collect();
        let head = format!("|{}|", params.join(", "));
        if value.contains('\n') || value.starts_with("return") {
            block(&head, &value)
        } else {
            format!("{head} {value}")
        }
    }

    /// A call of a user function or map.
    pub(super) fn call_user(&mut self, function: FunctionId, arguments: &'p [Expr], ty: &Ty) -> Code {
        let mut list = vec!["cx".to_owned()];
        // What they can end with is no matter of the call.
        let outside = std::mem::replace(&mut self.gives, Gives::Bail);
        list.extend(arguments.iter().map(|argument| self.expr(argument).text()));
        self.gives = outside;
        let inside = call(&self.module.function_name(function), &list);
        let closure = if list.iter().any(|argument| argument.contains('?') || argument.contains('\n')) {
            block("||", &inside)
        } else {
            format!("|| {inside}")
        };
        let called = format!("{}?", call("fast::call", &["cx".into(), closure]));
        let never = self.module.plan.functions.get(function.0 as usize).is_some_and(|it| it.body.ty == Ty::Never);
        // A function that never has a value may stand for one of any type.
        match (never, ty) {
            (_, Ty::Never) => Code::loose(format!("match {called} {{}}")),
            (true, ty) => {
                let ty = self.module.types.rust(ty);
                Code::loose(block("", &format!("let never: {ty} = match {called} {{}};\nnever")))
            }
            (false, _) => Code::tight(called),
        }
    }
}
