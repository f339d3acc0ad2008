//! Test blocks: what is given, and whether what is expected can come of it.

mod expected;

use std::collections::{BTreeMap, BTreeSet};

use mapc_diagnostics::{Diagnostic, Span, codes, nearest};
use mapc_runtime::datetime::parse_timestamp;
use mapc_syntax::ast::{Json, Path, TestDecl, TestStep, TestStepKind, Text};

use crate::context::{Context, suggest};
use crate::declare::Declared;
use crate::maps::{self, Direction};
use crate::model::{Expect, ExpectKind, Owner, Test};
use crate::names::Scope;
use crate::ty::RecordId;

/// Checks the tests and adds them to the model; those that could not run are left out.
pub(crate) fn check(context: &mut Context<'_>, declared: &Declared<'_>) {
    let directions = declared.maps.iter().flat_map(|(scope, decl)| maps::directions(context, scope, decl));
    let mut ways = Ways::new();
    for Direction { from, to, .. } in directions {
        ways.entry(from).or_default().push(to);
    }
    let codes = expected::author_codes(declared);
    let mut names: BTreeMap<&str, &Text> = BTreeMap::new();
    for (scope, decl) in &declared.tests {
        if let Some(earlier) = names.insert(&decl.name.value, &decl.name) {
            let message = format!("two tests are called {:?}", decl.name.value);
            let diagnostic = Diagnostic::new(codes::DUPLICATE_TEST, message, decl.name.span, "the second one");
            context.report(diagnostic.label(earlier.span, "the first one").help("say in the name what differs"));
        }
        if let Some(test) = (Block { context, ways: &ways, codes: &codes, scope, decl }).check() {
            context.model.tests.push(test);
        }
    }
}

/// Where maps lead to from each record.
type Ways = BTreeMap<RecordId, Vec<RecordId>>;

struct Block<'b, 'a> {
    context: &'b mut Context<'a>,
    ways: &'b Ways,
    codes: &'b BTreeSet<&'b str>,
    scope: &'b Scope,
    decl: &'b TestDecl,
}

impl Block<'_, '_> {
    fn check(&mut self) -> Option<Test> {
        let (mut message_id, mut received_at) = (None, None);
        for step in &self.decl.steps {
            if let TestStepKind::GivenContext(path, json) = &step.kind {
                self.given_context(path, json, &mut message_id, &mut received_at);
            }
        }
        let given = self.given();
        self.something_expected();
        let (given, input) = given?;
        let steps = self.decl.steps.iter();
        let expects = steps.filter_map(|step| self.expect(given, step)).collect();
        let name = self.decl.name.value.clone();
        Some(Test { name, given, input, message_id, received_at, expects, span: self.decl.name.span })
    }

    fn given(&mut self) -> Option<(RecordId, String)> {
        let mut first: Option<(&Path, &Json)> = None;
        for step in &self.decl.steps {
            let TestStepKind::Given(path, json) = &step.kind else { continue };
            let Some((earlier, _)) = first else {
                first = Some((path, json));
                continue;
            };
            let diagnostic =
                Diagnostic::new(codes::DUPLICATE_GIVEN, "a test is given one record", step.span, "a second one");
            let diagnostic = diagnostic.label(earlier.span, "the first one");
            self.context.report(diagnostic.help("write a test of its own for it"));
        }
        let Some((path, json)) = first else {
            if !self.is_broken() {
                let message = "this test is given nothing";
                let diagnostic =
                    Diagnostic::new(codes::MISSING_GIVEN, message, self.decl.name.span, "no `given` below");
                self.context.report(diagnostic.help("write `given system.Record { … }` with a record as JSON"));
            }
            return None;
        };
        let record = self.context.record_or_report(path, self.scope, "record")?;
        Some((record, json.text.clone()))
    }

    /// Whether a step could not be parsed, so that what is missing may be in there.
    fn is_broken(&self) -> bool {
        self.decl.steps.iter().any(|step| matches!(step.kind, TestStepKind::Error))
    }

    fn something_expected(&mut self) {
        let given = |step: &TestStep| matches!(step.kind, TestStepKind::Given(..) | TestStepKind::GivenContext(..));
        if !self.is_broken() && self.decl.steps.iter().all(given) {
            let message = "this test expects nothing";
            let diagnostic =
                Diagnostic::new(codes::MISSING_EXPECTATION, message, self.decl.name.span, "no `expect` below");
            self.context
                .report(diagnostic.help("write `expect system.Record { … }`, `expect reject` or `expect skip`"));
        }
    }

    fn given_context(
        &mut self,
        path: &Path,
        json: &Json,
        message_id: &mut Option<String>,
        received_at: &mut Option<String>,
    ) {
        let name = path.text();
        let (slot, is_time) = match name.as_str() {
            "message_id" => (message_id, false),
            "received_at" => (received_at, true),
            _ => return self.unknown_context(path, &name),
        };
        let value: Option<String> = serde_json::from_str(&json.text).ok();
        let value = value.filter(|text| !is_time || parse_timestamp(text).is_ok());
        let Some(value) = value else {
            let wanted = if is_time { "a timestamp such as \"2026-11-22T12:00:00Z\"" } else { "a text in quotes" };
            let message = format!("`${name}` cannot have this value");
            let diagnostic =
                Diagnostic::new(codes::MESSAGE_FACT_VALUE, message, json.span, format!("{wanted} expected"));
            self.context.report(diagnostic.help(format!("write {wanted}")));
            return;
        };
        if slot.replace(value).is_some() {
            let message = format!("`${name}` is given twice");
            let diagnostic = Diagnostic::new(codes::DUPLICATE_GIVEN, message, path.span, "the second one");
            self.context.report(diagnostic.help("remove one of them"));
        }
    }

