//! What users see: the exact rendering of every code's wrong example, and what comes of the fixes it offers.
//!
//! Snapshots are in `tests/ui/snapshots` at the project's top; `cargo insta review` shows what changed.

mod support;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use mapc::render::{self, Style};
use mapc::{Checked, Manifest, Project, codes};
use mapc_diagnostics::{CodeEntry, Diagnostic, FileId, Fix, SourceMap};
use mapc_interp::Program;
use mapc_io::input::{Content, Reading};
use mapc_io::{Bounds, InputFormat, Mapper, Origin, Position};
use mapc_runtime::{Format, Input, Outcome, Route as _, Timestamp};

use support::Folder;

/// Codes whose case is more than a text block can show; their tests are named here.
const ELSEWHERE: &[(&str, &str)] = &[
    ("R0101", "run.rs: bytes that are not UTF-8"),
    ("R0107", "run.rs: a record that is too long"),
    ("R0900", "a defect of mapc has no example"),
];

#[test]
fn every_code_is_rendered_as_its_snapshot() {
    let mut wrong = Vec::new();
    for entry in codes::all().iter().filter(|entry| ELSEWHERE.iter().all(|(code, _)| *code != entry.code)) {
        let shown = catch_unwind(AssertUnwindSafe(|| snapshot(entry.code, &shown(entry))));
        if shown.is_err() {
            wrong.push(entry.code);
        }
    }
    assert!(wrong.is_empty(), "not as expected: {wrong:?}");
}

#[test]
fn every_fix_removes_what_it_fixes() {
    let mut wrong = Vec::new();
    for entry in codes::all().iter().filter(|entry| entry.code.starts_with('M')) {
        let Some(text) = entry.block("Wrong", "map") else { continue };
        let checked = check(text);
        let number = |checked: &Checked| checked.diagnostics.iter().filter(|d| d.code.as_str() == entry.code).count();
        let before = number(&checked);
        for fix in checked.diagnostics.iter().filter(|d| d.code.as_str() == entry.code).flat_map(|d| &d.fixes) {
            let fixed = apply(text, fix);
            if number(&check(&fixed)) >= before {
                wrong.push(format!("{}: `{}` gives\n{fixed}", entry.code, fix.title));
            }
        }
    }
    assert!(wrong.is_empty(), "fixes that fix nothing:\n{}", wrong.join("\n"));
}

#[test]
fn no_snapshot_is_left_over() {
    let codes: BTreeSet<&str> = codes::all().iter().map(|entry| entry.code).collect();
    let files = std::fs::read_dir(snapshots()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let stale: Vec<String> = files.filter(|name| !codes.contains(name.split('.').next().unwrap_or_default())).collect();
    assert!(stale.is_empty(), "snapshots of no code: {stale:?}");
}

fn snapshots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/ui/snapshots")
}

fn snapshot(name: &str, shown: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(snapshots());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, shown));
}

/// What is snapshot of a code.
fn shown(entry: &CodeEntry) -> String {
    if entry.code.starts_with('R') {
        return shown_rejections(entry);
    }
    let (diagnostics, sources) = match wrong_text(entry) {
        Some(text) => {
            let checked = check(&text);
            (checked.diagnostics, checked.sources)
        }
        None => on_disk(entry),
    };
    let codes: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
    assert!(codes.contains(&entry.code), "the wrong example of {} gives {codes:?}", entry.code);
    let only: Vec<Diagnostic> = diagnostics.into_iter().filter(|d| d.code.as_str() == entry.code).collect();
    format!("{}{}", render::human(&only, &sources, Style::PLAIN), render::json(&only, &sources))
}

/// The wrong example, written out where the page only hints at it.
fn wrong_text(entry: &CodeEntry) -> Option<String> {
    let many = |text: &str| Some(text.repeat(1_001));
    match entry.code {
        "M0107" => many(" + a").map(|sum| format!("fn total(a: int) -> int = a{sum}\n")),
        "M0121" => many("}\n"),
        "M0392" => {
            let function =
                |n: usize| format!("fn f{n}(x: string) -> string = f{}(x){}\n", n - 1, ".trim()".repeat(450));
            Some(format!("fn f0(x: string) -> string = x\n{}", (1..11).map(function).collect::<String>()))
        }
        "M0125" => entry.block("Wrong", "text").map(|text| text.replace("<U+202E>", "\u{202E}")),
        // What is wrong with `mapc.toml` is seen beside the `.map` text.
        _ if entry.block("Wrong", "text").is_some_and(|text| text.starts_with('[')) => None,
        _ => entry.block("Wrong", "map").map(str::to_owned),
    }
}

fn check(text: &str) -> Checked {
    let manifest = Manifest::new("case", "0.1.0");
    Project::in_memory(manifest, [("case.map", text)]).check()
}

