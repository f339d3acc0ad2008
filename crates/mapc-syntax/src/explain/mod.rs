//! Why a piece of text could not be read: how far it was right, what stands there, and what could have.

mod expected;
mod foreign;

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use pest::Parser as _;

use crate::grammar::{Grammar, Rule};
use crate::tokens::{Token, TokenKind, tokens};

/// A longer piece than this is not read again.
const MAX_LENGTH: usize = 16 * 1024;

/// Where a piece of text stands, which decides what it should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Outside of all declarations, or among those of a system.
    Item,
    /// Between `map` and its brace.
    Head,
    /// A line of a map.
    Entry,
    /// A line of a record or entity.
    Field,
    /// A member of an enum.
    Member,
    /// A row of a table.
    Row,
    /// An arm of a match.
    Arm,
    /// A step of a test.
    Step,
}

/// Why a piece could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Something of another language; what it is called and what to write.
    Foreign {
        /// One sentence.
        message: String,
        /// The way out.
        help: &'static str,
        /// What stands there instead, where that is sure.
        replacement: Option<&'static str>,
    },
    /// No declaration begins with this word.
    Declaration {
        /// The word.
        word: String,
        /// The keyword that is closest.
        nearest: Option<&'static str>,
    },
    /// The braces of an interpolation.
    Interpolation,
    /// JSON that is none.
    Json {
        /// What is expected, what was found.
        message: String,
        /// The way out.
        help: &'static str,
    },
    /// Something else was expected.
    Expected {
        /// One sentence.
        message: String,
        /// An expected word that is close to the one found.
        nearest: Option<String>,
    },
}

/// What is wrong with a piece, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The bytes of the piece to point at.
    pub range: Range<usize>,
    /// What to say.
    pub reason: Reason,
}

/// Reads `piece` again on its own and says what is wrong with it.
pub fn explain(place: Place, piece: &str) -> Finding {
    let piece = cut(piece, length(place, piece));
    if piece.len() == MAX_LENGTH {
        let message = "this is too long to say what is wrong with it".to_owned();
        return Finding {
            range: 0..piece.find('\n').unwrap_or(1),
            reason: Reason::Expected { message, nearest: None },
        };
    }
    let tokens: Vec<Token> = tokens(piece).into_iter().filter(|token| token.kind != TokenKind::Newline).collect();
    let (at, expected) = furthest(place, piece);
    let mut failure = Failure::new(place, piece, &tokens, at, expected);
    if failure.expected.is_empty() && !failure.in_text {
        // What could stand inside a token says nothing about what could stand in its place: ask again without it.
        let start = failure.range().start;
        let (reached, expected) = furthest(place, &piece[..start]);
        failure.expected = if reached == start { expected } else { Vec::new() };
    }
    if let Some(finding) = foreign::foreign_beginning(place, piece, &tokens) {
        return finding;
    }
    let reason = foreign::foreign(&failure).unwrap_or_else(|| expected::expected(&failure));
    Finding { range: failure.range(), reason }
}

/// The first `length` bytes, or fewer where that would cut a character.
fn cut(piece: &str, mut length: usize) -> &str {
    while !piece.is_char_boundary(length) {
        length -= 1;
    }
    &piece[..length]
}

/// How much of a piece is read again: a declaration that is very long most likely fails in its first line.
fn length(place: Place, piece: &str) -> usize {
    if piece.len() > MAX_LENGTH && place == Place::Item {
        return piece.find('\n').unwrap_or(piece.len()).min(200);
    }
    piece.len().min(MAX_LENGTH)
}

/// How far the grammar gets, and the tokens that it would take there.
fn furthest(place: Place, piece: &str) -> (usize, Vec<String>) {
    // Detail is a switch of the whole process; parsing elsewhere is only slower while it is on.
    static DETAIL: Mutex<()> = Mutex::new(());
    let guard = DETAIL.lock().unwrap_or_else(PoisonError::into_inner);
    pest::set_error_detail(true);
    let outcome = Grammar::parse(entry_point(place), piece);
    pest::set_error_detail(false);
    drop(guard);
    let Some(attempts) = outcome.err().and_then(|error| error.parse_attempts()) else { return (0, Vec::new()) };
    let expected = attempts.expected_tokens().iter().map(ToString::to_string).collect();
    (attempts.max_position, expected)
}

fn entry_point(place: Place) -> Rule {
    match place {
        Place::Item => Rule::item_only,
        Place::Head => Rule::head_only,
        Place::Entry => Rule::entry_only,
        Place::Field => Rule::field_only,
        Place::Member => Rule::member_only,
        Place::Row => Rule::row_only,
        Place::Arm => Rule::arm_only,
        Place::Step => Rule::step_only,
    }
}

/// Where and how the reading of a piece failed.
pub struct Failure<'p> {
    place: Place,
    piece: &'p str,
    /// What the grammar would have taken; empty where it got into the middle of a token.
    expected: Vec<String>,
    /// The token before the one that does not fit.
    before: Option<Range<usize>>,
    /// The token that does not fit; none at the end of the piece.
    found: Option<Token>,
    /// What stands behind it.
    behind: Option<Token>,
    /// Whether the grammar got into a text.
    in_text: bool,
}

impl<'p> Failure<'p> {
    fn new(place: Place, piece: &'p str, tokens: &[Token], at: usize, expected: Vec<String>) -> Self {
        let mut index = tokens.partition_point(|token| token.range.end <= at);
        let written = |index: usize| tokens.get(index).map_or("", |token| &piece[token.range.clone()]);
        // The gate of the operators lets these pass, though no operator follows: they are what does not fit.
        if expected.is_empty() && index > 0 && matches!(written(index - 1), "?" | "=" | "!" | "a" | "o" | "i") {
            index -= 1;
        }
        let found = tokens.get(index).filter(|token| token.kind != TokenKind::Comment).cloned();
        let inside = found.as_ref().is_some_and(|token| token.range.start < at);
        let in_text = inside && found.as_ref().is_some_and(|token| token.kind == TokenKind::Text);
        let expected = if inside { Vec::new() } else { expected };
        let before = index.checked_sub(1).and_then(|index| tokens.get(index)).map(|token| token.range.clone());
        Failure { place, piece, expected, before, found, behind: tokens.get(index + 1).cloned(), in_text }
    }

    /// The bytes to point at.
    fn range(&self) -> Range<usize> {
        match (&self.found, &self.before) {
            (Some(found), _) => found.range.clone(),
            (None, Some(before)) => before.end..before.end,
            (None, None) => 0..self.piece.trim_end().len(),
        }
    }

    /// The text of the token that does not fit.
    fn found(&self) -> &str {
        self.found.as_ref().map_or("", |token| &self.piece[token.range.clone()])
    }

    /// The text of the token before it.
    fn before(&self) -> &str {
        self.before.as_ref().map_or("", |range| &self.piece[range.clone()])
    }

    /// The text of the token behind it.
    fn behind(&self) -> &str {
        self.behind.as_ref().map_or("", |token| &self.piece[token.range.clone()])
    }

    fn expects(&self, token: &str) -> bool {
        self.expected.iter().any(|expected| expected == token)
    }

    /// Whether an operator could have stood there: a value is complete.
    fn behind_value(&self) -> bool {
        self.expects("%") && self.expects("*") || self.expected.is_empty() && self.before.is_some()
    }

    /// Whether a parenthesis is open.
    fn in_call(&self) -> bool {
        let before = &self.piece[..self.range().start];
        before.matches('(').count() > before.matches(')').count()
    }
}
