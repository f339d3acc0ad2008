//! Constants: defaults and what else has to be known before anything runs.

use mapc_runtime::{Bump, Constraint, Decimal, Fail, constraint};
use mapc_syntax::ast::{self, ExprKind, TextPart, UnaryOp};

use crate::context::{Context, index};
use crate::core::Const;
use crate::errors::tables as errors;
use crate::model::Model;
use crate::names::written;
use crate::ty::{EnumId, Ty};

/// The constant of an expression; see [`Context::literal`].
pub(crate) fn literal(context: &mut Context<'_>, expr: &ast::Expr, expected: &Ty) -> Option<Const> {
    if matches!(expected, Ty::Error) || matches!(expr.kind, ExprKind::Error) {
        return None;
    }
    if let ExprKind::Absent = expr.kind
        && expected.is_optional()
    {
        return Some(Const::Absent);
    }
    let wanted = expected.required();
    let constant = of_base(context, expr, wanted)?;
    let Ty::Refined(_, constraints) = wanted else { return Some(constant) };
    match refined(constraints, constant) {
        Ok(constant) => Some(constant),
        Err(reason) => {
            let name = context.type_name(wanted);
            context.report(errors::out_of_bounds(expr.span, reason, &name));
            None
        }
    }
}

/// The constant in its one written form, if it is as its type demands; else what is wrong with it.
pub(crate) fn refined(constraints: &[Constraint], constant: Const) -> Result<Const, String> {
    let checked = match constant {
        Const::Str(text) => constraint::text(constraints, &Bump::new(), &text).map(|text| Const::Str(text.to_owned())),
        Const::Int(value) => constraint::int(constraints, value).map(Const::Int),
        Const::Decimal(value) => constraint::decimal(constraints, value).map(Const::Decimal),
        Const::Float(value) => constraint::float(constraints, value).map(Const::Float),
        Const::List(elements) => {
            constraint::items(constraints, &elements).map(|elements| Const::List(elements.to_vec()))
        }
        other => Ok(other),
    };
    checked.map_err(|fail| match fail {
        Fail::Fault(fault) => fault.reason,
        _ => "this value is not as its type demands".to_owned(),
    })
}

fn of_base(context: &mut Context<'_>, expr: &ast::Expr, wanted: &Ty) -> Option<Const> {
    match wanted.base() {
        Ty::Enum(id) => member(context, expr, *id),
        Ty::List(element) => list(context, expr, element, wanted),
        base => match plain(expr, base) {
            Some(constant) => Some(constant),
            None => misfit(context, expr, wanted),
        },
    }
}

fn plain(expr: &ast::Expr, base: &Ty) -> Option<Const> {
    match (&expr.kind, base) {
        (ExprKind::Text(parts), Ty::Str | Ty::Scalar) => plain_text(parts).map(Const::Str),
        (ExprKind::Bool(value), Ty::Bool | Ty::Scalar) => Some(Const::Bool(*value)),
        (ExprKind::Number(text), _) => number(text, base),
        (ExprKind::Unary(UnaryOp::Negate, inner), _) => match &inner.kind {
            ExprKind::Number(text) => number(&format!("-{text}"), base),
            _ => None,
        },
        _ => None,
    }
}

fn number(text: &str, base: &Ty) -> Option<Const> {
    match base {
        Ty::Int => text.parse().ok().map(Const::Int),
        // Whether the digits fit a number is asked when one is made of the scalar.
        Ty::Scalar => Some(Const::Number(text.to_owned())),
        Ty::Decimal => Decimal::from_str_exact(text).ok().map(Const::Decimal),
        Ty::Float => text.parse().ok().filter(|value: &f64| value.is_finite()).map(Const::Float),
        _ => None,
    }
}

/// A text without interpolation.
fn plain_text(parts: &[TextPart]) -> Option<String> {
    parts.iter().map(|part| if let TextPart::Plain(text) = part { Some(text.as_str()) } else { None }).collect()
}

fn list(context: &mut Context<'_>, expr: &ast::Expr, element: &Ty, wanted: &Ty) -> Option<Const> {
    match &expr.kind {
        ExprKind::List(elements) => {
            let constants: Vec<_> = elements.iter().map(|e| literal(context, e, element)).collect();
            constants.into_iter().collect::<Option<_>>().map(Const::List)
        }
        _ => misfit(context, expr, wanted),
    }
}

fn member(context: &mut Context<'_>, expr: &ast::Expr, id: EnumId) -> Option<Const> {
    let declared = context.model.enumeration(id);
    let (name, span) = match &expr.kind {
        ExprKind::Member(name) if !declared.literal => (name.text.clone(), name.span),
        ExprKind::Text(parts) if declared.literal => (plain_text(parts)?, expr.span),
        _ => return misfit(context, expr, &Ty::Enum(id)),
    };
    match declared.members.iter().position(|member| member.name == name) {
        Some(position) => Some(Const::Enum(id, index(position))),
        None => {
            let diagnostic = errors::unknown_member(context, declared, &name, span);
            context.report(diagnostic);
            None
        }
    }
}

fn misfit(context: &mut Context<'_>, expr: &ast::Expr, wanted: &Ty) -> Option<Const> {
    let name = context.type_name(wanted);
    let meant = meant(&context.model, expr, wanted);
    context.report(errors::constant_type(expr.span, wanted, &name, meant));
    None
}

/// What was most likely meant by a constant that does not fit.
fn meant(model: &Model, expr: &ast::Expr, wanted: &Ty) -> Option<String> {
    let word = match &expr.kind {
        ExprKind::Name(name) => name.clone(),
        ExprKind::Member(name) => name.text.clone(),
        ExprKind::Number(text) => text.clone(),
        ExprKind::Bool(value) => value.to_string(),
        ExprKind::Text(parts) => plain_text(parts)?,
        _ => return None,
    };
    match wanted.base() {
        Ty::Enum(id) => {
            let declared = model.enumeration(*id);
            let member = declared.members.iter().find(|member| member.name == word || member.wire == word)?;
            Some(if declared.literal { format!("{word:?}") } else { format!(".{}", written(&member.name)) })
        }
        Ty::Str if !matches!(expr.kind, ExprKind::Text(_)) => Some(format!("{word:?}")),
        base @ (Ty::Int | Ty::Decimal | Ty::Float) if matches!(expr.kind, ExprKind::Text(_)) => {
            number(&word, base).map(|_| word)
        }
        Ty::Bool if word == "true" || word == "false" => Some(word),
        _ => None,
    }
}
