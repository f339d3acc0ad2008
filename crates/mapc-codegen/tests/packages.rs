//! The crates of all packages of the project: Rust in any case, and, with `RUN_SLOW_TESTS=1`, crates whose tests pass.

#[path = "awkward/tests.rs"]
mod awkward;
#[path = "support/compile.rs"]
mod compile;
#[path = "support/packages.rs"]
mod packages;

use std::path::Path;

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

/// A package of so many small maps.
fn of_maps(count: usize) -> packages::Built {
    let map = |n| {
        format!(
            "entity E{n} {{ key id: string }}\nsystem s{n} {{ record In {{ id: string }} }}\nmap s{n}.In -> E{n} {{ id = id }}\n"
        )
    };
    packages::of_texts("many", [("many.map".to_owned(), (0..count).map(map).collect())])
}

#[test]
fn the_time_to_generate_grows_as_the_package() {
    let time = |count: usize| {
        let package = of_maps(count);
        let once = || {
            let begun = std::time::Instant::now();
            package.files(Runtime::Version("0.1"));
            begun.elapsed().as_secs_f64()
        };
        (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
    };
    let (small, large) = (time(100), time(600));
    // Six times as much; what is quadratic would take thirty-six times as long.
    assert!(large < small * 15.0, "{small} s for 100 maps, {large} s for 600");
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

/// The version that a lock file has of a package.
fn locked<'l>(lock: &'l str, name: &str) -> Option<&'l str> {
    let (_, behind) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
    behind.split('"').next()
}

/// What decides meaning is of one version in a crate that resolves its dependencies afresh, without a lock file of ours.
#[test]
fn a_fresh_crate_has_the_versions_of_the_runtime() {
    if !compile::is_asked_for() {
        return;
    }
    let packages = packages::all(&compile::workspace());
    let package = packages.iter().find(|package| package.name == "lead-to-contact").expect("the example is there");
    let folder = std::env::temp_dir().join("mapc-package-fresh");
    let fresh: &[&[&str]] = &[&["metadata", "--offline", "--quiet", "--no-deps", "--format-version=1"]];
    compile::cargo(&folder, &package.files(Runtime::Included), fresh).expect("the crate is one");
    std::fs::remove_file(folder.join("Cargo.lock")).expect("the lock file was copied");
    let mut cargo = std::process::Command::new(env!("CARGO"));
    cargo.args(["generate-lockfile", "--offline", "--quiet"]).current_dir(&folder).env_remove("CARGO_MANIFEST_DIR");
    assert!(cargo.status().expect("cargo can be run").success(), "no versions fit");
    let read = |path: &Path| std::fs::read_to_string(path).expect("the file can be read");
    let (fresh, ours) = (read(&folder.join("Cargo.lock")), read(&compile::workspace().join("Cargo.lock")));
    let manifest = read(&folder.join("runtime/mapc-runtime/Cargo.toml"));
    let manifest: toml::Table = manifest.parse().expect("the manifest is TOML");
    let mut pinned = 0;
    for (name, entry) in manifest["dependencies"].as_table().expect("it has dependencies") {
        let version = entry.as_str().or_else(|| entry.get("version")?.as_str()).unwrap_or_default();
        if let Some(exact) = version.strip_prefix('=') {
            assert_eq!((locked(&fresh, name), locked(&ours, name)), (Some(exact), Some(exact)), "{name}");
            pinned += 1;
        }
    }
    assert!(pinned >= 10, "only {pinned} are pinned");
}
