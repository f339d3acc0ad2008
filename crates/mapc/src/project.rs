//! A package on disk: its manifest and its `.map` files.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use mapc_diagnostics::{Diagnostic, FileId, Severity, SourceMap};

use crate::errors::files as errors;
use crate::manifest::{self, MANIFEST, Manifest};

/// The longest `.map` file that is read, in bytes.
pub const LONGEST_FILE: u64 = 4 * 1024 * 1024;

/// A package as it was read, before it is checked.
#[derive(Clone, Debug)]
pub struct Project {
    /// The folder.
    pub folder: PathBuf,
    /// What `mapc.toml` says.
    pub manifest: Manifest,
    /// `mapc.toml` and all `.map` files.
    pub sources: SourceMap,
    /// The `.map` files, sorted by name.
    pub files: Vec<FileId>,
    /// What is wrong with files as such: not UTF-8, too long, not readable.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why a folder is no package.
#[derive(Clone, Debug)]
pub struct LoadError {
    /// What the labels of the diagnostics point into.
    pub sources: SourceMap,
    /// What is wrong; never empty.
    pub diagnostics: Vec<Diagnostic>,
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let messages: Vec<&str> = self.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
        f.write_str(&messages.join("; "))
    }
}

impl std::error::Error for LoadError {}

/// The folder of the package that a path belongs to: the path itself, or the nearest folder above it, or above the file that it is, with
/// a `mapc.toml`. Where there is none, the path as it is.
pub fn folder_of(path: &Path) -> PathBuf {
    if path.join(MANIFEST).exists() || !path.exists() {
        return path.to_path_buf();
    }
    let start = if path.is_dir() { path.to_path_buf() } else { path.parent().unwrap_or(path).to_path_buf() };
    let start = if start.as_os_str().is_empty() { PathBuf::from(".") } else { start };
    let Ok(absolute) = start.canonicalize() else { return path.to_path_buf() };
    let above = absolute.ancestors().position(|folder| folder.join(MANIFEST).exists());
    match above {
        // By as many steps up as it takes, so that places stay short and relative where the path is.
        Some(0) => start,
        Some(steps) => {
            let named = start.components().filter(|part| matches!(part, std::path::Component::Normal(_))).count();
            if named >= steps && start.components().all(|part| matches!(part, std::path::Component::Normal(_))) {
                let folder = start.ancestors().nth(steps).unwrap_or(&start);
                return if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_path_buf() };
            }
            let up = std::iter::repeat_n("..", steps).collect::<PathBuf>();
            if start == Path::new(".") { up } else { start.join(up) }
        }
        None => path.to_path_buf(),
    }
}

impl Project {
    /// A package that is not on disk, of files with names and texts.
    pub fn in_memory<'f>(manifest: Manifest, files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Project {
        let mut sources = SourceMap::default();
        let files = files.into_iter().map(|(name, text)| sources.add(name, text)).collect();
        Project { folder: PathBuf::new(), manifest, sources, files, diagnostics: Vec::new() }
    }

    /// Reads the package in `folder`: `mapc.toml` and all `.map` files below it, but for those in hidden folders, in folders
    /// named `target`, and in packages of their own further down.
    pub fn load(folder: impl AsRef<Path>) -> Result<Project, LoadError> {
        let folder = folder.as_ref();
        let mut sources = SourceMap::default();
        let manifest = match read_manifest(folder, &mut sources) {
            Ok(manifest) => manifest,
            Err(diagnostics) => return Err(LoadError { sources, diagnostics }),
        };
        let mut diagnostics = Vec::new();
        let found = file_names(folder).unwrap_or_else(|(folder, error)| {
            diagnostics.push(errors::unreadable_folder(&folder, &error));
            Found::default()
        });
        diagnostics.extend(found.left_out.iter().map(|(name, why)| errors::left_out(name, why)));
        let names = found.files;
        let mut files = Vec::new();
        for name in names {
            let (text, problem) = read_text(&folder.join(&name));
            let file = sources.add(&name, text);
            match problem {
                Some(problem) => diagnostics.push(problem.diagnostic(&name, file)),
                None => files.push(file),
            }
        }
        if files.is_empty() && diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error) {
            diagnostics.push(errors::empty_package(folder));
        }
        Ok(Project { folder: folder.to_path_buf(), manifest, sources, files, diagnostics })
    }
}

