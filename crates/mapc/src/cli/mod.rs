//! Commands, their arguments, and how they end.

mod args;
mod build;
mod check;
mod completions;
mod explain;
mod failure;
mod fmt;
mod init;
mod run;
mod target;
mod terminal;
mod test;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use mapc::{Checked, Project};

use args::{Arguments, Command};
use failure::Failure;

/// What a command that did not fail ends with.
type Ending = Result<ExitCode, Failure>;

/// Runs the command that the process was started with.
pub(crate) fn main() -> ExitCode {
    // On wrong usage this ends the process with code 2.
    let arguments = Arguments::parse();
    let ending = match &arguments.command {
        Command::Init(options) => init::run(options),
        Command::Check(options) => check::run(options),
        Command::Fmt(options) => fmt::run(options),
        Command::Build(options) => build::run(options),
        Command::Test(options) => test::run(options),
        Command::Run(options) => run::run(options),
        Command::Explain(options) => explain::run(options),
        Command::Completions(options) => completions::run(options),
    };
    match ending {
        Ok(code) => code,
        Err(failure) => failure.tell(),
    }
}

/// A package without errors; what is wrong with one that has some is told.
fn load(dir: &Path) -> Result<Checked, Failure> {
    let checked = Project::load(dir)?.check();
    if checked.is_usable() {
        return Ok(checked);
    }
    terminal::diagnostics(&checked.diagnostics, &checked.sources);
    Err(Failure::Told)
}
