//! A package on disk: its manifest and its `.map` files.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use mapc_diagnostics::{Code, Diagnostic, FileId, Severity, SourceMap, Span, codes};

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
            diagnostics.push(bare(
                codes::UNREADABLE_FILE,
                format!("the folder `{}` cannot be read: {error}", folder.display()),
            ));
            Found::default()
        });
        diagnostics.extend(found.left_out.iter().map(|(name, why)| left_out(name, why)));
        let names = found.files;
        let mut files = Vec::new();
        for name in names {
            let (text, problem) = read_text(&folder.join(&name), &name);
            let file = sources.add(name, text);
            match problem {
                Some(problem) => diagnostics.push(problem.diagnostic(file)),
                None => files.push(file),
            }
        }
        if files.is_empty() && diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error) {
            diagnostics.push(no_files(folder));
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

fn left_out(name: &str, why: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::FILE_LEFT_OUT, format!("`{name}` is left out: {why}"), Span::default(), "");
    let help = "give it another name, or put the files themselves where they belong";
    Diagnostic { labels: Vec::new(), ..diagnostic }.help(help)
}

/// The text of one `.map` file.
///
/// # Errors
/// In words, where it cannot be read, is too long or is not UTF-8.
pub fn read_map(path: &Path) -> Result<String, String> {
    let (text, problem) = read_text(path, &path.display().to_string());
    problem.map_or(Ok(text), |problem| Err(problem.message))
}

fn read_manifest(folder: &Path, sources: &mut SourceMap) -> Result<Manifest, Vec<Diagnostic>> {
    let path = folder.join(MANIFEST);
    if !path.is_file() {
        return Err(vec![no_manifest(folder)]);
    }
    let (text, problem) = read_text(&path, MANIFEST);
    let file = sources.add(MANIFEST, text);
    match problem {
        Some(problem) => Err(vec![problem.diagnostic(file)]),
        None => manifest::parse(sources, file, folder),
    }
}

fn no_manifest(folder: &Path) -> Diagnostic {
    let shown = folder.display();
    let (message, help) = if !folder.exists() {
        (format!("there is no folder `{shown}`"), "check the path; `mapc init DIR` makes a new package".to_owned())
    } else if !folder.is_dir() {
        (format!("`{shown}` is not a folder"), "name the folder that holds `mapc.toml`".to_owned())
    } else {
        let help = format!(
            "name the folder that holds `mapc.toml`, run `mapc init {shown}` for a new package, or write the file:\n\
             [package]\nname = \"{}\"\nversion = \"0.1.0\"",
            manifest::name_of(folder)
        );
        (format!("`{shown}` is not a package: it has no `mapc.toml`"), help)
    };
    bare(codes::NOT_A_PACKAGE, message).help(help)
}

fn no_files(folder: &Path) -> Diagnostic {
    bare(codes::EMPTY_PACKAGE, format!("the package in `{}` has no `.map` files", folder.display()))
        .help("write one, or copy one from `mapc init` in an empty folder")
}

/// An error without a place in any text.
fn bare(code: Code, message: impl Into<String>) -> Diagnostic {
    Diagnostic { labels: Vec::new(), ..Diagnostic::new(code, message, Span::default(), "") }
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
struct FileProblem {
    code: Code,
    message: String,
    label: String,
    at: std::ops::Range<usize>,
    help: &'static str,
}

impl FileProblem {
    fn diagnostic(self, file: FileId) -> Diagnostic {
        let span = Span::new(file, self.at.start, self.at.end);
        Diagnostic::new(self.code, self.message, span, self.label).help(self.help)
    }
}

/// The text of a file, or what can be shown of it beside what is wrong with it.
fn read_text(path: &Path, name: &str) -> (String, Option<FileProblem>) {
    let bytes = match read_bounded(path) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return (String::new(), Some(too_long(name))),
        Err(error) => return (String::new(), Some(unreadable(name, &error))),
    };
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let byte = bytes.get(at).copied().unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            (text, Some(not_utf8(name, byte, at)))
        }
    }
}

/// The whole file, or `None` where it is too long.
fn read_bounded(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LONGEST_FILE + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LONGEST_FILE).then_some(bytes))
}

fn too_long(name: &str) -> FileProblem {
    FileProblem {
        code: codes::FILE_TOO_LONG,
        message: format!("`{name}` is longer than 4 MiB"),
        label: "not read any further".to_owned(),
        at: 0..0,
        help: "split it: all `.map` files of a package see each other",
    }
}

fn unreadable(name: &str, error: &io::Error) -> FileProblem {
    FileProblem {
        code: codes::UNREADABLE_FILE,
        message: format!("`{name}` cannot be read: {error}"),
        label: String::new(),
        at: 0..0,
        help: "check that the file is there and may be read",
    }
}

fn not_utf8(name: &str, byte: u8, at: usize) -> FileProblem {
    FileProblem {
        code: codes::FILE_NOT_UTF8,
        message: format!("`{name}` is not UTF-8 text"),
        label: format!("the byte 0x{byte:02X} does not belong here"),
        at: at..at + '\u{FFFD}'.len_utf8(),
        help: "save the file as UTF-8",
    }
}
