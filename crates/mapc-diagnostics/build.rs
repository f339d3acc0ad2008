//! Makes a typed constant of each `codes/NUMBER-name.md`, so that adding a code is adding a file.

use std::{env, fmt::Write as _, fs, io, path::Path};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=codes");
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let folder = Path::new(&root).join("codes");
    let mut files: Vec<String> = fs::read_dir(&folder)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".md").map(str::to_owned))
        .collect();
    files.sort();
    let (mut constants, mut pages) = (String::new(), String::new());
    for file in files {
        let path = folder.join(format!("{file}.md"));
        let text = fs::read_to_string(&path)?;
        let wrong = |what: &str| io::Error::other(format!("{}: {what}", path.display()));
        let (number, name) = file.split_once('-').ok_or_else(|| wrong("is not named as in `M0201-unknown-name.md`"))?;
        let title = field(&text, "title").ok_or_else(|| wrong("its front matter has no line `title: …`"))?;
        let severity = match field(&text, "severity") {
            Some("error") => "Error",
            Some("warning") => "Warning",
            _ => return Err(wrong("its front matter has neither `severity: error` nor `severity: warning`")),
        };
        let constant = name.replace('-', "_").to_uppercase();
        let _ = writeln!(
            constants,
            "/// {number}: {title}.\npub const {constant}: Code = Code::new({number:?}, Severity::{severity});"
        );
        let _ = writeln!(pages, "    ({file:?}, include_str!({:?})),", path.display().to_string());
    }
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let made = format!("{constants}\npub(super) const FILES: &[(&str, &str)] = &[\n{pages}];\n");
    fs::write(Path::new(&out).join("codes.rs"), made)
}

/// A line `key: value` of the front matter.
fn field<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let front = text.strip_prefix("---\n")?.split_once("\n---\n")?.0;
    front.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
}
