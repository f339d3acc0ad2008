//! The crates of all packages of the project: Rust in any case, and, with `RUN_SLOW_TESTS=1`, crates whose tests pass.

#[path = "awkward/tests.rs"]
mod awkward;
#[path = "support/compile.rs"]
mod compile;
#[path = "support/packages.rs"]
mod packages;

use mapc_codegen::Runtime;

#[test]
fn every_file_is_rust() {
    for package in packages::all(&compile::workspace()) {
        for (path, text) in package.files(Runtime::Version("0.1")) {
            if path.ends_with(".rs") {
                syn::parse_file(&text).unwrap_or_else(|error| panic!("{} {path}: {error}\n{text}", package.name));
            }
        }
    }
}

#[test]
fn crates_are_whole_and_pass_their_tests() {
    if !compile::is_asked_for() {
        return;
    }
    let runtime = compile::workspace().join("crates/mapc-runtime").canonicalize().expect("the runtime is there");
    let runtime = runtime.to_string_lossy();
    let mut failures = Vec::new();
    let only = std::env::var("ONLY").unwrap_or_default();
    for package in packages::all(&compile::workspace()).iter().filter(|package| package.name.contains(&only)) {
        eprintln!("{}", package.name);
        let folder = std::env::temp_dir().join(format!("mapc-package-{}", package.name));
        let commands: [&[&str]; 2] = [
            &["clippy", "--offline", "--quiet", "--all-targets", "--", "-D", "warnings"],
            &["test", "--offline", "--quiet"],
        ];
        // That the runtime can travel with the crate is seen once; the others share one that is compiled once.
        let is_first = package.name == "lead-to-contact";
        let mut files = package.files(if is_first { Runtime::Included } else { Runtime::Path(&runtime) });
        if is_first {
            files.push(("tests/typed.rs".to_owned(), include_str!("support/typed.rs.txt").to_owned()));
        }
        failures.extend(compile::cargo(&folder, &files, &commands).err());
    }
    assert!(failures.is_empty(), "{failures:#?}");
}
