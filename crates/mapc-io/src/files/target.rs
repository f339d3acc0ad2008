//! Where output goes: standard output, or a file that is there as a whole or not at all.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};

use super::{FileError, cause, unfinished};

/// How much is collected before it is written.
const CHUNK: usize = 256 * 1024;

/// An output.
pub struct Target(Destination);

enum Destination {
    /// Standard output.
    Stdout(BufWriter<Stdout>),
    /// A file.
    File(FileTarget),
}

/// A file that is written beside its place and moved there at the end.
struct FileTarget {
    path: PathBuf,
    /// Where it is written meanwhile; `None` for a device or pipe, which is written directly.
    meanwhile: Option<PathBuf>,
    writer: BufWriter<File>,
}

/// A failure to write to a [`Target`].
#[derive(Debug)]
pub enum TargetError {
    /// Whoever read standard output has gone, which is no failure of a program that writes there.
    ClosedPipe,
    /// Standard output takes nothing more.
    Stdout(io::Error),
    /// A file cannot be written.
    File(FileError),
}

impl Target {
    /// Standard output.
    pub fn stdout() -> Target {
        Target(Destination::Stdout(BufWriter::with_capacity(CHUNK, io::stdout())))
    }

    /// A file; nothing stands at `path` before [`Target::finish`].
    ///
    /// # Errors
    /// Where no file can be made there.
    pub fn file(path: &Path) -> Result<Target, FileError> {
        let failed = |error| FileError::writing(path.display(), error);
        if path.is_dir() {
            return Err(failed(io::ErrorKind::IsADirectory.into()));
        }
        // A link is followed, so that it stays one and the move never crosses file systems.
        let path = &path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let is_special = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
        let meanwhile = (!is_special).then(|| beside(path));
        meanwhile.iter().for_each(|part| unfinished::made(part));
        let file = match &meanwhile {
            Some(meanwhile) => File::create(meanwhile),
            None => File::options().write(true).open(path),
        };
        let writer = BufWriter::with_capacity(CHUNK, file.map_err(failed)?);
        Ok(Target(Destination::File(FileTarget { path: path.to_path_buf(), meanwhile, writer })))
    }

    /// A failure to write here, with what it is that cannot be written.
    pub fn error(&self, error: io::Error) -> TargetError {
        match &self.0 {
            Destination::Stdout(_) => TargetError::stdout(error),
            Destination::File(file) => TargetError::File(FileError::writing(file.path.display(), error)),
        }
    }

    /// Writes what is left; a file is not in its place yet.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write_out(&mut self) -> Result<(), TargetError> {
        self.flush().map_err(|error| self.error(error))
    }

    /// Writes what is left and puts a file in its place.
    ///
    /// # Errors
    /// Where it cannot be written or moved; then nothing is left of it.
    pub fn finish(mut self) -> Result<(), TargetError> {
        let finished = match &mut self.0 {
            Destination::Stdout(out) => out.flush(),
            Destination::File(file) => file.finish(),
        };
        finished.map_err(|error| self.error(error))
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Destination::Stdout(out) => out.write(bytes),
            Destination::File(file) => file.writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Destination::Stdout(out) => out.flush(),
            Destination::File(file) => file.writer.flush(),
        }
    }
}

impl FileTarget {
    fn finish(&mut self) -> io::Result<()> {
        self.writer.flush()?;
        if let Some(meanwhile) = &self.meanwhile {
            fs::rename(meanwhile, &self.path)?;
            unfinished::gone(meanwhile);
            self.meanwhile = None;
        }
        Ok(())
    }
}

impl Drop for FileTarget {
    fn drop(&mut self) {
        // What was not finished leaves nothing behind.
        if let Some(meanwhile) = self.meanwhile.take() {
            let _ = fs::remove_file(&meanwhile);
            unfinished::gone(&meanwhile);
        }
    }
}

/// A hidden name in the same folder, so that the move never crosses file systems.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

impl TargetError {
    /// A failure to write to standard output.
    pub fn stdout(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => TargetError::ClosedPipe,
            _ => TargetError::Stdout(error),
        }
    }
}

impl From<FileError> for TargetError {
    fn from(error: FileError) -> Self {
        TargetError::File(error)
    }
}

impl fmt::Display for TargetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TargetError::ClosedPipe => f.write_str("whoever read standard output has gone"),
            TargetError::Stdout(error) => write!(f, "cannot write to standard output: {}", cause(error)),
            TargetError::File(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TargetError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            TargetError::ClosedPipe => None,
            TargetError::Stdout(error) => Some(error),
            TargetError::File(error) => error.source(),
        }
    }
}
