//! `explain`, `completions`, `init`, and packages that cannot be loaded.

mod support;

use support::Folder;

#[test]
fn explain_gives_the_long_form_in_either_case() {
    let ran = Folder::new().mapc(&["explain", "m0201"]).ends(0);
    assert!(ran.out.starts_with("M0201: unknown name\n"), "{}", ran.out);
    assert!(ran.out.contains("\nunknown-name\n") && ran.out.contains("## Wrong") && ran.out.contains("## Right"));
    let by_name = Folder::new().mapc(&["explain", "Unknown-Name"]).ends(0);
    assert_eq!(by_name.out, ran.out);
    let of_run_time = Folder::new().mapc(&["explain", "constraint-violated"]).ends(0);
    assert!(of_run_time.out.starts_with("R0301: demand of the type not met\n"), "{}", of_run_time.out);
}

#[test]
fn explain_of_an_unknown_code_names_the_nearest() {
    Folder::new()
        .mapc(&["explain", "M02O1"])
        .ends(1)
        .says("there is no code `M02O1`; the nearest is M0201: unknown name");
    Folder::new().mapc(&["explain", "unknown-nam"]).ends(1).says("the nearest is M0201: unknown name");
    Folder::new().mapc(&["explain", "nonsense"]).ends(1).says("codes look like `M0201`");
}

#[test]
fn completions_are_printed_for_each_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = Folder::new().mapc(&["completions", shell]).ends(0);
        assert!(ran.out.contains("explain"), "{shell}: {}", ran.out);
    }
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let folder = Folder::new();
    folder.mapc(&["man", "pages"]).ends(0);
    // Once more, over those that are there.
    folder.mapc(&["man", "pages"]).ends(0);
    let help = folder.mapc(&["--help"]).ends(0).out;
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let mut count = 0;
    for command in commands.filter_map(|line| line.split_whitespace().next()).filter(|command| *command != "help") {
        let page = folder.read(&format!("pages/mapc-{command}.1"));
        assert!(page.contains(".SH NAME") && page.contains(command), "{command}: {page}");
        count += 1;
    }
    assert!(count >= 10, "{help}");
    assert!(folder.read("pages/mapc-run.1").contains("\\-\\-rejects"));
    folder.write("file", "");
    folder.mapc(&["man", "file"]).ends(1).says("file");
}

#[test]
fn wrong_usage_ends_with_two() {
    let folder = Folder::new();
    folder.mapc(&["chekc"]).ends(2).says("check");
    folder.mapc(&[]).ends(2);
    folder.mapc(&["completions", "tcsh"]).ends(2);
    folder.mapc(&["check", "--format", "xml"]).ends(2).says("human");
}

#[test]
fn the_usage_of_run_reads_as_it_is_meant() {
    let folder = Folder::new();
    let usage = "mapc run [OPTIONS] --from <RECORD> --to <RECORD> [DIR] [INPUT]...";
    folder.mapc(&["run", "p", "in.ndjson"]).ends(2).says(usage);
    assert!(folder.mapc(&["run", "--help"]).ends(0).out.contains(usage));
}

#[test]
fn what_init_writes_is_formatted() {
    let folder = Folder::new();
    folder.mapc(&["init", "new"]).ends(0);
    folder.mapc(&["fmt", "--check", "new"]).ends(0);
    folder.mapc(&["test", "new"]).ends(0);
}

#[test]
fn init_never_overwrites() {
    let folder = Folder::new();
    folder.write("new/signup.map", "mine");
    folder.mapc(&["init", "new"]).ends(1).says("is there already and nothing is overwritten");
    assert_eq!(folder.read("new/signup.map"), "mine");
    assert!(!folder.path().join("new/mapc.toml").exists(), "a refusal leaves nothing behind");
}

#[test]
fn init_in_a_folder_whose_name_cannot_be_that_of_a_crate() {
    let folder = Folder::new();
    folder.mapc(&["init", "std"]).ends(0);
    assert!(folder.read("std/mapc.toml").contains("name = \"std-mappings\""));
    folder.mapc(&["check", "std"]).ends(0);
}

