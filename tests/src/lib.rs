//! What the test binaries in `tests/runner` share.

pub mod cases;
pub mod random;

use std::path::{Path, PathBuf};

/// The project's root.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_path_buf()
}
