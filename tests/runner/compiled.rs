//! The golden modules in `tests/compiled/golden` are what the generator makes today.

use std::collections::BTreeMap;
use std::fs;

use mapc_tests::compiled::{GOLDEN, module, module_name};
use mapc_tests::{program, root};

#[test]
fn the_golden_modules_are_fresh() {
    let programs = program::all().unwrap_or_else(|wrong| panic!("{wrong}"));
    let mut made = BTreeMap::new();
    for (name, wanted) in GOLDEN {
        let program = programs.iter().find(|program| program.name == *name).expect("the program exists");
        let route = program.routes().into_iter().find(|route| route.to_string() == *wanted).expect("the route exists");
        let text = module(program, &route).unwrap_or_else(|wrong| panic!("{wrong}"));
        made.insert(format!("{name}_{}.rs", module_name(&route)), text);
    }
    let folder = root().join("tests/compiled/golden");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("tests/compiled can be written");
        for (name, text) in &made {
            fs::write(folder.join(name), text).expect("tests/compiled can be written");
        }
    }
    let entries = fs::read_dir(&folder).expect("the golden modules can be read").flatten();
    let there: BTreeMap<String, String> = entries
        .map(|entry| {
            (entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path()).unwrap_or_default())
        })
        .collect();
    let stale: Vec<&String> =
        made.keys().chain(there.keys()).filter(|name| made.get(*name) != there.get(*name)).collect();
    assert!(
        stale.is_empty(),
        "not what the generator makes; run with UPDATE_GOLDEN=1 and look at the difference: {stale:?}"
    );
}
