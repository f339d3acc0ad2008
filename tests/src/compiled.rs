//! The generated Rust of all programs, as it stands in `tests/compiled`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use mapc_plan::Route;

use crate::program::Program;

/// The files below `tests/compiled/src`, by their paths.
pub fn files(programs: &[Program]) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    let mut modules = String::new();
    let mut table = String::new();
    for program in programs {
        let _ = writeln!(modules, "#[rustfmt::skip]\npub mod {};", program.name);
        let mut listed = format!("//! Generated from the routes of `{}`.\n\n", program.name);
        for route in program.routes() {
            let name = module_name(&route);
            let _ = writeln!(listed, "pub mod {name};");
            let _ = writeln!(
                table,
                "    Route {{ program: {:?}, route: {:?}, run: {}::{name}::{name}_in }},",
                program.name,
                route.to_string(),
                program.name
            );
            let text = mapc_codegen::generate_module(&program.plan(&route)?, &name);
            files.insert(format!("{}/{name}.rs", program.name), text);
        }
        files.insert(format!("{}/mod.rs", program.name), listed);
    }
    files.insert("lib.rs".to_owned(), format!("{HEADER}\n{modules}\n/// Every route of every program.\n#[rustfmt::skip]\npub static ROUTES: &[Route] = &[\n{table}];\n"));
    Ok(files)
}

/// `s.In -> E -> t.Out` as a module's name.
fn module_name(route: &Route) -> String {
    let words = route.to_string().replace(" -> ", "_to_");
    words.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect()
}

const HEADER: &str = "\
//! The generated Rust of all programs that the tests run, compiled once. Made by `UPDATE_COMPILED=1 cargo test -p mapc-tests --test compiled`.

/// One compiled route.
pub struct Route {
    /// Its program.
    pub program: &'static str,
    /// What it is called, `s.In -> Thing -> s.Out`.
    pub route: &'static str,
    /// Maps one record.
    pub run: for<'a> fn(&mapc_runtime::Cx<'a>, mapc_runtime::Input<'a>, &mut Vec<u8>) -> mapc_runtime::Outcome,
}
";
