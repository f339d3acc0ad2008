//! Lines and bodies: what is left open, said twice, or stands where it cannot.

use mapc_diagnostics::{Diagnostic, Span, codes};

use crate::model::Field;

/// `skip` where there is no element to leave out.
pub(crate) fn skip_outside_for(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::SKIP_OUTSIDE_LIST,
        "`skip` leaves out an element of a `for`, and there is none around it",
        span,
        "no `for`",
    )
    .help("turn the record away with `reject \"…\"`, or leave it out at the top of the map with `skip when …`")
}

/// `match` over a tuple.
pub(crate) fn match_of_tuple(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::MATCH_NOT_BUILT,
        "`match` over several values at once is not built yet",
        span,
        "several values",
    )
    .help("match one value inside the arms of another, or use `if … then … else …`")
}

/// `match` over a value that has no patterns.
pub(crate) fn match_of(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::new(
        codes::UNMATCHABLE_VALUE,
        format!("`match` does not go over values of type `{ty}`"),
        span,
        format!("`{ty}`"),
    )
    .help("match a text, int, decimal, bool or enum, or something that may be absent")
}

/// A pattern that is never reached.
pub(crate) fn unreachable_pattern(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::UNREACHABLE_PATTERN,
        "this is never reached: what stands above covers it",
        span,
        "never reached",
    )
    .help("remove it, or correct the one above")
}

/// `some` or `absent` for a value that is always there.
pub(crate) fn pattern_of_presence(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::new(
        codes::IMPOSSIBLE_PATTERN,
        format!("a value of type `{ty}` is never absent"),
        span,
        "for optional values only",
    )
    .help("name values, or write `else`")
}

/// A pattern of another type than the value.
pub(crate) fn pattern_of_other_type(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::new(
        codes::IMPOSSIBLE_PATTERN,
        format!("this cannot be a value of type `{ty}`"),
        span,
        format!("`{ty}` is matched"),
    )
    .help("a text stands in quotes, a member behind a dot")
}

/// `some x` beside other patterns.
pub(crate) fn some_among_others(span: Span) -> Diagnostic {
    Diagnostic::new(codes::MIXED_PATTERNS, "`some` stands alone in its arm", span, "among other patterns")
        .help("give it an arm of its own")
}

/// `absent` beside values, where another arm is for all other values.
pub(crate) fn absent_among_others(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::MIXED_PATTERNS,
        "`absent` stands alone in its arm where another arm says `some`",
        span,
        "among values",
    )
    .help("give it an arm of its own")
}

/// A `match` that leaves cases open.
pub(crate) fn not_covered(span: Span, missing: &[String], endless: Option<&str>, last: Option<Span>) -> Diagnostic {
    let message = match (endless, missing) {
        (Some(ty), []) => format!("this `match` does not say what other values of type `{ty}` give"),
        (Some(ty), missing) => {
            format!("this `match` does not say what {} and other values of type `{ty}` give", super::listed(missing))
        }
        (None, missing) => format!("this `match` does not say what {} gives", super::listed(missing)),
    };
    let diagnostic = Diagnostic::new(codes::INCOMPLETE_MATCH, message, span, "cases are left open");
    let Some(last) = last else { return diagnostic.help("add arms, or `else => …`") };
    let added = if endless.is_some() { "else".to_owned() } else { missing.join(", ") };
    diagnostic.help("add an arm for them, or `else => …`").fix(
        "reject what is left open",
        last.at_end(),
        format!(", {added} => reject \"not expected\""),
    )
}

/// A head that is not at the top of a map.
pub(crate) fn head_inside(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::MISPLACED_GUARD,
        "this decides about the whole record, so it stands at the top of a map",
        span,
        "not here",
    )
    .help("move it up; an element of a `for` is left out with `where` or `skip \"…\"`")
}

/// `delete when` for a target without a key.
pub(crate) fn no_key(span: Span, record: &str) -> Diagnostic {
    let message = format!("`{record}` has no key, so none of it can be deleted");
    Diagnostic::new(codes::DELETE_ASSIGNMENT, message, span, "the key goes here")
        .help(format!("declare a `key` field in `{record}`"))
}

/// More than the key in a `delete when`.
pub(crate) fn more_than_the_key(span: Span, field: &str, keys: &[String]) -> Diagnostic {
    let message = format!("a delete carries the key alone, and `{field}` is not in it");
    Diagnostic::new(codes::DELETE_ASSIGNMENT, message, span, "not in the key")
        .help(format!("the key is {}", super::listed(keys)))
        .fix("remove the line", span, "")
}

/// Less than the key in a `delete when`.
pub(crate) fn key_missing(span: Span, missing: &[String]) -> Diagnostic {
    let missing = super::listed(missing);
    Diagnostic::new(
        codes::DELETE_ASSIGNMENT,
        format!("a delete carries the whole key, and {missing} is missing"),
        span,
        "the key goes here",
    )
    .help(format!("assign {missing} here"))
}

