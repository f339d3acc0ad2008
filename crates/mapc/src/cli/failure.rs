//! How a command fails, and how the user is told.

use std::fmt::Display;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use mapc::LoadError;
use mapc_diagnostics::shown;

use super::terminal;

/// Why a command did not do its work.
#[derive(Debug)]
pub(super) enum Failure {
    /// The arguments do not fit together; exit code 2.
    Usage(String),
    /// Anything else; exit code 1.
    Error(String),
    /// It has been said; exit code 1.
    Told,
    /// Whoever read our output has gone; nothing is said, exit code 0.
    ClosedPipe,
}

impl Failure {
    /// A file that something cannot be done with: `cannot read `a.json`: no such file`.
    pub(super) fn file(action: &str, path: impl AsRef<Path>, error: &io::Error) -> Failure {
        Failure::Error(format!("cannot {action} `{}`: {}", path.as_ref().display(), cause(error)))
    }

    /// A failure to write to standard output.
    pub(super) fn stdout(error: &io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => Failure::Error(format!("cannot write to standard output: {}", cause(error))),
        }
    }

    /// Says it on standard error and gives the exit code.
    pub(super) fn tell(self) -> ExitCode {
        match self {
            Failure::Usage(message) => {
                say(format_args!("error: {message}"));
                ExitCode::from(2)
            }
            Failure::Error(message) => {
                say(format_args!("error: {message}"));
                ExitCode::from(1)
            }
            Failure::Told => ExitCode::from(1),
            Failure::ClosedPipe => ExitCode::SUCCESS,
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        terminal::diagnostics(&error.diagnostics, &error.sources);
        Failure::Told
    }
}

/// Writes a line on standard error; there is nobody to tell where that fails.
pub(super) fn say(message: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{}", shown(&message.to_string()));
}

/// Writes on standard output.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| Failure::stdout(&error))
}

/// The cause in words, without the number of the operating system's error.
pub(super) fn cause(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => text,
    }
}
