//! Where output goes: standard output, or a file that is there as a whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::parts;

/// How much is collected before it is written.
const CHUNK: usize = 256 * 1024;

/// An output.
pub(super) enum Target {
    /// Standard output.
    Stdout(BufWriter<Stdout>),
    /// A file.
    File(FileTarget),
}

/// A file that is written beside its place and moved there at the end.
pub(super) struct FileTarget {
    path: PathBuf,
    /// Where it is written meanwhile; `None` for a device or pipe, which is written directly.
    meanwhile: Option<PathBuf>,
    writer: BufWriter<File>,
}

impl Target {
    /// Standard output.
    pub(super) fn stdout() -> Target {
        Target::Stdout(BufWriter::with_capacity(CHUNK, io::stdout()))
    }

    /// A file; nothing stands at `path` before [`Target::finish`].
    pub(super) fn file(path: &Path) -> Result<Target, Failure> {
        let failed = |error: io::Error| Failure::file("write", path, &error);
        if path.is_dir() {
            return Err(failed(io::ErrorKind::IsADirectory.into()));
        }
        // A link is followed, so that it stays one and the move never crosses file systems.
        let path = &path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let is_special = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
        let meanwhile = (!is_special).then(|| beside(path));
        meanwhile.iter().for_each(|part| parts::made(part));
        let file = match &meanwhile {
            Some(meanwhile) => File::create(meanwhile),
            None => File::options().write(true).open(path),
        };
        let writer = BufWriter::with_capacity(CHUNK, file.map_err(failed)?);
        Ok(Target::File(FileTarget { path: path.to_path_buf(), meanwhile, writer }))
    }

    /// A failure to write here, in words.
    pub(super) fn failure(&self, error: &io::Error) -> Failure {
        match self {
            Target::Stdout(_) => Failure::stdout(error),
            Target::File(file) => Failure::file("write", &file.path, error),
        }
    }

    /// Writes what is left; a file is not in its place yet.
    pub(super) fn write_out(&mut self) -> Result<(), Failure> {
        self.flush().map_err(|error| self.failure(&error))
    }

    /// Writes what is left and puts a file in its place.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        let finished = match &mut self {
            Target::Stdout(out) => out.flush(),
            Target::File(file) => file.finish(),
        };
        finished.map_err(|error| self.failure(&error))
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Target::Stdout(out) => out.write(bytes),
            Target::File(file) => file.writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Target::Stdout(out) => out.flush(),
            Target::File(file) => file.writer.flush(),
        }
    }
}

impl FileTarget {
    fn finish(&mut self) -> io::Result<()> {
        self.writer.flush()?;
        if let Some(meanwhile) = &self.meanwhile {
            fs::rename(meanwhile, &self.path)?;
            parts::gone(meanwhile);
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
            parts::gone(&meanwhile);
        }
    }
}

/// A hidden name in the same folder, so that the move never crosses file systems.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}
