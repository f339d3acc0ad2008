//! House rules: the dependency directions of `docs/src/architecture.md`, and files and functions that one can take in at a glance.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use mapc_diagnostics::CodeEntry;
use mapc_tests::root;
use syn::spanned::Spanned;
use syn::visit::Visit;

/// What each crate of ours may use of ours. Everything else points the wrong way.
const MAY_USE: &[(&str, &[&str])] = &[
    ("mapc-diagnostics", &[]),
    ("mapc-runtime", &[]),
    ("mapc-syntax", &["mapc-diagnostics"]),
    ("mapc-model", &["mapc-diagnostics", "mapc-syntax", "mapc-runtime"]),
    ("mapc-plan", &["mapc-runtime"]),
    ("mapc-lower", &["mapc-diagnostics", "mapc-model", "mapc-plan", "mapc-runtime"]),
    ("mapc-interp", &["mapc-plan", "mapc-runtime"]),
    ("mapc-io", &["mapc-runtime"]),
    ("mapc-codegen", &["mapc-diagnostics", "mapc-plan", "mapc-runtime"]),
    (
        "mapc",
        &[
            "mapc-diagnostics",
            "mapc-syntax",
            "mapc-model",
            "mapc-lower",
            "mapc-plan",
            "mapc-interp",
            "mapc-io",
            "mapc-codegen",
            "mapc-runtime",
        ],
    ),
    ("mapc-build", &["mapc"]),
    ("xtask", &[]),
    ("mapc-bench", &["mapc", "mapc-interp", "mapc-io", "mapc-lower", "mapc-plan", "mapc-runtime", "mapc-build"]),
];

/// The only crates that may use these: one prints, one reads `.map` text.
const ONLY_IN: &[(&str, &[&str])] =
    &[("miette", &["mapc"]), ("pest", &["mapc-syntax"]), ("codegen", &["mapc-codegen"])];

const TOP_LEVEL: &[&str] = &["Cargo.toml", "Cargo.lock", "crates", "examples", "grammar", "tests", "docs", "README.md"];
const MOST_LINES_OF_A_FILE: usize = 600;
const MOST_LINES_OF_A_FUNCTION: usize = 70;

