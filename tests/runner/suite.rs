//! Conformance: every case of `tests/suite`, every `test` block of every program and random records, through both engines and as the
//! formatter would write the program. A name or part of it filters: `cargo test --test suite -- bytes`.

mod engine;

use std::fs;
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use mapc_interp::Program as Interpreter;
use mapc_plan::Route;
use mapc_runtime::csv::{Dialect, Next, Records, Row};
use mapc_runtime::{Input, Outcome};
use mapc_tests::cases::{Case, Cases, Expected, Given};
use engine::{Engine, Made, no_message};
use mapc_tests::program::{self, Program};
use mapc_tests::random;
use mapc_tests::{root, slow};

/// Random records a route: by default, and with `RUN_SLOW_TESTS=1`.
const RANDOM: (usize, usize) = (300, 100_000);

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    for (name, texts) in program::texts() {
        match Program::new(&name, texts.clone()) {
            Ok(program) => of_program(&Arc::new(program), "", &mut trials),
            Err(wrong) => trials.push(failing(format!("check::{name}"), wrong)),
        }
        let formatted = texts.into_iter().map(|(file, text)| (file, text));
        match Program::new(&name, formatted) {
            Ok(program) => of_program(&Arc::new(program), "formatted::", &mut trials),
            Err(wrong) => trials.push(failing(format!("check::formatted::{name}"), wrong)),
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn failing(name: String, reason: String) -> Trial {
    Trial::test(name, move || Err(Failed::from(reason)))
}

fn of_program(program: &Arc<Program>, prefix: &str, trials: &mut Vec<Trial>) {
    byte_cases(program, prefix, trials);
    if prefix.is_empty() {
        for route in program.routes() {
            let program = Arc::clone(program);
            trials.push(Trial::test(format!("random::{}::{route}", program.name), move || Ok(same_on_random(&program, &route)?)));
        }
    }
}

fn byte_cases(program: &Arc<Program>, prefix: &str, trials: &mut Vec<Trial>) {
    let path = root().join("tests/suite").join(format!("{}.cases", program.name));
    let Ok(text) = fs::read_to_string(path) else { return };
    let cases = match Cases::parse(&text) {
        Ok(cases) => cases,
        Err(wrong) => return trials.push(failing(format!("{prefix}bytes::{}", program.name), wrong)),
    };
    for case in cases.cases {
        let program = Arc::clone(program);
        trials.push(Trial::test(format!("{prefix}bytes::{}::{}", program.name, case.name), move || Ok(byte_case(&program, &case)?)));
    }
}

/// Both engines for a route.
fn engines(program: &Program, route: &Route) -> Result<[Engine; 2], String> {
    let interpreter = Engine::Interpreter(Interpreter::new(program.plan(route)?));
    Ok([interpreter, Engine::compiled(&program.name, route)?])
}

fn byte_case(program: &Program, case: &Case) -> Result<(), String> {
    let route = program.route(&case.from, &case.to)?;
    for engine in engines(program, &route)? {
        let made = match &case.given {
            Given::Json(bytes) => engine.run(Input::Json(bytes), no_message()),
            Given::Row(header, cells) => {
                let csv = program.model.record(route.from.record).options.csv.ok_or("the source record is not CSV")?;
                let dialect = Dialect { separator: csv.separator, quote: csv.quote, decimal_mark: csv.decimal_mark };
                let row = row(header, cells, dialect)?;
                engine.run(Input::Row(&row), no_message())
            }
        };
        let found = found(&made);
        if found != case.expected {
            return Err(format!("expected {:?}\n   found {found:?}\n{made:#?}", case.expected));
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

fn found(made: &Made) -> Expected {
    match &made.outcome {
        Outcome::Written => Expected::Written(made.bytes.clone()),
        Outcome::Deleted => Expected::Deleted(made.bytes.clone()),
        Outcome::Skipped(_) => Expected::Skipped,
        Outcome::Rejected(problems) => {
            Expected::Rejected(problems.iter().map(|problem| (problem.code.to_string(), problem.pointer.clone())).collect())
        }
    }
}

fn same_on_random(program: &Program, route: &Route) -> Result<(), String> {
    let [interpreter, compiled] = engines(program, route)?;
    let plan = program.plan(route)?;
    let mut records = random::Records::new(&plan, 20_261_122);
    let mut written = 0;
    for _ in 0..if slow() { RANDOM.1 } else { RANDOM.0 } {
        let record = records.next_record();
        let [left, right] = [&interpreter, &compiled].map(|engine| engine.run(Input::Json(&record), no_message()));
        written += usize::from(left.outcome == Outcome::Written);
        if left != right {
            return Err(format!("{}\ninterpreter {left:#?}\n   compiled {right:#?}", String::from_utf8_lossy(&record)));
        }
        if left.outcome == Outcome::Written && serde_json::from_str::<serde_json::Value>(&left.bytes).is_err() {
            return Err(format!("{}\nwritten, but not JSON: {}", String::from_utf8_lossy(&record), left.bytes));
        }
    }
    println!("{}: {route}: {written} written", program.name);
    Ok(())
}
