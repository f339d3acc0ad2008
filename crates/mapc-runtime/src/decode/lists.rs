//! Lists, maps and split texts.

use bumpalo::collections::Vec as BumpVec;

use super::{Blank, Cell, Read, Source, Unread};
use crate::codes;
use crate::{At, Map, Path};

/// Reads a list; `element` reads each element, null included (see [`required`] and [`optional`]).
///
/// All elements that do not fit are reported with their index.
pub fn list<'a, S: Source<'a>, T: Copy>(
    source: &mut S,
    at: At<'_, 'a>,
    mut element: impl FnMut(&mut S, At<'_, 'a>) -> Read<T>,
) -> Read<&'a [T]> {
    let mut list = Gathered { items: BumpVec::new_in(source.bump()), failed: false };
    source.elements(|source, index| {
        let path = Path::Index(at.path, index);
        let at = At { path: &path, ..at };
        let read = element(source, at);
        list.add(at, read)
    })?;
    list.finish()
}

/// Reads an object with any keys, none twice, in its order.
pub fn map<'a, S: Source<'a>, T: Copy>(
    source: &mut S,
    at: At<'_, 'a>,
    mut element: impl FnMut(&mut S, At<'_, 'a>) -> Read<T>,
) -> Read<Map<'a, T>> {
    let mut list = Gathered { items: BumpVec::new_in(source.bump()), failed: false };
    let mut seen = std::collections::HashSet::new();
    source.entries(|source, key| {
        let path = Path::Key(at.path, key);
        let at = At { path: &path, ..at };
        if !seen.insert(key) {
            at.report(codes::REPEATED_KEY, "this key stands more than once in its object");
            list.failed = true;
            return source.skip().map_err(|unread| unread.located(&path));
        }
        let read = element(source, at).map(|value| (key, value));
        list.add(at, read)
    })?;
    list.finish().map(Map)
}

/// Reads a text as the parts between separators. A blank text has none, where `blank` does not say that it is absent or rejects.
pub fn split<'a, S: Source<'a>, T: Copy>(
    source: &mut S,
    at: At<'_, 'a>,
    blank: Blank,
    separator: &str,
    mut element: impl FnMut(&mut Cell<'a>, At<'_, 'a>) -> Read<T>,
) -> Read<&'a [T]> {
    let text = source.text(blank)?;
    if text.trim_start().is_empty() {
        return Ok(&[]);
    }
    let mut list = Gathered { items: BumpVec::new_in(source.bump()), failed: false };
    for (index, part) in parts(text, separator).enumerate() {
        let read = element(
            &mut Cell { text: part, quoted: true, decimal_mark: source.decimal_mark(), bump: source.bump() },
            at,
        );
        list.add(at, read.map_err(|unread| of_part(unread, index)))?;
    }
    list.finish()
}

/// The parts of a text between separators. Most are one character, which is found faster than a text.
pub(crate) fn parts<'t>(text: &'t str, separator: &str) -> impl Iterator<Item = &'t str> {
    let sign = match separator.as_bytes() {
        [sign] => Some(char::from(*sign)),
        _ => None,
    };
    let by_text = sign.is_none().then(|| text.split(separator));
    sign.map(|sign| text.split(sign)).into_iter().flatten().chain(by_text.into_iter().flatten())
}

/// A JSON pointer ends at the text, so the reason tells the part.
#[cold]
fn of_part(unread: Unread, index: usize) -> Unread {
    match unread {
        Unread::Misfit(mut fault) => {
            fault.reason = format!("part {} of the text: {}", index + 1, fault.reason);
            Unread::Misfit(fault)
        }
        other => other,
    }
}

/// An element that must be there.
#[inline]
pub fn required<'a, S: Source<'a>, T>(
    source: &mut S,
    at: At<'_, 'a>,
    form: impl FnOnce(&mut S, At<'_, 'a>) -> Read<T>,
) -> Read<T> {
    if source.null(false)? {
        return Err(Unread::misfit(codes::MISSING_VALUE, "a value is needed here, but this is null"));
    }
    match form(source, at) {
        Err(Unread::Blank) => {
            Err(Unread::misfit(codes::MISSING_VALUE, "a value is needed here, but this text is blank"))
        }
        other => other,
    }
}

/// An element that may be null.
#[inline]
pub fn optional<'a, S: Source<'a>, T>(
    source: &mut S,
    at: At<'_, 'a>,
    form: impl FnOnce(&mut S, At<'_, 'a>) -> Read<T>,
) -> Read<Option<T>> {
    if source.null(false)? {
        return Ok(None);
    }
    match form(source, at) {
        Err(Unread::Blank) => Ok(None),
        other => other.map(Some),
    }
}

/// Elements read so far.
struct Gathered<'a, T> {
    items: BumpVec<'a, T>,
    failed: bool,
}

impl<'a, T: Copy> Gathered<'a, T> {
    #[inline]
    fn add(&mut self, at: At<'_, '_>, read: Read<T>) -> Read<()> {
        match read {
            Ok(value) => {
                self.items.push(value);
                Ok(())
            }
            Err(unread) => {
                self.failed = true;
                report_element(at, unread)
            }
        }
    }

    fn finish(self) -> Read<&'a [T]> {
        if self.failed { Err(Unread::Reported) } else { Ok(self.items.into_bump_slice()) }
    }
}

#[cold]
fn report_element(at: At<'_, '_>, unread: Unread) -> Read<()> {
    match unread {
        Unread::Malformed(_) => return Err(unread.located(at.path)),
        Unread::Misfit(fault) => at.report_as(fault.code, at.path.pointer(), fault.reason),
        Unread::Blank => at.report(codes::MISSING_VALUE, "a value is needed here, but this text is blank"),
        Unread::Reported => {}
    }
    Ok(())
}
