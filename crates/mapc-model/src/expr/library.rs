//! Calls of the library: the first overload that fits, its type variables, lambdas and literal arguments.

use mapc_diagnostics::Span;
use mapc_runtime::datetime::DatePattern;
use mapc_runtime::library::{self, Function, Signature, Type};
use mapc_syntax::ast::{self, ArgumentValue};

use super::calls::Given;
use super::text::plain;
use super::unify::Variables;
use super::{Bound, Checker, Provenance, element_of};
use crate::core::{Arg, Const, Expr, ExprKind, LocalId};
use crate::errors;
use crate::ty::Ty;

/// An argument that is understood but not yet made to fit.
enum Ready {
    Value(Expr, Span),
    Done(Arg),
}

impl Checker<'_, '_> {
    /// A call of the library by the language itself, over values.
    pub(crate) fn call_library(&mut self, name: &str, values: Vec<Expr>, span: Span) -> Expr {
        let name = ast::Name { text: name.to_owned(), span };
        self.call_overloads(&name, values.into_iter().map(Given::Value).collect(), span)
    }

    /// Whether an overload of a method takes a receiver that may be absent.
    pub(super) fn takes_absent(&self, name: &str, receiver: &Ty, arguments: usize) -> bool {
        library::named(name).any(|function| {
            let params = &function.parsed().params;
            let first = params.first().map(|param| &param.ty);
            params.len() == arguments
                && first.is_some_and(|ty| Variables::default().accept(&self.cx.model, ty, receiver))
        })
    }

    /// Whether a method of this name takes a receiver of this type alone.
    pub(super) fn takes_one(&self, name: &str, receiver: &Ty) -> bool {
        self.takes_absent(name, receiver, 1)
    }

    /// A call by name.
    pub(super) fn call_overloads(&mut self, name: &ast::Name, given: Vec<Given<'_>>, span: Span) -> Expr {
        if given.iter().any(|given| matches!(given, Given::Value(value) if value.ty == Ty::Error)) {
            return self.error(span);
        }
        let all: Vec<&'static Function> = library::named(&name.text).collect();
        let fitting: Vec<_> = all.iter().copied().filter(|function| accepts_number(function, &given)).collect();
        let Some(given) = self.understand(given, &fitting) else { return self.error(span) };
        let found = fitting.iter().copied().find(|function| self.accepts(function, &given));
        // Where only one is meant, what does not fit it is said argument by argument.
        let meant = found.or(match fitting.as_slice() {
            [one] if self.accepts_values(one, &given) => Some(*one),
            _ => None,
        });
        match meant {
            Some(function) => self.call_function(function, given, span),
            None => self.no_overload(name, &all, &given, fitting.is_empty(), span),
        }
    }

