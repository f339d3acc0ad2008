//! Generates the Rust of the programs whose records are fuzzed.

use std::path::PathBuf;
use std::{env, fs};

use mapc_tests::compiled;
use mapc_tests::program::{Program, texts};

/// Nested records in JSON, rows of CSV, and every form that a value has on the wire.
const PROGRAMS: &[&str] = &["lead_to_contact", "shop_orders", "crm_export", "wire_forms", "rows"];

fn main() {
    let root = mapc_tests::root();
    for folder in ["tests/suite", "examples"] {
        println!("cargo::rerun-if-changed={}", root.join(folder).display());
    }
    if let Err(wrong) = write() {
        println!("cargo::error={}", wrong.replace('\n', "; "));
    }
}

fn write() -> Result<(), String> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let texts = texts().into_iter().filter(|(name, _)| PROGRAMS.contains(&name.as_str()));
    let programs: Vec<Program> = texts.map(|(name, texts)| Program::new(&name, texts)).collect::<Result<_, _>>()?;
    for (path, text) in compiled::files(&programs, &out)? {
        let path = out.join(path);
        let written = fs::create_dir_all(path.parent().unwrap_or(&out)).and_then(|()| fs::write(&path, text));
        written.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
