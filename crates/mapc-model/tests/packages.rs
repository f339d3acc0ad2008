//! The programs of the conformance suite and the example packages give no finding at all.

use std::path::{Path, PathBuf};

use mapc_diagnostics::SourceMap;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.sort();
    paths
}

fn map_files(paths: Vec<PathBuf>) -> Vec<PathBuf> {
    paths.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "map")).collect()
}

fn findings(paths: &[PathBuf]) -> String {
    let mut sources = SourceMap::default();
    let mut parsed = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(path).expect("a map file is text");
        let id = sources.add(path.file_name().unwrap_or_default().to_string_lossy(), text.as_str());
        parsed.push((id, mapc_syntax::parse(id, &text)));
    }
    let files: Vec<_> = parsed.iter().map(|(id, parsed)| (*id, &parsed.file)).collect();
    let (_, checked) = mapc_model::check(&sources, &files);
    let all = parsed.iter().flat_map(|(_, parsed)| &parsed.diagnostics).chain(&checked);
    all.map(|one| format!("{} {} {}\n", sources.place(one.span()), one.code.as_str(), one.message)).collect()
}

#[test]
fn suite_programs_are_clean() {
    let programs = map_files(entries(&root().join("tests/suite")));
    assert!(!programs.is_empty());
    let all: String = programs.iter().map(|program| findings(std::slice::from_ref(program))).collect();
    assert!(all.is_empty(), "{all}");
}

#[test]
fn examples_are_clean() {
    let packages: Vec<_> = entries(&root().join("examples")).into_iter().filter(|path| path.is_dir()).collect();
    assert!(!packages.is_empty());
    let all: String = packages.iter().map(|package| findings(&map_files(entries(package)))).collect();
    assert!(all.is_empty(), "{all}");
}
