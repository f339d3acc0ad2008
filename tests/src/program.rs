//! Programs that the tests run: the files of `tests/suite`, the packages of `examples`, and those that are made from tables: the examples
//! of the library, comparisons, and the wire forms.

use std::fs;
use std::path::{Path, PathBuf};

use mapc::{Checked, Manifest};
use mapc_diagnostics::{Severity, SourceMap};
use mapc_lower::{Route, routes};
use mapc_model::model::Model;
use mapc_plan::Plan;

use crate::{comparisons, deep, forms, library, root};

/// A checked package.
pub struct Program {
    /// What it is called: the name of its file or folder.
    pub name: String,
    /// Its texts.
    pub sources: SourceMap,
    /// What it declares.
    pub model: Model,
}

impl Program {
    /// Checks texts as one package; `Err` holds everything that is wrong with them.
    pub fn new(name: &str, texts: impl IntoIterator<Item = (String, String)>) -> Result<Self, String> {
        let mut sources = SourceMap::default();
        let ids: Vec<_> = texts.into_iter().map(|(name, text)| sources.add(name, text)).collect();
        let parsed: Vec<_> = ids.iter().map(|id| (*id, mapc_syntax::parse(*id, &sources.file(*id).text))).collect();
        let trees: Vec<_> = parsed.iter().map(|(id, parsed)| (*id, &parsed.file)).collect();
        let (model, found) = mapc_model::check(&sources, &trees);
        let all = parsed.iter().flat_map(|(_, parsed)| &parsed.diagnostics).chain(&found);
        let wrong: Vec<String> = all
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .map(|d| format!("{}: {} {}", sources.place(d.span()), d.code.as_str(), d.message))
            .collect();
        if wrong.is_empty() { Ok(Program { name: name.to_owned(), sources, model }) } else { Err(wrong.join("\n")) }
    }

    /// The package as the façade has it, to run its tests.
    pub fn checked(&self) -> Checked {
        Checked {
            manifest: Manifest::new(&self.name, "0.1.0"),
            model: self.model.clone(),
            sources: self.sources.clone(),
            diagnostics: Vec::new(),
        }
    }

    /// All that can be run.
    pub fn routes(&self) -> Vec<Route> {
        routes(&self.model)
    }

    /// The only route between two records.
    pub fn route(&self, from: &str, to: &str) -> Result<Route, String> {
        let mut found = self.routes().into_iter().filter(|route| route.from.name == from && route.to.name == to);
        let route = found.next().ok_or_else(|| format!("{}: nothing leads from {from} to {to}", self.name))?;
        if found.next().is_some() {
            Err(format!("{}: several routes from {from} to {to}", self.name))
        } else {
            Ok(route)
        }
    }

    /// The plan of a route, as it is read from its text: so every test that runs a plan runs one that was written and read.
    ///
    /// # Errors
    /// The route has no plan, or its text does not read back as it.
    pub fn plan(&self, route: &Route) -> Result<Plan, String> {
        let wrong = |what: String| format!("{}: {route}: {what}", self.name);
        let made = mapc_lower::lower(&self.model, &self.sources, route).map_err(|error| wrong(error.to_string()))?;
        let text = made.text();
        let mut read = mapc_plan::image::read(&text).map_err(|misread| wrong(misread.to_string()))?;
        match read.pop() {
            Some(plan) if plan.text() == text => Ok(plan),
            _ => Err(wrong("the text of its plan reads back as another one".to_owned())),
        }
    }
}

/// The texts of each program, by its name, in a fixed order.
pub fn texts() -> Vec<(String, Vec<(String, String)>)> {
    let mut programs: Vec<_> = map_files(&root().join("tests/suite"))
        .into_iter()
        .map(|(name, text)| (name.trim_end_matches(".map").to_owned(), vec![(name, text)]))
        .collect();
    for package in packages(&root().join("examples")) {
        let name = package.file_name().unwrap_or_default().to_string_lossy().replace('-', "_");
        programs.push((name, map_files(&package)));
    }
    programs.push(("library".to_owned(), vec![("library.map".to_owned(), library::program())]));
    programs.push(("deep".to_owned(), vec![("deep.map".to_owned(), deep::program())]));
    programs.push(("comparisons".to_owned(), vec![("comparisons.map".to_owned(), comparisons::program())]));
    programs.push(("forms".to_owned(), vec![("forms.map".to_owned(), forms::program())]));
    programs
}

/// The packages in or below a folder, sorted.
fn packages(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if entry.join("mapc.toml").exists() {
            found.push(entry);
        } else if entry.is_dir() {
            found.extend(packages(&entry));
        }
    }
    found.sort();
    found
}

/// All programs, checked.
pub fn all() -> Result<Vec<Program>, String> {
    let (good, wrong): (Vec<_>, Vec<_>) =
        texts().into_iter().map(|(name, texts)| Program::new(&name, texts)).partition(Result::is_ok);
    let wrong: Vec<String> = wrong.into_iter().filter_map(Result::err).collect();
    if wrong.is_empty() { Ok(good.into_iter().flatten().collect()) } else { Err(wrong.join("\n")) }
}

/// The `.map` files of a folder with their names, sorted.
pub fn map_files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<(String, String)> = entries
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "map"))
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, fs::read_to_string(entry.path()).ok()?)))
        .collect();
    files.sort();
    files
}
