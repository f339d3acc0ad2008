//! Generates the Rust of all programs that the tests run, so that it is compiled once, as a build script of a user's crate would have it.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root = mapc_tests::root();
    for folder in ["tests/suite", "examples"] {
        println!("cargo::rerun-if-changed={}", root.join(folder).display());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    if let Err(wrong) = write(&out) {
        println!("cargo::error={}", wrong.replace('\n', "; "));
    }
}

fn write(out: &Path) -> Result<(), String> {
    let programs = mapc_tests::program::all()?;
    for (path, text) in mapc_tests::compiled::files(&programs, out)? {
        let path = out.join(path);
        // What did not change keeps its time, so that nothing is compiled again for it.
        if fs::read_to_string(&path).is_ok_and(|there| there == text) {
            continue;
        }
        let folder = path.parent().unwrap_or(out);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}
