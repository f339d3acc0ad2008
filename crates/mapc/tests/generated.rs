//! What `mapc build` writes of each example is a crate that stands by itself: outside the workspace its tests pass and its
//! documentation is whole, without a warning.
//! Slow: runs with `RUN_SLOW_TESTS=1`.

mod support;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::Folder;
use support::examples::{examples, packages};

#[test]
fn crates_of_the_examples_pass_their_tests() {
    if !std::env::var("RUN_SLOW_TESTS").is_ok_and(|value| value != "0") {
        // Written past the test harness, which shows nothing that a passing test prints.
        writeln!(std::io::stdout(), "\nSKIPPED: RUN_SLOW_TESTS=1 is needed to compile what mapc builds").unwrap();
        return;
    }
    let folder = Folder::new();
    for package in packages() {
        let out = folder.path().join(package.replace('/', "-"));
        let from = examples().join(&package);
        folder.mapc(&["build", from.to_str().unwrap(), "--out", out.to_str().unwrap()]).ends(0);
        let tests = blocks(&from);
        assert!(tests > 0, "{package} has no test block");
        // The versions that the workspace was tested with, whatever was published since.
        fs::copy(examples().join("../Cargo.lock"), out.join("Cargo.lock")).unwrap();
        let target = folder.path().join("target");
        let said = cargo(&["test", "--offline"], &out, &target);
        let passed = format!("test result: ok. {tests} passed; 0 failed; 0 ignored");
        assert!(said.contains(&passed), "{package}: not {passed:?}\n{said}");
        cargo(&["doc", "--offline", "--no-deps"], &out, &target);
    }
}

/// How many test blocks a package has.
fn blocks(package: &Path) -> usize {
    let files = fs::read_dir(package).unwrap().map(|entry| entry.unwrap().path());
    let maps: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|extension| extension == "map")).collect();
    let blocks =
        |path: &PathBuf| fs::read_to_string(path).unwrap().lines().filter(|line| line.starts_with("test \"")).count();
    maps.iter().map(blocks).sum()
}

/// Runs cargo on a crate, where every warning is an error; what it said.
fn cargo(arguments: &[&str], folder: &Path, target: &Path) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--target-dir")
        .arg(target)
        .current_dir(folder)
        .env("RUSTFLAGS", "-D warnings")
        .env("RUSTDOCFLAGS", "-D warnings")
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}:\n{said}", folder.display());
    assert!(!said.contains("warning"), "{}:\n{said}", folder.display());
    said
}
