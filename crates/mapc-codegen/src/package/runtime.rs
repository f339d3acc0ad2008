//! The runtime that travels with a crate: the sources of the crates that run records, and their manifests without the workspace around
//! them.

use toml::{Table, Value};

use super::manifest::RUNTIME;

include!(concat!(env!("OUT_DIR"), "/runtime_sources.rs"));

/// The crates, and their manifests.
const CRATES: &[(&str, &str)] = &[
    ("mapc-runtime", include_str!("../../../mapc-runtime/Cargo.toml")),
    ("mapc-plan", include_str!("../../../mapc-plan/Cargo.toml")),
    ("mapc-interp", include_str!("../../../mapc-interp/Cargo.toml")),
];
const WORKSPACE: &str = include_str!("../../../../Cargo.toml");

/// The files of the runtime's folder.
pub(super) fn files() -> Vec<(String, String)> {
    let manifests = CRATES.iter().map(|(name, own)| (format!("{RUNTIME}/{name}/Cargo.toml"), manifest(own)));
    let mut files: Vec<(String, String)> = manifests.collect();
    files.extend(SOURCES.iter().map(|(path, text)| (format!("{RUNTIME}/{path}"), (*text).to_owned())));
    files
}

/// A crate's manifest with what it takes from the workspace written out, and without what only its own tests need.
fn manifest(own: &str) -> String {
    let own: Table = own.parse().unwrap_or_default();
    let workspace: Table = WORKSPACE.parse().unwrap_or_default();
    let shared = table(&workspace, "workspace");
    let mut written = Table::new();
    written.insert(
        "package".to_owned(),
        Value::Table(inherit(table(&own, "package"), table(shared_or_empty(shared), "package"))),
    );
    let dependencies = table(&own, "dependencies").map(|dependencies| {
        let known = table(shared_or_empty(shared), "dependencies");
        dependencies.iter().map(|(name, value)| (name.clone(), dependency(name, value, known))).collect::<Table>()
    });
    written.insert("dependencies".to_owned(), Value::Table(dependencies.unwrap_or_default()));
    if let Some(features) = table(&own, "features") {
        written.insert("features".to_owned(), Value::Table(features.clone()));
    }
    written.to_string()
}

static EMPTY: std::sync::LazyLock<Table> = std::sync::LazyLock::new(Table::new);

fn shared_or_empty(table: Option<&Table>) -> &Table {
    table.unwrap_or(&EMPTY)
}

fn table<'t>(parent: &'t Table, name: &str) -> Option<&'t Table> {
    parent.get(name).and_then(Value::as_table)
}

/// A table in which `key.workspace = true` stands for the workspace's value.
fn inherit(own: Option<&Table>, shared: Option<&Table>) -> Table {
    let pairs = own.into_iter().flatten().filter_map(|(key, value)| {
        let value = if is_inherited(value) { shared?.get(key)?.clone() } else { value.clone() };
        Some((key.clone(), value))
    });
    pairs.collect()
}

/// A dependency with the workspace's version and features, beside features of its own.
fn dependency(name: &str, value: &Value, shared: Option<&Table>) -> Value {
    if !is_inherited(value) {
        return value.clone();
    }
    let mut merged = match shared.and_then(|shared| shared.get(name)) {
        Some(Value::Table(table)) => table.clone(),
        Some(version) => Table::from_iter([("version".to_owned(), version.clone())]),
        None => Table::new(),
    };
    // What is the workspace's own stands beside it here as well.
    if merged.contains_key("path") {
        merged.insert("path".to_owned(), Value::String(format!("../{name}")));
    }
    for (key, value) in value.as_table().into_iter().flatten().filter(|(key, _)| *key != "workspace") {
        match (merged.get_mut(key), value) {
            (Some(Value::Array(known)), Value::Array(more)) => known.extend(more.iter().cloned()),
            _ => drop(merged.insert(key.clone(), value.clone())),
        }
    }
    Value::Table(merged)
}

fn is_inherited(value: &Value) -> bool {
    value.as_table().and_then(|table| table.get("workspace")).and_then(Value::as_bool) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_workspace_is_left() {
        for (name, own) in CRATES {
            let manifest: Table = manifest(own).parse().unwrap();
            assert_eq!(manifest["package"]["edition"].as_str(), Some("2024"), "{name}");
            assert!(!manifest.to_string().contains("workspace"), "{name}");
            assert!(!manifest.contains_key("dev-dependencies"), "{name}");
        }
        let runtime: Table = manifest(CRATES[0].1).parse().unwrap();
        assert_eq!(runtime["dependencies"]["jiff"]["default-features"].as_bool(), Some(false));
        let interp: Table = manifest(CRATES[2].1).parse().unwrap();
        assert_eq!(interp["dependencies"]["mapc-plan"]["path"].as_str(), Some("../mapc-plan"));
    }

    #[test]
    fn all_sources_travel() {
        assert!(SOURCES.iter().any(|(path, _)| *path == "mapc-runtime/src/lib.rs"));
        assert!(SOURCES.iter().any(|(path, _)| *path == "mapc-interp/src/run.rs"));
        // What the runtime's build script reads, and the script.
        assert!(SOURCES.iter().any(|(path, _)| *path == "mapc-runtime/build.rs"));
        assert!(SOURCES.iter().filter(|(path, _)| path.starts_with("mapc-runtime/codes/R")).count() > 20);
    }
}
