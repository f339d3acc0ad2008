//! What forms read from.

use super::{Blank, Fields, Object, Read, Unread, object};
use crate::codes;
use crate::json::{Kind, Reader};
use crate::{At, Bump, Decimal, Scalar, number};

/// One value that can be read once, as far as values without parts go: what [codecs](crate::codec) read from.
///
/// A method that fails with anything but [`Unread::Malformed`] has read the whole value.
pub trait Leaf<'a> {
    /// The arena of the record.
    fn bump(&self) -> &'a Bump;

    /// The decimal mark of numbers in texts.
    fn decimal_mark(&self) -> u8;

    /// Reads what stands for no value, if it stands here; else reads nothing. That is JSON's `null`, and for a field that may be
    /// absent (`optional`) a cell with nothing in it, not even quotes.
    fn null(&mut self, optional: bool) -> Read<bool>;

    /// A text.
    fn text(&mut self, blank: Blank) -> Read<&'a str>;

    /// A number as written; from a cell or with `in_text` from its text form, with `.` as its decimal mark.
    fn number(&mut self, in_text: bool, blank: Blank) -> Read<&'a str>;

    /// A number without fraction within 64 bits.
    #[inline]
    fn int(&mut self, blank: Blank) -> Read<i64> {
        Ok(number::to_int(self.number(false, blank)?)?)
    }

    /// A number, exactly; `in_text` is as for [`Leaf::number`].
    #[inline]
    fn decimal(&mut self, in_text: bool, blank: Blank) -> Read<Decimal> {
        Ok(number::to_decimal(self.number(in_text, blank)?)?)
    }

    /// `true` or `false`; in a cell these two words.
    fn boolean(&mut self, blank: Blank) -> Read<bool>;

    /// A text, number or bool; a cell is always a text.
    fn scalar(&mut self, blank: Blank) -> Read<Scalar<'a>>;
}

/// One value that can be read once: a JSON value, or a text such as a CSV cell.
pub trait Source<'a>: Leaf<'a> + Sized {
    /// An object; no cell is one.
    fn object<F: Fields<'a>>(&mut self, spec: &Object, at: At<'_, 'a>, fields: &mut F) -> Read<()>;

    /// Calls `element` for each element of a list; no cell is one.
    ///
    /// # Errors
    /// It is no list, or as `element`.
    fn elements<E: From<Unread>>(&mut self, element: impl FnMut(&mut Self, usize) -> Result<(), E>) -> Result<(), E>;

    /// Calls `entry` for each key of an object; no cell is one.
    ///
    /// # Errors
    /// It is no object, or as `entry`.
    fn entries<E: From<Unread>>(&mut self, entry: impl FnMut(&mut Self, &'a str) -> Result<(), E>) -> Result<(), E>;

    /// Passes over the value and checks only that it is one.
    fn skip(&mut self) -> Read<()>;

    /// The JSON reader that stands before the value, if it is one of JSON.
    fn as_reader(&mut self) -> Option<&mut Reader<'a>>;
}

impl<'a> Leaf<'a> for Reader<'a> {
    fn bump(&self) -> &'a Bump {
        Reader::bump(self)
    }

    fn decimal_mark(&self) -> u8 {
        b'.'
    }

    #[inline]
    fn null(&mut self, _: bool) -> Read<bool> {
        Reader::null(self)
    }

