//! Completeness of sources over the whole package: each declared field of a record that some map reads from is read by a map,
//! or ignored by one.

mod ignored;

use std::collections::{BTreeMap, BTreeSet};

use mapc_diagnostics::{Diagnostic, Edit, FileId, Fix, Severity, Span};
use mapc_syntax::ast::{Arrow, EntryKind, ExprKind, MapDecl, Path, Side};

use crate::context::Context;
use crate::declare::Declared;
use crate::maps;
use crate::names::{Scope, Symbol, written};
use crate::ty::{RecordId, Ty};
use crate::walk::{self, Node};

use ignored::Ignored;

/// How many fields are pointed at in one diagnostic; the others are counted.
const SHOWN: usize = 5;

/// How deep records in records are searched; the reader of input refuses deeper ones.
const MAX_DEPTH: usize = 64;

/// A record that maps read from.
#[derive(Default)]
struct Source<'a> {
    /// The maps, in the order of files and text, and which side of each the record is.
    maps: Vec<(&'a MapDecl, Side)>,
    /// What they ignore.
    ignored: Ignored,
    /// Whether one of them has errors, so that what it reads is not known.
    broken: bool,
}

/// A field that nothing reads.
struct Unread {
    /// From the source: `address.city`.
    path: String,
    span: Span,
}

/// Reports fields that no map reads.
pub(crate) fn check(context: &mut Context<'_>, declared: &Declared<'_>) {
    let errors = Errors::new(context);
    let broken_function =
        declared.functions.iter().any(|(_, decl, _)| errors.any_in(decl.name.span.to(decl.body.span)));
    let mut sources: BTreeMap<RecordId, Source<'_>> = BTreeMap::new();
    let mut order = Vec::new();
    for (scope, decl) in &declared.maps {
        let directions = maps::directions(context, scope, decl);
        let broken =
            broken_function || is_broken(context, &errors, scope, decl) || has_unknown_types(context, &directions);
        for (direction, side) in directions.into_iter().zip([Side::Left, Side::Right]) {
            if !sources.contains_key(&direction.from) {
                order.push(direction.from);
            }
            let source = sources.entry(direction.from).or_default();
            source.maps.push((decl, side));
            source.broken |= broken;
        }
        ignore_lines(context, scope, decl, &mut sources);
    }
    let starts: BTreeSet<RecordId> = sources.keys().copied().collect();
    let mut reported = BTreeSet::new();
    for record in order {
        let Some(source) = sources.get(&record).filter(|source| !source.broken && !context.lost_maps) else { continue };
        let unread =
            Search { context, source, starts: &starts, reported: &mut reported, seen: BTreeSet::new() }.run(record);
        report(context, record, source, &unread);
        ignored_and_read(context, record, source);
    }
}

fn is_broken(context: &Context<'_>, errors: &Errors, scope: &Scope, decl: &MapDecl) -> bool {
    let mut broken = errors.any_in(decl.head_span.to(decl.body.span));
    walk::body(&decl.body, &mut |node| match node {
        Node::Entry(entry, _) => broken |= matches!(entry.kind, EntryKind::Error),
        Node::Expr(expr) => match &expr.kind {
            ExprKind::Error => broken = true,
            ExprKind::Via { target, .. } => broken |= is_broken_table(context, target, scope),
            _ => {}
        },
        Node::Pattern(_) => {}
    });
    broken
}

fn is_broken_table(context: &Context<'_>, path: &Path, scope: &Scope) -> bool {
    let Some(Symbol::Table(table)) = context.resolve(path, scope) else { return false };
    let tables = [table.forward, table.backward].into_iter().flatten();
    let mut tables = tables.filter_map(|id| context.model.tables.get(id.0 as usize));
    tables.any(|table| table.from == Ty::Error || *table.to.required() == Ty::Error)
}

