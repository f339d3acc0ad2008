//! From what the maps made to structs: for each shape that is written a function that makes the struct of its record, and refuses what could not be
//! written as JSON.

use std::collections::BTreeSet;

use mapc_plan::points::Asked;
use mapc_plan::{Blanks, Encode, EncodeElement, WriteField, WriteShape};
use mapc_runtime::codec::Form;

use super::super::types;
use super::{Passes, Structs};
use crate::docs::code;
use crate::made::{self, Kind};
use crate::module::Module;
use crate::rust::{block, call, documented};
use crate::write::{key, text, written};

/// The functions: of the target record and of what is nested in it.
pub(super) fn items(structs: Structs<'_>, module: &mut Module<'_>) -> Vec<String> {
    let plan = module.plan;
    let mut seen = BTreeSet::new();
    nested(module, plan.pipeline.write.0, &mut seen);
    let mut items = Vec::new();
    for (id, shape) in (0..).zip(&plan.write_shapes).filter(|(id, _)| seen.contains(id)) {
        let top = module.made.list().iter().find(|it| it.kind == Kind::Record && it.shape.0 == id).cloned();
        let held = match top {
            Some(product) => (made::rust(module, &product, "'_"), product.fields.clone()),
            None => {
                let fields = module.types.shape(shape.record).map(|shape| shape.fields.clone()).unwrap_or_default();
                (module.types.record_struct(shape.record, "'_"), fields)
            }
        };
        items.push(item(structs, module, (id, shape), &held));
    }
    items
}

/// Adds a shape and those that it holds.
fn nested(module: &Module<'_>, id: u32, seen: &mut BTreeSet<u32>) {
    fn of(encode: &Encode) -> Option<u32> {
        match encode {
            Encode::Record(id) => Some(id.0),
            Encode::List(element) | Encode::Map(element) | Encode::Split(_, element) => of(&element.encode),
            Encode::Leaf(_) | Encode::Enum(_) => None,
        }
    }
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            let shape = module.plan.write_shapes.get(id as usize);
            open.extend(shape.into_iter().flat_map(|shape| &shape.fields).filter_map(|field| of(&field.encode)));
        }
    }
}

fn item(
    structs: Structs<'_>,
    module: &mut Module<'_>,
    (id, shape): (u32, &WriteShape),
    (ty, slots): &(String, Vec<String>),
) -> String {
    let Some(record) = structs.interface.record(shape.record) else { return String::new() };
    let mut written = (0..).zip(&shape.fields);
    let mut fields = String::new();
    for (declared, name) in record.fields.iter().zip(types::fields(record)) {
        // What is only read is not written.
        let next = if declared.readonly { None } else { written.next() };
        let value = next.map(|(at, field)| {
            let point = module.point(Asked::Write(id, at));
            let slot = slots.get(field.slot as usize).map_or("", |name| name);
            let boxed = types::is_recursive(structs.interface, shape.record, &declared.ty);
            OwnForms { module, point, boxed }.field(field, &format!("made.{slot}"))
        });
        fields.push_str(&format!("{name}: {},\n", value.unwrap_or_else(|| "None".to_owned())));
    }
    let path = structs.path(shape.record);
    let body = format!("at.room({})?;\nOk({})", width_of_record(module, shape), block(&path, fields.trim_end()));
    let head = format!("fn own_{id}(at: typed::Nesting<'_, '_>, made: &{ty}) -> fast::Result<{path}>");
    documented(&format!("The struct of a {}.", code(&record.name))) + &block(&head, &body)
}

/// Forms of one field: expressions over `at` and a value that give `fast::Result<T>`.
struct OwnForms<'m, 'p> {
    module: &'m mut Module<'p>,
    point: u32,
    /// Whether a record in the field stands in a box.
    boxed: bool,
}

impl OwnForms<'_, '_> {
    fn field(&mut self, field: &WriteField, value: &str) -> String {
        if field.optional {
            if let Some(blanks) = blanks_of_text(&field.encode, field.blanks) {
                return format!("at.made_text({blanks}, {value})");
            }
            self.made(&field.encode, value, field.blanks) + "?"
        } else {
            if let Some(blanks) = blanks_of_text(&field.encode, field.blanks) {
                return format!("at.own({blanks}, {value})");
            }
            self.form(&field.encode, value, field.blanks) + "?"
        }
    }

