//! Conformance: every case of `tests/suite`, every `test` block of every program and random records, through both engines and as the
//! formatter would write the program. A name or part of it filters: `cargo test --test suite -- bytes`.

mod engine;
mod random;

use std::fs;
use std::process::ExitCode;
use std::sync::Arc;

use engine::{engines, no_message};
use libtest_mimic::{Arguments, Failed, Trial};
use mapc::testing::Ran;
use mapc_lower::Route;
use mapc_runtime::csv::{Dialect, Next, Records, Row};
use mapc_runtime::{BUDGET, Format, Input, Message, Outcome};
use mapc_tests::cases::{Case, Cases, Expected, Given};
use mapc_tests::differential;
use mapc_tests::program::{self, Program};
use mapc_tests::root;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    let all = random::All::default();
    for (name, texts) in program::texts() {
        match Program::new(&name, texts.clone()) {
            Ok(program) => {
                let program = Arc::new(program);
                of_program(&program, "", &mut trials);
                random::trials(&program, &all, &mut trials);
            }
            Err(wrong) => trials.push(failing(format!("check::{name}"), wrong)),
        }
        let formatted = texts.into_iter().map(|(file, text)| (file, mapc_syntax::format(&text)));
        match Program::new(&name, formatted) {
            Ok(program) => of_program(&Arc::new(program), "formatted::", &mut trials),
            Err(wrong) => trials.push(failing(format!("check::formatted::{name}"), wrong)),
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    // What all routes together meet can only be told where all were run.
    if arguments.filter.is_none() && arguments.skip.is_empty() && !arguments.list && !conclusion.has_failed() {
        let judged = all.lock().map_err(|_| "a trial panicked".to_owned()).and_then(|sum| sum.judge());
        if let Err(wrong) = judged {
            eprintln!("{wrong}");
            return ExitCode::FAILURE;
        }
    }
    conclusion.exit_code()
}

fn failing(name: String, reason: String) -> Trial {
    Trial::test(name, move || Err(Failed::from(reason)))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn of_program(program: &Arc<Program>, prefix: &str, trials: &mut Vec<Trial>) {
    test_blocks(program, prefix, trials);
    byte_cases(program, prefix, trials);
}

/// A trial for each `test` block and engine.
fn test_blocks(program: &Arc<Program>, prefix: &str, trials: &mut Vec<Trial>) {
    for test in &program.model.tests {
        for compiled in [false, true] {
            let (program, test) = (Arc::clone(program), test.name.clone());
            let engine = if compiled { "compiled" } else { "interpreter" };
            let name = format!("{prefix}tests::{}::{test} [{engine}]", program.name);
            trials.push(Trial::test(name, move || Ok(test_block(&program, &test, compiled)?)));
        }
    }
}

fn test_block(program: &Program, test: &str, compiled: bool) -> Result<(), String> {
    let results = program.checked().run_tests_with(test, &mut Tested { program, compiled });
    let failures = results.iter().filter(|result| result.name == test).flat_map(|result| &result.failures);
    let told: Vec<String> =
        failures.map(|failure| format!("{}: {}\n{:#?}", failure.place, failure.message, failure.difference)).collect();
    if told.is_empty() { Ok(()) } else { Err(told.join("\n")) }
}

/// The engine that a trial is about.
struct Tested<'p> {
    program: &'p Program,
    compiled: bool,
}

impl mapc::testing::Engine for Tested<'_> {
    fn run(&mut self, route: &Route, input: Input<'_>, message: Message<'_>) -> Result<Ran, String> {
        let [interpreter, compiled] = engines(self.program, route)?;
        Ok(engine::run(&*if self.compiled { compiled } else { interpreter }, input, message))
    }
}

fn byte_cases(program: &Arc<Program>, prefix: &str, trials: &mut Vec<Trial>) {
    let cases = match cases(program) {
        Ok(cases) => cases,
        Err(wrong) => return trials.push(failing(format!("{prefix}bytes::{}", program.name), wrong)),
    };
    for case in cases {
        let program = Arc::clone(program);
        trials.push(Trial::test(format!("{prefix}bytes::{}::{}", program.name, case.name), move || {
            Ok(byte_case(&program, &case)?)
        }));
    }
}

/// The cases in bytes of a program, if it has any.
fn cases(program: &Program) -> Result<Vec<Case>, String> {
    let path = root().join("tests/suite").join(format!("{}.cases", program.name));
    fs::read_to_string(path).map_or_else(|_| Ok(Vec::new()), |text| Cases::parse(&text).map(|cases| cases.cases))
}

fn byte_case(program: &Program, case: &Case) -> Result<(), String> {
    let route = program.route(&case.from, &case.to)?;
    let format = if let Expected::Row(..) = case.expected { Format::Csv } else { Format::Json };
    for engine in engines(program, &route)? {
        let run = |input: Input<'_>| differential::run(&*engine, input, no_message(), format, BUDGET).ran;
        let made = match &case.given {
            Given::Json(bytes) => run(Input::Json(bytes)),
            Given::Row(header, cells) => {
                let csv = program.model.record(route.from.record).options.csv.ok_or("the source record is not CSV")?;
                let row = row(header, cells, csv)?;
                run(Input::Row(&row))
            }
        };
        let found = match (found(&made), format) {
            (Expected::Written(row), Format::Csv) => Expected::Row(text(&differential::header(&*engine)), row),
            (found, _) => found,
        };
        if found != case.expected {
            return Err(format!("expected {:?}\n   found {found:?}\n{made:#?}", case.expected));
        }
        let reasons = reasons(&made);
        if !case.reasons.is_empty() && reasons != case.reasons {
            return Err(format!("expected {:?}\n   found {reasons:?}", case.reasons));
        }
        let notices: Vec<(String, String)> =
            made.notices.iter().map(|notice| (notice.code.to_string(), notice.pointer.clone())).collect();
        if !case.notices.is_empty() && notices != case.notices {
            return Err(format!("expected {:?}\n   found {notices:?}", case.notices));
        }
    }
    Ok(())
}

fn row(header: &str, cells: &str, dialect: Dialect) -> Result<Row, String> {
    let text = format!("{header}\n{cells}\n");
    let mut records = Records::new(text.as_bytes(), dialect);
    let mut row = Row::new();
    match records.read(&mut row) {
        Ok(Next::Row) => Ok(row),
        other => Err(format!("the row cannot be read: {other:?}")),
    }
}

fn reasons(made: &Ran) -> Vec<String> {
    match &made.outcome {
        Outcome::Rejected(problems) => problems.iter().map(|problem| problem.reason.clone()).collect(),
        _ => Vec::new(),
    }
}

fn found(made: &Ran) -> Expected {
    match &made.outcome {
        Outcome::Written => Expected::Written(text(&made.written)),
        Outcome::Deleted => Expected::Deleted(text(&made.written)),
        Outcome::Skipped(_) => Expected::Skipped,
        Outcome::Rejected(problems) => Expected::Rejected(
            problems.iter().map(|problem| (problem.code.to_string(), problem.pointer.clone())).collect(),
        ),
    }
}
