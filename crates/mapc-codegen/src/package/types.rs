//! `src/types.rs`: the declared records and enums as structs and enums of owned values.

use std::collections::BTreeSet;

use codegen::{Enum, Field, Scope, Struct, Variant};
use mapc_plan::interface::{DeclaredEnum, Field as DeclaredField, Interface, Record};
use mapc_plan::{AbsentAs, Constant, EnumId, RecordId, Ty};

use super::declared::{DEFAULTS, Declared, Place};
use super::forms::{Markers, form, owned};
use crate::ALLOWED;
use crate::consts::{decimal, literal};
use crate::docs::{code, prose};
use crate::names::{Namer, pascal, snake};
use crate::rust::{block, enclosed};

const HEADER: &str = "//! The records and enums of the mappings, one module a system.\n//!\n\
    //! The structs are read and written by serde_json in the forms that the records have on the wire.\n\n";

/// The traits of serde that are derived, as they are called wherever a system may be called `serde`.
const SERDE: &[&str] = &["::serde::Serialize", "::serde::Deserialize"];

/// Text of the module.
pub(super) fn text(interface: &Interface, declared: &Declared) -> String {
    let mut types = TypesModule {
        interface,
        declared,
        markers: Markers::new(declared.types()),
        defaults: Vec::new(),
        default_names: Namer::default(),
        root: Scope::new(),
    };
    for (id, record) in (0_u32..).map(RecordId).zip(&interface.records) {
        types.record(id, record);
    }
    for (id, declared) in (0_u32..).map(EnumId).zip(&interface.enums) {
        types.enumeration(id, declared);
    }
    let defaults = types.defaults.join("\n\n");
    if !defaults.is_empty() {
        let module = block(&format!("mod {DEFAULTS}"), &defaults);
        types.root.raw(format!("/// What stands for values that are missing.\n{module}"));
    }
    types.root.raw(types.markers.module());
    format!("{HEADER}{ALLOWED}{}\n", types.root.to_string().trim_end())
}

struct TypesModule<'m> {
    interface: &'m Interface,
    declared: &'m Declared,
    markers: Markers,
    /// Functions that give default values.
    defaults: Vec<String>,
    /// Their names.
    default_names: Namer,
    root: Scope,
}

impl<'m> TypesModule<'m> {
    /// The scope that a type stands in.
    fn scope(&mut self, place: &Place) -> &mut Scope {
        let Some(module) = &place.module else { return &mut self.root };
        let is_new = self.root.get_module(module).is_none();
        let item = self.root.get_or_new_module(module);
        if is_new {
            item.vis("pub").doc(format!("Records and enums of the system {}.", code(self.declared.system(module))));
        }
        item.scope()
    }

    fn record(&mut self, id: RecordId, record: &'m Record) {
        let Some(place) = self.declared.record(id).cloned() else { return };
        let mut item = Struct::new(&place.name);
        item.vis("pub").doc(described(&record.docs, &record.name));
        for derive in ["Clone", "Debug", "PartialEq"].iter().chain(SERDE) {
            item.derive(derive);
        }
        for (field, name) in record.fields.iter().zip(fields(record)) {
            let field = self.field(id, record, field, &name);
            item.push_field(field);
        }
        self.scope(&place).push_struct(item);
    }

    fn field(&mut self, id: RecordId, record: &Record, field: &DeclaredField, name: &str) -> Field {
        // What is only read is missing in what a mapping writes.
        let ty = if field.readonly { field.ty.clone().optional() } else { field.ty.clone() };
        let mut rust = owned(self.declared, &ty);
        if is_recursive(self.interface, id, &ty) {
            rust = boxed(&rust);
        }
        let mut item = Field::new(name, rust);
        item.vis("pub");
        for line in described(&field.docs, &field.name).lines() {
            item.annotation(format!("/// {line}").trim_end().to_owned());
        }
        for attribute in self.attributes(record, field, &ty, name) {
            item.annotation(format!("#[serde({attribute})]"));
        }
        item
    }

    /// What serde has to know of a field.
    fn attributes(&mut self, record: &Record, field: &DeclaredField, ty: &Ty, name: &str) -> Vec<String> {
        let mut attributes = Vec::new();
        let mut wire_names = field.wire_names.iter();
        if let Some(first) = wire_names.next().filter(|first| *first != name) {
            attributes.push(format!("rename = {first:?}"));
        }
        attributes.extend(wire_names.map(|other| format!("alias = {other:?}")));
        if let Some(form) = form(&mut self.markers, ty, &field.wire) {
            attributes.push(format!("with = \"::mapc_runtime::typed::As::<{form}>\""));
        }
        match &field.default {
            Some(default) if !ty.is_optional() => attributes.push(self.default(record, field, ty, default)),
            _ if ty.is_optional() => attributes.push("default".to_owned()),
            _ => {}
        }
        if ty.is_optional() && (field.readonly || record.absent == AbsentAs::Omit) {
            attributes.push("skip_serializing_if = \"Option::is_none\"".to_owned());
        }
        attributes
    }

