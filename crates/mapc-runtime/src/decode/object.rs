//! Objects with declared keys, from JSON or from a CSV row.

use std::borrow::Cow;
use std::cell::Cell;

use super::field::{Field, FieldValue, Found};
use super::{Cell as CsvCell, Read, Source, Unread};
use crate::codes;
use crate::csv::Row;
use crate::json::{Keys, Reader};
use crate::{At, Path, stack};

/// What is done with keys that are not declared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unknown {
    /// They are passed over.
    #[default]
    Ignore,
    /// They reject.
    Reject,
}

/// What is done with a declared key that stands twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// It rejects.
    #[default]
    Reject,
    /// The first counts; the others are only checked for being JSON.
    First,
    /// The last counts; the others are only checked for being JSON.
    Last,
}

/// What is declared of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// Its fields.
    pub fields: Cow<'static, [Field]>,
    /// Keys that are not declared.
    pub unknown: Unknown,
    /// Declared keys given twice.
    pub duplicates: Duplicates,
    /// `file:line:column` of its declaration.
    pub place: Cow<'static, str>,
}

impl Object {
    /// The position of the field that stands under a key; as many as there are where none does.
    fn position(&self, key: &str) -> usize {
        self.fields.iter().position(|field| field.is_named(key)).unwrap_or(self.fields.len())
    }
}

/// The slots of an object's fields.
pub trait Fields<'a> {
    /// The keys that objects of this shape had lately, where somebody keeps them: it makes the next ones faster to read.
    fn keys(&self) -> Option<&Keys> {
        None
    }

    /// Reads the value of the field at `index` of [`Object::fields`] into its slot, with [`FieldValue::read`]; a later call for
    /// the same field replaces what is there.
    fn field<S: Source<'a>>(&mut self, index: usize, value: FieldValue<'_, '_, 'a, S>) -> Read<()>;
}

/// Reads an object into `fields`. Fails with [`Unread::Reported`] if any problem was reported in it.
pub fn object<'a, S: Source<'a>, F: Fields<'a>>(
    source: &mut S,
    at: At<'_, 'a>,
    spec: &Object,
    fields: &mut F,
) -> Read<()> {
    source.object(spec, at, fields)
}

/// Reads a record's bytes, to their end.
pub(super) fn json_record<'a, F: Fields<'a>>(
    bytes: &'a [u8],
    spec: &Object,
    at: At<'_, 'a>,
    fields: &mut F,
) -> Read<()> {
    let mut reader = Reader::new(bytes, at.cx.bump)?;
    let read = reader.object(spec, at, fields);
    if matches!(read, Err(Unread::Malformed(_))) {
        return read;
    }
    reader.end()?;
    read
}

/// Reads a JSON object.
pub(super) fn json<'a, F: Fields<'a>>(
    reader: &mut Reader<'a>,
    spec: &Object,
    at: At<'_, 'a>,
    fields: &mut F,
) -> Read<()> {
    stack::deeper(|| {
        reader.begin_object()?;
        let mut keys = fields.keys().map(Keys::begin).unwrap_or_default();
        let mut walk = Walk::new(spec, at);
        let find = |key: &str| spec.position(key);
        let read = loop {
            match keys.next(reader, &find) {
                Ok(Some((position, key))) => {
                    if let Err(unread) = walk.key(position, key, reader, fields) {
                        break Err(unread);
                    }
                }
                Ok(None) => break walk.end(fields),
                Err(unread) => break Err(unread.located(at.path)),
            }
        };
        if let Some(kept) = fields.keys() {
            kept.end(keys);
        }
        read
    })
}

/// Reads a CSV row: an object whose keys are the header.
pub(super) fn row<'a, F: Fields<'a>>(row: &'a Row, spec: &Object, at: At<'_, 'a>, fields: &mut F) -> Read<()> {
    let columns = row.columns(fields.keys(), &|key| spec.position(key));
    let mut walk = Walk::new(spec, at);
    for ((key, text, quoted), position) in row.cells().zip(columns.iter()) {
        let mut cell = CsvCell { text, quoted, decimal_mark: row.decimal_mark(), bump: at.cx.bump };
        walk.key(*position, key, &mut cell, fields)?;
    }
    walk.end(fields)
}

