//! Two-way maps: each `<->` line is examined once, for both directions, and then taken as a line of either.

mod examine;

use std::borrow::Cow;

use mapc_diagnostics::Span;
use mapc_syntax::ast::{self, EntryKind, Side};

use crate::bodies::Way;
use crate::body::{Block, Collected, Item, Line, TargetPath, Value, opening, unset};
use crate::core::{Expr, ExprKind, For, LocalId, TableId};
use crate::expr::{Checker, Provenance, Source, element_of};
use crate::names::Symbol;
use crate::ty::{RecordId, Ty};

/// Which way a two-way map is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Reads the left side, builds the right one.
    ToRight,
    /// Reads the right side, builds the left one.
    ToLeft,
}

/// `p <-> q via T { … }`.
struct BothLine<'b> {
    left: &'b ast::Path,
    right: Vec<ast::Name>,
    via: Option<&'b ast::Path>,
    nested: Option<&'b ast::Body>,
    span: Span,
}

impl<'b> BothLine<'b> {
    fn of(left: &'b ast::Path, right: &'b ast::Expr, nested: Option<&'b ast::Body>, span: Span) -> Option<Self> {
        let (path, via) = match &right.kind {
            ast::ExprKind::Via { base, target } => (base.as_ref(), Some(target)),
            _ => (right, None),
        };
        Some(BothLine { left, right: path_of(path)?, via, nested, span })
    }
}

impl Checker<'_, '_> {
    /// The body of a two-way map, taken in one direction.
    pub(crate) fn two_way_body<'b>(&mut self, body: &'b ast::Body, way: &Way, direction: Direction) -> Collected<'b> {
        let sides = match direction {
            Direction::ToRight => [way.from, way.to],
            Direction::ToLeft => [way.to, way.from],
        };
        if direction == Direction::ToRight {
            self.examine(body, sides);
        }
        Collected { items: self.two_way_items(body, sides, direction), ..Collected::default() }
    }

    fn two_way_items<'b>(&mut self, body: &'b ast::Body, sides: [RecordId; 2], direction: Direction) -> Vec<Item<'b>> {
        let mut items = Vec::new();
        for entry in &body.entries {
            let line = |path: &[ast::Name], value: Value<'b>| {
                Item::Line(Line { path: TargetPath::new(path), value, span: entry.span })
            };
            match (&entry.kind, direction) {
                (EntryKind::Both { left, right, nested }, direction) => {
                    match BothLine::of(left, right, nested.as_ref(), entry.span) {
                        Some(both) => items.push(self.two_way_line(&both, sides, direction)),
                        // Reported when it was examined; both fields count as filled.
                        None if direction == Direction::ToLeft => items.push(line(&left.segments, Value::Broken)),
                        None => items.extend(path_within(right).map(|path| line(&path, Value::Broken))),
                    }
                }
                (EntryKind::ToLeft { left, value }, Direction::ToLeft) => {
                    items.push(line(&left.segments, Value::Expr(Cow::Borrowed(value))));
                }
                (EntryKind::ToRight { value, right }, Direction::ToRight) => {
                    items.push(line(&right.segments, Value::Expr(Cow::Borrowed(value))));
                }
                (EntryKind::Only { side: Side::Left, paths, because }, Direction::ToLeft)
                | (EntryKind::Only { side: Side::Right, paths, because }, Direction::ToRight) => {
                    items.extend(paths.iter().map(|path| Item::Unset(unset(path, because.is_some()))));
                }
                (EntryKind::Auto | EntryKind::Spread(_) | EntryKind::Error, _) => items.push(Item::Broken),
                // Reported when it was examined; a field of this name counts as filled.
                (EntryKind::Assign { target, .. }, _) => {
                    items.extend(self.misplaced(target, sides, direction, entry.span))
                }
                _ => {}
            }
        }
        items
    }

    fn misplaced<'b>(
        &self,
        target: &ast::Path,
        sides: [RecordId; 2],
        direction: Direction,
        span: Span,
    ) -> Option<Item<'b>> {
        let record = match direction {
            Direction::ToRight => sides[1],
            Direction::ToLeft => sides[0],
        };
        self.field_position(record, &target.segments.first()?.text)?;
        Some(Item::Line(Line { path: TargetPath::new(&target.segments), value: Value::Broken, span }))
    }

    fn two_way_line<'b>(&mut self, both: &BothLine<'b>, sides: [RecordId; 2], direction: Direction) -> Item<'b> {
        let (target, from) = match direction {
            Direction::ToRight => (both.right.as_slice(), both.left.segments.as_slice()),
            Direction::ToLeft => (both.left.segments.as_slice(), both.right.as_slice()),
        };
        let value = if self.broken.contains(&both.span) {
            Value::Broken
        } else {
            self.two_way_value(both, expr_of(from), sides, direction)
        };
        Item::Line(Line { path: TargetPath::new(target), value, span: both.span })
    }

    fn two_way_value<'b>(
        &mut self,
        both: &BothLine<'b>,
        from: ast::Expr,
        sides: [RecordId; 2],
        direction: Direction,
    ) -> Value<'b> {
        let from = Cow::Owned(from);
        let (Some(left), Some(right)) = (self.end(sides[0], &both.left.segments), self.end(sides[1], &both.right))
        else {
            return Value::Broken;
        };
        if let Some(body) = both.nested {
            let (Some(left), Some(right)) = (record_inside(&left.ty), record_inside(&right.ty)) else {
                return Value::Broken;
            };
            return Value::Nested { from, body, sides: [left, right], direction };
        }
        let Some(via) = both.via else { return Value::Expr(from) };
        match self.cx.resolve(via, &self.scope) {
            Some(Symbol::Table(table)) => match self.table_ways(table, &left.ty, &right.ty) {
                Some(ways) => Value::Lookup(from, ways.of(direction)),
                None => Value::Broken,
            },
            _ => {
                let target = match direction {
                    Direction::ToRight => record_inside(&right.ty),
                    Direction::ToLeft => record_inside(&left.ty),
                };
                target.map_or(Value::Broken, |target| Value::Map(from, target))
            }
        }
    }

    /// Nested lines over a record, or over each of a list of records.
    pub(crate) fn nested_lines(
        &mut self,
        value: Expr,
        body: &ast::Body,
        sides: [RecordId; 2],
        direction: Direction,
    ) -> Expr {
        let span = self.span(&value);
        if matches!(value.ty.required().base(), Ty::List(_)) {
            return self
                .lift(value, |c, list| c.each(list, span, |c, local| c.nested_record(local, body, sides, direction)));
        }
        self.with_local(value, |c, local| c.nested_record(local, body, sides, direction))
    }

    fn nested_record(&mut self, local: LocalId, body: &ast::Body, sides: [RecordId; 2], direction: Direction) -> Expr {
        let (from, to) = match direction {
            Direction::ToRight => (sides[0], sides[1]),
            Direction::ToLeft => (sides[1], sides[0]),
        };
        let outer = std::mem::replace(&mut self.source, Source::Record(local, from));
        let items = self.two_way_items(body, sides, direction);
        let value = self.record(to, &Block::new(items), opening(body.span));
        self.source = outer;
        value
    }

    /// A declared map over a record, or over each of a list of records.
    pub(crate) fn via_or_each(&mut self, value: Expr, target: RecordId, from: &ast::Expr, span: Span) -> Expr {
        if !matches!(value.ty.required().base(), Ty::List(_)) {
            return self.via_map(value, target, from, span);
        }
        self.lift(value, |c, list| {
            c.each(list, span, |c, local| {
                let item = c.read_local(local, span);
                c.via_map(item, target, from, span)
            })
        })
    }

    fn each(&mut self, list: Expr, span: Span, body: impl FnOnce(&mut Self, LocalId) -> Expr) -> Expr {
        let provenance = self.provenance_of(&list);
        let item = self.local(element_of(&list.ty), provenance);
        let index = self.local(Ty::Int, Provenance::Made);
        let looping = std::mem::replace(&mut self.in_loop, true);
        let body = body(self, item);
        self.in_loop = looping;
        let ty = Ty::List(Box::new(body.ty.clone()));
        self.make(ExprKind::For(Box::new(For { list, item, index, number: None, filter: None, body })), ty, span)
    }
}

