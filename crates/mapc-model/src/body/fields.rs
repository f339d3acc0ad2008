//! Building a record field by field, each exactly once: target completeness at every depth.

use std::collections::BTreeSet;

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use super::items::{Block, Branch, Item, Line, Unset, Value};
use crate::core::{Const, Expr, ExprKind};
use crate::errors;
use crate::expr::Checker;
use crate::model::Field;
use crate::ty::{RecordId, Ty};

impl Checker<'_, '_> {
    /// A record from the items of a body; what is not assigned is reported at `span`.
    pub(crate) fn record(&mut self, record: RecordId, block: &Block<'_>, span: Span) -> Expr {
        let misspelt = self.unknown_targets(record, block);
        let fields = self.cx.fields(record).to_vec();
        let (mut values, mut missing) = (Vec::new(), Vec::new());
        for field in &fields {
            values.push(self.field_value(field, block, &mut missing));
        }
        let misspelt: BTreeSet<String> = misspelt.into_iter().collect();
        let missing: BTreeSet<String> = missing.into_iter().filter(|name| !misspelt.contains(name)).collect();
        if !missing.is_empty() {
            let open: Vec<&Field> = fields.iter().filter(|field| missing.contains(&field.name)).collect();
            let name = self.cx.model.record(record).name.clone();
            self.cx.report(errors::bodies::not_assigned(span, &name, &open));
        }
        self.make(ExprKind::Record(values), Ty::Record(record), span)
    }

    /// Reports lines for fields that the record does not have; gives the fields that were most likely meant.
    pub(super) fn unknown_targets(&mut self, record: RecordId, block: &Block<'_>) -> Vec<String> {
        let mut meant = Vec::new();
        for item in block.items() {
            let (name, reported) = match item {
                Item::Line(line) => (line.path.first(), matches!(line.value, Value::Broken)),
                Item::Unset(Unset { path: Some(path), star: false, .. }) => (path.first(), false),
                Item::Unset(_) | Item::Broken => (None, false),
                Item::When { then, otherwise, .. } => {
                    meant.extend(self.unknown_targets(record, &then.block));
                    if let Some(otherwise) = otherwise {
                        meant.extend(self.unknown_targets(record, &otherwise.block));
                    }
                    (None, false)
                }
            };
            if let Some(name) = name
                && self.field_position(record, &name.text).is_none()
            {
                meant.extend(self.unknown_target(record, name, reported));
            }
        }
        meant
    }

    fn unknown_target(&mut self, record: RecordId, name: &ast::Name, reported: bool) -> Option<String> {
        let declared = self.cx.model.record(record);
        let fields = declared.fields.iter().map(|field| field.name.as_str());
        let best = self.cx.nearest(&name.text, fields).map(str::to_owned);
        if !reported {
            let diagnostic = errors::names::unknown_target(name, &declared.name, best.as_deref());
            self.cx.report(diagnostic);
        }
        best
    }

    /// The value of one field.
    pub(super) fn field_value(&mut self, field: &Field, block: &Block<'_>, missing: &mut Vec<String>) -> Expr {
        self.target.push(field.name.clone());
        let value = self.value_from(field, block, missing);
        self.target.pop();
        value
    }

    fn value_from(&mut self, field: &Field, block: &Block<'_>, missing: &mut Vec<String>) -> Expr {
        let mentions = block.mentions(&field.name);
        let Some((first, mention)) = mentions.first() else { return self.unmentioned(field, block, missing) };
        let whole = mentions.iter().any(|(_, mention)| mention.whole);
        let broken = |item: &Item<'_>| matches!(item, Item::Line(Line { value: Value::Broken, .. }));
        if mentions.iter().any(|(item, _)| broken(item)) {
            return self.error(mention.span);
        }
        if let (true, Some((_, again))) = (whole, mentions.get(1)) {
            return self.fail(errors::bodies::assigned_twice(&self.target.join("."), again.span, mention.span));
        }
        if !whole {
            return self.nested_field(field, &block.inside(&field.name), mention.span);
        }
        match first {
            Item::Line(line) => self.line(field, line),
            Item::Unset(unset) => self.unset(field, unset),
            Item::Broken => self.error(mention.span),
            Item::When { condition, then, otherwise, span } => {
                let test = self.read_local(*condition, *span);
                let held = self.apart(|c| c.branch_value(field, then, mention.span));
                let failed = match otherwise {
                    Some(branch) => self.apart(|c| c.branch_value(field, branch, mention.span)),
                    None => self.without_else(field, *span, mention.span),
                };
                let kind = ExprKind::If(Box::new(test.clone()), Box::new(held), Box::new(failed));
                let value = self.make(kind, field.ty.clone(), mention.span);
                if otherwise.is_none() && !field.ty.is_optional() {
                    // Without the condition it has its default, which does not count.
                    self.part_if(test);
                    return value;
                }
                self.part(value)
            }
        }
    }

    fn unmentioned(&mut self, field: &Field, block: &Block<'_>, missing: &mut Vec<String>) -> Expr {
        if field.readonly {
            return self.unwritten(field);
        }
        let needed = field.default.is_none() && !field.ty.is_optional();
        match block.covering(&field.name) {
            // It may have had its value in the line that is in error.
            Some(Unset { path: None, span, .. }) if needed && block.broken => self.error(*span),
            Some(unset) => self.unset(field, unset),
            None => {
                if !block.broken {
                    missing.push(field.name.clone());
                }
                self.error(field.span)
            }
        }
    }

    fn nested_field(&mut self, field: &Field, inner: &Block<'_>, span: Span) -> Expr {
        match field.ty.required().base() {
            Ty::Record(record) if field.ty.is_optional() => self.optional_record(field, *record, inner, span),
            Ty::Record(record) => {
                let value = self.record(*record, inner, span);
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
        let block = &branch.block;
        if block.mentions(&field.name).is_empty() && block.covering(&field.name).is_none() {
            if block.broken {
                return self.error(other);
            }
            let span = block.items().iter().find_map(|item| match item {
                Item::Line(line) => Some(line.span),
                _ => None,
            });
            let diagnostic = errors::bodies::one_branch_only(&self.target.join("."), other, span.unwrap_or(other));
            return self.fail(diagnostic);
        }
        self.scoped(|c| {
            branch.names.iter().for_each(|named| c.names.push(named.clone()));
            branch.present.iter().for_each(|place| c.facts.add(place));
            let mut missing = Vec::new();
            c.value_from(field, block, &mut missing)
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
            Value::Expr(expr) => (self.apart(|c| c.infer(expr, Some(&hint))), expr),
            Value::Lookup(expr, table) => {
                let value = self.apart(|c| {
                    let value = c.infer(expr, None);
                    c.lookup(value, *table, expr, line.span)
                });
                (value, expr)
            }
            Value::Map(expr, record) => {
                let value = self.apart(|c| {
                    let value = c.infer(expr, None);
                    c.via_or_each(value, *record, expr, line.span)
                });
                (value, expr)
            }
            Value::Nested { from, body, sides, direction } => {
                let value = self.apart(|c| {
                    let value = c.infer(from, None);
                    c.nested_lines(value, body, *sides, *direction)
                });
                (value, from)
            }
            Value::Broken => return self.error(line.span),
        };
        let value = self.part(value);
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
