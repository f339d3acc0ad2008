//! A stream of rows with flat memory, whatever the input.

use std::borrow::Cow;
use std::io::{self, Read};
use std::sync::Arc;

use super::cells::Cells;
use super::{Dialect, Row};
use crate::Problem;
use crate::codes::{self, Code};

/// How many bytes a row may have unless told otherwise.
pub const ROW_LIMIT: usize = 8 << 20;

const CHUNK: usize = 64 << 10;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What [`Records::read`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// A row.
    Row,
    /// Something that is no row; [`Row::line`] and [`Row::raw`] tell where and what. The next call goes on behind it.
    Fault(Box<Problem>),
    /// The end of the input.
    End,
}

/// Reads the rows of a CSV file one by one.
///
/// The first row is the header. A byte-order mark before it is passed over, and empty lines are no rows. Lines end in `\n` or `\r\n`, or
/// in `\r` where the header's line does. What RFC 4180 leaves open or forbids: a quote inside a cell that does not begin with one is a
/// character like others; text behind a closing quote, and a lone `\r` in a file of other line ends, turn the row away.
pub struct Records<R> {
    input: Buffered<R>,
    cells: Cells,
    limit: usize,
    decimal_mark: u8,
    header: Option<Arc<[String]>>,
    /// The line that the next row begins on, from 1.
    line: u64,
    ended: bool,
}

impl<R: Read> Records<R> {
    /// The rows of `input`.
    pub fn new(input: R, dialect: Dialect) -> Self {
        let input = Buffered { input, bytes: Vec::new(), start: 0, fresh: true };
        let (cells, decimal_mark) = (Cells::new(dialect), dialect.decimal_mark);
        Records { input, cells, limit: ROW_LIMIT, decimal_mark, header: None, line: 1, ended: false }
    }

    /// With another bound for the bytes of a row.
    #[must_use]
    pub fn with_limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// The names of the columns, once the first row was read.
    pub fn header(&self) -> Option<&[String]> {
        self.header.as_deref()
    }

    /// Reads the next row into `row`.
    ///
    /// # Errors
    /// Those of the input.
    pub fn read(&mut self, row: &mut Row) -> io::Result<Next> {
        if self.header.is_none() {
            match self.row(row)? {
                Next::Row => {
                    let names = row.texts().map(|text| text.to_owned()).collect::<Vec<_>>();
                    self.header = Some(names.into());
                }
                // Without a header no row can be read.
                other => {
                    self.ended = true;
                    return Ok(other);
                }
            }
        }
        let next = self.row(row)?;
        if next != Next::Row {
            return Ok(next);
        }
        let header = self.header.clone().unwrap_or_default();
        let (cells, columns) = (row.ends.len(), header.len());
        row.header = header;
        if cells == columns {
            return Ok(Next::Row);
        }
        let noun = if cells == 1 { "cell" } else { "cells" };
        let reason = format!("the row on line {} has {cells} {noun}, but the header has {columns}", row.line);
        Ok(fault(codes::ROW_WIDTH, reason))
    }

    /// Reads a row of any width.
    fn row(&mut self, row: &mut Row) -> io::Result<Next> {
        row.raw.clear();
        row.decimal_mark = self.decimal_mark;
        if self.ended {
            return Ok(Next::End);
        }
        self.cells.begin();
        let mut progress = Progress::default();
        loop {
            let input = self.input.peek()?;
            if input.is_empty() {
                self.ended = true;
                if row.raw.iter().all(|byte| matches!(byte, b'\r' | b'\n')) {
                    return Ok(Next::End);
                }
                self.cells.end();
                return Ok(self.finish(row, progress));
            }
            let (read, complete) = self.cells.feed(input);
            let read_bytes = input.get(..read).unwrap_or_default();
            progress.lines += memchr::memchr_iter(self.cells.line_break(), read_bytes).count() as u64;
            // Beyond the limit the row is passed over, and only its beginning is kept.
            if !progress.too_large {
                row.raw.extend_from_slice(read_bytes);
            }
            self.input.start += read;
            if complete {
                if self.header.is_none() {
                    // What ends lines is known only now.
                    progress.lines = memchr::memchr_iter(self.cells.line_break(), &row.raw).count() as u64;
                }
                return Ok(self.finish(row, progress));
            }
            if row.raw.len() > self.limit && !progress.too_large {
                if let Some(quote) = self.cells.open_quote() {
                    let lines = progress.lines + self.finish_line(row, quote)?;
                    return Ok(self.never_closed(row, quote, lines));
                }
                progress.too_large = true;
                self.cells.forget();
            }
        }
    }

