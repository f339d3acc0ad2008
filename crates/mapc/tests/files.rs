//! No file is harmed, nothing waits for ever, and no text steers a terminal.
#![cfg(unix)]

mod support;

use std::fs;
use std::io::Write as _;
use std::os::unix::ffi::OsStrExt as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::Folder;

const MAP: &str = "entity Thing { key id: string, tags: [string] }
system s { record In { id: string, tags: [string?] = [] } }
map s.In -> Thing { id = id, tags = for tag in tags => tag ?? skip \"no tag\" }
";
const INPUT: &str = "{\"id\":\"1\"}\n";
const RUN: [&str; 5] = ["run", "--from", "s.In", "--to", "Thing"];

fn package() -> Folder {
    let folder = Folder::package(MAP);
    folder.write("in.ndjson", INPUT);
    folder
}

fn mkfifo(folder: &Folder, name: &str) {
    let made = Command::new("mkfifo").arg(folder.path().join(name)).status().expect("mkfifo is there");
    assert!(made.success());
}

#[test]
fn no_output_is_an_input_or_a_file_of_the_package() {
    let folder = package();
    std::os::unix::fs::symlink("in.ndjson", folder.path().join("link.ndjson")).unwrap();
    fs::hard_link(folder.path().join("in.ndjson"), folder.path().join("hard.ndjson")).unwrap();
    fs::hard_link(folder.path().join("case.map"), folder.path().join("hard.json")).unwrap();
    let outputs =
        ["in.ndjson", "./in.ndjson", "link.ndjson", "hard.ndjson", "case.map", "mapc.toml", "new.map", "hard.json"];
    for (option, output) in
        ["--out", "--rejects", "--deletes", "--notices"].into_iter().flat_map(|o| outputs.map(|f| (o, f)))
    {
        let ran = folder.mapc(&[&RUN[..], &[".", "in.ndjson", option, output]].concat()).ends(2);
        assert!(ran.err.contains(&format!("`{option} {output}`")), "{}", ran.err);
        assert_eq!((folder.read("in.ndjson").as_str(), folder.read("case.map").as_str()), (INPUT, MAP));
    }
    assert!(!folder.path().join("new.map").exists());
    // Devices take what several write to them.
    folder.mapc(&[&RUN[..], &["in.ndjson", "--rejects", "/dev/null", "--notices", "/dev/null"]].concat()).ends(0);
}

#[test]
fn outputs_follow_links_and_leave_them() {
    let folder = package();
    folder.write("there/real.ndjson", "old");
    std::os::unix::fs::symlink("there/real.ndjson", folder.path().join("out.ndjson")).unwrap();
    folder.mapc(&[&RUN[..], &["in.ndjson", "--out", "out.ndjson"]].concat()).ends(0);
    assert!(folder.path().join("out.ndjson").is_symlink());
    assert_eq!(folder.read("there/real.ndjson"), "{\"id\":\"1\",\"tags\":[]}\n");
}

#[test]
fn no_file_takes_its_place_before_all_are_written() {
    let folder = package();
    folder.write("out.ndjson", "old");
    let ran = folder.mapc(&[&RUN[..], &["in.ndjson", "--out", "out.ndjson", "--notices", "/dev/full"]].concat());
    ran.ends(0);
    folder.write("in.ndjson", "{\"id\":\"1\",\"tags\":[null]}\n").write("out.ndjson", "old");
    folder
        .mapc(&[&RUN[..], &["in.ndjson", "--out", "out.ndjson", "--notices", "/dev/full"]].concat())
        .ends(1)
        .says("/dev/full");
    assert_eq!(folder.read("out.ndjson"), "old");
}

#[test]
fn what_cannot_be_written_is_never_success() {
    let folder = package();
    for command in [
        "--version",
        "--help",
        "help run",
        "explain M0101",
        "test",
        "check --format json",
        "run --from s.In --to Thing in.ndjson",
    ] {
        let full = fs::File::options().write(true).open("/dev/full").expect("a full device");
        let mapc = Command::new(env!("CARGO_BIN_EXE_mapc"))
            .args(command.split(' '))
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(full)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(mapc.status.code(), Some(1), "mapc {command}: {}", String::from_utf8_lossy(&mapc.stderr));
    }
}

#[test]
fn an_interrupt_leaves_no_parts_behind() {
    for signal in ["INT", "TERM"] {
        let folder = package();
        let mut child = Command::new(env!("CARGO_BIN_EXE_mapc"))
            .args([&RUN[..], &[".", "-", "--out", "out.ndjson", "--rejects", "rejects.ndjson"]].concat())
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(INPUT.as_bytes()).unwrap();
        let parts = || {
            fs::read_dir(folder.path())
                .unwrap()
                .flatten()
                .filter(|it| it.file_name().as_bytes().ends_with(b".part"))
                .count()
        };
        let begun = Instant::now();
        while parts() < 2 && begun.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(parts(), 2);
        let sent = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        assert_eq!(child.wait().unwrap().code(), Some(130), "{signal}");
        assert_eq!(parts(), 0, "{signal}");
        assert!(!folder.path().join("out.ndjson").exists());
    }
}

#[test]
fn a_pipe_is_opened_once() {
    let folder = package();
    mkfifo(&folder, "pipe");
    let writer = std::thread::spawn({
        let path = folder.path().join("pipe");
        move || fs::write(path, INPUT).unwrap()
    });
    let ran = folder.mapc(&[&RUN[..], &[".", "pipe", "--input-format", "ndjson"]].concat()).ends(0);
    writer.join().unwrap();
    assert_eq!(ran.out, "{\"id\":\"1\",\"tags\":[]}\n");
}

#[test]
fn what_is_left_out_of_a_package_is_said() {
    let folder = package();
    mkfifo(&folder, "pipe.map");
    fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"odd\xFF.map")), "").unwrap();
    folder.link_to_folder("linked");
    let ran = folder.mapc(&["check"]).ends(0);
    for name in ["pipe.map", "odd\u{FFFD}.map", "linked"] {
        assert!(ran.err.contains(&format!("`{name}` is left out")), "{name}: {}", ran.err);
    }
}

