//! The example packages and the conformance programs, checked and lowered.

use std::path::{Path, PathBuf};

use mapc_codegen::{Package, Runtime};
use mapc_diagnostics::{Severity, SourceMap};
use mapc_model::model::Model;
use mapc_plan::Plan;

/// A checked package with a plan for each of its routes.
pub struct Built {
    /// Its name.
    pub name: String,
    /// What it is, if that is said.
    pub description: Option<&'static str>,
    /// What it declares.
    pub model: Model,
    /// Its routes.
    pub plans: Vec<Plan>,
}

impl Built {
    /// The files of its crate, over the runtime in this folder.
    pub fn files(&self, runtime: Runtime<'_>) -> Vec<(String, String)> {
        let Built { name, description, model, plans } = self;
        mapc_codegen::generate(&Package {
            name,
            version: "0.1.0",
            description: *description,
            interface: &mapc_lower::interface(model),
            plans,
            root: "crate",
            runtime,
        })
    }
}

/// All packages of the project: each folder of `examples`, and each program of `tests/suite` as a package of its own.
pub fn all(workspace: &Path) -> Vec<Built> {
    let mut packages = Vec::new();
    for folder in sorted(&workspace.join("examples")) {
        let files: Vec<PathBuf> = maps(&folder);
        if !files.is_empty() {
            packages.push(build(&name_of(&folder), &files));
        }
    }
    for file in maps(&workspace.join("tests/suite")) {
        packages.push(build(&name_of(&file), &[file]));
    }
    packages
}

fn name_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().replace('_', "-")
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

fn maps(folder: &Path) -> Vec<PathBuf> {
    let is_map = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "map");
    if folder.is_dir() { sorted(folder).into_iter().filter(is_map).collect() } else { Vec::new() }
}

fn build(name: &str, paths: &[PathBuf]) -> Built {
    let texts = paths.iter().map(|path| {
        let shown = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (shown, std::fs::read_to_string(path).expect("the file can be read"))
    });
    of_texts(name, texts)
}

/// A package of files, given by their names and texts.
pub fn of_texts(name: &str, texts: impl IntoIterator<Item = (String, String)>) -> Built {
    let mut sources = SourceMap::default();
    let files: Vec<_> = texts.into_iter().map(|(shown, text)| sources.add(shown, text)).collect();
    let parsed: Vec<_> =
        files.iter().map(|file| (*file, mapc_syntax::parse(*file, &sources.file(*file).text))).collect();
    let asts: Vec<_> = parsed.iter().map(|(file, parsed)| (*file, &parsed.file)).collect();
    let (model, checked) = mapc_model::check(&sources, &asts);
    let found = parsed.iter().flat_map(|(_, parsed)| &parsed.diagnostics).chain(&checked);
    let errors: Vec<String> =
        found.filter(|found| found.severity == Severity::Error).map(|found| format!("{found:?}")).collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
    let plans = mapc_lower::routes(&model)
        .iter()
        .map(|route| {
            mapc_lower::lower(&model, &sources, route).unwrap_or_else(|error| panic!("{name}, {route}: {error:?}"))
        })
        .collect();
    Built { name: name.to_owned(), description: None, model, plans }
}