#[test]
fn crates_depend_in_one_direction() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut wrong = Vec::new();
    for folder in folders(&root().join("crates")) {
        let manifest = manifest(&folder);
        let name = manifest["package"]["name"].as_str().unwrap_or_default().to_owned();
        let Some(may_use) = allowed.get(name.as_str()) else {
            wrong.push(format!("{name} has no line in MAY_USE"));
            continue;
        };
        for used in dependencies(&manifest) {
            if used.starts_with("mapc") && !may_use.contains(&used.as_str()) {
                wrong.push(format!("{name} must not use {used}"));
            }
            if let Some((_, only)) = ONLY_IN.iter().find(|(library, _)| *library == used)
                && !only.contains(&name.as_str())
            {
                wrong.push(format!("{name} must not use {used}; only {only:?} may"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_top_level_is_as_fixed() {
    let entries = fs::read_dir(root()).expect("the root can be read").flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let other: Vec<String> = names
        .filter(|name| !TOP_LEVEL.contains(&name.as_str()))
        .filter(|name| !name.starts_with('.') && !name.starts_with("LICENSE") && name != "target")
        .collect();
    assert!(other.is_empty(), "nothing else belongs at the top level: {other:?}");
}

#[test]
fn every_rust_file_says_what_it_is() {
    let silent: Vec<PathBuf> = rust_files()
        .into_iter()
        .filter(|path| !fs::read_to_string(path).is_ok_and(|text| text.starts_with("//! ")))
        .collect();
    assert!(silent.is_empty(), "files that do not open with a `//! ` line: {silent:#?}");
}

#[test]
fn files_and_functions_are_short() {
    let mut long = Vec::new();
    for path in rust_files().into_iter().filter(|path| !path.starts_with(root().join("tests/compiled/golden"))) {
        let text = fs::read_to_string(&path).expect("a source file can be read");
        let lines = text.lines().count();
        if lines > MOST_LINES_OF_A_FILE {
            long.push(format!("{}: {lines} lines", path.display()));
        }
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut functions = Functions { path: &path, long: &mut long };
        functions.visit_file(&file);
    }
    assert!(long.is_empty(), "too long to take in at a glance:\n{}", long.join("\n"));
}

struct Functions<'a> {
    path: &'a Path,
    long: &'a mut Vec<String>,
}

impl Functions<'_> {
    fn measure(&mut self, name: &syn::Ident, block: &syn::Block) {
        let lines = block.span().end().line - block.span().start().line + 1;
        if lines > MOST_LINES_OF_A_FUNCTION {
            self.long.push(format!("{}: fn {name} has {lines} lines", self.path.display()));
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.measure(&item.sig.ident, &item.block);
        syn::visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.measure(&item.sig.ident, &item.block);
        syn::visit::visit_impl_item_fn(self, item);
    }
}

/// Types of one name in one crate that are told apart by the module that they are named with, each with its reason.
const SAME_NAME: &[(&str, &str, &str)] = &[
    ("mapc-runtime", "Result", "the good path has its own failure, as std::io has"),
    ("mapc-runtime", "Scalar", "`codec::Scalar` is the type as forms have it, beside `codec::Int` and the others"),
];

#[test]
fn a_name_means_one_type_in_a_crate() {
    let mut twice = Vec::new();
    for folder in folders(&root().join("crates")) {
        let mut names: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
        for path in rust_files().into_iter().filter(|path| path.starts_with(folder.join("src"))) {
            let text = fs::read_to_string(&path).expect("a source file can be read");
            let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            for name in file.items.iter().filter_map(type_name) {
                names.entry(name).or_default().push(path.clone());
            }
        }
        let crate_name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let may = |name: &str| SAME_NAME.iter().any(|(of, known, _)| *of == crate_name && *known == name);
        twice.extend(names.into_iter().filter(|(name, places)| places.len() > 1 && !may(name)));
    }
    assert!(twice.is_empty(), "names that stand for several types of a crate: {twice:#?}");
}

/// The name of a type, trait or alias.
fn type_name(item: &syn::Item) -> Option<String> {
    let name = match item {
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Trait(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        syn::Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

#[test]
fn every_code_is_used_by_its_constant() {
    let (mut used, mut literals) = (BTreeSet::new(), Vec::new());
    for path in rust_files().into_iter().filter(|path| is_source(path)) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let text = without_tests(&text);
        used.extend(text.split("codes::").skip(1).map(|rest| constant_at(rest).to_owned()));
        literals.extend(codes_in(text).into_iter().map(|code| format!("{}: {code:?}", path.display())));
    }
    // No name stands for two codes, of which one belongs to the compiler and one to the runtime: a test of `mapc::codes` holds that.
    let is_unused = |entry: &&CodeEntry| !used.contains(&entry.name.replace('-', "_").to_uppercase());
    let unused: Vec<&str> = mapc::codes::all().iter().filter(is_unused).map(|entry| entry.code).collect();
    assert!(unused.is_empty(), "explained but never given: {unused:?}");
    assert!(literals.is_empty(), "codes as texts; write the constant in `codes`:\n{}", literals.join("\n"));
}

#[test]
fn diagnostics_are_made_in_the_folders_of_errors() {
    let is_home = |path: &PathBuf| {
        let mut parts = path.components().map(|part| part.as_os_str());
        parts.any(|part| part == "errors" || part == "mapc-diagnostics")
    };
    let elsewhere: Vec<PathBuf> = rust_files()
        .into_iter()
        .filter(|path| is_source(path) && !is_home(path))
        .filter(|path| fs::read_to_string(path).is_ok_and(|text| without_tests(&text).contains("Diagnostic::new(")))
        .collect();
    assert!(elsewhere.is_empty(), "give each finding a function in the crate's folder `errors`: {elsewhere:#?}");
}

/// Whether a file is part of what a crate is, not of its tests.
fn is_source(path: &Path) -> bool {
    let inside = path.strip_prefix(root().join("crates")).ok();
    inside.and_then(|inside| inside.components().nth(1)).is_some_and(|part| part.as_os_str() == "src")
}

/// The text of a file up to its unit tests, which stand last.
fn without_tests(text: &str) -> &str {
    text.split_once("#[cfg(test)]\nmod ").map_or(text, |(before, _)| before)
}

/// The constant whose name a text begins with.
fn constant_at(text: &str) -> &str {
    let is_part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    text.split_once(|c| !is_part(c)).map_or(text, |(name, _)| name)
}

/// All `"M0123"` and `"R0123"` of a text.
fn codes_in(text: &str) -> Vec<&str> {
    let is_code = |word: &&str| {
        word.len() == 5 && word.starts_with(['M', 'R']) && word.bytes().skip(1).all(|byte| byte.is_ascii_digit())
    };
    text.split('"').filter(is_code).collect()
}

fn rust_files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    for place in ["crates", "tests", "examples"] {
        collect(&root().join(place), &mut files);
    }
    files.sort();
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && entry.file_name() != "target" {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn folders(place: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(place).expect("a folder of the project can be read").flatten();
    let mut folders: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.join("Cargo.toml").exists()).collect();
    folders.sort();
    folders
}

fn manifest(folder: &Path) -> toml::Table {
    let text = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest can be read");
    text.parse().expect("a manifest is TOML")
}

fn dependencies(manifest: &toml::Table) -> Vec<String> {
    let tables = ["dependencies", "build-dependencies"].into_iter().filter_map(|name| manifest.get(name)?.as_table());
    tables.flat_map(|table| table.keys().cloned()).collect()
}
