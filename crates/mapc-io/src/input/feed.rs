//! A buffer over an input that keeps what is being looked at, and knows the line.

use std::io::{self, Read};

/// How much is read at once.
const CHUNK: usize = 256 * 1024;
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A window on an input: what was read and not passed yet.
pub(super) struct Feed<R> {
    input: R,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    line: u64,
    ended: bool,
}

impl<R: Read> Feed<R> {
    pub(super) fn new(input: R) -> Self {
        Feed { input, buffer: Vec::new(), start: 0, end: 0, line: 1, ended: false }
    }

    /// What was read and not passed yet.
    pub(super) fn bytes(&self) -> &[u8] {
        self.buffer.get(self.start..self.end).unwrap_or_default()
    }

    /// The line that the window begins on, from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Reads more into the window; `false` at the end of the input.
    pub(super) fn more(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        if self.end == self.buffer.len() {
            self.make_room();
        }
        loop {
            let free = self.buffer.get_mut(self.end..).unwrap_or_default();
            match self.input.read(free) {
                Ok(0) => {
                    self.ended = true;
                    return Ok(false);
                }
                Ok(count) => {
                    self.end += count;
                    return Ok(true);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn make_room(&mut self) {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        if self.buffer.len() - self.end < CHUNK / 2 {
            self.buffer.resize((self.buffer.len() * 2).max(CHUNK), 0);
        }
    }

    /// Passes over the first `count` bytes of the window.
    pub(super) fn pass(&mut self, count: usize) {
        let passed = self.bytes().get(..count).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', passed).count() as u64;
        self.start = (self.start + count).min(self.end);
    }

    /// Passes over the whole window.
    pub(super) fn pass_all(&mut self) {
        self.pass(self.end - self.start);
    }

    /// Passes over a byte-order mark at the very start.
    pub(super) fn pass_byte_order_mark(&mut self) -> io::Result<()> {
        while self.bytes().len() < BYTE_ORDER_MARK.len() && self.more()? {}
        if self.bytes().starts_with(BYTE_ORDER_MARK) {
            self.pass(BYTE_ORDER_MARK.len());
        }
        Ok(())
    }
}
