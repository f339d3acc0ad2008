//! `mapc dump`.

use std::path::Path;
use std::process::ExitCode;

use mapc::dump::{Dumped, Part, Stage};
use mapc::manifest::MANIFEST;
use mapc::project::{folder_of, read_map};
use mapc::{Manifest, Project};
use mapc_diagnostics::{FileId, Severity};

use super::args::Dump;
use super::failure::{Failure, print, say};
use super::{Ending, from_here, project, project_as_it_is, terminal};

pub(super) fn run(options: &Dump) -> Ending {
    let stage = options.stage.0;
    let (project, part) = if stage.makes_routes() { routes(options)? } else { files(options)? };
    let Dumped { text, diagnostics, refused, mut sources } = project.dump(stage, &part);
    print(&text)?;
    if !diagnostics.is_empty() {
        if stage.makes_routes() {
            from_here(&options.path, &mut sources);
        }
        terminal::diagnostics(&diagnostics, &sources);
    }
    if !refused.is_empty() {
        let lines: Vec<String> = refused.iter().map(ToString::to_string).collect();
        return Err(Failure::Error(lines.join("\nerror: ")));
    }
    if diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Ok(ExitCode::from(1));
    }
    if text.is_empty() && stage.makes_routes() {
        say("the package has no routes, for it declares no map");
    }
    Ok(ExitCode::SUCCESS)
}

/// The package, and the file of it that is meant. A file that belongs to no package, or needs none, is one of its own.
fn files(options: &Dump) -> Result<(Project, Part), Failure> {
    let (path, stage) = (&options.path, options.stage.0);
    if options.from.is_some() {
        let name = flag(stage);
        return Err(Failure::Usage(format!(
            "`--from` and `--to` name a route, and `{name}` shows files; use them with `--plan` or `--rust`"
        )));
    }
    if !is_map_file(path) {
        return Ok((project(path)?, Part::Whole));
    }
    if stage.sees_the_package() && folder_of(path).join(MANIFEST).exists() {
        let package = project(path)?;
        let whole = path.canonicalize().ok();
        let is_it = |file: &FileId| Path::new(&package.sources.file(*file).name).canonicalize().ok() == whole;
        if let Some(file) = package.files.iter().copied().find(is_it) {
            return Ok((package, Part::File(file)));
        }
    }
    let text = read_map(path).map_err(Failure::Error)?;
    let name = path.display().to_string();
    Ok((Project::in_memory(Manifest::new("file", "0.1.0"), [(name.as_str(), text.as_str())]), Part::Whole))
}

/// The package, with places as a built crate has them, and the route of it that is meant.
fn routes(options: &Dump) -> Result<(Project, Part), Failure> {
    let path = &options.path;
    if is_map_file(path) {
        return Err(Failure::Usage(format!(
            "`{}` shows routes, which belong to a package and not to a file such as `{}`; name the folder with `{MANIFEST}`, and \
             `--from RECORD --to RECORD` for one route",
            flag(options.stage.0),
            path.display()
        )));
    }
    let part = match (&options.from, &options.to) {
        (Some(from), Some(to)) => Part::Route { from: from.clone(), to: to.clone(), via: options.route.clone() },
        _ => Part::Whole,
    };
    Ok((project_as_it_is(path)?, part))
}

fn is_map_file(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|extension| extension == "map")
}

/// A stage as it is asked for.
fn flag(stage: Stage) -> String {
    let names = Stage::ALL.into_iter().filter(|(other, ..)| *other == stage);
    names.map(|(_, name, _)| format!("--{name}")).collect()
}
