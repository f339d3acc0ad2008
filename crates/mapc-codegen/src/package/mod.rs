//! The crate around the modules: what `mapc build` writes.

mod blocks;
mod declared;
mod forms;
mod manifest;
mod maps;
mod refused;
mod root;
mod routes;
mod runtime;
mod typed;
mod types;

use mapc_plan::Plan;
use mapc_plan::interface::Interface;

use declared::Declared;
use routes::Named;
pub(crate) use typed::Structs;

pub use refused::refusal;

/// What is built into one crate.
#[derive(Clone, Copy, Debug)]
pub struct Package<'p> {
    /// Name of the crate.
    pub name: &'p str,
    /// Its version.
    pub version: &'p str,
    /// What it is, if that is known.
    pub description: Option<&'p str>,
    /// What the package declares: the crate's types and tests.
    pub interface: &'p Interface,
    /// The routes to build; those that tests are about have to be among them.
    pub plans: &'p [Plan],
    /// The path of the module in which the crate's modules stand: `crate`, or where another crate takes them in.
    pub root: &'p str,
    /// Where the runtime comes from.
    pub runtime: Runtime<'p>,
}

/// Where the runtime of a generated crate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runtime<'p> {
    /// Its sources stand inside the crate's folder.
    Included,
    /// A registry has this version.
    Version(&'p str),
    /// It is in this folder, and the crates that it works with are beside it.
    Path(&'p str),
}

/// The files of a crate: paths below its folder, and their texts.
pub fn generate(package: &Package<'_>) -> Vec<(String, String)> {
    let routes = routes::named(package.interface, package.plans);
    let declared = Declared::new(package.interface, package.root);
    let mut files = vec![
        ("Cargo.toml".to_owned(), manifest::text(package)),
        ("src/lib.rs".to_owned(), root::text(package, &routes)),
        ("src/types.rs".to_owned(), types::text(package.interface, &declared)),
        ("src/maps.rs".to_owned(), maps::text(package.interface, &declared, &routes)),
        ("src/routes.rs".to_owned(), routes::text(&routes)),
    ];
    files.extend(modules(package.interface, package.plans, package.root).into_iter().flatten());
    files.push(("src/plans.rs".to_owned(), plans(package.plans)));
    if let Some(text) = blocks::text(package, &routes) {
        files.push(("tests/mappings.rs".to_owned(), text));
    }
    if package.runtime == Runtime::Included {
        files.extend(runtime::files());
    }
    files
}

/// The modules of each route, as they stand in a crate whose plans are these: paths below its folder, and their texts.
pub fn modules(interface: &Interface, plans: &[Plan], root: &str) -> Vec<Vec<(String, String)>> {
    let image = format!("{root}::plans::PLANS");
    let declared = Declared::new(interface, root);
    let structs = Structs { interface, declared: &declared };
    let routes = routes::named(interface, plans).into_iter().enumerate();
    let texts = |(position, route): (usize, Named<'_>)| {
        let texts = crate::module_of(route.plan, &route.name, (&image, position), None, Some(structs));
        let typed = texts.typed.map(|text| (format!("src/routes/{}/typed.rs", route.name), text));
        [(format!("src/routes/{}.rs", route.name), texts.route)].into_iter().chain(typed).collect()
    };
    routes.map(texts).collect()
}

/// `src/plans.rs`.
fn plans(plans: &[Plan]) -> String {
    format!(
        "//! The plans of the routes: what the careful engine runs where a record has to be explained.\n\n\
         use mapc_interp as engine;\n\n/// The plans, in the order of the routes.\npub static PLANS: engine::Image = {};\n",
        crate::image(plans)
    )
}
