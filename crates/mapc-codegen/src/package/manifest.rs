//! `Cargo.toml`.

use std::path::Path;

use mapc_diagnostics::steers;

use super::{Package, Runtime};

/// The edition and oldest compiler of generated crates: those of the runtime.
const LANGUAGE: &str = "edition = \"2024\"\nrust-version = \"1.88\"\n";

/// What a generated crate depends on, and what stands in the manifest behind the equals sign; for what is mapc's own it depends.
pub(super) const DEPENDENCIES: [(&str, &str); 4] = [
    ("mapc-interp", ""),
    ("mapc-runtime", ""),
    ("serde", "{ version = \"1\", features = [\"derive\"] }"),
    ("serde_json", "\"1\""),
];

/// The folder of an included runtime: the crates that run records.
pub(super) const RUNTIME: &str = "runtime";

/// Text of the crate's manifest.
pub(super) fn text(package: &Package<'_>) -> String {
    let description = package.description.map(|text| format!("description = {}\n", quoted(text))).unwrap_or_default();
    let source = |name: &str| match package.runtime {
        Runtime::Included => format!("path = {}", quoted(&format!("{RUNTIME}/{name}"))),
        Runtime::Version(version) => format!("version = {}", quoted(version)),
        Runtime::Path(path) if name == "mapc-runtime" => format!("path = {}", quoted(path)),
        Runtime::Path(path) => {
            let beside = Path::new(path).parent().map(|folder| folder.join(name));
            format!("path = {}", quoted(&beside.unwrap_or_default().to_string_lossy()))
        }
    };
    let dependencies: String = DEPENDENCIES
        .iter()
        .map(|(name, given)| match *given {
            "" if *name == "mapc-runtime" => format!("{name} = {{ {}, features = [\"typed\"] }}\n", source(name)),
            "" => format!("{name} = {{ {} }}\n", source(name)),
            other => format!("{name} = {other}\n"),
        })
        .collect();
    let exclude =
        if package.runtime == Runtime::Included { format!("exclude = [{}]\n", quoted(RUNTIME)) } else { String::new() };
    format!(
        "# Written by mapc. Changes are lost when it is built again.\n\n\
         [package]\nname = {}\nversion = {}\n{description}{LANGUAGE}\n\
         # The documentation is that of the mappings; what stands indented or fenced in it is no Rust.\n\
         [lib]\ndoctest = false\n\n\
         [dependencies]\n{dependencies}\n\
         # A workspace of its own, wherever the folder lies. Remove these lines to make it a member of another.\n\
         [workspace]\n{exclude}",
        quoted(package.name),
        quoted(package.version),
    )
}

/// A text in TOML, on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut result = "\"".to_owned();
    for character in text.chars() {
        match character {
            '"' | '\\' => result.extend(['\\', character]),
            _ if steers(character) || character.is_control() => {
                result.push_str(&format!("\\U{:08X}", u32::from(character)));
            }
            _ => result.push(character),
        }
    }
    result + "\""
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn what_is_quoted_is_read_as_it_was() {
        let text = "a \"#b\\ \n\r\t\u{0}\u{7f}\u{202e}é";
        let written = quoted(text);
        assert!(!written.contains(['\n', '\u{202e}']), "{written}");
        let table: toml::Table = format!("x = {written}").parse().unwrap();
        assert_eq!(table["x"].as_str(), Some(text));
    }
}
