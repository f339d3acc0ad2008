//! From structs to slots: for each shape that is read a function that takes the values of a struct, checked as they are where bytes are read.

use mapc_plan::interface::{Field, Record};
use mapc_plan::points::Asked;
use mapc_plan::{Decode, DecodeKind, Element, ReadField, ReadShape};
use mapc_runtime::codec::Form;

use super::super::types;
use super::{Passes, Structs};
use crate::docs::code;
use crate::module::Module;
use crate::names::Namer;
use crate::read::{self, checked, settled};
use crate::rust::{block, call, documented, structure};
use crate::write::blank;

/// The functions, one a shape.
pub(super) fn items(structs: Structs<'_>, module: &mut Module<'_>) -> Vec<String> {
    let plan = module.plan;
    let shapes = (0..).zip(&plan.read_shapes);
    shapes.map(|(position, shape)| item(structs, module, position, shape)).collect()
}

fn item(structs: Structs<'_>, module: &mut Module<'_>, position: u32, shape: &ReadShape) -> String {
    let Some(record) = structs.interface.record(shape.record) else { return String::new() };
    let slots = module.types.shape(shape.record).map(|shape| (shape.name.clone(), shape.fields.clone()));
    let mut values = vec![String::new(); slots.as_ref().map_or(0, |(_, fields)| fields.len())];
    let (statements, settled) = fields(module, (position, shape), record);
    for (field, value) in shape.fields.iter().zip(settled) {
        if let Some(kept) = field.slot.and_then(|slot| values.get_mut(slot as usize)) {
            *kept = value;
        }
    }
    let made = slots.map_or_else(|| "()".to_owned(), |(name, fields)| structure(&name, &fields, &values));
    let head = format!(
        "fn lend_{position}<'a>(at: typed::Nesting<'_, 'a>, record: &'a {}) -> fast::Result<{}>",
        structs.path(shape.record),
        module.types.record_struct(shape.record, "'a")
    );
    let statements: String = statements.iter().map(|line| format!("{line}\n")).collect();
    documented(&format!("What this route knows of a {}, of its struct.", code(&record.name)))
        + &block(&head, &format!("{statements}Ok({made})"))
}

/// The statements that take the fields, and the value of each at the end.
fn fields(
    module: &mut Module<'_>,
    (position, shape): (u32, &ReadShape),
    record: &Record,
) -> (Vec<String>, Vec<String>) {
    let mut locals = Namer::with(&["at", "record"]);
    let (mut statements, mut values) = (Vec::new(), Vec::new());
    for (at, ((field, declared), name)) in (0..).zip(shape.fields.iter().zip(&record.fields).zip(types::fields(record)))
    {
        let point = module.point(Asked::Form(position, at));
        let may_lack = field.optional || field.tolerant || field.default.is_some();
        let missing = (!may_lack).then(|| module.point(Asked::Missing(position, at)));
        let taken = taken(module, field, declared, &name, point);
        let kept =
            field.slot.and_then(|slot| Some(module.plan.layout(shape.record)?.fields.get(slot as usize)?.1.clone()));
        if let Some(ty) = &kept {
            let local = locals.claim(&name);
            statements.push(format!("let {local} = {taken}?;"));
            values.push(settled(module, &[local], ty, field.default.as_ref(), missing));
            continue;
        }
        statements.push(match missing {
            Some(point) => format!("fast::filled({point}, {taken}?)?;"),
            None => format!("{taken}?;"),
        });
        values.push(String::new());
    }
    (statements, values)
}

/// What a field of the struct holds: `fast::Result<Option<T>>`.
fn taken(module: &mut Module<'_>, field: &ReadField, declared: &Field, name: &str, point: u32) -> String {
    let mut forms = LendForms { module, point };
    // What is only read may be missing in the struct, for it is in what is written.
    if declared.readonly || declared.ty.is_optional() {
        forms.given(&field.decode, &format!("&record.{name}"))
    } else {
        forms.form(&field.decode, &Lent { reference: format!("&record.{name}"), value: format!("record.{name}") })
    }
}

fn closure(params: &str, body: &str) -> String {
    if body.contains('\n') { block(params, body) } else { format!("{params} {body}") }
}

/// Where a value stands: a reference to it, and itself.
struct Lent {
    reference: String,
    value: String,
}

