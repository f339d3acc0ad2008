//! What the declared records and enums are called in a crate's `types` module.

use std::collections::BTreeMap;

use mapc_model::model::{Model, Owner};
use mapc_model::ty::{EnumId, RecordId, Ty};

use crate::names::{FOREIGN_TYPES, Namer, pascal, snake};

/// A type's place: the module of its system, and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The module, for a type of a system.
    pub module: Option<String>,
    /// The name.
    pub name: String,
}

impl Place {
    /// The path from anywhere in the crate.
    pub(super) fn path(&self) -> String {
        match &self.module {
            Some(module) => format!("crate::types::{module}::{}", self.name),
            None => format!("crate::types::{}", self.name),
        }
    }
}

/// The places of all types, by position in the model.
#[derive(Debug)]
pub(super) struct Declared {
    records: Vec<Place>,
    enums: Vec<Place>,
}

impl Declared {
    /// Names everything: declared records and enums first, so that they keep their names.
    pub(super) fn new(model: &Model) -> Self {
        let mut scopes: BTreeMap<Option<String>, Namer> = BTreeMap::new();
        let mut claim = |module: Option<String>, wish: &str| {
            let name = scopes.entry(module.clone()).or_insert_with(|| Namer::with(FOREIGN_TYPES)).claim(&pascal(wish));
            Place { module, name }
        };
        let mut records: BTreeMap<usize, Place> = BTreeMap::new();
        for inline in [false, true] {
            for (position, record) in model.records.iter().enumerate().filter(|(_, record)| record.inline == inline) {
                let (module, rest) = split(model, &record.name);
                records.insert(position, claim(module, rest));
            }
        }
        let enums = (0_u32..).zip(&model.enums).map(|(position, declared)| {
            if declared.literal {
                let (module, wish) = first_use(model, EnumId(position));
                return claim(module, &wish);
            }
            let (module, rest) = split(model, &declared.name);
            claim(module, rest)
        });
        Declared { enums: enums.collect(), records: records.into_values().collect() }
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

/// The module of a name's system, and the rest of the name.
fn split<'n>(model: &Model, name: &'n str) -> (Option<String>, &'n str) {
    let is_system = |first: &str| model.records.iter().any(|record| record.owner == Owner::System(first.to_owned()));
    match name.split_once('.') {
        Some((first, rest)) if is_system(first) => (Some(snake(first)), rest),
        _ => (None, name),
    }
}

/// Where a literal union is first used: the system's module, and the names of record and field.
fn first_use(model: &Model, id: EnumId) -> (Option<String>, String) {
    for record in &model.records {
        if let Some(field) = record.fields.iter().find(|field| names(&field.ty, id)) {
            let (module, rest) = split(model, &record.name);
            return (module, format!("{rest}.{}", field.name));
        }
    }
    (None, format!("literal_{}", id.0))
}

fn names(ty: &Ty, id: EnumId) -> bool {
    match ty {
        Ty::Enum(found) => *found == id,
        Ty::Optional(inner) | Ty::Refined(inner, _) | Ty::List(inner) | Ty::Map(inner) => names(inner, id),
        Ty::Tuple(parts) => parts.iter().any(|part| names(part, id)),
        _ => false,
    }
}
