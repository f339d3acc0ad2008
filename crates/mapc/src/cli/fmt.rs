//! `mapc fmt`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use mapc::project::{file_names, read_map};
use mapc::render::count;
use mapc_diagnostics::{Severity, SourceMap};

use super::Ending;
use super::args::Fmt;
use super::failure::{Failure, print, say};
use super::terminal;

pub(super) fn run(options: &Fmt) -> Ending {
    let mut files = Vec::new();
    for path in &options.paths {
        collect(path, &mut files)?;
    }
    let mut changed = Vec::new();
    let mut broken = false;
    for path in &files {
        let text = read_map(path).map_err(Failure::Error)?;
        broken |= !is_readable(path, &text);
        let formatted = mapc_syntax::format(&text);
        if formatted == text {
            continue;
        }
        if !options.check {
            replace(path, &formatted)?;
        }
        changed.push(path);
    }
    if !options.check {
        say(format_args!("{}, {} changed", count(files.len(), "file"), changed.len()));
        return Ok(if broken { ExitCode::from(1) } else { ExitCode::SUCCESS });
    }
    let names: String = changed.iter().map(|path| format!("{}\n", path.display())).collect();
    print(&names)?;
    if changed.is_empty() {
        return Ok(if broken { ExitCode::from(1) } else { ExitCode::SUCCESS });
    }
    say(format_args!("{} not formatted; `mapc fmt` does it", count(changed.len(), "file")));
    Ok(ExitCode::from(1))
}

/// Tells what cannot be read in a file; such parts are left as they are.
fn is_readable(path: &Path, text: &str) -> bool {
    let mut sources = SourceMap::default();
    let file = sources.add(path.display().to_string(), text);
    let found = mapc_syntax::parse(file, text).diagnostics;
    if found.iter().all(|diagnostic| diagnostic.severity != Severity::Error) {
        return true;
    }
    terminal::diagnostics(&found, &sources);
    false
}

/// A file, or the files of a folder in their order.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    if !path.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    let names = file_names(path).map_err(|(path, error)| Failure::file("read", path, &error))?;
    files.extend(names.files.into_iter().map(|name| path.join(name)));
    Ok(())
}

/// Writes beside the file and moves, so that no failure leaves half a file.
fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::file("write", path, &error);
    // A link is followed, so that it stays one.
    let path = path.canonicalize().map_err(failed)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = fs::write(&beside, text)
        .and_then(|()| fs::set_permissions(&beside, fs::metadata(&path)?.permissions()))
        .and_then(|()| fs::rename(&beside, &path));
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        failed(error)
    })
}
