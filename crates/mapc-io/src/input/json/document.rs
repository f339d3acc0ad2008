//! What stands around the records of a document: read with flat memory and checked to be JSON.

use std::io::{self, Read};

use mapc_runtime::codes::{self, Code};
use mapc_runtime::decode::Unread;
use mapc_runtime::json::{DEPTH_LIMIT, Reader};
use mapc_runtime::{Bump, Problem};

use super::super::feed::Feed;
use super::super::scanner::{Progress, Scanner};
use super::super::{Pointer, problem};

/// Why reading ends early.
pub(super) enum Stop {
    /// The input fails.
    Io(io::Error),
    /// The document cannot be read on.
    Broken(Box<Problem>),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Io(error)
    }
}

/// What stands at the place asked for.
pub(super) enum Found {
    /// An array; the reader stands behind its `[`.
    Array,
    /// Something else; the reader stands before it.
    Value,
}

/// A reader of one document.
pub(super) struct Document<R> {
    pub(super) feed: Feed<R>,
    longest: usize,
    /// Whether each array or object on the way to the records is an object.
    around: Vec<bool>,
    bump: Bump,
}

impl<R: Read> Document<R> {
    pub(super) fn new(input: R, longest: usize) -> Self {
        Document { feed: Feed::new(input), longest, around: Vec::new(), bump: Bump::new() }
    }

    /// Goes to the value at `pointer`.
    pub(super) fn find(&mut self, pointer: &Pointer) -> Result<Found, Stop> {
        self.feed.pass_byte_order_mark()?;
        for token in pointer.tokens() {
            let found = match self.peek("a value")? {
                b'{' => self.find_key(token)?,
                b'[' => self.find_position(token)?,
                _ => false,
            };
            if !found {
                let reason = format!("the document has nothing at `{}`", pointer.as_str());
                return Err(Stop::Broken(Box::new(problem(codes::MISSING_VALUE, pointer.as_str(), reason))));
            }
        }
        if self.peek("a value")? == b'[' {
            self.feed.pass(1);
            return Ok(Found::Array);
        }
        Ok(Found::Value)
    }

    fn find_key(&mut self, token: &str) -> Result<bool, Stop> {
        self.feed.pass(1);
        let mut first = true;
        while let Some(key) = self.next_key(first)? {
            if key == token {
                self.around.push(true);
                return Ok(true);
            }
            self.skip(0)?;
            first = false;
        }
        Ok(false)
    }

    fn find_position(&mut self, token: &str) -> Result<bool, Stop> {
        self.feed.pass(1);
        let Some(position) = token.parse::<usize>().ok().filter(|position| position.to_string() == token) else {
            return Ok(false);
        };
        for passed in 0..=position {
            if !self.next_element(passed == 0)? {
                return Ok(false);
            }
            if passed < position {
                self.skip(0)?;
            }
        }
        self.around.push(false);
        Ok(true)
    }

    /// Reads what is left of the document behind the records.
    pub(super) fn finish(&mut self, pointer: &Pointer) -> Result<(), Stop> {
        while let Some(is_object) = self.around.pop() {
            let token = pointer.tokens().get(self.around.len()).map_or("", String::as_str);
            if is_object {
                while let Some(key) = self.next_key(false)? {
                    if key == token {
                        return Err(broken(
                            codes::REPEATED_KEY,
                            format!("the key `{key}` stands twice in the document"),
                        ));
                    }
                    self.skip(0)?;
                }
            } else {
                while self.next_element(false)? {
                    self.skip(0)?;
                }
            }
        }
        self.blanks()?;
        if self.feed.bytes().is_empty() {
            return Ok(());
        }
        Err(broken(
            codes::NOT_JSON,
            "not JSON: something stands behind the end of the document; is this one value a line (NDJSON)?",
        ))
    }

    /// Reads up to the value of the next key, or the `}` of the object.
    fn next_key(&mut self, first: bool) -> Result<Option<String>, Stop> {
        match self.peek("`}`")? {
            b'}' => {
                self.feed.pass(1);
                return Ok(None);
            }
            b',' if !first => self.feed.pass(1),
            _ if first => {}
            _ => return Err(broken(codes::NOT_JSON, "not JSON: `,` or `}` is needed here")),
        }
        if self.peek("a key")? != b'"' {
            return Err(broken(codes::NOT_JSON, "not JSON: a key in quotes is needed here"));
        }
        let length = self.simple_value()?;
        let text = self.feed.bytes().get(..length).unwrap_or_default();
        let key = Reader::new(text, &self.bump).and_then(|mut reader| reader.text()).map_err(malformed)?.to_owned();
        self.bump.reset();
        self.feed.pass(length);
        if self.peek("`:`")? != b':' {
            return Err(broken(codes::NOT_JSON, "not JSON: `:` is needed here"));
        }
        self.feed.pass(1);
        Ok(Some(key))
    }

