//! Making a value fit a type: conversions that cannot fail, `T` as `T?`, and tests of refinements.

use mapc_diagnostics::Span;
use mapc_runtime::{Constraint, Decimal};
use mapc_syntax::ast;

use super::join::{is_within, missing};
use super::{Checker, Provenance};
use crate::core::{Const, Conversion, Expr, ExprKind, For};
use crate::errors;
use crate::model::Field;
use crate::ty::{RecordId, Ty};
use crate::types;

impl Checker<'_, '_> {
    /// The value as one of `expected`; `from` is the text it was made from.
    pub(crate) fn fit(&mut self, value: Expr, expected: &Ty, from: &ast::Expr) -> Expr {
        if value.ty.is_optional() && !expected.is_optional() && *expected != Ty::Error {
            return self.absent_not_expected(&value, expected, from);
        }
        self.fit_value(value, expected, from.span)
    }

    /// Reports that a value may be absent where it is needed.
    pub(crate) fn absent_not_expected(&mut self, value: &Expr, expected: &Ty, from: &ast::Expr) -> Expr {
        let name = self.cx.type_name(&value.ty);
        let wanted = self.cx.type_name(expected);
        self.fail(errors::presence::may_be_absent(from, &name, &wanted, value.ty.required()))
    }

    /// As [`Checker::fit`], for a value that is made of other values.
    pub(crate) fn fit_value(&mut self, value: Expr, expected: &Ty, span: Span) -> Expr {
        if is_within(&value.ty, expected) {
            return value;
        }
        match (&value.ty, expected) {
            (Ty::Optional(_), Ty::Optional(inner)) => {
                let inner = inner.as_ref().clone();
                self.lift(value, |c, value| c.fit_value(value, &inner, span))
            }
            (_, Ty::Optional(inner)) => {
                let fitted = self.fit_value(value, inner, span);
                self.some(fitted)
            }
            _ => self.fit_required(value, expected, span),
        }
    }

    fn fit_required(&mut self, value: Expr, expected: &Ty, span: Span) -> Expr {
        let Some(value) = self.convert(value, expected.base(), span) else { return self.error(span) };
        let Ty::Refined(_, wants) = expected else { return value };
        let has: &[Constraint] = match &value.ty {
            Ty::Refined(_, has) => has,
            _ => &[],
        };
        let remaining = missing(has, wants);
        if remaining.is_empty() {
            return value;
        }
        if let Some(constant) = constant_of(&value) {
            return self.refined_constant(constant, wants, expected, span);
        }
        self.refuse_hopeless_choices(&value, false, wants, expected);
        let site = value.site.clone();
        Expr { kind: ExprKind::Check(Box::new(value), remaining.into()), ty: expected.clone(), site }
    }

    /// A constant as its type demands it, tested now.
    fn refined_constant(&mut self, constant: Const, wants: &[Constraint], expected: &Ty, span: Span) -> Expr {
        match types::refined(wants, constant) {
            Ok(constant) => self.make(ExprKind::Const(constant), expected.clone(), span),
            Err(reason) => {
                let wanted = self.cx.type_name(expected);
                self.fail(errors::types::constant_out_of_bounds(span, &wanted, reason))
            }
        }
    }

    /// Reports the constants among the values that an expression chooses from that its type never allows: `n ?? 0` where 1 is the least.
    fn refuse_hopeless_choices(&mut self, value: &Expr, widened: bool, wants: &[Constraint], expected: &Ty) {
        let choice = |c: &mut Self, value: &Expr| c.refuse_hopeless_choices(value, widened, wants, expected);
        match &value.kind {
            ExprKind::If(_, then, otherwise) | ExprKind::IfPresent { then, otherwise, .. } => {
                choice(self, then);
                choice(self, otherwise);
            }
            ExprKind::Switch(_, arms, otherwise) => {
                arms.iter().for_each(|arm| choice(self, &arm.body));
                choice(self, otherwise);
            }
            ExprKind::Scope(_, value) | ExprKind::Some(value) => choice(self, value),
            ExprKind::Convert(Conversion::IntToDecimal, value) => {
                self.refuse_hopeless_choices(value, true, wants, expected);
            }
            ExprKind::Const(constant) if *constant != Const::Absent => {
                let constant = match constant {
                    Const::Int(int) if widened => Const::Decimal(Decimal::from(*int)),
                    other => other.clone(),
                };
                if let Err(reason) = types::refined(wants, constant) {
                    let wanted = self.cx.type_name(expected);
                    self.cx.report(errors::types::constant_out_of_bounds(self.span(value), &wanted, reason));
                }
            }
            _ => {}
        }
    }

