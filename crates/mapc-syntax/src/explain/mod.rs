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
    let tokens: Vec<Token> = tokens(piece.get(..MAX_LENGTH).unwrap_or(piece))
        .into_iter()
        .filter(|token| token.kind != TokenKind::Newline)
        .collect();
    let (at, expected) = if piece.len() > MAX_LENGTH { (0, Vec::new()) } else { furthest(place, piece) };
    let failure = Failure::new(place, piece, &tokens, at, expected);
    let reason = foreign::foreign(&failure).unwrap_or_else(|| expected::expected(&failure));
    let range = match &reason {
        Reason::Foreign { .. } if failure.behind_question() => failure.before.clone().unwrap_or(failure.range()),
        _ => failure.range(),
    };
    Finding { range, reason }
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
    /// What the grammar would have taken.
    expected: Vec<String>,
    /// The token before the one that does not fit.
    before: Option<Range<usize>>,
    /// The token that does not fit; none at the end of the piece.
    found: Option<Token>,
    /// What stands behind it.
    behind: Option<Token>,
}

impl<'p> Failure<'p> {
    fn new(place: Place, piece: &'p str, tokens: &[Token], at: usize, expected: Vec<String>) -> Self {
        let index = tokens.partition_point(|token| token.range.end <= at);
        let found = tokens.get(index).filter(|token| token.kind != TokenKind::Comment).cloned();
        // What could stand inside a word says nothing about what could stand in its place.
        let inside = found.as_ref().is_some_and(|token| token.range.start < at && token.kind != TokenKind::Text);
        let expected = if inside { Vec::new() } else { expected };
        let before = index.checked_sub(1).and_then(|index| tokens.get(index)).map(|token| token.range.clone());
        Failure { place, piece, expected, before, found, behind: tokens.get(index + 1).cloned() }
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

    fn expects(&self, token: &str) -> bool {
        self.expected.iter().any(|expected| expected == token)
    }

    /// Whether an operator could have stood there: a value is complete.
    fn behind_value(&self) -> bool {
        self.expects("%") && self.expects("*")
    }

    fn behind_question(&self) -> bool {
        self.before() == "?" && self.place != Place::Field
    }
}
