//! Names, paths and `$…`.

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use super::{Bound, Checker, Source};
use crate::core::{Context, Expr, ExprKind, LocalId};
use crate::errors;
use crate::narrow::Place;
use crate::ty::{RecordId, Ty};

impl Checker<'_, '_> {
    /// A bare name: a local, else a field of the source.
    pub(super) fn name(&mut self, name: &str, expr: &ast::Expr, hint: Option<&Ty>) -> Expr {
        let Some(value) = self.value_named(name, expr.span) else { return self.unknown_name(name, expr.span, hint) };
        self.narrowed(value, expr)
    }

    fn value_named(&mut self, name: &str, span: Span) -> Option<Expr> {
        let found = self.names.find(name).map(|named| named.bound);
        match found {
            Some(Bound::Local(local)) => Some(self.read_local(local, span)),
            Some(Bound::Part(local, position)) => {
                let tuple = self.read_local(local, span);
                let ty = match &tuple.ty {
                    Ty::Tuple(parts) => parts.get(position as usize).cloned().unwrap_or(Ty::Error),
                    _ => Ty::Error,
                };
                Some(self.make(ExprKind::Field(Box::new(tuple), position), ty, span))
            }
            None => self.source_field(name, span),
        }
    }

    fn source_field(&mut self, name: &str, span: Span) -> Option<Expr> {
        match self.source {
            Source::None => None,
            Source::Record(local, record) => {
                let position = self.field_position(record, name)?;
                let base = self.read_local(local, span);
                Some(self.read_field(base, record, position, span))
            }
            Source::Fields(record) => {
                let position = self.field_position(record, name)?;
                self.cx.found.reads.field(record, position);
                Some(self.read_local(LocalId(position), span))
            }
        }
    }

    /// The position of a record's field.
    pub(crate) fn field_position(&self, record: RecordId, name: &str) -> Option<u32> {
        self.cx.index.position(record, name)
    }

    /// Reads a field of a required record.
    pub(crate) fn read_field(&mut self, base: Expr, record: RecordId, position: u32, span: Span) -> Expr {
        self.cx.found.reads.field(record, position);
        let ty = self.cx.fields(record).get(position as usize).map_or(Ty::Error, |field| field.ty.clone());
        self.make(ExprKind::Field(Box::new(base), position), ty, span)
    }

    /// `base.name`.
    pub(super) fn field(&mut self, expr: &ast::Expr, base: &ast::Expr, name: &ast::Name) -> Expr {
        if is_projection(base) {
            return self.project(base, name, expr.span);
        }
        let base = self.infer(base, None);
        let value = self.lift(base, |c, base| c.field_of(base, name, expr.span));
        self.narrowed(value, expr)
    }

    /// A field of a required value; reports where there is no such field.
    pub(super) fn field_of(&mut self, base: Expr, name: &ast::Name, span: Span) -> Expr {
        match base.ty.base().clone() {
            Ty::Error | Ty::Never => self.error(span),
            Ty::Record(record) => match self.field_position(record, &name.text) {
                Some(position) => self.read_field(base, record, position, span),
                None => self.unknown_field(record, name),
            },
            other => {
                let ty = self.cx.type_name(&other);
                let is_list = matches!(other, Ty::List(_));
                self.fail(errors::names::no_fields(name, &ty, is_list))
            }
        }
    }

    /// Reports that a record has no such field.
    pub(crate) fn unknown_field(&mut self, record: RecordId, name: &ast::Name) -> Expr {
        let declared = self.cx.model.record(record);
        let fields = declared.fields.iter().map(|field| field.name.as_str());
        let diagnostic = errors::names::unknown_field(name, &declared.name, self.cx.nearest(&name.text, fields));
        self.fail(diagnostic)
    }

