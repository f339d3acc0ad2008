//! Readers: for each shape of a plan a static that says what is declared, and a struct whose slots are filled while the input is
//! walked.

use mapc_plan::{Blank, Constant, Decode, DecodeKind, Element, Plan, ReadField, ReadId, ReadShape, SiteId, Ty};

use crate::docs::code;
use crate::intern::text;
use crate::module::Module;

/// The items of all readers.
pub(crate) fn items(module: &mut Module<'_>) -> Vec<String> {
    let plan = module.plan;
    let numbered = plan.read_shapes.iter().enumerate();
    numbered.flat_map(|(position, shape)| items_of(module, position, shape)).collect()
}

fn items_of(module: &mut Module<'_>, position: usize, shape: &ReadShape) -> Vec<String> {
    let mut items = vec![declaration(module.plan, position, shape)];
    items.extend(slots(module, position, shape));
    items
}

/// The static that says which keys an object has.
fn declaration(plan: &Plan, position: usize, shape: &ReadShape) -> String {
    let fields: String = shape.fields.iter().map(|field| declared_field(plan, field) + ",").collect();
    let (unknown, duplicates) = (shape.unknown, shape.duplicates);
    format!(
        "/// How {} is read.\nstatic READ_{position}: decode::Object = decode::Object {{ fields: Cow::Borrowed(&[{fields}]), \
         unknown: decode::Unknown::{unknown:?}, duplicates: decode::Duplicates::{duplicates:?}, place: {} }};",
        code(record_name(plan, shape)),
        text(place(plan, shape.site))
    )
}

/// The struct in which the slots of a shape are filled.
pub(crate) fn name(position: usize) -> String {
    format!("Read{position}")
}

fn record_name<'p>(plan: &'p Plan, shape: &ReadShape) -> &'p str {
    plan.layouts.iter().find(|layout| layout.record == shape.record).map_or("", |layout| &layout.name)
}

fn place(plan: &Plan, site: SiteId) -> &str {
    plan.sites.get(site.0 as usize).map_or("", |site| &site.place)
}

fn declared_field(plan: &Plan, field: &ReadField) -> String {
    let names: String = field.names.iter().map(|name| text(name) + ",").collect();
    let presence = match (field.tolerant, field.optional || field.default.is_some()) {
        (true, _) => ".tolerant()",
        (false, true) => ".optional()",
        (false, false) => "",
    };
    let place = text(place(plan, field.site));
    format!("decode::Field::new(Cow::Borrowed(&[{names}]), {place}){presence}")
}

/// The slots of an object, how they are filled, and the value that is made of them.
fn slots(module: &mut Module<'_>, position: usize, shape: &ReadShape) -> Vec<String> {
    let ty = Ty::Record(shape.record);
    let layout = module.plan.layouts.iter().find(|layout| layout.record == shape.record);
    let types = layout.map(|layout| layout.fields.as_slice()).unwrap_or_default();
    let names = module.types.shape(shape.record).map(|shape| shape.fields.clone()).unwrap_or_default();
    let mut members = String::new();
    let mut values = Vec::new();
    for ((slot, (_, ty)), name) in (0_u32..).zip(types).zip(&names) {
        let Some(field) = shape.fields.iter().find(|field| field.slot == Some(slot)) else {
            values.push("decode::filled(None)?".to_owned());
            continue;
        };
        members.push_str(&format!("{name}: Option<{}>,", module.types.rust(ty.required())));
        values.push(finished(module, ty, field.default.as_ref(), name));
    }
    let lifetime = if members.contains("'a") { "<'a>" } else { "" };
    let reader = format!("Read{position}{lifetime}");
    let anonymous = if lifetime.is_empty() { "" } else { "<'_>" };
    let made = if layout.is_some() { made(module, &ty, &names, &values) } else { "()".to_owned() };
    let result = module.types.record_struct(shape.record, "'a");
    let fill = fill(module, shape, &names);
    let owner =
        if result.contains("'a") { format!("impl<'a> {reader}") } else { format!("impl Read{position}{anonymous}") };
    vec![
        format!("/// What was read of {}.\n#[derive(Default)]\nstruct {reader} {{ {members} }}", code(name_of(layout))),
        format!(
            "impl<'a> decode::Fields<'a> for {} {{ {fill} }}",
            if lifetime.is_empty() { format!("Read{position}") } else { reader }
        ),
        format!(
            "{owner} {{ /// The record, once all of it was read.\nfn finish(self) -> rt::Result<{result}> {{ Ok({made}) }} }}"
        ),
    ]
}

fn name_of(layout: Option<&mapc_plan::Layout>) -> &str {
    layout.map_or("", |layout| &layout.name)
}

/// What becomes of a slot after the walk.
fn finished(module: &Module<'_>, ty: &Ty, default: Option<&Constant>, name: &str) -> String {
    match (default, ty.is_optional()) {
        (Some(default), false) => format!("self.{name}.unwrap_or({})", module.constant(default, ty)),
        (Some(default), true) => format!("self.{name}.or({})", module.constant(default, ty)),
        (None, true) => format!("self.{name}"),
        (None, false) => format!("decode::filled(self.{name})?"),
    }
}

