//! Tables, and the constants in their cells and elsewhere.

use mapc_diagnostics::{Diagnostic, Span, codes};
use mapc_syntax::ast::Name;

use crate::context::{Context, suggest};
use crate::model::Enum;
use crate::ty::Ty;

/// How many members are listed where none is near.
const SHOWN: usize = 12;

/// A table without rows.
pub(crate) fn empty(name: &Name) -> Diagnostic {
    let message = format!("table `{}` has no rows", name.text);
    Diagnostic::new(codes::EMPTY_TABLE, message, name.span, "nothing could be looked up")
        .help("write its rows between the braces, `\"a\" -> \"b\"`")
}

/// A column of values that cannot be looked up; `label` and `help` say why, and what can.
pub(crate) fn not_a_lookup_type(span: Span, ty: &str, label: &str, help: &str) -> Diagnostic {
    let message = format!("a value of type `{ty}` cannot be looked up");
    Diagnostic::new(codes::NOT_A_LOOKUP_TYPE, message, span, label).help(help)
}

/// A word that cannot stand in a cell; `is_key` where values are looked up by it.
pub(crate) fn invalid_cell(word: &str, span: Span, is_key: bool) -> Diagnostic {
    let help = match word {
        "absent" => "an absent value is never looked up: `via` gives absent for it",
        "same" => "`same` stands behind `else` only; write the value again",
        _ if is_key => "a value that is looked up is a constant",
        _ => "leave the row out: what a table does not list is rejected",
    };
    let message = format!("`{word}` cannot stand in this cell");
    Diagnostic::new(codes::INVALID_CELL, message, span, "not a value").help(help)
}

/// A second `else`.
pub(crate) fn second_else(span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(codes::DUPLICATE_ELSE, "a table has one `else`", span, "a second one")
        .label(first, "the first one")
        .help("remove one of them")
}

/// An `else` in a table that only goes left.
pub(crate) fn unreachable_else(span: Span) -> Diagnostic {
    let message = "`else` is about the way to the right, and this table only goes left";
    Diagnostic::new(codes::UNREACHABLE_ELSE, message, span, "no row goes to the right")
        .help("remove it: what is not listed is rejected")
}

/// A table that leaves out values of its left column.
pub(crate) fn incomplete(name: &Name, lacking: &[String]) -> Diagnostic {
    let message = format!("table `{}` does not say what becomes of {}", name.text, super::listed(lacking));
    Diagnostic::new(codes::INCOMPLETE_TABLE, message, name.span, "not all values have a row")
        .help("add a row for each, or `else reject` to turn them away")
}

/// `else same` between columns of different types.
pub(crate) fn else_same_type(span: Span, from: &str, to: &str) -> Diagnostic {
    let message = format!("`else same` would give a `{from}` where the table gives `{to}`");
    Diagnostic::new(codes::ELSE_SAME_TYPE, message, span, "the columns have different types")
        .help("give a value of the right column, or `else reject`")
}

/// A key that stands in a table twice.
pub(crate) fn duplicate_row(key: &str, span: Span, first: Span) -> Diagnostic {
    let message = format!("{key} stands in this table twice");
    Diagnostic::new(codes::DUPLICATE_ROW, message, span, "again here")
        .label(first, "first listed here")
        .help("keep the row that is meant, and remove the other")
}

/// A value of the right column without a way back.
pub(crate) fn no_way_back(value: &str, span: Span) -> Diagnostic {
    no_two_way_row(format!("no row says the way back from {value}"), span)
}

/// A value of the left column without a way to write it.
pub(crate) fn no_way_to_write(value: &str, span: Span) -> Diagnostic {
    no_two_way_row(format!("no row says how {value} is written"), span)
}

fn no_two_way_row(message: String, span: Span) -> Diagnostic {
    Diagnostic::new(codes::AMBIGUOUS_REVERSE, message, span, "no `<->` row has this value")
        .help("make the row that counts both ways `<->`")
}

/// Two ways back from one value, each with its place.
pub(crate) fn two_ways_back(value: &str, first: (&str, Span), second: (&str, Span)) -> Diagnostic {
    let message = format!("the way back from {value} is unclear: {} or {}", first.0, second.0);
    Diagnostic::new(codes::AMBIGUOUS_REVERSE, message, second.1, "a second way back")
        .label(first.1, "one way back")
        .help("keep `<->` on the one that is written back, and put the other in a row with `->`")
}

/// A constant that its type does not allow.
pub(crate) fn out_of_bounds(span: Span, reason: String, wanted: &str) -> Diagnostic {
    Diagnostic::new(codes::CONSTANT_OUT_OF_BOUNDS, reason, span, format!("`{wanted}` expected"))
        .help("write a value that its type allows")
}

/// An enum has no such member. The span may begin with the dot.
pub(crate) fn unknown_member(context: &Context<'_>, declared: &Enum, name: &str, span: Span) -> Diagnostic {
    let dot = u32::from(context.sources.text(span).starts_with('.'));
    let span = Span { start: span.start + dot, ..span };
    let message = format!("`{}` has no member `{name}`", declared.name);
    let diagnostic = Diagnostic::new(codes::UNKNOWN_MEMBER, message, span, "no such member");
    let diagnostic = diagnostic.label(declared.span, "declared here");
    match context.nearest(name, declared.members.iter().map(|member| member.name.as_str())) {
        Some(best) if declared.literal => {
            diagnostic.help(format!("did you mean {best:?}?")).fix(format!("write {best:?}"), span, format!("{best:?}"))
        }
        Some(best) => suggest(diagnostic, span, best),
        None => {
            let mut names: Vec<_> = declared.members.iter().map(|member| member.name.as_str()).take(SHOWN).collect();
            if declared.members.len() > SHOWN {
                names.push("…");
            }
            diagnostic.help(format!("its members are {}", names.join(", ")))
        }
    }
}

/// Not a constant of the type that is needed, which is called `name`; `meant` is what most likely was.
pub(crate) fn constant_type(span: Span, wanted: &Ty, name: &str, meant: Option<String>) -> Diagnostic {
    let message = format!("this is not a constant of type `{name}`");
    let diagnostic = Diagnostic::new(codes::CONSTANT_TYPE, message, span, format!("`{name}` expected"));
    match meant {
        Some(text) => diagnostic.help(format!("did you mean `{text}`?")).fix(format!("write `{text}`"), span, text),
        None => match wanted.base() {
            Ty::Date | Ty::DateTime | Ty::Timestamp => diagnostic.help("dates and times have no constants"),
            Ty::Record(_) | Ty::Map(_) | Ty::Tuple(_) => diagnostic.help("only single values and lists have constants"),
            _ => diagnostic.help("a constant is a text, a number, `true`, `false`, a `.member` or a list of these"),
        },
    }
}
