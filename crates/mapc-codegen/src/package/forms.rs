//! Owned Rust types of fields, and the forms that serde gives them.

use mapc_model::model::Wire;
use mapc_model::ty::Ty;

use super::declared::Declared;

/// Marker types that say what a form needs to know: patterns, words, separators.
#[derive(Debug, Default)]
pub(super) struct Markers(Vec<(&'static str, String)>);

impl Markers {
    fn name(&mut self, kind: &'static str, body: String) -> String {
        let marker = (kind, body);
        let position = self.0.iter().position(|known| *known == marker).unwrap_or_else(|| {
            self.0.push(marker);
            self.0.len() - 1
        });
        format!("crate::types::wire::{kind}{position}")
    }

    fn pattern(&mut self, pattern: &str, zone: Option<&str>) -> String {
        let body = format!("const PATTERN: &'static str = {pattern:?}; const ZONE: Option<&'static str> = {zone:?};");
        self.name("Pattern", body)
    }

    fn words(&mut self, yes: &str, no: &str) -> String {
        self.name("TwoWords", format!("const YES: &'static str = {yes:?}; const NO: &'static str = {no:?};"))
    }

    fn separator(&mut self, separator: &str) -> String {
        self.name("Separator", format!("const SEPARATOR: &'static str = {separator:?};"))
    }

    /// The module of the markers; nothing where there are none.
    pub(super) fn module(&self) -> String {
        if self.0.is_empty() {
            return String::new();
        }
        let markers = self.0.iter().enumerate().map(|(position, (kind, body))| {
            format!(
                "pub(super) struct {kind}{position};\nimpl mapc_runtime::typed::{kind} for {kind}{position} {{ {body} }}\n"
            )
        });
        format!("/// What the forms of some fields need to know.\nmod wire {{ {} }}\n", markers.collect::<String>())
    }
}

/// The owned type of a value.
pub(super) fn owned(declared: &Declared, ty: &Ty) -> String {
    match ty {
        Ty::Error | Ty::Never => "core::convert::Infallible".to_owned(),
        Ty::Bool => "bool".to_owned(),
        Ty::Int => "i64".to_owned(),
        Ty::Decimal => "mapc_runtime::Decimal".to_owned(),
        Ty::Float => "f64".to_owned(),
        Ty::Str => "String".to_owned(),
        Ty::Scalar => "mapc_runtime::typed::AnyScalar".to_owned(),
        Ty::Date => "mapc_runtime::Date".to_owned(),
        Ty::DateTime => "mapc_runtime::DateTime".to_owned(),
        Ty::Timestamp => "mapc_runtime::Timestamp".to_owned(),
        Ty::Enum(id) => declared.enumeration(*id).map(|place| place.path()).unwrap_or_default(),
        Ty::Record(id) => declared.record(*id).map(|place| place.path()).unwrap_or_default(),
        Ty::List(inner) => format!("Vec<{}>", owned(declared, inner)),
        Ty::Map(inner) => format!("std::collections::BTreeMap<String, {}>", owned(declared, inner)),
        Ty::Tuple(parts) => {
            let parts: String = parts.iter().map(|part| owned(declared, part) + ",").collect();
            format!("({parts})")
        }
        Ty::Optional(inner) => format!("Option<{}>", owned(declared, inner)),
        Ty::Refined(base, _) => owned(declared, base),
    }
}

/// The form of a value; `None` where it is that of its Rust type.
pub(super) fn form(markers: &mut Markers, ty: &Ty, wire: &Wire) -> Option<String> {
    let typed = |name: &str| Some(format!("mapc_runtime::typed::{name}"));
    match (ty, wire) {
        (Ty::Optional(inner), wire) => around("Maybe", form(markers, inner, wire)),
        (Ty::Refined(base, _), wire) => form(markers, base, wire),
        (Ty::List(inner), Wire::Split(separator, of)) => {
            let separator = markers.separator(separator);
            let leaf = leaf(markers, inner, of);
            Some(format!("mapc_runtime::typed::Split<{separator}, {leaf}>"))
        }
        (Ty::List(inner), Wire::Elements(of)) => around("Each", form(markers, inner, of)),
        (Ty::List(inner), _) => around("Each", form(markers, inner, wire)),
        (Ty::Map(inner), Wire::Elements(of)) => around("Entries", form(markers, inner, of)),
        (Ty::Map(inner), _) => around("Entries", form(markers, inner, wire)),
        (Ty::Int | Ty::Decimal | Ty::Float, Wire::AsString) => typed("InText"),
        (Ty::Decimal, _) => typed("Number"),
        (Ty::Bool, Wire::Words(yes, no)) => typed(&format!("Words<{}>", markers.words(yes, no))),
        (Ty::Date | Ty::DateTime | Ty::Timestamp, wire) => Some(time(markers, wire)),
        _ => None,
    }
}

fn around(form: &str, inner: Option<String>) -> Option<String> {
    inner.map(|inner| format!("mapc_runtime::typed::{form}<{inner}>"))
}

fn time(markers: &mut Markers, wire: &Wire) -> String {
    match wire {
        Wire::Format { pattern, zone } => {
            format!("mapc_runtime::typed::Formatted<{}>", markers.pattern(pattern, zone.as_deref()))
        }
        Wire::EpochSeconds => "mapc_runtime::typed::EpochSeconds".to_owned(),
        Wire::EpochMillis => "mapc_runtime::typed::EpochMillis".to_owned(),
        _ => "mapc_runtime::typed::Iso".to_owned(),
    }
}

/// The form of a part of a text.
fn leaf(markers: &mut Markers, ty: &Ty, wire: &Wire) -> String {
    match form(markers, ty, wire) {
        Some(form) => form,
        None if matches!(ty.required().base(), Ty::Int | Ty::Float) => "mapc_runtime::typed::Number".to_owned(),
        None => "mapc_runtime::typed::Plain".to_owned(),
    }
}