/// The names of the `.map` files of a folder, sorted, with `/` between folders; the same that [`Project::load`] reads.
///
/// # Errors
/// A folder that cannot be read, with the cause.
pub fn file_names(folder: &Path) -> Result<Found, (PathBuf, io::Error)> {
    let mut found = Found::default();
    list(folder, "", &mut found)?;
    found.files.sort();
    found.left_out.sort();
    Ok(found)
}

/// What was found in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The names of the `.map` files, sorted, with `/` between folders.
    pub files: Vec<String>,
    /// What might be meant to belong to the package and is not read, with the reason.
    pub left_out: Vec<(String, &'static str)>,
}

/// The text of one `.map` file.
///
/// # Errors
/// In words, where it cannot be read, is too long or is not UTF-8.
pub fn read_map(path: &Path) -> Result<String, String> {
    let (text, problem) = read_text(path);
    let name = path.display().to_string();
    problem.map_or(Ok(text), |problem| Err(problem.diagnostic(&name, FileId::default()).message))
}

fn read_manifest(folder: &Path, sources: &mut SourceMap) -> Result<Manifest, Vec<Diagnostic>> {
    let path = folder.join(MANIFEST);
    if !path.is_file() {
        return Err(vec![errors::not_a_package(folder)]);
    }
    let (text, problem) = read_text(&path);
    let file = sources.add(MANIFEST, text);
    match problem {
        Some(problem) => Err(vec![problem.diagnostic(MANIFEST, file)]),
        None => manifest::parse(sources, file, folder),
    }
}

/// Collects the names of `.map` files.
fn list(folder: &Path, prefix: &str, found: &mut Found) -> Result<(), (PathBuf, io::Error)> {
    let failed = |error| (folder.to_path_buf(), error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = match entry.file_name().into_string() {
            Ok(name) => name,
            Err(name) => {
                let shown = format!("{prefix}{}", name.to_string_lossy());
                if shown.ends_with(".map") || entry.path().is_dir() {
                    found.left_out.push((shown, "its name is not UTF-8"));
                }
                continue;
            }
        };
        if name.starts_with('.') {
            continue;
        }
        let path = entry.path();
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if path.is_dir() {
            if name == "target" || path.join(MANIFEST).exists() {
                continue;
            }
            if is_link {
                // It could lead in a circle.
                found.left_out.push((format!("{prefix}{name}"), "links to folders are not followed"));
            } else {
                list(&path, &format!("{prefix}{name}/"), found)?;
            }
        } else if name.ends_with(".map") {
            // What is no file could never end; what cannot be looked at is told when it is read.
            if fs::metadata(&path).is_ok_and(|metadata| !metadata.is_file()) {
                found.left_out.push((format!("{prefix}{name}"), "it is a device or a pipe, not a file"));
            } else {
                found.files.push(format!("{prefix}{name}"));
            }
        }
    }
    Ok(())
}

/// What is wrong with a file as such.
enum FileProblem {
    TooLong,
    Unreadable(io::Error),
    NotUtf8 { byte: u8, at: usize },
}

impl FileProblem {
    fn diagnostic(self, name: &str, file: FileId) -> Diagnostic {
        match self {
            FileProblem::TooLong => errors::too_long(name, file),
            FileProblem::Unreadable(error) => errors::unreadable(name, file, &error),
            FileProblem::NotUtf8 { byte, at } => errors::not_utf8(name, file, byte, at),
        }
    }
}

/// The text of a file, or what can be shown of it beside what is wrong with it.
fn read_text(path: &Path) -> (String, Option<FileProblem>) {
    let bytes = match read_bounded(path) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return (String::new(), Some(FileProblem::TooLong)),
        Err(error) => return (String::new(), Some(FileProblem::Unreadable(error))),
    };
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let byte = bytes.get(at).copied().unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            (text, Some(FileProblem::NotUtf8 { byte, at }))
        }
    }
}

/// The whole file, or `None` where it is too long.
fn read_bounded(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LONGEST_FILE + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LONGEST_FILE).then_some(bytes))
}
