//! The documentation is true: each `map` block of it is a package that checks and passes its tests, the generated pages are fresh,
//! and what the README shows stands in the example that it names.

use std::fs;

use mapc_tests::program::{Program, map_files};
use mapc_tests::{pages, root};

#[test]
fn every_map_block_is_a_package_that_passes_its_tests() {
    let mut wrong = Vec::new();
    let mut tests = 0;
    for entry in fs::read_dir(root().join("docs/src")).expect("the documentation can be read").flatten() {
        // The examples of diagnostics are wrong on purpose, and tested where they stand.
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == "diagnostics.md" {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap_or_default();
        for (n, block) in fenced(&text, "map").into_iter().enumerate() {
            match Program::new(&name, [(name.clone(), block.to_owned())]) {
                Ok(program) => {
                    let results = program.checked().run_tests("");
                    tests += results.len();
                    wrong.extend(
                        results.into_iter().filter(|result| !result.failures.is_empty()).map(|r| format!("{r:#?}")),
                    );
                }
                Err(error) => wrong.push(format!("{name}, block {}:\n{error}", n + 1)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(tests > 6, "the blocks of the documentation were not found");
}

#[test]
fn the_readme_shows_what_the_example_says() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README can be read");
    let example: String =
        map_files(&root().join("examples/lead-to-contact")).into_iter().map(|(_, text)| text).collect();
    for line in fenced(&readme, "text").concat().lines().filter(|line| !line.starts_with("//")) {
        assert!(example.contains(line), "`{line}` of the README does not stand in examples/lead-to-contact");
    }
}

#[test]
fn the_readme_shows_the_rust_that_is_generated() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README can be read");
    let golden = "tests/compiled/golden/lead_to_contact_marketing_lead_to_customer_to_crm_contact.rs";
    let golden = fs::read_to_string(root().join(golden)).expect("the golden module");
    let shown = fenced(&readme, "rust");
    assert!(
        !shown.is_empty() && shown.iter().all(|block| golden.contains(block)),
        "README.md shows other Rust than {golden}"
    );
}

/// The blocks of a language.
fn fenced<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let opening = format!("```{language}\n");
    text.split(opening.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_generated_pages_are_fresh() {
    for (name, made) in [
        ("library.md", pages::library()),
        ("wire-forms.md", pages::wire_forms()),
        ("diagnostics.md", pages::diagnostics()),
    ] {
        let path = root().join("docs/src").join(name);
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&path, &made).expect("the documentation can be written");
        }
        let there = fs::read_to_string(path).unwrap_or_default();
        assert!(there == made, "docs/src/{name} is not what its definition says; run with UPDATE_DOCS=1");
    }
}

#[test]
fn what_json_leaves_open_is_documented_as_it_is_tested() {
    let page = fs::read_to_string(root().join("docs/src/formats.md")).expect("the page on formats");
    let pinned = fs::read_to_string(root().join("crates/mapc-runtime/tests/formats/json_suite.rs"))
        .expect("the tests of the reader");
    let words: Vec<&str> = pinned.split('"').collect();
    let cases = words.windows(3).filter(|words| words[0].starts_with("i_") && words[1] == ", ");
    let mut count = 0;
    for case in cases {
        let outcome = if case[2] == "read" { "read".to_owned() } else { format!("`{}`", case[2]) };
        let row = format!("| `{}` | {outcome} |", case[0]);
        assert!(page.contains(&row), "docs/src/formats.md lacks the row {row}");
        count += 1;
    }
    assert!(count >= 33, "{count} pinned cases found in the tests of the reader");
}
