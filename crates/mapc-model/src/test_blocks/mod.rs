//! Test blocks: what is given, and whether what is expected can come of it.

mod expected;

use std::collections::{BTreeMap, BTreeSet};

use mapc_diagnostics::{Diagnostic, Span};
use mapc_runtime::datetime::parse_timestamp;
use mapc_syntax::ast::{Json, Path, TestDecl, TestStep, TestStepKind, Text};

use crate::context::Context;
use crate::declare::Declared;
use crate::errors::tests as errors;
use crate::maps::{self, DirectedMap};
use crate::model::{Expect, ExpectKind, Owner, Test};
use crate::names::Scope;
use crate::ty::RecordId;

/// Checks the tests and adds them to the model; those that could not run are left out.
pub(crate) fn check(context: &mut Context<'_>, declared: &Declared<'_>) {
    let directions = declared.maps.iter().flat_map(|(scope, decl)| maps::directions(context, scope, decl));
    let mut ways = Reachable::new();
    for DirectedMap { from, to, .. } in directions {
        ways.entry(from).or_default().push(to);
    }
    let codes = expected::author_codes(declared);
    let mut names: BTreeMap<&str, &Text> = BTreeMap::new();
    for (scope, decl) in &declared.tests {
        if let Some(earlier) = names.insert(&decl.name.value, &decl.name) {
            context.report(errors::duplicate(&decl.name, earlier.span));
        }
        if let Some(test) = (TestBlock { context, ways: &ways, codes: &codes, scope, decl }).check() {
            context.declare().model.tests.push(test);
        }
    }
}

/// Where maps lead to from each record.
type Reachable = BTreeMap<RecordId, Vec<RecordId>>;

struct TestBlock<'b, 'a> {
    context: &'b mut Context<'a>,
    ways: &'b Reachable,
    codes: &'b BTreeSet<&'b str>,
    scope: &'b Scope,
    decl: &'b TestDecl,
}

impl TestBlock<'_, '_> {
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
            self.context.report(errors::second_given(step.span, earlier.span));
        }
        let Some((path, json)) = first else {
            if !self.is_broken() {
                self.context.report(errors::nothing_given(self.decl.name.span));
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
            self.context.report(errors::nothing_expected(self.decl.name.span));
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
            _ => return self.context.report(errors::unknown_fact(&name, path.span)),
        };
        let value: Option<String> = serde_json::from_str(&json.text).ok();
        let value = value.filter(|text| !is_time || parse_timestamp(text).is_ok());
        let Some(value) = value else {
            let wanted = if is_time { "a timestamp such as \"2026-11-22T12:00:00Z\"" } else { "a text in quotes" };
            self.context.report(errors::fact_value(&name, json.span, wanted));
            return;
        };
        if slot.replace(value).is_some() {
            self.context.report(errors::fact_twice(&name, path.span));
        }
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
        let diagnostic = errors::no_map_starts(&self.context.model.record(given).name, span);
        self.context.report(diagnostic);
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
            let next: Vec<_> =
                self.ways.get(&given).into_iter().flatten().map(|to| format!("`{}`", name(*to))).collect();
            return errors::no_way(from, to, &next, span);
        }
        let ways: Vec<_> = through.iter().map(|middle| format!("`{}`", name(*middle))).collect();
        errors::several_ways(from, to, &ways, span)
    }
}
