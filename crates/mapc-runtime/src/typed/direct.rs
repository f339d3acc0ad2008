//! From structs to the slots of generated routes, and from what routes make to structs, without JSON in between.
//!
//! **The law.** A value is taken as it would be read of the JSON that serde makes of its struct, and a struct is made as serde would read it of
//! the JSON that the route writes. What JSON could not hold or would give back as another value, what would not be accepted, and what is merely in
//! doubt ends in a bail, and the typed function takes the way through JSON after all. So nothing here decides.

use std::collections::BTreeMap;

use bumpalo::collections::Vec as BumpVec;

use super::{AnyScalar, Member};
use crate::codec::{self, Base, Codec, Of, Written, is_blank};
use crate::decode::{Blank, Cell, Leaf as _};
use crate::fast::{self, ANYWHERE, Result, bail};
use crate::write::{Blanks, POINT, split};
use crate::{Bump, Cx, Date, DateTime, Decimal, Map, NoOutput, Scalar, Timestamp, number, stack};

/// How many objects and lists may stand in each other: as many as both the reader of records and serde_json take.
const DEEPEST: u32 = 127;

/// What a quote takes at most in JSON that was one byte: `\u001f`.
const LONGEST_ESCAPE: usize = 6;

/// A place in a record that is taken from a struct or made into one.
#[derive(Clone, Copy, Debug)]
pub struct Nesting<'c, 'a> {
    cx: &'c Cx<'a>,
    /// How many objects and lists stand around it, its own included.
    depth: u32,
}

/// A value that may be missing.
///
/// # Errors
/// As `form`.
#[inline]
pub fn given<'v, T, U>(value: &'v Option<T>, form: impl FnOnce(&'v T) -> Result<Option<U>>) -> Result<Option<U>> {
    value.as_ref().map_or(Ok(None), form)
}

/// A value that may be absent in what was made.
///
/// # Errors
/// As `form`.
#[inline]
pub fn made<T, U>(value: Option<T>, form: impl FnOnce(T) -> Result<U>) -> Result<Option<U>> {
    value.map(form).transpose()
}

/// Ends a record, if nothing has to be said of it and its work did not run out.
///
/// # Errors
/// Otherwise.
pub fn end<T>(cx: &Cx<'_>, made: T) -> Result<T> {
    if cx.is_clean() && !cx.is_exhausted() { Ok(made) } else { Err(ANYWHERE) }
}

/// A record that is skipped.
pub fn skipped(reason: &str) -> NoOutput {
    NoOutput::Skipped(reason.to_owned())
}

/// A record that is deleted, by its key; `write` writes that as JSON.
///
/// # Errors
/// As `write`.
pub fn deleted(cx: &Cx<'_>, write: impl FnOnce(&mut Vec<u8>) -> Result<()>) -> Result<NoOutput> {
    let mut key = Vec::new();
    write(&mut key)?;
    if cx.spend(key.len()) { Ok(NoOutput::Deleted(key)) } else { Err(ANYWHERE) }
}

/// A value that each form of its type holds and gives back.
pub trait Lasting: Copy {
    /// Whether this one is.
    fn lasts(&self) -> bool;
}

macro_rules! lasting {
    ($($ty:ty: $test:expr;)*) => { $(
        impl Lasting for $ty {
            #[inline]
            fn lasts(&self) -> bool {
                let test: fn(&$ty) -> bool = $test;
                test(self)
            }
        }
    )* };
}

lasting! {
    bool: |_| true;
    i64: |_| true;
    // The position of a member.
    u32: |_| true;
    f64: |value| value.is_finite();
    // RFC 3339 has four digits for the year.
    Date: |value| value.year() >= 0;
    DateTime: |value| value.year() >= 0;
    Timestamp: |_| true;
}

impl<'c, 'a> Nesting<'c, 'a> {
    /// The record itself.
    pub fn new(cx: &'c Cx<'a>) -> Self {
        Nesting { cx, depth: 1 }
    }

    /// A record in the record.
    ///
    /// # Errors
    /// As `then`, and where it stands too deep.
    #[inline]
    pub fn inside<T>(self, point: u32, then: impl FnOnce(Self) -> Result<T>) -> Result<T> {
        let inside = self.deeper(point)?;
        stack::deeper(|| then(inside))
    }

    fn deeper(self, point: u32) -> Result<Self> {
        if self.depth < DEEPEST { Ok(Nesting { depth: self.depth + 1, ..self }) } else { Err(bail(point)) }
    }

