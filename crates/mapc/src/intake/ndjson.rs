//! NDJSON whose lines hold their records at a place inside: one document a line.

use std::io::{self, Cursor, Read};

use mapc_runtime::Problem;

use super::{Content, Extent, JsonRecords, Lines, Pointer, Record, Records, Sink};

/// The records at a place of each line.
pub struct NdjsonRecords<R> {
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
    pub fn new(input: R, pointer: Pointer, longest: usize) -> Self {
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

    fn rest(&mut self, sink: Sink<'_>) -> io::Result<()> {
        match &mut self.document {
            Some(document) => document.rest(sink),
            None => self.lines.rest(sink),
        }
    }
}
