//! Where a value comes from: what a map that uses itself hands over must be a strict part of what it was given.

use super::Checker;
use crate::core::{Arg, Expr, ExprKind, LocalId};
use crate::ty::Ty;

/// Where a value comes from. Ordered by how little is known: the greater of two holds for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Provenance {
    /// A strict part of the input.
    Part,
    /// Perhaps the whole input.
    Whole,
    /// Made here.
    Made,
}

impl Checker<'_, '_> {
    /// Where the value of an expression comes from.
    pub(crate) fn provenance_of(&self, expr: &Expr) -> Provenance {
        match &expr.kind {
            ExprKind::Local(local) => self.local_provenance(*local),
            ExprKind::Field(base, _) => match self.provenance_of(base) {
                Provenance::Made => Provenance::Made,
                _ => Provenance::Part,
            },
            ExprKind::Const(_) | ExprKind::Error | ExprKind::Reject(..) | ExprKind::Skip(_) => Provenance::Part,
            ExprKind::Some(inner) | ExprKind::Narrow(inner) | ExprKind::Try(inner) | ExprKind::Check(inner, _) => {
                self.provenance_of(inner)
            }
            ExprKind::IfPresent { then, otherwise, .. } => self.worst([&**then, &**otherwise]),
            ExprKind::If(_, then, otherwise) => self.worst([&**then, &**otherwise]),
            ExprKind::Switch(_, arms, otherwise) => self.worst(arms.iter().map(|arm| &arm.body).chain([&**otherwise])),
            ExprKind::Scope(_, body) => self.provenance_of(body),
            ExprKind::List(items) => self.worst(items),
            ExprKind::For(for_) => self.provenance_of(&for_.body),
            // What a function of the library gives it was given, as far as it is made of records.
            ExprKind::Call(_, args) => self.worst(args.iter().filter_map(|arg| match arg {
                Arg::Value(value) | Arg::Lambda { body: value, .. } => {
                    Some(value).filter(|value| holds_record(&value.ty))
                }
                _ => None,
            })),
            _ => Provenance::Made,
        }
    }

    fn local_provenance(&self, local: LocalId) -> Provenance {
        self.provenance.get(local.0 as usize).copied().unwrap_or(Provenance::Made)
    }

    fn worst<'e>(&self, parts: impl IntoIterator<Item = &'e Expr>) -> Provenance {
        parts.into_iter().map(|part| self.provenance_of(part)).max().unwrap_or(Provenance::Part)
    }
}

/// Whether values of a type are made of records.
pub(super) fn holds_record(ty: &Ty) -> bool {
    match ty.required().base() {
        Ty::Record(_) | Ty::Tuple(_) => true,
        Ty::List(inner) | Ty::Map(inner) => holds_record(inner),
        _ => false,
    }
}
