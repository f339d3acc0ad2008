//! Whether two paths are one file, whatever links lead there, and outputs that would overwrite something.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// What tells a file from all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// Its numbers in the file system, which links share.
    #[cfg(unix)]
    Numbers(u64, u64),
    /// Its path without links.
    Path(PathBuf),
}

impl Identity {
    /// The identity of the file that a path leads to, or would lead to once it is made.
    pub fn of(path: &Path) -> Identity {
        #[cfg(unix)]
        if let Ok(metadata) = fs::metadata(path) {
            use std::os::unix::fs::MetadataExt as _;
            return Identity::Numbers(metadata.dev(), metadata.ino());
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Identity::Path(match (fs::canonicalize(path), folder.canonicalize(), path.file_name()) {
            (Ok(path), ..) => path,
            (_, Ok(folder), Some(name)) => folder.join(name),
            _ => path.to_path_buf(),
        })
    }
}

/// Whether a path leads to a file with content of its own, not to a device or pipe, to which many may write.
pub fn is_plain(path: &Path) -> bool {
    fs::metadata(path).map_or(true, |metadata| metadata.is_file())
}

/// The outputs of a run, each of which is a file of its own and no input.
#[derive(Debug)]
pub struct Claims<'p> {
    inputs: Vec<(&'p Path, Identity)>,
    outputs: Vec<(&'p str, &'p Path, Identity)>,
}

/// What an output would overwrite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Another output, by what its owner calls it.
    Output(String),
    /// An input.
    Input(PathBuf),
}

impl<'p> Claims<'p> {
    /// Nothing is claimed yet beside these inputs.
    pub fn new(inputs: impl IntoIterator<Item = &'p Path>) -> Self {
        let inputs = inputs.into_iter().map(|path| (path, Identity::of(path))).collect();
        Claims { inputs, outputs: Vec::new() }
    }

    /// Claims a file for an output of this name. Devices and pipes take what several write to them.
    ///
    /// # Errors
    /// The file is claimed.
    pub fn claim(&mut self, name: &'p str, path: &'p Path) -> Result<(), Clash> {
        if !is_plain(path) {
            return Ok(());
        }
        let id = Identity::of(path);
        if let Some((other, ..)) = self.outputs.iter().find(|(.., known)| *known == id) {
            return Err(Clash::Output((*other).to_owned()));
        }
        if let Some((input, _)) = self.inputs.iter().find(|(_, known)| *known == id) {
            return Err(Clash::Input(input.to_path_buf()));
        }
        self.outputs.push((name, path, id));
        Ok(())
    }

    /// The first output that is one of some further files, and what it is called.
    pub fn among(&self, files: &[Identity]) -> Option<(&'p str, &'p Path)> {
        self.outputs.iter().find(|(.., id)| files.contains(id)).map(|(name, path, _)| (*name, *path))
    }
}

impl fmt::Display for Clash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Clash::Output(other) => write!(f, "names the same file as `{other}`; give each a file of its own"),
            Clash::Input(input) => write!(f, "would overwrite the input `{}`; name another file", input.display()),
        }
    }
}

impl std::error::Error for Clash {}