/// What a package gives that is wrong as a folder.
fn on_disk(entry: &CodeEntry) -> (Vec<Diagnostic>, SourceMap) {
    let folder = Folder::new();
    let manifest = "[package]\nname = \"case\"\nversion = \"0.1.0\"\n";
    match (entry.code, entry.block("Wrong", "text")) {
        ("M0801", _) => folder.write("customer.map", ""),
        ("M0805", _) => folder.write("mapc.toml", manifest).write("case.map", b"entity Caf\xE9 { key id: string }\n"),
        ("M0806", _) => folder.write("mapc.toml", manifest).write("case.map", vec![b' '; 4 * 1024 * 1024 + 1]),
        ("M0807", _) => folder.write("mapc.toml", manifest).link_to_nowhere("case.map"),
        ("M0812", _) => folder
            .write("mapc.toml", manifest)
            .write("case.map", "entity A { key id: string }\n")
            .link_to_folder("linked"),
        ("M0808", _) => folder.write("mapc.toml", manifest),
        ("M0810", Some(text)) => folder.write("mapc.toml", manifest).write("case.map", text),
        (_, Some(text)) if text.starts_with('[') => {
            folder.write("mapc.toml", text).write("case.map", entry.block("Wrong", "map").unwrap_or_default())
        }
        (code, _) => panic!("{code} has neither a `map` block nor a case here"),
    };
    let relative = RelativePaths(folder.path().display().to_string());
    match Project::load(folder.path()) {
        Ok(project) => {
            let checked = project.check();
            (relative.all(checked.diagnostics), checked.sources)
        }
        Err(error) => (relative.all(error.diagnostics), error.sources),
    }
}

/// Takes the temporary folder's name out of what is said.
struct RelativePaths(String);

impl RelativePaths {
    fn all(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let name = self.0.rsplit('/').next().unwrap_or_default().to_owned();
        let clean = |text: String| text.replace(&self.0, "DIR").replace(&name, "dir");
        let clean = |d: Diagnostic| Diagnostic { message: clean(d.message), help: d.help.map(clean), ..d };
        diagnostics.into_iter().map(clean).collect()
    }
}

/// What the engine says to the input of a code of run time.
fn shown_rejections(entry: &CodeEntry) -> String {
    let code = entry.code;
    let text = entry.block("Wrong", "map").unwrap_or_else(|| panic!("{code} has no `map` block under `## Wrong`"));
    // What a text of Markdown cannot hold.
    let input = if code == "R0111" { Some("id,name\n1,a\rb\n") } else { entry.block("Wrong", "input") };
    let input = input.unwrap_or_else(|| panic!("{code} has no `input` block"));
    let (codes, shown) = run(text, input);
    assert!(codes.contains(code), "the wrong example of {code} gives {codes:?}");
    if let (Some(text), Some(input)) = (entry.block("Right", "map"), entry.block("Right", "input")) {
        let (codes, shown) = run(text, input);
        assert!(codes.is_empty(), "the right example of {code} gives\n{shown}");
    }
    shown
}

/// Runs an input through a program's first route: the codes of problems and notices, and what is said.
fn run(text: &str, input: &str) -> (BTreeSet<String>, String) {
    let checked = check(text);
    assert!(checked.is_usable(), "{}", render::human(&checked.diagnostics, &checked.sources, Style::PLAIN));
    let route = mapc_lower::routes(&checked.model).into_iter().next().expect("a route");
    let program = Program::new(checked.plan(&route).unwrap());
    let format = InputFormat::choose(None, None, &program).expect("an input without a name has a format");
    let reading = Reading { dialect: program.source_csv().unwrap_or_default(), ..Reading::default() };
    let mut source = format.records(input.trim_end_matches('\n').as_bytes(), &reading);
    let mut mapper = Mapper::new(&program, Format::Json, Bounds::default());
    let origin = Origin { input: "", position: Position::Message("1") };
    let (mut codes, mut lines) = (BTreeSet::new(), Vec::new());
    while let Some(record) = source.next().unwrap() {
        let input = match record.content {
            Content::Json(text) => Ok(Input::Json(text)),
            Content::Row(row) => Ok(Input::Row(row)),
            Content::Broken { problem, .. } => Err(problem),
        };
        let (outcome, notices) = match input {
            Ok(input) => {
                let mapped = mapper.map(origin, Timestamp::UNIX_EPOCH, input, &mut Vec::new());
                (mapped.outcome, mapped.notices)
            }
            Err(problem) => (Outcome::Rejected(vec![problem]), Vec::new()),
        };
        let reported = match outcome {
            Outcome::Rejected(problems) => problems,
            _ => Vec::new(),
        };
        for problem in reported {
            lines.push(format!("{} {} {} ({})", problem.code, problem.pointer, problem.reason, problem.place));
            codes.insert(problem.code.into_owned());
        }
        for notice in notices {
            lines.push(format!("notice {} {} {} ({})", notice.code, notice.pointer, notice.reason, notice.place));
            codes.insert(notice.code.into_owned());
        }
    }
    (codes, lines.join("\n"))
}

/// The text with a fix applied.
fn apply(text: &str, fix: &Fix) -> String {
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.span.start);
    let mut fixed = text.to_owned();
    for edit in edits.into_iter().rev() {
        assert_eq!(edit.span.file, FileId(0), "{}", fix.title);
        fixed.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
    }
    fixed
}
