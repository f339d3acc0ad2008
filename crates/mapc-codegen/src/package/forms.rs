//! Owned Rust types of fields, and the forms that serde gives them.

use mapc_plan::Ty;
use mapc_plan::interface::Wire;
use mapc_runtime::codec::Form;

use super::declared::{Declared, WIRE};
use crate::rust::block;

/// Marker types that say what a form needs to know: patterns, words, separators.
#[derive(Debug)]
pub(super) struct Markers {
    /// The path of the module of all types.
    types: String,
    known: Vec<(&'static str, String)>,
}

impl Markers {
    /// None yet.
    pub(super) fn new(types: &str) -> Self {
        Markers { types: types.to_owned(), known: Vec::new() }
    }

    fn name(&mut self, kind: &'static str, body: String) -> String {
        let marker = (kind, body);
        let position = self.known.iter().position(|known| *known == marker).unwrap_or_else(|| {
            self.known.push(marker);
            self.known.len() - 1
        });
        format!("{}::{WIRE}::{kind}{position}", self.types)
    }

    /// The form that a codec gives a field.
    fn codec(&mut self, form: &Form) -> String {
        let (ty, made) = form.rust();
        let (codec, ty) =
            (|text: &str| format!("::mapc_runtime::codec::{text}"), format!("::mapc_runtime::codec::{ty}"));
        let (kept, value) = if form.definition.constant {
            (ty.clone(), codec(&made))
        } else {
            let checked = format!("{}.expect(\"checked when the mapping was compiled\")", codec(&made));
            (format!("::std::sync::LazyLock<{ty}>"), format!("::std::sync::LazyLock::new(|| {checked})"))
        };
        let function =
            block(&format!("fn codec() -> &'static {ty}"), &format!("static CODEC: {kept} = {value};\n&CODEC"));
        let body = format!("type Codec = {ty};\n\n{function}");
        format!("::mapc_runtime::typed::Coded<{}>", self.name("Declared", body))
    }

    fn separator(&mut self, separator: &str) -> String {
        self.name("Separator", format!("const SEPARATOR: &'static str = {separator:?};"))
    }

    /// The module of the markers; nothing where there are none.
    pub(super) fn module(&self) -> String {
        if self.known.is_empty() {
            return String::new();
        }
        let markers = self.known.iter().enumerate().map(|(position, (kind, body))| {
            let name = format!("{kind}{position}");
            let of = block(&format!("impl ::mapc_runtime::typed::{kind} for {name}"), body);
            format!("pub(super) struct {name};\n\n{of}")
        });
        let markers = markers.collect::<Vec<String>>().join("\n\n");
        format!("/// What the forms of some fields need to know.\n{}", block(&format!("mod {WIRE}"), &markers))
    }
}

/// The owned type of a value.
pub(super) fn owned(declared: &Declared, ty: &Ty) -> String {
    match ty {
        Ty::Never => "::core::convert::Infallible".to_owned(),
        Ty::Bool => "bool".to_owned(),
        Ty::Int => "i64".to_owned(),
        Ty::Decimal => "::mapc_runtime::Decimal".to_owned(),
        Ty::Float => "f64".to_owned(),
        Ty::Str => "String".to_owned(),
        Ty::Scalar => "::mapc_runtime::typed::AnyScalar".to_owned(),
        Ty::Date => "::mapc_runtime::Date".to_owned(),
        Ty::DateTime => "::mapc_runtime::DateTime".to_owned(),
        Ty::Timestamp => "::mapc_runtime::Timestamp".to_owned(),
        Ty::Enum(id) => declared.enumeration(*id).map(|place| place.path.clone()).unwrap_or_default(),
        Ty::Record(id) => declared.record(*id).map(|place| place.path.clone()).unwrap_or_default(),
        Ty::List(inner) => format!("Vec<{}>", owned(declared, inner)),
        Ty::Map(inner) => format!("::std::collections::BTreeMap<String, {}>", owned(declared, inner)),
        Ty::Tuple(parts) => {
            let parts: String = parts.iter().map(|part| owned(declared, part) + ",").collect();
            format!("({parts})")
        }
        Ty::Optional(inner) => format!("Option<{}>", owned(declared, inner)),
    }
}

/// The form of a value; `None` where it is that of its Rust type.
pub(super) fn form(markers: &mut Markers, ty: &Ty, wire: &Wire) -> Option<String> {
    match (ty, wire) {
        (Ty::Optional(inner), wire) => around("Maybe", form(markers, inner, wire)),
        (Ty::List(inner), Wire::Split(separator, of)) => {
            let separator = markers.separator(separator);
            let leaf = leaf(markers, inner, of);
            Some(format!("::mapc_runtime::typed::Split<{separator}, {leaf}>"))
        }
        (Ty::List(inner), Wire::Elements(of)) => around("Each", form(markers, inner, of)),
        (Ty::List(inner), _) => around("Each", form(markers, inner, wire)),
        (Ty::Map(inner), Wire::Elements(of)) => around("Entries", form(markers, inner, of)),
        (Ty::Map(inner), _) => around("Entries", form(markers, inner, wire)),
        (_, Wire::Form(form)) => Some(markers.codec(form)),
        (Ty::Decimal | Ty::Date | Ty::DateTime | Ty::Timestamp, Wire::Plain) => own(markers, ty),
        _ => None,
    }
}

fn around(form: &str, inner: Option<String>) -> Option<String> {
    inner.map(|inner| format!("::mapc_runtime::typed::{form}<{inner}>"))
}

/// The own form of a type without parts.
fn own(markers: &mut Markers, ty: &Ty) -> Option<String> {
    ty.required().simple_name().and_then(Form::own).map(|form| markers.codec(&form))
}

/// The form of a part of a text.
fn leaf(markers: &mut Markers, ty: &Ty, wire: &Wire) -> String {
    let form = form(markers, ty, wire).or_else(|| own(markers, ty));
    form.unwrap_or_else(|| "::mapc_runtime::typed::Plain".to_owned())
}
