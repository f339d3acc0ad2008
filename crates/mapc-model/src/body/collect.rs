//! Collecting a body: `let`s, heads and conditions are understood in the order of the text, lines are put aside.

use std::borrow::Cow;

use mapc_syntax::ast::{self, EntryKind};

use super::items::{Block, Branch, Item, Line, TargetPath, Unset, Value};
use crate::core::{Expr, ExprKind, Head, LocalId};
use crate::errors;
use crate::expr::{Checker, Provenance};
use crate::ty::{RecordId, Ty};

/// Where a body stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// The body of a map that builds this record; it may have heads.
    Map(RecordId),
    /// A record inside a map, a branch of a `when`, the key of a `delete when`.
    Nested,
}

/// What a body holds.
#[derive(Debug, Default)]
pub(crate) struct Collected<'b> {
    /// Its lines.
    pub items: Vec<Item<'b>>,
    /// Its `let`s and conditions.
    pub lets: Vec<(LocalId, Expr)>,
    /// Its heads.
    pub heads: Vec<Head>,
}

impl<'b> Collected<'b> {
    fn line(&mut self, target: &ast::Path, value: Value<'b>, span: mapc_diagnostics::Span) {
        self.items.push(Item::Line(Line { path: TargetPath::new(&target.segments), value, span }));
    }
}

