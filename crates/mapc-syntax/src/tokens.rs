//! Words and signs of a text, for those who look at it without the grammar: the explanation of mistakes and the formatter.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A name, a keyword, a name in backticks.
    Word,
    /// Digits, perhaps with a fraction.
    Number,
    /// A text or a regular expression, with its quotes.
    Text,
    /// `// …` without its newline.
    Comment,
    /// A line break.
    Newline,
    /// Anything else.
    Sign,
}

/// A token and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its bytes.
    pub range: Range<usize>,
}

/// Signs of more than one character, longest first.
const SIGNS: &[&str] = &[
    "<->", "===", "!==", "->", "<-", "=>", "==", "!=", "<=", ">=", "??", "&&", "||", "..", "+=", "-=", "*=", ":=", "::",
];

/// All tokens of `text` in order; blanks are between them.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if matches!(first, ' ' | '\t' | '\r') {
            at += 1;
            continue;
        }
        let (kind, length) = token(&text[at..], first);
        tokens.push(Token { kind, range: at..at + length });
        at += length;
    }
    tokens
}

fn token(rest: &str, first: char) -> (TokenKind, usize) {
    match first {
        '\n' => (TokenKind::Newline, 1),
        '"' => (TokenKind::Text, text_length(rest)),
        'r' if rest.starts_with("r\"") => (TokenKind::Text, 1 + text_length(&rest[1..])),
        '/' if rest.starts_with("//") => (TokenKind::Comment, comment_length(rest)),
        '`' => (TokenKind::Word, backtick_length(rest)),
        '0'..='9' => (TokenKind::Number, number_length(rest)),
        _ if is_word(first) => (TokenKind::Word, rest.find(|c| !is_word(c)).unwrap_or(rest.len())),
        _ => {
            let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
            (TokenKind::Sign, sign.map_or(first.len_utf8(), |sign| sign.len()))
        }
    }
}

/// Whether a character may stand in a name.
pub fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

fn text_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        match character {
            '\n' => return at,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn comment_length(rest: &str) -> usize {
    rest.lines().next().map_or(0, |line| line.trim_end().len())
}

fn backtick_length(rest: &str) -> usize {
    match rest[1..].find(['`', '\n']) {
        Some(end) if rest[1 + end..].starts_with('`') => end + 2,
        _ => 1,
    }
}

fn number_length(rest: &str) -> usize {
    let digits =
        |from: usize| rest[from..].find(|c: char| !c.is_ascii_digit() && c != '_').map_or(rest.len(), |n| from + n);
    let whole = digits(0);
    let fraction =
        rest[whole..].strip_prefix('.').is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()));
    if fraction { digits(whole + 1) } else { whole }
}
