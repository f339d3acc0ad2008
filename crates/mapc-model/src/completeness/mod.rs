//! Completeness of sources over the whole package: each declared field of a record that some map reads from is read by a map,
//! or ignored by one.

mod ignored;

use std::collections::{BTreeMap, BTreeSet};

use mapc_diagnostics::{Edit, FileId, Fix, Severity, Span};
use mapc_syntax::ast::{Arrow, Entry, EntryKind, Expr, ExprKind, MapDecl, Path, Side};

use crate::context::Context;
use crate::declare::Declared;
use crate::errors::declarations as errors;
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
struct SourceRecord<'a> {
    /// The maps, in the order of files and text, and which side of each the record is.
    maps: Vec<(&'a MapDecl, Side)>,
    /// What they ignore.
    ignored: Ignored,
    /// What those of them speak of that have errors.
    spoken_of: SpokenOf<'a>,
}

/// What is known of the fields that maps with errors read.
#[derive(Clone)]
enum SpokenOf<'a> {
    /// Fields of these names perhaps.
    Names(BTreeSet<&'a str>),
    /// What could not be understood may mean any field.
    Anything,
}

impl Default for SpokenOf<'_> {
    fn default() -> Self {
        SpokenOf::Names(BTreeSet::new())
    }
}

impl<'a> SpokenOf<'a> {
    fn add(&mut self, other: &SpokenOf<'a>) {
        match (&mut *self, other) {
            (SpokenOf::Names(names), SpokenOf::Names(others)) => names.extend(others),
            _ => *self = SpokenOf::Anything,
        }
    }

    /// Notes what a node speaks of.
    fn node(&mut self, node: &Node<'a>) {
        let name = match node {
            Node::Entry(Entry { kind: EntryKind::Error, .. }, _) => None,
            Node::Expr(expr) => match &expr.kind {
                ExprKind::Error | ExprKind::Context(_) => None,
                ExprKind::Name(name) => Some(name),
                ExprKind::Field { name, .. } => Some(&name.text),
                _ => return,
            },
            _ => return,
        };
        match (&mut *self, name) {
            (SpokenOf::Names(names), Some(name)) => drop(names.insert(name)),
            _ => *self = SpokenOf::Anything,
        }
    }
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
    let by_functions = of_functions(&errors, declared);
    let mut sources: BTreeMap<RecordId, SourceRecord<'_>> = BTreeMap::new();
    let mut order = Vec::new();
    for (scope, decl) in &declared.maps {
        let directions = maps::directions(context, scope, decl);
        let mut spoken_of = of_map(context, &errors, scope, decl, &directions);
        spoken_of.add(&by_functions);
        for (direction, side) in directions.into_iter().zip([Side::Left, Side::Right]) {
            if !sources.contains_key(&direction.from) {
                order.push(direction.from);
            }
            let source = sources.entry(direction.from).or_default();
            source.maps.push((decl, side));
            source.spoken_of.add(&spoken_of);
        }
        ignore_lines(context, scope, decl, &mut sources);
    }
    let starts: BTreeSet<RecordId> = sources.keys().copied().collect();
    let mut reported = BTreeSet::new();
    for record in order {
        let Some(source) = sources.get(&record).filter(|_| !context.lost_maps) else { continue };
        let SpokenOf::Names(names) = &source.spoken_of else { continue };
        let unread = Search { context, source, names, starts: &starts, reported: &mut reported, seen: BTreeSet::new() }
            .run(record);
        let all_is_known = names.is_empty();
        report(context, record, source, &unread);
        if all_is_known {
            ignored_and_read(context, record, source);
        }
    }
}

/// What a map speaks of, if it has errors. A name that is not known may be meant for any field.
fn of_map<'a>(
    context: &Context<'_>,
    errors: &Errors,
    scope: &Scope,
    decl: &'a MapDecl,
    directions: &[maps::DirectedMap],
) -> SpokenOf<'a> {
    let found = errors.within(decl.head_span.to(decl.body.span));
    let mut spoken_of = SpokenOf::default();
    let mut is_broken = !found.is_empty();
    walk::body(&decl.body, &mut |node| {
        is_broken |= match &node {
            Node::Entry(Entry { kind: EntryKind::Error, .. }, _) => true,
            Node::Expr(Expr { kind: ExprKind::Error, .. }) => true,
            Node::Expr(Expr { kind: ExprKind::Via { target, .. }, .. }) => is_broken_table(context, target, scope),
            _ => false,
        };
        spoken_of.node(&node);
    });
    let is_dark = found.iter().any(|error| error.is_name) || decl.arrow == Arrow::Both;
    match is_broken {
        _ if has_unknown_types(context, directions) => SpokenOf::Anything,
        true if is_dark => SpokenOf::Anything,
        true => spoken_of,
        false => SpokenOf::default(),
    }
}