    /// The attribute that names a function which gives a field's default.
    fn default(&mut self, record: &Record, field: &DeclaredField, ty: &Ty, default: &Constant) -> String {
        let name = self.default_names.claim(&snake(&format!("{}.{}", record.name, field.name)));
        let ty_text = owned(self.declared, ty);
        let value = self.constant(ty, default);
        self.defaults.push(block(&format!("pub(super) fn {name}() -> {ty_text}"), &value));
        format!("default = \"{}::{DEFAULTS}::{name}\"", self.declared.types())
    }

    fn constant(&self, ty: &Ty, value: &Constant) -> String {
        match (ty.required(), value) {
            (_, Constant::Decimal(value)) => decimal(value).replace("rt::", "::mapc_runtime::"),
            (Ty::Scalar, Constant::Str(text)) => format!("::mapc_runtime::typed::AnyScalar::Text({text:?}.to_owned())"),
            (_, Constant::Number(text)) => format!("::mapc_runtime::typed::AnyScalar::Number({text:?}.to_owned())"),
            (Ty::Scalar, Constant::Bool(value)) => format!("::mapc_runtime::typed::AnyScalar::Bool({value})"),
            (_, Constant::Str(text)) => format!("{text:?}.to_owned()"),
            (Ty::Enum(id), Constant::Enum(position)) => {
                let path = self.declared.enumeration(*id).map(|place| place.path.clone()).unwrap_or_default();
                let names = self.interface.enumeration(*id).map(variants).unwrap_or_default();
                format!("{path}::{}", names.get(*position as usize).map_or("", String::as_str))
            }
            (Ty::List(element), Constant::List(values)) => {
                let values: Vec<String> = values.iter().map(|value| self.constant(element, value)).collect();
                format!("vec![{}]", values.join(", "))
            }
            (_, other) => literal(other),
        }
    }

    fn enumeration(&mut self, id: EnumId, declared: &DeclaredEnum) {
        let Some(place) = self.declared.enumeration(id).cloned() else { return };
        let names = variants(declared);
        let mut item = Enum::new(&place.name);
        item.vis("pub").doc(described(&declared.docs, &declared.name));
        for derive in ["Clone", "Copy", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"].iter().chain(SERDE) {
            item.derive(derive);
        }
        for (member, name) in declared.members.iter().zip(&names) {
            let mut variant = Variant::new(name);
            for line in described(&member.docs, &member.wire).lines() {
                variant.annotation(format!("/// {line}").trim_end().to_owned());
            }
            variant.annotation(format!("#[serde(rename = {:?})]", member.wire));
            item.push_variant(variant);
        }
        let member = member(&place, declared, &names);
        self.scope(&place).push_enum(item).raw(member);
    }
}

/// The texts of an enum's members, for forms in which they are parts of a text.
fn member(place: &Place, declared: &DeclaredEnum, names: &[String]) -> String {
    let all: Vec<String> = names.iter().map(|name| format!("Self::{name}")).collect();
    let members = enclosed("const MEMBERS: &'static [Self] = &[", &all, "];");
    let arms = declared.members.iter().zip(names);
    let texts: String = arms.clone().map(|(member, name)| format!("Self::{name} => {:?},\n", member.wire)).collect();
    let values: String = arms.map(|(member, name)| format!("{:?} => Some(Self::{name}),\n", member.wire)).collect();
    let as_str = block("fn as_str(&self) -> &'static str", &block("match self", texts.trim_end()));
    let of = block("fn of(text: &str) -> Option<Self>", &block("match text", &format!("{values}_ => None,")));
    block(&format!("impl ::mapc_runtime::typed::Member for {}", place.name), &format!("{members}\n\n{as_str}\n\n{of}"))
}

/// The names of a record's fields.
pub(super) fn fields(record: &Record) -> Vec<String> {
    let mut names = Namer::default();
    record.fields.iter().map(|field| names.claim(&snake(&field.name))).collect()
}

fn variants(declared: &DeclaredEnum) -> Vec<String> {
    let mut names = Namer::default();
    declared.members.iter().map(|member| names.claim(&pascal(&member.name))).collect()
}

/// The documentation of something that has a name.
fn described(lines: &[String], name: &str) -> String {
    let text = prose(&lines.join("\n"));
    if text.is_empty() { format!("{}.", code(name)) } else { text }
}

/// The type with the record in a box.
fn boxed(rust: &str) -> String {
    match rust.strip_prefix("Option<").and_then(|inner| inner.strip_suffix('>')) {
        Some(inner) => format!("Option<Box<{inner}>>"),
        None => format!("Box<{rust}>"),
    }
}

/// Whether a value of the type can hold the record without a list between.
pub(super) fn is_recursive(interface: &Interface, record: RecordId, ty: &Ty) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![ty];
    while let Some(ty) = open.pop() {
        match ty {
            Ty::Optional(inner) => open.push(inner),
            Ty::Tuple(parts) => open.extend(parts),
            Ty::Record(found) if *found == record => return true,
            Ty::Record(found) if seen.insert(*found) => {
                let fields = interface.record(*found).into_iter().flat_map(|record| &record.fields);
                open.extend(fields.map(|field| &field.ty));
            }
            _ => {}
        }
    }
    false
}
