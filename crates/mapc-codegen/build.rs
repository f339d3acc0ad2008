//! Lists the runtime's sources, so that a generated crate can carry them with it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let runtime = here.join("../mapc-runtime");
    let mut files = Vec::new();
    list(&runtime.join("src"), "src", &mut files)?;
    files.sort();
    let mut text =
        String::from("/// Paths and texts of the runtime's sources.\npub(super) const SOURCES: &[(&str, &str)] = &[\n");
    for (name, path) in files {
        let _ = writeln!(text, "    ({name:?}, include_str!({:?})),", path.canonicalize()?);
    }
    text.push_str("];\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("runtime_sources.rs"), text)?;
    println!("cargo::rerun-if-changed={}", runtime.join("src").display());
    Ok(())
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}/{name}");
        if path.is_dir() {
            list(&path, &name, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push((name, path));
        }
    }
    Ok(())
}
