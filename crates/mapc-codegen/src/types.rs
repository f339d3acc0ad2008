//! Types of the language as types of Rust: how locals, fields and parameters of a route are declared.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use mapc_plan::{Layout, RecordId, Ty};

use crate::names::{Namer, pascal, snake};

/// The struct of one record layout.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Its name.
    pub name: String,
    /// Names of its fields, by position.
    pub fields: Vec<String>,
    /// Whether it has the lifetime `'a`.
    pub borrows: bool,
    /// Whether it can hold a value of itself without a list between; such values are held by reference.
    pub recursive: bool,
}

/// The structs of a plan.
#[derive(Debug)]
pub(crate) struct Types {
    shapes: BTreeMap<RecordId, Shape>,
    /// Those that were named so far.
    named: RefCell<BTreeSet<RecordId>>,
}

impl Types {
    /// Names the structs of the layouts in the module's scope of types.
    pub(crate) fn new(layouts: &[Layout], names: &mut Namer) -> Self {
        let by_record: BTreeMap<RecordId, &Layout> = layouts.iter().map(|layout| (layout.record, layout)).collect();
        let shapes = layouts.iter().map(|layout| {
            let mut fields = Namer::default();
            let shape = Shape {
                name: names.claim(&pascal(&layout.name)),
                fields: layout.fields.iter().map(|(name, _)| fields.claim(&snake(name))).collect(),
                borrows: layout.fields.iter().any(|(_, ty)| borrows(ty, &by_record, &mut BTreeSet::new())),
                recursive: contains(layout, layout.record, &by_record, &mut BTreeSet::new()),
            };
            (layout.record, shape)
        });
        Types { shapes: shapes.collect(), named: RefCell::default() }
    }

    /// The struct of a record.
    pub(crate) fn shape(&self, record: RecordId) -> Option<&Shape> {
        self.shapes.get(&record)
    }

    /// The type inside a function that has the lifetime `'a`.
    pub(crate) fn rust(&self, ty: &Ty) -> String {
        self.with_lifetime(ty, "'a")
    }

    /// The type where lifetimes are left out.
    pub(crate) fn elided(&self, ty: &Ty) -> String {
        self.with_lifetime(ty, "'_")
    }

    fn with_lifetime(&self, ty: &Ty, life: &str) -> String {
        match ty {
            Ty::Never => "core::convert::Infallible".to_owned(),
            Ty::Bool => "bool".to_owned(),
            Ty::Int => "i64".to_owned(),
            Ty::Decimal => "rt::Decimal".to_owned(),
            Ty::Float => "f64".to_owned(),
            Ty::Str => format!("&{life} str"),
            Ty::Scalar => format!("rt::Scalar<{life}>"),
            Ty::Date => "rt::Date".to_owned(),
            Ty::DateTime => "rt::DateTime".to_owned(),
            Ty::Timestamp => "rt::Timestamp".to_owned(),
            Ty::Enum(_) => "u32".to_owned(),
            Ty::Record(record) => self.record(*record, life),
            Ty::List(element) => format!("&{life} [{}]", self.with_lifetime(element, life)),
            Ty::Map(value) => format!("rt::Map<{life}, {}>", self.with_lifetime(value, life)),
            Ty::Tuple(parts) => {
                let parts: String = parts.iter().map(|part| self.with_lifetime(part, life) + ",").collect();
                format!("({parts})")
            }
            Ty::Optional(inner) => format!("Option<{}>", self.with_lifetime(inner, life)),
        }
    }

    /// The records whose structs were named so far.
    pub(crate) fn named(&self) -> BTreeSet<RecordId> {
        self.named.borrow().clone()
    }

    /// The struct of a record, not behind a reference.
    pub(crate) fn record_struct(&self, record: RecordId, life: &str) -> String {
        self.named.borrow_mut().insert(record);
        match self.shape(record) {
            Some(shape) if shape.borrows => format!("{}<{life}>", shape.name),
            Some(shape) => shape.name.clone(),
            // A record that is read and checked, and of which nothing is kept.
            None => "()".to_owned(),
        }
    }

    fn record(&self, record: RecordId, life: &str) -> String {
        let recursive = self.shape(record).is_some_and(|shape| shape.recursive);
        let name = self.record_struct(record, life);
        if recursive { format!("&{life} {name}") } else { name }
    }
}

/// Whether values of a type borrow from the input or the arena.
fn borrows(ty: &Ty, layouts: &BTreeMap<RecordId, &Layout>, seen: &mut BTreeSet<RecordId>) -> bool {
    match ty {
        Ty::Str | Ty::Scalar | Ty::List(_) | Ty::Map(_) => true,
        Ty::Optional(inner) => borrows(inner, layouts, seen),
        Ty::Tuple(parts) => parts.iter().any(|part| borrows(part, layouts, seen)),
        Ty::Record(record) => match layouts.get(record) {
            // A record met again is held by reference, so it borrows.
            Some(_) if !seen.insert(*record) => true,
            Some(layout) => {
                let found = layout.fields.iter().any(|(_, ty)| borrows(ty, layouts, seen));
                seen.remove(record);
                found
            }
            None => false,
        },
        _ => false,
    }
}

/// Whether values of a layout hold values of `record` without a list between.
fn contains(
    layout: &Layout,
    record: RecordId,
    layouts: &BTreeMap<RecordId, &Layout>,
    seen: &mut BTreeSet<RecordId>,
) -> bool {
    let mut open: Vec<&Ty> = layout.fields.iter().map(|(_, ty)| ty).collect();
    while let Some(ty) = open.pop() {
        match ty {
            Ty::Optional(inner) => open.push(inner),
            Ty::Tuple(parts) => open.extend(parts),
            Ty::Record(found) if *found == record => return true,
            Ty::Record(found) if seen.insert(*found) => {
                open.extend(layouts.get(found).into_iter().flat_map(|layout| layout.fields.iter().map(|(_, ty)| ty)));
            }
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(record: u32, fields: &[(&str, Ty)]) -> Layout {
        let fields = fields.iter().map(|(name, ty)| ((*name).to_owned(), ty.clone())).collect();
        Layout { record: RecordId(record), name: format!("shop.R{record}"), fields }
    }

    #[test]
    fn lifetimes_stand_only_where_something_is_borrowed() {
        let types = Types::new(
            &[layout(0, &[("a", Ty::Int)]), layout(1, &[("b", Ty::Record(RecordId(0))), ("c", Ty::Str)])],
            &mut Namer::types(&[]),
        );
        assert_eq!(types.rust(&Ty::Record(RecordId(0)).optional()), "Option<ShopR0>");
        assert_eq!(types.rust(&Ty::List(Box::new(Ty::Record(RecordId(1))))), "&'a [ShopR1<'a>]");
        assert_eq!(types.elided(&Ty::Tuple(vec![Ty::Str, Ty::Int])), "(&'_ str,i64,)");
    }

    #[test]
    fn a_record_in_itself_is_held_by_reference() {
        let next = Ty::Record(RecordId(0)).optional();
        let types = Types::new(&[layout(0, &[("value", Ty::Int), ("next", next.clone())])], &mut Namer::types(&[]));
        assert_eq!(types.rust(&next), "Option<&'a ShopR0<'a>>");
    }
}
