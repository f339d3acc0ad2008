//! Optional records that lines with paths fill: `address.city = city` does not by itself make the address present.

use mapc_diagnostics::Span;

use crate::core::{Expr, ExprKind, LocalId};
use crate::expr::{Checker, Provenance};
use crate::model::Field;
use crate::ty::{RecordId, Ty};

use super::items::Block;

/// What is known of the parts that are assigned to an optional record.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    /// The values that may be absent, each computed once: whether the record is there depends on them, and so does what is in it.
    lets: Vec<(LocalId, Expr)>,
    /// Bools; the record is present where one holds.
    present: Vec<Expr>,
    /// A part is assigned that is always present.
    always: bool,
}

impl Checker<'_, '_> {
    /// Checks a value that is none of the parts around it, whatever lines there are in it.
    pub(super) fn apart<T>(&mut self, check: impl FnOnce(&mut Self) -> T) -> T {
        self.parts.push(None);
        let checked = check(self);
        self.parts.pop();
        checked
    }

    /// Notes a value that a line assigns; where it may be absent, it is computed once, and the value that comes back reads it.
    pub(super) fn part(&mut self, value: Expr) -> Expr {
        let Some(Some(parts)) = self.parts.last_mut() else { return value };
        if !value.ty.is_optional() {
            parts.always = true;
            return value;
        }
        if is_path(&value) {
            parts.present.push(is_present(value.clone()));
            return value;
        }
        self.pass_on(&value);
        let provenance = self.provenance_of(&value);
        let local = self.local(value.ty.clone(), provenance);
        let site = value.site.clone();
        let read = Expr { kind: ExprKind::Local(local), ty: value.ty.clone(), site };
        let present = is_present(read.clone());
        if let Some(Some(parts)) = self.parts.last_mut() {
            parts.lets.push((local, value));
            parts.present.push(present);
        }
        read
    }

    /// Notes a part that is assigned under a condition.
    pub(super) fn part_if(&mut self, condition: Expr) {
        if let Some(Some(parts)) = self.parts.last_mut() {
            parts.present.push(condition);
        }
    }

    /// An optional record that is filled line by line: absent where nothing that is assigned to it is present.
    pub(super) fn optional_record(&mut self, field: &Field, record: RecordId, inner: &Block<'_>, span: Span) -> Expr {
        self.parts.push(Some(Parts::default()));
        let value = self.record(record, inner, span);
        let parts = self.parts.pop().flatten().unwrap_or_default();
        if parts.always || value.ty == Ty::Error {
            let value = self.fit_value(value, &field.ty, span);
            if let Some(Some(outer)) = self.parts.last_mut() {
                outer.always = true;
            }
            return self.around(parts.lets, value);
        }
        let present = parts.present.into_iter().reduce(|left, right| {
            let site = left.site.clone();
            Expr { kind: ExprKind::Or(Box::new(left), Box::new(right)), ty: Ty::Bool, site }
        });
        let Some(present) = present else { return self.absent(&field.ty, span) };
        // The record is made first, so that all that is wrong with its parts is said.
        let made = self.local(value.ty.clone(), Provenance::Made);
        let mut lets = parts.lets;
        lets.push((made, value));
        let made = self.read_local(made, span);
        let made = self.some(made);
        let absent = self.absent(&field.ty, span);
        let chosen = self.or_else(made, absent.clone(), |c, inner| {
            let value = c.fit_value(inner, &field.ty, span);
            let value = c.some(value);
            c.make(ExprKind::If(Box::new(present), Box::new(value), Box::new(absent)), field.ty.clone(), span)
        });
        let value = self.around(lets, chosen);
        self.part(value)
    }
}

/// Whether a value is read from where it stands, so that reading it twice costs nothing.
fn is_path(value: &Expr) -> bool {
    match &value.kind {
        ExprKind::Local(_) => true,
        ExprKind::Field(inner, _) => is_path(inner),
        _ => false,
    }
}

fn is_present(value: Expr) -> Expr {
    let site = value.site.clone();
    Expr { kind: ExprKind::IsPresent(Box::new(value)), ty: Ty::Bool, site }
}
