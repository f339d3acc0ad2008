//! `mapc test`.

use std::fmt::Write as _;
use std::io::IsTerminal as _;
use std::process::ExitCode;

use mapc::difference::{DiffLine, Side};
use mapc::render::count;
use mapc::testing::{TestFailure, TestResult};
use mapc_diagnostics::{nearest, shown};

use super::Ending;
use super::args::Test;
use super::failure::{Failure, print};
use super::{load, terminal};

pub(super) fn run(options: &Test) -> Ending {
    let checked = load(&options.dir)?;
    let filter = options.filter.as_deref().unwrap_or_default();
    let results = checked.run_tests(filter);
    if results.is_empty() && !filter.is_empty() {
        let names = checked.model.tests.iter().map(|test| test.name.as_str());
        let way_out = nearest(filter, names).map(|name| format!("; the nearest is `{name}`")).unwrap_or_default();
        return Err(Failure::Error(format!("no test's name holds `{filter}`{way_out}")));
    }
    let paint = Paint { color: terminal::allows_color(std::io::stdout().is_terminal()) };
    let mut text = String::new();
    for result in &results {
        tell(&mut text, result, paint);
    }
    let failed = results.iter().filter(|result| !result.failures.is_empty()).count();
    let passed = results.len() - failed;
    // Writing to a `String` cannot fail.
    let _ = writeln!(text, "{}: {passed} passed, {failed} failed", count(results.len(), "test"));
    print(&text)?;
    Ok(if failed > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn tell(text: &mut String, result: &TestResult, paint: Paint) {
    let mark = if result.failures.is_empty() { paint.good("ok  ") } else { paint.bad("FAIL") };
    let _ = writeln!(text, "{mark}  {}  {}", shown(&result.name), paint.faint(&shown(&result.place)));
    for TestFailure { place, message, difference } in &result.failures {
        let _ = writeln!(text, "      {}: {}", place, shown(message).replace('\n', "\n      "));
        for DiffLine { side, text: line } in difference {
            let line = shown(line);
            let _ = match side {
                Side::Both => writeln!(text, "        {line}"),
                Side::Expected => writeln!(text, "{}", paint.bad(&format!("      - {line}"))),
                Side::Actual => writeln!(text, "{}", paint.good(&format!("      + {line}"))),
            };
        }
        if !difference.is_empty() {
            let _ = writeln!(text, "      ({} expected, {} found)", paint.bad("-"), paint.good("+"));
        }
    }
}

/// Colours, where they are wanted.
#[derive(Clone, Copy)]
struct Paint {
    color: bool,
}

impl Paint {
    fn good(self, text: &str) -> String {
        self.with("32", text)
    }

    fn bad(self, text: &str) -> String {
        self.with("31", text)
    }

    fn faint(self, text: &str) -> String {
        self.with("2", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