#[test]
fn notices_are_shown_or_kept() {
    let folder = package();
    let input: String = (0..25).map(|id| format!("{{\"id\":\"{id}\",\"tags\":[null]}}\n")).collect();
    let ran = folder.mapc_with(&RUN, input.as_bytes()).ends(0).says("and 5 more notices; `--notices FILE` keeps all");
    assert_eq!(ran.err.matches("notice R0402 /tags/0: no tag (case.map:3:").count(), 20);
    let ran = folder.mapc_with(&[&RUN[..], &["--notices", "notices.ndjson"]].concat(), input.as_bytes()).ends(0);
    assert!(!ran.err.contains("R0402"), "{}", ran.err);
    let kept = folder.read("notices.ndjson");
    assert_eq!(kept.lines().count(), 25);
    let first: serde_json::Value = serde_json::from_str(kept.lines().next().unwrap()).unwrap();
    let is = |key: &str, value: serde_json::Value| assert_eq!(first[key], value, "{kept}");
    is("input", "-".into());
    is("line", 1.into());
    is("code", "R0402".into());
    is("pointer", "/tags/0".into());
    is("reason", "no tag".into());
}

#[test]
fn a_package_is_found_from_inside_and_places_lead_there() {
    let outer = Folder::new();
    outer.write("pkg/mapc.toml", "[package]\nname = \"case\"\nversion = \"0.1.0\"\n");
    outer
        .write("pkg/a.map", "entity A { key id: strin }\n")
        .write("pkg/sub/deep/b.map", "entity B { key id: strin }\n");
    let places = |arguments: &[&str]| outer.mapc(arguments).ends(1).err;
    for path in ["pkg", "pkg/a.map", "pkg/sub", "pkg/sub/deep/b.map"] {
        let err = places(&["check", path]);
        assert!(err.contains("[pkg/a.map:1:20]") && err.contains("[pkg/sub/deep/b.map:1:20]"), "{path}: {err}");
    }
    let inner = |folder: &str, arguments: &[&str]| {
        let ran = Command::new(env!("CARGO_BIN_EXE_mapc"))
            .args(arguments)
            .current_dir(outer.path().join(folder))
            .output()
            .unwrap();
        String::from_utf8_lossy(&ran.stderr).into_owned()
    };
    assert!(inner("pkg", &["check"]).contains("[a.map:1:20]"));
    let err = inner("pkg/sub/deep", &["check"]);
    assert!(err.contains("[../../a.map:1:20]"), "{err}");
    assert!(inner("pkg/sub/deep", &["check", "--format", "json"]).is_empty());
    let err = outer.mapc(&["check"]).ends(1).err;
    assert!(err.contains("is not a package"), "{err}");
}

