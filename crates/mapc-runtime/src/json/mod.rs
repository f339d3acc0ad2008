//! The JSON reader: a cursor over one record's bytes that checks all of them, also those that nobody asks for.
//!
//! It follows RFC 8259 strictly: no comments, no trailing commas, no byte-order mark, no control characters in texts, no lone
//! surrogates, and nothing but white space behind the value. Texts without an escape are borrowed from the input.

mod keys;
mod number;
mod skip;
mod text;

pub use keys::{KeyCursor, Keys};
pub(crate) use text::plain_end;

use crate::Bump;
use crate::codes::{self, Code};
use crate::decode::{Read, Unread};

/// How deeply objects and lists may be nested.
pub const DEPTH_LIMIT: u32 = 128;

/// What a value is, told by its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Bool,
    /// `null`.
    Null,
    /// An object.
    Object,
    /// A list.
    List,
}

impl Kind {
    /// The kind in words, for reasons.
    pub fn words(self) -> &'static str {
        match self {
            Kind::Text => "a text",
            Kind::Number => "a number",
            Kind::Bool => "true or false",
            Kind::Null => "null",
            Kind::Object => "an object",
            Kind::List => "a list",
        }
    }
}

/// A cursor over one record.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    text: &'a str,
    position: usize,
    depth: u32,
    bump: &'a Bump,
}

impl<'a> Reader<'a> {
    /// A reader at the start of a record; fails with `R0101` if the bytes are not UTF-8.
    pub fn new(bytes: &'a [u8], bump: &'a Bump) -> Read<Self> {
        match simdutf8::basic::from_utf8(bytes) {
            Ok(text) => Ok(Reader { text, position: 0, depth: 0, bump }),
            Err(_) => Err(not_utf8(bytes)),
        }
    }

    /// How many bytes were read.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The arena that decoded texts and lists go to.
    pub fn bump(&self) -> &'a Bump {
        self.bump
    }

    /// The kind of the next value; reads nothing but white space.
    pub fn peek(&mut self) -> Read<Kind> {
        self.blanks();
        match self.byte() {
            Some(b'"') => Ok(Kind::Text),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            Some(b't' | b'f') => Ok(Kind::Bool),
            Some(b'n') => Ok(Kind::Null),
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::List),
            _ => Err(self.unexpected("a value")),
        }
    }

    /// Reads `null` if it stands here; else reads nothing.
    #[inline]
    pub fn null(&mut self) -> Read<bool> {
        self.blanks();
        if self.byte() == Some(b'n') { self.word("null").map(|()| true) } else { Ok(false) }
    }

    /// Reads `true` or `false`.
    pub fn boolean(&mut self) -> Read<bool> {
        self.blanks();
        match self.byte() {
            Some(b't') => self.word("true").map(|()| true),
            _ => self.word("false").map(|()| false),
        }
    }

    /// Reads `{`.
    pub fn begin_object(&mut self) -> Read<()> {
        self.blanks();
        self.expect(b'{', "`{`")?;
        self.enter()
    }

    /// Reads up to the value of the next key, or the `}` of the object. `first` tells whether no key was read yet.
    pub fn next_decoded_key(&mut self, first: bool) -> Read<Option<&'a str>> {
        if !self.before_key(first)? {
            return Ok(None);
        }
        let key = self.text()?;
        self.blanks();
        self.expect(b':', "`:`")?;
        Ok(Some(key))
    }

    /// Reads `[`.
    pub fn begin_list(&mut self) -> Read<()> {
        self.blanks();
        self.expect(b'[', "`[`")?;
        self.enter()
    }

    /// Reads up to the next element, or the `]` of the list. `first` tells whether no element was read yet.
    pub fn next_element(&mut self, first: bool) -> Read<bool> {
        self.blanks();
        match self.byte() {
            Some(b']') => {
                self.position += 1;
                self.depth -= 1;
                Ok(false)
            }
            Some(b',') if !first => {
                self.position += 1;
                Ok(true)
            }
            Some(_) if first => Ok(true),
            _ => Err(self.unexpected("`,` or `]`")),
        }
    }

    /// Checks that nothing but white space is left.
    pub fn end(&mut self) -> Read<()> {
        self.blanks();
        if self.position == self.text.len() { Ok(()) } else { Err(self.unexpected("the end of the record")) }
    }

    /// Reads the comma before a key, or the `}` behind the last one.
    #[inline]
    fn before_key(&mut self, first: bool) -> Read<bool> {
        self.blanks();
        match self.byte() {
            Some(b'}') => {
                self.position += 1;
                self.depth -= 1;
                return Ok(false);
            }
            Some(b',') if !first => {
                self.position += 1;
                self.blanks();
            }
            Some(b'"') if first => {}
            _ => return Err(self.unexpected(if first { "a key or `}`" } else { "`,` or `}`" })),
        }
        if self.byte() == Some(b'"') { Ok(true) } else { Err(self.unexpected("a key in quotes")) }
    }

    fn enter(&mut self) -> Read<()> {
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            return Err(self.malformed(
                codes::RECORD_TOO_DEEP,
                format!("objects and lists are nested more than {DEPTH_LIMIT} deep"),
            ));
        }
        Ok(())
    }

    fn word(&mut self, word: &'static str) -> Read<()> {
        for expected in word.bytes() {
            self.expect(expected, word)?;
        }
        Ok(())
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.position..).unwrap_or_default()
    }

    #[inline]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    #[inline]
    fn blanks(&mut self) {
        if self.byte().is_some_and(|byte| byte <= b' ') {
            self.pass_blanks();
        }
    }

    fn pass_blanks(&mut self) {
        while self.byte().is_some_and(is_blank) {
            self.position += 1;
        }
    }

    #[inline]
    fn expect(&mut self, byte: u8, what: &str) -> Read<()> {
        if self.byte() == Some(byte) {
            self.position += 1;
            return Ok(());
        }
        Err(self.unexpected(what))
    }

    #[cold]
    fn unexpected(&self, wanted: &str) -> Unread {
        let Some(found) = self.text.get(self.position..).and_then(|rest| rest.chars().next()) else {
            return self.malformed(codes::TRUNCATED, format!("the record ends where {wanted} is needed"));
        };
        let found = describe(found);
        self.malformed(codes::NOT_JSON, format!("not JSON: {wanted} is needed here, but {found} stands here"))
    }

    #[cold]
    fn malformed(&self, code: Code, reason: String) -> Unread {
        Unread::malformed(code, self.position, reason)
    }
}

#[inline]
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

fn describe(character: char) -> String {
    match character {
        '\u{FEFF}' => "a byte-order mark".to_owned(),
        '!'..='~' => format!("`{character}`"),
        other => format!("the character U+{:04X}", u32::from(other)),
    }
}

#[cold]
fn not_utf8(bytes: &[u8]) -> Unread {
    let offset = simdutf8::compat::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    Unread::malformed(codes::NOT_UTF8, offset, "the bytes are not UTF-8".to_owned())
}
