//! What generated routes are made of: the good path of a plan as plain Rust over the same readers, codecs, checks, operators, functions and
//! writers as the careful engine's, without what makes messages.
//!
//! Where one of those fails, the code [bails](Bail) at the plan's point of that number, and whoever ran it runs the record again in the
//! careful engine, which explains. So nothing here decides: it may give up on what would be accepted, and never accepts what would not be.

use std::collections::HashSet;
use std::thread::LocalKey;

use bumpalo::collections::Vec as BumpVec;

use crate::budget::{CALL, Weigh as _};
use crate::codec::{Codec, Of, Written};
use crate::csv::Row;
use crate::decode::{Blank, Cell, Read, Source, Unread, parts};
pub use crate::json::Keys;
use crate::json::Reader;
use crate::{Bump, Constraint, Cx, Fail, Input, Map, Outcome, stack};

/// The good path ended at a point of the plan, by its number; the record has to be run again by the careful engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bail(pub u32);

/// What generated code gives.
pub type Result<T> = core::result::Result<T, Bail>;

/// Work ran out, or input is no JSON: what belongs to no point of a plan.
pub const ANYWHERE: Bail = Bail(u32::MAX);

/// Lambdas of library functions end with a [`Fail`]; the function passes it on, and its caller bails.
impl From<Bail> for Fail {
    #[cold]
    fn from(_: Bail) -> Self {
        Fail::Poisoned
    }
}

/// Readers pass on what is no JSON.
impl From<Unread> for Bail {
    #[cold]
    fn from(_: Unread) -> Self {
        ANYWHERE
    }
}

/// The one place that all bails pass: to stop at in a debugger.
#[cold]
#[inline(never)]
pub fn bail(point: u32) -> Bail {
    Bail(point)
}

/// The value, or a bail at a point.
#[inline(always)]
pub fn or<T, E>(point: u32, result: core::result::Result<T, E>) -> Result<T> {
    match result {
        Ok(value) => Ok(value),
        Err(_) => Err(bail(point)),
    }
}

/// The proof that a record was read to its last byte: no outcome is made without it.
#[derive(Debug)]
pub struct Whole(());

/// The keys that were met lately, of one shape and on one thread.
pub type Memory = LocalKey<Keys>;

/// The slots of a record, which are filled key by key.
pub trait Slots<'a>: Sized {
    /// The keys that are declared.
    const KEYS: &'static [&'static str];

    /// Whether of keys that stand twice the last counts.
    const LAST: bool = false;

    /// Whether the record is one of CSV files. Rows of any other are left to the careful engine, so that nothing is compiled for them.
    const ROWS: bool = false;

    /// The keys that records of this shape had lately.
    fn memory() -> &'static Memory;

    /// Reads the value of a key, by its position among those that are declared; any other position is that of one which is not.
    ///
    /// # Errors
    /// The value does not fit, or something has to be said of it.
    fn field<S: Source<'a>>(&mut self, key: usize, source: &mut S) -> Result<()>;
}

/// The position of a key among those that are declared; as many as there are where it is none of them.
fn position<'a, S: Slots<'a>>(key: &str) -> usize {
    position_in(S::KEYS, key)
}

fn position_in(keys: &[&str], key: &str) -> usize {
    keys.iter().position(|known| *known == key).unwrap_or(keys.len())
}

