//! What the test binaries in `tests/runner` share.

pub mod cases;
pub mod closure;
pub mod comparisons;
pub mod compiled;
pub mod deep;
pub mod differential;
pub mod forms;
pub mod inputs;
pub mod library;
pub mod pages;
pub mod points;
pub mod program;
pub mod walk;

use std::path::{Path, PathBuf};

/// The project's root.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_path_buf()
}

/// Whether the slow suites run: `RUN_SLOW_TESTS=1`.
pub fn slow() -> bool {
    std::env::var("RUN_SLOW_TESTS").is_ok_and(|value| value != "0")
}
