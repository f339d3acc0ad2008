//! The examples of the project.

use std::fs;
use std::path::{Path, PathBuf};

/// Their folder.
pub fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").canonicalize().unwrap()
}

/// Their packages, as paths below the folder, in order.
pub fn packages() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![examples()];
    while let Some(folder) = folders.pop() {
        if folder.join("mapc.toml").exists() {
            found.push(folder.strip_prefix(examples()).unwrap().to_str().unwrap().to_owned());
            continue;
        }
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        folders.extend(entries.filter(|path| path.is_dir() && !path.ends_with("target")));
    }
    found.sort();
    found
}