    #[inline]
    fn text(&mut self, blank: Blank) -> Read<&'a str> {
        let text = match self.plain_text() {
            Some(text) => text,
            None => other_text(self, "a text")?,
        };
        check_blank(text, blank)?;
        Ok(text)
    }

    #[inline]
    fn number(&mut self, in_text: bool, blank: Blank) -> Read<&'a str> {
        if in_text {
            return Ok(number::from_text(self.text_of_number(blank)?)?);
        }
        need(self, Kind::Number, "a number")?;
        Reader::number(self)
    }

    #[inline]
    fn int(&mut self, blank: Blank) -> Read<i64> {
        match self.plain_int() {
            Some(int) => Ok(int),
            None => Ok(number::to_int(Leaf::number(self, false, blank)?)?),
        }
    }

    #[inline]
    fn decimal(&mut self, in_text: bool, blank: Blank) -> Read<Decimal> {
        if in_text {
            let text = self.text_of_number(blank)?;
            return match number::plain_decimal(text) {
                Some(decimal) => Ok(decimal),
                None => Ok(number::to_decimal(number::from_text(text)?)?),
            };
        }
        Ok(number::to_decimal(Leaf::number(self, false, blank)?)?)
    }

    fn boolean(&mut self, _: Blank) -> Read<bool> {
        need(self, Kind::Bool, "true or false")?;
        Reader::boolean(self)
    }

    fn scalar(&mut self, blank: Blank) -> Read<Scalar<'a>> {
        match self.peek()? {
            Kind::Text => self.text_of_scalar(blank),
            Kind::Number => Reader::number(self).map(Scalar::Number),
            Kind::Bool => Reader::boolean(self).map(Scalar::Bool),
            found => Err(wrong_kind(self, found, "a text, a number, or true or false")),
        }
    }
}

impl<'a> Source<'a> for Reader<'a> {
    fn object<F: Fields<'a>>(&mut self, spec: &Object, at: At<'_, 'a>, fields: &mut F) -> Read<()> {
        need(self, Kind::Object, "an object")?;
        object::json(self, spec, at, fields)
    }

    fn elements<E: From<Unread>>(
        &mut self,
        mut element: impl FnMut(&mut Self, usize) -> Result<(), E>,
    ) -> Result<(), E> {
        need(self, Kind::List, "a list")?;
        self.begin_list()?;
        let mut index = 0;
        while self.next_element(index == 0)? {
            element(self, index)?;
            index += 1;
        }
        Ok(())
    }

    fn entries<E: From<Unread>>(
        &mut self,
        mut entry: impl FnMut(&mut Self, &'a str) -> Result<(), E>,
    ) -> Result<(), E> {
        need(self, Kind::Object, "an object")?;
        self.begin_object()?;
        let mut first = true;
        while let Some(key) = self.next_decoded_key(first)? {
            entry(self, key)?;
            first = false;
        }
        Ok(())
    }

    fn skip(&mut self) -> Read<()> {
        Reader::skip(self)
    }

    #[inline]
    fn as_reader(&mut self) -> Option<&mut Reader<'a>> {
        Some(self)
    }
}

impl<'a> Reader<'a> {
    #[inline]
    fn text_of_number(&mut self, blank: Blank) -> Read<&'a str> {
        let text = match self.plain_text() {
            Some(text) => text,
            None => other_text(self, "a number in a text")?,
        };
        check_blank(text, blank)?;
        Ok(text)
    }

    fn text_of_scalar(&mut self, blank: Blank) -> Read<Scalar<'a>> {
        let text = Reader::text(self)?;
        check_blank(text, blank)?;
        Ok(Scalar::Str(text))
    }
}

/// Passes over a value of another kind.
#[inline]
fn need(reader: &mut Reader<'_>, wanted: Kind, words: &str) -> Read<()> {
    let found = reader.peek()?;
    if found == wanted { Ok(()) } else { Err(wrong_kind(reader, found, words)) }
}

/// A text with escapes, or none.
#[inline(never)]
fn other_text<'a>(reader: &mut Reader<'a>, words: &str) -> Read<&'a str> {
    need(reader, Kind::Text, words)?;
    reader.escaped_text()
}

#[cold]
fn wrong_kind(reader: &mut Reader<'_>, found: Kind, wanted: &str) -> Unread {
    match reader.skip() {
        Ok(()) => {
            Unread::misfit(codes::UNREADABLE_VALUE, format!("{wanted} is needed here, but this is {}", found.words()))
        }
        Err(malformed) => malformed,
    }
}

/// Turns a blank text away, or into absent.
#[inline]
pub(super) fn check_blank(text: &str, blank: Blank) -> Read<()> {
    // Most texts begin with a character that is seen.
    let seen = |text: &str| matches!(text.as_bytes(), [b'!'..=b'~', ..]);
    if blank != Blank::Value && !seen(text) && text.trim_start().is_empty() {
        return Err(match blank {
            Blank::Reject => Unread::misfit(codes::BLANK, "this text must not be blank"),
            _ => Unread::Blank,
        });
    }
    Ok(())
}
