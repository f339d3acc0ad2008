//! Whether two paths are one file, whatever links lead there.

use std::fs;
use std::path::{Path, PathBuf};

/// What tells a file from all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Identity {
    /// Its numbers in the file system, which links share.
    #[cfg(unix)]
    Numbers(u64, u64),
    /// Its path without links.
    Path(PathBuf),
}

/// The identity of the file that a path leads to, or would lead to once it is made.
pub(super) fn of(path: &Path) -> Identity {
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

/// Whether a path leads to a file with content of its own, not to a device or pipe, to which many may write.
pub(super) fn is_plain(path: &Path) -> bool {
    fs::metadata(path).map_or(true, |metadata| metadata.is_file())
}
