//! JSON texts: found sixteen bytes at a time, decoded only where an escape stands.

use bumpalo::collections::String as BumpString;
use wide::u8x16;

use super::Reader;
use crate::codes;
use crate::decode::{Read, Unread};

impl<'a> Reader<'a> {
    /// Reads a text.
    #[inline]
    pub fn text(&mut self) -> Read<&'a str> {
        match self.plain_text() {
            Some(text) => Ok(text),
            None => self.escaped_text(),
        }
    }

    /// Reads a text that has escapes, or is none.
    pub(crate) fn escaped_text(&mut self) -> Read<&'a str> {
        self.blanks();
        self.expect(b'"', "a text")?;
        let start = self.position;
        self.position = plain_end(self.text.as_bytes(), start);
        self.text_with_escapes(start)
    }

    /// Reads a text without escapes; `None` where something else stands here, and then nothing but white space was read.
    #[inline(never)]
    pub(crate) fn plain_text(&mut self) -> Option<&'a str> {
        self.blanks();
        if self.byte() != Some(b'"') {
            return None;
        }
        let start = self.position + 1;
        let end = plain_end(self.text.as_bytes(), start);
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        self.position = end + 1;
        self.text.get(start..end)
    }

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
            self.position = plain_end(self.text.as_bytes(), from);
        }
    }

    /// Reads `\n`, `\u00e4` and so on, and the character that they stand for.
    #[inline]
    fn escape(&mut self) -> Read<char> {
        match escaped(self.rest()) {
            Some((character, length)) => {
                self.position += length;
                Ok(character)
            }
            None => Err(self.no_escape()),
        }
    }

    /// Tells why no escape stands here.
    #[cold]
    fn no_escape(&mut self) -> Unread {
        let start = self.position;
        self.position += 1;
        if self.byte() != Some(b'u') {
            return self.unexpected("one of `\"\\/bfnrtu` after a backslash");
        }
        let high = match self.code_unit() {
            Ok(unit) => (0xD800..=0xDBFF).contains(&unit),
            Err(unread) => return unread,
        };
        if high && self.byte().is_none() {
            return self.broken_text();
        }
        if high && self.rest().starts_with(b"\\u") {
            self.position += 1;
            if let Err(unread) = self.code_unit() {
                return unread;
            }
        }
        lone_surrogate(start)
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
            None => self.malformed(codes::TRUNCATED, "the record ends inside a text".to_owned()),
            Some(byte) => {
                let reason = format!("not JSON: the control character U+{byte:04X} stands in a text without an escape");
                self.malformed(codes::NOT_JSON, reason)
            }
        }
    }
}

/// The character that an escape stands for, and how many bytes the escape has; `None` where none stands first.
#[inline]
pub(super) fn escaped(bytes: &[u8]) -> Option<(char, usize)> {
    let character = match bytes.get(1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{C}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return escaped_unit(bytes),
        _ => return None,
    };
    Some((character, 2))
}

fn escaped_unit(bytes: &[u8]) -> Option<(char, usize)> {
    let unit = unit(bytes)?;
    if !(0xD800..=0xDBFF).contains(&unit) {
        // Half of a pair, without the first half, is no character.
        return char::from_u32(unit).map(|character| (character, 6));
    }
    let low = self::unit(bytes.get(6..)?)?;
    let code = (0xDC00..=0xDFFF).contains(&low).then(|| 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))?;
    char::from_u32(code).map(|character| (character, 12))
}

/// The number in `\uXXXX`.
#[inline]
fn unit(bytes: &[u8]) -> Option<u32> {
    let [b'\\', b'u', a, b, c, d, ..] = bytes else { return None };
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    Some(digit(a)? << 12 | digit(b)? << 8 | digit(c)? << 4 | digit(d)?)
}

#[cold]
fn lone_surrogate(offset: usize) -> Unread {
    Unread::malformed(
        codes::LONE_SURROGATE,
        offset,
        "a `\\u` escape is half of a surrogate pair and the other half is missing".to_owned(),
    )
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = ONES << 7;

/// Where, from `at` on, the first quote, backslash or control character stands; behind the end where none does.
#[inline(always)]
pub(crate) fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    const QUOTE: u8x16 = u8x16::new([b'"'; 16]);
    const BACKSLASH: u8x16 = u8x16::new([b'\\'; 16]);
    const CONTROL: u8x16 = u8x16::new([0x1F; 16]);
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(chunk) = rest.first_chunk::<16>() else { return at + short_plain_length(rest) };
        let chunk = u8x16::new(*chunk);
        let hits = chunk.cmp_eq(QUOTE) | chunk.cmp_eq(BACKSLASH) | chunk.min(CONTROL).cmp_eq(chunk);
        let hits = hits.move_mask();
        if hits != 0 {
            return at + hits.trailing_zeros() as usize;
        }
        at += 16;
    }
}

/// How many of less than sixteen bytes stand before the first quote, backslash or control character.
#[inline]
fn short_plain_length(bytes: &[u8]) -> usize {
    // The last word may share bytes with the first, in which then nothing was hit.
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        return match plain_bytes(u64::from_le_bytes(*first)) {
            8 => bytes.len() - 8 + plain_bytes(u64::from_le_bytes(*last)),
            length => length,
        };
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let half = |bytes: [u8; 4]| plain_bytes(u64::from(u32::from_le_bytes(bytes)) | ((ONES * 0x20) << 32)).min(4);
        return match half(*first) {
            4 => bytes.len() - 4 + half(*last),
            length => length,
        };
    }
    bytes.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1F)).count()
}

/// How many of eight bytes stand before the first quote, backslash or control character.
#[inline]
fn plain_bytes(word: u64) -> usize {
    let quote = word ^ (ONES * u64::from(b'"'));
    let backslash = word ^ (ONES * u64::from(b'\\'));
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    // The lowest high bit of each is exact: a borrow can only set bits above it.
    let hits = ((quote.wrapping_sub(ONES) & !quote) | (backslash.wrapping_sub(ONES) & !backslash) | control) & HIGHS;
    (hits.trailing_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::plain_end;

    #[test]
    fn what_must_be_escaped_is_found_wherever_it_stands() {
        for length in 0..40 {
            let text = vec![b'a'; length];
            for at in 0..=length {
                assert_eq!(plain_end(&text, at), length);
                for special in [b'"', b'\\', 0, 0x1F] {
                    let mut text = text.clone();
                    if let Some(byte) = text.get_mut(at) {
                        *byte = special;
                    }
                    for start in 0..=at {
                        assert_eq!(plain_end(&text, start), at, "{length} {at} {special} {start}");
                    }
                }
            }
        }
        let other: Vec<u8> = (0x20..=0xFF).filter(|byte| !matches!(byte, b'"' | b'\\')).collect();
        assert_eq!(plain_end(&other, 0), other.len());
    }
}
