//! The one layout: the cases of `tests/fmt`, and what holds for every file of the repository.

use std::fs;
use std::path::{Path, PathBuf};

use mapc_diagnostics::FileId;
use mapc_syntax::{format, parse};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All `.map` files below a folder.
fn map_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            map_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "map") {
            found.push(path);
        }
    }
}

/// The tree of a text without its places, and without the blanks of JSON.
fn tree(text: &str) -> String {
    let written = format!("{:?}", parse(FileId(0), text).file);
    let mut bare = String::new();
    let mut rest = written.as_str();
    while let Some(at) = rest.find("Span { ") {
        bare.push_str(&rest[..at]);
        rest = &rest[at..][rest[at..].find('}').expect("a span has an end") + 1..];
    }
    bare.push_str(rest);
    without_blanks(&bare.replace("\\n", "").replace("\\r", ""))
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|character| *character != ' ').collect()
}

/// The text without blanks and newlines: what formatting must keep, comments and all.
fn ink(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '\u{feff}').collect()
}

fn holds(name: &str, text: &str) {
    let once = format(text);
    assert_eq!(ink(text), ink(&once), "{name}: something was lost or added");
    assert_eq!(once, format(&once), "{name}: formatting twice gives something else");
    assert_eq!(tree(text), tree(&once), "{name}: formatting changes the meaning of\n{text}\nwhich becomes\n{once}");
}

#[test]
fn cases_have_their_layout() {
    let mut cases = Vec::new();
    map_files(&root().join("tests/fmt"), &mut cases);
    assert!(cases.len() >= 4, "the cases are there");
    for case in cases {
        let expected = read(&case.with_extension("expected"));
        assert_eq!(format(&read(&case)), expected, "{}", case.display());
        assert_eq!(format(&expected), expected, "{}: the expected text is not stable", case.display());
    }
}

#[test]
fn formatting_keeps_the_meaning_of_every_file() {
    let mut files = Vec::new();
    map_files(&root().join("examples"), &mut files);
    map_files(&root().join("tests"), &mut files);
    assert!(files.len() > 10, "the files are there");
    for file in files {
        holds(&file.display().to_string(), &read(&file));
    }
}

#[test]
fn examples_parse() {
    let mut files = Vec::new();
    map_files(&root().join("examples"), &mut files);
    for file in files {
        let diagnostics = parse(FileId(0), &read(&file)).diagnostics;
        assert!(diagnostics.is_empty(), "{}: {diagnostics:#?}", file.display());
    }
}

#[test]
fn formatting_keeps_the_meaning_of_files_squeezed_and_stretched() {
    let mut files = Vec::new();
    map_files(&root().join("examples"), &mut files);
    map_files(&root().join("tests/suite"), &mut files);
    for file in files {
        let text = read(&file);
        // Blanks doubled, indentation gone, lines with carriage returns: the same tree all the while.
        let stretched = text.replace(": ", ":   ").replace(" = ", "  =\t ").replace('\n', "\r\n");
        let flat: String = text.lines().map(|line| format!("{}\n", line.trim())).collect();
        for variant in [stretched, flat] {
            holds(&file.display().to_string(), &variant);
        }
    }
}

#[test]
fn broken_files_keep_every_character() {
    let mut files = Vec::new();
    map_files(&root().join("examples"), &mut files);
    for file in files {
        let text = read(&file);
        // Each bracket and each quote taken away once.
        for (at, sign) in text.char_indices().filter(|(_, sign)| matches!(sign, '{' | '}' | '(' | ')' | '"')).step_by(7)
        {
            let broken = format!("{}{}", &text[..at], &text[at + sign.len_utf8()..]);
            let once = format(&broken);
            assert_eq!(ink(&broken), ink(&once), "{}: without the {sign} at {at}", file.display());
            assert_eq!(once, format(&once), "{}: without the {sign} at {at}", file.display());
        }
    }
}

#[test]
fn what_is_no_text_stays_as_it_is() {
    assert_eq!(format(""), "");
    assert_eq!(format("\n\n"), "");
    assert_eq!(format("a\u{0}b"), "a\u{0}b");
    assert_eq!(format("\u{feff}entity E{key a:int}"), "entity E { key a: int }\n");
}
