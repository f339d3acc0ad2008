//! `tests/compiled` is what the generator makes of all programs today.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use mapc_tests::{compiled, program, root};

#[test]
fn the_compiled_programs_are_fresh() {
    let programs = program::all().unwrap_or_else(|wrong| panic!("{wrong}"));
    let made = compiled::files(&programs).unwrap_or_else(|wrong| panic!("{wrong}"));
    let folder = root().join("tests/compiled/src");
    if std::env::var_os("UPDATE_COMPILED").is_some() {
        write(&folder, &made);
    }
    let mut there = BTreeMap::new();
    read(&folder, "", &mut there);
    let stale: Vec<&String> =
        made.keys().chain(there.keys()).filter(|path| made.get(*path) != there.get(*path)).collect();
    assert!(
        stale.is_empty(),
        "not what the generator makes; run with UPDATE_COMPILED=1 and look at the difference: {stale:?}"
    );
}

fn write(folder: &Path, files: &BTreeMap<String, String>) {
    let _ = fs::remove_dir_all(folder);
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder)).expect("tests/compiled can be written");
        fs::write(path, text).expect("tests/compiled can be written");
    }
}

fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            read(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read_to_string(entry.path()).unwrap_or_default());
        }
    }
}