impl Checker<'_, '_> {
    /// Collects a body. The names of its `let`s stay in scope; what follows from its heads is known from then on.
    pub(crate) fn collect<'b>(&mut self, body: &'b ast::Body, level: Level) -> Collected<'b> {
        let mut into = Collected::default();
        for entry in &body.entries {
            self.entry(entry, level, &mut into);
        }
        into
    }

    fn entry<'b>(&mut self, entry: &'b ast::Entry, level: Level, into: &mut Collected<'b>) {
        let span = entry.span;
        match &entry.kind {
            EntryKind::Assign { target, value } => into.line(target, Value::Expr(Cow::Borrowed(value)), span),
            EntryKind::Let { name, value } => {
                let local = self.let_(name, value);
                into.lets.push(local);
            }
            EntryKind::When { condition, then, otherwise } => {
                self.when(condition, (then, otherwise.as_ref()), span, into);
            }
            EntryKind::Unset { paths, because } => {
                into.items.extend(paths.iter().map(|path| Item::Unset(unset(path, because.is_some()))));
            }
            EntryKind::SkipWhen { .. } | EntryKind::DeleteWhen { .. } | EntryKind::RejectWhen { .. } => match level {
                Level::Map(target) => self.head(entry, target, into),
                Level::Nested => self.cx.report(errors::bodies::head_inside(span)),
            },
            EntryKind::Both { left: target, .. }
            | EntryKind::ToLeft { left: target, .. }
            | EntryKind::ToRight { right: target, .. } => {
                self.cx.report(errors::two_way::line_in_one_way(span));
                into.line(target, Value::Broken, span);
            }
            EntryKind::Only { paths, .. } => {
                self.cx.report(errors::two_way::line_in_one_way(span));
                into.items.extend(paths.iter().map(|path| Item::Unset(unset(path, true))));
            }
            // Source completeness reads `ignore` lines.
            EntryKind::Ignore { .. } => {}
            // Reported before; what they would have filled is not missed.
            EntryKind::Auto | EntryKind::Spread(_) | EntryKind::Error => into.items.push(Item::Broken),
        }
    }

    fn when<'b>(
        &mut self,
        condition: &ast::Expr,
        (then, otherwise): (&'b ast::Body, Option<&'b ast::Body>),
        span: mapc_diagnostics::Span,
        into: &mut Collected<'b>,
    ) {
        let test = self.condition(condition);
        let local = self.local(Ty::Bool, Provenance::Made);
        into.lets.push((local, test));
        let span = span_of_when(span, condition);
        let then = self.branch(condition, true, then, into);
        let otherwise = otherwise.map(|body| self.branch(condition, false, body, into));
        into.items.push(Item::When { condition: local, then, otherwise, span });
    }

    fn branch<'b>(
        &mut self,
        condition: &ast::Expr,
        truth: bool,
        body: &'b ast::Body,
        into: &mut Collected<'b>,
    ) -> Branch<'b> {
        let (names, facts) = (self.names.mark(), self.facts.mark());
        self.scoped(|c| {
            c.assume(condition, truth);
            let inner = c.collect(body, Level::Nested);
            into.lets.extend(inner.lets);
            Branch { block: Block::new(inner.items), names: c.names.since(names), present: c.facts.since(facts) }
        })
    }

    fn head<'b>(&mut self, entry: &'b ast::Entry, target: RecordId, into: &mut Collected<'b>) {
        let head = match &entry.kind {
            EntryKind::SkipWhen { condition, because } => {
                let reason = because.as_ref().map(|text| text.value.clone()).unwrap_or_default();
                let test = self.condition(condition);
                self.assume(condition, false);
                Head::Skip { condition: test, reason }
            }
            EntryKind::DeleteWhen { condition, body } => {
                let test = self.condition(condition);
                let key = self.scoped(|c| {
                    c.assume(condition, true);
                    c.key(target, body, into)
                });
                self.assume(condition, false);
                Head::Delete { condition: test, key }
            }
            EntryKind::RejectWhen { code, condition, reason } => {
                let test = self.condition(condition);
                let reason = self.scoped(|c| {
                    c.assume(condition, true);
                    c.infer(reason, None)
                });
                self.assume(condition, false);
                let kind = ExprKind::Reject(code.text.clone(), Box::new(reason));
                // What is wrong is where the condition holds.
                let rejection = Expr { kind, ty: Ty::Never, site: test.site.clone() };
                Head::Reject { condition: test, rejection }
            }
            _ => return,
        };
        into.heads.push(head);
    }

    /// The body of a `delete when`: the key fields and nothing else.
    fn key<'b>(&mut self, target: RecordId, body: &'b ast::Body, into: &mut Collected<'b>) -> Vec<(u32, Expr)> {
        let Collected { items, lets, .. } = self.collect(body, Level::Nested);
        into.lets.extend(lets);
        let block = Block::new(items);
        let fields = self.cx.fields(target).to_vec();
        let keys: Vec<String> = fields.iter().filter(|field| field.key).map(|field| field.name.clone()).collect();
        let record = self.cx.model.record(target).name.clone();
        if keys.is_empty() {
            self.cx.report(errors::bodies::no_key(super::opening(body.span), &record));
            return Vec::new();
        }
        let (mut values, mut missing) = (Vec::new(), Vec::new());
        for (position, field) in (0..).zip(&fields) {
            let mention = block.mentions(&field.name).first().map(|(_, mention)| *mention);
            match mention {
                Some(_) if field.key => {
                    let value = self.field_value(field, &block, &mut missing);
                    values.push((position, value));
                }
                Some(mention) => self.cx.report(errors::bodies::more_than_the_key(mention.span, &field.name, &keys)),
                None if field.key => missing.push(field.name.clone()),
                None => {}
            }
        }
        self.unknown_targets(target, &block);
        if !missing.is_empty() {
            self.cx.report(errors::bodies::key_missing(super::opening(body.span), &missing));
        }
        values
    }
}

/// A path of `unset`, `left only` or `right only`.
pub(crate) fn unset(listed: &ast::ListedPath, reason: bool) -> Unset {
    let others = !listed.star && matches!(listed.path.segments.as_slice(), [name] if name.text == "others");
    let path = (!others).then(|| TargetPath::new(&listed.path.segments));
    Unset { path, star: listed.star, reason, span: listed.path.span }
}

fn span_of_when(entry: mapc_diagnostics::Span, condition: &ast::Expr) -> mapc_diagnostics::Span {
    mapc_diagnostics::Span { end: condition.span.end, ..entry }
}