#[test]
fn what_is_no_package_is_told_the_way_out() {
    let folder = Folder::new();
    folder.write("file", "");
    folder.mapc(&["check"]).ends(1).says("M0801").says("mapc init");
    folder.mapc(&["check", "nowhere"]).ends(1).says("there is no folder `nowhere`");
    folder.mapc(&["check", "file"]).ends(1).says("`file` is not a folder");
}

#[test]
fn mistakes_in_the_manifest_are_shown_in_place() {
    let cases = [
        ("", "M0803", "has no table `[package]`"),
        ("[package]\nname = crm\n", "M0802", "mapc.toml:2:8"),
        ("[package]\nname = \"crm\"\n", "M0803", "does not say the package's version"),
        ("[package]\nname = \"CRM\"\nversion = \"0.1.0\"\n", "M0809", "mapc.toml:2:8"),
        ("[package]\nname = \"proc-macro\"\nversion = \"0.1.0\"\n", "M0226", "call it `proc-macro-mappings`"),
        ("[package]\nname = \"mapc_runtime\"\nversion = \"0.1.0\"\n", "M0226", "mapc.toml:2:8"),
        ("[package]\nname = \"crm\"\nversion = \"01.0.0\"\n", "M0809", "mapc.toml:3:11"),
        ("[package]\nname = \"crm\"\nversion = 1\n", "M0809", "`version` is not a text"),
        ("[package]\nname = \"crm\"\nversion = \"0.1.0\"\nautor = \"me\"\n", "M0804", "no use for `autor`"),
        ("[package]\nname = \"crm\"\nversion = \"0.1.0\"\n[dependencies]\n", "M0811", "mapc.toml:4:2"),
    ];
    for (text, code, says) in cases {
        let folder = Folder::new();
        folder.write("mapc.toml", text).write("a.map", "entity A { key id: string }\n");
        folder.mapc(&["check"]).ends(1).says(code).says(says);
    }
}

#[test]
fn files_that_are_no_text_are_shown_by_place_and_never_crash() {
    let folder = Folder::package("");
    folder.write("bad.map", b"entity A {\n  key id: \xFFstring\n}\n");
    folder.mapc(&["check"]).ends(1).says("M0805").says("bad.map:2:11").says("0xFF");

    let folder = Folder::package("");
    folder.write("binary.map", (0..=255u8).cycle().take(100_000).collect::<Vec<u8>>());
    let ran = folder.mapc(&["check"]).ends(1).says("M0805");
    assert!(!ran.err.contains('\u{1b}'), "control characters of a file never reach the terminal");
    assert!(ran.err.len() < 4_000, "long lines are shown in part");

    let folder = Folder::package("");
    folder.write("long.map", vec![b' '; 5 * 1024 * 1024]);
    folder.mapc(&["check"]).ends(1).says("M0806").says("longer than 4 MiB");
}

#[test]
fn a_file_that_declares_nothing_is_a_warning() {
    for text in ["", "\n  \n", "// later\n", "\u{feff}"] {
        let folder = Folder::package("entity A { key id: string }\n");
        folder.write("empty.map", text);
        folder.mapc(&["check"]).says("M0810").says("`empty.map` declares nothing");
    }
}

#[test]
fn a_package_without_files_says_so() {
    let folder = Folder::new();
    folder.write("mapc.toml", "[package]\nname = \"case\"\nversion = \"0.1.0\"\n");
    folder.write(".hidden/a.map", "").write("target/b.map", "").write("other/mapc.toml", "").write("other/c.map", "");
    folder.mapc(&["check"]).ends(1).says("M0808");
}

#[test]
fn json_reports_are_one_document() {
    let folder = Folder::new();
    folder.write("mapc.toml", "[package]\nnam = \"é\"\n");
    let ran = folder.mapc(&["check", "--format", "json"]).ends(1);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let first = &report["diagnostics"][0];
    assert_eq!(report["errors"], 3);
    assert_eq!(first["code"], "M0804");
    assert_eq!(first["labels"][0]["line"], 2);
    assert_eq!(first["labels"][0]["column"], 1);
    assert_eq!(first["labels"][0]["end_column"], 4);
    assert_eq!(first["fixes"][0]["edits"][0]["text"], "name");
    assert_eq!(ran.err, "");
}
