//! The one layout: the cases of `tests/fmt`, and what holds for every file of the repository.

use std::fs;
use std::path::{Path, PathBuf};

use mapc_diagnostics::FileId;
use mapc_syntax::ast::{Decl, Member};
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
    without_blanks(&bare.replace("\\n", "").replace("\\r", "").replace("\\t", ""))
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
    let (before, after) = (tree(text), tree(&once));
    if before != after {
        let at = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count().saturating_sub(200);
        let part = |tree: &str| tree.get(at..).unwrap_or_default().chars().take(400).collect::<String>();
        panic!("{name}: formatting changes the meaning:\n  {}\nbecomes\n  {}\nof\n{text}", part(&before), part(&after));
    }
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

/// What is put into texts: whatever may change what belongs to what.
const PUT_IN: &[&str] = &[
    "\n",
    "\n\n",
    "\n\n\n\n",
    " ",
    "\t ",
    "\r\n",
    ",",
    ", ",
    "// note\n",
    "// note  ",
    "/// of what follows\n",
    "\n/// of what follows\n\n\n",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "\"",
    ".",
    "-",
    "=",
    "->",
    "`",
    "\\",
    " else ",
    " and ",
    "@pii ",
    "\u{feff}",
    "\n  .x(1)",
    "\n  ?? 1",
];

/// Numbers that look random, the same in each run.
struct Numbers(u64);

impl Numbers {
    /// A number below a bound: xorshift64* by Vigna.
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % bound
    }
}

#[test]
fn formatting_is_stable_and_keeps_the_meaning_of_changed_files() {
    let mut files = Vec::new();
    for folder in ["examples", "tests/suite", "tests/fmt"] {
        map_files(&root().join(folder), &mut files);
    }
    let mut numbers = Numbers(0x6D61_7063);
    let (mut sound, mut all) = (0, 0);
    for file in files {
        let text = read(&file);
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        // A long file is looked at in one place at a time, as all are.
        for _ in 0..if text.len() < 8_000 { 40 } else { 4 } {
            let mut changed = text.clone();
            let at = ends[numbers.below(ends.len())];
            match numbers.below(4) {
                // A stretch is taken away, or stands twice.
                kind @ (0 | 1) => {
                    let to = ends[(ends.binary_search(&at).unwrap() + 1 + numbers.below(12)).min(ends.len() - 1)];
                    let with = if kind == 0 { String::new() } else { text[at..to].repeat(2) };
                    changed.replace_range(at..to, &with);
                }
                _ => changed.insert_str(at, PUT_IN[numbers.below(PUT_IN.len())]),
            }
            all += 1;
            let once = format(&changed);
            assert_eq!(once, format(&once), "{}: formatting twice gives something else:\n{changed}", file.display());
            assert_eq!(ink(&changed), ink(&once), "{}: something was lost or added", file.display());
            if parse(FileId(0), &changed).diagnostics.is_empty() {
                sound += 1;
                holds(&file.display().to_string(), &changed);
            }
        }
    }
    assert!(sound > 200 && all - sound > 200, "{sound} of {all} changed files are sound");
}

#[test]
fn documentation_stays_with_what_it_documents() {
    let docs = |text: &str| {
        let Some(Decl::Entity(entity)) = parse(FileId(0), text).file.items.into_iter().next().map(|item| item.decl)
        else {
            panic!("an entity")
        };
        match entity.members.into_iter().next() {
            Some(Member::Field(field)) => field.docs,
            _ => panic!("a field"),
        }
    };
    for gap in ["", "\n", "\n\n", "\n\n\n  "] {
        let text = std::format!("entity E {{\n  /// of a\n{gap}  a: int\n}}\n");
        assert_eq!(docs(&text), ["of a"], "{text}");
        holds("documentation", &text);
    }
    for apart in
        ["entity E {\n  /// of nothing\n  // a note\n  a: int\n}\n", "entity E { /// of nothing\n  a: int\n}\n"]
    {
        assert_eq!(docs(apart), [""; 0], "{apart}");
        holds("no documentation", apart);
    }
}

#[test]
fn blanks_at_the_end_go_at_once() {
    for end in ["  ", "\t", " \r", "  \n", "\n  "] {
        assert_eq!(format(&std::format!("entity E {{ a: int }}\n// last{end}")), "entity E { a: int }\n// last\n");
    }
}

#[test]
fn what_is_no_text_stays_as_it_is() {
    assert_eq!(format(""), "");
    assert_eq!(format("\n\n"), "");
    assert_eq!(format("a\u{0}b"), "a\u{0}b");
    assert_eq!(format("\u{feff}entity E{key a:int}"), "entity E { key a: int }\n");
}
