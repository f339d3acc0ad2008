//! Cuts a file into chunks of one declaration each, so that a mistake stays in its declaration.
//!
//! In a file whose brackets balance, a declaration begins outside of all brackets, however it is laid out. Where they do not
//! balance, the layout is the better witness: a line that begins a declaration and is not indented further than the
//! declaration above it ends that one.

use std::ops::Range;

use crate::scan::{Bracket, Line, Scan, closer};

/// A chunk: its bytes, its lines and its brackets.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// Its range of bytes.
    pub bytes: Range<usize>,
    /// Indices into the lines of the scan.
    pub lines: Range<usize>,
    /// Indices into the brackets of the scan.
    pub brackets: Range<usize>,
}

/// The chunks of `text` from `start` on.
pub fn split(text: &str, scan: &Scan, start: usize) -> Vec<Chunk> {
    let cuts = cuts(text, scan);
    let first_bytes = std::iter::once(start).chain(cuts.iter().map(|line| scan.lines[*line].start));
    let first_lines = std::iter::once(0).chain(cuts.iter().copied());
    let starts: Vec<(usize, usize)> = first_bytes.zip(first_lines).collect();
    let ends = starts.iter().skip(1).copied().chain([(text.len(), scan.lines.len())]);
    let mut bracket = 0;
    let chunk = |((start, first_line), (end, end_line)): (&(usize, usize), (usize, usize))| {
        let first = bracket;
        bracket += scan.brackets[first..].partition_point(|b| b.at < end);
        Chunk { bytes: *start..end, lines: *first_line..end_line, brackets: first..bracket }
    };
    let chunks = starts.iter().zip(ends).map(chunk);
    chunks.filter(|chunk| !chunk.lines.is_empty()).collect()
}

/// Whether all brackets close in the right order.
pub fn balances(brackets: &[Bracket]) -> bool {
    let mut open = Vec::new();
    let closes = |open: &mut Vec<u8>, bracket: &Bracket| open.pop().map(closer) == Some(bracket.byte);
    for bracket in brackets {
        if bracket.opens() {
            open.push(bracket.byte);
        } else if !closes(&mut open, bracket) {
            return false;
        }
    }
    open.is_empty()
}

/// The lines with which chunks begin, but for the first.
fn cuts(text: &str, scan: &Scan) -> Vec<usize> {
    let balanced = balances(&scan.brackets) && scan.quotes.is_empty();
    let mut cuts: Vec<usize> = Vec::new();
    let mut brackets = scan.brackets.iter().peekable();
    let mut depth = 0_usize;
    // The indentation of the line that began the declaration.
    let mut head = usize::MAX;
    // Comments and attributes right above, which belong to the declaration that follows.
    let mut above: Option<usize> = None;
    for (index, line) in scan.lines.iter().enumerate() {
        if if balanced { depth == 0 } else { line.indent(text) <= head } {
            if leads(text, line) {
                above = above.or(Some(index));
            } else if begins_declaration(&text[line.first..line.end]) {
                let cut = above.take().unwrap_or(index);
                // What stands before the first declaration of the file goes with it.
                if cut > 0 {
                    cuts.push(cut);
                }
                depth = 0;
                head = line.indent(text);
            } else {
                above = None;
            }
        } else if !balanced {
            above = None;
        }
        // Where brackets balance, those that are open here and stand above a declaration are an attribute's.
        while let Some(bracket) = brackets.next_if(|bracket| bracket.line == index) {
            depth = if bracket.opens() { depth + 1 } else { depth.saturating_sub(1) };
        }
    }
    cuts
}

/// Whether a line may stand between a declaration and what belongs to it: a comment or an attribute.
fn leads(text: &str, line: &Line) -> bool {
    line.is_comment() || text[line.first..].starts_with('@')
}

/// Whether a line can only begin a declaration.
pub fn begins_declaration(line: &str) -> bool {
    let word_end = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(line.len());
    let (word, behind) = line.split_at(word_end);
    let next = behind.trim_start();
    let begins_name = next.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '`');
    match word {
        "entity" | "event" | "record" | "system" | "type" | "enum" | "union" | "table" | "fn" | "use" | "feed"
        | "map" => begins_name && next.len() < behind.len(),
        "open" => next.starts_with("enum "),
        "test" => next.starts_with('"'),
        _ => false,
    }
}
