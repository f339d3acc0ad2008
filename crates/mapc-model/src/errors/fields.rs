//! Fields and the types beside them.

use mapc_diagnostics::{Diagnostic, Span, codes};
use mapc_syntax::ast::Name;

use crate::model::Field;

/// An optional field with a default; `mark` is its `?`.
pub(crate) fn optional_with_default(name: &Name, ty: Span, mark: Option<Span>, default: Span) -> Diagnostic {
    let message = format!("`{}` has a default, so it is never absent", name.text);
    let diagnostic =
        Diagnostic::new(codes::OPTIONAL_WITH_DEFAULT, message, mark.unwrap_or(ty), "says it may be absent")
            .label(default, "stands for every absent value")
            .help("remove `?` to keep the default, or remove the default");
    without_mark(diagnostic, mark)
}

/// A key inside a nested record.
pub(crate) fn nested_key(name: &Name) -> Diagnostic {
    let message = format!("key `{}` stands in a nested record", name.text);
    Diagnostic::new(codes::NESTED_KEY, message, name.span, "identifies nothing by itself")
        .help("keys are fields of the entity or record itself; remove `key`")
}

/// A key that may be absent; `mark` is its `?`.
pub(crate) fn optional_key(name: &Name, ty: Span, mark: Option<Span>) -> Diagnostic {
    let message = format!("key `{}` may be absent", name.text);
    let diagnostic = Diagnostic::new(codes::UNSUITABLE_IDENTITY, message, ty, "a key is always there")
        .help("remove `?`: what has no key cannot be found again");
    without_mark(diagnostic, mark)
}

fn without_mark(diagnostic: Diagnostic, mark: Option<Span>) -> Diagnostic {
    match mark {
        Some(span) => diagnostic.fix("remove `?`", span, ""),
        None => diagnostic,
    }
}

/// A key of more than one value.
pub(crate) fn compound_key(name: &Name, ty: Span) -> Diagnostic {
    let message = format!("key `{}` is not a single value", name.text);
    Diagnostic::new(codes::UNSUITABLE_IDENTITY, message, ty, "a single value expected")
        .help("make each part a key field of its own")
}

/// A readonly field of an entity.
pub(crate) fn readonly_in_entity(name: &Name) -> Diagnostic {
    let message = format!("`{}` is readonly in an entity", name.text);
    Diagnostic::new(codes::READONLY_ENTITY_FIELD, message, name.span, "no map could ever set it")
        .help("readonly is for what a system sets by itself: declare it in a system's record")
}

/// A field that is more than one value, in a record of a CSV file.
pub(crate) fn not_a_cell(name: &Name, span: Span, ty: &str, is_list: bool) -> Diagnostic {
    let message = format!("`{}` does not fit into a cell of a CSV file", name.text);
    let label = format!("`{ty}` is more than one value");
    let diagnostic = Diagnostic::new(codes::NOT_A_CSV_CELL, message, span, label);
    if !is_list {
        return diagnostic.help("give each part a column of its own, or take the field out of the CSV record");
    }
    diagnostic.help("say how the cell separates its parts: `as split(\";\")`").fix(
        "split the cell at `;`",
        span.at_end(),
        " as split(\";\")",
    )
}

/// A field or parameter of a name that another one bears.
pub(crate) fn declared_twice(what: &str, name: &Name, earlier: Span) -> Diagnostic {
    let message = format!("{what} `{}` is declared twice", name.text);
    Diagnostic::new(codes::DUPLICATE_FIELD, message, name.span, "declared again here")
        .label(earlier, "first declared here")
        .help("give one of them another name, or remove it")
}

/// Two fields of one key, or a field that names a key twice.
pub(crate) fn same_key(field: &Field, earlier: &Field, key: &str) -> Diagnostic {
    let is_own = earlier.name == field.name;
    let message = if is_own {
        format!("field `{}` names the key {key:?} twice", field.name)
    } else {
        format!("fields `{}` and `{}` have the same key {key:?}", earlier.name, field.name)
    };
    let diagnostic = Diagnostic::new(codes::DUPLICATE_KEY, message, field.span, "the same key again");
    let diagnostic = if is_own { diagnostic } else { diagnostic.label(earlier.span, "first used here") };
    diagnostic.help("a key belongs to one field: give one of them another in `wire \"…\"`")
}

/// A second `?` behind a type.
pub(crate) fn optional_twice(span: Span) -> Diagnostic {
    Diagnostic::new(codes::DUPLICATE_CLAUSE, "`?` stands here twice", span, "once is enough").fix("remove it", span, "")
}

/// Something that only a field can have, behind another type.
pub(crate) fn field_only(what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::FIELD_ONLY, format!("{what} belongs to a field of a record"), span, "nothing is read here")
        .help("put it on the field that is read or written")
}
