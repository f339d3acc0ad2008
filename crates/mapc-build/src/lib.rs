//! Compiles `.map` packages from a `build.rs`, so that a crate has its mappings as Rust code without a step of its own.
//!
//! ```no_run
//! // build.rs
//! fn main() -> Result<(), mapc_build::Error> {
//!     mapc_build::compile("mappings")
//! }
//! ```
//!
//! The package `lead-to-contact` becomes the module `lead_to_contact`, taken in at the root of the crate:
//!
//! ```text
//! include!(concat!(env!("OUT_DIR"), "/lead_to_contact.rs"));
//! ```
//!
//! The crate itself needs `mapc-interp`, `mapc-runtime` with the feature `typed`, `serde` with `derive`, and `serde_json`.

mod module;

use std::path::{Path, PathBuf};
use std::{env, fmt, fs, io};

use mapc::generated::Runtime;
use mapc::render::{self, Style};
use mapc::{Checked, Project};

/// Why there is no code. Both of its texts are for people; `fn main() -> Result<(), mapc_build::Error>` shows it as it should be.
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What `main` returns is shown by its debug text.
        write!(f, "\n{}", self.0)
    }
}

impl std::error::Error for Error {}

/// Checks the package in a folder, relative to the crate's own, and writes its code into cargo's `OUT_DIR`: one file, called as
/// the package, with `_` for `-`. Tells cargo which files it depends on.
///
/// # Errors
/// All that `mapc check` would say, and files that cannot be read or written.
pub fn compile(package: impl AsRef<Path>) -> Result<(), Error> {
    let package = package.as_ref();
    let out = env::var_os("OUT_DIR").map(PathBuf::from);
    let out = out.ok_or_else(|| Error("`OUT_DIR` is not set: this is to be called from a build script".to_owned()))?;
    println!("cargo::rerun-if-changed={}", package.join(mapc::manifest::MANIFEST).display());
    let project = Project::load(package).map_err(|error| shown(&error.diagnostics, &error.sources))?;
    watch(&project);
    let checked = project.check();
    if !checked.is_usable() {
        return Err(shown(&checked.diagnostics, &checked.sources));
    }
    for diagnostic in &checked.diagnostics {
        println!("cargo::warning={}: {}", checked.sources.place(diagnostic.span()), diagnostic.message);
    }
    write(&checked, &out)
}

fn write(checked: &Checked, out: &Path) -> Result<(), Error> {
    // The runtime is a dependency of the crate that takes the code in.
    let name = checked.manifest.name.replace('-', "_");
    let files = checked
        .generate_in(&format!("crate::{name}"), Runtime::Version("0.1"))
        .map_err(|errors| Error(errors.iter().map(|error| format!("error: {error}\n")).collect()))?;
    let path = out.join(format!("{name}.rs"));
    let text = module::text(&name, &files);
    let failed = |error: io::Error| Error(format!("cannot write `{}`: {error}", path.display()));
    if fs::read(&path).is_ok_and(|former| former == text.as_bytes()) {
        return Ok(());
    }
    fs::write(&path, text).map_err(failed)
}

/// Tells cargo what the code depends on: all files, and the folder for files to come.
fn watch(project: &Project) {
    for file in &project.files {
        let name = &project.sources.file(*file).name;
        println!("cargo::rerun-if-changed={}", project.folder.join(name).display());
    }
    // Where the package is the crate's own folder, cargo's output lies in it and would change it with every build.
    if !project.folder.join("Cargo.toml").exists() {
        println!("cargo::rerun-if-changed={}", project.folder.display());
    }
}

fn shown(diagnostics: &[mapc::Diagnostic], sources: &mapc::SourceMap) -> Error {
    Error(render::human(diagnostics, sources, Style::PLAIN))
}
