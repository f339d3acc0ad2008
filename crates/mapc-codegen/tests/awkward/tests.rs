//! A package of awkward names, texts and documentation: its crate is Rust, shows all that it holds, and, with `RUN_SLOW_TESTS=1`,
//! compiles, passes its tests and is documented without a warning.

use mapc_codegen::Runtime;

use crate::compile;
use crate::packages::{self, Built};

/// What stands in the description of the package: text for TOML and for Rust.
const DESCRIPTION: &str = "Ends \"# here.\n\n    loop {}\n```\n\u{202e} [Self] <b> https://example.com/a.";

/// Parts of documentation. What is Rust in it does not compile, so that it fails where it is run as a test.
const PARTS: &[&str] = &[
    "```",
    "~~~",
    "    ",
    "\t",
    "- ",
    "1. ",
    "> ",
    "# ",
    "loop {",
    "panic!(",
    "\n",
    "\n",
    "\n\n",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "</b>",
    "<div",
    "`",
    "``",
    "\\",
    "|",
    "*/",
    "/*",
    "//!",
    "[^1]",
    "[a]: b",
    "https://example.com/a",
    "http://",
    "_",
    "*",
    "&lt;",
    "\u{202e}",
    "\u{2066}",
    "\u{7}",
    "\r",
    "\"#",
    "crate::Nothing",
    "Self",
    "word",
    " ",
    "---",
    "===",
    "<!--",
    "www.example.com",
    "a@b.example",
];

/// The package, with documentation that text cannot have, or that chance made.
fn awkward() -> Built {
    let files = [("awkward.map", include_str!("awkward.map")), ("remarkable.map", include_str!("remarkable.map"))];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let mut built = packages::of_texts("awkward", files);
    let mut state = 11_u64;
    let mut docs = || {
        let mut text = String::new();
        for _ in 0..12 {
            // A linear congruential generator with Knuth's constants for MMIX.
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(PARTS[usize::try_from(state >> 33).expect("31 bits") % PARTS.len()]);
        }
        text.split('\n').map(str::to_owned).collect::<Vec<_>>()
    };
    built.description = Some(DESCRIPTION);
    // The first record keeps what stands beside it.
    for record in built.model.records.iter_mut().skip(1) {
        record.docs = docs();
        record.fields.iter_mut().for_each(|field| field.docs = docs());
    }
    for declared in built.model.enums.iter_mut().skip(1) {
        declared.docs = docs();
        declared.members.iter_mut().for_each(|member| member.docs = docs());
    }
    built
}

#[test]
fn all_of_the_crate_is_rust_and_visible() {
    let files = awkward().files(Runtime::Version("0.1"));
    for (path, text) in &files {
        if path.ends_with(".rs") {
            syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
        }
        let hidden = text.chars().find(|character| mapc_diagnostics::steers(*character) || *character == '\t');
        assert_eq!(hidden, None, "{path}");
    }
    let text = |wanted: &str| files.iter().find(|(path, _)| path == wanted).map(|(_, text)| text.as_str());
    let manifest: toml::Table = text("Cargo.toml").expect("a manifest").parse().expect("TOML");
    assert_eq!(manifest["package"]["description"].as_str(), Some(DESCRIPTION));
}

#[test]
fn two_systems_have_two_modules() {
    let files = awkward().files(Runtime::Version("0.1"));
    let (_, types) = files.iter().find(|(path, _)| path == "src/types.rs").expect("the types");
    let rust = syn::parse_file(types).expect("Rust");
    let modules: Vec<String> = rust
        .items
        .iter()
        .filter_map(|item| if let syn::Item::Mod(module) = item { Some(module.ident.to_string()) } else { None })
        .collect();
    for wanted in
        ["serde", "serde_2", "core", "std", "self_", "str", "bool", "wire_2", "defaults_2", "wire", "defaults"]
    {
        assert_eq!(modules.iter().filter(|module| *module == wanted).count(), 1, "{wanted} in {modules:?}");
    }
}

#[test]
fn the_crate_compiles_and_is_documented_without_a_warning() {
    if !compile::is_asked_for() {
        return;
    }
    let runtime = compile::workspace().join("crates/mapc-runtime").canonicalize().expect("the runtime is there");
    let mut files = awkward().files(Runtime::Path(&runtime.to_string_lossy()));
    for (path, text) in &mut files {
        if path == "Cargo.toml" {
            // Whatever would be run as a test is, here.
            *text = text.replace("doctest = false", "doctest = true");
            text.push_str("\n[lints.rust]\nwarnings = \"deny\"\n");
        }
    }
    let commands: [&[&str]; 3] = [
        &["clippy", "--offline", "--quiet", "--all-targets", "--", "-D", "warnings"],
        &["test", "--offline", "--quiet"],
        &["doc", "--offline", "--quiet", "--no-deps", "--document-private-items"],
    ];
    compile::cargo(&std::env::temp_dir().join("mapc-package-awkward"), &files, &commands).unwrap();
}
