//! `mapc run`: formats, rejections, exit codes, and input that is broken in every way.

mod support;

use std::io::Read as _;
use std::process::{Command, Stdio};

use serde_json::Value;
use support::Folder;

const MAP: &str = r#"
system a (blank = absent) { record In { id: int, name: string, note: string? } }
entity Thing { key id: int, name: string(1..5), note: string? }
system b { record Out { id: int, label: string } }
map a.In -> Thing { id = id, name = name.trim(), note = note }
map Thing -> b.Out {
  id = id
  label = name
  ignore note because "nobody asks for it"
}
"#;

fn package() -> Folder {
    Folder::package(MAP)
}

/// Runs `a.In` to `b.Out` with further arguments and an input on standard input.
fn run(folder: &Folder, more: &[&str], input: &[u8]) -> support::Ran {
    let fixed = ["run", "--from", "a.In", "--to", "b.Out"];
    folder.mapc_with(&[&fixed[..], more].concat(), input)
}

fn rejects(folder: &Folder, name: &str) -> Vec<Value> {
    folder.read(name).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} in {value}"))
}

#[test]
fn records_go_through_from_standard_input_to_standard_output() {
    let ran = run(&package(), &[], b"{\"id\":1,\"name\":\" x \"}\n\n{\"name\":\"y\",\"id\":2}").ends(0);
    assert_eq!(ran.out, "{\"id\":1,\"label\":\"x\"}\n{\"id\":2,\"label\":\"y\"}\n");
    ran.says("read 2, written 2, skipped 0, deleted 0, rejected 0, notices 0 in ");
    let ran = run(&package(), &[".", "-"], b"{\"id\":1,\"name\":\"x\"}").ends(0);
    assert_eq!(ran.out, "{\"id\":1,\"label\":\"x\"}\n");
    let ran = run(&package(), &[], b"").ends(0);
    assert_eq!(ran.out, "");
}

#[test]
fn rejections_are_shown_where_no_file_is_named() {
    let input: String = (0..25).map(|id| format!("{{\"id\":{id}}}\n")).collect();
    let ran = run(&package(), &[], input.as_bytes()).ends(3).says("and 5 more rejected; `--rejects FILE` keeps all");
    assert_eq!(ran.err.matches("R0202 /name").count(), 20);
    assert!(ran.err.contains("-:1: rejected\n  R0202 /name: "), "{}", ran.err);
    assert!(ran.err.contains("(case.map:2:50)"), "{}", ran.err);
}

#[test]
fn the_rejects_file_holds_all_that_is_known() {
    let folder = package();
    let input = "{\"id\":1,\"name\":\"x\"}\n{\"id\":\"1\", \"name\":\"too long\"}\n{\"id\":2,\"name\":\"sixsix\"}\n";
    folder.write("in.ndjson", input);
    let ran = run(&folder, &["in.ndjson", "--rejects", "r.ndjson", "--out", "o.ndjson"], b"").ends(3);
    assert!(!ran.err.contains("R0"), "problems are in the file, not on the terminal: {}", ran.err);
    assert_eq!(folder.read("o.ndjson"), "{\"id\":1,\"label\":\"x\"}\n");
    let [first, second] = rejects(&folder, "r.ndjson").try_into().unwrap();
    assert_eq!((text(&first, "input"), first["line"].as_u64()), ("in.ndjson", Some(2)));
    assert_eq!(
        (text(&first, "code"), text(&first, "pointer"), text(&first, "place")),
        ("R0201", "/id", "case.map:2:41")
    );
    assert_eq!(text(&first, "original"), "{\"id\":\"1\", \"name\":\"too long\"}");
    assert_eq!(first["problems"].as_array().map(Vec::len), Some(1), "the maps do not run on what does not read");
    assert_eq!((text(&second, "code"), text(&second, "pointer")), ("R0301", "/name"));
    assert_eq!(text(&second["problems"][0], "target"), "name");
}

