//! The commands that the manual shows to a newcomer, typed in their order into one folder, all succeed.

mod support;

use std::fs;
use std::path::Path;

use support::Folder;

#[test]
fn the_commands_of_getting_started_work_in_their_order() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/getting-started.md");
    let page = fs::read_to_string(page).expect("the page is there");
    let blocks = page.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
    let commands: Vec<&str> = blocks.flat_map(str::lines).filter_map(|line| line.strip_prefix("$ mapc ")).collect();
    assert!(commands.len() >= 5, "the commands of the page were not found: {commands:?}");
    let folder = Folder::new();
    for command in commands {
        let arguments: Vec<&str> = command.split_whitespace().collect();
        let ran = folder.mapc(&arguments);
        assert_eq!(ran.code, 0, "mapc {command}: {}", ran.err);
    }
}
