//! Calls whose arguments do not fit.

use mapc_diagnostics::{Diagnostic, Span, codes};
use mapc_runtime::Fault;

/// Arguments that do not fit the parameters by number or name.
pub(crate) fn wrong_arguments(name: &str, span: Span, wanted: &[String], given: usize) -> Diagnostic {
    let arguments = if given == 1 { "argument" } else { "arguments" };
    let message = format!("`{name}` does not take these {given} {arguments}");
    Diagnostic::new(codes::ARGUMENT_COUNT, message, span, "called here")
        .help(format!("it takes: {}", wanted.join("; ")))
}

/// Arguments whose types fit no overload.
pub(crate) fn no_overload(
    name: &str,
    span: Span,
    types: &[String],
    signatures: &[String],
    absent: Option<(Span, String)>,
) -> Diagnostic {
    let message = format!("`{name}` does not take {}", super::listed(types));
    let diagnostic = Diagnostic::new(codes::ARGUMENT_TYPE, message, span, "called here");
    let diagnostic = match absent {
        Some((span, ty)) => diagnostic.label(span, format!("may be absent: `{ty}`")),
        None => diagnostic,
    };
    diagnostic.help(format!("there is {}", signatures.join("; ")))
}

/// A lambda that is no argument of a function that takes one.
pub(crate) fn misplaced_lambda(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::UNEXPECTED_LAMBDA,
        "this function takes a value here, not `x => …`",
        span,
        "a value is needed",
    )
    .help("write the value itself")
}

/// A value where a lambda is needed.
pub(crate) fn lambda_expected(span: Span, params: usize) -> Diagnostic {
    let shape = if params == 1 { "x => …" } else { "(a, b) => …" };
    Diagnostic::new(codes::MISSING_LAMBDA, format!("this function takes `{shape}` here"), span, "a value")
        .help(format!("say what is done with each element: `{shape}`"))
}

/// A lambda with another number of parameters.
pub(crate) fn wrong_lambda(span: Span, wanted: usize, given: usize) -> Diagnostic {
    let message = format!("this needs {wanted} {}, and has {given}", if wanted == 1 { "name" } else { "names" });
    Diagnostic::new(codes::LAMBDA_ARITY, message, span, "other number of names").help(if wanted == 1 {
        "write `x => …`"
    } else {
        "write `(a, b) => …`"
    })
}

/// A regular expression that is none.
pub(crate) fn broken_regex(span: Span, reason: String) -> Diagnostic {
    Diagnostic::new(codes::INVALID_REGEX, "this is not a regular expression", span, reason)
        .help("the syntax is that of Rust's regex crate: no look-around, no back-references")
}

/// A date pattern that is none.
pub(crate) fn broken_pattern(span: Span, reason: String) -> Diagnostic {
    Diagnostic::new(codes::INVALID_DATE_PATTERN, reason, span, "in this date pattern")
        .help("letters are those of `yyyy-MM-dd HH:mm:ss`; other text stands in single quotes")
}

/// A group in what stands instead of a match that its pattern lacks.
pub(crate) fn lacking_group(span: Span, group: usize, has: usize) -> Diagnostic {
    let groups = match has {
        0 => "it has no group: no part of it stands in parentheses".to_owned(),
        1 => "its one group is `$1`".to_owned(),
        _ => format!("its groups are `$1` to `${has}`"),
    };
    Diagnostic::new(
        codes::UNKNOWN_GROUP,
        format!("the pattern has no group {group}"),
        span,
        format!("`${group}` stands here"),
    )
    .help(format!("{groups}; `$0` is the whole match, and a dollar sign is written `$$`"))
}

/// A constant position below 0.
pub(crate) fn before_the_first(span: Span, at: i64) -> Diagnostic {
    let help = match at {
        -1 => "the first element is at 0; the last one is `.last()`",
        _ => "the first element is at 0, and positions are not counted from the end; the last one is `.last()`",
    };
    Diagnostic::new(codes::POSITION_OUT_OF_RANGE, format!("no list has a position {at}"), span, "always absent")
        .help(help)
}

/// A function or an operator that its constant operands let fail always, for a reason that one of them is to blame for.
pub(crate) fn never_succeeds(name: &str, blamed: Span, fault: &Fault) -> Diagnostic {
    let help = format!("it would fail with {} for every record; write a value that `{name}` takes", fault.code);
    Diagnostic::new(codes::NEVER_SUCCEEDS, format!("`{name}` can never succeed here"), blamed, fault.reason.clone())
        .help(help)
}

/// `present` where no element can be absent.
pub(crate) fn nothing_absent(span: Span, list: &str) -> Diagnostic {
    let message = format!("no element of a `{list}` is absent, so `present` leaves nothing out");
    Diagnostic::new(codes::USELESS_PRESENT, message, span, "has no effect").help("remove `.present()`")
}

/// A parameter that takes only a literal.
pub(crate) fn literal_expected(span: Span, wanted: &str) -> Diagnostic {
    Diagnostic::new(codes::LITERAL_ARGUMENT, format!("this function takes {wanted} here"), span, "not that")
        .help(format!("write {wanted}"))
}

/// Values that a function cannot order or tell apart.
pub(crate) fn out_of_bounds(name: &str, signature: &str, span: Span) -> Diagnostic {
    let message = format!("`{name}` cannot go by values of this type");
    Diagnostic::new(codes::UNSUITABLE_KEY, message, span, "called here").help(format!("it is `{name}{signature}`"))
}