/// Reads through the keys of an object whose `{` was read; `value` reads the value of each.
#[inline]
fn keys<'a, S: Slots<'a>>(
    reader: &mut Reader<'a>,
    mut value: impl FnMut(usize, &mut Reader<'a>) -> Result<()>,
) -> Result<()> {
    // A thread that is about to end has no memory any more.
    let mut walk = S::memory().try_with(Keys::begin).unwrap_or_default();
    let mut read = || -> Result<()> {
        while let Some((key, _)) = walk.next(reader, &position::<S>)? {
            value(key, reader)?;
        }
        Ok(())
    };
    let read = read();
    let _gone = S::memory().try_with(|memory| memory.end(walk));
    read
}

/// Which keys of an object stood already, by the position of each among those that are declared.
#[derive(Clone, Copy, Debug)]
pub struct Seen<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Default for Seen<WORDS> {
    fn default() -> Self {
        Seen([0; WORDS])
    }
}

impl<const WORDS: usize> Seen<WORDS> {
    /// Notes a key; `false` if it stood already.
    #[inline(always)]
    pub fn insert(&mut self, key: usize) -> bool {
        let new = !self.holds(key);
        if let Some(word) = self.0.get_mut(key / 64) {
            *word |= 1 << (key % 64);
        }
        new
    }

    /// Whether a key stood.
    #[inline(always)]
    pub fn holds(&self, key: usize) -> bool {
        self.0.get(key / 64).is_some_and(|word| word >> (key % 64) & 1 == 1)
    }
}

/// Reads a whole record.
///
/// # Errors
/// It does not fit, or something has to be said of it.
#[inline]
pub fn record<'a, S: Slots<'a>>(input: Input<'a>, bump: &'a Bump, slots: &mut S) -> Result<Whole> {
    match input {
        Input::Json(bytes) => {
            let mut reader = Reader::new(bytes, bump)?;
            object(&mut reader, slots)?;
            reader.end()?;
        }
        Input::Row(row) => {
            if S::ROWS {
                cells(row, bump, slots)?;
            } else {
                return Err(ANYWHERE);
            }
        }
    }
    Ok(Whole(()))
}

/// Reads an object into slots.
///
/// # Errors
/// As [`record`].
#[inline]
pub fn object<'a, S: Slots<'a>>(reader: &mut Reader<'a>, slots: &mut S) -> Result<()> {
    if S::LAST {
        return object_of_last(reader, slots);
    }
    reader.begin_object()?;
    keys::<S>(reader, |key, reader| slots.field(key, reader))
}

/// As [`object`], where of keys that stand twice the last counts and the others need only be JSON.
fn object_of_last<'a, S: Slots<'a>>(reader: &mut Reader<'a>, slots: &mut S) -> Result<()> {
    let mut met: Vec<Option<Reader<'a>>> = vec![None; S::KEYS.len()];
    reader.begin_object()?;
    keys::<S>(reader, |key, reader| match met.get_mut(key) {
        Some(place) => {
            *place = Some(*reader);
            skip(reader)
        }
        None => slots.field(key, reader),
    })?;
    for (key, reader) in met.into_iter().enumerate() {
        if let Some(mut reader) = reader {
            slots.field(key, &mut reader)?;
        }
    }
    Ok(())
}

fn cells<'a, S: Slots<'a>>(row: &'a Row, bump: &'a Bump, slots: &mut S) -> Result<()> {
    let columns = S::memory()
        .try_with(|memory| row.columns(Some(memory), &position::<S>))
        .unwrap_or_else(|_| row.columns(None, &position::<S>));
    let decimal_mark = row.decimal_mark();
    for (at, ((_, text, quoted), key)) in row.cells().zip(columns.iter()).enumerate() {
        let counts = !S::LAST || *key == S::KEYS.len() || columns.iter().skip(at + 1).all(|other| other != key);
        if counts {
            slots.field(*key, &mut Cell { text, quoted, decimal_mark, bump })?;
        }
    }
    Ok(())
}

/// A nested object: reads it into slots.
///
/// # Errors
/// It is no object or does not fit.
#[inline]
pub fn nested<'a, S: Source<'a>>(source: &mut S, point: u32, slots: &mut impl Slots<'a>) -> Result<()> {
    match source.as_reader() {
        Some(reader) => stack::deeper(|| object(reader, slots)),
        None => Err(bail(point)),
    }
}

/// The value of a field: `None` is null or blank, which is a bail where the field must have one.
///
/// # Errors
/// The value does not fit.
#[inline]
pub fn field<'a, S: Source<'a>, T>(
    source: &mut S,
    optional: bool,
    point: u32,
    form: impl FnOnce(&mut S) -> Result<Option<T>>,
) -> Result<Option<T>> {
    if source.null(optional)? {
        return if optional { Ok(None) } else { Err(bail(point)) };
    }
    match form(source)? {
        None if !optional => Err(bail(point)),
        value => Ok(value),
    }
}

/// As [`field`], of a value that a codec reads.
///
/// # Errors
/// As there.
#[inline]
pub fn plain<'a, S: Source<'a>, C: Codec>(
    source: &mut S,
    optional: bool,
    point: u32,
    codec: &C,
    blank: Blank,
) -> Result<Option<Of<'a, C>>> {
    field(source, optional, point, |source| leaf(point, codec.read(source, blank)))
}

/// A text that was read, with what its type demands; in its one written form.
///
/// # Errors
/// It does not satisfy that.
pub fn text<'a>(point: u32, read: Option<&'a str>, rules: &[Constraint], bump: &'a Bump) -> Result<Option<&'a str>> {
    checked(point, read, |text| crate::constraint::text(rules, bump, text))
}

