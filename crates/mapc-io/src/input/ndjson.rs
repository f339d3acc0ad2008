//! NDJSON: one record a line; or one document a line, with the records at a place inside.

use std::io::{self, Cursor, Read};

use mapc_runtime::Problem;

use super::feed::Feed;
use super::json::JsonRecords;
use super::{Content, Extent, PieceSink, Pointer, Reading, Record, Records, too_long};

pub(super) const NAME: &str = "ndjson";
pub(super) const ENDINGS: &[&str] = &["ndjson", "jsonl"];
pub(super) const KIND: super::Kind = super::Kind::Lines;

pub(super) fn open<'r>(input: Box<dyn Read + 'r>, reading: &Reading) -> Box<dyn Records + 'r> {
    let longest = reading.longest.bytes();
    match &reading.at {
        None => Box::new(Lines::new(input, longest)),
        Some(pointer) => Box::new(NdjsonRecords::new(input, pointer.clone(), longest)),
    }
}

/// The lines of an input that hold something. Each is a record; blank ones and a byte-order mark are passed over.
struct Lines<R> {
    feed: Feed<R>,
    longest: usize,
    /// How many bytes of the window were given out.
    given: usize,
    begun: bool,
    /// The rest of a line that was too long still lies ahead.
    inside: bool,
}

impl<R: Read> Lines<R> {
    /// The lines of `input`; longer ones than `longest` bytes are broken records.
    fn new(input: R, longest: usize) -> Self {
        Lines { feed: Feed::new(input), longest, given: 0, begun: false, inside: false }
    }

    /// The length of the line at the window's start, without its line break, and whether it ends within the window.
    fn line(&mut self) -> io::Result<Option<(usize, bool)>> {
        let mut searched = 0;
        loop {
            let bytes = self.feed.bytes();
            if let Some(at) = memchr::memchr(b'\n', bytes.get(searched..).unwrap_or_default()) {
                return Ok(Some((searched + at, true)));
            }
            searched = bytes.len();
            if searched > self.longest {
                return Ok(Some((searched, false)));
            }
            if !self.feed.more()? {
                return Ok((searched > 0).then_some((searched, true)));
            }
        }
    }
}

impl<R: Read> Records for Lines<R> {
    fn next(&mut self) -> io::Result<Option<Record<'_>>> {
        if !self.begun {
            self.begun = true;
            self.feed.pass_byte_order_mark()?;
        }
        if self.inside {
            self.rest(&mut |_| Ok(()))?;
        }
        let (length, ends) = loop {
            self.feed.pass(std::mem::take(&mut self.given));
            let Some((length, ends)) = self.line()? else { return Ok(None) };
            // The line break goes with its line; at the end of the input there may be none.
            self.given = if ends { (length + 1).min(self.feed.bytes().len()) } else { length };
            if !ends || !is_blank(self.feed.bytes().get(..length).unwrap_or_default()) {
                break (length, ends);
            }
        };
        self.inside = !ends;
        let line = self.feed.line();
        let text = self.feed.bytes().get(..length).unwrap_or_default();
        let text = text.strip_suffix(b"\r").filter(|_| ends).unwrap_or(text);
        let content = if text.len() > self.longest {
            let extent = if ends { Extent::Whole } else { Extent::Beginning };
            Content::Broken { problem: too_long(self.longest), text, extent }
        } else {
            Content::Json(text)
        };
        Ok(Some(Record { line, pointer: None, single: false, content }))
    }

    fn rest(&mut self, sink: PieceSink<'_>) -> io::Result<()> {
        self.feed.pass(std::mem::take(&mut self.given));
        while self.inside {
            let bytes = self.feed.bytes();
            match memchr::memchr(b'\n', bytes) {
                Some(at) => {
                    sink(bytes.get(..at).unwrap_or_default())?;
                    self.feed.pass(at + 1);
                    self.inside = false;
                }
                None => {
                    sink(bytes)?;
                    self.feed.pass_all();
                    self.inside = self.feed.more()?;
                }
            }
        }
        Ok(())
    }
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
}

/// The records at a place of each line.
struct NdjsonRecords<R> {
    lines: Lines<R>,
    pointer: Pointer,
    longest: usize,
    /// The line that is being read, from 1.
    line: u64,
    /// Its document.
    document: Option<JsonRecords<Cursor<Vec<u8>>>>,
    /// What the line is where it is no document.
    broken: Option<(Problem, Vec<u8>, Extent)>,
}

impl<R: Read> NdjsonRecords<R> {
    /// The records at `pointer` of each line of `input`; longer lines than `longest` bytes are broken records.
    fn new(input: R, pointer: Pointer, longest: usize) -> Self {
        NdjsonRecords { lines: Lines::new(input, longest), pointer, longest, line: 0, document: None, broken: None }
    }

    /// Moves on to a line with something to give out; `false` at the end.
    fn seek(&mut self) -> io::Result<bool> {
        loop {
            if let Some(document) = &mut self.document
                && document.has_next()?
            {
                return Ok(true);
            }
            self.document = None;
            let Some(record) = self.lines.next()? else { return Ok(false) };
            self.line = record.line;
            match record.content {
                Content::Json(text) => {
                    let document = JsonRecords::new(Cursor::new(text.to_vec()), self.pointer.clone(), self.longest);
                    self.document = Some(document);
                }
                Content::Broken { problem, text, extent } => {
                    self.broken = Some((problem, text.to_vec(), extent));
                    return Ok(true);
                }
                Content::Row(_) => {}
            }
        }
    }
}

impl<R: Read> Records for NdjsonRecords<R> {
    fn next(&mut self) -> io::Result<Option<Record<'_>>> {
        self.broken = None;
        if !self.seek()? {
            return Ok(None);
        }
        let line = self.line;
        if let Some((problem, text, extent)) = &self.broken {
            let content = Content::Broken { problem: problem.clone(), text, extent: *extent };
            return Ok(Some(Record { line, pointer: None, single: false, content }));
        }
        let Some(document) = &mut self.document else { return Ok(None) };
        Ok(document.next()?.map(|record| Record { line, single: false, ..record }))
    }

    fn rest(&mut self, sink: PieceSink<'_>) -> io::Result<()> {
        match &mut self.document {
            Some(document) => document.rest(sink),
            None => self.lines.rest(sink),
        }
    }
}