    /// The arena of the record.
    pub fn bump(self) -> &'a Bump {
        self.cx.bump
    }

    /// A value in the arena of the record.
    pub fn held<T>(self, value: T) -> &'a T {
        self.cx.bump.alloc(value)
    }

    /// A value that every form holds.
    ///
    /// # Errors
    /// It is not such a one.
    #[inline]
    pub fn lasting<T: Lasting>(self, point: u32, value: T) -> Result<T> {
        if value.lasts() { Ok(value) } else { Err(bail(point)) }
    }

    /// What a form gives back of a value.
    ///
    /// # Errors
    /// It does not hold it.
    pub fn through<C: Codec<Base: Unborrowed>>(self, point: u32, codec: &C, value: Of<'a, C>) -> Result<Of<'a, C>> {
        fast::filled(point, <C::Base as Unborrowed>::through(self.cx.bump, codec, value))
    }

    /// A text.
    ///
    /// # Errors
    /// It is blank where it must not be.
    pub fn text(self, point: u32, blank: Blank, text: &'a str) -> Result<Option<&'a str>> {
        fast::leaf(point, self.cell(text).text(blank))
    }

    /// A text that may be missing.
    ///
    /// # Errors
    /// As [`Nesting::text`].
    pub fn given_text(self, point: u32, blank: Blank, text: &'a Option<String>) -> Result<Option<&'a str>> {
        given(text, |text| self.text(point, blank, text))
    }

    /// A text, number or bool.
    ///
    /// # Errors
    /// As [`Nesting::text`], and a number that JSON does not have.
    pub fn scalar(self, point: u32, blank: Blank, value: &'a AnyScalar) -> Result<Option<Scalar<'a>>> {
        Ok(match value {
            AnyScalar::Text(text) => self.text(point, blank, text)?.map(Scalar::Str),
            AnyScalar::Number(text) if is_json_number(text) => Some(Scalar::Number(text)),
            AnyScalar::Number(_) => return Err(bail(point)),
            AnyScalar::Bool(value) => Some(Scalar::Bool(*value)),
        })
    }

    /// A list.
    ///
    /// # Errors
    /// As `element`.
    #[inline]
    pub fn list<T, U: Copy>(
        self,
        point: u32,
        items: &'a [T],
        mut element: impl FnMut(Self, &'a T) -> Result<U>,
    ) -> Result<Option<&'a [U]>> {
        let inside = self.deeper(point)?;
        let mut list = BumpVec::with_capacity_in(items.len(), self.cx.bump);
        for item in items {
            list.push(element(inside, item)?);
        }
        Ok(Some(list.into_bump_slice()))
    }

    /// A map, in the order of its keys, as serde writes it.
    ///
    /// # Errors
    /// As `element`.
    pub fn map<T, U: Copy>(
        self,
        point: u32,
        entries: &'a BTreeMap<String, T>,
        mut element: impl FnMut(Self, &'a T) -> Result<U>,
    ) -> Result<Option<Map<'a, U>>> {
        let inside = self.deeper(point)?;
        let mut list = BumpVec::with_capacity_in(entries.len(), self.cx.bump);
        for (key, value) in entries {
            list.push((key.as_str(), element(inside, value)?));
        }
        Ok(Some(Map(list.into_bump_slice())))
    }

    /// A list as one text, to be read as such; `write` appends the text of each part.
    ///
    /// # Errors
    /// Other parts would be read.
    pub fn joined<T>(
        self,
        point: u32,
        items: &'a [T],
        separator: &str,
        write: impl FnMut(&mut Vec<u8>, &'a T) -> Written,
    ) -> Result<Cell<'a>> {
        let (mut text, parts) = (Vec::new(), BumpVec::from_iter_in(items, self.cx.bump));
        fast::put(point, split(&mut text, &parts, separator, Blanks::ANY, write))?;
        let text = fast::or(point, core::str::from_utf8(&text))?;
        Ok(self.cell(self.cx.text(text)))
    }

    fn cell(self, text: &'a str) -> Cell<'a> {
        Cell { text, quoted: true, decimal_mark: POINT, bump: self.cx.bump }
    }

    /// Takes the work of writing so many bytes.
    ///
    /// # Errors
    /// There is not as much left.
    #[inline]
    pub fn room(self, bytes: usize) -> Result<()> {
        if self.cx.spend(bytes) { Ok(()) } else { Err(ANYWHERE) }
    }

    /// Makes a text one of its own. One that is blank where it must not be is noted: then no record [ends](end) well. That a text cannot
    /// fail where it stands saves the code of a struct of texts from dropping those before it at each.
    pub fn own(self, blanks: Blanks, text: &str) -> String {
        let may = blanks.read == Blank::Value || blanks.empty && text.is_empty();
        if !self.cx.spend(longest(text)) || !may && is_blank(text.as_bytes()) {
            self.cx.exhaust();
            return String::new();
        }
        text.to_owned()
    }

    /// Makes a text that may be absent one of its own, as [`Nesting::own`] does.
    pub fn made_text(self, blanks: Blanks, text: Option<&str>) -> Option<String> {
        text.map(|text| self.own(blanks, text))
    }

    /// Makes a text, number or bool one of its own.
    ///
    /// # Errors
    /// A number that JSON does not have.
    pub fn own_scalar(self, point: u32, blanks: Blanks, value: Scalar<'_>) -> Result<AnyScalar> {
        Ok(match value {
            Scalar::Str(text) => AnyScalar::Text(self.own(blanks, text)),
            Scalar::Number(text) if is_json_number(text) => {
                self.room(text.len())?;
                AnyScalar::Number(text.to_owned())
            }
            Scalar::Number(_) => return Err(bail(point)),
            Scalar::Bool(value) => AnyScalar::Bool(value),
        })
    }

    /// The member of an enum at a position.
    ///
    /// # Errors
    /// There is none.
    #[inline]
    pub fn member<M: Member>(self, point: u32, position: u32) -> Result<M> {
        fast::filled(point, M::MEMBERS.get(position as usize).copied())
    }

    /// Makes a list one of its own; each element takes `width` bytes in JSON, besides what `element` counts.
    ///
    /// # Errors
    /// As `element`, and where the work ran out.
    #[inline]
    pub fn own_list<T: Copy, U>(
        self,
        point: u32,
        width: usize,
        items: &[T],
        mut element: impl FnMut(Self, T) -> Result<U>,
    ) -> Result<Vec<U>> {
        let inside = self.deeper(point)?;
        self.room(items.len().saturating_mul(width + 1).saturating_add(2))?;
        items.iter().map(|item| element(inside, *item)).collect()
    }

    /// As [`Nesting::own_list`], of a map.
    ///
    /// # Errors
    /// As there.
    pub fn own_map<T: Copy, U>(
        self,
        point: u32,
        width: usize,
        entries: Map<'_, T>,
        mut element: impl FnMut(Self, T) -> Result<U>,
    ) -> Result<BTreeMap<String, U>> {
        let inside = self.deeper(point)?;
        let mut map = BTreeMap::new();
        for (key, value) in entries.0 {
            self.room(longest(key).saturating_add(width + 2))?;
            map.insert((*key).to_owned(), element(inside, *value)?);
        }
        Ok(map)
    }

    /// Takes a list that is written as one text if it can be; `write` writes it as that text.
    ///
    /// # Errors
    /// It cannot.
    pub fn parts(self, point: u32, write: impl FnOnce(&mut Vec<u8>) -> Written) -> Result<()> {
        let mut text = Vec::new();
        fast::put(point, write(&mut text))?;
        self.room(text.len().saturating_mul(LONGEST_ESCAPE).saturating_add(2))
    }
}

/// How long a text is in JSON at most.
fn longest(text: &str) -> usize {
    text.len().saturating_mul(LONGEST_ESCAPE).saturating_add(2)
}

/// Whether a number is one of JSON, where no zero leads.
fn is_json_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    number::from_text(text).is_ok() && !matches!(digits, [b'0', b'0'..=b'9', ..])
}

/// A type whose values hold no text.
pub trait Unborrowed: Base {
    /// What a form gives back of a value: the value as far as types go, but a decimal has the places that were written.
    fn through<'a, C: Codec<Base = Self>>(bump: &'a Bump, codec: &C, value: Self::Value<'a>)
    -> Option<Self::Value<'a>>;
}

macro_rules! unborrowed {
    ($($base:ident: $value:ty, $same:expr;)*) => { $(
        impl Unborrowed for codec::$base {
            fn through<C: Codec<Base = Self>>(bump: &Bump, codec: &C, value: $value) -> Option<$value> {
                let mut text = Vec::with_capacity(40);
                codec.write(&mut text, value, POINT).ok()?;
                let text = core::str::from_utf8(&text).ok()?;
                let read = codec.read(&mut Cell { text, quoted: true, decimal_mark: POINT, bump }, Blank::Value).ok()?;
                let same: fn(&$value, &$value) -> bool = $same;
                same(&read, &value).then_some(read)
            }
        }
    )* };
}

unborrowed! {
    Bool: bool, PartialEq::eq;
    Int: i64, PartialEq::eq;
    Decimal: Decimal, PartialEq::eq;
    // Not a number is not itself, and no JSON.
    Float: f64, |read, value| read.to_bits() == value.to_bits();
    Date: Date, PartialEq::eq;
    DateTime: DateTime, PartialEq::eq;
    Timestamp: Timestamp, PartialEq::eq;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Message;
    use crate::codec::{Decimals, Epoch};

    #[test]
    fn what_json_cannot_hold_bails() {
        let bump = Bump::new();
        let cx = Cx::new(&bump, Message::default());
        let at = Nesting::new(&cx);
        assert!(
            at.lasting(0, f64::NAN).is_err()
                && at.lasting(0, f64::INFINITY).is_err()
                && at.lasting(0, -0.0_f64).is_ok()
        );
        assert!(at.lasting(0, Date::constant(-1, 1, 1)).is_err() && at.lasting(0, Date::constant(0, 1, 1)).is_ok());
        assert_eq!(at.text(7, Blank::Reject, " "), Err(bail(7)));
        assert_eq!(at.text(7, Blank::Absent, "\u{2003}"), Ok(None));
        let number = |text: &str| AnyScalar::Number(text.to_owned());
        for text in ["01", "-00", "1.", "", "NaN", " 1"] {
            let number = number(text);
            assert!(
                Nesting::new(&Cx::new(&bump, Message::default())).scalar(3, Blank::Value, bump.alloc(number)).is_err(),
                "{text}"
            );
        }
        let kept = bump.alloc(number("-0.50e7"));
        assert_eq!(at.scalar(3, Blank::Value, kept), Ok(Some(Scalar::Number("-0.50e7"))));
        let nanos = Timestamp::from_nanosecond(1).unwrap();
        assert!(at.through(1, &Epoch::<1_000>, nanos).is_err());
        assert_eq!(at.through(1, &Decimals(None), Decimal::MAX), Err(bail(1)));
    }

    #[test]
    fn decimals_have_the_places_that_were_written() {
        let bump = Bump::new();
        let cx = Cx::new(&bump, Message::default());
        let at = Nesting::new(&cx);
        for (value, places, scale) in [
            (Decimal::new(1_500, 3), None, 1),
            (Decimal::new(15, 1), Some(2), 2),
            (Decimal::new(0, 5), None, 0),
            (-Decimal::new(0, 1), None, 0),
            (Decimal::new(0, 0), Some(2), 2),
        ] {
            let read = at.through(0, &Decimals(places), value).unwrap();
            assert_eq!((read, read.scale(), read.is_sign_negative()), (value, scale, false), "{value} {places:?}");
        }
    }

    #[test]
    fn blank_texts_are_made_only_where_they_can_be_read() {
        let bump = Bump::new();
        for (blanks, text, may) in [
            (Blanks::ANY, " ", true),
            (Blanks::of(Blank::Absent), "", false),
            (Blanks::or_empty(Blank::Absent), "", true),
            (Blanks::or_empty(Blank::Absent), "\t", false),
            (Blanks::of(Blank::Reject), "\u{b}", false),
            (Blanks::of(Blank::Reject), "x ", true),
        ] {
            let cx = Cx::new(&bump, Message::default());
            Nesting::new(&cx).own(blanks, text);
            assert_eq!(end(&cx, ()).is_ok(), may, "{blanks:?} {text:?}");
        }
    }

    #[test]
    fn depth_and_work_are_bounded() {
        fn down(at: Nesting<'_, '_>) -> Result<u32> {
            Ok(at.inside(9, down).unwrap_or(0) + 1)
        }
        let bump = Bump::new();
        let cx = Cx::new(&bump, Message::default()).with_budget(100);
        assert_eq!(down(Nesting::new(&cx)), Ok(DEEPEST));
        let at = Nesting::new(&cx);
        assert!(at.own_list(0, 1, &[1_u32; 40], |_, item| Ok(item)).is_ok());
        assert!(end(&cx, ()).is_ok());
        at.own(Blanks::ANY, "abc");
        assert_eq!(end(&cx, ()), Err(ANYWHERE));
    }
}
