//! Files that are written beside their place: they are taken away where a run is interrupted.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Mutex, Once, PoisonError};

/// What a shell calls an interrupted process.
const INTERRUPTED: i32 = 130;

static PARTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
static WATCH: Once = Once::new();

/// Such a file is about to be made.
pub(super) fn made(part: &Path) {
    // Where nothing can be watched, an interrupt leaves the file behind, and the run is still right.
    WATCH.call_once(|| {
        let _ = ctrlc::set_handler(|| {
            PARTS.lock().unwrap_or_else(PoisonError::into_inner).iter().for_each(|part| drop(fs::remove_file(part)));
            process::exit(INTERRUPTED);
        });
    });
    PARTS.lock().unwrap_or_else(PoisonError::into_inner).push(part.to_path_buf());
}

/// It was moved to its place, or removed.
pub(super) fn gone(part: &Path) {
    PARTS.lock().unwrap_or_else(PoisonError::into_inner).retain(|known| known != part);
}
