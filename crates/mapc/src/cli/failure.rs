//! How a command fails, and how the user is told.

use std::fmt::Display;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use mapc::LoadError;
use mapc_diagnostics::shown;
use mapc_io::files::{FileError, TargetError, cause};

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

impl From<TargetError> for Failure {
    fn from(error: TargetError) -> Self {
        match error {
            TargetError::ClosedPipe => Failure::ClosedPipe,
            error => Failure::Error(error.to_string()),
        }
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Failure::Error(error.to_string())
    }
}

/// Writes a line on standard error; there is nobody to tell where that fails.
pub(super) fn say(message: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{}", shown(&message.to_string()));
}

/// Writes on standard output.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| TargetError::stdout(error).into())
}

/// An option with what it can be: `` `--input-format json`, `ndjson` or `csv` ``.
pub(super) fn choices(option: &str, names: impl Iterator<Item = &'static str>) -> String {
    let mut quoted: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    if let Some(first) = quoted.first_mut() {
        first.insert_str(1, &format!("{option} "));
    }
    match quoted.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => quoted.concat(),
    }
}
