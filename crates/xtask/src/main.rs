//! Chores of a contributor, as `cargo xtask`: what is generated is renewed, and the files of something new are made with what they need.

mod code;
mod codec;
mod edit;
mod function;
mod update;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::{Parser, Subcommand};

/// Chores of a contributor to mapc
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Renew what is generated from the code: the manual's pages, the golden modules, the snapshots of diagnostics
    ///
    /// What changed is listed afterwards; look at each change, for it is what users see.
    Update,
    /// Make the page of a new diagnostic (M…) or rejection (R…)
    NewCode(code::NewCode),
    /// Add a function to a topic of the library
    NewFunction(function::NewFunction),
    /// Add a wire form, as a file of its own
    NewCodec(codec::NewCodec),
    /// Run what every change must pass
    Ci,
}

fn main() -> ExitCode {
    let root = root();
    let done = match Arguments::parse().chore {
        Chore::Update => update::renew(&root),
        Chore::NewCode(new) => new.run(&root),
        Chore::NewFunction(new) => new.run(&root),
        Chore::NewCodec(new) => new.run(&root),
        Chore::Ci => run(Command::new(root.join(".ci/run")).current_dir(&root)).map(|()| String::new()),
    };
    match done {
        Ok(next) => {
            print!("{next}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// The workspace that this is a crate of.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Runs a program to its end.
///
/// # Errors
/// It cannot be started, or says that it failed.
fn run(command: &mut Command) -> Result<(), String> {
    let shown = format!("{command:?}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{shown} ended with {status}")),
        Err(error) => Err(format!("{shown} cannot be run: {error}")),
    }
}
