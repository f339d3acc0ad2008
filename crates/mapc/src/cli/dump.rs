//! `mapc dump`.

use std::path::Path;
use std::process::ExitCode;

use mapc::dump::{Dumped, Stage};
use mapc::manifest::MANIFEST;
use mapc::project::{folder_of, read_map};
use mapc::{Manifest, Project};
use mapc_diagnostics::{FileId, Severity};

use super::args::Dump;
use super::failure::{Failure, print};
use super::{Ending, project, terminal};

pub(super) fn run(options: &Dump) -> Ending {
    let (project, only) = read(&options.path, options.stage.0)?;
    let Dumped { text, diagnostics, sources } = project.dump(options.stage.0, only);
    print(&text)?;
    if !diagnostics.is_empty() {
        terminal::diagnostics(&diagnostics, &sources);
    }
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The package, and the file of it that is meant. A file that belongs to no package, or needs none, is one of its own.
fn read(path: &Path, stage: Stage) -> Result<(Project, Option<FileId>), Failure> {
    if !path.is_file() || path.extension().is_none_or(|extension| extension != "map") {
        return Ok((project(path)?, None));
    }
    if stage.sees_the_package() && folder_of(path).join(MANIFEST).exists() {
        let package = project(path)?;
        let whole = path.canonicalize().ok();
        let is_it = |file: &FileId| Path::new(&package.sources.file(*file).name).canonicalize().ok() == whole;
        if let Some(file) = package.files.iter().copied().find(is_it) {
            return Ok((package, Some(file)));
        }
    }
    let text = read_map(path).map_err(Failure::Error)?;
    let name = path.display().to_string();
    Ok((Project::in_memory(Manifest::new("file", "0.1.0"), [(name.as_str(), text.as_str())]), None))
}