#[test]
fn broken_input_is_turned_away_and_the_next_record_goes_on() {
    let deep = "[".repeat(100_000);
    let long = format!("{{\"id\":1,\"name\":\"{}\"}}", "x".repeat(10_000_000));
    let cases: &[(&[u8], &str)] = &[
        (b"\xFF\xFE{}", "R0101"),
        (b"{\"id\":1,\"name\":\"\xC3\"}", "R0101"),
        (b"not json", "R0102"),
        (b"{\"id\":1,}", "R0102"),
        (b"\xEF\xBB\xBF{\"id\":1,\"name\":\"x\"}", "R0102"),
        (b"{\"id\":1,\"name\":\"x\"", "R0104"),
        (deep.as_bytes(), "R0103"),
        (long.as_bytes(), "R0107"),
        (b"{\"id\":1,\"name\":\"\\ud800\"}", "R0105"),
        (b"{\"id\":1,\"name\":\"x\",\"other\":\"\\ud800\"}", "R0105"),
        (b"{\"id\":1,\"id\":1,\"name\":\"x\"}", "R0205"),
        (b"{\"id\":9223372036854775808,\"name\":\"x\"}", "R0207"),
        (b"{\"id\":1e400,\"name\":\"x\"}", "R0207"),
        (b"{\"id\":1.5,\"name\":\"x\"}", "R0201"),
        (b"[]", "R0201"),
        (b"null", "R0201"),
    ];
    for (broken, code) in cases {
        let folder = package();
        let input = [b"{\"id\":1,\"name\":\"x\"}\n", *broken, b"\n{\"id\":2,\"name\":\"y\"}\n"].concat();
        let ran = run(&folder, &["--rejects", "r.ndjson"], &input).ends(3).says("read 3, written 2");
        assert_eq!(ran.out, "{\"id\":1,\"label\":\"x\"}\n{\"id\":2,\"label\":\"y\"}\n");
        let [reject] = rejects(&folder, "r.ndjson").try_into().unwrap();
        assert_eq!((text(&reject, "code"), reject["line"].as_u64()), (*code, Some(2)), "{reject:.300}");
        let original = match reject["original"].as_str() {
            Some(original) => original.as_bytes().to_vec(),
            None => {
                base64::Engine::decode(&base64::engine::general_purpose::STANDARD, text(&reject, "original_base64"))
                    .unwrap()
            }
        };
        assert!(original == *broken, "nothing is missing from the rejects ({code})");
    }
}

#[test]
fn keys_of_the_input_never_steer_the_terminal() {
    let folder = Folder::package(
        "system a (unknown = reject) { record In { id: int } }\nentity T { key id: int }\nmap a.In -> T { id = id }\n",
    );
    let ran = folder
        .mapc_with(&["run", "--from", "a.In", "--to", "T"], b"{\"id\":1,\"\\u001b[31m\":2}")
        .ends(3)
        .says("R0204");
    assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
}

#[test]
fn a_byte_order_mark_at_the_start_is_passed_over() {
    let ran = run(&package(), &[], b"\xEF\xBB\xBF{\"id\":1,\"name\":\"x\"}\n").ends(0);
    assert_eq!(ran.out, "{\"id\":1,\"label\":\"x\"}\n");
}

#[test]
fn json_documents_come_and_go_as_they_are() {
    let folder = package();
    folder.write("one.json", "{\"id\":1,\"name\":\"x\"}").write("many.json", "[{\"id\":1,\"name\":\"x\"},{\"id\":2}]");
    run(&folder, &["one.json", "--out", "o.json"], b"").ends(0);
    assert_eq!(folder.read("o.json"), "{\"id\":1,\"label\":\"x\"}\n");
    run(&folder, &["many.json", "--out", "o.json", "--rejects", "r.ndjson"], b"").ends(3);
    assert_eq!(folder.read("o.json"), "[\n{\"id\":1,\"label\":\"x\"}\n]\n");
    let [reject] = rejects(&folder, "r.ndjson").try_into().unwrap();
    assert_eq!((text(&reject, "at"), text(&reject, "original")), ("/1", "{\"id\":2}"));
    run(&folder, &["one.json", "many.json", "--out", "o.json"], b"").ends(3);
    assert_eq!(folder.read("o.json"), "[\n{\"id\":1,\"label\":\"x\"},\n{\"id\":1,\"label\":\"x\"}\n]\n");
    let ran = run(&folder, &["--input-format", "json", "--output-format", "json"], b"[]").ends(0);
    assert_eq!(ran.out, "[]\n");
}

