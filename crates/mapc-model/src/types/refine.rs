//! Refinements: `string(1..200)`, `int(0..)`, `decimal(12,2)`, `[T](1..)`, `matching r"…"`.

use mapc_diagnostics::{Diagnostic, Span, codes};
use mapc_runtime::{Constraint, Decimal};
use mapc_syntax::ast::{Number, Text, TypeArgument};

use crate::context::Context;
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
        Ty::Str => match context.patterns.get(&pattern.value) {
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
    let name = context.type_name(ty.required());
    let help = match ty.required().base() {
        Ty::Str => "a text takes its length, `string(1..200)`, or `matching r\"…\"`",
        Ty::Int => "an int takes a range, `int(0..100)`",
        Ty::Decimal => "a decimal takes digits and places, `decimal(12,2)`, or a range, `decimal(0..)`",
        Ty::List(_) => "a list takes its number of elements, `[T](1..)`",
        Ty::Float => "a float takes a range, `float(0..1)`",
        _ => "texts, numbers, lists and maps can be refined",
    };
    let message = format!("`{name}` cannot be refined like this");
    context.report(Diagnostic::new(codes::REFINEMENT_TYPE, message, span, "does not fit the type").help(help));
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
            let text = &number.text;
            let message = "a range is needed here, and this is one number";
            let diagnostic = Diagnostic::new(codes::EMPTY_RANGE, message, number.span, "a range has two dots");
            let diagnostic =
                diagnostic.help(format!("write `..{text}` for at most {text}, `{text}..{text}` for exactly {text}"));
            context.report(diagnostic.fix(format!("write `..{text}`"), number.span, format!("..{text}")));
            None
        }
        TypeArgument::Type(_) => None,
    }
}

fn malformed<T>(context: &mut Context<'_>, span: Span, why: &str) -> Option<T> {
    let diagnostic = Diagnostic::new(codes::EMPTY_RANGE, "no value lies in this range", span, why);
    context.report(diagnostic.help("a range reads `1..200`, `0..` or `..5`; both ends count"));
    None
}

fn digits(context: &mut Context<'_>, precision: &Number, scale: &Number, span: Span) -> Option<Constraint> {
    if let (Ok(precision), Ok(scale)) = (precision.text.parse::<u32>(), scale.text.parse::<u32>())
        && (1..=MAX_DIGITS).contains(&precision)
        && scale <= precision
    {
        return Some(Constraint::Digits { precision, scale });
    }
    let message = format!("a decimal cannot have {} digits with {} places", precision.text, scale.text);
    let diagnostic =
        Diagnostic::new(codes::DECIMAL_DIGITS, message, span, "digits in all, then places behind the point");
    context.report(diagnostic.help(format!("1 to {MAX_DIGITS} digits in all, and no more places than that")));
    None
}
