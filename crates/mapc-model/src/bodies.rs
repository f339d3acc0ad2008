//! Pass 3: bodies of functions and maps, and `check` lines.

use std::collections::BTreeMap;

use mapc_diagnostics::Span;
use mapc_syntax::ast::{self, Arrow, EntryKind};

use crate::context::{Context, Found, index};
use crate::core::{Expr, ExprKind, Function, FunctionId, Site};
use crate::cycles;
use crate::declare::Declared;
use crate::depth;
use crate::expr::Provenance;
use crate::functions;
use crate::model::{Invariant, Map, Model};
use crate::names::{Scope, Symbol};
use crate::patterns;
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
pub(crate) struct Call {
    /// Who calls.
    pub from: FunctionId,
    /// Who is called.
    pub to: FunctionId,
    /// What is handed over.
    pub with: Provenance,
    /// Where.
    pub span: Span,
}

/// What bodies look up that follows from the declarations.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// Every map, once for each way.
    maps: BTreeMap<(RecordId, RecordId), MapInfo>,
    /// Positions of the fields of every record.
    positions: Vec<BTreeMap<String, u32>>,
}

impl Index {
    fn positions(model: &Model) -> Vec<BTreeMap<String, u32>> {
        let mut positions = Vec::new();
        for record in &model.records {
            let mut of_record = BTreeMap::new();
            for (position, field) in (0..).zip(&record.fields) {
                of_record.entry(field.name.clone()).or_insert(position);
            }
            positions.push(of_record);
        }
        positions
    }

    /// The position of a record's field.
    pub fn position(&self, record: RecordId, field: &str) -> Option<u32> {
        self.positions.get(record.0 as usize)?.get(field).copied()
    }

    /// The map between two records.
    pub fn map_between(&self, from: RecordId, to: RecordId) -> Option<&MapInfo> {
        self.maps.get(&(from, to))
    }
}

/// A map whose body is to be checked.
pub(crate) struct MapTask<'a> {
    /// Where names are looked up.
    pub scope: Scope,
    /// The declaration.
    pub decl: &'a ast::MapDecl,
    /// Its ways: two of a two-way map.
    pub ways: Vec<Way>,
}

/// One way of a map.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Way {
    /// What is read.
    pub from: RecordId,
    /// What is built.
    pub to: RecordId,
    /// Its function.
    pub function: FunctionId,
    /// Which way of a two-way map it is.
    pub direction: Option<Direction>,
}

/// Something with a body.
enum Task<'a> {
    Function(&'a Scope, &'a ast::FnDecl, FunctionId),
    Map(MapTask<'a>),
    Check(&'a Scope, RecordId, &'a ast::CheckDecl),
}

/// What the check of a body gives: a value that depends on the declarations and the body alone.
struct CheckedBody {
    functions: Vec<(FunctionId, Function)>,
    invariant: Option<(RecordId, Invariant)>,
    found: Found,
}

impl Task<'_> {
    fn check(&self, mut cx: Context<'_>) -> CheckedBody {
        let (mut functions, mut invariant) = (Vec::new(), None);
        match self {
            Task::Function(scope, decl, id) => {
                functions.extend(functions::function(&mut cx, scope, decl, *id).map(|function| (*id, function)));
            }
            Task::Map(task) => functions = functions::map(&mut cx, task),
            Task::Check(scope, record, check) => {
                invariant = Some((*record, functions::invariant(&mut cx, scope, *record, check)));
            }
        }
        CheckedBody { functions, invariant, found: cx.found }
    }
}

/// Checks all bodies; the model then holds every function and map.
pub(crate) fn check_bodies(cx: &mut Context<'_>, declared: &Declared<'_>) {
    cx.declare().index.positions = Index::positions(&cx.model);
    let maps: Vec<Task<'_>> =
        declared.maps.iter().filter_map(|(scope, decl)| declare_map(cx, scope, decl)).map(Task::Map).collect();
    let functions = declared.functions.iter().map(|(scope, decl, id)| Task::Function(scope, decl, *id));
    let checks = declared.checks.iter().map(|(scope, record, check)| Task::Check(scope, *record, check));
    let tasks: Vec<Task<'_>> = functions.chain(maps).chain(checks).collect();
    let checked: Vec<CheckedBody> = tasks.iter().map(|task| task.check(cx.of_body(tasks.len()))).collect();
    for body in checked {
        let model = &mut cx.declare().model;
        for (id, function) in body.functions {
            if let Some(place) = model.functions.get_mut(id.0 as usize) {
                *place = function;
            }
        }
        if let Some((record, invariant)) = body.invariant
            && let Some(record) = model.records.get_mut(record.0 as usize)
        {
            record.checks.push(invariant);
        }
        cx.found.add(body.found);
    }
    patterns::check(cx);
    cycles::check(cx, declared);
    depth::check(cx);
}

/// Gives a map its functions. Sides that are no records were reported when the map was declared.
fn declare_map<'a>(cx: &mut Context<'_>, scope: &Scope, decl: &'a ast::MapDecl) -> Option<MapTask<'a>> {
    let side = |cx: &Context<'_>, path: &ast::Path| match cx.resolve(path, scope) {
        Some(Symbol::Record(record)) => Some(record),
        _ => None,
    };
    let (left, right) = (side(cx, &decl.left)?, side(cx, &decl.right)?);
    let directions = match decl.arrow {
        Arrow::Right => vec![(left, right, None)],
        Arrow::Left => vec![(right, left, None)],
        Arrow::Both => vec![(left, right, Some(Direction::ToRight)), (right, left, Some(Direction::ToLeft))],
    };
    let mut ways = Vec::new();
    for (from, to, direction) in directions {
        let function = empty_function(cx, decl, from, to);
        let first = |wanted: fn(&EntryKind) -> bool| decl.body.entries.iter().find(|e| wanted(&e.kind)).map(|e| e.span);
        let declarations = cx.declare();
        // Of two maps for one pair the first counts; the second was reported.
        declarations.index.maps.entry((from, to)).or_insert(MapInfo {
            function,
            skips: first(|kind| matches!(kind, EntryKind::SkipWhen { .. })),
            deletes: first(|kind| matches!(kind, EntryKind::DeleteWhen { .. })),
        });
        declarations.model.maps.push(Map { from, to, function, span: decl.head_span });
        ways.push(Way { from, to, function, direction });
    }
    Some(MapTask { scope: scope.clone(), decl, ways })
}

fn empty_function(cx: &mut Context<'_>, decl: &ast::MapDecl, from: RecordId, to: RecordId) -> FunctionId {
    let id = FunctionId(index(cx.model.functions.len()));
    let site = Site::without_target(decl.head_span);
    let name = format!("{} -> {}", cx.model.record(from).name, cx.model.record(to).name);
    let body = Expr { kind: ExprKind::Error, ty: Ty::Error, site };
    cx.declare().model.functions.push(Function {
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
