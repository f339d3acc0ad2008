//! What tests expect that can never be: fields that no output has, codes that nothing rejects with, pointers to what no record holds.

use std::collections::BTreeSet;

use mapc_diagnostics::{Span, nearest};
use mapc_runtime::codes as rejections;
use mapc_runtime::decode::Unknown;
use mapc_syntax::ast::{EntryKind, ExprKind, Json, Name, Text};
use serde_json::Value;

use crate::context::Context;
use crate::declare::Declared;
use crate::errors::tests as errors;
use crate::model::{Field, Wire};
use crate::ty::{RecordId, Ty};
use crate::walk::{self, Node};

/// The codes that the package's own `reject`s name.
pub(super) fn author_codes<'a>(declared: &Declared<'a>) -> BTreeSet<&'a str> {
    let mut codes = BTreeSet::new();
    let mut visit = |node: Node<'a>| match node {
        Node::Entry(entry, _) => {
            if let EntryKind::RejectWhen { code, .. } = &entry.kind {
                codes.insert(code.text.as_str());
            }
        }
        Node::Expr(expr) => {
            if let ExprKind::Reject(Some(code), _) = &expr.kind {
                codes.insert(code.text.as_str());
            }
        }
        Node::Pattern(_) => {}
    };
    declared.maps.iter().for_each(|(_, decl)| walk::body(&decl.body, &mut visit));
    declared.functions.iter().for_each(|(_, decl, _)| walk::function(decl, &mut visit));
    codes
}

/// Reports a code that is neither mapc's nor the package's own.
pub(super) fn code(context: &mut Context<'_>, authors: &BTreeSet<&str>, code: &Name) {
    let is_known = rejections::PAGES.iter().any(|(file, _)| file.split('-').next() == Some(&code.text));
    if is_known || authors.contains(code.text.as_str()) {
        return;
    }
    context.report(errors::unknown_code(code, authors));
}

/// Reports the fields of an expected output that its record does not have.
pub(super) fn output(context: &mut Context<'_>, record: RecordId, json: &Json) {
    // What the text cannot be read as is told when the test runs.
    if let Ok(value) = serde_json::from_str::<Value>(&json.text) {
        of_record(context, record, &value, json);
    }
}

fn of_record(context: &mut Context<'_>, record: RecordId, value: &Value, json: &Json) {
    let Value::Object(members) = value else { return };
    for (key, value) in members {
        let fields = context.fields(record);
        let field = fields.iter().find(|field| field.wire_names.first() == Some(key));
        match field.filter(|field| !matches!(field.wire, Wire::Split(..))).map(|field| field.ty.clone()) {
            Some(ty) => of_value(context, &ty, value, json),
            None if field.is_some() => {}
            None => unknown_field(context, record, key, json),
        }
    }
}

fn of_value(context: &mut Context<'_>, ty: &Ty, value: &Value, json: &Json) {
    match (ty.required().base(), value) {
        (Ty::Record(record), value) => of_record(context, *record, value, json),
        (Ty::List(element), Value::Array(items)) => {
            items.iter().for_each(|item| of_value(context, element, item, json));
        }
        (Ty::Map(element), Value::Object(members)) => {
            members.values().for_each(|item| of_value(context, element, item, json));
        }
        _ => {}
    }
}

fn unknown_field(context: &mut Context<'_>, record: RecordId, key: &str, json: &Json) {
    let name = context.model.record(record).name.clone();
    let fields = context.fields(record);
    let written = fields.iter().find(|field| field.name == key).and_then(|field| field.wire_names.first());
    let best = nearest(key, fields.iter().filter_map(|field| field.wire_names.first()).map(String::as_str));
    let help = match (written, best) {
        (Some(written), _) => format!("`{key}` is written as `{written}`"),
        (None, Some(best)) => format!("did you mean `{best}`?"),
        (None, None) => format!("declare it in `{name}`, or remove it here"),
    };
    context.report(errors::unknown_output(&name, key, place(json, key), help));
}

/// Where a key stands in a text: the first one of this name.
fn place(json: &Json, key: &str) -> Span {
    let quoted = format!("{key:?}");
    let is_key = |at: &usize| json.text[at + quoted.len()..].trim_start().starts_with(':');
    let found = json.text.match_indices(&quoted).map(|(at, _)| at).find(is_key);
    let span = found.and_then(|at| {
        let start = json.span.start + u32::try_from(at).ok()?;
        Some(Span { start, end: start + u32::try_from(quoted.len()).ok()?, ..json.span })
    });
    span.unwrap_or(json.span)
}

/// Reports a pointer that leads to nothing of a record.
pub(super) fn pointer(context: &mut Context<'_>, given: RecordId, at: &Text) {
    if let Err((message, help)) = follow(context, given, &at.value) {
        context.report(errors::dangling_pointer(at.span, message, help));
    }
}

fn follow(context: &Context<'_>, given: RecordId, pointer: &str) -> Result<(), (String, String)> {
    if pointer.is_empty() {
        return Ok(());
    }
    let Some(path) = pointer.strip_prefix('/') else {
        return Err((
            format!("{pointer:?} is not a JSON pointer"),
            format!("begin it with a slash: {:?}", format!("/{pointer}")),
        ));
    };
    let (mut ty, mut wire) = (Ty::Record(given), &Wire::Plain);
    for segment in path.split('/').map(|segment| segment.replace("~1", "/").replace("~0", "~")) {
        let next = match ty.required().base() {
            Ty::Record(record) => {
                let fields = context.fields(*record);
                let of_this_name = |field: &&Field| field.wire_names.contains(&segment);
                let Some(field) = fields.iter().find(of_this_name) else {
                    let record = context.model.record(*record);
                    // A key that is not declared is pointed at where it rejects.
                    if record.options.unknown == Unknown::Reject {
                        return Ok(());
                    }
                    let names = fields.iter().flat_map(|field| &field.wire_names).map(String::as_str);
                    let help = match nearest(&segment, names) {
                        Some(best) => format!("did you mean `{best}`?"),
                        None => {
                            "write the path from the given record, with the names that stand in its JSON".to_owned()
                        }
                    };
                    return Err((format!("`{}` has no field {segment:?}", record.name), help));
                };
                wire = &field.wire;
                field.ty.clone()
            }
            Ty::List(element) if !matches!(wire, Wire::Split(..)) => {
                if segment.parse::<usize>().is_err() {
                    let help = "positions count from 0: `/lines/0/sku`".to_owned();
                    return Err((format!("{segment:?} is no position in a list"), help));
                }
                element.as_ref().clone()
            }
            Ty::Map(element) => element.as_ref().clone(),
            Ty::Error => return Ok(()),
            other => {
                let message = format!("nothing is below a value of type `{}`", context.type_name(other));
                return Err((message, format!("end the path before `/{segment}`")));
            }
        };
        ty = next;
    }
    Ok(())
}
