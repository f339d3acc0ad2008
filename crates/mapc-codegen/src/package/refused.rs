//! Names that no generated crate can have.

use super::manifest::DEPENDENCIES;
use crate::names::KEYWORDS;

/// Crates that come with the compiler.
const OF_RUST: &[&str] = &["std", "core", "alloc", "proc_macro", "test"];

/// Devices of Windows, which can be the name of no folder there.
const DEVICES: &[&str] = &[
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1", "lpt2", "lpt3",
    "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Why a crate cannot be called so, though its letters are right; `None` where it can.
pub fn refusal(name: &str) -> Option<&'static str> {
    let library = name.replace('-', "_");
    let is_in = |names: &[&str]| names.contains(&library.as_str());
    if is_in(KEYWORDS) {
        Some("this is a word of Rust")
    } else if is_in(OF_RUST) {
        Some("a crate that comes with Rust has this name")
    } else if DEPENDENCIES.iter().any(|(dependency, _)| dependency.replace('-', "_") == library) {
        Some("the crate itself depends on one of this name")
    } else if is_in(DEVICES) {
        Some("Windows keeps this name for a device")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::refusal;

    #[test]
    fn every_kind_of_name_that_cannot_be_is_refused() {
        let names = "std core alloc test proc_macro proc-macro crate self super fn gen async try serde serde_json serde-json \
                     mapc-runtime mapc_runtime con";
        for name in names.split_whitespace() {
            assert!(refusal(name).is_some(), "{name}");
            assert_eq!(refusal(&format!("{name}-mappings")), None);
        }
        for name in ["runtime", "str", "union", "types", "routes", "maps", "rt", "mapc", "lead-to-contact", "tests"] {
            assert_eq!(refusal(name), None, "{name}");
        }
    }
}
