//! Whether a `<->` line can be taken both ways.

use mapc_syntax::ast::{self, EntryKind};

use super::{BothLine, TableWays, record_inside};
use crate::core::TableId;
use crate::errors;
use crate::expr::{Checker, join};
use crate::model::Otherwise;
use crate::names::{Symbol, TableSymbol};
use crate::ty::{RecordId, Ty};

/// What a path leads to.
pub(super) struct End {
    /// Its type.
    pub ty: Ty,
    /// Whether it may be absent, itself or by what is on the way to it.
    optional: bool,
    /// Whether it may be filled with what may be absent.
    takes_absent: bool,
}

impl Checker<'_, '_> {
    /// Examines the lines of a two-way map; those in error are spoken of here and nowhere else.
    pub(super) fn examine(&mut self, body: &ast::Body, sides: [RecordId; 2]) {
        for entry in &body.entries {
            let span = entry.span;
            match &entry.kind {
                EntryKind::Both { left, right, nested } => {
                    let fine = match BothLine::of(left, right, nested.as_ref(), span) {
                        Some(both) => self.examine_line(&both, sides),
                        None => {
                            let broken = matches!(right.kind, ast::ExprKind::Error);
                            if !broken {
                                self.cx.report(errors::two_way::not_invertible(right, &left.text()));
                            }
                            false
                        }
                    };
                    if !fine {
                        self.broken.insert(span);
                    }
                }
                // What goes one way on purpose is not left unread by accident.
                EntryKind::ToLeft { left, .. } => self.decided(sides[0], &left.segments),
                EntryKind::ToRight { right, .. } => self.decided(sides[1], &right.segments),
                EntryKind::Only { .. }
                | EntryKind::Ignore { .. }
                | EntryKind::Auto
                | EntryKind::Spread(_)
                | EntryKind::Error => {}
                other => self.cx.report(errors::two_way::line_in_two_way(span, name_of(other))),
            }
        }
    }

    fn decided(&mut self, record: RecordId, path: &[ast::Name]) {
        let mut at = record;
        for name in path {
            let Some(position) = self.field_position(at, &name.text) else { return };
            self.cx.found.reads.field(at, position);
            match self.cx.fields(at).get(position as usize).map(|field| field.ty.required().base().clone()) {
                Some(Ty::Record(inner)) => at = inner,
                _ => return,
            }
        }
        self.cx.found.reads.whole(at);
    }

    fn examine_line(&mut self, both: &BothLine<'_>, sides: [RecordId; 2]) -> bool {
        let left = self.examined_end(sides[0], &both.left.segments);
        let right = self.examined_end(sides[1], &both.right);
        let (Some(left), Some(right)) = (left, right) else { return false };
        if left.ty == Ty::Error || right.ty == Ty::Error {
            return false;
        }
        let fits = match (both.nested, both.via) {
            (Some(body), _) => self.examine_nested(both, body, &left, &right),
            (None, Some(via)) => self.examine_via(both, via, &left, &right),
            (None, None) => self.examine_types(both, &left, &right),
        };
        fits && self.examine_presence(both, &left, &right)
    }

    fn examine_nested(&mut self, both: &BothLine<'_>, body: &ast::Body, left: &End, right: &End) -> bool {
        let lists = |end: &End| matches!(end.ty.required().base(), Ty::List(_));
        match (record_inside(&left.ty), record_inside(&right.ty)) {
            (Some(l), Some(r)) if lists(left) == lists(right) => {
                self.examine(body, [l, r]);
                true
            }
            _ => self.types_differ(both, left, right),
        }
    }

    fn examine_types(&mut self, both: &BothLine<'_>, left: &End, right: &End) -> bool {
        same_values(left.ty.required(), right.ty.required()) || self.types_differ(both, left, right)
    }

    fn types_differ(&mut self, both: &BothLine<'_>, left: &End, right: &End) -> bool {
        let (l, r) = (self.cx.type_name(&left.ty), self.cx.type_name(&right.ty));
        let records = record_inside(&left.ty).is_some() && record_inside(&right.ty).is_some();
        self.cx.report(errors::two_way::types_differ(
            both.span,
            (both.left.span, &l),
            (path_span(&both.right), &r),
            records,
        ));
        false
    }

    fn examine_presence(&mut self, both: &BothLine<'_>, left: &End, right: &End) -> bool {
        let right_span = path_span(&both.right);
        if left.optional && !right.takes_absent {
            let name = text_of(&both.right);
            self.cx.report(errors::two_way::needs_value(both.left.span, right_span, (&both.left.text(), &name)));
            return false;
        }
        if right.optional && !left.takes_absent {
            let name = text_of(&both.right);
            self.cx.report(errors::two_way::needs_value(right_span, both.left.span, (&name, &both.left.text())));
            return false;
        }
        true
    }

    fn examine_via(&mut self, both: &BothLine<'_>, via: &ast::Path, left: &End, right: &End) -> bool {
        match self.cx.resolve_or_report(via, &self.scope.clone(), "table or record") {
            Some(Symbol::Table(table)) => self.examine_table(via, table, left, right),
            Some(Symbol::Record(record)) => {
                let ends = (record_inside(&left.ty), record_inside(&right.ty));
                let (Some(l), Some(r)) = ends else { return self.types_differ(both, left, right) };
                let named = record == l || record == r;
                let there = self.cx.index.map_between(l, r).is_some();
                let back = self.cx.index.map_between(r, l).is_some();
                if named && there && back {
                    return true;
                }
                let (l, r) = (self.cx.model.record(l).name.clone(), self.cx.model.record(r).name.clone());
                self.cx.report(errors::two_way::no_two_way_map(via.span, &l, &r));
                false
            }
            Some(other) => {
                self.cx.wrong_kind(via, &self.scope.clone(), &other, "table or record");
                false
            }
            None => false,
        }
    }