#[test]
fn nothing_that_is_shown_steers_the_terminal() {
    let escape = "\u{1b}[31m";
    let folder = Folder::package(MAP);
    folder.write("in.csv", format!("{escape}id\n1\n"));
    folder.write(
        "two.map",
        "test \"a \\u{1B}[31m name\" { given s.In { \"id\": \"1\" } expect Thing has { \"id\": \"2\" } }\n",
    );
    let reject = format!("{{\"id\":\"1\",\"tags\":[{{\"{escape}\u{202E}\":1}}]}}\n");
    let runs = [
        folder.mapc(&[&RUN[..], &[".", "in.csv"]].concat()),
        folder.mapc_with(&RUN, reject.as_bytes()),
        folder.mapc(&["test"]),
        folder.mapc(&["test", ".", escape]),
        folder.mapc(&["check", escape]),
        folder.mapc(&["explain", escape]),
        folder.mapc(&[&RUN[..], &[".", escape]].concat()),
    ];
    folder.write("mapc.toml", "[package]\nname = \"case\"\nversion = \"0.1.0\"\n\"\\u001b[31mkey\" = 1\n");
    for ran in runs.into_iter().chain([folder.mapc(&["check"])]) {
        assert_ne!(ran.code, 0, "{}{}", ran.out, ran.err);
        assert!(
            !ran.out.contains('\u{1b}') && !ran.err.contains(['\u{1b}', '\u{202E}']),
            "{:?} {:?}",
            ran.out,
            ran.err
        );
    }
}

#[test]
fn what_cannot_be_formatted_is_said() {
    let folder = Folder::package("entity A {\n key id: string\n");
    let before = folder.read("case.map");
    folder.mapc(&["fmt", "--check"]).ends(1).says("case.map:");
    folder.mapc(&["fmt"]).ends(1).says("case.map:");
    assert!(folder.read("case.map").len() <= before.len() + 2);
}

#[test]
fn a_record_of_csv_files_needs_no_option() {
    let folder = Folder::package(
        "entity Thing { key id: string }
system s (format = csv(separator = \";\")) { record In { id: string, name: string? }, record Out { id: string } }
map s.In -> Thing { id = id, ignore name because \"not wanted\" }
map Thing -> s.Out { id = id }
",
    );
    let ran = folder.mapc_with(&["run", "--from", "s.In", "--to", "Thing"], b"id;name\n1;x\n").ends(0);
    assert_eq!(ran.out, "{\"id\":\"1\"}\n");
    let ran = folder.mapc_with(&["run", "--from", "s.In", "--to", "s.Out"], b"id;name\n1;x\n").ends(0);
    assert_eq!(ran.out, "id\n1\n");
    let ran = folder
        .mapc_with(&["run", "--from", "Thing", "--to", "s.Out", "--output-format", "json"], b"{\"id\":\"1\"}\n")
        .ends(0);
    assert_eq!(ran.out, "[\n{\"id\":\"1\"}\n]\n");
}