/// Whether a field below a side of the map has a type that is in error: lines over it are passed over without a word.
fn has_unknown_types(context: &Context<'_>, directions: &[maps::Direction]) -> bool {
    let mut open: Vec<RecordId> = directions.iter().flat_map(|direction| [direction.from, direction.to]).collect();
    let mut seen = BTreeSet::new();
    while let Some(record) = open.pop() {
        if !seen.insert(record) {
            continue;
        }
        for field in context.fields(record) {
            if innermost(&field.ty) == &Ty::Error {
                return true;
            }
            open.extend(record_in(&field.ty));
        }
    }
    false
}

/// What a type holds, through optionals, lists and maps.
fn innermost(ty: &Ty) -> &Ty {
    match ty.required().base() {
        Ty::List(inner) | Ty::Map(inner) => innermost(inner),
        inner => inner,
    }
}

/// The places of errors, in order.
struct Errors(Vec<(FileId, u32)>);

impl Errors {
    fn new(context: &Context<'_>) -> Self {
        let errors = context.diagnostics.iter().filter(|one| one.severity == Severity::Error);
        let mut places: Vec<_> = errors.map(|one| (one.span().file, one.span().start)).collect();
        places.sort_unstable();
        Errors(places)
    }

    fn any_in(&self, around: Span) -> bool {
        let first = self.0.partition_point(|place| *place < (around.file, around.start));
        self.0.get(first).is_some_and(|place| *place < (around.file, around.end))
    }
}

/// Reads the `ignore`, `left only` and `right only` lines of a map.
fn ignore_lines<'a>(
    context: &mut Context<'_>,
    scope: &Scope,
    decl: &'a MapDecl,
    sources: &mut BTreeMap<RecordId, Source<'a>>,
) {
    let directions = maps::directions(context, scope, decl);
    let Some(left) = directions.first().map(|direction| direction.from) else { return };
    walk::body(&decl.body, &mut |node| {
        let Node::Entry(entry, depth) = node else { return };
        match &entry.kind {
            EntryKind::Ignore { paths, .. } => {
                if depth > 0 {
                    misplaced(
                        context,
                        entry.span,
                        "`ignore` stands among the map's own lines",
                        "move it there, with the path from the source record",
                    );
                } else if decl.arrow == Arrow::Both {
                    let help = "say `left only …` or `right only …`: both sides of this map are read";
                    misplaced(context, entry.span, "`ignore` does not say which side it means", help);
                } else if let Some(source) = sources.get_mut(&left) {
                    source.ignored.add(context, left, paths, true);
                }
            }
            EntryKind::Only { side, paths, .. } if depth == 0 && decl.arrow == Arrow::Both => {
                let record = match side {
                    Side::Left => Some(left),
                    Side::Right => directions.get(1).map(|direction| direction.from),
                };
                if let Some(record) = record
                    && let Some(source) = sources.get_mut(&record)
                {
                    source.ignored.add(context, record, paths, false);
                }
            }
            _ => {}
        }
    });
}

fn misplaced(context: &mut Context<'_>, span: Span, message: &str, help: &str) {
    context.report(Diagnostic::error("M0412", message, span, "has no effect here").help(help));
}

struct Search<'s, 'a> {
    context: &'s Context<'a>,
    source: &'s Source<'a>,
    starts: &'s BTreeSet<RecordId>,
    reported: &'s mut BTreeSet<(RecordId, u32)>,
    seen: BTreeSet<RecordId>,
}

impl Search<'_, '_> {
    /// The fields below a record that are neither read nor ignored, in the order of declarations.
    fn run(mut self, record: RecordId) -> Vec<Unread> {
        let mut unread = Vec::new();
        if !self.source.ignored.others {
            self.below(record, "", 0, &mut unread);
        }
        unread
    }

