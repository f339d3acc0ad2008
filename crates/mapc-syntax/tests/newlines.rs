//! Inside parentheses and square brackets newlines are free, comments too: between any two words of every file of the repository.

use std::fs;
use std::path::{Path, PathBuf};

use mapc_diagnostics::FileId;
use mapc_syntax::{format, parse};

fn map_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            map_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "map") {
            found.push(path);
        }
    }
}

/// The tree of a text without its places; panics where there is a mistake.
fn tree(text: &str) -> String {
    let parsed = parse(FileId(0), text);
    assert!(parsed.diagnostics.is_empty(), "{text}\n{:#?}", parsed.diagnostics);
    let written = format!("{:?}", parsed.file);
    let mut parts = written.split("Span { ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |tree, part| tree + part.split_once('}').unwrap().1)
}

/// Where a newline may stand: before each word inside round or square brackets, as offsets. None before a dot, which begins a member in a
/// line of its own, nor in a test, whose JSON has its own rules.
fn free_places(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let (mut open, mut places, mut at): (Vec<u8>, Vec<usize>, usize) = (Vec::new(), Vec::new(), 0);
    let (mut in_test, mut line) = (false, 0);
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b'\n' => {
                at += 1;
                line = at;
                continue;
            }
            b' ' | b'\t' | b'\r' => {
                at += 1;
                continue;
            }
            b'/' if text[at..].starts_with("//") => {
                at += text[at..].find('\n').unwrap_or(text.len() - at);
                continue;
            }
            b'"' | b'`' => at = end_of_text(bytes, at),
            b'r' if text[at..].starts_with("r\"") => at = end_of_text(bytes, at + 1),
            b'(' | b'[' | b'{' => {
                if open.is_empty() {
                    in_test = text[line..].starts_with("test ");
                }
                at += 1;
            }
            // A path is one word, and so is a number with its fraction.
            byte if is_word(byte) => {
                while at < bytes.len() && (is_word(bytes[at]) || bytes[at] == b'`' || is_inner_dot(bytes, at)) {
                    at = if bytes[at] == b'`' { end_of_text(bytes, at) } else { at + 1 };
                }
            }
            _ => {
                at += 1;
                while at < bytes.len() && b"=!<>-.?".contains(&bytes[at]) && b"=!<>-.?".contains(&bytes[at - 1]) {
                    at += 1;
                }
            }
        }
        let word = &text[start..at];
        let before = text[..start].trim_end().as_bytes().last().copied();
        let follows_word = start > 0 && !bytes[start - 1].is_ascii_whitespace();
        // What stands directly behind a name, a type or a value belongs to it.
        let is_postfix = follows_word
            && matches!(bytes[start], b'(' | b'[' | b'?' | b'<')
            && before.is_some_and(|b| is_word(b) || b"`)]>?\"".contains(&b));
        // A sign, a dollar and an `@` stand directly before what they belong to.
        let behind_prefix = matches!(before, Some(b'-' | b'$' | b'@' | b'.')) && follows_word;
        if matches!(open.last(), Some(b'(' | b'['))
            && !in_test
            && !word.starts_with('.')
            && !is_postfix
            && !behind_prefix
        {
            places.push(start);
        }
        match bytes[start] {
            byte @ (b'(' | b'[' | b'{') => open.push(byte),
            b')' | b']' | b'}' => drop(open.pop()),
            _ => {}
        }
    }
    places
}

fn is_inner_dot(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'.'
        && bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'_' || *next == b'`')
}

fn end_of_text(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while bytes[at] != bytes[open] {
        at += if bytes[at] == b'\\' && bytes[open] == b'"' { 2 } else { 1 };
    }
    at + 1
}

#[test]
fn a_newline_or_a_comment_may_stand_between_any_two_words_in_brackets() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    map_files(&root.join("examples"), &mut files);
    map_files(&root.join("tests/suite"), &mut files);
    let mut count = 0;
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let places = free_places(&text);
        for what in ["\n", "\n  // a ( comment [ {\n\n"] {
            let mut broken = String::new();
            let mut from = 0;
            for place in &places {
                broken.push_str(&text[from..*place]);
                broken.push_str(what);
                from = *place;
            }
            broken.push_str(&text[from..]);
            assert_eq!(tree(&text), tree(&broken), "{}", file.display());
            let formatted = format(&broken);
            assert_eq!(tree(&text), tree(&formatted), "{}: formatted", file.display());
            assert_eq!(formatted, format(&formatted), "{}: formatted twice", file.display());
        }
        count += places.len();
    }
    assert!(count > 1_000, "only {count} places");
}

#[test]
fn what_the_reference_promises_holds() {
    let one_line = tree(
        "type T = string(1..200)\nfn f(b: bool, xs: [int]) -> [int] = (if b then (for x in xs where x in [1, 2] => x) else (match b { true => xs, else => [] }))\n",
    );
    let broken = "type T = string(\n1\n..\n200\n)\nfn f(\nb\n:\nbool\n, xs: [\nint\n]\n) -> [int] = (\nif // (\nb\nthen\n(\nfor\nx\nin\nxs\nwhere\nx\nin\n[\n1\n,\n2\n]\n=>\nx\n)\nelse\n(\nmatch\nb\n{ true => xs, else => [] }\n)\n)\n";
    assert_eq!(one_line, tree(broken));
    // JSON has no comments.
    assert!(!parse(FileId(0), "test \"t\" {\n  given s.R { \"a\": [1, // one\n 2] }\n}\n").diagnostics.is_empty());
    // In braces a newline ends an item.
    let lambda = "fn f(xs: [int]) -> [R] = xs.map(x => {\n  a = x\n  b = x\n})\n";
    assert!(parse(FileId(0), lambda).diagnostics.is_empty());
}
