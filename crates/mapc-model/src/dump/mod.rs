//! What the checker made of a file, as text that people read: each declaration with its types resolved, and each expression as a line in
//! which everything is said, the conversions, checks and defaults included that nobody wrote.
//!
//! `%name` is a local, `%name.3` where several of a function bear the name, and `%3` where nobody gave it one. An operation that the language has no word for is called as a function is: `some(e)` is `T` as `T?`, `narrow(e)` the
//! other way, `check(e, int(0..100))` a check against a type.

mod exprs;
mod shapes;

use mapc_diagnostics::{FileId, Outline, SourceMap, Span};

use crate::core::{Expr, Function, Head, LocalId};
use crate::model::{Enum, Expect, ExpectKind, Map, Model, Record, Table, Test};
use crate::ty::{RecordId, Ty};
use crate::types::type_name;

/// What a file declares, in the order of its text.
pub fn hir(model: &Model, sources: &SourceMap, file: FileId) -> String {
    let mut dump = Dump { model, outline: Outline::new(sources.file(file)), locals: Vec::new() };
    let mut items = items(model);
    items.retain(|(span, _)| span.file == file);
    items.sort_by_key(|(span, _)| span.start);
    items.iter().for_each(|(span, item)| dump.item(*span, item));
    dump.outline.finish()
}

enum Dumped<'m> {
    Record(&'m Record),
    Enum(&'m Enum),
    Table(&'m Table),
    Fn(&'m Function),
    Map(&'m Map, &'m Function),
    Test(&'m Test),
}

/// All that is declared; what stands at one place in the order of the model.
fn items(model: &Model) -> Vec<(Span, Dumped<'_>)> {
    let records = model.records.iter().map(|record| (record.span, Dumped::Record(record)));
    let enums = model.enums.iter().map(|declared| (declared.span, Dumped::Enum(declared)));
    let tables = model.tables.iter().map(|table| (table.span, Dumped::Table(table)));
    let function = |map: &'_ Map| model.functions.get(map.function.0 as usize);
    let maps = model.maps.iter().filter_map(|map| Some((map.span, Dumped::Map(map, function(map)?))));
    let users = model.functions.iter().filter(|function| function.target.is_none());
    let users = users.map(|function| (first(function).site.span, Dumped::Fn(function)));
    let tests = model.tests.iter().map(|test| (test.span, Dumped::Test(test)));
    records.chain(enums).chain(tables).chain(maps).chain(users).chain(tests).collect()
}

/// The first expression of a user's function.
fn first(function: &Function) -> &Expr {
    function.lets.first().map_or(&function.body, |(_, value)| value)
}

struct Dump<'m> {
    model: &'m Model,
    outline: Outline<'m>,
    /// What the locals of the function that is being written are called, by id.
    locals: Vec<String>,
}

impl<'m> Dump<'m> {
    fn item(&mut self, span: Span, item: &Dumped<'m>) {
        match item {
            Dumped::Record(record) => self.record(record),
            Dumped::Enum(declared) => self.enumeration(declared),
            Dumped::Table(table) => self.table(table),
            Dumped::Fn(function) => self.function(span, function),
            Dumped::Map(map, function) => self.map(map, function),
            Dumped::Test(test) => self.test(test),
        }
    }

    fn leaf(&mut self, at: Span, says: &str) {
        self.outline.leaf(Some(at), says);
    }

    fn open(&mut self, at: Span, says: &str) {
        self.outline.open(Some(at), says);
    }

    fn ty(&self, ty: &Ty) -> String {
        type_name(self.model, ty)
    }

    fn record_name(&self, record: RecordId) -> &'m str {
        &self.model.record(record).name
    }

    /// A line of an expression behind what it is for.
    fn expr(&mut self, role: &str, expr: &Expr) {
        let says = format!("{role}{}", exprs::words(self.model, &self.locals, expr));
        self.leaf(expr.site.span, &says);
    }

    fn function(&mut self, span: Span, function: &Function) {
        self.locals = exprs::locals(&function.names);
        let params: Vec<String> = function.params.iter().map(|param| self.local(function, *param)).collect();
        let says = format!("fn {}({}) -> {}", function.name, params.join(", "), self.ty(&function.body.ty));
        self.open(span, &says);
        self.lets(function);
        self.expr("", &function.body);
        self.outline.close();
    }

    fn map(&mut self, map: &Map, function: &Function) {
        self.locals = exprs::locals(&function.names);
        let param = function.params.iter().map(|param| self.local(function, *param)).next().unwrap_or_default();
        let says = format!("map {} -> {} from {param}", self.record_name(map.from), self.record_name(map.to));
        self.open(map.span, &says);
        function.heads.iter().for_each(|head| self.head(map, head));
        self.lets(function);
        match exprs::fields(self.model, &function.body) {
            Some(fields) => fields.into_iter().for_each(|(name, value)| {
                let role = format!("{name}: {} = ", self.ty(&value.ty));
                self.expr(&role, value);
            }),
            None => self.expr("", &function.body),
        }
        self.outline.close();
    }

    fn head(&mut self, map: &Map, head: &Head) {
        match head {
            Head::Skip { condition, reason } => self.expr(&format!("skip {reason:?} when "), condition),
            Head::Delete { condition, key } => {
                let says = format!("delete when {}", exprs::words(self.model, &self.locals, condition));
                self.open(condition.site.span, &says);
                let fields = &self.model.record(map.to).fields;
                for (position, value) in key {
                    let name = fields.get(*position as usize).map_or("", |field| field.name.as_str());
                    self.expr(&format!("{name} = "), value);
                }
                self.outline.close();
            }
            Head::Reject { condition, rejection } => {
                self.open(condition.site.span, &format!("when {}", exprs::words(self.model, &self.locals, condition)));
                self.expr("", rejection);
                self.outline.close();
            }
        }
    }

    fn lets(&mut self, function: &Function) {
        for (local, value) in &function.lets {
            let role = format!("let {} = ", self.local(function, *local));
            self.expr(&role, value);
        }
    }

    /// `%3: string`.
    fn local(&self, function: &Function, local: LocalId) -> String {
        let ty = function.locals.get(local.0 as usize).map(|ty| self.ty(ty)).unwrap_or_default();
        format!("{}: {ty}", exprs::local(&self.locals, local))
    }

    fn test(&mut self, test: &Test) {
        self.open(test.span, &format!("test {:?}", test.name));
        self.outline.leaf(None, &format!("given {} {}", self.record_name(test.given), test.input));
        test.message_id.iter().for_each(|id| self.outline.leaf(None, &format!("$message_id = {id:?}")));
        test.received_at.iter().for_each(|time| self.outline.leaf(None, &format!("$received_at = {time:?}")));
        for Expect { kind, span } in &test.expects {
            let to =
                |target: &Option<RecordId>| target.map(|it| format!(" {}", self.record_name(it))).unwrap_or_default();
            let says = match kind {
                ExpectKind::Output { target, has, json } => {
                    format!("expect {}{} {json}", self.record_name(*target), if *has { " has" } else { "" })
                }
                ExpectKind::Reject { target, code, at } => {
                    let code = code.as_ref().map(|code| format!(" {code}")).unwrap_or_default();
                    let at = at.as_ref().map(|at| format!(" at {at:?}")).unwrap_or_default();
                    format!("expect{} reject{code}{at}", to(target))
                }
                ExpectKind::Skip { target } => format!("expect{} skip", to(target)),
                ExpectKind::Delete { target, json } => format!("expect delete {} {json}", self.record_name(*target)),
            };
            self.leaf(*span, &says);
        }
        self.outline.close();
    }
}