    /// The value with another base type, which is not refined; reports and gives nothing where there is no such conversion.
    fn convert(&mut self, value: Expr, to: &Ty, span: Span) -> Option<Expr> {
        if is_within(&value.ty, to) {
            return Some(value);
        }
        match (value.ty.base(), to) {
            (Ty::Int, Ty::Decimal) => Some(widen(value)),
            (Ty::Enum(id), Ty::Str) if self.cx.model.enumeration(*id).literal => Some(enum_text(value)),
            (Ty::Enum(id), Ty::Scalar) if self.cx.model.enumeration(*id).literal => Some(scalar(enum_text(value))),
            (Ty::Str | Ty::Int | Ty::Bool, Ty::Scalar) => Some(scalar(value)),
            (Ty::List(_), Ty::List(element)) => Some(self.convert_elements(value, element, span)),
            (Ty::Tuple(from), Ty::Tuple(to)) if from.len() == to.len() => Some(self.convert_parts(value, to, span)),
            (Ty::Record(from), Ty::Record(to)) if self.same_shape(*from, *to) => {
                Some(self.copy_record(value, *to, span))
            }
            _ => {
                self.mismatch(&value, to, span);
                None
            }
        }
    }

    /// Whether two inline records have fields of the same names, in any order: then one is written as the other.
    fn same_shape(&self, from: RecordId, to: RecordId) -> bool {
        let (from, to) = (self.cx.model.record(from), self.cx.model.record(to));
        let inside = |name: &str| from.fields.iter().any(|field| field.name == name);
        from.inline && to.inline && from.fields.len() == to.fields.len() && to.fields.iter().all(|f| inside(&f.name))
    }

    /// An inline record as another of the same shape, field by field.
    fn copy_record(&mut self, record: Expr, to: RecordId, span: Span) -> Expr {
        let Ty::Record(from) = *record.ty.base() else { return self.error(span) };
        let provenance = self.provenance_of(&record);
        let local = self.local(record.ty.clone(), provenance);
        let fields = self.cx.fields(to).to_vec();
        let mut values = Vec::new();
        for field in &fields {
            let base = self.read_local(local, span);
            let position = self.field_position(from, &field.name).unwrap_or_default();
            let value = self.read_field(base, from, position, span);
            values.push(self.field_value_at(field, value, span));
        }
        let copy = self.make(ExprKind::Record(values), Ty::Record(to), span);
        self.around(vec![(local, record)], copy)
    }

    fn field_value_at(&mut self, field: &Field, value: Expr, span: Span) -> Expr {
        self.target.push(field.name.clone());
        let name = ast::Expr { kind: ast::ExprKind::Name(field.name.clone()), span };
        let value = self.assign(field, value, &name);
        self.target.pop();
        value
    }

    fn convert_elements(&mut self, list: Expr, element: &Ty, span: Span) -> Expr {
        let item_ty = element_of(&list.ty);
        if item_ty.is_optional() && !element.is_optional() {
            let (found, wanted) = (self.cx.type_name(&list.ty), self.cx.type_name(element));
            return self.fail(errors::presence::elements_may_be_absent(span, &found, &wanted));
        }
        let provenance = self.provenance_of(&list);
        let item = self.local(item_ty, provenance);
        let index = self.local(Ty::Int, Provenance::Made);
        let read = self.read_local(item, span);
        let body = self.fit_value(read, element, span);
        let ty = Ty::List(Box::new(element.clone()));
        self.make(ExprKind::For(Box::new(For { list, item, index, number: None, filter: None, body })), ty, span)
    }