#[test]
fn records_inside_documents_are_found_by_pointer() {
    let folder = package();
    folder.write("orders.json", "{\"page\":1,\"orders\":[{\"id\":1,\"name\":\"x\"},{\"id\":2,\"name\":\"y\"}]}");
    let ran = run(&folder, &["orders.json", "--at", "/orders"], b"").ends(0);
    assert_eq!(ran.out, "{\"id\":1,\"label\":\"x\"}\n{\"id\":2,\"label\":\"y\"}\n");
    run(&folder, &["orders.json", "--at", "/order"], b"").ends(3).says("the document has nothing at `/order`");
    run(&folder, &["orders.json", "--at", "orders"], b"").ends(2).says("a JSON pointer begins with `/`");
    folder.write("cut.json", "{\"orders\":[{\"id\":1,\"name\":\"x\"},{\"id\":2,");
    let ran = run(&folder, &["cut.json", "--at", "/orders"], b"").ends(3).says("R0104");
    assert_eq!(ran.out, "{\"id\":1,\"label\":\"x\"}\n");
}

#[test]
fn csv_rows_are_read_by_header_and_written_under_one() {
    let folder = package();
    folder.write("in.csv", "\u{feff}name,extra,id\r\n\"a,b\",?,1\r\nx,?\r\n\"say \"\"y\"\"\",?,x\r\nz,?,4\r\nq,?,\"5");
    let ran = run(&folder, &["in.csv", "--out", "o.csv", "--rejects", "r.ndjson"], b"").ends(3);
    ran.says("read 5, written 2");
    assert_eq!(folder.read("o.csv"), "id,label\n1,\"a,b\"\n4,z\n");
    let found: Vec<(String, u64)> = rejects(&folder, "r.ndjson")
        .iter()
        .map(|reject| (text(reject, "code").to_owned(), reject["line"].as_u64().unwrap()))
        .collect();
    assert_eq!(found, [("R0108".to_owned(), 3), ("R0201".to_owned(), 4), ("R0109".to_owned(), 6)]);
}

#[test]
fn headers_that_do_not_fit_are_told_once_before_any_row() {
    let folder = package();
    folder.write("in.csv", "id,nme\n1,x\n").write("empty.csv", "").write("twice.csv", "id,name,id\n1,x,2\n");
    folder.write("o.ndjson", "kept");
    let ran = run(&folder, &["in.csv", "--out", "o.ndjson"], b"").ends(1);
    ran.says("`in.csv` cannot be read as `a.In`: it has no column `name`, which `a.In` demands");
    assert_eq!(folder.read("o.ndjson"), "kept", "what was there stays where a run fails");
    run(&folder, &["empty.csv"], b"").ends(1).says("it has no header");
    run(&folder, &["twice.csv"], b"").ends(1).says("it has a second column `id`");
}

#[test]
fn usage_and_missing_files_are_told_by_name() {
    let folder = package();
    folder.write("in.ndjson", "").write("data.txt", "");
    run(&folder, &["nosuch.ndjson"], b"").ends(1).says("there is no folder `nosuch.ndjson`");
    run(&folder, &[".", "nosuch.ndjson"], b"").ends(1).says("cannot read `nosuch.ndjson`: no such file or directory");
    run(&folder, &["data.txt"], b"").ends(2).says("--input-format");
    run(&folder, &["--out", "o.txt"], b"").ends(2).says("--output-format");
    run(&folder, &["--out", "no/o.ndjson"], b"").ends(1).says("cannot write `no/o.ndjson`: no such file or directory");
    run(&folder, &["--out", ".", "--output-format", "csv"], b"").ends(1).says("cannot write `.`: is a directory");
    run(&folder, &["--out", "x.ndjson", "--rejects", "./x.ndjson"], b"").ends(2).says("names the same file");
    run(&folder, &["--max-record", "0"], b"").ends(2);
    run(&folder, &["--input-format", "csv", "--at", "/x"], b"").ends(2).says("--at");
    folder.mapc(&["run", "--from", "a.In"]).ends(2).says("--to");
}

