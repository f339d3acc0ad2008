//! `Cargo.toml`.

use super::{Package, Runtime};

/// The edition and oldest compiler of generated crates: those of the runtime.
const LANGUAGE: &str = "edition = \"2024\"\nrust-version = \"1.88\"\n";

/// The folder of an included runtime.
pub(super) const RUNTIME: &str = "runtime";

/// Text of the crate's manifest.
pub(super) fn text(package: &Package<'_>) -> String {
    let description = package.description.map(|text| format!("description = {}\n", quoted(text))).unwrap_or_default();
    let runtime = match package.runtime {
        Runtime::Included => format!("path = {}", quoted(RUNTIME)),
        Runtime::Version(version) => format!("version = {}", quoted(version)),
        Runtime::Path(path) => format!("path = {}", quoted(path)),
    };
    let exclude =
        if package.runtime == Runtime::Included { format!("exclude = [{}]\n", quoted(RUNTIME)) } else { String::new() };
    format!(
        "# Written by mapc. Changes are lost when it is built again.\n\n\
         [package]\nname = {}\nversion = {}\n{description}{LANGUAGE}\n\
         # The documentation is that of the mappings; what stands indented or fenced in it is no Rust.\n\
         [lib]\ndoctest = false\n\n\
         [dependencies]\nmapc-runtime = {{ {runtime}, features = [\"typed\"] }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\n\
         # A workspace of its own, wherever the folder lies. Remove these lines to make it a member of another.\n\
         [workspace]\n{exclude}",
        quoted(package.name),
        quoted(package.version),
    )
}

/// A text in TOML.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
