//! Every code of the checker against its own page: the wrong example gives exactly that code, the right one nothing.

use mapc_diagnostics::{CODES, CodeEntry, Diagnostic, SourceMap};

/// Groups whose examples the checker answers: names, types, bodies, maps, declarations, tests, not yet, lints.
const GROUPS: [&str; 8] = ["M02", "M03", "M04", "M05", "M06", "M07", "M09", "M10"];

fn diagnostics(text: &str) -> (SourceMap, Vec<Diagnostic>) {
    let mut sources = SourceMap::default();
    let id = sources.add("example.map", text);
    let parsed = mapc_syntax::parse(id, text);
    let (_, found) = mapc_model::check(&sources, &[(id, &parsed.file)]);
    let all = parsed.diagnostics.into_iter().chain(found).collect();
    (sources, all)
}

fn summary(sources: &SourceMap, found: &[Diagnostic]) -> String {
    let lines =
        found.iter().map(|one| format!("\n    {} {} {}", one.code.as_str(), sources.place(one.span()), one.message));
    lines.collect()
}

fn complaint(entry: &CodeEntry) -> Option<String> {
    let code = entry.code;
    // What is wrong with `mapc.toml` is shown as text, and the checker of `.map` files does not see it.
    if entry.block("Wrong", "text").is_some() {
        return None;
    }
    let Some(wrong) = entry.block("Wrong", "map") else { return Some(format!("{code}: no wrong example")) };
    let (sources, found) = diagnostics(wrong);
    if found.is_empty() || found.iter().any(|one| one.code.as_str() != code) {
        return Some(format!("{code}: the wrong example gives{}", summary(&sources, &found)));
    }
    let Some(right) = entry.block("Right", "map") else { return Some(format!("{code}: no right example")) };
    let (sources, found) = diagnostics(right);
    (!found.is_empty()).then(|| format!("{code}: the right example gives{}", summary(&sources, &found)))
}

#[test]
fn every_page_shows_its_own_code() {
    let pages = CODES.iter().filter(|entry| GROUPS.iter().any(|group| entry.code.starts_with(group)));
    let complaints: Vec<String> = pages.filter_map(complaint).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn fixes_of_wrong_examples_give_clean_text() {
    let mut complaints = Vec::new();
    for entry in CODES.iter().filter(|entry| GROUPS.iter().any(|group| entry.code.starts_with(group))) {
        let Some(wrong) = entry.block("Wrong", "map") else { continue };
        let (_, found) = diagnostics(wrong);
        let [one] = found.as_slice() else { continue };
        for fix in &one.fixes {
            let mut edits: Vec<_> = fix.edits.iter().collect();
            edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
            let mut text = wrong.to_owned();
            for edit in edits {
                text.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
            }
            let (sources, left) = diagnostics(&text);
            if left.iter().any(|left| left.code == one.code) {
                complaints.push(format!("{}: `{}` leaves{}", entry.code, fix.title, summary(&sources, &left)));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