    fn below(&mut self, record: RecordId, prefix: &str, depth: usize, unread: &mut Vec<Unread>) {
        if depth > MAX_DEPTH || !self.seen.insert(record) || self.context.reads.has_whole(record) {
            return;
        }
        for (position, field) in (0u32..).zip(&self.context.model.record(record).fields) {
            let path =
                if prefix.is_empty() { written(&field.name) } else { format!("{prefix}.{}", written(&field.name)) };
            if self.source.ignored.has(record, position, &field.name) {
                continue;
            }
            if !self.context.reads.has(record, position) {
                if self.reported.insert((record, position)) {
                    unread.push(Unread { path, span: field.span });
                }
            } else if let Some(inner) = record_in(&field.ty)
                && !self.starts.contains(&inner)
            {
                self.below(inner, &path, depth + 1, unread);
            }
        }
    }
}

/// `M1004`: what the only map of a record ignores, and something reads all the same.
fn ignored_and_read(context: &mut Context<'_>, source_record: RecordId, source: &Source<'_>) {
    if source.maps.len() > 1 {
        return;
    }
    for (record, position, span) in source.ignored.named() {
        let holder = context.model.record(record);
        let own = record == source_record || holder.inline;
        let Some(field) = holder.fields.get(position as usize) else { continue };
        if own && context.reads.has(record, position) {
            let message = format!("`{}` is ignored, but it is read", field.name);
            let diagnostic = Diagnostic::warning("M1004", message, span, "has no effect");
            let diagnostic =
                diagnostic.help("remove it from the `ignore`, so that it says what is dropped and nothing else");
            context.report(diagnostic);
        }
    }
}

/// The record that a type holds.
pub(crate) fn record_in(ty: &Ty) -> Option<RecordId> {
    match innermost(ty) {
        Ty::Record(record) => Some(*record),
        _ => None,
    }
}

fn report(context: &mut Context<'_>, record: RecordId, source: &Source<'_>, unread: &[Unread]) {
    let (Some(first), Some((map, side))) = (unread.first(), source.maps.first()) else { return };
    let name = &context.model.record(record).name;
    let message = match (unread.len(), source.maps.len()) {
        (1, 1) => format!("`{}` of `{name}` is not read by its map", first.path),
        (1, _) => format!("`{}` of `{name}` is not read by any of its maps", first.path),
        (count, 1) => format!("{count} fields of `{name}` are not read by its map"),
        (count, _) => format!("{count} fields of `{name}` are not read by any of its maps"),
    };
    let mut diagnostic = Diagnostic::error("M0410", message, first.span, format!("`{}` is dropped", first.path));
    for field in unread.iter().take(SHOWN).skip(1) {
        diagnostic = diagnostic.label(field.span, format!("`{}` is dropped", field.path));
    }
    for (map, _) in source.maps.iter().take(SHOWN) {
        diagnostic = diagnostic.label(map.head_span, "reads the record");
    }
    let paths = unread.iter().map(|field| field.path.as_str()).collect::<Vec<_>>().join(", ");
    let line = match map.arrow {
        Arrow::Both if *side == Side::Left => format!("left only {paths} because \"…\""),
        Arrow::Both => format!("right only {paths} because \"…\""),
        _ => format!("ignore {paths} because \"…\""),
    };
    diagnostic = diagnostic.help(format!("read it, or say in the map that it is not wanted: `{line}`"));
    diagnostic.fixes.push(insertion(context, map, &line));
    context.report(diagnostic);
}

/// The change that adds a line at the end of a map's body.
fn insertion(context: &Context<'_>, map: &MapDecl, line: &str) -> Fix {
    let body = map.body.span;
    let on_one_line = !context.sources.text(body).contains('\n');
    let (place, text) = match map.body.entries.last() {
        Some(last) if on_one_line => (last.span.at_end(), format!(", {line}")),
        Some(last) => (last.span.at_end(), format!("\n  {line}")),
        None => (Span { start: body.start + 1, end: body.start + 1, ..body }, format!(" {line} ")),
    };
    Fix { title: format!("add `{line}`"), edits: vec![Edit { span: place, text }] }
}
