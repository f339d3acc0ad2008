//! Building a record field by field, each exactly once: target completeness at every depth.

use mapc_diagnostics::{Span, nearest};
use mapc_syntax::ast;

use super::items::{Branch, Item, Line, Mention, Unset, Value};
use crate::core::{Const, Expr, ExprKind};
use crate::errors;
use crate::expr::Checker;
use crate::model::Field;
use crate::ty::{RecordId, Ty};

impl Checker<'_, '_> {
    /// A record from the items of a body; what is not assigned is reported at `span`.
    pub(crate) fn record(&mut self, record: RecordId, items: &[Item<'_>], span: Span) -> Expr {
        self.unknown_targets(record, items);
        let fields = self.cx.fields(record).to_vec();
        let (mut values, mut missing) = (Vec::new(), Vec::new());
        for field in &fields {
            values.push(self.field_value(field, items, &mut missing));
        }
        if !missing.is_empty() {
            let open: Vec<&Field> = fields.iter().filter(|field| missing.contains(&field.name)).collect();
            let prefix: String = self.target.iter().map(|part| format!("{part}.")).collect();
            let name = self.cx.model.record(record).name.clone();
            self.cx.report(errors::bodies::not_assigned(span, &name, &prefix, &open));
        }
        self.make(ExprKind::Record(values), Ty::Record(record), span)
    }

    /// Reports lines for fields that the record does not have.
    pub(super) fn unknown_targets(&mut self, record: RecordId, items: &[Item<'_>]) {
        for item in items {
            let name = match item {
                Item::Line(line) => line.path.first(),
                Item::Unset(Unset { path: Some(path), star: false, .. }) => path.first(),
                Item::Unset(_) => None,
                Item::When { then, otherwise, .. } => {
                    self.unknown_targets(record, &then.items);
                    if let Some(otherwise) = otherwise {
                        self.unknown_targets(record, &otherwise.items);
                    }
                    None
                }
            };
            if let Some(name) = name
                && self.field_position(record, &name.text).is_none()
            {
                self.unknown_target(record, name);
            }
        }
    }

    fn unknown_target(&mut self, record: RecordId, name: &ast::Name) {
        let declared = self.cx.model.record(record);
        let fields = declared.fields.iter().map(|field| field.name.as_str());
        let diagnostic = errors::names::unknown_target(name, &declared.name, nearest(&name.text, fields));
        self.cx.report(diagnostic);
    }

    /// The value of one field.
    pub(super) fn field_value(&mut self, field: &Field, items: &[Item<'_>], missing: &mut Vec<String>) -> Expr {
        self.target.push(field.name.clone());
        let value = self.value_from(field, items, missing);
        self.target.pop();
        value
    }

    fn value_from(&mut self, field: &Field, items: &[Item<'_>], missing: &mut Vec<String>) -> Expr {
        let mentions: Vec<(&Item<'_>, Mention)> =
            items.iter().filter_map(|item| Some((item, item.mention(&field.name)?))).collect();
        let Some((first, mention)) = mentions.first() else { return self.unmentioned(field, items, missing) };
        let whole = mentions.iter().any(|(_, mention)| mention.whole);
        if let (true, Some((_, again))) = (whole, mentions.get(1)) {
            return self.fail(errors::bodies::assigned_twice(&self.target.join("."), again.span, mention.span));
        }
        if !whole {
            return self.nested_field(field, items, mention.span);
        }
        match first {
            Item::Line(line) => self.line(field, line),
            Item::Unset(unset) => self.unset(field, unset),
            Item::When { condition, then, otherwise, span } => {
                let test = self.read_local(*condition, *span);
                let held = self.branch_value(field, then, mention.span);
                let failed = match otherwise {
                    Some(branch) => self.branch_value(field, branch, mention.span),
                    None => self.without_else(field, *span, mention.span),
                };
                let kind = ExprKind::If(Box::new(test), Box::new(held), Box::new(failed));
                self.make(kind, field.ty.clone(), mention.span)
            }
        }
    }

    fn unmentioned(&mut self, field: &Field, items: &[Item<'_>], missing: &mut Vec<String>) -> Expr {
        if field.readonly {
            return self.unwritten(field);
        }
        match items.iter().find_map(|item| item.covering(&field.name)).cloned() {
            Some(unset) => self.unset(field, &unset),
            None => {
                missing.push(field.name.clone());
                self.error(field.span)
            }
        }
    }

    fn nested_field(&mut self, field: &Field, items: &[Item<'_>], span: Span) -> Expr {
        let inner: Vec<Item<'_>> = items.iter().filter_map(|item| item.inside(&field.name)).collect();
        match field.ty.required().base() {
            Ty::Record(record) => {
                let value = self.record(*record, &inner, span);
                self.fit_value(value, &field.ty, span)
            }
            Ty::Error => self.error(span),
            other => {
                let ty = self.cx.type_name(other);
                self.fail(errors::bodies::no_record_inside(span, &self.target.join("."), &ty))
            }
        }
    }

    fn branch_value(&mut self, field: &Field, branch: &Branch<'_>, other: Span) -> Expr {
        let named =
            branch.items.iter().any(|item| item.mention(&field.name).is_some() || item.covering(&field.name).is_some());
        if !named {
            let span = branch.items.iter().find_map(|item| match item {
                Item::Line(line) => Some(line.span),
                _ => None,
            });
            let diagnostic = errors::bodies::one_branch_only(&self.target.join("."), other, span.unwrap_or(other));
            return self.fail(diagnostic);
        }
        self.scoped(|c| {
            c.names = branch.names.clone();
            c.facts = branch.facts.clone();
            let mut missing = Vec::new();
            c.value_from(field, &branch.items, &mut missing)
        })
    }

    /// A `when` without `else`: the field's default or absent, if there is one.
    fn without_else(&mut self, field: &Field, when: Span, span: Span) -> Expr {
        match self.empty_field(field, when) {
            Some(value) => value,
            None => self.fail(errors::bodies::one_branch_only(&self.target.join("."), span, when)),
        }
    }

    fn unset(&mut self, field: &Field, unset: &Unset) -> Expr {
        if field.default.is_none() && field.ty.is_optional() && !unset.reason {
            return self.fail(errors::bodies::unset_without_reason(unset.span, &self.target.join(".")));
        }
        match self.empty_field(field, unset.span) {
            Some(value) => value,
            None if field.ty == Ty::Error => self.error(unset.span),
            None => {
                let ty = self.cx.type_name(&field.ty);
                self.fail(errors::bodies::unset_required(unset.span, &self.target.join("."), &ty, field.span))
            }
        }
    }

    fn line(&mut self, field: &Field, line: &Line<'_>) -> Expr {
        if field.readonly {
            return self.fail(errors::bodies::assigns_readonly(line.span, &self.target.join("."), field.span));
        }
        let hint = if field.default.is_some() { field.ty.clone().optional() } else { field.ty.clone() };
        let (value, from) = match &line.value {
            Value::Expr(expr) => (self.infer(expr, Some(&hint)), expr),
            Value::Lookup(expr, table) => {
                let value = self.infer(expr, None);
                (self.lookup(value, *table, expr, line.span), expr)
            }
            Value::Map(expr, record) => {
                let value = self.infer(expr, None);
                (self.via_or_each(value, *record, expr, line.span), expr)
            }
            Value::Nested { from, body, sides, direction } => {
                let value = self.infer(from, None);
                (self.nested_lines(value, body, *sides, *direction), from)
            }
            Value::Broken => return self.error(line.span),
        };
        self.assign(field, value, from)
    }

    /// A value as a field takes it: with the field's default where it may be absent, converted, and tested.
    pub(crate) fn assign(&mut self, field: &Field, value: Expr, from: &ast::Expr) -> Expr {
        self.pass_on(&value);
        let has_default = field.default.as_ref().is_some_and(|default| *default != Const::Absent);
        if !value.ty.is_optional() || field.ty.is_optional() && !has_default {
            return self.fit_value(value, &field.ty, from.span);
        }
        match self.empty_field(field, from.span) {
            Some(default) => self.or_else(value, default, |c, inner| c.fit_value(inner, &field.ty, from.span)),
            None if field.ty == Ty::Error => self.error(from.span),
            None => {
                let (found, wanted) = (self.cx.type_name(&value.ty), self.cx.type_name(&field.ty));
                let target = self.target.join(".");
                let diagnostic =
                    errors::presence::optional_to_required(from, (&target, field.span), &found, &wanted, &field.ty);
                self.fail(diagnostic)
            }
        }
    }

    /// What stands in a `readonly` field of a record that is built: it is never written, so any value of its type does.
    fn unwritten(&mut self, field: &Field) -> Expr {
        match self.empty_field(field, field.span) {
            Some(value) => value,
            None => self.neutral(&field.ty, field.span),
        }
    }

    fn neutral(&mut self, ty: &Ty, span: Span) -> Expr {
        let kind = match ty.base() {
            Ty::Bool => ExprKind::Const(Const::Bool(false)),
            Ty::Int => ExprKind::Const(Const::Int(0)),
            Ty::Float => ExprKind::Const(Const::Float(0.0)),
            Ty::Decimal => ExprKind::Const(Const::Decimal(mapc_runtime::Decimal::ZERO)),
            Ty::Str | Ty::Scalar => ExprKind::Const(Const::Str(String::new())),
            Ty::Enum(id) => ExprKind::Const(Const::Enum(*id, 0)),
            Ty::List(_) => ExprKind::List(Vec::new()),
            Ty::Record(record) => {
                let fields: Vec<Ty> = self.cx.fields(*record).iter().map(|field| field.ty.clone()).collect();
                ExprKind::Record(fields.iter().map(|ty| self.neutral(ty, span)).collect())
            }
            _ => return self.absent(ty, span),
        };
        self.make(kind, ty.clone(), span)
    }
}
