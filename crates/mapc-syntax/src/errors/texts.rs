//! Texts, and what is hidden in them.

use mapc_diagnostics::{Diagnostic, Span, codes};

/// A file that is no text.
pub fn not_text(span: Span) -> Diagnostic {
    Diagnostic::new(codes::NOT_TEXT, "this file is not text", span, "a control character")
        .help("a `.map` file is UTF-8 text; check that this is the file that was meant")
}

/// A text without its closing quote.
pub fn unclosed_quote(span: Span) -> Diagnostic {
    Diagnostic::new(codes::UNCLOSED_QUOTE, "this text has no closing quote", span, "a text ends on its own line")
        .help("close it with `\"`; a quote inside a text is written `\\\"`, a new line `\\n`")
        .fix("insert `\"`", span.at_end(), "\"")
}

/// An escape that texts do not have.
pub fn unknown_escape(written: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::UNKNOWN_ESCAPE, format!("`{written}` is no escape"), span, "unknown escape")
        .help("texts have \\n, \\t, \\r, \\\", \\\\, \\{, \\}, \\/, \\$ and \\u{…} with a hexadecimal code point")
}

/// A text literal inside the braces of an interpolation.
pub fn nested_text(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::NESTED_TEXT,
        "a text cannot stand inside the braces of another text",
        span,
        "this quote ends the outer text",
    )
    .help("give the inner value a name with `let` and write the name between the braces")
}

/// Braces in a text that hold no value.
pub fn invalid_interpolation(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::INVALID_INTERPOLATION,
        "the braces in this text do not hold a value",
        span,
        "`{` begins a value here",
    )
    .help("a path or a call stands between the braces; a brace that is meant as such is written `\\{`")
}

/// A character that is not shown, or that changes the order in which others are.
pub fn invisible(character: char, in_text: bool, span: Span) -> Diagnostic {
    let code_point = format!("U+{:04X}", u32::from(character));
    let diagnostic = Diagnostic::new(
        codes::INVISIBLE_CHARACTER,
        format!("the character {code_point} cannot be seen here"),
        span,
        "hidden",
    );
    if in_text {
        let (ours, json) = (format!("\\u{{{:X}}}", u32::from(character)), format!("\\u{:04X}", u32::from(character)));
        diagnostic
            .help(format!("with it, text reads otherwise than it is; remove it, or write `{ours}`, in JSON `{json}`"))
    } else {
        diagnostic.help("with it, text reads otherwise than it is; remove it").fix("remove it", span, "")
    }
}

/// A dollar sign before the braces of a value, as other languages have it.
pub fn dollar_before_value(value: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::DOLLAR_BEFORE_VALUE, "this writes a dollar sign before the value", span, "a plain `$`")
        .help(format!("the braces alone put the value in, `{{{value}}}`; where a dollar sign is meant, write `\\$`"))
        .fix("remove the dollar sign", span, "")
}

/// Braces in a reason that is the same for each record.
pub fn braces_in_reason(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::BRACES_IN_REASON,
        "this reason holds no values, so its braces would be shown as they are",
        span,
        "`{` here",
    )
    .help(
        "only the reasons of `reject` hold values; write the text without, or `\\{` for a brace that is meant as such",
    )
}

/// JSON in a test that is none.
pub fn invalid_json(message: String, help: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::INVALID_JSON, format!("this JSON cannot be read: {message}"), span, "not expected here")
        .help(help)
}
