//! Texts that hold values: CSV cells and the parts of a split text.

use super::source::check_blank;
use super::{Blank, Fields, Leaf, Object, Read, Source, Unread};
use crate::codes;
use crate::{At, Bump, Scalar, number};

/// A text that holds a value.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// The text.
    pub text: &'a str,
    /// Whether it stood in quotes, or is a part of a text: then it is there even without a character.
    pub quoted: bool,
    /// The decimal mark of its numbers.
    pub decimal_mark: u8,
    /// The arena of the record.
    pub bump: &'a Bump,
}

impl<'a> Leaf<'a> for Cell<'a> {
    fn bump(&self) -> &'a Bump {
        self.bump
    }

    fn decimal_mark(&self) -> u8 {
        self.decimal_mark
    }

    #[inline]
    fn null(&mut self, optional: bool) -> Read<bool> {
        Ok(optional && !self.quoted && self.text.is_empty())
    }

    #[inline]
    fn text(&mut self, blank: Blank) -> Read<&'a str> {
        check_blank(self.text, blank)?;
        Ok(self.text)
    }

    fn number(&mut self, _: bool, blank: Blank) -> Read<&'a str> {
        check_blank(self.text, blank)?;
        if self.decimal_mark == b'.' {
            return Ok(number::from_text(self.text)?);
        }
        let mark = char::from(self.decimal_mark);
        if self.text.contains('.') {
            return Err(Unread::misfit(
                codes::UNREADABLE_VALUE,
                format!("not a number: `.` stands where the decimal mark is `{mark}`"),
            ));
        }
        let mut text = bumpalo::collections::String::with_capacity_in(self.text.len(), self.bump);
        text.extend(self.text.chars().map(|character| if character == mark { '.' } else { character }));
        Ok(number::from_text(text.into_bump_str())?)
    }

    fn boolean(&mut self, blank: Blank) -> Read<bool> {
        check_blank(self.text, blank)?;
        match self.text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Unread::misfit(
                codes::UNREADABLE_VALUE,
                "`true` or `false` is needed here, but this is another text",
            )),
        }
    }

    fn scalar(&mut self, blank: Blank) -> Read<Scalar<'a>> {
        self.text(blank).map(Scalar::Str)
    }
}

impl<'a> Source<'a> for Cell<'a> {
    fn object<F: Fields<'a>>(&mut self, _: &Object, _: At<'_, 'a>, _: &mut F) -> Read<()> {
        Err(Unread::misfit(codes::UNREADABLE_VALUE, "an object is needed here, but this is a text"))
    }

    fn elements<E: From<Unread>>(&mut self, _: impl FnMut(&mut Self, usize) -> Result<(), E>) -> Result<(), E> {
        Err(E::from(Unread::misfit(codes::UNREADABLE_VALUE, "a list is needed here, but this is a text")))
    }

    fn entries<E: From<Unread>>(&mut self, _: impl FnMut(&mut Self, &'a str) -> Result<(), E>) -> Result<(), E> {
        Err(E::from(Unread::misfit(codes::UNREADABLE_VALUE, "an object is needed here, but this is a text")))
    }

    fn skip(&mut self) -> Read<()> {
        Ok(())
    }

    fn as_reader(&mut self) -> Option<&mut crate::json::Reader<'a>> {
        None
    }
}