    fn convert_parts(&mut self, tuple: Expr, to: &[Ty], span: Span) -> Expr {
        let Ty::Tuple(from) = tuple.ty.clone() else { return self.error(span) };
        let local = self.local(tuple.ty.clone(), Provenance::Made);
        let mut parts = Vec::new();
        for (position, (from, to)) in (0..).zip(from.into_iter().zip(to)) {
            let base = self.read_local(local, span);
            let part = self.make(ExprKind::Field(Box::new(base), position), from, span);
            parts.push(self.fit_value(part, to, span));
        }
        let record = self.make(ExprKind::Record(parts), Ty::Tuple(to.to_vec()), span);
        self.around(vec![(local, tuple)], record)
    }

    /// The named conversion between two types, as help and as what a fix adds.
    fn conversion(&self, from: &Ty, to: &Ty) -> Option<(String, String)> {
        let name = match to {
            Ty::Str => "to_string",
            Ty::Int => "to_int",
            Ty::Decimal => "to_decimal",
            Ty::Float => "to_float",
            Ty::Bool => "to_bool",
            Ty::Date => "to_date",
            Ty::DateTime => "to_local_datetime",
            Ty::Timestamp => "to_timestamp",
            _ => return None,
        };
        let known = matches!((from, to), (Ty::Enum(_), Ty::Str)) || self.takes_one(name, from);
        known.then(|| (format!("convert it: `.{name}()`"), format!(".{name}()")))
    }

    fn mismatch(&mut self, value: &Expr, to: &Ty, span: Span) {
        let (found, wanted) = (self.cx.type_name(&value.ty), self.cx.type_name(to));
        let way_out = match (value.ty.base(), to) {
            (Ty::Record(from), Ty::Record(to)) => self.cx.index.map_between(*from, *to).map(|_| {
                let name = self.cx.model.record(*to).name.clone();
                (format!("use the declared map: `via {name}`"), format!(" via {name}"))
            }),
            (from, to) => self.conversion(from, to),
        };
        self.cx.report(errors::types::mismatch(span, &found, &wanted, way_out));
    }
}

/// The type of a list's elements.
pub(crate) fn element_of(list: &Ty) -> Ty {
    match list.base() {
        Ty::List(element) => element.as_ref().clone(),
        _ => Ty::Error,
    }
}

/// An int as a decimal; its range is kept.
fn widen(value: Expr) -> Expr {
    let site = value.site.clone();
    let ty = match &value.ty {
        Ty::Refined(_, constraints) => Ty::Refined(Box::new(Ty::Decimal), constraints.clone()),
        _ => Ty::Decimal,
    };
    let kind = match value.kind {
        ExprKind::Const(Const::Int(number)) => ExprKind::Const(Const::Decimal(Decimal::from(number))),
        _ => ExprKind::Convert(Conversion::IntToDecimal, Box::new(value)),
    };
    Expr { kind, ty, site }
}

/// A member as its wire text.
pub(crate) fn enum_text(value: Expr) -> Expr {
    let site = value.site.clone();
    match value.ty.base() {
        Ty::Enum(id) => {
            Expr { kind: ExprKind::Convert(Conversion::EnumToStr(*id), Box::new(value)), ty: Ty::Str, site }
        }
        _ => value,
    }
}

fn scalar(value: Expr) -> Expr {
    let site = value.site.clone();
    Expr { kind: ExprKind::Convert(Conversion::ToScalar, Box::new(value)), ty: Ty::Scalar, site }
}

/// The constant that an expression is.
fn constant_of(value: &Expr) -> Option<Const> {
    match &value.kind {
        ExprKind::Const(constant) => Some(constant.clone()),
        ExprKind::List(items) => items.iter().map(constant_of).collect::<Option<_>>().map(Const::List),
        _ => None,
    }
}