/// The value of a required field under one of its several names: what it has there, and what it has there if none of its names has a value;
/// a cell without a character is nothing first, and then a text.
///
/// # Errors
/// The value does not fit.
#[inline]
pub fn alias<'a, S: Source<'a>, T>(
    source: &mut S,
    form: impl FnOnce(&mut S) -> Result<Option<T>>,
) -> Result<(Option<T>, Option<Option<T>>)> {
    if !source.null(true)? {
        let value = form(source)?;
        return Ok((value, Some(None)));
    }
    let again = if source.as_reader().is_some() { None } else { form(source).ok().flatten() };
    Ok((None, Some(again)))
}

/// What a codec read: `None` is a blank text that counts as absent.
///
/// # Errors
/// It read nothing.
#[inline]
pub fn leaf<T>(point: u32, read: Read<T>) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(Unread::Blank) => Ok(None),
        Err(_) => Err(bail(point)),
    }
}

/// What was read, with what its type demands beside its form.
///
/// # Errors
/// It does not satisfy that.
#[inline]
pub fn checked<T, U>(point: u32, read: Option<T>, check: impl FnOnce(T) -> crate::Result<U>) -> Result<Option<U>> {
    match read {
        None => Ok(None),
        Some(value) => or(point, check(value)).map(Some),
    }
}

/// Room for so many elements is made before the first.
const USUAL: usize = 4;

/// A list; `element` reads each element, null included.
///
/// # Errors
/// It is no list, or an element does not fit.
#[inline]
pub fn list<'a, S: Source<'a>, T: Copy>(
    source: &mut S,
    point: u32,
    mut element: impl FnMut(&mut S) -> Result<T>,
) -> Result<Option<&'a [T]>> {
    let mut items = BumpVec::with_capacity_in(USUAL, source.bump());
    let read = source.elements(|source, _| {
        items.push(element(source)?);
        Ok::<(), Bail>(())
    });
    match read {
        Ok(()) => Ok(Some(items.into_bump_slice())),
        Err(ANYWHERE) => Err(bail(point)),
        Err(bail) => Err(bail),
    }
}

/// An object with any keys, none twice; `element` reads each value, null included.
///
/// # Errors
/// It is no object, or a value does not fit.
pub fn map<'a, S: Source<'a>, T: Copy>(
    source: &mut S,
    point: u32,
    mut element: impl FnMut(&mut S) -> Result<T>,
) -> Result<Option<Map<'a, T>>> {
    let mut entries = BumpVec::new_in(source.bump());
    let mut seen = HashSet::new();
    let read = source.entries(|source, key| {
        if !seen.insert(key) {
            return Err(bail(point));
        }
        entries.push((key, element(source)?));
        Ok(())
    });
    match read {
        Ok(()) => Ok(Some(Map(entries.into_bump_slice()))),
        Err(ANYWHERE) => Err(bail(point)),
        Err(bail) => Err(bail),
    }
}

/// A text as the parts between separators.
///
/// # Errors
/// It is no text, or a part does not fit.
pub fn split<'a, S: Source<'a>, T: Copy>(
    source: &mut S,
    point: u32,
    blank: Blank,
    separator: &str,
    mut element: impl FnMut(&mut Cell<'a>) -> Result<T>,
) -> Result<Option<&'a [T]>> {
    let Some(text) = leaf(point, source.text(blank))? else { return Ok(None) };
    if text.trim_start().is_empty() {
        return Ok(Some(&[]));
    }
    let (decimal_mark, bump) = (source.decimal_mark(), source.bump());
    let mut items = BumpVec::new_in(bump);
    for text in parts(text, separator) {
        items.push(element(&mut Cell { text, quoted: true, decimal_mark, bump })?);
    }
    Ok(Some(items.into_bump_slice()))
}

/// An element that must be there.
///
/// # Errors
/// It is null or blank, or does not fit.
#[inline]
pub fn required<'a, S: Source<'a>, T>(
    source: &mut S,
    point: u32,
    form: impl FnOnce(&mut S) -> Result<Option<T>>,
) -> Result<T> {
    if source.null(false)? {
        return Err(bail(point));
    }
    form(source)?.ok_or_else(|| bail(point))
}