/// Fields of the target that nothing is said about.
pub(crate) fn not_assigned(span: Span, record: &str, open: &[&Field]) -> Diagnostic {
    let names: Vec<String> = open.iter().map(|field| field.name.clone()).collect();
    let verb = if names.len() == 1 { "is" } else { "are" };
    let message = format!("{} of `{record}` {verb} not assigned", super::listed(&names));
    let diagnostic = Diagnostic::new(codes::UNASSIGNED_FIELD, message, span, "not complete");
    let diagnostic = match open.first() {
        Some(field) => diagnostic.label(field.span, "declared here"),
        None => diagnostic,
    };
    let help = if open.iter().all(|field| field.ty.is_optional() || field.default.is_some()) {
        "assign it, or say that it stays empty: `unset … because \"…\"`"
    } else {
        "assign it, or declare it as optional or with a default"
    };
    diagnostic.help(help)
}

/// A field that is assigned twice.
pub(crate) fn assigned_twice(field: &str, again: Span, first: Span) -> Diagnostic {
    Diagnostic::new(codes::ASSIGNED_TWICE, format!("`{field}` is assigned twice"), again, "assigned again here")
        .label(first, "first assigned here")
        .help("keep one of the two lines")
}

/// A path into a field that is no record.
pub(crate) fn no_record_inside(span: Span, field: &str, ty: &str) -> Diagnostic {
    Diagnostic::new(
        codes::PATH_INTO_VALUE,
        format!("`{field}` is of type `{ty}` and has no fields to assign"),
        span,
        "a path into it",
    )
    .help(format!("assign `{field}` as a whole"))
}

/// A field that only one branch of a `when` assigns.
pub(crate) fn one_branch_only(field: &str, assigned: Span, branch: Span) -> Diagnostic {
    Diagnostic::new(
        codes::ONE_SIDED_WHEN,
        format!("`{field}` has a value on one side of this `when` only"),
        assigned,
        "on this side",
    )
    .label(branch, "not here")
    .help(format!("assign `{field}` on the other side too, or `unset` it there"))
}

/// `unset` without `because`.
pub(crate) fn unset_without_reason(span: Span, field: &str) -> Diagnostic {
    Diagnostic::new(
        codes::UNSET_WITHOUT_REASON,
        format!("`unset {field}` needs a reason"),
        span,
        "why does it stay empty?",
    )
    .help("write why: `because \"…\"`")
    .fix("add a reason", span.at_end(), " because \"…\"")
}

/// `unset` of a field that needs a value.
pub(crate) fn unset_required(span: Span, field: &str, ty: &str, declared: Span) -> Diagnostic {
    Diagnostic::new(
        codes::UNSET_REQUIRED_FIELD,
        format!("`{field}` needs a value and cannot be unset"),
        span,
        "unset here",
    )
    .label(declared, format!("`{ty}`, without a default"))
    .help(format!("assign it, or declare it as `{ty}?`"))
}

/// A value for a field that is only read.
pub(crate) fn assigns_readonly(span: Span, field: &str, declared: Span) -> Diagnostic {
    Diagnostic::new(codes::READONLY_ASSIGNMENT, format!("`{field}` is read and never written"), span, "assigned here")
        .label(declared, "declared `readonly`")
        .help("remove the line, or declare the field without `readonly`")
}

/// A function that calls itself.
pub(crate) fn deep_calls(span: Span, caller: &str, most: usize) -> Diagnostic {
    let message =
        format!("with this call more than {most} functions, maps and `let`s would be evaluated inside each other");
    Diagnostic::new(codes::CALLS_TOO_DEEP, message, span, format!("the call in `{caller}` that is one too many"))
        .help("write some of these functions as one")
}

pub(crate) fn deep_lets(span: Span, most: usize) -> Diagnostic {
    let message =
        format!("with this `let` more than {most} functions, maps and `let`s would be evaluated inside each other");
    Diagnostic::new(codes::LETS_TOO_DEEP, message, span, "one too many")
        .help("write some of these `let`s as one expression")
}

pub(crate) fn deep_levels(span: Span, most: usize) -> Diagnostic {
    let message = format!(
        "more than {most} operations would be evaluated inside each other here, through all that is called and read"
    );
    Diagnostic::new(codes::OPERATIONS_TOO_DEEP, message, span, "goes too deep")
        .help("move a part of it to where it is not inside of the rest")
}

pub(crate) fn recursive_function(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(codes::RECURSIVE_FUNCTION, format!("`{name}` is called while it is computed"), span, "calls itself")
        .help("go through lists with `for`; a map may use itself on a part of its input")
}
