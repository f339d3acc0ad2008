//! `mapc fmt` and `mapc build`.

mod support;

use support::Folder;

const UGLY: &str = "// kept\nentity   A{key id:string}\n\n\n\nsystem s{record R{id:string}}\nmap s.R->A{id=id}\n";

#[test]
fn fmt_changes_files_once_and_keeps_their_meaning() {
    let folder = Folder::package(UGLY);
    let ran = folder.mapc(&["fmt", "--check"]).ends(1).says("1 file not formatted");
    assert_eq!(ran.out, "./case.map\n");
    assert_eq!(folder.read("case.map"), UGLY, "`--check` changes nothing");
    folder.mapc(&["fmt"]).ends(0).says("1 file, 1 changed");
    let formatted = folder.read("case.map");
    assert!(formatted.contains("// kept") && formatted != UGLY, "{formatted}");
    folder.mapc(&["fmt"]).ends(0).says("1 file, 0 changed");
    assert_eq!(folder.read("case.map"), formatted);
    folder.mapc(&["fmt", "--check", "case.map"]).ends(0);
    folder.mapc(&["check"]).ends(0);
}

#[test]
fn fmt_tells_what_it_cannot_read() {
    let folder = Folder::package("");
    folder.mapc(&["fmt", "nosuch.map"]).ends(1).says("`nosuch.map` cannot be read: No such file");
    folder.write("bad.map", b"\xFF");
    folder.mapc(&["fmt"]).ends(1).says("bad.map` is not UTF-8");
    assert_eq!(std::fs::read(folder.path().join("bad.map")).unwrap(), b"\xFF");
}

#[test]
fn fmt_leaves_nothing_beside_the_files() {
    let folder = Folder::package(UGLY);
    folder.mapc(&["fmt", "."]).ends(0);
    let names = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 2, "mapc.toml and case.map");
}

fn small() -> Folder {
    Folder::package("entity A { key id: string }\nsystem s { record R { id: string } }\nmap s.R -> A { id = id }\n")
}

#[test]
fn build_writes_a_crate_and_only_what_changed() {
    let folder = small();
    let ran = folder.mapc(&["build"]).ends(0);
    let out = "target/mapc/case";
    let manifest = folder.read(&format!("{out}/Cargo.toml"));
    assert!(manifest.contains("name = \"case\"") && manifest.contains("path = \"runtime/mapc-runtime\""), "{manifest}");
    let runtime = folder.read(&format!("{out}/runtime/mapc-runtime/Cargo.toml"));
    assert!(!runtime.contains("workspace"), "the runtime stands by itself: {runtime}");
    let number = |ran: &support::Ran| ran.err.split(' ').next().unwrap().to_owned();
    let files = number(&ran);
    ran.says(&format!("{files} files in `./{out}`, {files} changed, 0 removed"));

    let mut routes =
        std::fs::read_dir(folder.path().join(out).join("src/routes")).unwrap().map(|file| file.unwrap().path());
    let route = routes.find(|path| path.is_file()).unwrap();
    let before = route.metadata().unwrap().modified().unwrap();
    folder.mapc(&["build"]).ends(0).says(", 0 changed, 0 removed");
    assert_eq!(route.metadata().unwrap().modified().unwrap(), before);

    let text = folder.read("case.map").replace("s.R", "s.Row").replace("record R ", "record Row ");
    folder.write("case.map", text);
    folder.mapc(&["build"]).ends(0).says(", 2 removed");
    assert!(!route.exists(), "what no route needs any more is gone");
}

#[test]
fn build_never_writes_among_foreign_files() {
    let folder = small();
    folder.write("mine/notes.txt", "mine");
    folder.mapc(&["build", "--out", "mine"]).ends(1).says("`mine` holds files that mapc did not write");
    assert!(!folder.path().join("mine/Cargo.toml").exists());
    folder.mapc(&["build", "--out", "case.map"]).ends(1).says("case.map");
}

#[test]
fn a_build_that_ended_half_way_can_be_begun_again() {
    let folder = small();
    // A folder where a file should be.
    folder.write("out/.mapc-files", "src/types.rs\n").write("out/src/types.rs/x", "");
    folder.mapc(&["build", "--out", "out"]).ends(1).says("types.rs");
    std::fs::remove_dir_all(folder.path().join("out/src/types.rs")).unwrap();
    std::fs::remove_file(folder.path().join("out/src/lib.rs")).unwrap();
    folder.mapc(&["build", "--out", "out"]).ends(0).says("0 removed");
    assert!(folder.read("out/.mapc-files").contains("src/types.rs\n"));

    let folder = small();
    std::fs::create_dir_all(folder.path().join("out")).unwrap();
    folder.mapc(&["build", "--out", "out"]).ends(0);
    assert_eq!(folder.read("out/.mapc-files").lines().filter(|name| *name == "src/lib.rs").count(), 1);
}

