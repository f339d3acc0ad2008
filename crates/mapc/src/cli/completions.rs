//! `mapc completions`.

use std::process::ExitCode;

use clap::CommandFactory as _;

use super::Ending;
use super::args::{Arguments, Completions};
use super::failure::print;

pub(super) fn run(options: &Completions) -> Ending {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Arguments::command(), "mapc", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
