//! Refinements: `string(1..200)`, `int(0..)`, `decimal(12,2)`, `[T](1..)`, `matching r"…"`.

use mapc_diagnostics::{Span, codes};
use mapc_runtime::{Constraint, Decimal};
use mapc_syntax::ast::{Number, Text, TypeArgument};

use crate::context::Context;
use crate::errors::wire as errors;
use crate::ty::Ty;
use crate::types::resolve::not_yet;

/// Most digits that a decimal can have.
const MAX_DIGITS: u32 = 28;

/// Adds what stands in parentheses behind a type.
pub(super) fn arguments(context: &mut Context<'_>, ty: &mut Ty, arguments: &[TypeArgument], span: Span) {
    if let Some(TypeArgument::Type(inner)) = arguments.iter().find(|argument| matches!(argument, TypeArgument::Type(_)))
    {
        return not_yet(context, codes::TYPE_NOT_BUILT, "a type in parentheses", inner.span, "write a range there");
    }
    let constraint = match (ty.required().base(), arguments) {
        (Ty::Error, _) => None,
        (Ty::Str, [argument]) => counts(context, argument).map(|(min, max)| Constraint::Length { min, max }),
        (Ty::List(_), [argument]) => counts(context, argument).map(|(min, max)| Constraint::Items { min, max }),
        (Ty::Map(_), [argument]) => counts(context, argument).map(|(min, max)| Constraint::Items { min, max }),
        (Ty::Int, [argument]) => range(context, argument, true),
        (Ty::Decimal | Ty::Float, [argument]) => range(context, argument, false),
        (Ty::Decimal, [TypeArgument::Number(precision), TypeArgument::Number(scale)]) => {
            digits(context, precision, scale, span)
        }
        _ => {
            no_such(context, ty, span);
            None
        }
    };
    if let Some(constraint) = constraint {
        add(ty, constraint);
    }
}

/// Adds `matching r"…"`.
pub(super) fn matching(context: &mut Context<'_>, ty: &mut Ty, pattern: &Text) {
    match ty.required().base() {
        Ty::Error => {}
        Ty::Str => match context.found.patterns.read(&pattern.value, pattern.span) {
            Ok(pattern) => add(ty, Constraint::Pattern(pattern)),
            Err(reason) => context.report(crate::errors::calls::broken_regex(pattern.span, reason)),
        },
        _ => no_such(context, ty, pattern.span),
    }
}

fn add(ty: &mut Ty, constraint: Constraint) {
    match ty {
        Ty::Optional(inner) => add(inner, constraint),
        Ty::Refined(_, constraints) => *constraints = constraints.iter().cloned().chain([constraint]).collect(),
        base => {
            let inner = std::mem::replace(base, Ty::Error);
            *base = Ty::Refined(Box::new(inner), [constraint].into());
        }
    }
}

fn no_such(context: &mut Context<'_>, ty: &Ty, span: Span) {
    let diagnostic = errors::refinement_type(context, ty.required(), span);
    context.report(diagnostic);
}

fn counts(context: &mut Context<'_>, argument: &TypeArgument) -> Option<(u64, Option<u64>)> {
    let (min, max, span) = ends(context, argument)?;
    let mut count = |end: &Number| match end.text.parse::<u64>() {
        Ok(count) => Some(count),
        Err(_) => malformed(context, end.span, "a count is a whole number from 0"),
    };
    let min = min.map_or(Some(0), &mut count)?;
    let max = match max {
        Some(end) => Some(count(end)?),
        None => None,
    };
    match max {
        Some(max) if max < min => malformed(context, span, "the first number is the smaller one"),
        _ => Some((min, max)),
    }
}

fn range(context: &mut Context<'_>, argument: &TypeArgument, whole: bool) -> Option<Constraint> {
    let (min, max, span) = ends(context, argument)?;
    let mut bound = |end: &Number| match Decimal::from_str_exact(&end.text) {
        Ok(value) if !whole || value.fract().is_zero() => Some(value),
        Ok(_) => malformed(context, end.span, "the bounds of an int are whole numbers"),
        Err(_) => malformed(context, end.span, "a bound has at most 28 digits"),
    };
    let min = match min {
        Some(end) => Some(bound(end)?),
        None => None,
    };
    let max = match max {
        Some(end) => Some(bound(end)?),
        None => None,
    };
    match (min, max) {
        (Some(least), Some(most)) if most < least => malformed(context, span, "the first number is the smaller one"),
        (None, None) => malformed(context, span, "name at least one end: `0..` or `..100`"),
        _ => Some(Constraint::Range { min, max }),
    }
}

type Ends<'t> = (Option<&'t Number>, Option<&'t Number>, Span);

fn ends<'t>(context: &mut Context<'_>, argument: &'t TypeArgument) -> Option<Ends<'t>> {
    match argument {
        TypeArgument::Range(min, max, span) => Some((min.as_ref(), max.as_ref(), *span)),
        TypeArgument::Number(number) => {
            context.report(errors::number_for_range(number));
            None
        }
        TypeArgument::Type(_) => None,
    }
}

fn malformed<T>(context: &mut Context<'_>, span: Span, why: &str) -> Option<T> {
    context.report(errors::empty_range(span, why));
    None
}

fn digits(context: &mut Context<'_>, precision: &Number, scale: &Number, span: Span) -> Option<Constraint> {
    if let (Ok(precision), Ok(scale)) = (precision.text.parse::<u32>(), scale.text.parse::<u32>())
        && (1..=MAX_DIGITS).contains(&precision)
        && scale <= precision
    {
        return Some(Constraint::Digits { precision, scale });
    }
    context.report(errors::decimal_digits(precision, scale, span, MAX_DIGITS));
    None
}
