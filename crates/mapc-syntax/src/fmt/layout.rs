//! Lines: what stands on each, and how far it is indented.

use super::roles::Roles;
use super::spacing::blank_between;
use crate::tokens::{Token, TokenKind, tokens};

/// How much a block is indented.
const STEP: usize = 2;

/// A token with the blanks before it.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The token.
    pub token: Token,
    /// The blanks between it and the one before it on the line.
    pub blanks: usize,
}

/// One line.
#[derive(Clone, Debug)]
pub struct LayoutLine {
    /// Its tokens.
    pub pieces: Vec<Piece>,
    /// Its indentation.
    pub indent: usize,
    /// Whether an empty line stands above it.
    pub gap: bool,
}

impl LayoutLine {
    /// The width of what stands before the `index`th piece.
    pub fn width(&self, index: usize, text: &str) -> usize {
        let pieces = self.pieces.iter().take(index);
        self.indent + pieces.map(|piece| piece.blanks + written(piece, text).chars().count()).sum::<usize>()
    }

    /// Where it begins in the text.
    pub fn start(&self) -> usize {
        self.pieces.first().map_or(0, |piece| piece.token.range.start)
    }

    /// The piece that begins at an offset.
    pub fn position(&self, offset: usize) -> Option<usize> {
        self.pieces.iter().position(|piece| piece.token.range.start == offset)
    }
}

/// What a piece says.
pub fn written<'t>(piece: &Piece, text: &'t str) -> &'t str {
    &text[piece.token.range.clone()]
}

/// The lines of a chunk, indented, with one blank or none between their tokens.
pub fn lines(text: &str, roles: &Roles) -> Vec<LayoutLine> {
    let tokens = tokens(text);
    let mut lines: Vec<LayoutLine> = Vec::new();
    let mut empty_above = false;
    for row in tokens.split(|token| token.kind == TokenKind::Newline) {
        if row.is_empty() {
            empty_above = true;
            continue;
        }
        lines.push(LayoutLine { pieces: pieces(row, text, roles), indent: 0, gap: empty_above });
        empty_above = false;
    }
    indent(&mut lines, text, roles);
    for index in 0..lines.len() {
        let opens = index == 0 || lines[index - 1].pieces.last().is_some_and(|piece| is_opener(written(piece, text)));
        let closes = lines[index].pieces.first().is_some_and(|piece| is_closer(written(piece, text)));
        if opens || closes {
            lines[index].gap = false;
        }
    }
    lines
}

fn pieces(row: &[Token], text: &str, roles: &Roles) -> Vec<Piece> {
    let blanks = |index: usize| match index.checked_sub(1) {
        Some(before) => usize::from(blank_between(&row[before], &row[index], text, roles)),
        None => 0,
    };
    let mut pieces: Vec<Piece> =
        row.iter().enumerate().map(|(index, token)| Piece { token: token.clone(), blanks: blanks(index) }).collect();
    for index in 1..pieces.len() {
        if roles.given.contains(&pieces[index - 1].token.range.start) {
            pieces[index].blanks = 2;
        }
    }
    pieces
}

fn indent(lines: &mut [LayoutLine], text: &str, roles: &Roles) {
    // The indentation of the line of each open bracket.
    let mut open: Vec<usize> = Vec::new();
    for line in lines {
        let Some(first) = line.pieces.first() else { continue };
        let base = open.last().map_or(0, |indent| indent + STEP);
        line.indent = if is_closer(written(first, text)) {
            open.last().copied().unwrap_or(0)
        } else if goes_on(first, roles) {
            base + STEP
        } else {
            base
        };
        for piece in &line.pieces {
            let sign = written(piece, text);
            if is_opener(sign) {
                open.push(line.indent);
            } else if is_closer(sign) {
                open.pop();
            }
        }
    }
}

/// Whether a line goes on with the item of the line above it.
fn goes_on(first: &Piece, roles: &Roles) -> bool {
    let at = first.token.range.start;
    let begins = roles.items.contains(&at) || roles.when_else.contains(&at) || roles.in_json(at);
    !begins && first.token.kind != TokenKind::Comment
}

fn is_opener(sign: &str) -> bool {
    matches!(sign, "(" | "[" | "{")
}

fn is_closer(sign: &str) -> bool {
    matches!(sign, ")" | "]" | "}")
}

/// The lines as text.
pub fn render(lines: &[LayoutLine], text: &str) -> String {
    let mut rendered = String::new();
    for line in lines {
        if line.gap {
            rendered.push('\n');
        }
        push_blanks(&mut rendered, line.indent);
        for piece in &line.pieces {
            push_blanks(&mut rendered, piece.blanks);
            rendered.push_str(written(piece, text));
        }
        rendered.push('\n');
    }
    rendered
}

fn push_blanks(text: &mut String, count: usize) {
    text.extend(std::iter::repeat_n(' ', count));
}
