//! The command line of mapc.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
