//! The generated Rust of all programs, for the build script of `tests/compiled`, and the golden modules among it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use mapc_codegen::{Package, Runtime};
use mapc_lower::Route;
use mapc_plan::Plan;

use crate::program::Program;

/// The modules whose text stands in `tests/compiled/golden`, where a change of the generator is seen: program and route.
pub const GOLDEN: &[(&str, &str)] = &[
    ("lead_to_contact", "marketing.Lead -> Customer -> crm.Contact"),
    ("crm_export", "crm.CompanyRow -> Company"),
    ("heads", "ledger.Doc -> Invoice -> sink.Row"),
    ("tables", "s.In -> Deal"),
    ("wire_forms", "Moment -> odd.Rec"),
];

/// The programs whose whole packages are compiled, so that their routes are run over structs as well: all that a record can hold is in one of them.
pub const PACKAGES: &[&str] = &[
    "crm_export",
    "hard_02_property_bag",
    "heads",
    "lead_to_contact",
    "lists",
    "numbers",
    "optional_records",
    "options",
    "presence",
    "refinements",
    "rows",
    "scalars",
    "shop_orders",
    "tables",
    "trees",
    "wire_forms",
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
    files.extend(packages(programs, folder)?);
    let list =
        format!("{modules}\n/// Every route of every program.\npub static ROUTES: &[Compiled] = &[\n{table}];\n");
    files.insert("programs.rs".to_owned(), list);
    Ok(files)
}

/// The files of the packages that are compiled as a whole, and `packages.rs`, which names them and their routes.
fn packages(programs: &[Program], folder: &Path) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    let (mut modules, mut table) = (String::new(), String::new());
    for program in programs.iter().filter(|program| PACKAGES.contains(&program.name.as_str())) {
        let name = &program.name;
        let path = folder.join("packages").join(name).join("mod.rs");
        let _ = writeln!(modules, "#[path = {path:?}]\npub mod {name};");
        let routes = program.routes();
        let plans = routes.iter().map(|route| program.plan(route)).collect::<Result<Vec<Plan>, String>>()?;
        let root = format!("crate::packages::{name}");
        let runtime = Runtime::Version("0.1");
        let interface = mapc_lower::interface(&program.model);
        let package = Package {
            name,
            version: "0.1.0",
            description: None,
            interface: &interface,
            plans: &plans,
            root: &root,
            runtime,
        };
        for (path, text) in mapc_codegen::generate(&package) {
            if let Some(path) = path.strip_prefix("src/").filter(|path| *path != "lib.rs") {
                files.insert(format!("packages/{name}/{path}"), text);
            }
        }
        let listed =
            format!("//! The package of `{name}`.\n\npub mod maps;\nmod plans;\npub mod routes;\npub mod types;\n");
        files.insert(format!("packages/{name}/mod.rs"), listed);
        for (route, files) in routes.iter().zip(mapc_codegen::modules(&interface, &plans, &root)) {
            let path = files.first().map_or("", |(path, _)| path);
            let module = path.trim_start_matches("src/routes/").trim_end_matches(".rs");
            let _ = writeln!(
                table,
                "    TypedRoute {{ program: {name:?}, route: {:?}, judge: |json, message| judge(json, message, \
                 {name}::maps::{module}, {name}::routes::{module}::typed::good, {name}::routes::{module}::{module}_in) }},",
                route.to_string(),
            );
        }
    }
    let list = format!(
        "{modules}\nuse crate::typed::{{TypedRoute, judge}};\n\n/// Every route of these packages.\n\
         pub static ROUTES: &[TypedRoute] = &[\n{table}];\n"
    );
    files.insert("packages.rs".to_owned(), list);
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