#[test]
fn records_and_routes_that_are_not_there_are_told_with_what_is() {
    let folder = Folder::package(
        "system a { record In { id: int } }\n\
         entity One { key id: int }\nentity Two { key id: int }\n\
         system b { record Out { id: int } }\n\
         map a.In -> One { id = id }\nmap a.In -> Two { id = id }\n\
         map One -> b.Out { id = id }\nmap Two -> b.Out { id = id }\n",
    );
    let run = |arguments: &[&str]| folder.mapc_with(&[&["run"], arguments].concat(), b"{\"id\":1}");
    run(&["--from", "a.Inn", "--to", "b.Out"]).ends(1).says("there is no record `a.Inn`; `a.In` is the nearest");
    run(&["--from", "Out", "--to", "One"]).ends(1).says("`b.Out` is the nearest");
    run(&["--from", "b.Out", "--to", "a.In"]).ends(1).says("nothing leads from `b.Out` to `a.In`");
    run(&["--from", "a.In", "--to", "b.Out"])
        .ends(1)
        .says("`a.In -> One -> b.Out`, `a.In -> Two -> b.Out`")
        .says("--route");
    run(&["--from", "a.In", "--to", "b.Out", "--route", "Three"]).ends(1).says("it can be `One`, `Two`");
    run(&["--from", "a.In", "--to", "b.Out", "--route", "Two"]).ends(0);
}

#[test]
fn deletions_need_a_place_to_go() {
    let folder = Folder::package(
        "system a { record In { id: int, gone: bool } }\nentity Thing { key id: int }\n\
         map a.In -> Thing {\n  skip when id < 0 because \"of no interest\"\n  delete when gone { id = id }\n  id = id\n}\n",
    );
    let input = b"{\"id\":1,\"gone\":true}\n{\"id\":2,\"gone\":false}\n{\"id\":-1,\"gone\":false}\n";
    let run = |more: &[&str]| folder.mapc_with(&[&["run", "--from", "a.In", "--to", "Thing"], more].concat(), input);
    run(&[]).ends(1).says("can delete records; say with `--deletes FILE`");
    let ran = run(&["--deletes", "d.ndjson"]).ends(0).says("read 3, written 1, skipped 1, deleted 1, rejected 0");
    assert_eq!((ran.out.as_str(), folder.read("d.ndjson").as_str()), ("{\"id\":2}\n", "{\"id\":1}\n"));
    let ran = run(&["--deletes", "d.ndjson", "--output-format", "csv"]).ends(0);
    assert_eq!((ran.out.as_str(), folder.read("d.ndjson").as_str()), ("id\n2\n", "{\"id\":1}\n"));
}

#[test]
fn context_is_fixed_at_intake() {
    let folder = Folder::package(
        "system a { record In { id: int } }\nentity Thing { key id: int, from: string, at: timestamp }\n\
         map a.In -> Thing { id = id, from = $message_id, at = $received_at }\n",
    );
    folder.write("in.json", "{\"list\":[{\"id\":1}]}");
    let fixed = ["run", "--from", "a.In", "--to", "Thing", "--received-at", "2026-01-02T03:04:05Z"];
    let ran = folder.mapc_with(&fixed, b"\n{\"id\":1}").ends(0);
    assert_eq!(ran.out, "{\"id\":1,\"from\":\"-:2\",\"at\":\"2026-01-02T03:04:05Z\"}\n");
    let ran = folder.mapc(&[&fixed[..], &["in.json", "--at", "/list"]].concat()).ends(0);
    assert_eq!(ran.out, "{\"id\":1,\"from\":\"in.json#/list/0\",\"at\":\"2026-01-02T03:04:05Z\"}\n");
    folder.mapc(&["run", "--from", "a.In", "--to", "Thing", "--received-at", "noon"]).ends(2);
}

#[test]
fn a_package_with_errors_is_not_run() {
    let folder = Folder::package("entity A { key id: Nothing }\n");
    folder.mapc(&["run", "--from", "A", "--to", "A"]).ends(1).says("1 error");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = package();
    let line = "{\"id\":1,\"name\":\"x\"}\n";
    folder.write("in.ndjson", line.repeat(200_000));
    let mut child = Command::new(env!("CARGO_BIN_EXE_mapc"))
        .args(["run", "--from", "a.In", "--to", "b.Out", "in.ndjson"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn nothing_is_left_behind_where_a_run_fails() {
    let folder = package();
    folder.write("a.ndjson", "{\"id\":1,\"name\":\"x\"}\n").write("b.csv", "nothing\n");
    run(&folder, &["a.ndjson", "b.csv", "--out", "o.ndjson", "--rejects", "r.ndjson"], b"").ends(1);
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["a.ndjson", "b.csv", "case.map", "mapc.toml"]);
}
