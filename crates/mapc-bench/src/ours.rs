//! mapc's own engines as contenders.

use std::path::{Path, PathBuf};

use mapc::Project;
use mapc_interp::Program;
use mapc_lower::routes;
use mapc_runtime::csv::{Next, Records, Row};
use mapc_runtime::{Bump, Cx, Format, Input, Message, Outcome, Route};

use crate::contender::{Contender, Reason, Tally, by_line};

/// A package of the examples.
pub(crate) fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

/// The interpreter with a route of a package, named as `mapc run` names it.
///
/// # Panics
/// Where the package or the route is not as it should be, which the build would have found.
pub(crate) fn program(package: &Path, from: &str, to: &str) -> Program {
    let project = Project::load(package).unwrap_or_else(|error| panic!("{}: {error}", package.display()));
    let checked = project.check();
    let route = routes(&checked.model).into_iter().find(|route| route.from.name == from && route.to.name == to);
    let route = route.unwrap_or_else(|| panic!("no route leads from {from} to {to}"));
    Program::new(checked.plan(&route).unwrap_or_else(|error| panic!("{error:?}")))
}

/// The two engines, as contenders are called.
pub(crate) const INTERPRETER: &str = "interpreter";
pub(crate) const GENERATED: &str = "generated";

/// An engine on lines of JSON.
pub(crate) fn lines(name: &'static str, route: impl Route + 'static) -> Contender {
    let mut bump = Bump::new();
    by_line(name, true, move |line, out| {
        bump.reset();
        let cx = Cx::new(&bump, Message::default());
        written(route.run_in(&cx, Input::Json(line), Format::Json, out))
    })
}

/// What became of a record, as contenders say it.
fn written(outcome: Outcome) -> Result<(), Reason> {
    match outcome {
        Outcome::Written => Ok(()),
        // All problems have been made; the first stands for them.
        Outcome::Rejected(problems) => {
            Err(problems.into_iter().next().map(|first| first.reason.into()).unwrap_or_default())
        }
        Outcome::Skipped(reason) => Err(reason),
        Outcome::Deleted => Err("deleted".into()),
    }
}

/// An engine on the rows of a CSV file.
pub(crate) fn rows(name: &'static str, route: impl Route + 'static) -> Contender {
    let mut bump = Bump::new();
    let run = move |input: &[u8], out: &mut Vec<u8>| {
        let mut tally = Tally::default();
        let mut records = Records::new(input, mapc_runtime::csv::Dialect::default());
        let mut row = Row::new();
        loop {
            match records.read(&mut row) {
                Ok(Next::End) | Err(_) => return tally,
                Ok(Next::Row) => {
                    bump.reset();
                    let cx = Cx::new(&bump, Message::default());
                    if route.run_in(&cx, Input::Row(&row), Format::Json, out) == Outcome::Written {
                        tally.written += 1;
                        out.push(b'\n');
                    } else {
                        tally.refused += 1;
                    }
                }
                Ok(_) => tally.refused += 1,
            }
        }
    };
    Contender { name, writes: true, run: Box::new(run) }
}
