//! JSON texts: found eight bytes at a time, decoded only where an escape stands.

use bumpalo::collections::String as BumpString;

use super::Reader;
use crate::decode::{Read, Unread};

impl<'a> Reader<'a> {
    /// Reads a text.
    #[inline]
    pub fn text(&mut self) -> Read<&'a str> {
        self.blanks();
        self.expect(b'"', "a text")?;
        let start = self.position;
        self.position += plain_length(self.rest());
        if self.byte() == Some(b'"') {
            let text = self.text.get(start..self.position).unwrap_or_default();
            self.position += 1;
            return Ok(text);
        }
        self.text_with_escapes(start)
    }

    /// Checks a text without decoding it.
    pub(super) fn skip_text(&mut self) -> Read<()> {
        self.expect(b'"', "a text")?;
        loop {
            self.position += plain_length(self.rest());
            match self.byte() {
                Some(b'"') => {
                    self.position += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.escape()?;
                }
                _ => return Err(self.broken_text()),
            }
        }
    }

    #[cold]
    fn text_with_escapes(&mut self, start: usize) -> Read<&'a str> {
        let mut decoded = BumpString::new_in(self.bump);
        let mut from = start;
        loop {
            decoded.push_str(self.text.get(from..self.position).unwrap_or_default());
            match self.byte() {
                Some(b'"') => {
                    self.position += 1;
                    return Ok(decoded.into_bump_str());
                }
                Some(b'\\') => decoded.push(self.escape()?),
                _ => return Err(self.broken_text()),
            }
            from = self.position;
            self.position += plain_length(self.rest());
        }
    }

    /// Reads `\n`, `\u00e4` and so on, and the character that they stand for.
    fn escape(&mut self) -> Read<char> {
        self.position += 1;
        let character = match self.byte() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(),
            _ => return Err(self.unexpected("one of `\"\\/bfnrtu` after a backslash")),
        };
        self.position += 1;
        Ok(character)
    }

    fn unicode_escape(&mut self) -> Read<char> {
        let start = self.position - 1;
        let unit = self.code_unit()?;
        let code = match unit {
            0xD800..=0xDBFF => self.low_surrogate(start, unit)?,
            other => other,
        };
        char::from_u32(code).ok_or_else(|| lone_surrogate(start))
    }

    fn low_surrogate(&mut self, start: usize, high: u32) -> Read<u32> {
        if !self.rest().starts_with(b"\\u") {
            return Err(if self.byte().is_none() { self.broken_text() } else { lone_surrogate(start) });
        }
        self.position += 1;
        match self.code_unit()? {
            low @ 0xDC00..=0xDFFF => Ok(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)),
            _ => Err(lone_surrogate(start)),
        }
    }

    /// Reads `u` and four hexadecimal digits.
    fn code_unit(&mut self) -> Read<u32> {
        self.position += 1;
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.byte().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.unexpected("a hexadecimal digit after `\\u`"));
            };
            unit = unit * 16 + digit;
            self.position += 1;
        }
        Ok(unit)
    }

    #[cold]
    fn broken_text(&self) -> Unread {
        match self.byte() {
            None => self.malformed("R0104", "the record ends inside a text".to_owned()),
            Some(byte) => {
                let reason = format!("not JSON: the control character U+{byte:04X} stands in a text without an escape");
                self.malformed("R0102", reason)
            }
        }
    }
}

#[cold]
fn lone_surrogate(offset: usize) -> Unread {
    Unread::malformed(
        "R0105",
        offset,
        "a `\\u` escape is half of a surrogate pair and the other half is missing".to_owned(),
    )
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = ONES << 7;

/// How many bytes stand before the first quote, backslash or control character.
#[inline]
pub(crate) fn plain_length(bytes: &[u8]) -> usize {
    let mut length = 0;
    let mut rest = bytes;
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*chunk);
        let quote = word ^ (ONES * u64::from(b'"'));
        let backslash = word ^ (ONES * u64::from(b'\\'));
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        // The lowest high bit of each is exact: a borrow can only set bits above it.
        let hits =
            ((quote.wrapping_sub(ONES) & !quote) | (backslash.wrapping_sub(ONES) & !backslash) | control) & HIGHS;
        if hits != 0 {
            return length + (hits.trailing_zeros() / 8) as usize;
        }
        length += 8;
        rest = behind;
    }
    length + rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1F)).count()
}
