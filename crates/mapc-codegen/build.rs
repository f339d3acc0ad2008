//! Lists the sources of the crates that run records, so that a generated crate can carry them with it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = Vec::new();
    for name in ["mapc-runtime", "mapc-plan", "mapc-interp"] {
        let sources = here.join("..").join(name).join("src");
        list(&sources, &format!("{name}/src"), &mut files)?;
        println!("cargo::rerun-if-changed={}", sources.display());
    }
    files.sort();
    let mut text =
        String::from("/// Paths and texts of the runtime's sources.\npub(super) const SOURCES: &[(&str, &str)] = &[\n");
    for (name, path) in files {
        let _ = writeln!(text, "    ({name:?}, include_str!({:?})),", path.canonicalize()?);
    }
    text.push_str("];\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("runtime_sources.rs"), text)?;
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
