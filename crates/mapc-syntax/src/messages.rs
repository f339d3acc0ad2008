//! What the syntax pass says, one function for each finding.

use mapc_diagnostics::{Diagnostic, Span, codes};

/// M0101: text that fits no rule.
pub fn unexpected(message: String, nearest: Option<&str>, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::UNEXPECTED_TOKEN, message, span, "not expected here");
    match nearest {
        Some(word) => diagnostic.help(format!("perhaps `{word}` is meant")).fix(format!("write `{word}`"), span, word),
        None => diagnostic,
    }
}

/// M0102: a file that is no text.
pub fn not_text(span: Span) -> Diagnostic {
    Diagnostic::new(codes::NOT_TEXT, "this file is not text", span, "a control character")
        .help("a `.map` file is UTF-8 text; check that this is the file that was meant")
}

/// M0103: a text without its closing quote.
pub fn open_quote(span: Span) -> Diagnostic {
    Diagnostic::new(codes::UNCLOSED_QUOTE, "this text has no closing quote", span, "a text ends on its own line")
        .help("close it with `\"`; a quote inside a text is written `\\\"`, a new line `\\n`")
        .fix("insert `\"`", span.at_end(), "\"")
}

/// M0104: an escape that texts do not have.
pub fn bad_escape(written: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::UNKNOWN_ESCAPE, format!("`{written}` is no escape"), span, "unknown escape")
        .help("texts have \\n, \\t, \\r, \\\", \\\\, \\{, \\}, \\/, \\$ and \\u{…} with a hexadecimal code point")
}

/// M0105: a text literal inside the braces of an interpolation.
pub fn text_in_text(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::NESTED_TEXT,
        "a text cannot stand inside the braces of another text",
        span,
        "this quote ends the outer text",
    )
    .help("give the inner value a name with `let` and write the name between the braces")
}

/// M0106: nesting beyond the limit.
pub fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(codes::NESTING_TOO_DEEP, "this is nested too deeply", span, "more than 64 levels lie around this")
        .help("move an inner part into a `fn`, a `let` or a named record")
}

/// M0107: more operators than an expression may have.
pub fn too_long(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::TOO_MANY_OPERATORS,
        "this expression has too many operators",
        span,
        "more than 1000 operators",
    )
    .help("split it with `let`")
}

/// M0108: a reserved word where a name is read.
pub fn reserved(word: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::RESERVED_WORD, format!("`{word}` is a reserved word"), span, "a name or value is read here")
        .help(format!("write it in backticks if a name is meant: `` `{word}` ``"))
        .fix("put the name in backticks", span, format!("`{word}`"))
}

/// M0109: comparisons in a row.
pub fn chained(first: Span, second: Span) -> Diagnostic {
    Diagnostic::new(
        codes::CHAINED_COMPARISON,
        "comparisons do not chain",
        second,
        "this compares the outcome of a comparison",
    )
    .label(first, "the first comparison")
    .help("write `a < b and b < c`, or use parentheses")
}

/// M0110: `try` or `not` behind an operator that binds more tightly.
pub fn loose_prefix(word: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::MISSING_PARENTHESES,
        format!("`{word}` needs parentheses here"),
        span,
        "the operator before it binds more tightly",
    )
    .help(format!("write `({word} …)` around the part that is meant"))
}

/// M0111: a call of something that has no name.
pub fn not_callable(span: Span) -> Diagnostic {
    Diagnostic::new(codes::NOT_A_FUNCTION, "only a name can be called", span, "this is a value, not a function")
}

/// M0112: names and lambdas among the arguments of an attribute or a wire form.
pub fn plain_argument(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::NOT_A_PLAIN_VALUE,
        "only values can stand here",
        span,
        "no argument names and no functions in attributes and wire forms",
    )
}

/// M0113: a map or table that is written from right to left.
pub fn left_arrow(span: Span) -> Diagnostic {
    Diagnostic::new(codes::LEFT_ARROW, "a map or table is written from left to right", span, "expected `->` or `<->`")
        .help("exchange the two sides and write `->`")
}

