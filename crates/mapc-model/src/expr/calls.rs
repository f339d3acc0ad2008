//! Calls: of user functions, of the library, as functions and as methods.

use mapc_diagnostics::Span;
use mapc_runtime::library;
use mapc_syntax::ast::{self, ArgumentValue};

use super::provenance::holds_record;
use super::{Checker, Provenance};
use crate::bodies::Call;
use crate::core::{Expr, ExprKind, FunctionId, LocalId};
use crate::errors;
use crate::names::{FunctionSignature, Symbol};
use crate::ty::Ty;

/// An argument of a call: a value, or what is written.
pub(super) enum Given<'e> {
    /// A receiver, or what was already understood.
    Value(Expr),
    /// Yet to be understood.
    Syntax(&'e ast::Argument),
    /// A lambda that was already understood: its parameters, its value, and what is written.
    Lambda(Vec<LocalId>, Expr, &'e ast::Expr),
}

impl Checker<'_, '_> {
    /// `f(a, b)`.
    pub(super) fn call(&mut self, name: &ast::Path, arguments: &[ast::Argument], span: Span) -> Expr {
        match self.cx.resolve(name, &self.scope) {
            Some(Symbol::Function(function)) => self.call_user(function, None, arguments, span),
            Some(other) => {
                self.cx.report(errors::names::not_a_function(&name.text(), name.span, &other));
                self.arguments_of_unknown(arguments, span)
            }
            None => {
                let given = arguments.iter().map(Given::Syntax).collect();
                let last = name.segments.last().filter(|_| name.segments.len() == 1);
                match last {
                    Some(last) if library::named(&last.text).next().is_some() => self.call_overloads(last, given, span),
                    _ => self.unknown_function(&name.text(), name.span, arguments, span),
                }
            }
        }
    }

    /// `a.f(b)`; over a `T?` it gives a `U?`, unless the function takes what may be absent.
    pub(super) fn method(
        &mut self,
        expr: &ast::Expr,
        base: &ast::Expr,
        name: &ast::Name,
        arguments: &[ast::Argument],
    ) -> Expr {
        let span = expr.span;
        if let Some(path) = self.path_to_function(base, name) {
            return self.call(&path, arguments, span);
        }
        let receiver = self.infer(base, None);
        let path = ast::Path { segments: vec![name.clone()], span: name.span };
        if let Some(Symbol::Function(function)) = self.cx.resolve(&path, &self.scope) {
            let takes_absent = self
                .cx
                .signature(function)
                .is_some_and(|signature| signature.params.first().is_some_and(|(_, ty)| ty.is_optional()));
            if takes_absent {
                return self.call_user(function, Some(receiver), arguments, span);
            }
            return self.lift(receiver, |c, receiver| c.call_user(function, Some(receiver), arguments, span));
        }
        if receiver.ty == Ty::Error {
            return self.arguments_of_unknown(arguments, span);
        }
        if name.text == "to_string" && arguments.is_empty() && matches!(receiver.ty.required().base(), Ty::Enum(_)) {
            return self.lift(receiver, |_, receiver| super::fit::enum_text(receiver));
        }
        if library::named(&name.text).next().is_none() {
            return self.unknown_function(&name.text, name.span, arguments, span);
        }
        self.call_method(name, receiver, arguments, span)
    }

    fn call_method(&mut self, name: &ast::Name, receiver: Expr, arguments: &[ast::Argument], span: Span) -> Expr {
        let rest = || arguments.iter().map(Given::Syntax);
        if !receiver.ty.is_optional() || self.takes_absent(&name.text, &receiver.ty, arguments.len() + 1) {
            let given = std::iter::once(Given::Value(receiver)).chain(rest()).collect();
            return self.call_overloads(name, given, span);
        }
        self.lift(receiver, |c, receiver| {
            let given = std::iter::once(Given::Value(receiver)).chain(rest()).collect();
            c.call_overloads(name, given, span)
        })
    }

    /// `system.f(a)` reads as a method at first; it is a call where the path leads to a function and not to a value.
    fn path_to_function(&self, base: &ast::Expr, name: &ast::Name) -> Option<ast::Path> {
        let ast::ExprKind::Name(system) = &base.kind else { return None };
        if self.place(base).is_some() {
            return None;
        }
        let segments = vec![ast::Name { text: system.clone(), span: base.span }, name.clone()];
        let path = ast::Path { segments, span: base.span.to(name.span) };
        matches!(self.cx.resolve(&path, &self.scope), Some(Symbol::Function(_))).then_some(path)
    }

    fn unknown_function(&mut self, name: &str, at: Span, arguments: &[ast::Argument], span: Span) -> Expr {
        let functions = &self.cx.model.functions;
        let own = self.cx.names.signatures.keys().filter_map(|id| functions.get(id.0 as usize));
        let own = own.map(|function| function.name.as_str());
        let all = library::all().iter().map(|function| function.name);
        let best = self.cx.nearest(name, own.chain(all)).map(str::to_owned);
        self.cx.report(errors::names::unknown_function(name, at, best.as_deref()));
        self.arguments_of_unknown(arguments, span)
    }

    /// The arguments of a call that is in error, for their own errors; those that need an expected type are passed over.
    pub(super) fn arguments_of_unknown(&mut self, arguments: &[ast::Argument], span: Span) -> Expr {
        for argument in arguments {
            if let ArgumentValue::Expr(value) = &argument.value
                && !matches!(value.kind, ast::ExprKind::Regex(_))
            {
                self.infer(value, Some(&Ty::Error));
            }
        }
        self.error(span)
    }

    fn call_user(
        &mut self,
        function: FunctionId,
        receiver: Option<Expr>,
        arguments: &[ast::Argument],
        span: Span,
    ) -> Expr {
        let Some(FunctionSignature { params, result }) = self.cx.signature(function).cloned() else {
            return self.arguments_of_unknown(arguments, span);
        };
        let names: Vec<&str> = params.iter().map(|(name, _)| name.as_str()).collect();
        let behind = usize::from(receiver.is_some());
        let Some(order) = arrange(&names, behind, arguments) else {
            let name = self.cx.model.functions.get(function.0 as usize).map_or("", |f| f.name.as_str()).to_owned();
            let wanted: Vec<String> =
                params.iter().map(|(name, ty)| format!("{name}: {}", self.cx.type_name(ty))).collect();
            self.cx.report(errors::calls::wrong_arguments(&name, span, &wanted, arguments.len() + behind));
            return self.arguments_of_unknown(arguments, span);
        };
        let mut values = Vec::new();
        if let (Some(receiver), Some((_, ty))) = (receiver, params.first()) {
            values.push(self.fit_value(receiver, ty, span));
        }
        for (argument, (_, ty)) in order.into_iter().zip(params.iter().skip(behind)) {
            values.push(match &argument.value {
                ArgumentValue::Expr(value) => self.check(value, ty),
                ArgumentValue::Lambda { span, .. } => self.fail(errors::calls::misplaced_lambda(*span)),
            });
        }
        self.edge(function, &values, span);
        self.make(ExprKind::CallUser(function, values), result, span)
    }

    /// Notes that this function calls another, and whether with a smaller part of its own input.
    pub(super) fn edge(&mut self, to: FunctionId, arguments: &[Expr], span: Span) {
        let Some(from) = self.function else { return };
        let structured = arguments.iter().filter(|argument| holds_record(&argument.ty));
        let with = structured.map(|argument| self.provenance_of(argument)).max().unwrap_or(Provenance::Whole);
        self.cx.found.calls.push(Call { from, to, with, span });
    }
}

/// The arguments in the order of the parameters behind the receiver; nothing where they do not fit these by number or name.
pub(super) fn arrange<'e>(
    params: &[&str],
    behind: usize,
    arguments: &'e [ast::Argument],
) -> Option<Vec<&'e ast::Argument>> {
    let params = params.get(behind..)?;
    if params.len() != arguments.len() {
        return None;
    }
    let mut slots: Vec<Option<&ast::Argument>> = vec![None; params.len()];
    for (position, argument) in arguments.iter().enumerate() {
        let position = match &argument.name {
            Some(name) => params.iter().position(|param| *param == name.text)?,
            None => position,
        };
        let slot = slots.get_mut(position)?;
        if slot.replace(argument).is_some() {
            return None;
        }
    }
    slots.into_iter().collect()
}
