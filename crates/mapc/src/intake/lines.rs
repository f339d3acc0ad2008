//! NDJSON: one record a line.

use std::io::{self, Read};

use super::feed::Feed;
use super::{Content, Extent, Record, Records, Sink, too_long};

/// The lines of an input that hold something. Each is a record; blank ones and a byte-order mark are passed over.
pub struct Lines<R> {
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
    pub fn new(input: R, longest: usize) -> Self {
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

    fn rest(&mut self, sink: Sink<'_>) -> io::Result<()> {
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
