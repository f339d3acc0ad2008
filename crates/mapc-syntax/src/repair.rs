//! Chunks whose brackets or quotes do not balance: what is missing is put where the layout says it belongs, so that the
//! parser reads a balanced text and every other line of the chunk keeps its meaning.

use std::borrow::Cow;
use std::ops::Range;

use mapc_diagnostics::{Diagnostic, FileId, Span, codes};

use crate::errors;
use crate::scan::{Bracket, Line, Scan, closer};
use crate::split::{Chunk, balances};

/// A chunk with more repairs than this is given up.
const MAX_REPAIRS: usize = 50;

/// From offsets in a text as it is parsed to offsets in the file.
#[derive(Clone, Debug, Default)]
pub struct Offsets {
    /// Where the text begins in the file.
    base: usize,
    /// Offsets in the parsed text that hold a byte which the file lacks, in order.
    inserted: Vec<usize>,
}

impl Offsets {
    /// For a text that stands at `base` in its file, with nothing inserted.
    pub fn new(base: usize) -> Self {
        Offsets { base, inserted: Vec::new() }
    }

    /// The offset in the file.
    pub fn original(&self, offset: usize) -> usize {
        self.base + offset - self.inserted.partition_point(|inserted| *inserted < offset)
    }
}

/// A chunk that can be parsed.
pub struct Repaired<'t> {
    /// Its text.
    pub text: Cow<'t, str>,
    /// From its offsets to those of the file.
    pub offsets: Offsets,
    /// What was wrong with its brackets and quotes.
    pub diagnostics: Vec<Diagnostic>,
    /// The lines that were changed, as ranges of the file; other mistakes in them most likely follow from the same slip.
    pub touched: Vec<Range<usize>>,
}

/// Balances a chunk; `None`, with the diagnostics so far, where that is hopeless.
pub fn repair<'t>(file: FileId, text: &'t str, scan: &Scan, chunk: &Chunk) -> Result<Repaired<'t>, Vec<Diagnostic>> {
    let brackets = &scan.brackets[chunk.brackets.clone()];
    let first_quote = scan.quotes.partition_point(|quote| quote.at < chunk.bytes.start);
    let end_quote = scan.quotes.partition_point(|quote| quote.at < chunk.bytes.end);
    let quotes = &scan.quotes[first_quote..end_quote];
    let mut repair = Repair { file, text, scan, chunk, open: Vec::new(), edits: Vec::new(), diagnostics: Vec::new() };
    for quote in quotes.iter().take(MAX_REPAIRS + 1) {
        let span = Span::new(file, quote.at, quote.end);
        repair.diagnostics.push(errors::texts::unclosed_quote(span));
        repair.insert(quote.end, b'"');
    }
    if !balances(brackets) {
        repair.brackets(brackets);
    }
    repair.finish()
}

/// One change to the text.
#[derive(Clone, Copy)]
struct Edit {
    at: usize,
    /// What is inserted; `None` blanks the byte that is there.
    byte: Option<u8>,
}

/// An open bracket with the indentation of its line.
#[derive(Clone, Copy)]
struct Open {
    bracket: Bracket,
    indent: usize,
}

struct Repair<'t, 's> {
    file: FileId,
    text: &'t str,
    scan: &'s Scan,
    chunk: &'s Chunk,
    open: Vec<Open>,
    edits: Vec<Edit>,
    diagnostics: Vec<Diagnostic>,
}