/// M0115: nested lines behind an arrow that goes one way.
pub fn nested_one_way(span: Span) -> Diagnostic {
    Diagnostic::new(codes::ONE_WAY_BLOCK, "only `<->` takes nested lines", span, "these lines have no second side")
        .help("write `<->`, or build the value with `with … as … { … }`")
}

/// M0116: a bare name as a pattern.
pub fn bare_pattern(written: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::BARE_NAME_PATTERN,
        format!("`{written}` is no pattern"),
        span,
        "a bare name never stands for a value here",
    )
    .help("write a member with its dot, a text in quotes, `some name`, `absent` or `else`")
    .fix(format!("write `.{written}`"), span, format!(".{written}"))
}

/// M0117: something behind a declaration on its last line.
pub fn behind_declaration(span: Span) -> Diagnostic {
    Diagnostic::new(codes::TRAILING_INPUT, "a declaration ends here", span, "this does not belong to it")
        .help("begin the next declaration on a line of its own")
}

/// M0118: a bracket that is never closed.
pub fn missing_close(open: char, opening: Span, place: Span, fix: String) -> Diagnostic {
    let close = fix.trim().to_owned();
    Diagnostic::new(codes::UNCLOSED_BRACKET, format!("this `{open}` is never closed"), opening, "opened here")
        .label(place, format!("by the layout, its `{close}` is missing here"))
        .fix(format!("insert `{close}`"), place, fix)
}

/// M0119: a bracket that is closed and was never opened.
pub fn missing_open(open: char, place: Span, closing: Span) -> Diagnostic {
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

/// M0120: a closing bracket too many.
pub fn stray_close(close: char, span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::UNMATCHED_CLOSING_BRACKET,
        format!("this `{close}` closes nothing"),
        span,
        "nothing is open here",
    )
    .fix("remove it", span, "")
}

/// M0114: something that other languages have.
pub fn foreign(message: String, help: &str, replacement: Option<&str>, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::FOREIGN_OPERATOR, message, span, help);
    match replacement {
        Some("") => diagnostic.fix("remove it", span, ""),
        Some(text) => diagnostic.fix(format!("write `{}`", text.trim()), span, text),
        None => diagnostic,
    }
}

/// M0122: a word that begins no declaration.
pub fn no_declaration(word: &str, nearest: Option<&str>, span: Span) -> Diagnostic {
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

/// M0123: JSON in a test that is none.
pub fn bad_json(message: String, help: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::INVALID_JSON, format!("this JSON cannot be read: {message}"), span, "not expected here")
        .help(help)
}

/// M0124: braces in a text that hold no value.
pub fn bad_interpolation(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::INVALID_INTERPOLATION,
        "the braces in this text do not hold a value",
        span,
        "`{` begins a value here",
    )
    .help("a path or a call stands between the braces; a brace that is meant as such is written `\\{`")
}

/// M0125: a character that is not shown, or that changes the order in which others are.
pub fn hidden(character: char, in_text: bool, span: Span) -> Diagnostic {
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

/// M1005: a dollar sign before the braces of a value, as other languages have it.
pub fn dollar(value: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::DOLLAR_BEFORE_VALUE, "this writes a dollar sign before the value", span, "a plain `$`")
        .help(format!("the braces alone put the value in, `{{{value}}}`; where a dollar sign is meant, write `\\$`"))
        .fix("remove the dollar sign", span, "")
}

/// M0150: braces in a reason that is the same for each record.
pub fn fixed_reason(span: Span) -> Diagnostic {
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

/// M0121: the rest of a file with very many mistakes.
pub fn more_mistakes(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::TOO_MANY_MISTAKES,
        "there are more mistakes than are shown",
        span,
        "not reported from here on",
    )
    .help("mend those above first")
}

/// M0901: a declaration that mapc does not build yet.
pub fn not_yet(word: &str, span: Span) -> Diagnostic {
    not_yet_form(&format!("`{word}`"), span)
}

/// M0901: a form that mapc does not build yet.
pub fn not_yet_form(what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::SYNTAX_NOT_BUILT,
        format!("{what} is part of the language but not built yet"),
        span,
        "not built yet",
    )
}
