//! Every code of the syntax pass against its own page: the wrong example gives exactly that code, the right one nothing.

use std::collections::BTreeSet;
use std::path::Path;

use mapc_diagnostics::{CODES, CodeEntry, Diagnostic, FileId, code_entry};

fn diagnostics(text: &str) -> Vec<Diagnostic> {
    mapc_syntax::parse(FileId(0), text).diagnostics
}

fn pages() -> impl Iterator<Item = &'static CodeEntry> {
    CODES.iter().filter(|entry| entry.code.starts_with("M01") || matches!(entry.code, "M0901" | "M1005"))
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|one| one.code.0).collect()
}

#[test]
fn every_page_shows_its_own_code() {
    for entry in pages() {
        // What takes a thousand signs to show is described instead.
        let Some(wrong) = entry.block("Wrong", "map") else {
            assert!(entry.block("Wrong", "text").is_some(), "{}: no wrong example", entry.code);
            continue;
        };
        assert_eq!(codes(&diagnostics(wrong)), [entry.code], "the wrong example of {}", entry.code);
        let right = entry.block("Right", "map").expect("a page with a wrong example has a right one");
        assert_eq!(codes(&diagnostics(right)), [""; 0], "the right example of {}", entry.code);
    }
}

#[test]
fn fixes_of_wrong_examples_give_clean_text() {
    let mut applied = 0;
    for entry in pages() {
        let Some(wrong) = entry.block("Wrong", "map") else { continue };
        for fix in diagnostics(wrong).into_iter().flat_map(|one| one.fixes) {
            let mut text = wrong.to_owned();
            for edit in fix.edits.iter().rev() {
                text.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
            }
            assert_eq!(codes(&diagnostics(&text)), [""; 0], "{}: after `{}`:\n{text}", entry.code, fix.title);
            applied += 1;
        }
    }
    assert!(applied > 5, "fixes are offered");
}

#[test]
fn every_code_that_is_spoken_has_a_page() {
    let source =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/messages.rs")).expect("the source");
    let words = source.split('"').filter(|word| word.len() == 5 && word.starts_with('M'));
    let spoken: BTreeSet<&str> = words.filter(|word| word[1..].bytes().all(|byte| byte.is_ascii_digit())).collect();
    assert!(spoken.len() > 20, "{spoken:?}");
    for code in spoken {
        assert!(code_entry(code).is_some(), "no page for {code}");
    }
}