    /// What may be absent.
    fn made(&mut self, encode: &Encode, value: &str, blanks: Blanks) -> String {
        match blanks_of_text(encode, blanks) {
            Some(blanks) => format!("Ok(at.made_text({blanks}, {value}))"),
            None => {
                let form = self.form(encode, "value", blanks);
                call("typed::made", &[value.to_owned(), closure("|value|", &form)])
            }
        }
    }

    fn form(&mut self, encode: &Encode, value: &str, blanks: Blanks) -> String {
        let point = self.point.to_string();
        match encode {
            Encode::Leaf(form) => self.leaf(form, value, blanks),
            Encode::Enum(_) => format!("at.member({point}, {value})"),
            Encode::Record(id) => self.record(id.0, value),
            Encode::List(element) => self.elements("at.own_list", element, value, Blanks::of(blanks.read)),
            Encode::Map(element) => self.elements("at.own_map", element, value, Blanks::of(blanks.read)),
            Encode::Split(_, element) => {
                let text = text(self.module, encode, value, "write::POINT", blanks);
                let written = call("at.parts", &[point, closure("|out|", &text)]);
                // Which parts may be blank was seen to when they were written.
                let list = self.elements("at.own_list", element, value, Blanks::ANY);
                block("", &format!("{written}?;\n{list}"))
            }
        }
    }

    fn leaf(&mut self, form: &Form, value: &str, blanks: Blanks) -> String {
        let point = self.point;
        match Passes::of(form) {
            Passes::Text => format!("Ok(at.own({}, {value}))", written(blanks)),
            Passes::Scalar => format!("at.own_scalar({point}, {}, {value})", written(blanks)),
            Passes::AsIs => format!("at.lasting({point}, {value})"),
            Passes::Through => format!("at.through({point}, {}, {value})", self.module.statics.codec_reference(form)),
        }
    }

    fn record(&self, id: u32, value: &str) -> String {
        let record = self.module.plan.write_shapes.get(id as usize).map(|shape| shape.record);
        let shape = record.and_then(|record| self.module.types.shape(record));
        let reference = if shape.is_some_and(|shape| shape.recursive) { "" } else { "&" };
        let boxed = if self.boxed { ".map(Box::new)" } else { "" };
        format!("at.inside({}, |at| own_{id}(at, {reference}{value})){boxed}", self.point)
    }

    fn elements(&mut self, function: &str, element: &EncodeElement, value: &str, blanks: Blanks) -> String {
        let form = if element.optional {
            self.made(&element.encode, "item", blanks)
        } else {
            self.form(&element.encode, "item", blanks)
        };
        let width = width(self.module, &element.encode).to_string();
        call(function, &[self.point.to_string(), width, value.to_owned(), closure("|at, item|", &form)])
    }
}

/// Which blanks a text may be; `None` where the value is no text.
fn blanks_of_text(encode: &Encode, blanks: Blanks) -> Option<String> {
    match encode {
        Encode::Leaf(form) if matches!(Passes::of(form), Passes::Text) => Some(written(blanks)),
        _ => None,
    }
}

fn closure(params: &str, body: &str) -> String {
    if body.contains('\n') { block(params, body) } else { format!("{params} {body}") }
}

/// What a record takes in JSON at most, besides texts and what is counted where it is made.
fn width_of_record(module: &Module<'_>, shape: &WriteShape) -> usize {
    let field = |field: &WriteField| key(&field.name).len() + 1 + width(module, &field.encode);
    shape.fields.iter().map(field).sum::<usize>() + 2
}

/// What a value takes in JSON at most, likewise; at least what `null` does.
fn width(module: &Module<'_>, encode: &Encode) -> usize {
    // An escape is at most six bytes long.
    let quoted = |text: &str| 6 * text.len() + 2;
    match encode {
        Encode::Leaf(form) => match Passes::of(form) {
            Passes::Text | Passes::Scalar => 4,
            // Words stand as they are; a pattern's letters are at most names of months.
            _ => 80 + form.arguments.iter().map(|argument| 12 * quoted(argument)).sum::<usize>(),
        },
        Encode::Enum(id) => {
            let declared = module.plan.enums.get(id.0 as usize);
            declared.into_iter().flat_map(|declared| &declared.wire).map(|text| quoted(text)).max().unwrap_or(0).max(4)
        }
        Encode::Record(_) | Encode::List(_) | Encode::Map(_) | Encode::Split(..) => 4,
    }
}
