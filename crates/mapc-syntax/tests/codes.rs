//! Every code of the syntax pass against its own page: the wrong example gives exactly that code, the right one nothing.

use mapc_diagnostics::{CODES, CodeEntry, Diagnostic, FileId};

fn diagnostics(text: &str) -> Vec<Diagnostic> {
    mapc_syntax::parse(FileId(0), text).diagnostics
}

fn pages() -> impl Iterator<Item = &'static CodeEntry> {
    CODES.iter().filter(|entry| entry.code.starts_with("M01") || matches!(entry.code, "M0901" | "M1005"))
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|one| one.code.as_str()).collect()
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
