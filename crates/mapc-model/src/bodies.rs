//! Pass 3: bodies of functions and maps, and `check` lines.

use std::collections::{BTreeMap, BTreeSet};

use mapc_diagnostics::{FileId, Span};
use mapc_syntax::ast::{self, Arrow, EntryKind};

use crate::context::{Context, index};
use crate::core::{Expr, ExprKind, Function, FunctionId, Site};
use crate::cycles;
use crate::declare::Declared;
use crate::depth;
use crate::expr::Provenance;
use crate::functions;
use crate::model::{Map, Model};
use crate::names::{Scope, Symbol};
use crate::two_way::Direction;
use crate::ty::{RecordId, Ty};

/// One direction of a declared map, as `via` finds it.
#[derive(Clone, Debug)]
pub(crate) struct MapInfo {
    /// How.
    pub function: FunctionId,
    /// Its first `skip when`.
    pub skips: Option<Span>,
    /// Its first `delete when`.
    pub deletes: Option<Span>,
}

/// A call of one function or map by another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    /// Who calls.
    pub from: FunctionId,
    /// Who is called.
    pub to: FunctionId,
    /// What is handed over.
    pub with: Provenance,
    /// Where.
    pub span: Span,
}

/// What all bodies share.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    /// Every map, once for each way.
    maps: BTreeMap<(RecordId, RecordId), MapInfo>,
    /// Positions of the fields of every record.
    positions: Vec<BTreeMap<String, u32>>,
    /// Every call among functions and maps.
    pub edges: Vec<Edge>,
    /// Lines of two-way maps that are in error: neither direction speaks of them again.
    broken: BTreeSet<(FileId, u32, u32)>,
}

impl Shared {
    fn new(model: &Model) -> Self {
        let mut positions = Vec::new();
        for record in &model.records {
            let mut of_record = BTreeMap::new();
            for (position, field) in (0..).zip(&record.fields) {
                of_record.entry(field.name.clone()).or_insert(position);
            }
            positions.push(of_record);
        }
        Shared { positions, ..Shared::default() }
    }

    /// The position of a record's field.
    pub fn position(&self, record: RecordId, field: &str) -> Option<u32> {
        self.positions.get(record.0 as usize)?.get(field).copied()
    }

    /// Notes that a line of a two-way map is in error.
    pub fn set_broken(&mut self, line: Span) {
        self.broken.insert((line.file, line.start, line.end));
    }

    /// Whether a line of a two-way map is in error.
    pub fn is_broken(&self, line: Span) -> bool {
        self.broken.contains(&(line.file, line.start, line.end))
    }

    /// The map between two records.
    pub fn map_between(&self, from: RecordId, to: RecordId) -> Option<&MapInfo> {
        self.maps.get(&(from, to))
    }
}

/// One direction of a map whose body is to be checked.
pub(crate) struct MapTask<'a> {
    /// Where names are looked up.
    pub scope: Scope,
    /// The declaration.
    pub decl: &'a ast::MapDecl,
    /// What is read.
    pub from: RecordId,
    /// What is built.
    pub to: RecordId,
    /// Its function.
    pub function: FunctionId,
    /// Which way of a two-way map it is.
    pub direction: Option<Direction>,
}

/// Checks all bodies; the model then holds every function and map.
pub(crate) fn check_bodies(cx: &mut Context<'_>, declared: &Declared<'_>) {
    let mut shared = Shared::new(&cx.model);
    let mut tasks = Vec::new();
    for (scope, decl) in &declared.maps {
        declare_map(cx, &mut shared, &mut tasks, scope, decl);
    }
    for (scope, decl, function) in &declared.functions {
        functions::function(cx, &mut shared, scope, decl, *function);
    }
    for task in &tasks {
        functions::map(cx, &mut shared, task);
    }
    for (scope, record, check) in &declared.checks {
        functions::invariant(cx, &mut shared, scope, *record, check);
    }
    cycles::check(cx, &shared, declared);
    depth::check(cx, &shared);
}

/// Gives a map its functions. Sides that are no records were reported when the map was declared.
fn declare_map<'a>(
    cx: &mut Context<'_>,
    shared: &mut Shared,
    tasks: &mut Vec<MapTask<'a>>,
    scope: &Scope,
    decl: &'a ast::MapDecl,
) {
    let side = |cx: &Context<'_>, path: &ast::Path| match cx.resolve(path, scope) {
        Some(Symbol::Record(record)) => Some(record),
        _ => None,
    };
    let (Some(left), Some(right)) = (side(cx, &decl.left), side(cx, &decl.right)) else { return };
    let ways = match decl.arrow {
        Arrow::Right => vec![(left, right, None)],
        Arrow::Left => vec![(right, left, None)],
        Arrow::Both => vec![(left, right, Some(Direction::ToRight)), (right, left, Some(Direction::ToLeft))],
    };
    for (from, to, direction) in ways {
        let function = empty_function(cx, decl, from, to);
        let first = |wanted: fn(&EntryKind) -> bool| decl.body.entries.iter().find(|e| wanted(&e.kind)).map(|e| e.span);
        // Of two maps for one pair the first counts; the second was reported.
        shared.maps.entry((from, to)).or_insert(MapInfo {
            function,
            skips: first(|kind| matches!(kind, EntryKind::SkipWhen { .. })),
            deletes: first(|kind| matches!(kind, EntryKind::DeleteWhen { .. })),
        });
        cx.model.maps.push(Map { from, to, function, span: decl.head_span });
        tasks.push(MapTask { scope: scope.clone(), decl, from, to, function, direction });
    }
}

fn empty_function(cx: &mut Context<'_>, decl: &ast::MapDecl, from: RecordId, to: RecordId) -> FunctionId {
    let id = FunctionId(index(cx.model.functions.len()));
    let site = Site::without_target(decl.head_span);
    let name = format!("{} -> {}", cx.model.record(from).name, cx.model.record(to).name);
    let body = Expr { kind: ExprKind::Error, ty: Ty::Error, site };
    cx.model.functions.push(Function {
        name,
        params: Vec::new(),
        locals: Vec::new(),
        names: Vec::new(),
        heads: Vec::new(),
        lets: Vec::new(),
        body,
        target: Some(to),
    });
    id
}
