//! Commands, their arguments, and how they end.

mod args;
mod build;
mod check;
mod completions;
mod dump;
mod explain;
mod failure;
mod fmt;
mod init;
mod man;
mod run;
mod terminal;
mod test;

use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use mapc::project::folder_of;
use mapc::{Checked, LoadError, Project};
use mapc_diagnostics::SourceMap;

use args::{Arguments, Command};
use failure::Failure;

/// What a command that did not fail ends with.
type Ending = Result<ExitCode, Failure>;

/// Runs the command that the process was started with.
pub(crate) fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => error.exit(),
        // What was asked for: help, or the version.
        Err(asked) => {
            let text = asked.render();
            let text = if terminal::allows_color(io::stdout().is_terminal()) {
                text.ansi().to_string()
            } else {
                text.to_string()
            };
            return failure::print(&text).map_or_else(Failure::tell, |()| ExitCode::SUCCESS);
        }
    };
    let ending = match &arguments.command {
        Command::Init(options) => init::run(options),
        Command::Check(options) => check::run(options),
        Command::Fmt(options) => fmt::run(options),
        Command::Build(options) => build::run(options),
        Command::Test(options) => test::run(options),
        Command::Run(options) => run::run(options),
        Command::Dump(options) => dump::run(options),
        Command::Explain(options) => explain::run(options),
        Command::Completions(options) => completions::run(options),
        Command::Man(options) => man::run(options),
    };
    match ending {
        Ok(code) => code,
        Err(failure) => failure.tell(),
    }
}

/// The package that a path belongs to, with places as one finds them from the current folder.
fn project(dir: &Path) -> Result<Project, LoadError> {
    let mut project = project_as_it_is(dir)?;
    from_here(dir, &mut project.sources);
    Ok(project)
}

/// As [`project`], with places as they are in the package, for what outlives the current folder. What is told has to be put
/// [`from_here`] first.
fn project_as_it_is(dir: &Path) -> Result<Project, LoadError> {
    Project::load(folder_of(dir)).map_err(|mut error| {
        from_here(dir, &mut error.sources);
        error
    })
}

/// Names the files of a package as one finds them from the current folder.
fn from_here(dir: &Path, sources: &mut SourceMap) {
    let folder = folder_of(dir);
    if folder != Path::new(".") {
        sources.rename(|name| folder.join(name).display().to_string());
    }
}

/// A package without errors; what is wrong with one that has some is told.
fn load(dir: &Path) -> Result<Checked, Failure> {
    usable(project(dir)?.check())
}

/// As [`load`], with places as they are in the package, for what outlives the current folder.
fn load_as_it_is(dir: &Path) -> Result<Checked, Failure> {
    let mut checked = project_as_it_is(dir)?.check();
    if !checked.is_usable() {
        from_here(dir, &mut checked.sources);
    }
    usable(checked)
}

fn usable(checked: Checked) -> Result<Checked, Failure> {
    if checked.is_usable() {
        return Ok(checked);
    }
    terminal::diagnostics(&checked.diagnostics, &checked.sources);
    Err(Failure::Told)
}
