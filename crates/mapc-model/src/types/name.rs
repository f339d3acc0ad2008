//! Types as they are written, for messages.

use mapc_runtime::Constraint;

use crate::core::Const;
use crate::model::Model;
use crate::ty::Ty;

/// `string?`, `[Line]`, `decimal(12,2)(0..)`.
pub(crate) fn type_name(model: &Model, ty: &Ty) -> String {
    match ty {
        Ty::Error | Ty::Never => "nothing".to_owned(),
        Ty::Bool => "bool".to_owned(),
        Ty::Int => "int".to_owned(),
        Ty::Decimal => "decimal".to_owned(),
        Ty::Float => "float".to_owned(),
        Ty::Str => "string".to_owned(),
        Ty::Scalar => "scalar".to_owned(),
        Ty::Date => "date".to_owned(),
        Ty::DateTime => "local_datetime".to_owned(),
        Ty::Timestamp => "timestamp".to_owned(),
        Ty::Enum(id) => model.enumeration(*id).name.clone(),
        Ty::Record(id) => model.record(*id).name.clone(),
        Ty::List(element) => format!("[{}]", type_name(model, element)),
        Ty::Map(value) => format!("map<string, {}>", type_name(model, value)),
        Ty::Tuple(parts) => {
            let parts: Vec<_> = parts.iter().map(|part| type_name(model, part)).collect();
            format!("({})", parts.join(", "))
        }
        Ty::Optional(inner) => format!("{}?", type_name(model, inner)),
        Ty::Refined(base, constraints) => refined(&type_name(model, base), constraints),
    }
}

/// A constant as it is written, for messages.
pub(crate) fn const_name(model: &Model, constant: &Const) -> String {
    match constant {
        Const::Absent => "absent".to_owned(),
        Const::Bool(value) => value.to_string(),
        Const::Int(value) => value.to_string(),
        Const::Float(value) => value.to_string(),
        Const::Decimal(value) => value.to_string(),
        Const::Number(text) => text.clone(),
        Const::Str(text) => format!("{text:?}"),
        Const::Enum(id, position) => {
            let declared = model.enumeration(*id);
            let name = declared.members.get(*position as usize).map_or("", |member| member.name.as_str());
            if declared.literal { format!("{name:?}") } else { format!("`.{name}`") }
        }
        Const::List(elements) => {
            let elements: Vec<_> = elements.iter().map(|element| const_name(model, element)).collect();
            format!("[{}]", elements.join(", "))
        }
    }
}

fn refined(base: &str, constraints: &[Constraint]) -> String {
    let named = constraints.iter().find_map(word);
    let demands = constraints.iter().filter(|constraint| word(constraint).is_none()).map(demand);
    demands.fold(named.unwrap_or(base).to_owned(), |text, demand| text + &demand)
}

fn word(constraint: &Constraint) -> Option<&'static str> {
    match constraint {
        Constraint::Email => Some("email"),
        Constraint::Url => Some("url"),
        Constraint::Uuid => Some("uuid"),
        Constraint::Country => Some("country"),
        Constraint::Currency => Some("currency"),
        _ => None,
    }
}

fn demand(constraint: &Constraint) -> String {
    match constraint {
        Constraint::Length { min, max } | Constraint::Items { min, max } => range(Some(min), max.as_ref()),
        Constraint::Range { min, max } => range(min.as_ref(), max.as_ref()),
        Constraint::Digits { precision, scale } => format!("({precision},{scale})"),
        Constraint::Pattern(pattern) => format!(" matching r\"{}\"", pattern.as_str()),
        other => word(other).unwrap_or_default().to_owned(),
    }
}

fn range<T: ToString>(min: Option<T>, max: Option<T>) -> String {
    let end = |end: Option<T>| end.map(|end| end.to_string()).unwrap_or_default();
    format!("({}..{})", end(min), end(max))
}
