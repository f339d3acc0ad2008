//! Makes a typed constant of each `codes/NUMBER-name.md`, so that adding a code is adding a file.
//!
//! It is compiled for each program that maps, so it needs nothing but the standard library.

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
        let (number, name) = file.split_once('-').ok_or_else(|| wrong("is not named as in `R0203-blank.md`"))?;
        let title = text.strip_prefix("---\ntitle: ").and_then(|rest| rest.lines().next());
        let title = title.ok_or_else(|| wrong("does not begin with front matter, `---` and a line `title: …`"))?;
        let constant = name.replace('-', "_").to_uppercase();
        let _ = writeln!(constants, "/// {number}: {title}.\npub const {constant}: Code = Code({number:?});");
        let _ = writeln!(pages, "    ({file:?}, include_str!({:?})),", path.display().to_string());
    }
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    // A constant, not a static: what nobody reads is not in the program.
    let made = format!(
        "{constants}\n/// The pages that explain them: the name of each file without `.md`, and its text.\n\
         pub const PAGES: &[(&str, &str)] = &[\n{pages}];\n"
    );
    fs::write(Path::new(&out).join("codes.rs"), made)
}