#[test]
fn a_planted_list_of_files_removes_nothing() {
    let outside = Folder::new();
    outside.write("kept.txt", "kept");
    let kept = outside.path().join("kept.txt");
    let up = format!("src/../../{}/kept.txt", outside.path().file_name().unwrap().to_str().unwrap());
    for entry in ["../case.map", "./../case.map", "", &up, kept.to_str().unwrap(), "src/lib.rs\n..", "."] {
        let folder = small();
        folder.write("theirs/.mapc-files", format!("{entry}\n"));
        folder.mapc(&["build", "--out", "theirs"]).ends(1).says("lists `").says("name an empty folder with `--out`");
        assert!(folder.path().join("case.map").exists() && kept.exists(), "{entry}");
        assert!(!folder.path().join("theirs/Cargo.toml").exists(), "a refusal leaves nothing behind");
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_a_link() {
    use std::os::unix::fs::symlink;

    let outside = Folder::new();
    outside.write("kept.txt", "kept").write("lib.rs", "kept");
    let at = |name: &str| outside.path().join(name);
    // Where the link lies, where it leads, what the list says.
    let cases = [
        ("theirs/old", at(""), "old/kept.txt"),
        ("theirs/a/b", at(""), "a/b/kept.txt"),
        ("theirs/old.rs", at("kept.txt"), "old.rs"),
        ("theirs/src", at(""), "src/lib.rs"),
        ("theirs/src/lib.rs", at("lib.rs"), "Cargo.toml"),
        ("theirs/.mapc-files", at("kept.txt"), ""),
        ("theirs/.mapc-files", at("nothing"), ""),
    ];
    for (link, to, entry) in cases {
        let folder = small();
        let link = folder.path().join(link);
        std::fs::create_dir_all(link.parent().unwrap()).unwrap();
        if !entry.is_empty() {
            folder.write("theirs/.mapc-files", format!("{entry}\n"));
        }
        symlink(to, &link).unwrap();
        folder.mapc(&["build", "--out", "theirs"]).ends(1).says("is a link");
        assert_eq!((outside.read("kept.txt"), outside.read("lib.rs")), ("kept".to_owned(), "kept".to_owned()));
        assert!(!at("nothing").exists() && link.is_symlink() && !folder.path().join("theirs/Cargo.toml").exists());
    }

    let folder = small();
    symlink(at("new"), folder.path().join("named")).unwrap();
    std::fs::create_dir(at("new")).unwrap();
    folder.mapc(&["build", "--out", "named"]).ends(0);
    assert!(at("new/Cargo.toml").exists(), "a folder that was named may be a link");
}

#[test]
fn the_runtime_can_come_from_elsewhere() {
    let folder = small();
    folder.mapc(&["build", "--out", "v", "--runtime", "0.1.2"]).ends(0);
    assert!(folder.read("v/Cargo.toml").contains("version = \"0.1.2\""));
    assert!(!folder.path().join("v/runtime").exists());
    folder.write("rt/mapc-runtime/Cargo.toml", "");
    folder.mapc(&["build", "--out", "p", "--runtime", "path=rt/mapc-runtime"]).ends(1).says("have to stand beside");
    folder.write("rt/mapc-interp/Cargo.toml", "");
    folder.mapc(&["build", "--out", "p", "--runtime", "path=rt/mapc-runtime"]).ends(0);
    let path = folder.path().canonicalize().unwrap().join("rt");
    for name in ["mapc-runtime", "mapc-interp"] {
        assert!(folder.read("p/Cargo.toml").contains(path.join(name).to_str().unwrap()), "{name}");
    }
    folder.mapc(&["build", "--runtime", "path=nosuch"]).ends(1).says("nosuch");
    folder.mapc(&["build", "--runtime", "none of these"]).ends(2).says("`path=DIR`");
}

#[test]
fn a_package_with_errors_is_not_built() {
    let folder = Folder::package("entity A { key id: Nothing }\n");
    folder.mapc(&["build"]).ends(1).says("1 error");
    assert!(!folder.path().join("target").exists());
}
