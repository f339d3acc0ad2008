//! The program gives what was worked out by hand, as `mapc run` does for the same package.

use std::fs::{File, read_to_string};
use std::path::Path;
use std::process::Command;

#[test]
fn readings_become_points() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let input = File::open(folder.join("readings.ndjson")).expect("the input");
    let expected = read_to_string(folder.join("points.expected.ndjson")).expect("the expectation");
    let output = Command::new(env!("CARGO_BIN_EXE_embed")).stdin(input).output().expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 4, "{said}");
    assert!(lines[0].starts_with("line 3: skipped, a self-test"), "{said}");
    assert!(lines[1].starts_with("line 4: rejected, /tenths: "), "{said}");
    assert!(lines[2].starts_with("line 4: rejected, /humidity: "), "{said}");
    assert!(lines[3].starts_with("line 5: rejected, /co2: "), "{said}");
}
