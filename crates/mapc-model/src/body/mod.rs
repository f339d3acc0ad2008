//! Bodies: the lines between the braces of a map, or of a record that is built inside one.
//!
//! Lines come in any order and may go into nested records and branches, so a body is first collected into items and then built
//! field by field in the order of the target's declaration.

mod collect;
mod fields;
mod items;
mod parts;

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use crate::core::{Const, Expr, ExprKind};
use crate::expr::{Checker, Provenance};
use crate::model::Field;
use crate::ty::{RecordId, Ty};

pub(crate) use collect::unset;
pub(crate) use collect::{Collected, Level};
pub(crate) use items::{Block, Item, Line, TargetPath, Value};
pub(crate) use parts::Parts;

impl Checker<'_, '_> {
    /// `{ a = 1 }` where a record is expected.
    pub(crate) fn nested_body(&mut self, record: RecordId, body: &ast::Body) -> Expr {
        self.scoped(|c| {
            let Collected { items, lets, .. } = c.collect(body, Level::Nested);
            let value = c.record(record, &Block::new(items), opening(body.span));
            c.around(lets, value)
        })
    }

    /// Notes what is handed over as it is: records whose fields are all read thereby.
    pub(crate) fn pass_on(&mut self, value: &Expr) {
        match &value.kind {
            ExprKind::IfPresent { then, otherwise, .. } => {
                self.pass_on(then);
                self.pass_on(otherwise);
            }
            ExprKind::If(_, then, otherwise) => {
                self.pass_on(then);
                self.pass_on(otherwise);
            }
            ExprKind::Switch(_, arms, otherwise) => {
                arms.iter().for_each(|arm| self.pass_on(&arm.body));
                self.pass_on(otherwise);
            }
            ExprKind::Scope(_, inner) | ExprKind::Some(inner) | ExprKind::Check(inner, _) | ExprKind::Try(inner) => {
                self.pass_on(inner);
            }
            ExprKind::For(for_) => self.pass_on(&for_.body),
            ExprKind::Record(_) | ExprKind::CallUser(..) => {}
            _ if self.provenance_of(value) != Provenance::Made => self.read_whole(&value.ty.clone()),
            _ => {}
        }
    }

    fn read_whole(&mut self, ty: &Ty) {
        match ty.required().base() {
            Ty::Record(record) => self.cx.found.reads.whole(*record),
            Ty::List(inner) | Ty::Map(inner) => self.read_whole(inner),
            Ty::Tuple(parts) => parts.iter().for_each(|part| self.read_whole(part)),
            _ => {}
        }
    }

    /// What stands in a field that gets no value: its default, or absent.
    pub(super) fn empty_field(&mut self, field: &Field, span: Span) -> Option<Expr> {
        match &field.default {
            Some(Const::Absent) | None if field.ty.is_optional() => Some(self.absent(&field.ty, span)),
            Some(default) => Some(self.make(ExprKind::Const(default.clone()), field.ty.clone(), span)),
            None => None,
        }
    }
}

/// The opening brace of a body: where what the body lacks is reported.
pub(crate) fn opening(body: Span) -> Span {
    Span { end: body.end.min(body.start + 1), ..body }
}
