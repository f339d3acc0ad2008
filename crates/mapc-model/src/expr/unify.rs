//! Types of library signatures against types of values.

use mapc_runtime::library::{Bound, Signature, Type};

use super::join;
use crate::model::Model;
use crate::ty::Ty;

/// What the type variables of a signature stand for in one call.
#[derive(Clone, Debug, Default)]
pub(super) struct Variables {
    bound: Vec<Option<Ty>>,
}

impl Variables {
    fn get(&self, variable: u8) -> Option<&Ty> {
        self.bound.get(usize::from(variable))?.as_ref()
    }

    fn set(&mut self, variable: u8, ty: Ty) {
        let position = usize::from(variable);
        if self.bound.len() <= position {
            self.bound.resize(position + 1, None);
        }
        if let Some(slot) = self.bound.get_mut(position) {
            *slot = Some(ty);
        }
    }

    /// Whether an argument of type `arg` can be made to fit `param`; variables take the types that they need for it.
    /// An argument that may be absent fits only where the parameter says so.
    pub fn accept(&mut self, model: &Model, param: &Type, arg: &Ty) -> bool {
        match (param, arg) {
            (_, Ty::Error | Ty::Never) => true,
            (Type::Optional(inner), arg) => self.accept(model, inner, arg.required()),
            (_, Ty::Optional(_)) => false,
            (param, arg) => self.accept_within(model, param, arg),
        }
    }

    /// As `accept`, for what a lambda gives: a variable may be optional there.
    pub fn accept_part(&mut self, model: &Model, param: &Type, arg: &Ty) -> bool {
        match (param, arg) {
            (Type::Var(_) | Type::Optional(_), _) | (_, Ty::Error | Ty::Never) => self.accept_within(model, param, arg),
            (_, Ty::Optional(_)) => false,
            _ => self.accept_within(model, param, arg),
        }
    }

    /// As `accept`, where the type stands inside another: a variable may be optional there.
    fn accept_within(&mut self, model: &Model, param: &Type, arg: &Ty) -> bool {
        match (param, arg.base()) {
            (Type::Var(variable), _) => {
                let known = self.get(*variable).cloned().unwrap_or(Ty::Never);
                match join(model, &known, arg) {
                    Some(ty) => {
                        self.set(*variable, ty);
                        true
                    }
                    None => false,
                }
            }
            (Type::Optional(inner), _) => self.accept_within(model, inner, arg.required()),
            (Type::List(param), Ty::List(arg)) | (Type::Map(param), Ty::Map(arg)) => {
                self.accept_within(model, param, arg)
            }
            (Type::Tuple(params), Ty::Tuple(args)) => {
                params.len() == args.len() && params.iter().zip(args).all(|(p, a)| self.accept_within(model, p, a))
            }
            (_, Ty::Error | Ty::Never) => true,
            (Type::Str | Type::OneOf(_) | Type::Pattern, Ty::Enum(id)) => model.enumeration(*id).literal,
            (param, arg) => plain(param).is_some_and(|ty| fits_plain(&ty, arg)),
        }
    }

    /// The type that a type of the signature stands for; `None` while a variable in it is open.
    pub fn apply(&self, ty: &Type) -> Option<Ty> {
        Some(match ty {
            Type::Var(variable) => self.get(*variable)?.clone(),
            Type::List(inner) => Ty::List(Box::new(self.apply(inner)?)),
            Type::Map(inner) => Ty::Map(Box::new(self.apply(inner)?)),
            Type::Optional(inner) => self.apply(inner)?.optional(),
            Type::Tuple(parts) => Ty::Tuple(parts.iter().map(|part| self.apply(part)).collect::<Option<_>>()?),
            other => plain(other)?,
        })
    }

    /// Whether the variables stand for what the signature allows them to.
    pub fn within_bounds(&self, signature: &Signature) -> bool {
        signature.bounds.iter().all(|(variable, bound)| match (self.get(*variable), bound) {
            (None, _) => true,
            (Some(ty), Bound::Ordered) => is_ordered(ty),
            (Some(ty), Bound::Key) => is_key(ty),
        })
    }
}

fn is_ordered(ty: &Ty) -> bool {
    matches!(
        ty.base(),
        Ty::Error | Ty::Never | Ty::Int | Ty::Decimal | Ty::Float | Ty::Str | Ty::Date | Ty::DateTime | Ty::Timestamp
    )
}

fn is_key(ty: &Ty) -> bool {
    match ty.required().base() {
        Ty::Float => false,
        Ty::Bool | Ty::Scalar | Ty::Enum(_) => true,
        Ty::Tuple(parts) => parts.iter().all(is_key),
        other => is_ordered(other),
    }
}

/// A type of a signature that is no structure.
fn plain(ty: &Type) -> Option<Ty> {
    Some(match ty {
        Type::Bool => Ty::Bool,
        Type::Int => Ty::Int,
        Type::Decimal => Ty::Decimal,
        Type::Float => Ty::Float,
        Type::Str | Type::OneOf(_) | Type::Pattern => Ty::Str,
        Type::Scalar => Ty::Scalar,
        Type::Date => Ty::Date,
        Type::DateTime => Ty::DateTime,
        Type::Timestamp => Ty::Timestamp,
        _ => return None,
    })
}

fn fits_plain(param: &Ty, arg: &Ty) -> bool {
    match (param, arg) {
        (Ty::Decimal, Ty::Int) | (Ty::Scalar, Ty::Str | Ty::Int | Ty::Bool) => true,
        (param, arg) => param == arg,
    }
}