/// An element that may be null.
///
/// # Errors
/// It does not fit.
#[inline]
pub fn optional<'a, S: Source<'a>, T>(
    source: &mut S,
    form: impl FnOnce(&mut S) -> Result<Option<T>>,
) -> Result<Option<T>> {
    if source.null(false)? { Ok(None) } else { form(source) }
}

/// Passes over a value of which nothing is wanted.
///
/// # Errors
/// It is no JSON.
#[inline]
pub fn skip<'a, S: Source<'a>>(source: &mut S) -> Result<()> {
    Ok(source.skip()?)
}

/// The value of a required field, after its object was read.
///
/// # Errors
/// Its key was missing.
#[inline]
pub fn filled<T>(point: u32, slot: Option<T>) -> Result<T> {
    slot.ok_or_else(|| bail(point))
}

/// A call of a user function or map; counts as work.
///
/// # Errors
/// As the function.
#[inline]
pub fn call<T>(cx: &Cx<'_>, evaluate: impl FnOnce() -> Result<T>) -> Result<T> {
    if !cx.spend(CALL) {
        return Err(ANYWHERE);
    }
    stack::deeper(evaluate)
}

/// `for`: as [`crate::flow::each`], where an element fails only by ending all.
///
/// # Errors
/// As `body`.
#[inline]
pub fn each<'a, T: Copy, U: Copy>(
    cx: &Cx<'a>,
    list: &[T],
    mut body: impl FnMut(usize, T, i64) -> Result<Option<U>>,
) -> Result<&'a [U]> {
    if !cx.spend(list.weigh()) {
        return Err(ANYWHERE);
    }
    let mut kept = BumpVec::with_capacity_in(list.len(), cx.bump);
    let mut number = 1;
    for (index, item) in list.iter().enumerate() {
        if let Some(value) = body(index, *item, number)? {
            kept.push(value);
            number += 1;
        }
        if cx.is_exhausted() {
            return Err(ANYWHERE);
        }
    }
    Ok(kept.into_bump_slice())
}

/// A text that constraints are going to look at; counts as work.
///
/// # Errors
/// The work ran out.
#[inline]
pub fn looked<'a>(cx: &Cx<'a>, text: &'a str) -> Result<&'a str> {
    if cx.spend(text.weigh()) { Ok(text) } else { Err(ANYWHERE) }
}

/// An invariant.
///
/// # Errors
/// It does not hold.
#[inline]
pub fn holds(point: u32, condition: bool) -> Result<()> {
    if condition { Ok(()) } else { Err(bail(point)) }
}

/// Appends the elements of a list; `write` appends each.
///
/// # Errors
/// As `write`.
#[inline]
pub fn write_list<T: Copy>(
    cx: &Cx<'_>,
    out: &mut Vec<u8>,
    items: &[T],
    mut write: impl FnMut(&mut Vec<u8>, T) -> Result<()>,
) -> Result<()> {
    let start = out.len();
    out.push(b'[');
    for (index, item) in items.iter().enumerate() {
        if !cx.has_room(out.len() - start) {
            return Err(ANYWHERE);
        }
        if index > 0 {
            out.push(b',');
        }
        write(out, *item)?;
    }
    out.push(b']');
    Ok(())
}

/// Appends an object of a map's entries; `write` appends each value.
///
/// # Errors
/// As `write`.
pub fn write_map<T: Copy>(
    cx: &Cx<'_>,
    out: &mut Vec<u8>,
    map: Map<'_, T>,
    mut write: impl FnMut(&mut Vec<u8>, T) -> Result<()>,
) -> Result<()> {
    let start = out.len();
    out.push(b'{');
    for (index, (key, value)) in map.0.iter().enumerate() {
        if !cx.has_room(out.len() - start) {
            return Err(ANYWHERE);
        }
        if index > 0 {
            out.push(b',');
        }
        crate::write::string(out, key);
        out.push(b':');
        write(out, *value)?;
    }
    out.push(b'}');
    Ok(())
}

/// Tells whether a value could be written.
///
/// # Errors
/// It could not.
#[inline(always)]
pub fn put(point: u32, written: Written) -> Result<()> {
    or(point, written)
}

/// Ends a record that was read as a whole and whose output begins at `start`.
///
/// # Errors
/// Something has to be said of it, or its work ran out.
#[inline]
pub fn end(cx: &Cx<'_>, _: Whole, out: &[u8], start: usize, outcome: Outcome) -> Result<Outcome> {
    if cx.is_clean() && cx.spend(out.len() - start) { Ok(outcome) } else { Err(ANYWHERE) }
}
