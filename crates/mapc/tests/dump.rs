//! `mapc dump`: what each stage makes of one small package, and that none stumbles over anything that the tests have.
//!
//! Snapshots are in `tests/dump` at the project's top; `cargo insta review` shows what changed.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use mapc::dump::{Dumped, Stage};
use mapc::{Manifest, Project};
use mapc_diagnostics::{Diagnostic, Severity};

use support::Folder;

/// A bit of everything that nests.
const SMALL: &str = r#"// What is agreed.
entity Customer {
  /// In lower case.
  key email: email
  name: string(1..) = "?"
  stage: Stage
  tags: [string]
  check tags.count() < 9 else "too many" at tags
}

enum Stage { lead "LEAD", client "CLIENT" }

system crm (blank = absent) {
  record Contact { mail: string, full_name: string?, kind: "P" | "C", since: date as "dd.MM.yyyy", tags: [string] as split(";") }
}

table Kinds: string -> Stage {
  "P" -> .lead
  else .client
}

fn shown(name: string?, other: string) -> string = "<{name.trim() ?? other}>"

map crm.Contact -> Customer {
  skip when kind == "C" because "no company"
  let mine = tags.filter(tag => tag != "")
  email = mail.lower()
  name  = shown(full_name, mail)
  stage = kind via Kinds
  tags  = for tag in mine where tag.matches(r"^a") => if 1 > 0 then tag else "b"
  ignore since because "of no interest"
}

test "a contact" {
  given  crm.Contact { "mail": "A@example.com", "kind": "P", "since": "01.02.2026", "tags": "" }
  expect Customer has { "stage": "LEAD" }
}
"#;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn dump(stage: Stage, text: &str) -> Dumped {
    Project::in_memory(Manifest::new("case", "0.1.0"), [("case.map", text)]).dump(stage, None)
}

#[test]
fn a_small_package_is_dumped_as_its_snapshots() {
    for (stage, name, _) in Stage::ALL {
        let Dumped { text, diagnostics, .. } = dump(stage, SMALL);
        assert!(diagnostics.is_empty(), "{diagnostics:#?}");
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(root().join("tests/dump"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name, text));
    }
}

#[test]
fn whatever_is_tested_is_dumped() {
    let files = fs::read_dir(root().join("tests/suite")).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|extension| extension == "map")).collect();
    assert!(files.len() > 10);
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        for (stage, name, _) in Stage::ALL {
            let Dumped { text, diagnostics, .. } = dump(stage, &text);
            let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
            assert_eq!(errors, 0, "{} {name}", path.display());
            for line in text.lines().skip(1) {
                let place = line.split(' ').next().unwrap_or_default();
                let is_place = place.split(':').all(|part| part.parse::<u32>().is_ok());
                assert!(place.is_empty() || is_place, "{} {name}: {line}", path.display());
                assert!(!line.ends_with(" error") && line.trim_end() == line, "{} {name}: {line}", path.display());
            }
        }
    }
}

#[test]
fn deep_trees_are_dumped() {
    let sum = " + a".repeat(900);
    for (stage, ..) in Stage::ALL {
        let Dumped { text, diagnostics, .. } = dump(stage, &format!("fn total(a: int) -> int = a{sum}\n"));
        let is_warning = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Warning;
        assert!(diagnostics.iter().all(is_warning) && text.contains("total"), "{diagnostics:#?}");
    }
}

#[test]
fn what_is_wrong_is_told_beside_the_text() {
    let folder = Folder::package("entity A { key id: string }\nmap A -> { }\n");
    let ran = folder.mapc(&["dump", "--ast"]).ends(1).says("1 error");
    assert!(ran.out.starts_with("file ./case.map\n") || ran.out.starts_with("file case.map\n"), "{}", ran.out);
    assert!(ran.out.contains("2:1      error\n"), "{}", ran.out);
    let ran = folder.mapc(&["dump", "--tokens"]).ends(0);
    assert!(ran.out.ends_with("2:12     sign    }\n2:13     newline\n"), "{}", ran.out);
    folder.mapc(&["dump", "--hir"]).ends(1);
}

#[test]
fn a_file_stands_for_itself_and_is_understood_within_its_package() {
    let folder = Folder::package("entity A { key id: string }\n");
    folder.write("b/b.map", "system s { record R { id: string } }\nmap s.R -> A { id = id }\n");
    let ran = folder.mapc(&["dump", "--hir", "b/b.map"]).ends(0);
    assert!(ran.out.starts_with("file ") && ran.out.matches("file ").count() == 1, "{}", ran.out);
    assert!(ran.out.contains("2:5      map s.R -> A from %0: s.R\n2:21       id: string = %0.id\n"), "{}", ran.out);
    let ran = folder.mapc(&["dump", "--hir", "b"]).ends(0);
    assert_eq!(ran.out.matches("file ").count(), 2, "{}", ran.out);
    let alone = Folder::new();
    alone.write("a.map", "entity A { key id: string }\n");
    for stage in ["--tokens", "--ast", "--hir"] {
        assert!(alone.mapc(&["dump", stage, "a.map"]).ends(0).out.starts_with("file a.map\n1:"));
    }
    alone.mapc(&["dump", "--hir"]).ends(1).says("M0801");
    alone.mapc(&["dump", "--hir", "nosuch.map"]).ends(1).says("M0801");
    alone.mapc(&["dump", "a.map"]).ends(2).says("<--tokens|--ast|--hir>");
    alone.mapc(&["dump", "--ast", "--hir", "a.map"]).ends(2).says("cannot be used with");
}
