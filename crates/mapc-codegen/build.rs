//! Lists the sources of the crates that run records, so that a generated crate can carry them with it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = Vec::new();
    for name in ["mapc-runtime", "mapc-plan", "mapc-interp"] {
        let folder = here.join("..").join(name);
        // A crate whose build script makes something of further files needs both.
        for part in ["src", "codes", "build.rs"].map(|part| folder.join(part)).iter().filter(|part| part.exists()) {
            let under = format!("{name}/{}", part.file_name().unwrap_or_default().to_string_lossy());
            list(part, &under, &mut files)?;
            println!("cargo::rerun-if-changed={}", part.display());
        }
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

/// Lists a file, or all files of a folder, `name` standing for their paths.
fn list(path: &Path, name: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    if !path.is_dir() {
        if path.extension().is_some_and(|extension| extension == "rs" || extension == "md") {
            files.push((name.to_owned(), path.to_path_buf()));
        }
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        let inner = path.file_name().unwrap_or_default().to_string_lossy();
        list(&path, &format!("{name}/{inner}"), files)?;
    }
    Ok(())
}
