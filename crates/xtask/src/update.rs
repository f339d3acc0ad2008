//! `cargo xtask update`.

use std::path::Path;
use std::process::Command;

use crate::run;

/// What renews itself when a variable is set: package, test and variable.
const RENEWED: &[(&str, &str, (&str, &str))] = &[
    ("mapc-tests", "docs", ("UPDATE_DOCS", "1")),
    ("mapc-tests", "compiled", ("UPDATE_GOLDEN", "1")),
    ("mapc", "ui", ("INSTA_UPDATE", "always")),
];

pub(crate) fn renew(root: &Path) -> Result<String, String> {
    for (package, test, (variable, value)) in RENEWED {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["test", "--quiet", "--package", package, "--test", test]).env(variable, value).current_dir(root);
        run(&mut cargo)?;
    }
    run(Command::new("git").args(["status", "--short"]).current_dir(root)).map(|()| String::new())
}
