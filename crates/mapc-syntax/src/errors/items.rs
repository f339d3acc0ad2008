//! Declarations and their lines, and text that fits no rule.

use mapc_diagnostics::{Diagnostic, Span, codes};

/// Text that fits no rule.
pub fn unexpected(message: String, nearest: Option<&str>, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::UNEXPECTED_TOKEN, message, span, "not expected here");
    match nearest {
        Some(word) => diagnostic.help(format!("perhaps `{word}` is meant")).fix(format!("write `{word}`"), span, word),
        None => diagnostic,
    }
}

/// Something that other languages have.
pub fn foreign_operator(message: String, help: &str, replacement: Option<&str>, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::FOREIGN_OPERATOR, message, span, help);
    match replacement {
        Some("") => diagnostic.fix("remove it", span, ""),
        Some(text) => diagnostic.fix(format!("write `{}`", text.trim()), span, text),
        None => diagnostic,
    }
}

/// A word that begins no declaration.
pub fn unknown_declaration(word: &str, nearest: Option<&str>, span: Span) -> Diagnostic {
    let message = format!("no declaration begins with `{word}`");
    let diagnostic = Diagnostic::new(
        codes::UNKNOWN_DECLARATION,
        message,
        span,
        "expected a declaration such as `entity`, `system` or `map`",
    );
    match nearest {
        Some(word) => diagnostic.help(format!("perhaps `{word}` is meant")).fix(format!("write `{word}`"), span, word),
        None => diagnostic,
    }
}

/// Something behind a declaration on its last line.
pub fn trailing_input(span: Span) -> Diagnostic {
    Diagnostic::new(codes::TRAILING_INPUT, "a declaration ends here", span, "this does not belong to it")
        .help("begin the next declaration on a line of its own")
}

/// A map or table that is written from right to left.
pub fn left_arrow(span: Span) -> Diagnostic {
    Diagnostic::new(codes::LEFT_ARROW, "a map or table is written from left to right", span, "expected `->` or `<->`")
        .help("exchange the two sides and write `->`")
}

/// Nested lines behind an arrow that goes one way.
pub fn one_way_block(span: Span) -> Diagnostic {
    Diagnostic::new(codes::ONE_WAY_BLOCK, "only `<->` takes nested lines", span, "these lines have no second side")
        .help("write `<->`, or build the value with `with … as … { … }`")
}

/// The rest of a file with very many mistakes.
pub fn too_many_mistakes(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::TOO_MANY_MISTAKES,
        "there are more mistakes than are shown",
        span,
        "not reported from here on",
    )
    .help("mend those above first")
}

/// A declaration that mapc does not build yet.
pub fn not_built(word: &str, span: Span) -> Diagnostic {
    form_not_built(&format!("`{word}`"), span)
}

/// A form that mapc does not build yet.
pub fn form_not_built(what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::SYNTAX_NOT_BUILT,
        format!("{what} is part of the language but not built yet"),
        span,
        "not built yet",
    )
}
