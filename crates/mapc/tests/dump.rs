//! `mapc dump`: what each stage makes of one small package, and that none stumbles over anything that the tests have.
//!
//! Snapshots are in `tests/dump` at the project's top; `cargo insta review` shows what changed.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use mapc::dump::{Dumped, Part, Stage};
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
    Project::in_memory(Manifest::new("case", "0.1.0"), [("case.map", text)]).dump(stage, &Part::Whole)
}

#[test]
fn a_small_package_is_dumped_as_its_snapshots() {
    // What Rust looks like is shown in `tests/compiled/golden`.
    for (stage, name, _) in Stage::ALL.into_iter().filter(|(stage, ..)| *stage != Stage::Rust) {
        let Dumped { text, diagnostics, refused, .. } = dump(stage, SMALL);
        assert!(diagnostics.is_empty() && refused.is_empty(), "{diagnostics:#?} {refused:#?}");
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
        // The Rust of all this is made and compiled by `tests/compiled`.
        for (stage, name, _) in Stage::ALL.into_iter().filter(|(stage, ..)| *stage != Stage::Rust) {
            let Dumped { text, diagnostics, refused, .. } = dump(stage, &text);
            let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
            assert!(errors == 0 && refused.is_empty(), "{} {name}", path.display());
            if stage.makes_routes() {
                assert!(text.starts_with("route "), "{} {name}", path.display());
                continue;
            }
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
    for (stage, ..) in Stage::ALL {
        // In Rust each level stands further in, so that the text grows with the square of the depth.
        let sum = " + a".repeat(if stage == Stage::Rust { 200 } else { 900 });
        let map = "entity E { key n: int }\nsystem s { record R { n: int } }\nmap s.R -> E { n = total(n) }\n";
        let package = format!("fn total(a: int) -> int = a{sum}\n{map}");
        let Dumped { text, diagnostics, .. } = dump(stage, &package);
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
    alone.mapc(&["dump", "a.map"]).ends(2).says("<--tokens|--ast|--hir|--plan|--rust>");
    alone.mapc(&["dump", "--ast", "--hir", "a.map"]).ends(2).says("cannot be used with");
}

/// Two ways from `a.A` to `b.B`, of which neither is built.
const ROUTES: &str = "entity E { key id: string }
entity F { key id: string }
system a { record A { id: string } }
system b { record B { id: string } }
map a.A -> E { id = id }
map a.A -> F { id = id }
map E -> b.B { id = id }
map F -> b.B { id = id }
";

#[test]
fn routes_are_those_that_are_built_or_the_one_that_is_named() {
    let folder = Folder::package(ROUTES);
    let heads = |text: &str| {
        let heads = text.lines().filter_map(|line| line.trim_start_matches("// ").strip_prefix("route "));
        heads.map(str::to_owned).collect::<Vec<_>>()
    };
    for stage in ["--plan", "--rust"] {
        let ran = folder.mapc(&["dump", stage]).ends(0);
        assert_eq!(heads(&ran.out), ["a.A -> E", "a.A -> F", "E -> b.B", "F -> b.B"]);
        let ran = folder.mapc(&["dump", stage, ".", "--from", "a.A", "--to", "E"]).ends(0);
        assert_eq!(heads(&ran.out), ["a.A -> E"]);
        let ran = folder.mapc(&["dump", stage, "--from", "a.A", "--to", "b.B", "--route", "F"]).ends(0);
        assert_eq!(heads(&ran.out), ["a.A -> F -> b.B"]);
        // As `mapc run` says it.
        folder.mapc(&["dump", stage, "--from", "a.A", "--to", "b.B"]).ends(1).says(
            "there are several routes: `a.A -> E -> b.B`, `a.A -> F -> b.B`; choose one with `--route`: `E`, `F`",
        );
        folder.mapc(&["dump", stage, "--from", "A", "--to", "E"]).ends(1).says("there is no record `A`; `a.A` is");
        folder.mapc(&["dump", stage, "--from", "a.A"]).ends(2).says("--to <RECORD>");
        folder.mapc(&["dump", stage, "case.map"]).ends(2).says(
            "shows routes, which belong to a package and not to a file such as `case.map`; name the folder with `mapc.toml`",
        );
    }
    folder.mapc(&["dump", "--hir", "--from", "a.A", "--to", "E"]).ends(2).says("`--hir` shows files");
    let none = Folder::package("entity E { key id: string }\n");
    assert_eq!(none.mapc(&["dump", "--plan"]).ends(0).says("declares no map").out, "");
    let wrong = Folder::package("entity E { key id: string }\nmap s.R -> E { id = id }\n");
    assert_eq!(wrong.mapc(&["dump", "--rust"]).ends(1).says("1 error").out, "");
}

#[test]
fn the_rust_of_routes_is_what_build_writes() {
    let folder = Folder::new();
    folder.write(
        "p/mapc.toml",
        "[package]\nname = \"case\"\nversion = \"0.1.0\"\n[build]\nroutes = [\"a.A -> F -> b.B\"]\n",
    );
    folder.write("p/case.map", ROUTES);
    let dumped = folder.mapc(&["dump", "--rust", "p"]).ends(0).out;
    folder.mapc(&["build", "p", "--out", "out"]).ends(0);
    let modules = ["a_to_e", "a_to_f", "e_to_b", "f_to_b", "a_a_to_b_b_through_f"];
    // The module of a route, and of the route over structs inside it.
    let built = modules.map(|name| {
        let files = ["", "/typed"].map(|inside| folder.read(&format!("out/src/routes/{name}{inside}.rs")));
        files.join("\n")
    });
    let shown: Vec<&str> =
        dumped.split("// route ").skip(1).filter_map(|part| part.split_once('\n')).map(|(_, text)| text).collect();
    assert_eq!(shown, built);
    // A route that is not built stands behind those that are.
    let other = folder.mapc(&["dump", "--rust", "p", "--from", "a.A", "--to", "b.B", "--route", "E"]).ends(0).out;
    assert!(other.contains("(&crate::plans::PLANS, 5, &[\"a.A\", \"E\", \"b.B\"], good)"), "{other}");
}
