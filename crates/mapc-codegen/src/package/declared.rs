//! What the declared records and enums are called in a crate's `types` module.

use std::collections::BTreeMap;

use mapc_plan::interface::{Interface, Owner};
use mapc_plan::{EnumId, RecordId, Ty};

use crate::names::{Namer, pascal, snake};

/// The module, inside `types`, of the functions that give defaults.
pub(super) const DEFAULTS: &str = "defaults";
/// The module, inside `types`, of what forms need to know.
pub(super) const WIRE: &str = "wire";

/// A type's place: the module of its system, and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The module, for a type of a system.
    pub module: Option<String>,
    /// The name.
    pub name: String,
    /// The path from anywhere in the crate.
    pub path: String,
}

/// The places of all types, by id.
#[derive(Debug)]
pub(super) struct Declared {
    records: Vec<Place>,
    enums: Vec<Place>,
    systems: Systems,
    types: String,
}

impl Declared {
    /// Names everything: declared records and enums first, so that they keep their names. The crate's modules stand in `root`.
    pub(super) fn new(interface: &Interface, root: &str) -> Self {
        let types = format!("{root}::types");
        let systems = Systems::new(interface);
        let mut scopes: BTreeMap<Option<String>, Namer> = BTreeMap::new();
        let mut claim = |module: Option<String>, wish: &str| {
            let name = scopes.entry(module.clone()).or_insert_with(|| Namer::types(&[])).claim(&pascal(wish));
            let path = match &module {
                Some(module) => format!("{types}::{module}::{name}"),
                None => format!("{types}::{name}"),
            };
            Place { module, name, path }
        };
        let mut records: BTreeMap<usize, Place> = BTreeMap::new();
        for inline in [false, true] {
            for (position, record) in interface.records.iter().enumerate().filter(|(_, record)| record.inline == inline)
            {
                let (module, rest) = systems.split(&record.name);
                records.insert(position, claim(module, rest));
            }
        }
        let enums = (0_u32..).zip(&interface.enums).map(|(position, declared)| {
            if declared.literal {
                let (module, wish) = first_use(interface, &systems, EnumId(position));
                return claim(module, &wish);
            }
            let (module, rest) = systems.split(&declared.name);
            claim(module, rest)
        });
        let enums = enums.collect();
        Declared { enums, records: records.into_values().collect(), systems, types }
    }

    /// The system that a module stands for.
    pub(super) fn system<'a>(&'a self, module: &'a str) -> &'a str {
        self.systems.0.iter().find(|(_, given)| *given == module).map_or(module, |(system, _)| system)
    }

    /// The path of the module of all types.
    pub(super) fn types(&self) -> &str {
        &self.types
    }

    /// The place of a record.
    pub(super) fn record(&self, id: RecordId) -> Option<&Place> {
        self.records.get(id.0 as usize)
    }

    /// The place of an enum.
    pub(super) fn enumeration(&self, id: EnumId) -> Option<&Place> {
        self.enums.get(id.0 as usize)
    }
}

/// The systems and their modules.
#[derive(Debug)]
struct Systems(BTreeMap<String, String>);

impl Systems {
    fn new(interface: &Interface) -> Self {
        let mut names = Namer::with(&[DEFAULTS, WIRE]);
        let mut modules = BTreeMap::new();
        for record in &interface.records {
            if let Owner::System(system) = &record.owner {
                modules.entry(system.clone()).or_insert_with(|| names.claim(&snake(system)));
            }
        }
        Systems(modules)
    }

    /// The module of a name's system, and the rest of the name.
    fn split<'n>(&self, name: &'n str) -> (Option<String>, &'n str) {
        // A system whose name is in backticks may have dots in it.
        let dots = name.char_indices().rev().filter(|(_, character)| *character == '.');
        let found = dots
            .map(|(at, _)| (&name[..at], &name[at + 1..]))
            .find_map(|(system, rest)| Some((self.0.get(system)?, rest)));
        found.map_or((None, name), |(module, rest)| (Some(module.clone()), rest))
    }
}

/// Where a literal union is first used: the system's module, and the names of record and field.
fn first_use(interface: &Interface, systems: &Systems, id: EnumId) -> (Option<String>, String) {
    for record in &interface.records {
        if let Some(field) = record.fields.iter().find(|field| names(&field.ty, id)) {
            let (module, rest) = systems.split(&record.name);
            return (module, format!("{rest}.{}", field.name));
        }
    }
    (None, format!("literal_{}", id.0))
}

fn names(ty: &Ty, id: EnumId) -> bool {
    match ty {
        Ty::Enum(found) => *found == id,
        Ty::Optional(inner) | Ty::List(inner) | Ty::Map(inner) => names(inner, id),
        Ty::Tuple(parts) => parts.iter().any(|part| names(part, id)),
        _ => false,
    }
}