/// The way through one object's keys.
struct Walk<'w, 'a, S> {
    spec: &'w Object,
    at: At<'w, 'a>,
    seen: SeenKeys,
    /// How many problems there were before this object.
    mark: usize,
    /// Under [`Duplicates::Last`]: the keys and values of the fields met, to be read at the end.
    last: Vec<Option<(&'w str, S)>>,
    /// What was met of fields that have several names, to be read at the end.
    aliases: Vec<Alias<'w, S>>,
}

/// A key of a field that has several.
#[derive(Clone, Copy)]
struct Alias<'w, S> {
    /// The field's position.
    index: usize,
    /// The key's position among the field's names: the first with a value gives the field's.
    rank: usize,
    key: &'w str,
    source: S,
}

impl<'w, 'a: 'w, S: Source<'a> + Copy> Walk<'w, 'a, S> {
    fn new(spec: &'w Object, at: At<'w, 'a>) -> Self {
        let keep = if spec.duplicates == Duplicates::Last { spec.fields.len() } else { 0 };
        let last = vec![None; keep];
        Walk { spec, at, seen: SeenKeys::default(), mark: at.cx.mark(), last, aliases: Vec::new() }
    }

    /// Reads the value of a key, which is that of the field at `position` if there is one.
    #[inline]
    fn key<F: Fields<'a>>(&mut self, position: usize, key: &'w str, source: &mut S, fields: &mut F) -> Read<()> {
        match self.spec.fields.get(position) {
            Some(field) => self.declared(position, field, key, source, fields),
            None => self.undeclared(key, source),
        }
    }

    #[inline]
    fn declared<F: Fields<'a>>(
        &mut self,
        index: usize,
        field: &'w Field,
        key: &'w str,
        source: &mut S,
        fields: &mut F,
    ) -> Read<()> {
        if field.has_aliases() {
            return self.alias(index, field, key, source);
        }
        let again = !self.seen.insert(index);
        if again || self.spec.duplicates == Duplicates::Last {
            return self.set_aside(index, field, key, source, again);
        }
        read_field(self.at, index, field, key, source, fields)
    }

    /// Passes over a value that counts later or never.
    #[cold]
    fn set_aside(&mut self, index: usize, field: &'w Field, key: &'w str, source: &mut S, again: bool) -> Read<()> {
        let path = Path::Key(self.at.path, key);
        if again && self.spec.duplicates == Duplicates::Reject {
            let at = At { path: &path, place: field.place(), ..self.at };
            at.report(codes::REPEATED_KEY, "this key stands more than once in its object");
        }
        if let Some(slot) = self.last.get_mut(index) {
            *slot = Some((key, *source));
        }
        source.skip().map_err(|unread| unread.located(&path))
    }

    /// Sets the value under one of several names aside.
    #[cold]
    fn alias(&mut self, index: usize, field: &'w Field, key: &'w str, source: &mut S) -> Read<()> {
        self.seen.insert(index);
        let path = Path::Key(self.at.path, key);
        let alias = Alias { index, rank: field.rank(key), key, source: *source };
        match self.aliases.iter_mut().find(|known| known.index == index && known.rank == alias.rank) {
            None => self.aliases.push(alias),
            Some(known) => match self.spec.duplicates {
                Duplicates::Reject => {
                    let at = At { path: &path, place: field.place(), ..self.at };
                    at.report(codes::REPEATED_KEY, "this key stands more than once in its object");
                }
                Duplicates::First => {}
                Duplicates::Last => *known = alias,
            },
        }
        source.skip().map_err(|unread| unread.located(&path))
    }

    /// Reads a field that stands under several names: each value is checked, and the one of the first listed name counts that has one.
    #[cold]
    fn read_aliases<F: Fields<'a>>(&self, index: usize, field: &Field, fields: &mut F) -> Read<()> {
        let mut met: Vec<&Alias<'w, S>> = self.aliases.iter().filter(|alias| alias.index == index).collect();
        // The first listed one is read last, and so stands.
        met.sort_by_key(|alias| core::cmp::Reverse(alias.rank));
        let mut value = None;
        let mut last = Found::Nothing;
        let mut misfits = false;
        for alias in &met {
            let found = Cell::new(Found::Nothing);
            read_field_as(self.at, index, field, alias.key, &mut alias.source.clone(), fields, Some(&found))?;
            last = found.get();
            match last {
                Found::Nothing => {}
                Found::Value => value = Some(*alias),
                // It stands under a name before those, though with no use.
                Found::Misfit => (value, misfits) = (None, true),
            }
        }
        // Nothing that was read behind the value took its place; where nothing was a value, this says so.
        let again = value.or(met.last().copied().filter(|_| !misfits));
        match again.filter(|_| last == Found::Nothing) {
            Some(alias) => read_field(self.at, index, field, alias.key, &mut alias.source.clone(), fields),
            None => Ok(()),
        }
    }

    fn undeclared(&mut self, key: &str, source: &mut S) -> Read<()> {
        let path = Path::Key(self.at.path, key);
        if self.spec.unknown == Unknown::Reject {
            let at = At { path: &path, place: &self.spec.place, ..self.at };
            at.report(codes::UNDECLARED_KEY, "this key is not declared");
        }
        source.skip().map_err(|unread| unread.located(&path))
    }

    fn end<F: Fields<'a>>(self, fields: &mut F) -> Read<()> {
        for (index, slot) in self.last.iter().enumerate() {
            if let (Some((key, source)), Some(field)) = (slot, self.spec.fields.get(index)) {
                read_field(self.at, index, field, key, &mut source.clone(), fields)?;
            }
        }
        for (index, field) in self.spec.fields.iter().enumerate() {
            if field.has_aliases() {
                self.read_aliases(index, field, fields)?;
            }
            if !field.is_optional() && !self.seen.holds(index) {
                report_missing(self.at, field);
            }
        }
        if self.at.cx.mark() == self.mark { Ok(()) } else { Err(Unread::Reported) }
    }
}

