//! Whether a blank stands between two tokens of a line.

use super::roles::Roles;
use crate::tokens::{Token, TokenKind};

/// Whether a blank stands between `left` and `right`.
pub fn blank_between(left: &Token, right: &Token, text: &str, roles: &Roles) -> bool {
    if right.kind == TokenKind::Comment {
        return true;
    }
    let touching = left.range.end == right.range.start;
    let signs = (sign(left, text), sign(right, text));
    if roles.in_json(right.range.start) && roles.in_json(left.range.start) {
        return in_json(signs, touching);
    }
    if matches!(signs.0, "(" | "[" | "@" | "$")
        || roles.prefixes.contains(&left.range.start)
        || roles.tight.contains(&left.range.start)
    {
        return false;
    }
    if roles.operators.contains(&left.range.start) || roles.operators.contains(&right.range.start) {
        return true;
    }
    match signs.1 {
        ")" | "]" | "," | ":" => false,
        "?" | "??" | ">" => false,
        "}" => signs.0 != "{",
        "<" => false,
        ".." => before_dots(left, right, signs.0, roles),
        "." => !(touching && ends_value(left, signs.0)),
        "(" if roles.options.contains(&right.range.start) => true,
        "(" | "[" => !(touching && ends_value(left, signs.0)),
        _ => behind(signs.0),
    }
}

/// The sign that a token is; empty for all others.
fn sign<'t>(token: &Token, text: &'t str) -> &'t str {
    if token.kind == TokenKind::Sign { &text[token.range.clone()] } else { "" }
}

/// Whether a blank stands behind a sign, where what follows leaves it open.
fn behind(left: &str) -> bool {
    !matches!(left, "." | ".." | "<")
}

/// The dots of a range touch its numbers, those of a spread only its record.
fn before_dots(left: &Token, right: &Token, sign: &str, roles: &Roles) -> bool {
    roles.prefixes.contains(&right.range.start) && !(left.kind == TokenKind::Number && sign.is_empty())
}

/// Whether a token may be the end of something that is called, indexed or looked into.
fn ends_value(token: &Token, sign: &str) -> bool {
    match token.kind {
        TokenKind::Word | TokenKind::Number | TokenKind::Text => true,
        _ => matches!(sign, ")" | "]" | "}" | "?" | ">"),
    }
}

/// JSON has signs inside its numbers, and no operators.
fn in_json((left, right): (&str, &str), touching: bool) -> bool {
    match (left, right) {
        ("{", "}") => false,
        ("{", _) | (_, "}") => true,
        ("[", _) | (_, "]" | "," | ":") => false,
        ("," | ":", _) => true,
        _ => !touching,
    }
}
