//! What decides meaning has one version everywhere: the runtime's manifest pins it exactly, so each crate that links the
//! runtime has it too.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// What the runtime, and what it pins, may take in any compatible version: it moves bytes or stores values, and no release of
/// it can change a result. A name that is added here needs that said of it.
const FREE: &[&str] = &[
    // Memory, bytes and searching in them.
    "aho-corasick",
    "arrayvec",
    "bumpalo",
    "memchr",
    "simdutf8",
    // Sixteen bytes at a time.
    "bytemuck",
    "safe_arch",
    "wide",
    // Room on the stack.
    "stacker",
    // Digits of an int, and traits of numbers.
    "itoa",
    "num-traits",
    // Borrowing and casting in the types of URLs.
    "borrow-or-share",
    "ref-cast",
    // Published digests, and what they are built from.
    "cfg-if",
    "cpufeatures",
    "digest",
    "sha1_smol",
    // The typed functions, whose values the runtime reads and writes itself.
    "serde",
    "serde_core",
    "serde_json",
    // Named in the lock file for features that the runtime does not turn on.
    "borsh",
    "bytes",
    "jiff-static",
    "log",
    "portable-atomic",
    "portable-atomic-util",
    "rand",
    "wasm-bindgen",
];

fn text(path: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The requirement of each dependency in a section of a manifest; empty where there is only a path or the workspace's.
fn requirements(manifest: &str, section: &str) -> BTreeMap<String, String> {
    let lines = manifest.lines().skip_while(|line| *line != section).skip(1).take_while(|line| !line.starts_with('['));
    let entries = lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "));
    let version = |value: &str| {
        let value = value.split_once("version = ").map_or(value, |(_, value)| value);
        value.strip_prefix('"').and_then(|value| value.split('"').next()).unwrap_or_default().to_owned()
    };
    entries.map(|(name, value)| (name.to_owned(), version(value))).collect()
}

/// Each package of the lock file: its name, its version, the names of those it uses.
fn locked(lock: &str) -> Vec<(String, String, BTreeSet<String>)> {
    let quoted = |line: &str| line.split('"').nth(1).unwrap_or_default().to_owned();
    let package = |block: &str| {
        let field = |name: &str| block.lines().find(|line| line.starts_with(name)).map(quoted).unwrap_or_default();
        let uses = block.lines().filter(|line| line.starts_with(" \"")).map(quoted);
        let uses = uses.map(|name| name.split(' ').next().unwrap_or_default().to_owned()).collect();
        (field("name"), field("version"), uses)
    };
    lock.split("[[package]]").skip(1).map(package).collect()
}

#[test]
fn what_decides_meaning_is_pinned_exactly() {
    let workspace = requirements(&text("Cargo.toml"), "[workspace.dependencies]");
    let mut runtime = requirements(&text("crates/mapc-runtime/Cargo.toml"), "[dependencies]");
    for (name, version) in runtime.iter_mut().filter(|(_, version)| version.is_empty()) {
        version.clone_from(workspace.get(name).unwrap_or_else(|| panic!("{name} has no version")));
    }
    let packages = locked(&text("Cargo.lock"));
    for (name, version) in runtime.iter().filter(|(name, _)| !FREE.contains(&name.as_str())) {
        let Some(exact) = version.strip_prefix('=') else {
            panic!(
                "`{name}` decides meaning, so the runtime has to require `={version}`, or it stands among what is free"
            )
        };
        let (_, _, uses) = packages
            .iter()
            .find(|(locked, version, _)| locked == name && version == exact)
            .unwrap_or_else(|| panic!("the lock file has another version of `{name}` than {exact}"));
        for used in uses {
            let known = runtime.contains_key(used) || FREE.contains(&used.as_str());
            assert!(known, "`{name}` uses `{used}`: pin it in the runtime's manifest, or say why it is free");
        }
    }
}