    fn unknown_context(&mut self, path: &Path, name: &str) {
        let message = format!("nothing is called `${name}`");
        let diagnostic = Diagnostic::new(codes::UNKNOWN_MESSAGE_FACT, message, path.span, "not known of a message");
        self.context.report(match nearest(name, ["message_id", "received_at"]) {
            Some(best) => suggest(diagnostic, path.span, best),
            None => diagnostic.help("a test can set `$message_id` and `$received_at`"),
        });
    }

    fn expect(&mut self, given: RecordId, step: &TestStep) -> Option<Expect> {
        let kind = match &step.kind {
            TestStepKind::Given(..) | TestStepKind::GivenContext(..) | TestStepKind::Error => return None,
            TestStepKind::Expect { target, has, json } => {
                let target = self.target(given, target)?;
                expected::output(self.context, target, json);
                ExpectKind::Output { target, has: *has, json: json.text.clone() }
            }
            TestStepKind::ExpectReject { target, code, at } => {
                let target = self.any_target(given, target.as_ref(), step.span)?;
                code.iter().for_each(|code| expected::code(self.context, self.codes, code));
                at.iter().for_each(|at| expected::pointer(self.context, given, at));
                ExpectKind::Reject {
                    target,
                    code: code.as_ref().map(|code| code.text.clone()),
                    at: at.as_ref().map(|at| at.value.clone()),
                }
            }
            TestStepKind::ExpectSkip(target) => {
                ExpectKind::Skip { target: self.any_target(given, target.as_ref(), step.span)? }
            }
            TestStepKind::ExpectDelete(target, json) => {
                let target = self.target(given, target)?;
                expected::output(self.context, target, json);
                ExpectKind::Delete { target, json: json.text.clone() }
            }
        };
        Some(Expect { kind, span: step.span })
    }

    /// The target where one is named; without one there has to be some map that starts at the given record.
    fn any_target(&mut self, given: RecordId, target: Option<&Path>, span: Span) -> Option<Option<RecordId>> {
        if let Some(target) = target {
            return self.target(given, target).map(Some);
        }
        if self.ways.contains_key(&given) {
            return Some(None);
        }
        if self.context.lost_maps {
            return None;
        }
        let from = &self.context.model.record(given).name;
        let message = format!("no map starts at `{from}`");
        let diagnostic =
            Diagnostic::new(codes::UNREACHABLE_EXPECTATION, message, span, "nothing could come of this test");
        self.context.report(diagnostic.help(format!("declare `map {from} -> …`")));
        None
    }

    fn target(&mut self, given: RecordId, path: &Path) -> Option<RecordId> {
        let target = self.context.record_or_report(path, self.scope, "record")?;
        let next = |from: RecordId| self.ways.get(&from).into_iter().flatten().copied();
        let direct = next(given).any(|to| to == target);
        let is_entity = |record: RecordId| self.context.model.record(record).owner == Owner::Entity;
        let through: Vec<RecordId> = next(given)
            .filter(|middle| is_entity(*middle) && *middle != target && next(*middle).any(|to| to == target))
            .collect();
        if direct || through.len() == 1 && given != target {
            return Some(target);
        }
        if self.context.lost_maps {
            return None;
        }
        let diagnostic = self.no_single_way(given, target, &through, path.span);
        self.context.report(diagnostic);
        None
    }

    fn no_single_way(&self, given: RecordId, target: RecordId, through: &[RecordId], span: Span) -> Diagnostic {
        let name = |record: RecordId| self.context.model.record(record).name.as_str();
        let (from, to) = (name(given), name(target));
        if through.is_empty() || given == target {
            let message = format!("nothing leads from `{from}` to `{to}`");
            let diagnostic = Diagnostic::new(
                codes::UNREACHABLE_EXPECTATION,
                message,
                span,
                "reached by no map, nor through an entity",
            );
            let next: Vec<_> =
                self.ways.get(&given).into_iter().flatten().map(|to| format!("`{}`", name(*to))).collect();
            return diagnostic.help(match next.as_slice() {
                [] => format!("declare `map {from} -> {to}`, or maps that meet in an entity"),
                next => format!("maps lead to {}; declare one to `{to}`, or name what is meant", next.join(", ")),
            });
        }
        let ways: Vec<_> = through.iter().map(|middle| format!("`{}`", name(*middle))).collect();
        let message = format!("{} ways lead from `{from}` to `{to}`", ways.len());
        Diagnostic::new(codes::AMBIGUOUS_EXPECTATION, message, span, format!("through {}", ways.join(" or ")))
            .help(format!("expect one of the entities instead, or declare `map {from} -> {to}`"))
    }
}