impl<'t> Repair<'t, '_> {
    fn brackets(&mut self, brackets: &[Bracket]) {
        let mut brackets = brackets.iter().copied().peekable();
        for index in self.chunk.lines.clone() {
            let line = self.scan.lines[index];
            if !line.is_comment() && !self.starts_with_closer(&line) {
                self.close_by_layout(index, &line);
            }
            while let Some(bracket) = brackets.next_if(|bracket| bracket.line == index) {
                if self.edits.len() > MAX_REPAIRS {
                    return;
                }
                if bracket.opens() {
                    self.open.push(Open { bracket, indent: line.indent(self.text) });
                } else {
                    let next = brackets.peek().copied().filter(|next| next.line == index);
                    self.close(bracket, next, &line);
                }
            }
        }
        while let Some(open) = self.open.pop() {
            self.missing_close(open, self.chunk.lines.end);
        }
    }

    fn starts_with_closer(&self, line: &Line) -> bool {
        self.text[line.first..].starts_with([')', ']', '}'])
    }

    /// A line that is not indented further than the line of an open bracket lies behind that bracket's end.
    fn close_by_layout(&mut self, index: usize, line: &Line) {
        let indent = line.indent(self.text);
        while let Some(open) = self.open.pop_if(|open| open.bracket.line < index && indent <= open.indent) {
            self.missing_close(open, index);
        }
    }

    fn close(&mut self, bracket: Bracket, next: Option<Bracket>, line: &Line) {
        let leads = bracket.at == line.first;
        let indent = line.indent(self.text);
        if leads {
            self.close_deeper(bracket, indent);
        }
        let deeper = self.open.last().is_none_or(|open| indent > open.indent);
        if leads && deeper && self.missing_open(bracket, indent) {
            return;
        }
        if let Some(top) = self.open.last().copied() {
            let fits = closer(top.bracket.byte) == bracket.byte;
            let next_fits = next.is_some_and(|next| next.byte == closer(top.bracket.byte));
            if !fits && next_fits && leads && indent == top.indent && self.ends_line(top.bracket) {
                // As in `[{ … }]` over several lines, without its brace.
                self.open_at(top.bracket.at + 1, bracket);
                return;
            }
            if (!fits && next_fits) || (!leads && self.is_block_around(top, bracket, indent)) {
                self.stray(bracket);
                return;
            }
        }
        self.close_matching(bracket);
    }

    /// A closing bracket at the start of a line closes what its own indentation opened, and so all that is deeper.
    fn close_deeper(&mut self, bracket: Bracket, indent: usize) {
        let fits = |outer: &Open| outer.indent <= indent && closer(outer.bracket.byte) == bracket.byte;
        while let Some(open) = self.open.last().copied()
            && open.bracket.line < bracket.line
            && indent < open.indent
            && self.open.iter().any(fits)
        {
            self.open.pop();
            self.missing_close(open, bracket.line);
        }
    }

    fn close_matching(&mut self, bracket: Bracket) {
        if !self.open.iter().any(|open| closer(open.bracket.byte) == bracket.byte) {
            self.stray(bracket);
            return;
        }
        while let Some(open) = self.open.pop() {
            if closer(open.bracket.byte) == bracket.byte {
                return;
            }
            self.missing_close_before(open, bracket);
        }
    }

    /// Whether a bracket is the last thing on its line.
    fn ends_line(&self, bracket: Bracket) -> bool {
        self.scan.lines[bracket.line].code_end == bracket.at + 1
    }

    /// Whether `open` begins a block of lines of which that of `bracket` is one: the block ends on a line of its own.
    fn is_block_around(&self, open: Open, bracket: Bracket, indent: usize) -> bool {
        open.bracket.line < bracket.line && self.ends_line(open.bracket) && indent > open.indent
    }

    /// Whether a line above that should have opened a bracket was found, and has one now.
    fn missing_open(&mut self, bracket: Bracket, indent: usize) -> bool {
        let least = self.open.last().map_or(self.chunk.lines.start, |open| open.bracket.line + 1);
        let is_head = |index: &usize| {
            let (line, next) = (self.scan.lines[*index], self.scan.lines[*index + 1]);
            let opens = self.text[line.first..line.code_end].ends_with(['{', '(', '[']);
            line.indent(self.text) == indent
                && next.indent(self.text) > indent
                && !opens
                && !self.starts_with_closer(&line)
        };
        let Some(head) =
            (least..bracket.line).rev().filter(|index| !self.scan.lines[*index].is_comment()).find(is_head)
        else {
            return false;
        };
        self.open_at(self.scan.lines[head].code_end, bracket);
        true
    }

    /// Opens at `at` what `bracket` closes.
    fn open_at(&mut self, at: usize, bracket: Bracket) {
        let opener = match bracket.byte {
            b')' => b'(',
            b']' => b'[',
            _ => b'{',
        };
        self.insert(at, opener);
        self.diagnostics.push(errors::brackets::never_opened(char::from(opener), self.span(at, at), self.at(bracket)));
    }

    /// Closes `open` at the end of the code above line `index`.
    fn missing_close(&mut self, open: Open, index: usize) {
        let above =
            (open.bracket.line..index).rev().map(|index| self.scan.lines[index]).find(|line| !line.is_comment());
        let (at, line_end) = above.map_or((open.bracket.at + 1, open.bracket.at + 1), |line| (line.code_end, line.end));
        let byte = closer(open.bracket.byte);
        let on_own_line = byte == b'}' && above.is_some_and(|line| line.start > open.bracket.at);
        let fix = if on_own_line { format!("\n{}}}", " ".repeat(open.indent)) } else { char::from(byte).to_string() };
        let place = if on_own_line { line_end } else { at };
        self.insert(at, byte);
        self.diagnostics.push(errors::brackets::never_closed(
            char::from(open.bracket.byte),
            self.at(open.bracket),
            self.span(place, place),
            fix,
        ));
    }

    /// Closes `open` right before another closing bracket.
    fn missing_close_before(&mut self, open: Open, bracket: Bracket) {
        let byte = closer(open.bracket.byte);
        let before = &self.text[open.bracket.at + 1..bracket.at];
        let trimmed = before.trim_end();
        let same_line = !before[trimmed.len()..].contains('\n');
        let at = if same_line { open.bracket.at + 1 + trimmed.len() } else { bracket.at };
        self.insert(at, byte);
        let place = self.span(at, at);
        self.diagnostics.push(errors::brackets::never_closed(
            char::from(open.bracket.byte),
            self.at(open.bracket),
            place,
            char::from(byte).to_string(),
        ));
    }

    fn stray(&mut self, bracket: Bracket) {
        self.edits.push(Edit { at: bracket.at, byte: None });
        self.diagnostics.push(errors::brackets::closes_nothing(char::from(bracket.byte), self.at(bracket)));
    }

    fn insert(&mut self, at: usize, byte: u8) {
        self.edits.push(Edit { at, byte: Some(byte) });
    }

    fn at(&self, bracket: Bracket) -> Span {
        self.span(bracket.at, bracket.at + 1)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end)
    }

    fn finish(mut self) -> Result<Repaired<'t>, Vec<Diagnostic>> {
        let whole = self.chunk.bytes.clone();
        let source = self.text;
        let text = source.get(whole.clone()).unwrap_or("");
        let mut offsets = Offsets::new(whole.start);
        if self.edits.is_empty() {
            let touched = Vec::new();
            return Ok(Repaired { text: Cow::Borrowed(text), offsets, diagnostics: self.diagnostics, touched });
        }
        if self.edits.len() > MAX_REPAIRS {
            return Err(self.diagnostics);
        }
        // Stable: what is inserted at one place keeps its order, inner brackets first.
        self.edits.sort_by_key(|edit| edit.at);
        let mut repaired = String::with_capacity(text.len() + self.edits.len());
        let mut copied = whole.start;
        for edit in &self.edits {
            repaired.push_str(source.get(copied..edit.at).unwrap_or(""));
            copied = edit.at;
            match edit.byte {
                Some(byte) => {
                    offsets.inserted.push(repaired.len());
                    repaired.push(char::from(byte));
                }
                None => {
                    repaired.push(' ');
                    copied += 1;
                }
            }
        }
        repaired.push_str(source.get(copied..whole.end).unwrap_or(""));
        let touched = self.touched();
        let diagnostics = self.first_causes();
        Ok(Repaired { text: Cow::Owned(repaired), offsets, diagnostics, touched })
    }

    /// The lines that any of the findings points at.
    fn touched(&self) -> Vec<Range<usize>> {
        let labels = self.diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels);
        labels.map(|label| self.line_around(label.span.start as usize)).collect()
    }

    /// The findings without those about brackets of a line with an open quote: these follow from the quote.
    fn first_causes(&mut self) -> Vec<Diagnostic> {
        let chunk = self.chunk.bytes.clone();
        let quotes = self.scan.quotes.iter().filter(|quote| chunk.contains(&quote.at));
        let lines: Vec<Range<usize>> = quotes.map(|quote| self.line_around(quote.at)).collect();
        let mut diagnostics = std::mem::take(&mut self.diagnostics);
        let follows = |diagnostic: &Diagnostic| {
            let at = diagnostic.span().start as usize;
            diagnostic.code != codes::UNCLOSED_QUOTE && lines.iter().any(|line| line.start <= at && at <= line.end)
        };
        diagnostics.retain(|diagnostic| !follows(diagnostic));
        diagnostics
    }

    fn line_around(&self, at: usize) -> Range<usize> {
        let index = self.scan.lines.partition_point(|line| line.end < at);
        self.scan.lines.get(index).map_or(at..at, |line| line.start..line.end)
    }
}