impl Lent {
    fn behind(name: &str) -> Self {
        Lent { reference: name.to_owned(), value: format!("*{name}") }
    }
}

/// Forms of one field: expressions over `at` and a value that give `fast::Result<Option<T>>`.
struct LendForms<'m, 'p> {
    module: &'m mut Module<'p>,
    point: u32,
}

impl LendForms<'_, '_> {
    /// What may be missing where it stands.
    fn given(&mut self, decode: &Decode, held: &str) -> String {
        match &decode.kind {
            DecodeKind::Leaf(form) if matches!(Passes::of(form), Passes::Text) => {
                let plain = format!("at.given_text({}, {}, {held})", self.point, blank(decode.blank));
                checked(self.module, self.point, decode, plain, "at.bump()")
            }
            _ => {
                let form = self.form(decode, &Lent::behind("value"));
                call("typed::given", &[held.to_owned(), closure("|value|", &form)])
            }
        }
    }

    fn form(&mut self, decode: &Decode, held: &Lent) -> String {
        if let DecodeKind::Split(separator, element) = &decode.kind {
            return self.split(decode, separator, element, held);
        }
        let plain = self.kind(decode, held);
        checked(self.module, self.point, decode, plain, "at.bump()")
    }

    fn kind(&mut self, decode: &Decode, held: &Lent) -> String {
        let point = self.point.to_string();
        let Lent { reference, value } = held;
        match &decode.kind {
            DecodeKind::Leaf(form) => self.leaf(form, blank(decode.blank), held),
            DecodeKind::Enum(_) => format!("at.lasting({point}, {value} as u32).map(Some)"),
            DecodeKind::Record(read) => self.record(read.0, reference),
            DecodeKind::List(element) => {
                let element = closure("|at, item|", &self.element(element));
                call("at.list", &[point, reference.clone(), element])
            }
            DecodeKind::Map(element) => {
                let element = closure("|at, item|", &self.element(element));
                call("at.map", &[point, reference.clone(), element])
            }
            DecodeKind::Split(..) => String::new(),
        }
    }

    fn leaf(&mut self, form: &Form, blank: &str, Lent { reference, value }: &Lent) -> String {
        let point = self.point;
        match Passes::of(form) {
            Passes::Text => format!("at.text({point}, {blank}, {reference})"),
            Passes::Scalar => format!("at.scalar({point}, {blank}, {reference})"),
            Passes::AsIs => format!("at.lasting({point}, {value}).map(Some)"),
            Passes::Through => {
                format!("at.through({point}, {}, {value}).map(Some)", self.module.statics.codec_reference(form))
            }
        }
    }

    fn record(&mut self, read: u32, reference: &str) -> String {
        let shape = self.module.plan.read_shapes.get(read as usize);
        let shape = shape.and_then(|shape| self.module.types.shape(shape.record));
        let taken = format!("at.inside({}, |at| lend_{read}(at, {reference}))", self.point);
        if shape.is_some_and(|shape| shape.recursive) {
            format!("{taken}.map(|record| Some(at.held(record)))")
        } else {
            format!("{taken}.map(Some)")
        }
    }

    fn element(&mut self, element: &Element) -> String {
        if element.optional {
            self.given(&element.decode, "item")
        } else {
            let form = self.form(&element.decode, &Lent::behind("item"));
            call("fast::filled", &[self.point.to_string(), format!("{form}?")])
        }
    }

    /// A list that is written as one text is read from that text.
    fn split(&mut self, decode: &Decode, separator: &str, element: &Element, held: &Lent) -> String {
        let part = match &element.decode.kind {
            DecodeKind::Leaf(form) => {
                let value = if Passes::of(form) == Passes::Text { "part" } else { "*part" };
                format!("{}.write(out, {value}, write::POINT)", self.module.statics.codec(form))
            }
            DecodeKind::Enum(id) => {
                format!("codec::MemberText(&{}).write(out, *part as u32, write::POINT)", self.module.enums.wire(*id))
            }
            // The checker lets no text hold other parts.
            _ => "Err(codec::refuse(\"a value has no form here; this is a defect of mapc\"))".to_owned(),
        };
        let joined = call(
            "at.joined",
            &[self.point.to_string(), held.reference.clone(), format!("{separator:?}"), closure("|out, part|", &part)],
        );
        let form = read::form(self.module, decode, self.point);
        block("", &format!("let source = &mut {joined}?;\n{form}"))
    }
}
