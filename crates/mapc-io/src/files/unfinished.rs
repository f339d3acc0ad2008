//! Files that are written beside their place. Whoever is interrupted takes them away.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Removes what this process has written beside the places of outputs that are not finished: for whoever is about to end the process in the
/// middle of a run. Where a run merely fails, its outputs do so themselves.
pub fn remove_unfinished() {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).iter().for_each(|part| drop(fs::remove_file(part)));
}

/// Such a file is about to be made.
pub(super) fn made(part: &Path) {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).push(part.to_path_buf());
}

/// It was moved to its place, or removed.
pub(super) fn gone(part: &Path) {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).retain(|known| known != part);
}
