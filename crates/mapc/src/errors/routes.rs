//! Patterns of routes in `mapc.toml` that name none, or several.

use mapc_diagnostics::{Diagnostic, codes};

use crate::pattern::{NamePattern, RoutePattern};

/// A short pattern that could mean several routes: the entities between, in backticks, and the first of the routes.
pub(crate) fn ambiguous(pattern: &RoutePattern, between: &[String], first: &str) -> Diagnostic {
    let label = format!("through {}", between.join(" or "));
    let (from, to) = (&pattern.from.text, &pattern.to.text);
    let message = format!("several routes lead from `{from}` to `{to}`");
    Diagnostic::new(codes::AMBIGUOUS_ROUTE_PATTERN, message, pattern.span, label)
        .help(format!("name the entity as well, `{first}`, or write `{from} -> * -> {to}` for all of them"))
}

/// A stop of a pattern that fits no record; `likely` is what may be meant, `records` lists those that there are.
pub(crate) fn no_such_record(
    pattern: &RoutePattern,
    stop: &NamePattern,
    likely: Option<String>,
    records: &str,
) -> Diagnostic {
    let label = if stop.is_exact() { "no such record" } else { "fits no record" };
    let diagnostic = Diagnostic::new(codes::UNMATCHED_ROUTE_PATTERN, no_route_fits(pattern), stop.span, label);
    match likely {
        // Where it cannot be told apart, its place is that of the whole pattern.
        Some(likely) if stop.span != pattern.span => {
            diagnostic.fix(format!("write `{likely}`"), stop.span, likely.clone())
        }
        Some(likely) => diagnostic.help(format!("`{likely}` is the nearest")),
        None => diagnostic.help(format!("there are {records}")),
    }
}

/// A stop between two others that is no entity.
pub(crate) fn not_an_entity(pattern: &RoutePattern, middle: &NamePattern) -> Diagnostic {
    Diagnostic::new(codes::UNMATCHED_ROUTE_PATTERN, no_route_fits(pattern), middle.span, "no entity")
        .help("a route is a map, or two maps that meet in an entity")
}

/// A pattern of records between which nothing leads as it says; `help` tells what does.
pub(crate) fn leads_nowhere(pattern: &RoutePattern, help: String) -> Diagnostic {
    let label = "nothing leads this way";
    Diagnostic::new(codes::UNMATCHED_ROUTE_PATTERN, no_route_fits(pattern), pattern.span, label).help(help)
}

fn no_route_fits(pattern: &RoutePattern) -> String {
    format!("no route fits `{}`", pattern.text)
}
