//! Expressions and patterns.

use mapc_diagnostics::{Diagnostic, Span, codes};

/// Nesting beyond the limit.
pub fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(codes::NESTING_TOO_DEEP, "this is nested too deeply", span, "more than 64 levels lie around this")
        .help("move an inner part into a `fn`, a `let` or a named record")
}

/// More operators than an expression may have.
pub fn too_many_operators(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::TOO_MANY_OPERATORS,
        "this expression has too many operators",
        span,
        "more than 1000 operators",
    )
    .help("split it with `let`")
}

/// A reserved word where a name is read.
pub fn reserved_word(word: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::RESERVED_WORD, format!("`{word}` is a reserved word"), span, "a name or value is read here")
        .help(format!("write it in backticks if a name is meant: `` `{word}` ``"))
        .fix("put the name in backticks", span, format!("`{word}`"))
}

/// Comparisons in a row.
pub fn chained_comparison(first: Span, second: Span) -> Diagnostic {
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
pub fn missing_parentheses(word: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::MISSING_PARENTHESES,
        format!("`{word}` needs parentheses here"),
        span,
        "the operator before it binds more tightly",
    )
    .help(format!("write `({word} …)` around the part that is meant"))
}

/// A call of something that has no name.
pub fn not_a_function(span: Span) -> Diagnostic {
    Diagnostic::new(codes::NOT_A_FUNCTION, "only a name can be called", span, "this is a value, not a function")
}

/// Names and lambdas among the arguments of an attribute or a wire form.
pub fn not_a_plain_value(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::NOT_A_PLAIN_VALUE,
        "only values can stand here",
        span,
        "no argument names and no functions in attributes and wire forms",
    )
}

/// A bare name as a pattern.
pub fn bare_name_pattern(written: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::BARE_NAME_PATTERN,
        format!("`{written}` is no pattern"),
        span,
        "a bare name never stands for a value here",
    )
    .help("write a member with its dot, a text in quotes, `some name`, `absent` or `else`")
    .fix(format!("write `.{written}`"), span, format!(".{written}"))
}
