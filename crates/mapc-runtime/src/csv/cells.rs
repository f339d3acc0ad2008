//! Cuts the bytes of a file into rows and rows into cells, as RFC 4180 has them, a piece of input at a time.

use super::{Dialect, Row};
use crate::codes::{self, Code};

const TEXT_BEHIND_QUOTE: (Code, &str) =
    (codes::TEXT_BEHIND_QUOTE, "has text behind a closing quote; a quote inside quotes is written twice");
const STRAY_RETURN: (Code, &str) =
    (codes::STRAY_CARRIAGE_RETURN, "holds a carriage return that ends no line; put the cell in quotes");

/// Where in a row the next byte stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before the first byte of a row: line breaks here end no row.
    LineStart,
    /// Before the first byte of a cell.
    CellStart,
    /// Inside a cell without quotes.
    Bare,
    /// Inside quotes.
    Quoted,
    /// Behind a quote inside quotes: the closing one, or the first of two.
    Quote,
    /// Behind a carriage return that may begin a line break.
    Return,
}

/// What ends a line, as far as the header has told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineEnd {
    Unknown,
    /// `\n` or `\r\n`.
    LineFeed,
    /// `\r` alone.
    Return,
}

/// The cells of the row being read.
#[derive(Debug)]
pub(super) struct Cells {
    dialect: Dialect,
    state: State,
    line_end: LineEnd,
    /// Texts one after the other, where each ends, and whether it stood in quotes.
    texts: Vec<u8>,
    ends: Vec<usize>,
    quoted: Vec<bool>,
    /// Whether the cell being read stands in quotes.
    in_quotes: bool,
    /// How many bytes of the row were read, and where among them the last opening quote stands.
    read: usize,
    quote: usize,
    fault: Option<(Code, &'static str)>,
    /// The row is too long, so nothing is kept of it.
    forgotten: bool,
}

impl Cells {
    pub(super) fn new(dialect: Dialect) -> Self {
        Cells {
            dialect,
            state: State::LineStart,
            line_end: LineEnd::Unknown,
            texts: Vec::new(),
            ends: Vec::new(),
            quoted: Vec::new(),
            in_quotes: false,
            read: 0,
            quote: 0,
            fault: None,
            forgotten: false,
        }
    }

    /// Begins a row.
    pub(super) fn begin(&mut self) {
        self.state = State::LineStart;
        self.texts.clear();
        self.ends.clear();
        self.quoted.clear();
        (self.in_quotes, self.read, self.fault, self.forgotten) = (false, 0, None, false);
    }

    /// Reads on; gives how many bytes belong to the row, and whether it is complete.
    pub(super) fn feed(&mut self, input: &[u8]) -> (usize, bool) {
        let mut at = 0;
        while let Some(byte) = input.get(at).copied() {
            let rest = input.get(at..).unwrap_or_default();
            match self.state {
                State::LineStart if matches!(byte, b'\r' | b'\n') => {
                    // What ends an empty line tells how lines end as well as any other.
                    at += 1;
                }
                State::LineStart => self.state = State::CellStart,
                State::CellStart if byte == self.dialect.quote => {
                    (self.in_quotes, self.quote, self.state) = (true, self.read + at, State::Quoted);
                    at += 1;
                }
                State::CellStart => self.state = State::Bare,
                State::Bare => {
                    let end = memchr::memchr3(self.dialect.separator, b'\n', b'\r', rest).unwrap_or(rest.len());
                    self.keep(rest.get(..end).unwrap_or_default());
                    at += end;
                    if let Some(byte) = input.get(at).copied() {
                        at += 1;
                        if self.ends_cell(byte) {
                            return self.complete(at);
                        }
                    }
                }
                State::Quoted => {
                    let end = memchr::memchr(self.dialect.quote, rest);
                    self.keep(rest.get(..end.unwrap_or(rest.len())).unwrap_or_default());
                    at += end.map_or(rest.len(), |end| end + 1);
                    if end.is_some() {
                        self.state = State::Quote;
                    }
                }
                State::Quote => {
                    at += 1;
                    if byte == self.dialect.quote {
                        self.keep(&[byte]);
                        self.state = State::Quoted;
                    } else if byte == self.dialect.separator || matches!(byte, b'\r' | b'\n') {
                        if self.ends_cell(byte) {
                            return self.complete(at);
                        }
                    } else {
                        self.fault = Some(TEXT_BEHIND_QUOTE);
                        self.state = State::Bare;
                    }
                }
                State::Return if byte == b'\n' => {
                    self.line_end = LineEnd::LineFeed;
                    return self.complete(at + 1);
                }
                State::Return if self.line_end == LineEnd::Unknown => {
                    self.line_end = LineEnd::Return;
                    return self.complete(at);
                }
                State::Return => {
                    self.fault = Some(STRAY_RETURN);
                    self.state = State::Bare;
                }
            }
        }
        self.read += at;
        (at, false)
    }

    /// What a separator or line break behind a cell does; whether the row is complete.
    fn ends_cell(&mut self, byte: u8) -> bool {
        if byte == self.dialect.separator {
            self.close();
            self.state = State::CellStart;
            return false;
        }
        if byte == b'\r' && self.line_end != LineEnd::Return {
            self.state = State::Return;
            return false;
        }
        if self.line_end == LineEnd::Unknown {
            self.line_end = if byte == b'\n' { LineEnd::LineFeed } else { LineEnd::Return };
        }
        true
    }

    fn complete(&mut self, read: usize) -> (usize, bool) {
        self.read += read;
        self.close();
        (read, true)
    }

    /// The input ends: so does the row.
    pub(super) fn end(&mut self) {
        if self.state != State::Quoted {
            self.close();
        }
    }

    fn close(&mut self) {
        if !self.forgotten {
            self.ends.push(self.texts.len());
            self.quoted.push(self.in_quotes);
        }
        self.in_quotes = false;
    }

    fn keep(&mut self, text: &[u8]) {
        if !self.forgotten {
            self.texts.extend_from_slice(text);
        }
    }

    /// Keeps nothing more of this row.
    pub(super) fn forget(&mut self) {
        self.forgotten = true;
        (self.texts, self.ends, self.quoted) = (Vec::new(), Vec::new(), Vec::new());
    }

    /// Where in the row the quote stands that is open, if one is.
    pub(super) fn open_quote(&self) -> Option<usize> {
        (self.state == State::Quoted).then_some(self.quote)
    }

    /// What is wrong with the row: a code, and the words behind "the row".
    pub(super) fn fault(&self) -> Option<(Code, &'static str)> {
        self.fault
    }

    /// The byte that ends lines, with or without a carriage return before it.
    pub(super) fn line_break(&self) -> u8 {
        if self.line_end == LineEnd::Return { b'\r' } else { b'\n' }
    }

    /// How much room the texts take.
    #[cfg(test)]
    pub(super) fn size(&self) -> usize {
        self.texts.capacity()
    }

    /// Hands the cells over; `false` where they are not UTF-8.
    pub(super) fn fill(&self, row: &mut Row) -> bool {
        let Ok(text) = simdutf8::basic::from_utf8(&self.texts) else { return false };
        if !self.ends.iter().all(|end| text.is_char_boundary(*end)) {
            return false;
        }
        row.text.clear();
        row.text.push_str(text);
        row.ends.clone_from(&self.ends);
        row.quoted.clone_from(&self.quoted);
        true
    }
}