    fn finish(&mut self, row: &mut Row, progress: Progress) -> Next {
        if !progress.too_large
            && let Some(quote) = self.cells.open_quote()
        {
            self.ended = false;
            return self.never_closed(row, quote, progress.lines);
        }
        self.place(row, progress.lines);
        let line = row.line;
        if progress.too_large || row.raw.len() > self.limit {
            let limit = self.limit;
            return fault(codes::RECORD_TOO_LARGE, format!("the row on line {line} has more than {limit} bytes"));
        }
        match self.cells.fault() {
            Some((code, reason)) => fault(code, format!("the row on line {line} {reason}")),
            None if self.cells.fill(row) => Next::Row,
            None => fault(codes::NOT_UTF8, format!("the row on line {line} is not UTF-8")),
        }
    }

    /// Turns away the lines up to the one with the quote, and goes on behind them.
    fn never_closed(&mut self, row: &mut Row, quote: usize, lines: u64) -> Next {
        let behind = row.raw.get(quote..).unwrap_or_default();
        let end =
            memchr::memchr(self.cells.line_break(), behind).map_or(row.raw.len(), |line_end| quote + line_end + 1);
        let rest = row.raw.split_off(end);
        let unread_lines = memchr::memchr_iter(self.cells.line_break(), &rest).count() as u64;
        self.input.unread(&rest);
        let before = row.raw.get(..quote).unwrap_or_default();
        let quote_line = self.line + memchr::memchr_iter(self.cells.line_break(), before).count() as u64;
        self.place(row, lines - unread_lines);
        fault(codes::UNCLOSED_CELL_QUOTE, format!("the quote that opens on line {quote_line} is never closed"))
    }

    /// Passes over the rest of the line that a quote stands on, if it is not among the row's bytes; tells whether there was a
    /// line break to pass over.
    fn finish_line(&mut self, row: &Row, quote: usize) -> io::Result<u64> {
        if row.raw.get(quote..).is_some_and(|behind| behind.contains(&self.cells.line_break())) {
            return Ok(0);
        }
        loop {
            let input = self.input.peek()?;
            if input.is_empty() {
                return Ok(0);
            }
            if let Some(end) = memchr::memchr(self.cells.line_break(), input) {
                self.input.start += end + 1;
                return Ok(1);
            }
            self.input.start += input.len();
        }
    }

    /// Tells a row its line, and cuts the line breaks off its bytes.
    fn place(&mut self, row: &mut Row, lines: u64) {
        let is_break = |byte: &&u8| matches!(**byte, b'\r' | b'\n');
        let leading = row.raw.iter().take_while(is_break).count();
        let skipped = row.raw.get(..leading).unwrap_or_default();
        row.line = self.line + memchr::memchr_iter(self.cells.line_break(), skipped).count() as u64;
        self.line += lines;
        row.raw.drain(..leading);
        let trailing = row.raw.iter().rev().take_while(is_break).count();
        row.raw.truncate(row.raw.len() - trailing);
    }
}

/// How far a row was read.
#[derive(Default)]
struct Progress {
    lines: u64,
    too_large: bool,
}

fn fault(code: Code, reason: String) -> Next {
    let (pointer, target, place) = (String::new(), Cow::Borrowed(""), Cow::Borrowed(""));
    Next::Fault(Box::new(Problem { code: code.into(), pointer, target, place, reason, lasting: false }))
}

/// An input with the bytes that were taken from it and not used yet.
struct Buffered<R> {
    input: R,
    bytes: Vec<u8>,
    start: usize,
    /// Nothing was read yet.
    fresh: bool,
}

impl<R: Read> Buffered<R> {
    /// The bytes that come next; none at the end of the input.
    fn peek(&mut self) -> io::Result<&[u8]> {
        if self.start == self.bytes.len() {
            // A byte-order mark must be in one piece to be seen.
            self.fill(if self.fresh { BYTE_ORDER_MARK.len() } else { 1 })?;
            if self.fresh && self.bytes == BYTE_ORDER_MARK {
                self.fill(1)?;
            } else if self.fresh && self.bytes.starts_with(BYTE_ORDER_MARK) {
                self.start = BYTE_ORDER_MARK.len();
            }
            self.fresh = false;
        }
        Ok(self.bytes.get(self.start..).unwrap_or_default())
    }

    /// Replaces what was used by at least `wanted` bytes, if there are as many.
    fn fill(&mut self, wanted: usize) -> io::Result<()> {
        self.start = 0;
        self.bytes.resize(CHUNK, 0);
        let mut length = 0;
        let mut result = Ok(());
        while length < wanted {
            match self.input.read(self.bytes.get_mut(length..).unwrap_or_default()) {
                Ok(0) => break,
                Ok(read) => length += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    result = Err(error);
                    break;
                }
            }
        }
        self.bytes.truncate(length);
        result
    }

    /// Puts bytes back before those that come next.
    fn unread(&mut self, bytes: &[u8]) {
        let mut all = Vec::with_capacity(bytes.len() + self.bytes.len());
        all.extend_from_slice(bytes);
        all.extend_from_slice(self.bytes.get(self.start..).unwrap_or_default());
        self.bytes = all;
        self.start = 0;
    }
}

#[cfg(test)]
#[path = "records_tests.rs"]
mod tests;