    fn unknown_name(&mut self, name: &str, span: Span, hint: Option<&Ty>) -> Expr {
        let segment = ast::Name { text: name.to_owned(), span };
        let path = ast::Path { segments: vec![segment], span };
        if let Some(symbol) = self.cx.resolve(&path, &self.scope) {
            return self.fail(errors::names::not_a_value(name, span, &symbol));
        }
        if let Some(Ty::Enum(id)) = hint.map(|ty| ty.required().base())
            && let declared = self.cx.model.enumeration(*id)
            && declared.members.iter().any(|member| member.name == name)
        {
            let written = if declared.literal { format!("\"{name}\"") } else { format!(".{name}") };
            return self.fail(errors::names::member_without_dot(name, span, &written));
        }
        let fields = match self.source {
            Source::Record(_, record) | Source::Fields(record) => self.cx.fields(record),
            Source::None => &[],
        };
        let candidates = self.names.names().chain(fields.iter().map(|field| field.name.as_str()));
        let best = self.cx.nearest(name, candidates);
        let diagnostic = errors::names::unknown_name(name, span, best, &self.source_name());
        self.fail(diagnostic)
    }

    fn source_name(&self) -> Option<String> {
        match self.source {
            Source::Record(_, record) | Source::Fields(record) => Some(self.cx.model.record(record).name.clone()),
            Source::None => None,
        }
    }

    /// `$message_id` and so on, perhaps with fields behind it.
    pub(super) fn context(&mut self, path: &ast::Path) -> Expr {
        let Some((first, fields)) = path.segments.split_first() else { return self.error(path.span) };
        let span = first.span;
        let value = match (first.text.as_str(), self.source) {
            ("message_id", _) => self.make(ExprKind::Context(Context::MessageId), Ty::Str, span),
            ("received_at", _) => self.make(ExprKind::Context(Context::ReceivedAt), Ty::Timestamp, span),
            ("source", Source::Record(..)) if self.function.is_some() => self.read_local(LocalId(0), span),
            (other, _) => return self.fail(errors::names::unknown_context(other, span)),
        };
        fields.iter().fold(value, |value, name| {
            let span = path.span;
            self.lift(value, |c, base| c.field_of(base, name, span))
        })
    }

    /// The value without its `?` where it is known to be present.
    fn narrowed(&mut self, value: Expr, expr: &ast::Expr) -> Expr {
        if !value.ty.is_optional() || !self.place(expr).is_some_and(|place| self.facts.has(&place)) {
            return value;
        }
        let (ty, site) = (value.ty.required().clone(), value.site.clone());
        Expr { kind: ExprKind::Narrow(Box::new(value)), ty, site }
    }

    /// The place that an expression names, if it is a path.
    pub(crate) fn place(&self, expr: &ast::Expr) -> Option<Place> {
        self.typed_place(expr).map(|(place, _)| place)
    }

    fn typed_place(&self, expr: &ast::Expr) -> Option<(Place, Ty)> {
        match &expr.kind {
            ast::ExprKind::Name(name) => self.named_place(name),
            ast::ExprKind::Field { base, name } => {
                let (place, ty) = self.typed_place(base)?;
                let Ty::Record(record) = ty.required().base() else { return None };
                let position = self.field_position(*record, &name.text)?;
                let ty = self.cx.fields(*record).get(position as usize)?.ty.clone();
                Some((place.step(position), ty))
            }
            _ => None,
        }
    }

    fn named_place(&self, name: &str) -> Option<(Place, Ty)> {
        let local_ty = |local: LocalId| self.locals.get(local.0 as usize).cloned();
        match self.names.find(name).map(|named| named.bound) {
            Some(Bound::Local(local)) => Some((Place::local(local), local_ty(local)?)),
            Some(Bound::Part(local, position)) => match local_ty(local)? {
                Ty::Tuple(parts) => Some((Place::local(local).step(position), parts.get(position as usize)?.clone())),
                _ => None,
            },
            None => {
                let (place, record) = match self.source {
                    Source::None => return None,
                    Source::Record(local, record) => (Some(Place::local(local)), record),
                    Source::Fields(record) => (None, record),
                };
                let position = self.field_position(record, name)?;
                let ty = self.cx.fields(record).get(position as usize)?.ty.clone();
                Some((place.map_or_else(|| Place::local(LocalId(position)), |place| place.step(position)), ty))
            }
        }
    }
}

/// Whether an expression is `xs[]`, perhaps with fields behind it.
pub(super) fn is_projection(expr: &ast::Expr) -> bool {
    match &expr.kind {
        ast::ExprKind::Index { index: None, .. } => true,
        ast::ExprKind::Field { base, .. } => is_projection(base),
        _ => false,
    }
}
