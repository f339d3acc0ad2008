//! `mapc man`.

use std::fs;
use std::process::ExitCode;

use clap::CommandFactory as _;

use super::Ending;
use super::args::{Arguments, Man};
use super::failure::Failure;

pub(super) fn run(options: &Man) -> Ending {
    let dir = &options.dir;
    fs::create_dir_all(dir).map_err(|error| Failure::file("make the folder", dir, &error))?;
    clap_mangen::generate_to(Arguments::command(), dir)
        .map_err(|error| Failure::file("write the pages into", dir, &error))?;
    Ok(ExitCode::SUCCESS)
}
