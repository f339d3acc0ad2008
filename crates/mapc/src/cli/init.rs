//! `mapc init`.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use mapc::manifest::{MANIFEST, name_of};

use super::Ending;
use super::args::Init;
use super::failure::{Failure, print};

/// The files of the package, but for `mapc.toml`.
const FILES: [(&str, &str); 3] = [
    ("customer.map", include_str!("template/customer.map")),
    ("signup.map", include_str!("template/signup.map")),
    ("signups.ndjson", include_str!("template/signups.ndjson")),
];

pub(super) fn run(options: &Init) -> Ending {
    let dir = &options.dir;
    fs::create_dir_all(dir).map_err(|error| Failure::file("make the folder", dir, &error))?;
    let manifest = format!(
        "[package]\nname = \"{}\"\nversion = \"0.1.0\"\ndescription = \"Sign-ups become customers\"\n",
        name_of(dir)
    );
    let files: Vec<(&str, &str)> = [(MANIFEST, manifest.as_str())].into_iter().chain(FILES).collect();
    // All are looked at before any is written, so that a refusal leaves nothing behind.
    if let Some((name, _)) = files.iter().find(|(name, _)| dir.join(name).symlink_metadata().is_ok()) {
        return Err(Failure::Error(format!(
            "`{}` is there already and nothing is overwritten; name an empty folder",
            dir.join(name).display()
        )));
    }
    for (name, text) in &files {
        write_new(&dir.join(name), text)?;
    }
    print(&next_steps(dir))?;
    Ok(ExitCode::SUCCESS)
}

fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let file = fs::OpenOptions::new().write(true).create_new(true).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| Failure::file("write", path, &error))
}

fn next_steps(dir: &Path) -> String {
    let shown = dir.display();
    let input = dir.join("signups.ndjson");
    format!(
        "a package is in `{shown}`; try\n  mapc check {shown}\n  mapc test {shown}\n  \
         mapc run {shown} --from form.Signup --to mailing.Recipient {}\n",
        input.display()
    )
}