fn made(module: &Module<'_>, ty: &Ty, names: &[String], values: &[String]) -> String {
    let Ty::Record(record) = ty else { return String::new() };
    let Some(shape) = module.types.shape(*record) else { return String::new() };
    let fields: Vec<String> = names.iter().zip(values).map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{} {{ {} }}", shape.name, fields.join(", "))
}

/// The function that reads the value of one key.
fn fill(module: &mut Module<'_>, shape: &ReadShape, names: &[String]) -> String {
    let mut arms = String::new();
    for (index, field) in shape.fields.iter().enumerate() {
        let form = closure(form(module, &field.decode));
        let read = format!("value.read({form})?");
        match field.slot.and_then(|slot| names.get(slot as usize)) {
            Some(name) => arms.push_str(&format!("{index} => self.{name} = {read},")),
            None => arms.push_str(&format!("{index} => {{ {read}; }}")),
        }
    }
    format!(
        "fn field<S: Source<'a>>(&mut self, index: usize, value: decode::FieldValue<'_, '_, 'a, S>) -> decode::Read<()> {{ \
         match index {{ {arms} _ => {{}} }} Ok(()) }}"
    )
}

/// A form: an expression over `source` that reads a value, and whether it names `at`.
struct Form {
    text: String,
    names_at: bool,
}

fn closure(form: Form) -> String {
    format!("|source, {}| {}", if form.names_at { "at" } else { "_" }, form.text)
}

/// How a value is read, and checked if its type demands more.
fn form(module: &mut Module<'_>, decode: &Decode) -> Form {
    let plain = kind(module, decode);
    if decode.constraints.is_empty() {
        return plain;
    }
    let ty = checked_type(&decode.kind);
    let check = module.checked(&ty, &decode.constraints, "at.cx.bump", "value");
    let names_at = plain.names_at || check.contains("at.cx");
    Form { text: format!("{{ let value = {}?; Ok({check}?) }}", plain.text), names_at }
}

/// The base type that a form gives, as far as checks tell types apart.
fn checked_type(kind: &DecodeKind) -> Ty {
    match kind {
        DecodeKind::Leaf(form) => match form.definition.base {
            "int" => Ty::Int,
            "decimal" => Ty::Decimal,
            "float" => Ty::Float,
            _ => Ty::Str,
        },
        DecodeKind::List(_) | DecodeKind::Split(..) => Ty::List(Box::new(Ty::Never)),
        DecodeKind::Map(_) => Ty::Map(Box::new(Ty::Never)),
        _ => Ty::Str,
    }
}

fn kind(module: &mut Module<'_>, decode: &Decode) -> Form {
    let blank = blank(decode.blank);
    match &decode.kind {
        DecodeKind::Leaf(form) => {
            let codec = module.statics.codec(form);
            Form { text: format!("{codec}.read(source, {blank})"), names_at: false }
        }
        DecodeKind::Enum(id) => {
            let wire = module.enums.wire(*id);
            Form { text: format!("codec::Member(&{wire}).read(source, {blank})"), names_at: false }
        }
        DecodeKind::Record(read) => record(module, *read),
        DecodeKind::List(element) => {
            let element = closure(element_form(module, element));
            Form { text: format!("decode::list(source, at, {element})"), names_at: true }
        }
        DecodeKind::Map(element) => {
            let element = closure(element_form(module, element));
            Form { text: format!("decode::map(source, at, {element})"), names_at: true }
        }
        DecodeKind::Split(separator, element) => {
            let element = closure(element_form(module, element));
            Form { text: format!("decode::split(source, at, {blank}, {separator:?}, {element})"), names_at: true }
        }
    }
}

/// The Rust of an option.
pub(crate) fn blank(blank: Blank) -> &'static str {
    match blank {
        Blank::Value => "Blank::Value",
        Blank::Absent => "Blank::Absent",
        Blank::Reject => "Blank::Reject",
    }
}

fn element_form(module: &mut Module<'_>, element: &Element) -> Form {
    let function = if element.optional { "optional" } else { "required" };
    let form = closure(form(module, &element.decode));
    Form { text: format!("decode::{function}(source, at, {form})"), names_at: true }
}

fn record(module: &Module<'_>, read: ReadId) -> Form {
    let position = read.0;
    let record = module.plan.read_shapes.get(position as usize).map(|shape| shape.record);
    let recursive = record.and_then(|record| module.types.shape(record)).is_some_and(|shape| shape.recursive);
    let value = if recursive { "&*at.cx.bump.alloc(fields.finish()?)" } else { "fields.finish()?" };
    let text = format!(
        "{{ let mut fields = Read{position}::default(); \
         decode::object(source, at, &READ_{position}, &mut fields)?; Ok({value}) }}"
    );
    Form { text, names_at: true }
}