#[inline]
fn read_field<'a, S: Source<'a>, F: Fields<'a>>(
    at: At<'_, 'a>,
    index: usize,
    field: &Field,
    key: &str,
    source: &mut S,
    fields: &mut F,
) -> Read<()> {
    read_field_as(at, index, field, key, source, fields, None)
}

#[inline]
fn read_field_as<'a, S: Source<'a>, F: Fields<'a>>(
    at: At<'_, 'a>,
    index: usize,
    field: &Field,
    key: &str,
    source: &mut S,
    fields: &mut F,
    alias: Option<&Cell<Found>>,
) -> Read<()> {
    let path = Path::Key(at.path, key);
    let at = At { cx: at.cx, path: &path, place: field.place() };
    fields.field(index, FieldValue { source, spec: field, at, alias })
}

#[cold]
fn report_missing(at: At<'_, '_>, field: &Field) {
    let path = Path::Key(at.path, field.name());
    let at = At { path: &path, place: field.place(), ..at };
    at.report(codes::MISSING_VALUE, "a value is needed here, but the key is missing");
}

/// A set of field positions; allocates only beyond the first 128.
#[derive(Default)]
struct SeenKeys {
    low: u128,
    high: Vec<u128>,
}

impl SeenKeys {
    /// Adds a position; `false` if it was there.
    #[inline]
    fn insert(&mut self, index: usize) -> bool {
        let (word, bit) = (index / 128, 1u128 << (index % 128));
        let place = if word == 0 {
            &mut self.low
        } else {
            if self.high.len() < word {
                self.high.resize(word, 0);
            }
            match self.high.get_mut(word - 1) {
                Some(place) => place,
                None => return true,
            }
        };
        let new = *place & bit == 0;
        *place |= bit;
        new
    }

    #[inline]
    fn holds(&self, index: usize) -> bool {
        let word = if index < 128 { self.low } else { self.high.get(index / 128 - 1).copied().unwrap_or_default() };
        word >> (index % 128) & 1 == 1
    }
}
