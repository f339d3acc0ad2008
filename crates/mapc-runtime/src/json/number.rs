//! JSON numbers: kept as written, or read as whole numbers at once.

use super::Reader;
use crate::decode::Read;
use crate::number::SAFE_DIGITS;

impl<'a> Reader<'a> {
    /// Reads a number as it is written.
    #[inline]
    pub fn number(&mut self) -> Read<&'a str> {
        self.blanks();
        let start = self.position;
        self.pass_number()?;
        Ok(self.text.get(start..self.position).unwrap_or_default())
    }

    /// Reads a whole number that is written as one, with few enough digits to fit; `None` where something else stands here, and then
    /// nothing was read.
    #[inline]
    pub(crate) fn plain_int(&mut self) -> Option<i64> {
        self.blanks();
        let rest = self.rest();
        let (negative, digits) = match rest {
            [b'-', digits @ ..] => (true, digits),
            digits => (false, digits),
        };
        let mut value = 0i64;
        let mut count = 0;
        let behind = loop {
            match digits.get(count) {
                Some(byte @ b'0'..=b'9') if count < SAFE_DIGITS => value = value * 10 + i64::from(byte - b'0'),
                behind => break behind,
            }
            count += 1;
        };
        let leads_with_zero = count > 1 && digits.first() == Some(&b'0');
        if count == 0 || leads_with_zero || matches!(behind, Some(b'0'..=b'9' | b'.' | b'e' | b'E')) {
            return None;
        }
        self.position += usize::from(negative) + count;
        Some(if negative { -value } else { value })
    }

    /// Passes over a number.
    pub(super) fn pass_number(&mut self) -> Read<()> {
        match number_end(self.text.as_bytes(), self.position) {
            Some(end) => {
                self.position = end;
                Ok(())
            }
            None => self.no_number(),
        }
    }

    /// Reads up to where it is seen that a number is none.
    #[cold]
    fn no_number(&mut self) -> Read<()> {
        if self.byte() == Some(b'-') {
            self.position += 1;
        }
        match self.byte() {
            Some(b'0') => {
                self.position += 1;
                if self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                    return Err(self.unexpected("no digit after a leading zero"));
                }
            }
            _ => self.digits()?,
        }
        if self.byte() == Some(b'.') {
            self.position += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.position += 1;
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.position += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Read<()> {
        let start = self.position;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.position += 1;
        }
        if self.position == start { Err(self.unexpected("a digit")) } else { Ok(()) }
    }
}

/// Where the number that begins at `at` ends; `None` where there is none.
#[inline]
pub(super) fn number_end(bytes: &[u8], at: usize) -> Option<usize> {
    let start = at + usize::from(bytes.get(at) == Some(&b'-'));
    let mut end = digits_end(bytes, start);
    if end == start || end > start + 1 && bytes.get(start) == Some(&b'0') {
        return None;
    }
    if bytes.get(end) == Some(&b'.') {
        let fraction = end + 1;
        end = digits_end(bytes, fraction);
        if end == fraction {
            return None;
        }
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let exponent = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        end = digits_end(bytes, exponent);
        if end == exponent {
            return None;
        }
    }
    Some(end)
}

/// Where the digits from `start` on end.
#[inline]
fn digits_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while bytes.get(end).is_some_and(u8::is_ascii_digit) {
        end += 1;
    }
    end
}
