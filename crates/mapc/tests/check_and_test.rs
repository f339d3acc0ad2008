//! `mapc check` over whole packages, `mapc test`, and what `mapc init` writes.

mod support;

use support::Folder;

#[test]
fn what_init_writes_passes_and_runs() {
    let folder = Folder::new();
    folder.mapc(&["init", "new"]).ends(0);
    folder.mapc(&["check", "new"]).ends(0).says("no errors, no warnings");
    let ran = folder.mapc(&["test", "new"]).ends(0);
    assert!(ran.out.ends_with("2 tests: 2 passed, 0 failed\n"), "{}", ran.out);
    let ran = folder
        .mapc(&["run", "new", "--from", "form.Signup", "--to", "mailing.Recipient", "new/signups.ndjson"])
        .ends(0);
    assert_eq!(ran.out.lines().count(), 2);
    folder.mapc(&["init", "new"]).ends(1);
}

#[test]
fn five_mistakes_are_five_diagnostics_at_their_places() {
    let folder = Folder::package(
        "entity Customer { key email: emial }\n\
         system crm { record Contact { mail: string, age: int } }\n\
         map crm.Contact -> Custmer { email = mail }\n\
         enum Stage { won, won }\n\
         record = 7\n",
    );
    folder.write(
        "other.map",
        "entity Other { key id: string }\nmap crm.Contact -> Other { id = male.trim(), ignore age because \"x\" }\n",
    );
    let ran = folder.mapc(&["check", "--format", "json"]).ends(1);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let places: Vec<String> = report["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| format!("{}:{}", d["labels"][0]["file"].as_str().unwrap(), d["labels"][0]["line"]))
        .collect();
    for place in ["case.map:1", "case.map:3", "case.map:4", "case.map:5", "other.map:2"] {
        assert!(places.iter().any(|found| found == place), "{place} is not in {places:?}\n{}", ran.out);
    }
}

#[test]
fn hostile_files_give_a_diagnostic_in_bounded_time() {
    let deep = format!("fn f(a: int) -> int = {}a{}\n", "(".repeat(10_000), ")".repeat(10_000));
    let deep_json = format!("test \"x\" {{ given A {}1{} }}\n", "[".repeat(10_000), "]".repeat(10_000));
    let long_line = "x".repeat(3_000_000);
    let many = "map a.B -> C { x = y }\n".repeat(2_000);
    for text in [deep, deep_json, long_line, many, "{".repeat(100_000), "\u{0}\u{1}\u{1b}[31m".repeat(100)] {
        let begun = std::time::Instant::now();
        let ran = Folder::package(&text).mapc(&["check"]).ends(1);
        assert!(ran.err.contains("error"), "{}", ran.err);
        assert!(!ran.err.contains('\u{1b}'), "control characters never reach the terminal");
        assert!(begun.elapsed().as_secs() < 20, "took {:?} for {:.30}", begun.elapsed(), text);
    }
}

#[test]
fn places_far_apart_in_one_line_are_told_in_words() {
    let apart = " ".repeat(70_000);
    let twice = format!("entity E {{ key id: int, a: int,{apart}a: int }}\n");
    Folder::package(&twice).mapc(&["check"]).ends(1).says("M0620").says("case.map:1:25: first declared here");
    let unread = format!(
        "entity E {{ key id: int }}\nsystem s {{ record R {{ id: int, a: int\n b: int,{apart}c: int }} }}\nmap s.R -> E {{ id = id }}\n"
    );
    Folder::package(&unread)
        .mapc(&["check"])
        .ends(1)
        .says("M0410")
        .says("`b` is dropped")
        .says("case.map:3:70009: `c` is dropped");
}

const TESTED: &str = r#"
system a { record In { id: int, tags: [string]? } }
entity Thing { key id: int, name: string = "none", size: decimal = 1.50, tags: [string] = [] }
map a.In -> Thing {
  skip when id == 0 because "zero is nothing"
  id = id, name = "n{id}", size = 2.50, tags = tags
}
"#;

fn tested(test: &str) -> support::Ran {
    Folder::package(&format!("{TESTED}{test}")).mapc(&["test"])
}

#[test]
fn tests_compare_by_value() {
    let ran = tested(
        "test \"order and numbers\" {\n  given a.In { \"id\": 1.0, \"tags\": [\"x\"] }\n  \
         expect Thing { \"tags\": [\"x\"], \"size\": 25e-1, \"name\": \"n1\", \"id\": 1 }\n  expect Thing has { \"id\": 1 }\n}\n\
         test \"skips\" {\n  given a.In { \"id\": 0 }\n  expect skip\n}\n\
         test \"rejects\" {\n  given a.In { \"id\": null }\n  expect reject R0202 at \"/id\"\n}\n",
    )
    .ends(0);
    assert!(ran.out.ends_with("3 tests: 3 passed, 0 failed\n"), "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}'), "no colours where nobody looks");
}

#[test]
fn what_differs_is_shown() {
    let ran = tested(
        "test \"differs\" {\n  given a.In { \"id\": 1 }\n  expect Thing { \"id\": 1, \"name\": \"n2\", \"size\": 2.5, \"tags\": [] }\n}\n",
    )
    .ends(1);
    let expected = "FAIL  differs  case.map:8:6\n      case.map:10:3: a.In -> Thing gave something else\n        {\n          \"id\": 1\n      -   \"name\": \"n2\"\n      +   \"name\": \"n1\"\n          \"size\": 2.5\n          \"tags\": []\n        }\n      (- expected, + found)\n1 test: 0 passed, 1 failed\n";
    assert_eq!(ran.out, expected);
}

#[test]
fn other_endings_are_told() {
    let says = |test: &str, text: &str| {
        let ran = tested(test).ends(1);
        assert!(ran.out.contains(text), "{text:?} is not in\n{}", ran.out);
    };
    says("test \"t\" {\n  given a.In { \"id\": 0 }\n  expect Thing has {}\n}\n", "skipped the record: zero is nothing");
    says("test \"t\" {\n  given a.In {}\n  expect skip\n}\n", "rejected the record\n        R0202 at /id");
    says("test \"t\" {\n  given a.In {}\n  expect reject R0201\n}\n", "but for another reason");
    says("test \"t\" {\n  given a.In {}\n  expect reject at \"/tags\"\n}\n", "but for another reason");
    says("test \"t\" {\n  given a.In { \"id\": 7 }\n  expect reject\n}\n", "gave {\"id\":7");
}

#[test]
fn a_filter_picks_tests_by_name() {
    let folder = Folder::package(&format!(
        "{TESTED}test \"one\" {{\n  given a.In {{ \"id\": 0 }}\n  expect skip\n}}\ntest \"two\" {{\n  given a.In {{ \"id\": 1 }}\n  expect skip\n}}\n"
    ));
    folder.mapc(&["test", ".", "one"]).ends(0);
    folder.mapc(&["test", ".", "two"]).ends(1);
    folder.mapc(&["test", ".", "onne"]).ends(1).says("no test's name holds `onne`; the nearest is `one`");
}

#[test]
fn places_in_several_files_are_all_shown() {
    let folder = Folder::package("entity Same { key id: string }\n");
    folder.write("other.map", "\n\nentity Same { key id: string }\n");
    let ran = folder.mapc(&["check"]).ends(1).says("M0202");
    assert!(ran.err.contains("[other.map:3:8]") && ran.err.contains("[case.map:1:8]"), "{}", ran.err);
    assert!(ran.err.find("[other.map") < ran.err.find("[case.map"), "the primary place stands first");
}
