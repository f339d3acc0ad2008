//! `test` blocks, through the interpreter or another engine.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use mapc_interp::Program;
use mapc_lower::Route;
use mapc_model::model::{Expect, ExpectKind, Test};
use mapc_model::ty::RecordId;
use mapc_runtime::csv::Row;
use mapc_runtime::{Bump, Cx, Format, Input, Message, Notice, Outcome, Problem, Route as _, Timestamp};

use crate::built;
use crate::checked::Checked;
use crate::difference::{DiffLine, difference};
use crate::json::Json;

/// `$message_id` of a test that does not set it.
const MESSAGE_ID: &str = "test";

/// What a test gave.
#[derive(Clone, Debug)]
pub struct TestResult {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub place: String,
    /// What was expected in vain; none where the test passes.
    pub failures: Vec<TestFailure>,
}

/// An expectation that was not met.
#[derive(Clone, Debug)]
pub struct TestFailure {
    /// Where it stands.
    pub place: String,
    /// What came instead.
    pub message: String,
    /// Expected and actual JSON, where both are there.
    pub difference: Vec<DiffLine>,
}

/// What running a record gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    /// What became of it.
    pub outcome: Outcome,
    /// What was appended to the output.
    pub written: Vec<u8>,
    /// What is worth knowing beside.
    pub notices: Vec<Notice>,
}

/// What runs the records of tests.
pub trait Engine {
    /// Runs one record.
    ///
    /// # Errors
    /// Why the route cannot be run.
    fn run(&mut self, route: &Route, input: Input<'_>, message: Message<'_>) -> Result<Ran, String>;
}

/// The interpreter, with the programs of the routes that were run so far.
struct Interpreter<'c> {
    checked: &'c Checked,
    programs: BTreeMap<String, Program>,
}

impl Engine for Interpreter<'_> {
    fn run(&mut self, route: &Route, input: Input<'_>, message: Message<'_>) -> Result<Ran, String> {
        let program = match self.programs.entry(route.to_string()) {
            Entry::Occupied(made) => made.into_mut(),
            Entry::Vacant(place) => {
                let program = self.checked.compile(route).map_err(|error| error.to_string())?;
                place.insert(program)
            }
        };
        let (bump, mut written) = (Bump::new(), Vec::new());
        let cx = Cx::new(&bump, message);
        let outcome = program.run_in(&cx, input, Format::Json, &mut written);
        Ok(Ran { outcome, written, notices: cx.take_notices() })
    }
}

impl Checked {
    /// Runs the tests whose names hold `filter` through the interpreter, in the order of files and text.
    pub fn run_tests(&self, filter: &str) -> Vec<TestResult> {
        self.run_tests_with(filter, &mut Interpreter { checked: self, programs: BTreeMap::new() })
    }

    /// As [`Checked::run_tests`], through an engine of the caller.
    pub fn run_tests_with(&self, filter: &str, engine: &mut dyn Engine) -> Vec<TestResult> {
        let mut runner = Runner { checked: self, routes: mapc_lower::routes(&self.model), engine };
        let tests = self.model.tests.iter().filter(|test| test.name.contains(filter));
        tests.map(|test| runner.test(test)).collect()
    }
}

struct Runner<'c> {
    checked: &'c Checked,
    routes: Vec<Route>,
    engine: &'c mut dyn Engine,
}

impl Runner<'_> {
    fn test(&mut self, test: &Test) -> TestResult {
        let place = self.checked.sources.place(test.span);
        let mut failures = Vec::new();
        for expect in &test.expects {
            if let Err((message, difference)) = self.expectation(test, expect) {
                failures.push(TestFailure { place: self.checked.sources.place(expect.span), message, difference });
            }
        }
        TestResult { name: test.name.clone(), place, failures }
    }

    fn expectation(&mut self, test: &Test, expect: &Expect) -> Result<(), (String, Vec<DiffLine>)> {
        for route in self.fitting(test.given, built::target(expect)).map_err(plain)? {
            let ran = self.run(test, &route).map_err(plain)?;
            judge(&expect.kind, &ran).map_err(|(message, lines)| (format!("{route} {message}"), lines))?;
        }
        Ok(())
    }

    /// The routes that an expectation is about.
    fn fitting(&self, given: RecordId, target: Option<RecordId>) -> Result<Vec<Route>, String> {
        let found: Vec<Route> = built::tested(&self.routes, given, target).into_iter().cloned().collect();
        match (found.as_slice(), target) {
            ([], _) => Err("nothing leads there from the given record".to_owned()),
            ([_, _, ..], Some(_)) => {
                let names: Vec<String> = found.iter().map(Route::to_string).collect();
                Err(format!("several routes lead there: {}", names.join(", ")))
            }
            _ => Ok(found),
        }
    }

    fn run(&mut self, test: &Test, route: &Route) -> Result<Ran, String> {
        let received_at = match &test.received_at {
            Some(text) => text.parse::<Timestamp>().map_err(|error| format!("`$received_at` is no time: {error}"))?,
            None => Timestamp::UNIX_EPOCH,
        };
        let message = Message { id: test.message_id.as_deref().unwrap_or(MESSAGE_ID), received_at };
        let row = row(self.checked, test)?;
        let input = row.as_ref().map_or(Input::Json(test.input.as_bytes()), Input::Row);
        self.engine.run(route, input, message)
    }
}