/// What functions with errors speak of.
fn of_functions<'a>(errors: &Errors, declared: &Declared<'a>) -> SpokenOf<'a> {
    let mut spoken_of = SpokenOf::default();
    for (_, decl, _) in &declared.functions {
        let found = errors.within(decl.name.span.to(decl.body.span));
        if found.iter().any(|error| error.is_name) {
            return SpokenOf::Anything;
        }
        if !found.is_empty() {
            walk::function(decl, &mut |node| spoken_of.node(&node));
        }
    }
    spoken_of
}

fn is_broken_table(context: &Context<'_>, path: &Path, scope: &Scope) -> bool {
    let Some(Symbol::Table(table)) = context.resolve(path, scope) else { return false };
    let tables = [table.forward, table.backward].into_iter().flatten();
    let mut tables = tables.filter_map(|id| context.model.tables.get(id.0 as usize));
    tables.any(|table| table.from == Ty::Error || *table.to.required() == Ty::Error)
}

/// Whether a field below a side of the map has a type that is in error: lines over it are passed over without a word.
fn has_unknown_types(context: &Context<'_>, directions: &[maps::DirectedMap]) -> bool {
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

/// An error that was found.
struct FoundError {
    place: (FileId, u32),
    /// Whether it is about a name that is not known.
    is_name: bool,
}

/// The errors, in the order of their places.
struct Errors(Vec<FoundError>);

impl Errors {
    fn new(context: &Context<'_>) -> Self {
        let errors = context.found.diagnostics.iter().filter(|one| one.severity == Severity::Error);
        let mut all: Vec<FoundError> = errors
            .map(|one| FoundError {
                place: (one.span().file, one.span().start),
                is_name: one.code.as_str().starts_with("M02"),
            })
            .collect();
        all.sort_unstable_by_key(|found| found.place);
        Errors(all)
    }

    fn within(&self, around: Span) -> &[FoundError] {
        let first = self.0.partition_point(|found| found.place < (around.file, around.start));
        let end = self.0.partition_point(|found| found.place < (around.file, around.end));
        self.0.get(first..end).unwrap_or_default()
    }
}

/// Reads the `ignore`, `left only` and `right only` lines of a map.
fn ignore_lines<'a>(
    context: &mut Context<'_>,
    scope: &Scope,
    decl: &'a MapDecl,
    sources: &mut BTreeMap<RecordId, SourceRecord<'a>>,
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
    context.report(errors::ineffective_ignore(span, message, help));
}

struct Search<'s, 'a> {
    context: &'s Context<'a>,
    source: &'s SourceRecord<'a>,
    names: &'s BTreeSet<&'a str>,
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
        if depth > MAX_DEPTH || !self.seen.insert(record) || self.context.found.reads.has_whole(record) {
            return;
        }
        for (position, field) in (0u32..).zip(&self.context.model.record(record).fields) {
            let path =
                if prefix.is_empty() { written(&field.name) } else { format!("{prefix}.{}", written(&field.name)) };
            if self.source.ignored.has(record, position, &field.name) || self.names.contains(field.name.as_str()) {
                continue;
            }
            if !self.context.found.reads.has(record, position) {
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
fn ignored_and_read(context: &mut Context<'_>, source_record: RecordId, source: &SourceRecord<'_>) {
    if source.maps.len() > 1 {
        return;
    }
    for (record, position, span) in source.ignored.named() {
        let holder = context.model.record(record);
        let own = record == source_record || holder.inline;
        let Some(field) = holder.fields.get(position as usize) else { continue };
        if own && context.found.reads.has(record, position) {
            let diagnostic = errors::ignored_but_read(&field.name, span);
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

fn report(context: &mut Context<'_>, record: RecordId, source: &SourceRecord<'_>, unread: &[Unread]) {
    let (Some(first), Some((map, side))) = (unread.first(), source.maps.first()) else { return };
    let name = &context.model.record(record).name;
    let mut diagnostic = errors::unread_fields(name, &first.path, first.span, unread.len(), source.maps.len());
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
