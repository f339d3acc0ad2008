//! mapc's own engines as contenders.

use std::path::{Path, PathBuf};

use mapc::Project;
use mapc_interp::Program;
use mapc_io::input::{Content, Reading};
use mapc_io::{Bounds, InputFormat, Mapper, Origin, Position};
use mapc_lower::routes;
use mapc_runtime::{Format, Input, Outcome, Route, Timestamp};

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
    let mut mapper = mapper(route);
    by_line(name, true, move |line, out| {
        written(mapper.map(NOWHERE, Timestamp::UNIX_EPOCH, Input::Json(line), out).outcome)
    })
}

/// Contenders written by hand have no ids to make either.
const NOWHERE: Origin<'_> = Origin { input: "", position: Position::Message("") };

fn mapper<R: Route>(route: R) -> Mapper<R> {
    Mapper::new(route, Format::Json, Bounds::default())
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
    let mut mapper = mapper(route);
    let run = move |input: &[u8], out: &mut Vec<u8>| {
        let mut tally = Tally::default();
        let mut records = InputFormat::Csv.records(input, &Reading::default());
        while let Ok(Some(record)) = records.next() {
            let Content::Row(row) = record.content else {
                tally.refused += 1;
                continue;
            };
            if mapper.map(NOWHERE, Timestamp::UNIX_EPOCH, Input::Row(row), out).outcome == Outcome::Written {
                tally.written += 1;
                out.push(b'\n');
            } else {
                tally.refused += 1;
            }
        }
        tally
    };
    Contender { name, writes: true, run: Box::new(run) }
}
