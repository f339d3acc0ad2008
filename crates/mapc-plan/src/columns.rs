//! Whether a record and the columns of a CSV file fit together, told once before any row instead of once a row.

use crate::{DecodeKind, Duplicates, Encode, Plan, ReadField, Unknown};

/// What keeps rows under this header from being read as the plan's source; one line a complaint.
///
/// # Errors
/// All complaints.
pub fn check_header(plan: &Plan, header: &[String]) -> Result<(), Vec<String>> {
    let Some(shape) = plan.read_shapes.get(plan.source.0 as usize) else { return Ok(()) };
    if header.is_empty() {
        return Err(vec!["it has no header: the first row names the columns".to_owned()]);
    }
    let record = &plan.from;
    let mut complaints = Vec::new();
    for field in &shape.fields {
        let given: Vec<&String> = header.iter().filter(|name| field.names.contains(name)).collect();
        match given.as_slice() {
            [] if !field.optional && field.default.is_none() => {
                complaints.push(format!("it has no column {}, which `{record}` demands", either(&field.names)));
            }
            [name, ..] if holds_more_than_text(field) => {
                complaints.push(format!("`{name}` of `{record}` is a list or a record, which no cell can hold"));
            }
            given if shape.duplicates == Duplicates::Reject && twice(given).is_some() => {
                complaints.extend(twice(given).map(|name| format!("it has a second column `{name}`")));
            }
            _ => {}
        }
    }
    if shape.unknown == Unknown::Reject {
        let declared = |name: &String| shape.fields.iter().any(|field| field.names.contains(name));
        let unknown = header.iter().filter(|name| !declared(name));
        complaints.extend(unknown.map(|name| format!("it has a column `{name}`, which `{record}` does not declare")));
    }
    if complaints.is_empty() { Ok(()) } else { Err(complaints) }
}

/// A name that stands twice.
fn twice<'n>(names: &[&'n String]) -> Option<&'n String> {
    names
        .iter()
        .enumerate()
        .find(|(at, name)| names.iter().take(*at).any(|other| other == *name))
        .map(|(_, name)| *name)
}

/// What keeps the plan's target from being written as rows.
///
/// # Errors
/// All complaints.
pub fn check_target(plan: &Plan) -> Result<(), Vec<String>> {
    let Some(shape) = plan.write_shapes.get(plan.pipeline.write.0 as usize) else { return Ok(()) };
    let nested = |encode: &Encode| matches!(encode, Encode::Record(_) | Encode::List(_) | Encode::Map(_));
    let complaints: Vec<String> = shape
        .fields
        .iter()
        .filter(|field| nested(&field.encode))
        .map(|field| format!("`{}` of `{}` is a list or a record, which no cell can hold", field.name, plan.to))
        .collect();
    if complaints.is_empty() { Ok(()) } else { Err(complaints) }
}

fn holds_more_than_text(field: &ReadField) -> bool {
    matches!(field.decode.kind, DecodeKind::Record(_) | DecodeKind::List(_) | DecodeKind::Map(_))
}

fn either(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
}
