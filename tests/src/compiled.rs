//! The generated Rust of all programs, for the build script of `tests/compiled`, and the golden modules among it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use mapc_lower::Route;

use crate::program::Program;

/// The modules whose text stands in `tests/compiled/golden`, where a change of the generator is seen: program and route.
pub const GOLDEN: &[(&str, &str)] = &[
    ("lead_to_contact", "marketing.Lead -> Customer -> crm.Contact"),
    ("crm_export", "crm.CompanyRow -> Company"),
    ("heads", "ledger.Doc -> Invoice -> sink.Row"),
    ("tables", "s.In -> Deal"),
    ("wire_forms", "Moment -> odd.Rec"),
];

/// The files that the build script writes into `folder`, by their paths: a module a route, and `programs.rs`, which names them all.
pub fn files(programs: &[Program], folder: &Path) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    let (mut modules, mut table) = (String::new(), String::new());
    for program in programs {
        let path = folder.join(&program.name).join("mod.rs");
        let _ = writeln!(modules, "#[path = {path:?}]\npub mod {};", program.name);
        let mut listed = format!("//! Generated from the routes of `{}`.\n\n", program.name);
        for route in program.routes() {
            let name = module_name(&route);
            let _ = writeln!(listed, "pub mod {name};");
            let _ = writeln!(
                table,
                "    Compiled {{ program: {:?}, route: &{}::{name}::ROUTE }},",
                program.name, program.name
            );
            files.insert(format!("{}/{name}.rs", program.name), module(program, &route)?);
        }
        files.insert(format!("{}/mod.rs", program.name), listed);
    }
    let list =
        format!("{modules}\n/// Every route of every program.\npub static ROUTES: &[Compiled] = &[\n{table}];\n");
    files.insert("programs.rs".to_owned(), list);
    Ok(files)
}

/// The generated module of a route.
pub fn module(program: &Program, route: &Route) -> Result<String, String> {
    Ok(mapc_codegen::generate_module(&program.plan(route)?, &module_name(route)))
}

/// `s.In -> E -> t.Out` as a module's name.
pub fn module_name(route: &Route) -> String {
    let words = route.to_string().replace(" -> ", "_to_");
    words.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect()
}
