//! Compiles what was emitted, in a crate of its own outside the workspace.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether the tests that take minutes were asked for.
pub fn is_asked_for() -> bool {
    let asked = std::env::var_os("RUN_SLOW_TESTS").is_some_and(|value| value != "0");
    if !asked {
        // Past the test harness, which shows nothing that a passing test prints.
        let _ = writeln!(std::io::stdout(), "\nSKIPPED: RUN_SLOW_TESTS=1 is needed to compile what is emitted");
    }
    asked
}

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Writes files into a fresh folder and runs cargo there, with the workspace's versions of all crates; the first command that
/// fails is told.
pub fn cargo(folder: &Path, files: &[(String, String)], commands: &[&[&str]]) -> Result<(), String> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).expect("the folder can be emptied");
    }
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(path, text).expect("the file can be written");
    }
    std::fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the workspace has a lock file");
    // All share one target folder, so that what they depend on is compiled once.
    let target = std::env::temp_dir().join("mapc-packages-target");
    for command in commands {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(*command).current_dir(folder).env("CARGO_TARGET_DIR", &target);
        let cargo = cargo.env_remove("CARGO_MANIFEST_DIR").status();
        if !cargo.expect("cargo can be run").success() {
            return Err(format!("cargo {} fails in {}", command.join(" "), folder.display()));
        }
    }
    Ok(())
}
