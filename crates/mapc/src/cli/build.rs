//! `mapc build`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use mapc::generated::Runtime;
use mapc::project::folder_of;
use mapc::render::count;

use super::Ending;
use super::args::{Build, RuntimeSource};
use super::failure::{Failure, say};
use super::load_as_it_is;

/// The list of what was written, so that the next build can tell its own files from others.
const LIST: &str = ".mapc-files";

pub(super) fn run(options: &Build) -> Ending {
    let checked = load_as_it_is(&options.dir)?;
    let path = match &options.runtime {
        RuntimeSource::Path(path) => absolute(path)?,
        RuntimeSource::Embedded | RuntimeSource::Version(_) => String::new(),
    };
    let runtime = match &options.runtime {
        RuntimeSource::Embedded => Runtime::Included,
        RuntimeSource::Version(version) => Runtime::Version(version),
        RuntimeSource::Path(_) => Runtime::Path(&path),
    };
    let files = checked.generate(runtime).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        Failure::Error(lines.join("\nerror: "))
    })?;
    let out = match &options.out {
        Some(out) => out.clone(),
        None => folder_of(&options.dir).join("target").join("mapc").join(&checked.manifest.name),
    };
    let former = former_files(&out)?;
    let names = || files.iter().map(|(name, _)| name);
    let written: BTreeSet<&String> = names().collect();
    let stale: Vec<&String> = former.iter().filter(|name| !written.contains(name)).collect();
    // Before anything is changed.
    for name in names().chain(stale.iter().copied()) {
        refuse_links(&out, name)?;
    }
    // What is written is listed first, so that a build that ends half way can be begun again.
    list(&out, names().chain(stale.iter().copied()))?;
    let mut changed = 0;
    for (name, text) in &files {
        changed += usize::from(write(&out.join(name), text)?);
    }
    for name in &stale {
        remove(&out.join(name))?;
    }
    list(&out, names())?;
    say(format_args!(
        "{} in `{}`, {changed} changed, {} removed",
        count(files.len(), "file"),
        out.display(),
        stale.len()
    ));
    let (built, all) = (checked.built_routes().len(), mapc_lower::routes(&checked.model).len());
    if built < all {
        say(format_args!("{}; `[build] routes` in `mapc.toml` can name {} more", count(built, "route"), all - built));
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the list of files that are mapc's.
fn list<'n>(out: &Path, names: impl Iterator<Item = &'n String>) -> Result<(), Failure> {
    let list: String = names.map(|name| format!("{name}\n")).collect();
    write(&out.join(LIST), &list).map(drop)
}

/// What the last build wrote here.
fn former_files(out: &Path) -> Result<Vec<String>, Failure> {
    let list = out.join(LIST);
    refuse_links(out, LIST)?;
    if list.is_file() {
        let text = fs::read_to_string(&list).map_err(|error| Failure::file("read", &list, &error))?;
        if let Some(foreign) = text.lines().find(|name| !stays_inside(name)) {
            return Err(Failure::Error(format!(
                "`{}` lists `{foreign}`, which is no file of that folder and not from mapc; name an empty folder with `--out`",
                list.display()
            )));
        }
        return Ok(text.lines().map(str::to_owned).collect());
    }
    let is_empty = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(Failure::file("write into", out, &error)),
    };
    if is_empty {
        return Ok(Vec::new());
    }
    Err(Failure::Error(format!(
        "`{}` holds files that mapc did not write; name an empty folder with `--out`",
        out.display()
    )))
}

/// Whether a name leads to a file below the folder, as far as the name says.
fn stays_inside(name: &str) -> bool {
    !name.is_empty() && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Refuses a name below the folder that leads through a link, or is one: what is written or removed there would be elsewhere. The
/// folder itself may be a link, for the user named it.
fn refuse_links(out: &Path, name: &str) -> Result<(), Failure> {
    let mut path = out.to_path_buf();
    for part in Path::new(name) {
        path.push(part);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_symlink() => {
                return Err(Failure::Error(format!(
                    "`{}` is a link, through which nothing is written or removed; remove it, or name an empty folder with `--out`",
                    path.display()
                )));
            }
            Ok(_) => {}
            // What lies below something that is not there is not there either; other errors come back where the file is used.
            Err(_) => break,
        }
    }
    Ok(())
}

/// Writes a file where it is not the same already; tells whether it was written.
fn write(path: &Path, text: &str) -> Result<bool, Failure> {
    if fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|error| Failure::file("make the folder", folder, &error))?;
    fs::write(path, text).map_err(|error| Failure::file("write", path, &error))?;
    Ok(true)
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure::file("remove", path, &error)),
        _ => Ok(()),
    }
}

/// The path of a runtime as the crate's manifest needs it, wherever the crate lies.
fn absolute(path: &PathBuf) -> Result<String, Failure> {
    let full = path.canonicalize().map_err(|error| Failure::file("find the runtime in", path, &error))?;
    if !full.join("Cargo.toml").is_file() {
        return Err(Failure::Error(format!("`{}` is no crate: it has no `Cargo.toml`", path.display())));
    }
    let beside = full.with_file_name("mapc-interp");
    if !beside.join("Cargo.toml").is_file() {
        return Err(Failure::Error(format!(
            "`{}` is not there: the crates `mapc-interp` and `mapc-plan` have to stand beside `{}`",
            beside.display(),
            path.display()
        )));
    }
    Ok(full.display().to_string())
}
