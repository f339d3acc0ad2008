//! What is read: files and standard input, each in its format.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use mapc_runtime::Route;

use super::{InputFormat, Pointer, Reading, Records};
use crate::RecordLimit;
use crate::files::FileError;

/// One input.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    format: InputFormat,
    reading: Reading,
    /// The file, or standard input.
    path: Option<PathBuf>,
}

/// What stands for standard input.
const STANDARD: &str = "-";

/// Why something cannot be an input.
#[derive(Debug)]
pub enum SourceError {
    /// Standard input is named more than once.
    StandardInputTwice,
    /// The name of a file does not tell its format, and nothing else does.
    UnknownFormat(PathBuf),
    /// Records are to be at a place inside, and the format has none.
    NoPlaces(InputFormat),
    /// The file cannot be read.
    File(FileError),
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SourceError::StandardInputTwice => f.write_str("standard input `-` can be read only once"),
            SourceError::UnknownFormat(path) => {
                let names: Vec<&str> = InputFormat::ALL.iter().map(|format| format.name()).collect();
                let path = path.display();
                write!(f, "the name `{path}` does not tell what is in it; its format can be {}", names.join(", "))
            }
            SourceError::NoPlaces(format) => {
                write!(f, "a JSON pointer is a place in JSON; a file of the format {} has none", format.name())
            }
            SourceError::File(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SourceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            SourceError::File(error) => error.source(),
            _ => None,
        }
    }
}

impl Source {
    /// The inputs of these names, `-` for standard input, for a route. All are looked at before the first is read.
    ///
    /// # Errors
    /// The first that cannot be one.
    pub fn all(
        paths: &[PathBuf],
        format: Option<InputFormat>,
        at: Option<&Pointer>,
        longest: RecordLimit,
        route: &dyn Route,
    ) -> Result<Vec<Source>, SourceError> {
        if paths.iter().filter(|path| path.as_os_str() == STANDARD).count() > 1 {
            return Err(SourceError::StandardInputTwice);
        }
        let source = |path: &PathBuf| {
            let name = path.display().to_string();
            let path = (path.as_os_str() != STANDARD).then_some(path);
            path.map_or(Ok(()), |path| look_at(path)).map_err(SourceError::File)?;
            let unknown = || SourceError::UnknownFormat(path.cloned().unwrap_or_default());
            let format = InputFormat::choose(format, path.map(PathBuf::as_path), route).ok_or_else(unknown)?;
            if at.is_some() && !format.has_places() {
                return Err(SourceError::NoPlaces(format));
            }
            let reading = Reading { at: at.cloned(), dialect: route.source_csv().unwrap_or_default(), longest };
            Ok(Source { name, format, reading, path: path.cloned() })
        };
        paths.iter().map(source).collect()
    }

    /// Its name in messages, rejections and `$message_id`; `-` for standard input.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How records stand in it.
    pub fn format(&self) -> InputFormat {
        self.format
    }

    /// Its bytes from the start.
    ///
    /// # Errors
    /// Where the file cannot be opened.
    pub fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match &self.path {
            Some(path) => Box::new(File::open(path)?),
            None => Box::new(io::stdin().lock()),
        })
    }

    /// Its records, from the bytes that [`Source::open`] gave.
    pub fn records<'r>(&self, input: impl Read + 'r) -> Box<dyn Records + 'r> {
        self.format.records(input, &self.reading)
    }

    /// How many bytes it has, where that is known.
    pub fn length(&self) -> Option<u64> {
        let metadata = self.path.as_ref()?.metadata().ok()?;
        metadata.is_file().then_some(metadata.len())
    }
}

/// Finds out now what would else end a run in the middle.
fn look_at(path: &Path) -> Result<(), FileError> {
    let looked_at = path.metadata().and_then(|metadata| {
        // A pipe is opened once, when it is read: what was written to it for the first reader is gone for a second.
        if metadata.is_file() {
            File::open(path)?;
        }
        if metadata.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(()) }
    });
    looked_at.map_err(|error| FileError::reading(path.display(), error))
}
