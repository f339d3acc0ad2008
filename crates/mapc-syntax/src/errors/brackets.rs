//! Brackets, by the layout of the text around them.

use mapc_diagnostics::{Diagnostic, Span, codes};

/// A bracket that is never closed.
pub fn never_closed(open: char, opening: Span, place: Span, fix: String) -> Diagnostic {
    let close = fix.trim().to_owned();
    Diagnostic::new(codes::UNCLOSED_BRACKET, format!("this `{open}` is never closed"), opening, "opened here")
        .label(place, format!("by the layout, its `{close}` is missing here"))
        .fix(format!("insert `{close}`"), place, fix)
}

/// A bracket that is closed and was never opened.
pub fn never_opened(open: char, place: Span, closing: Span) -> Diagnostic {
    let fix = if open == '(' { open.to_string() } else { format!(" {open}") };
    Diagnostic::new(
        codes::MISSING_OPENING_BRACKET,
        format!("a `{open}` is missing"),
        place,
        "by the layout, it belongs here",
    )
    .label(closing, "this closes it")
    .fix(format!("insert `{open}`"), place, fix)
}

/// A closing bracket too many.
pub fn closes_nothing(close: char, span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::UNMATCHED_CLOSING_BRACKET,
        format!("this `{close}` closes nothing"),
        span,
        "nothing is open here",
    )
    .fix("remove it", span, "")
}
