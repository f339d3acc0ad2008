//! Two-way maps, and maps that use maps.

use mapc_diagnostics::{Diagnostic, Span, codes};
use mapc_syntax::ast;

/// The right side of a `<->` line that cannot be taken back.
pub(crate) fn not_invertible(right: &ast::Expr, left: &str) -> Diagnostic {
    let why = match &right.kind {
        ast::ExprKind::Method { name, .. } => {
            format!("`{}` cannot be taken back: what it was given is lost", name.text)
        }
        ast::ExprKind::Call { name, .. } => {
            format!("`{}` cannot be taken back: what it was given is lost", name.text())
        }
        ast::ExprKind::Index { .. } => "one element does not give the list back".to_owned(),
        ast::ExprKind::Text(_) | ast::ExprKind::Number(_) | ast::ExprKind::Bool(_) | ast::ExprKind::Member(_) => {
            "a constant does not give the other side back".to_owned()
        }
        _ => "this cannot be taken back".to_owned(),
    };
    Diagnostic::new(codes::IRREVERSIBLE_LINE, why, right.span, "not a path").help(format!(
        "write two lines, `… -> field` and `{left} <- …`; behind `<->` stands a path, perhaps with `via`"
    ))
}

/// A line of a one-way map in a two-way map.
pub(crate) fn line_in_two_way(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(
        codes::UNDIRECTED_LINE,
        format!("{what} has no direction, and this map goes both ways"),
        span,
        "in a two-way map",
    )
    .help("write `p <-> q`, `e -> q`, `p <- e`, `left only …` or `right only …`; or declare two maps")
}

/// A line of a two-way map in a one-way map.
pub(crate) fn line_in_one_way(span: Span) -> Diagnostic {
    Diagnostic::new(codes::DIRECTED_LINE, "this line is for maps that go both ways", span, "in a one-way map")
        .help("write `field = value`, or declare the map with `<->`")
}

/// A map that may go on for ever.
pub(crate) fn endless_map(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        codes::MAP_CYCLE,
        format!("the map `{name}` may use itself without end"),
        span,
        "not on a part of its input",
    )
    .help("a map may use itself only on a field, or an element of a list, of what it is given")
}

/// A map with `delete when` behind `via`.
pub(crate) fn via_deletes(span: Span, head: Span, to: &str) -> Diagnostic {
    Diagnostic::new(
        codes::USELESS_GUARD,
        format!("the map to `{to}` may delete, and there is no record to delete here"),
        span,
        "used here",
    )
    .label(head, "`delete when` stands here")
    .help("take `delete when` out of that map, or write a second one without it")
}

/// A map with `skip when` behind `via`, outside a `for`.
pub(crate) fn via_skips(span: Span, head: Span, to: &str) -> Diagnostic {
    let message = format!("the map to `{to}` may skip, and there is no element to leave out here");
    Diagnostic::new(codes::USELESS_GUARD, message, span, "used here")
        .label(head, "`skip when` stands here")
        .help("use it on the elements of a `for`, or reject in that map instead")
}

/// Two sides of a line whose types differ.
pub(crate) fn types_differ(span: Span, left: (Span, &str), right: (Span, &str), records: bool) -> Diagnostic {
    let message = format!("`{}` and `{}` do not go both ways", left.1, right.1);
    let help = if records {
        "say how their fields correspond with lines in braces, or name a two-way map with `via`"
    } else {
        "name a reversible table with `via`, or write one line for each way: `… -> field` and `field <- …`"
    };
    Diagnostic::new(codes::IRREVERSIBLE_TYPES, message, span, "does not go both ways")
        .label(left.0, format!("`{}`", left.1))
        .label(right.0, format!("`{}`", right.1))
        .help(help)
}

/// A table whose columns are not of the types of the two sides.
pub(crate) fn table_of_other_types(span: Span, table: &str, left: &str, right: &str) -> Diagnostic {
    let message = format!("the table `{table}` does not go between `{left}` and `{right}`");
    Diagnostic::new(codes::IRREVERSIBLE_TYPES, message, span, "has columns of other types")
        .help("name a table with columns of these types")
}

/// A line from what may be absent to what needs a value.
pub(crate) fn needs_value(from: Span, to: Span, (from_name, to_name): (&str, &str)) -> Diagnostic {
    let message = format!("`{from_name}` may be absent, and `{to_name}` needs a value");
    Diagnostic::new(codes::IRREVERSIBLE_ABSENCE, message, to, "needs a value")
        .label(from, "may be absent")
        .help(format!("declare `{to_name}` as optional or with a default, or write one line for each way"))
}

/// No two-way map between two records.
pub(crate) fn no_two_way_map(span: Span, left: &str, right: &str) -> Diagnostic {
    Diagnostic::new(
        codes::ONE_WAY_VIA,
        format!("no map goes both ways between `{left}` and `{right}`"),
        span,
        "needs that map",
    )
    .help(format!("declare `map {left} <-> {right} {{ … }}`, and name one of the two here"))
}

/// A table without one of its ways.
pub(crate) fn table_one_way(span: Span, table: &str) -> Diagnostic {
    Diagnostic::new(codes::ONE_WAY_TABLE, format!("the table `{table}` goes one way only"), span, "needed both ways")
        .help("give it rows with `<->`")
}

/// A table that writes what it does not list.
pub(crate) fn table_with_else(span: Span, table: &str) -> Diagnostic {
    let message = format!("the `else` of the table `{table}` gives what reads back as something else");
    Diagnostic::new(codes::UNLISTED_RESULT, message, span, "written through this table")
        .help("list every value with `<->`, without `else`")
}