/// The directions of a table in a two-way line.
struct TableWays {
    to_left: TableId,
    to_right: TableId,
}

impl TableWays {
    fn of(&self, direction: Direction) -> TableId {
        match direction {
            Direction::ToRight => self.to_right,
            Direction::ToLeft => self.to_left,
        }
    }
}

/// The record that a type holds, alone or in a list.
fn record_inside(ty: &Ty) -> Option<RecordId> {
    match ty.required().base() {
        Ty::Record(record) => Some(*record),
        Ty::List(element) => match element.base() {
            Ty::Record(record) => Some(*record),
            _ => None,
        },
        _ => None,
    }
}

/// The names of an expression that is a path.
fn path_of(expr: &ast::Expr) -> Option<Vec<ast::Name>> {
    match &expr.kind {
        ast::ExprKind::Name(name) => Some(vec![ast::Name { text: name.clone(), span: expr.span }]),
        ast::ExprKind::Field { base, name } => {
            let mut path = path_of(base)?;
            path.push(name.clone());
            Some(path)
        }
        _ => None,
    }
}

/// The path that an expression begins with: what was most likely meant to be filled.
fn path_within(expr: &ast::Expr) -> Option<Vec<ast::Name>> {
    match &expr.kind {
        ast::ExprKind::Method { base, .. } | ast::ExprKind::Index { base, .. } => path_within(base),
        ast::ExprKind::Unary(_, base) | ast::ExprKind::Binary(_, base, _) => path_within(base),
        _ => path_of(expr),
    }
}

/// The expression of a path.
fn expr_of(path: &[ast::Name]) -> ast::Expr {
    let mut names = path.iter();
    let Some(first) = names.next() else { return ast::Expr { kind: ast::ExprKind::Error, span: Span::default() } };
    let start = ast::Expr { kind: ast::ExprKind::Name(first.text.clone()), span: first.span };
    names.fold(start, |base, name| {
        let span = base.span.to(name.span);
        ast::Expr { kind: ast::ExprKind::Field { base: Box::new(base), name: name.clone() }, span }
    })
}
