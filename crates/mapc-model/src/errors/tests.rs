//! Test blocks: what is given and expected.

use std::collections::BTreeSet;

use mapc_diagnostics::{Diagnostic, Span, codes, nearest};
use mapc_syntax::ast::{Name, Text};

use crate::context::suggest;

/// A second test of one name.
pub(crate) fn duplicate(name: &Text, earlier: Span) -> Diagnostic {
    let message = format!("two tests are called {:?}", name.value);
    Diagnostic::new(codes::DUPLICATE_TEST, message, name.span, "the second one")
        .label(earlier, "the first one")
        .help("say in the name what differs")
}

/// A second record that a test is given.
pub(crate) fn second_given(span: Span, earlier: Span) -> Diagnostic {
    Diagnostic::new(codes::DUPLICATE_GIVEN, "a test is given one record", span, "a second one")
        .label(earlier, "the first one")
        .help("write a test of its own for it")
}

/// A test that is given nothing.
pub(crate) fn nothing_given(name: Span) -> Diagnostic {
    Diagnostic::new(codes::MISSING_GIVEN, "this test is given nothing", name, "no `given` below")
        .help("write `given system.Record { … }` with a record as JSON")
}

/// A test that expects nothing.
pub(crate) fn nothing_expected(name: Span) -> Diagnostic {
    Diagnostic::new(codes::MISSING_EXPECTATION, "this test expects nothing", name, "no `expect` below")
        .help("write `expect system.Record { … }`, `expect reject` or `expect skip`")
}

/// A fact about a message that there is not.
pub(crate) fn unknown_fact(name: &str, span: Span) -> Diagnostic {
    let message = format!("nothing is called `${name}`");
    let diagnostic = Diagnostic::new(codes::UNKNOWN_MESSAGE_FACT, message, span, "not known of a message");
    match nearest(name, ["message_id", "received_at"]) {
        Some(best) => suggest(diagnostic, span, best),
        None => diagnostic.help("a test can set `$message_id` and `$received_at`"),
    }
}

/// A fact about a message with an impossible value.
pub(crate) fn fact_value(name: &str, span: Span, wanted: &str) -> Diagnostic {
    let message = format!("`${name}` cannot have this value");
    Diagnostic::new(codes::MESSAGE_FACT_VALUE, message, span, format!("{wanted} expected"))
        .help(format!("write {wanted}"))
}

/// A fact about a message that is given twice.
pub(crate) fn fact_twice(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::DUPLICATE_GIVEN, format!("`${name}` is given twice"), span, "the second one")
        .help("remove one of them")
}

/// An expectation of a record that no map starts at.
pub(crate) fn no_map_starts(from: &str, span: Span) -> Diagnostic {
    let message = format!("no map starts at `{from}`");
    Diagnostic::new(codes::UNREACHABLE_EXPECTATION, message, span, "nothing could come of this test")
        .help(format!("declare `map {from} -> …`"))
}

/// An expectation that nothing leads to; `next` is where maps lead instead, in backticks.
pub(crate) fn no_way(from: &str, to: &str, next: &[String], span: Span) -> Diagnostic {
    let message = format!("nothing leads from `{from}` to `{to}`");
    let label = "reached by no map, nor through an entity";
    Diagnostic::new(codes::UNREACHABLE_EXPECTATION, message, span, label).help(match next {
        [] => format!("declare `map {from} -> {to}`, or maps that meet in an entity"),
        next => format!("maps lead to {}; declare one to `{to}`, or name what is meant", next.join(", ")),
    })
}

/// An expectation that several ways lead to; `ways` are the entities between, in backticks.
pub(crate) fn several_ways(from: &str, to: &str, ways: &[String], span: Span) -> Diagnostic {
    let message = format!("{} ways lead from `{from}` to `{to}`", ways.len());
    Diagnostic::new(codes::AMBIGUOUS_EXPECTATION, message, span, format!("through {}", ways.join(" or ")))
        .help(format!("expect one of the entities instead, or declare `map {from} -> {to}`"))
}

/// A code that nothing rejects with; `authors` are those that the package itself does.
pub(crate) fn unknown_code(code: &Name, authors: &BTreeSet<&str>) -> Diagnostic {
    let message = format!("nothing rejects with `{}`", code.text);
    let diagnostic = Diagnostic::new(codes::UNKNOWN_REJECTION_CODE, message, code.span, "unknown code");
    match nearest(&code.text, authors.iter().copied()) {
        Some(best) => suggest(diagnostic, code.span, best),
        None if authors.is_empty() => diagnostic.help("write a code that `mapc explain` lists, or leave it out"),
        None => {
            let authors: Vec<String> = authors.iter().map(|code| (*code).to_owned()).collect();
            let own = super::listed(&authors);
            diagnostic.help(format!("the package rejects with {own}; `mapc explain` lists the codes of mapc"))
        }
    }
}

/// An expected field that no output has.
pub(crate) fn unknown_output(record: &str, key: &str, span: Span, help: String) -> Diagnostic {
    let message = format!("`{record}` has no field {key:?}, so that it never comes out");
    Diagnostic::new(codes::UNKNOWN_OUTPUT_FIELD, message, span, "not a field").help(help)
}

/// A pointer to what the given record does not hold.
pub(crate) fn dangling_pointer(span: Span, message: String, help: String) -> Diagnostic {
    Diagnostic::new(codes::DANGLING_POINTER, message, span, "points at nothing").help(help)
}