    /// Understands the arguments that tell overloads apart, as far as it needs to; nothing where one is in error.
    fn understand<'e>(&mut self, given: Vec<Given<'e>>, all: &[&'static Function]) -> Option<Vec<Given<'e>>> {
        let fitting = |c: &Self, given: &[Given<'_>]| {
            all.iter().copied().filter(|function| c.accepts(function, given)).collect::<Vec<_>>()
        };
        if all.len() < 2 || fitting(self, &given).len() == 1 {
            return Some(given);
        }
        let mut known = Vec::new();
        for argument in given {
            known.push(match argument {
                Given::Syntax(ast::Argument { name: None, value: ArgumentValue::Expr(expr) })
                    if is_self_typed(expr) =>
                {
                    let value = self.infer(expr, None);
                    if value.ty == Ty::Error {
                        return None;
                    }
                    Given::Value(value)
                }
                other => other,
            });
        }
        match fitting(self, &known).as_slice() {
            [first, _, ..] => self.understand_lambdas(known, first),
            _ => Some(known),
        }
    }

    /// Understands lambdas where overloads differ in what these give. What they take is the same in all of them.
    fn understand_lambdas<'e>(&mut self, given: Vec<Given<'e>>, function: &Function) -> Option<Vec<Given<'e>>> {
        let signature = function.parsed();
        let (variables, from_input) = self.variables_of(signature, &given);
        let mut known = Vec::new();
        for (argument, param) in given.into_iter().zip(&signature.params) {
            known.push(match (argument, &param.ty) {
                (
                    Given::Syntax(ast::Argument { name: None, value: ArgumentValue::Lambda { params, body, span } }),
                    Type::Lambda(takes, gives),
                ) if **gives != Type::Bool => {
                    let takes: Vec<Ty> = takes.iter().map(|ty| variables.apply(ty).unwrap_or(Ty::Error)).collect();
                    let (locals, value) =
                        self.open_lambda((params, body, *span), takes, from_input, |c| c.infer(body, None))?;
                    Given::Lambda(locals, value, body)
                }
                (other, _) => other,
            });
        }
        Some(known)
    }

    /// What the understood arguments say of the type variables, and whether one of them comes from the input.
    fn variables_of(&self, signature: &Signature, given: &[Given<'_>]) -> (Variables, bool) {
        let mut variables = Variables::default();
        let mut from_input = false;
        for (param, given) in signature.params.iter().zip(given) {
            if let Given::Value(value) = given {
                variables.accept(&self.cx.model, &param.ty, &value.ty);
                from_input |= self.provenance_of(value) != Provenance::Made;
            }
        }
        (variables, from_input)
    }

    /// Whether the arguments, as far as they are understood, fit an overload.
    fn accepts(&self, function: &Function, given: &[Given<'_>]) -> bool {
        let signature = function.parsed();
        let mut variables = Variables::default();
        let fits = signature.params.iter().zip(given).all(|(param, given)| match given {
            Given::Value(value) => variables.accept(&self.cx.model, &param.ty, &value.ty),
            Given::Syntax(argument) => could_be(argument, &param.ty),
            Given::Lambda(_, value, _) => match &param.ty {
                Type::Lambda(_, gives) => variables.accept_part(&self.cx.model, gives, &value.ty),
                _ => false,
            },
        });
        fits && variables.within_bounds(signature)
    }

    fn accepts_values(&self, function: &Function, given: &[Given<'_>]) -> bool {
        let mut variables = Variables::default();
        function.parsed().params.iter().zip(given).all(|(param, given)| match given {
            Given::Value(value) => variables.accept(&self.cx.model, &param.ty, &value.ty),
            _ => true,
        })
    }

    fn no_overload(
        &mut self,
        name: &ast::Name,
        all: &[&'static Function],
        given: &[Given<'_>],
        wrong_number: bool,
        span: Span,
    ) -> Expr {
        let signatures: Vec<String> = all.iter().map(|f| format!("{}{}", f.name, f.signature)).collect();
        if wrong_number {
            return self.fail(errors::calls::wrong_arguments(&name.text, span, &signatures, given.len()));
        }
        let absent_result = given.iter().find_map(|given| match given {
            Given::Lambda(_, value, body) if value.ty.is_optional() => Some((value.clone(), *body)),
            _ => None,
        });
        if let Some((value, body)) = absent_result {
            let wanted = value.ty.required().clone();
            return self.absent_not_expected(&value, &wanted, body);
        }
        let absent = given.iter().find_map(|given| match given {
            Given::Value(value) if value.ty.is_optional() => Some((self.span(value), self.cx.type_name(&value.ty))),
            _ => None,
        });
        let types: Vec<String> = given
            .iter()
            .filter_map(|given| match given {
                Given::Value(value) => Some(self.cx.type_name(&value.ty)),
                _ => None,
            })
            .collect();
        self.fail(errors::calls::no_overload(&name.text, name.span, &types, &signatures, absent))
    }

    fn call_function(&mut self, function: &'static Function, given: Vec<Given<'_>>, span: Span) -> Expr {
        let signature = function.parsed();
        let (mut variables, from_input) = self.variables_of(signature, &given);
        let order = order_of(&signature.params.iter().map(|param| param.name.as_str()).collect::<Vec<_>>(), given);
        let mut ready = Vec::new();
        for (param, given) in signature.params.iter().zip(order) {
            let one = match given {
                Given::Value(value) => {
                    let span = self.span(&value);
                    Some(Ready::Value(value, span))
                }
                Given::Lambda(locals, value, body) => match &param.ty {
                    Type::Lambda(_, gives) => {
                        self.close_lambda(locals, value, body, gives, &mut variables).map(Ready::Done)
                    }
                    _ => None,
                },
                Given::Syntax(argument) => self.argument(argument, &param.ty, &mut variables, (signature, from_input)),
            };
            ready.push(one);
        }
        if !variables.within_bounds(signature) {
            return self.fail(errors::calls::out_of_bounds(function.name, function.signature, span));
        }
        let Some(ready) = ready.into_iter().collect::<Option<Vec<Ready>>>() else { return self.error(span) };
        if let ("present", [Ready::Value(list, _)]) = (function.name, ready.as_slice())
            && !element_of(&list.ty).is_optional()
        {
            let list = self.cx.type_name(&list.ty);
            self.cx.report(errors::calls::nothing_absent(span, &list));
        }
        let mut args = Vec::new();
        for (param, ready) in signature.params.iter().zip(ready) {
            args.push(match ready {
                Ready::Done(arg) => arg,
                Ready::Value(value, span) => match variables.apply(&param.ty) {
                    Some(ty) => Arg::Value(self.fit_value(value, &ty, span)),
                    None => Arg::Value(value),
                },
            });
        }
        if let Some((by, group, has)) = lacking_group(function, &args) {
            let span = self.span(by);
            return self.fail(errors::calls::lacking_group(span, group, has));
        }
        if let Some((position, at)) = before_the_first(function, &args) {
            let span = self.span(position);
            return self.fail(errors::calls::before_the_first(span, at));
        }
        let result = variables.apply(&signature.result).unwrap_or(Ty::Never);
        let call = self.make(ExprKind::Call(function, args), result, span);
        if let ExprKind::Call(_, args) = &call.kind {
            self.refuse_hopeless_call(function, args, &call);
        }
        call
    }

    fn argument(
        &mut self,
        argument: &ast::Argument,
        param: &Type,
        variables: &mut Variables,
        (signature, from_input): (&Signature, bool),
    ) -> Option<Ready> {
        match (&argument.value, param) {
            (ArgumentValue::Lambda { params, body, span }, Type::Lambda(takes, gives)) => {
                self.lambda((params, body, *span), (takes, gives), variables, from_input).map(Ready::Done)
            }
            (ArgumentValue::Lambda { span, .. }, _) => {
                self.cx.report(errors::calls::misplaced_lambda(*span));
                None
            }
            (ArgumentValue::Expr(expr), Type::Lambda(takes, _)) => {
                self.cx.report(errors::calls::lambda_expected(expr.span, takes.len()));
                None
            }
            (ArgumentValue::Expr(expr), Type::Regex | Type::Pattern | Type::OneOf(_)) => {
                self.literal_argument(expr, param, signature).map(Ready::Done)
            }
            (ArgumentValue::Expr(expr), param) => self.value_argument(expr, param, variables),
        }
    }

    fn value_argument(&mut self, expr: &ast::Expr, param: &Type, variables: &mut Variables) -> Option<Ready> {
        let hint = variables.apply(param);
        let value = self.infer(expr, hint.as_ref());
        if value.ty == Ty::Error {
            return None;
        }
        if !variables.accept(&self.cx.model, param, &value.ty) {
            let wanted = hint.unwrap_or(Ty::Error);
            if value.ty.is_optional() && !matches!(param, Type::Optional(_)) {
                self.absent_not_expected(&value, &wanted, expr);
            } else {
                self.fit(value, &wanted, expr);
            }
            return None;
        }
        Some(Ready::Value(value, expr.span))
    }

    fn literal_argument(&mut self, expr: &ast::Expr, param: &Type, signature: &Signature) -> Option<Arg> {
        let wanted = match (param, &expr.kind) {
            (Type::Regex, ast::ExprKind::Regex(pattern)) => match self.cx.found.patterns.read(pattern, expr.span) {
                Ok(pattern) => return Some(Arg::Regex(pattern)),
                Err(reason) => {
                    self.cx.report(errors::calls::broken_regex(expr.span, reason));
                    return None;
                }
            },
            (Type::Regex, _) => "a regular expression: `r\"…\"`".to_owned(),
            (Type::Pattern, ast::ExprKind::Text(parts)) if plain(parts).is_some() => {
                return self.pattern_argument(expr.span, plain(parts)?, signature);
            }
            (Type::OneOf(texts), ast::ExprKind::Text(parts)) if plain(parts).is_some_and(|t| texts.contains(&t)) => {
                let text = self.text_const(plain(parts)?, expr.span);
                return Some(Arg::Value(text));
            }
            (Type::OneOf(texts), _) => texts.iter().map(|text| format!("{text:?}")).collect::<Vec<_>>().join(" or "),
            _ => "a date pattern as a plain text: `\"yyyy-MM-dd\"`".to_owned(),
        };
        self.cx.report(errors::calls::literal_expected(expr.span, &wanted));
        None
    }

    fn pattern_argument(&mut self, span: Span, pattern: String, signature: &Signature) -> Option<Arg> {
        let purpose = signature.purpose()?;
        match DatePattern::new(&pattern, purpose) {
            Ok(_) => Some(Arg::Pattern(pattern, purpose)),
            Err(error) => {
                self.cx.report(errors::calls::broken_pattern(span, error.reason));
                None
            }
        }
    }

    fn lambda(
        &mut self,
        lambda: Lambda<'_>,
        (takes, gives): (&[Type], &Type),
        variables: &mut Variables,
        from_input: bool,
    ) -> Option<Arg> {
        let params: Vec<Ty> = takes.iter().map(|ty| variables.apply(ty).unwrap_or(Ty::Error)).collect();
        let hint = variables.apply(gives);
        let body = lambda.1;
        let (locals, value) = self.open_lambda(lambda, params, from_input, |c| {
            if *gives == Type::Bool { c.condition(body) } else { c.infer(body, hint.as_ref()) }
        })?;
        self.close_lambda(locals, value, body, gives, variables)
    }

    /// Names the parameters of a lambda and understands its body.
    fn open_lambda(
        &mut self,
        (names, _, span): Lambda<'_>,
        params: Vec<Ty>,
        from_input: bool,
        body: impl FnOnce(&mut Self) -> Expr,
    ) -> Option<(Vec<LocalId>, Expr)> {
        let in_parts = matches!(params.as_slice(), [Ty::Tuple(parts)] if parts.len() == names.len());
        if params.len() != names.len() && !in_parts && !params.contains(&Ty::Error) {
            self.cx.report(errors::calls::wrong_lambda(span, params.len(), names.len()));
            return None;
        }
        let provenance = if from_input { Provenance::Part } else { Provenance::Made };
        let locals: Vec<LocalId> = params.into_iter().map(|ty| self.local(ty, provenance)).collect();
        let looping = std::mem::replace(&mut self.in_loop, false);
        let value = self.scoped(|c| {
            if let ([local], true) = (locals.as_slice(), in_parts) {
                c.bind_item(names, *local);
            } else {
                for (name, local) in names.iter().zip(&locals) {
                    c.bind(name, Bound::Local(*local));
                }
            }
            body(c)
        });
        self.in_loop = looping;
        (value.ty != Ty::Error).then_some((locals, value))
    }

    /// Makes the value of a lambda fit what the function wants of it.
    fn close_lambda(
        &mut self,
        locals: Vec<LocalId>,
        value: Expr,
        body: &ast::Expr,
        gives: &Type,
        variables: &mut Variables,
    ) -> Option<Arg> {
        if !variables.accept_part(&self.cx.model, gives, &value.ty) {
            let wanted = variables.apply(gives).unwrap_or(Ty::Error);
            self.fit(value, &wanted, body);
            return None;
        }
        let body = match variables.apply(gives) {
            Some(ty) => self.fit(value, &ty, body),
            None => value,
        };
        Some(Arg::Lambda { params: locals, body })
    }
}

/// In a call of `replace` with literals: the text that stands instead, a group in it that the pattern lacks, and how many
/// the pattern has.
fn lacking_group<'e>(function: &Function, args: &'e [Arg]) -> Option<(&'e Expr, usize, usize)> {
    let ("replace", [_, Arg::Regex(pattern), Arg::Value(by)]) = (function.name, args) else { return None };
    let ExprKind::Const(Const::Str(text)) = &by.kind else { return None };
    let pattern = pattern.regex()?;
    let group = library::search::lacking_group(pattern, text)?;
    Some((by, group, pattern.captures_len() - 1))
}

/// The constant position of an element that no list has, for the first is at 0.
fn before_the_first<'e>(function: &Function, args: &'e [Arg]) -> Option<(&'e Expr, i64)> {
    let ("at", [_, Arg::Value(position)]) = (function.name, args) else { return None };
    match position.kind {
        ExprKind::Const(Const::Int(at)) if at < 0 => Some((position, at)),
        _ => None,
    }
}

/// A lambda as it is written: names, body, the whole.
type Lambda<'e> = (&'e [ast::Name], &'e ast::Expr, Span);

fn accepts_number(function: &Function, given: &[Given<'_>]) -> bool {
    let params: Vec<&str> = function.parsed().params.iter().map(|param| param.name.as_str()).collect();
    params.len() == given.len()
        && given.iter().all(|given| match given {
            Given::Syntax(ast::Argument { name: Some(name), .. }) => params.contains(&name.text.as_str()),
            _ => true,
        })
}

/// Whether an argument that is not yet understood could be for a parameter.
fn could_be(argument: &ast::Argument, param: &Type) -> bool {
    match (&argument.value, param) {
        _ if argument.name.is_some() => true,
        (ArgumentValue::Lambda { .. }, param) => matches!(param, Type::Lambda(..)),
        (ArgumentValue::Expr(expr), param) => match (&expr.kind, param) {
            (_, Type::Lambda(..)) => false,
            (ast::ExprKind::Regex(_), param) => *param == Type::Regex,
            (_, Type::Regex) => false,
            (ast::ExprKind::Text(_), param) => {
                matches!(
                    param,
                    Type::Str | Type::Pattern | Type::OneOf(_) | Type::Var(_) | Type::Scalar | Type::Optional(_)
                )
            }
            (_, Type::Pattern | Type::OneOf(_)) => false,
            _ => true,
        },
    }
}

/// Whether an argument has a type without being expected to have one, and is not one that only a certain parameter takes.
fn is_self_typed(expr: &ast::Expr) -> bool {
    match &expr.kind {
        ast::ExprKind::Absent | ast::ExprKind::Member(_) | ast::ExprKind::Regex(_) | ast::ExprKind::Text(_) => false,
        ast::ExprKind::Record(_) => false,
        ast::ExprKind::List(items) => !items.is_empty() && items.iter().all(is_self_typed),
        _ => true,
    }
}

/// The arguments in the order of the parameters, those with names where their names say.
fn order_of<'e>(params: &[&str], given: Vec<Given<'e>>) -> Vec<Given<'e>> {
    let position = |at: usize, given: &Given<'_>| match given {
        Given::Syntax(ast::Argument { name: Some(name), .. }) => params.iter().position(|param| *param == name.text),
        _ => Some(at),
    };
    let mut placed: Vec<(usize, Given<'e>)> =
        given.into_iter().enumerate().map(|(at, given)| (position(at, &given).unwrap_or(at), given)).collect();
    placed.sort_by_key(|(position, _)| *position);
    placed.into_iter().map(|(_, given)| given).collect()
}
