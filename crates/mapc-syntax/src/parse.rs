//! From a file to its tree, chunk by chunk.

use mapc_diagnostics::{Diagnostic, FileId, Span, steers};
use pest::Parser as _;

use crate::ast::{Decl, File, Item};
use crate::build::{Builder, MAX_DEPTH, MAX_DIAGNOSTICS};
use crate::errors;
use crate::grammar::{Grammar, Rule};
use crate::newlines;
use crate::repair::{self, Repaired};
use crate::scan::{Scan, scan};
use crate::split::{Chunk, balances, split};

/// What a file reads as.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Its tree; what does not parse is an error node in it.
    pub file: File,
    /// What is wrong with it, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads one file. Always gives a tree; where that has holes, the diagnostics say why.
pub fn parse(file: FileId, text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    if let Some(at) = control_character(text) {
        parsed.diagnostics.push(errors::texts::not_text(Span::new(file, at, at + 1)));
        return parsed;
    }
    // A byte-order mark is no part of the text.
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let scan = scan(text, start);
    parsed.diagnostics.extend(hidden_characters(file, text).take(MAX_DIAGNOSTICS));
    for chunk in split(text, &scan, start) {
        let (items, mut diagnostics) = parse_chunk(file, text, &scan, &chunk);
        parsed.file.items.extend(items);
        diagnostics.sort_by_key(|diagnostic| diagnostic.span().start);
        parsed.diagnostics.extend(diagnostics);
        if let Some(first_hidden) = parsed.diagnostics.get(MAX_DIAGNOSTICS) {
            let from = first_hidden.span();
            parsed.diagnostics.truncate(MAX_DIAGNOSTICS);
            parsed.diagnostics.push(errors::items::too_many_mistakes(from));
            let rest = Span::new(file, chunk.bytes.end, text.len());
            parsed.file.items.push(error_item(rest));
            break;
        }
    }
    parsed.diagnostics.sort_by_key(|diagnostic| diagnostic.span().start);
    parsed
}

/// Whether a file is text at all.
pub fn is_readable(text: &str) -> bool {
    control_character(text).is_none()
}

/// Whether a chunk is within the limits of its readers and its brackets balance.
pub fn is_sound(scan: &Scan, chunk: &Chunk) -> bool {
    let quotes = scan.quotes.partition_point(|quote| quote.at < chunk.bytes.start);
    let open_quote = scan.quotes.get(quotes).is_some_and(|quote| quote.at < chunk.bytes.end);
    !open_quote && too_deep(scan, chunk).is_none() && balances(&scan.brackets[chunk.brackets.clone()])
}

fn control_character(text: &str) -> Option<usize> {
    text.bytes().position(|byte| byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t'))
}

/// What is not seen, or lets other characters be seen in another order than they are read in. Below U+0020 nothing is text at all.
fn hidden_characters(file: FileId, text: &str) -> impl Iterator<Item = Diagnostic> {
    text.char_indices().filter(|(_, character)| *character != '\r' && steers(*character)).map(move |(at, character)| {
        let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let span = Span::new(file, at, at + character.len_utf8());
        errors::texts::invisible(character, is_in_text(&text[line..at]), span)
    })
}

/// Whether what follows the beginning of a line is in a text.
fn is_in_text(line: &str) -> bool {
    let (mut in_text, mut escaped) = (false, false);
    for byte in line.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ => {}
        }
    }
    in_text && !line.trim_start().starts_with("//")
}

/// Reads one chunk.
fn parse_chunk(file: FileId, text: &str, scan: &Scan, chunk: &Chunk) -> (Vec<Item>, Vec<Diagnostic>) {
    let span = Span::new(file, chunk.bytes.start, chunk.bytes.end);
    if let Some(at) = too_deep(scan, chunk) {
        return (vec![error_item(span)], vec![errors::exprs::too_deep(Span::new(file, at, at + 1))]);
    }
    let repaired = match repair::repair(file, text, scan, chunk) {
        Ok(repaired) => repaired,
        Err(mut diagnostics) => {
            diagnostics
                .push(errors::items::too_many_mistakes(diagnostics.last().map_or(span, Diagnostic::span).at_end()));
            return (vec![error_item(span)], diagnostics);
        }
    };
    let Repaired { text, offsets, mut diagnostics, touched } = repaired;
    let text = newlines::freed(&text);
    let Some(node) = Grammar::parse(Rule::chunk, &text).ok().and_then(|mut pairs| pairs.next()) else {
        // The grammar reads any text, so this is the parser's own limit: nesting without brackets.
        return (vec![error_item(span)], vec![errors::exprs::too_deep(span)]);
    };
    let (items, found) = Builder::new(file, &text, &offsets).chunk(node);
    let follows = |diagnostic: &Diagnostic| {
        let at = diagnostic.span();
        touched.iter().any(|line| line.start <= at.end as usize && at.start as usize <= line.end)
    };
    diagnostics.extend(found.into_iter().filter(|diagnostic| !follows(diagnostic)));
    (items, diagnostics)
}

/// The bracket with which a chunk goes deeper than any reader follows.
fn too_deep(scan: &Scan, chunk: &Chunk) -> Option<usize> {
    let mut depth = 0_usize;
    for bracket in &scan.brackets[chunk.brackets.clone()] {
        depth = if bracket.opens() { depth + 1 } else { depth.saturating_sub(1) };
        if depth > MAX_DEPTH {
            return Some(bracket.at);
        }
    }
    None
}

fn error_item(span: Span) -> Item {
    Item { docs: Vec::new(), attributes: Vec::new(), decl: Decl::Error, span }
}
