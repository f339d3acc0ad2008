//! What is wrong with the files of a package as such. What has no text to point into has no place.

use std::io;
use std::path::Path;

use mapc_diagnostics::{Code, Diagnostic, FileId, Span, codes};

use crate::manifest::name_of;

/// A finding without a place in any text.
fn without_place(code: Code, message: String) -> Diagnostic {
    Diagnostic { labels: Vec::new(), ..Diagnostic::new(code, message, Span::default(), "") }
}

/// A path that is no package.
pub(crate) fn not_a_package(folder: &Path) -> Diagnostic {
    let shown = folder.display();
    let (message, help) = if !folder.exists() {
        (format!("there is no folder `{shown}`"), "check the path; `mapc init DIR` makes a new package".to_owned())
    } else if !folder.is_dir() {
        (format!("`{shown}` is not a folder"), "name the folder that holds `mapc.toml`".to_owned())
    } else {
        let help = format!(
            "name the folder that holds `mapc.toml`, run `mapc init {shown}` for a new package, or write the file:\n\
             [package]\nname = \"{}\"\nversion = \"0.1.0\"",
            name_of(folder)
        );
        (format!("`{shown}` is not a package: it has no `mapc.toml`"), help)
    };
    without_place(codes::NOT_A_PACKAGE, message).help(help)
}

/// A package without `.map` files.
pub(crate) fn empty_package(folder: &Path) -> Diagnostic {
    without_place(codes::EMPTY_PACKAGE, format!("the package in `{}` has no `.map` files", folder.display()))
        .help("write one, or copy one from `mapc init` in an empty folder")
}

/// A folder that cannot be read.
pub(crate) fn unreadable_folder(folder: &Path, error: &io::Error) -> Diagnostic {
    without_place(codes::UNREADABLE_FILE, format!("the folder `{}` cannot be read: {error}", folder.display()))
}

/// A file or folder that is left out.
pub(crate) fn left_out(name: &str, why: &str) -> Diagnostic {
    without_place(codes::FILE_LEFT_OUT, format!("`{name}` is left out: {why}"))
        .help("give it another name, or put the files themselves where they belong")
}

/// A file that declares nothing.
pub(crate) fn empty_file(name: &str, file: FileId) -> Diagnostic {
    let label = "the file is empty, or all comments";
    Diagnostic::new(codes::EMPTY_FILE, format!("`{name}` declares nothing"), Span::new(file, 0, 0), label)
        .help("delete the file, or write what it was made for")
}

/// A file that is longer than files may be.
pub(crate) fn too_long(name: &str, file: FileId) -> Diagnostic {
    let message = format!("`{name}` is longer than 4 MiB");
    Diagnostic::new(codes::FILE_TOO_LONG, message, Span::new(file, 0, 0), "not read any further")
        .help("split it: all `.map` files of a package see each other")
}

/// A file that cannot be read.
pub(crate) fn unreadable(name: &str, file: FileId, error: &io::Error) -> Diagnostic {
    let message = format!("`{name}` cannot be read: {error}");
    Diagnostic::new(codes::UNREADABLE_FILE, message, Span::new(file, 0, 0), "")
        .help("check that the file is there and may be read")
}

/// A file that is not UTF-8, with the first byte that does not belong there; the text shows U+FFFD in its place.
pub(crate) fn not_utf8(name: &str, file: FileId, byte: u8, at: usize) -> Diagnostic {
    let span = Span::new(file, at, at + '\u{FFFD}'.len_utf8());
    let label = format!("the byte 0x{byte:02X} does not belong here");
    Diagnostic::new(codes::FILE_NOT_UTF8, format!("`{name}` is not UTF-8 text"), span, label)
        .help("save the file as UTF-8")
}