    fn examine_table(&mut self, via: &ast::Path, table: TableSymbol, left: &End, right: &End) -> bool {
        if table.forward.is_none() || table.backward.is_none() {
            self.cx.report(errors::two_way::table_one_way(via.span, &via.text()));
            return false;
        }
        let Some(ways) = self.table_ways(table, &left.ty, &right.ty) else {
            let known = [table.forward, table.backward].into_iter().flatten().all(|id| self.columns(id).0 != Ty::Error);
            if known {
                let (l, r) = (self.cx.type_name(&left.ty), self.cx.type_name(&right.ty));
                self.cx.report(errors::two_way::table_of_other_types(via.span, &via.text(), &l, &r));
            }
            return false;
        };
        let writing = self.cx.model.tables.get(ways.to_right.0 as usize);
        if writing.is_some_and(|table| table.otherwise != Otherwise::Reject) {
            self.cx.report(errors::two_way::table_with_else(via.span, &via.text()));
            return false;
        }
        true
    }

    /// The directions of a table between the types of two ends; where both columns have one type, `q via T` is read from the
    /// left column to the right.
    pub(super) fn table_ways(&self, table: TableSymbol, left: &Ty, right: &Ty) -> Option<TableWays> {
        let (forward, backward) = (table.forward?, table.backward?);
        let ways = [(forward, backward), (backward, forward)];
        let found = ways.into_iter().find(|(to_left, _)| {
            let (from, to) = self.columns(*to_left);
            self.goes_into(right, &from) && self.goes_into(left, &to)
        });
        found.map(|(to_left, to_right)| TableWays { to_left, to_right })
    }

    fn columns(&self, id: TableId) -> (Ty, Ty) {
        let table = self.cx.model.tables.get(id.0 as usize);
        table.map_or((Ty::Error, Ty::Error), |table| (table.from.clone(), table.to.clone()))
    }

    fn goes_into(&self, ty: &Ty, column: &Ty) -> bool {
        let (ty, column) = (ty.required().base(), column.required().base());
        *column != Ty::Error && join(&self.cx.model, ty, column).is_some_and(|joined| joined == *column)
    }

    fn examined_end(&mut self, record: RecordId, path: &[ast::Name]) -> Option<End> {
        let mut at = record;
        for (depth, name) in path.iter().enumerate() {
            let Some(position) = self.field_position(at, &name.text) else {
                self.unknown_field(at, name);
                return None;
            };
            let ty = self.cx.fields(at).get(position as usize)?.ty.clone();
            match ty.required().base() {
                Ty::Record(inner) => at = *inner,
                other if depth + 1 < path.len() => {
                    let found = self.cx.type_name(other);
                    let next = path.get(depth + 1)?;
                    let is_list = matches!(other, Ty::List(_));
                    if *other != Ty::Error {
                        self.cx.report(errors::names::no_fields(next, &found, is_list));
                    }
                    return None;
                }
                _ => {}
            }
        }
        self.end(record, path)
    }

    /// What a path leads to, if it leads anywhere.
    pub(super) fn end(&self, record: RecordId, path: &[ast::Name]) -> Option<End> {
        let (last, way) = path.split_last()?;
        let mut at = record;
        let mut optional = false;
        for name in way {
            let field = self.cx.fields(at).iter().find(|field| field.name == name.text)?;
            optional |= field.ty.is_optional();
            let Ty::Record(inner) = field.ty.required().base() else { return None };
            at = *inner;
        }
        let field = self.cx.fields(at).iter().find(|field| field.name == last.text)?;
        // A default stands in where the value is read, too.
        let absent = field.ty.is_optional();
        Some(End {
            ty: field.ty.clone(),
            optional: optional || absent,
            takes_absent: absent || field.default.is_some(),
        })
    }
}

/// Whether values of the one type are values of the other, but for refinements.
fn same_values(left: &Ty, right: &Ty) -> bool {
    match (left.base(), right.base()) {
        (Ty::Optional(left), Ty::Optional(right)) => same_values(left, right),
        (Ty::List(left), Ty::List(right)) => same_values(left, right),
        (Ty::Map(left), Ty::Map(right)) => left == right,
        (left, right) => left == right,
    }
}

fn text_of(path: &[ast::Name]) -> String {
    path.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(".")
}

fn path_span(path: &[ast::Name]) -> mapc_diagnostics::Span {
    let first = path.first().map(|name| name.span).unwrap_or_default();
    path.last().map_or(first, |last| first.to(last.span))
}

fn name_of(kind: &EntryKind) -> &'static str {
    match kind {
        EntryKind::Assign { .. } => "`=`",
        EntryKind::Let { .. } => "`let`",
        EntryKind::Unset { .. } => "`unset`",
        EntryKind::SkipWhen { .. } => "`skip when`",
        EntryKind::DeleteWhen { .. } => "`delete when`",
        EntryKind::RejectWhen { .. } => "`reject … when`",
        _ => "`when`",
    }
}
