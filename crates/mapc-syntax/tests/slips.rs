//! One slip in a sound file is one finding: every bracket and quote of the examples taken away, and written twice.

use std::fs;
use std::path::{Path, PathBuf};

use mapc_diagnostics::FileId;
use mapc_syntax::parse;

fn examples() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut found = Vec::new();
    for package in fs::read_dir(root).expect("the examples are there").flatten() {
        let files = fs::read_dir(package.path()).into_iter().flatten().flatten().map(|entry| entry.path());
        found.extend(files.filter(|path| path.extension().is_some_and(|extension| extension == "map")));
    }
    found.sort();
    assert!(found.len() > 5, "the examples are there");
    found
}

/// The signs of a text outside of comments.
fn signs<'t>(text: &'t str, which: &'static [char]) -> impl Iterator<Item = (usize, char)> + 't {
    text.char_indices().filter(|(_, sign)| which.contains(sign)).filter(|(at, _)| {
        let line = text[..*at].rfind('\n').map_or(0, |newline| newline + 1);
        !text[line..*at].contains("//")
    })
}

/// How many slips of a kind have exactly one finding, of those that have any.
fn share(which: &'static [char], slip: impl Fn(char) -> String) -> f64 {
    let (mut one, mut all) = (0.0, 0.0);
    for path in examples() {
        let text = fs::read_to_string(&path).expect("an example is text");
        for (at, sign) in signs(&text, which) {
            let mutated = format!("{}{}{}", &text[..at], slip(sign), &text[at + 1..]);
            let count = parse(FileId(0), &mutated).diagnostics.len();
            // Brackets inside texts may come and go.
            all += if count > 0 { 1.0 } else { 0.0 };
            one += if count == 1 { 1.0 } else { 0.0 };
        }
    }
    assert!(all > 50.0, "the examples have signs to slip on");
    one / all
}

#[test]
fn a_bracket_taken_away_is_one_finding() {
    let share = share(&['{', '}', '(', ')', '[', ']'], |_| String::new());
    assert!(share > 0.98, "only {share}");
}

#[test]
fn a_bracket_written_twice_is_one_finding() {
    let share = share(&['{', '}', '(', ')', '[', ']'], |sign| format!("{sign}{sign}"));
    assert!(share > 0.98, "only {share}");
}

#[test]
fn a_quote_or_sign_amiss_is_one_finding() {
    for share in [share(&['"'], |_| String::new()), share(&['=', ':', ','], |_| ";".to_owned())] {
        assert!(share > 0.98, "only {share}");
    }
}
