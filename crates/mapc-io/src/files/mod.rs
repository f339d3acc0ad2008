//! The rules about files: which paths are one file, how an output appears under its name, what an interrupted run leaves behind.

mod identity;
mod target;
mod unfinished;

use std::fmt;
use std::io;

pub use identity::{Claims, Clash, Identity, is_plain};
pub use target::{Target, TargetError};
pub use unfinished::remove_unfinished;

/// A file that something cannot be done with: `cannot read `a.json`: no such file or directory`.
#[derive(Debug)]
pub struct FileError {
    /// What was tried.
    action: &'static str,
    name: String,
    error: io::Error,
}

impl FileError {
    /// A file that cannot be read.
    pub fn reading(name: impl fmt::Display, error: io::Error) -> Self {
        FileError { action: "read", name: name.to_string(), error }
    }

    /// A file that cannot be written.
    pub fn writing(name: impl fmt::Display, error: io::Error) -> Self {
        FileError { action: "write", name: name.to_string(), error }
    }

    /// Why.
    pub fn error(&self) -> &io::Error {
        &self.error
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.action, self.name, cause(&self.error))
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// The cause in words, without the number of the operating system's error.
pub fn cause(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => text,
    }
}