    /// Reads up to the next element, or the `]` of the array.
    pub(super) fn next_element(&mut self, first: bool) -> Result<bool, Stop> {
        match self.peek("`]`")? {
            b']' => {
                self.feed.pass(1);
                return Ok(false);
            }
            b',' if !first => self.feed.pass(1),
            _ if first => {}
            _ => return Err(broken(codes::NOT_JSON, "not JSON: `,` or `]` is needed here; the rest is not read")),
        }
        match self.peek("a value")? {
            b',' | b']' | b'}' | b':' => {
                Err(broken(codes::NOT_JSON, "not JSON: a value is needed here; the rest is not read"))
            }
            _ => Ok(true),
        }
    }

    /// Passes over a value and checks it.
    fn skip(&mut self, depth: u32) -> Result<(), Stop> {
        if depth > DEPTH_LIMIT {
            return Err(broken(
                codes::RECORD_TOO_DEEP,
                format!("objects and lists are nested more than {DEPTH_LIMIT} deep"),
            ));
        }
        let mut first = true;
        match self.peek("a value")? {
            b'{' => {
                self.feed.pass(1);
                while self.next_key(first)?.is_some() {
                    self.skip(depth + 1)?;
                    first = false;
                }
            }
            b'[' => {
                self.feed.pass(1);
                while self.next_element(first)? {
                    self.skip(depth + 1)?;
                    first = false;
                }
            }
            _ => {
                let length = self.simple_value()?;
                let text = self.feed.bytes().get(..length).unwrap_or_default();
                let checked = Reader::new(text, &self.bump).and_then(|mut reader| {
                    reader.skip()?;
                    reader.end()
                });
                checked.map_err(malformed)?;
                self.bump.reset();
                self.feed.pass(length);
            }
        }
        Ok(())
    }

    /// The length of the text, number or word at the window's start.
    fn simple_value(&mut self) -> Result<usize, Stop> {
        let mut scanner = Scanner::default();
        let mut seen = 0;
        loop {
            let bytes = self.feed.bytes();
            match scanner.advance(bytes.get(seen..).unwrap_or_default()) {
                Progress::Ends(length) => return Ok(seen + length),
                Progress::Unbalanced => return Err(broken(codes::NOT_JSON, "not JSON: a value is needed here")),
                Progress::GoesOn => seen = bytes.len(),
            }
            if seen > self.longest {
                return Err(broken(
                    codes::RECORD_TOO_LARGE,
                    format!("a text around the records is longer than {} bytes", self.longest),
                ));
            }
            if !self.feed.more()? {
                return if scanner.may_end() { Ok(seen) } else { Err(ended("the end of a text")) };
            }
        }
    }

    /// The next byte that is no white space.
    fn peek(&mut self, wanted: &str) -> Result<u8, Stop> {
        self.blanks()?;
        self.feed.bytes().first().copied().ok_or_else(|| ended(wanted))
    }

    fn blanks(&mut self) -> io::Result<()> {
        loop {
            let bytes = self.feed.bytes();
            let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
            let count = bytes.iter().position(|byte| !is_blank(byte)).unwrap_or(bytes.len());
            self.feed.pass(count);
            if !self.feed.bytes().is_empty() || !self.feed.more()? {
                return Ok(());
            }
        }
    }
}

fn broken(code: Code, reason: impl Into<String>) -> Stop {
    Stop::Broken(Box::new(problem(code, "", reason)))
}

fn ended(wanted: &str) -> Stop {
    broken(codes::TRUNCATED, format!("the document ends where {wanted} is needed"))
}

fn malformed(unread: Unread) -> Stop {
    match unread {
        // The text was cut out whole, so the input does not end here: it is the number or word that breaks off.
        Unread::Malformed(malformed) if malformed.code == codes::TRUNCATED => {
            broken(codes::NOT_JSON, "not JSON: a number or word breaks off")
        }
        Unread::Malformed(malformed) => broken(malformed.code, malformed.reason),
        // A reader that decodes nothing has no other complaint.
        _ => broken(codes::NOT_JSON, "not JSON"),
    }
}
