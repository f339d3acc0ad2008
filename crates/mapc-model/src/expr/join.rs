//! The type that holds the values of two types, and which types fit as they are.

use mapc_runtime::Constraint;

use crate::model::Model;
use crate::ty::Ty;

/// The narrowest type that values of both types can be made to fit without a test; `None` where there is none.
pub(crate) fn join(model: &Model, left: &Ty, right: &Ty) -> Option<Ty> {
    match (left, right) {
        (Ty::Error | Ty::Never, other) | (other, Ty::Error | Ty::Never) => Some(other.clone()),
        (left, right) if left == right => Some(left.clone()),
        (Ty::Optional(_), _) | (_, Ty::Optional(_)) => Some(join(model, left.required(), right.required())?.optional()),
        (Ty::Refined(..), _) | (_, Ty::Refined(..)) => join(model, left.base(), right.base()),
        (Ty::Int, Ty::Decimal) | (Ty::Decimal, Ty::Int) => Some(Ty::Decimal),
        (Ty::Enum(id), Ty::Str) | (Ty::Str, Ty::Enum(id)) if model.enumeration(*id).literal => Some(Ty::Str),
        (Ty::Enum(left), Ty::Enum(right)) if model.enumeration(*left).literal && model.enumeration(*right).literal => {
            Some(Ty::Str)
        }
        (Ty::Scalar, Ty::Str | Ty::Int | Ty::Bool) | (Ty::Str | Ty::Int | Ty::Bool, Ty::Scalar) => Some(Ty::Scalar),
        (Ty::List(left), Ty::List(right)) => Some(Ty::List(Box::new(join(model, left, right)?))),
        (Ty::Tuple(left), Ty::Tuple(right)) if left.len() == right.len() => {
            let parts: Option<Vec<Ty>> = left.iter().zip(right).map(|(l, r)| join(model, l, r)).collect();
            parts.map(Ty::Tuple)
        }
        _ => None,
    }
}

/// Whether values of `from` are values of `to` as they are.
pub(crate) fn is_within(from: &Ty, to: &Ty) -> bool {
    match (from, to) {
        (Ty::Error | Ty::Never, _) | (_, Ty::Error) => true,
        (from, to) if from == to => true,
        (Ty::Optional(from), Ty::Optional(to)) => is_within(from, to),
        (Ty::List(from), Ty::List(to)) | (Ty::Map(from), Ty::Map(to)) => is_within(from, to),
        (Ty::Tuple(from), Ty::Tuple(to)) => from.len() == to.len() && from.iter().zip(to).all(|(f, t)| is_within(f, t)),
        (Ty::Refined(from, has), Ty::Refined(to, wants)) => is_within(from, to) && missing(has, wants).is_empty(),
        (Ty::Refined(from, _), to) => is_within(from, to),
        _ => false,
    }
}

/// The demands of `wants` that `has` does not ensure.
pub(crate) fn missing(has: &[Constraint], wants: &[Constraint]) -> Vec<Constraint> {
    wants.iter().filter(|want| !has.iter().any(|have| ensures(have, want))).cloned().collect()
}

fn ensures(have: &Constraint, want: &Constraint) -> bool {
    match (have, want) {
        (Constraint::Length { min: a, max: b }, Constraint::Length { min: c, max: d })
        | (Constraint::Items { min: a, max: b }, Constraint::Items { min: c, max: d }) => {
            a >= c && d.is_none_or(|most| b.is_some_and(|b| b <= most))
        }
        (Constraint::Range { min: a, max: b }, Constraint::Range { min: c, max: d }) => {
            c.is_none_or(|least| a.is_some_and(|a| a >= least)) && d.is_none_or(|most| b.is_some_and(|b| b <= most))
        }
        (have, want) => have == want,
    }
}