fn plain(message: String) -> (String, Vec<DiffLine>) {
    (message, Vec::new())
}

/// The given JSON as a row, where the record is one of a CSV file: all its values are texts of cells.
fn row(checked: &Checked, test: &Test) -> Result<Option<Row>, String> {
    let Some(csv) = checked.model.record(test.given).options.csv else { return Ok(None) };
    let Json::Object(members) = Json::parse(test.input.as_bytes())? else {
        return Err("a row is given as an object of its cells".to_owned());
    };
    let mut cells = Vec::new();
    for (name, value) in members {
        match value {
            Json::Null => {}
            Json::Text(text) | Json::Number(text) => cells.push((name, text)),
            Json::Bool(value) => cells.push((name, value.to_string())),
            Json::List(_) | Json::Object(_) => return Err(format!("no cell of a row can hold what `{name}` is given")),
        }
    }
    Ok(Some(Row::of(cells, csv)))
}

/// Holds an outcome against what is expected.
fn judge(expected: &ExpectKind, ran: &Ran) -> Result<(), (String, Vec<DiffLine>)> {
    match (expected, &ran.outcome) {
        (ExpectKind::Output { has, json, .. }, Outcome::Written) => compare(json, &ran.written, *has, "gave"),
        (ExpectKind::Delete { json, .. }, Outcome::Deleted) => compare(json, &ran.written, false, "deleted"),
        (ExpectKind::Skip { .. }, Outcome::Skipped(_)) => Ok(()),
        (ExpectKind::Reject { code, at, .. }, Outcome::Rejected(problems)) => {
            let fits = |problem: &Problem| {
                code.as_ref().is_none_or(|code| problem.code == code.as_str())
                    && at.as_ref().is_none_or(|at| problem.pointer == *at)
            };
            if problems.iter().any(fits) {
                return Ok(());
            }
            Err(plain(format!("rejected the record, but for another reason{}", listed(problems))))
        }
        _ => Err(plain(told(ran))),
    }
}

fn compare(expected: &str, actual: &[u8], part: bool, verb: &str) -> Result<(), (String, Vec<DiffLine>)> {
    let expected = Json::parse(expected.as_bytes()).map_err(plain)?;
    let actual =
        Json::parse(actual).map_err(|reason| plain(format!("wrote what is not JSON, a defect of mapc: {reason}")))?;
    let agree = if part { expected.is_part_of(&actual) } else { expected.means(&actual) };
    if agree {
        return Ok(());
    }
    Err((format!("{verb} something else"), difference(&expected, &actual, part)))
}

/// What became of the record, in words.
fn told(ran: &Ran) -> String {
    let written = String::from_utf8_lossy(&ran.written);
    match &ran.outcome {
        Outcome::Written => format!("gave {written}"),
        Outcome::Deleted => format!("deleted {written}"),
        Outcome::Skipped(reason) if reason.is_empty() => {
            let because = ran.notices.last().map(|notice| format!(": {}", notice.reason)).unwrap_or_default();
            format!("skipped the record{because}")
        }
        Outcome::Skipped(reason) => format!("skipped the record: {reason}"),
        Outcome::Rejected(problems) => format!("rejected the record{}", listed(problems)),
    }
}

fn listed(problems: &[Problem]) -> String {
    let line = |problem: &Problem| {
        let pointer = if problem.pointer.is_empty() { "the record" } else { &problem.pointer };
        format!("\n  {} at {pointer}: {} ({})", problem.code, problem.reason, problem.place)
    };
    problems.iter().map(line).collect()
}
