//! Fields: what null, missing, blank and misfitting values come to.

use std::borrow::Cow;
use std::cell::Cell;

use super::{Read, Source, Unread};
use crate::At;
use crate::codes;

/// What is declared of a field, beside the form of its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    names: Cow<'static, [Cow<'static, str>]>,
    optional: bool,
    tolerant: bool,
    place: Cow<'static, str>,
}

impl Field {
    /// A required field, by the keys that it may stand under and the `file:line:column` of its declaration. A missing value is
    /// reported under the first.
    pub const fn new(names: Cow<'static, [Cow<'static, str>]>, place: Cow<'static, str>) -> Self {
        Field { names, optional: false, tolerant: false, place }
    }

    /// The field may be missing or null: `T?`, or a default stands in.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// `try T`: what does not fit is absent, with a notice. Such a field may also be missing or null.
    #[must_use]
    pub const fn tolerant(mut self) -> Self {
        self.optional = true;
        self.tolerant = true;
        self
    }

    /// The place of its declaration.
    pub fn place(&self) -> &Cow<'static, str> {
        &self.place
    }

    /// Whether it may be missing.
    pub(super) fn is_optional(&self) -> bool {
        self.optional
    }

    /// Whether it has more than one name, of which the first listed one with a value gives the field's.
    #[inline]
    pub(super) fn has_aliases(&self) -> bool {
        self.names.len() > 1
    }

    /// Where in the list of its names a key stands.
    pub(super) fn rank(&self, key: &str) -> usize {
        self.names.iter().position(|name| name == key).unwrap_or(usize::MAX)
    }

    /// Whether it stands under `key`.
    #[inline]
    pub(super) fn is_named(&self, key: &str) -> bool {
        self.names.iter().any(|name| name == key)
    }

    /// The name that problems use where none was met.
    pub(super) fn name(&self) -> &str {
        self.names.first().map_or("", |name| name)
    }

    /// Reports that there is no value, where there must be one.
    #[cold]
    pub(super) fn report_absent(&self, at: At<'_, '_>, reason: &str) {
        if !self.optional {
            at.report(codes::MISSING_VALUE, reason);
        }
    }
}

/// What stood under one of several names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Found {
    /// Null, or a blank text that counts as absent.
    #[default]
    Nothing,
    /// A value.
    Value,
    /// A value that does not fit.
    Misfit,
}

/// The value of a field, about to be read.
#[derive(Debug)]
pub struct FieldValue<'f, 'p, 'a, S> {
    pub(super) source: &'f mut S,
    pub(super) spec: &'f Field,
    pub(super) at: At<'p, 'a>,
    /// Under one of several names: that there is no value is no problem yet, and whether there is one is told here.
    pub(super) alias: Option<&'f Cell<Found>>,
}

impl<'a, S: Source<'a>> FieldValue<'_, '_, 'a, S> {
    /// Reads the value with `form`.
    ///
    /// `None` is absent, or a value that does not fit and was reported; in the latter case the object as a whole fails, so a
    /// required field's slot is filled whenever the object could be read.
    #[inline]
    pub fn read<T>(self, form: impl FnOnce(&mut S, At<'_, 'a>) -> Read<T>) -> Read<Option<T>> {
        if self.source.null(self.spec.optional || self.alias.is_some())? {
            if self.alias.is_none() {
                self.spec.report_absent(self.at, "a value is needed here, but this is null");
            }
            return Ok(None);
        }
        let mark = if self.spec.tolerant { self.at.cx.mark() } else { 0 };
        match form(self.source, self.at) {
            Ok(value) => {
                self.alias.iter().for_each(|found| found.set(Found::Value));
                Ok(Some(value))
            }
            Err(Unread::Blank) if self.alias.is_some() => Ok(None),
            Err(unread) => {
                // A value that does not fit is one all the same.
                self.alias.iter().for_each(|found| found.set(Found::Misfit));
                failed(self.spec, self.at, mark, unread)?;
                Ok(None)
            }
        }
    }
}

#[cold]
fn failed(spec: &Field, at: At<'_, '_>, mark: usize, unread: Unread) -> Read<()> {
    match unread {
        Unread::Malformed(_) => return Err(unread.located(at.path)),
        Unread::Blank => spec.report_absent(at, "a value is needed here, but this text is blank"),
        Unread::Misfit(fault) => at.report_as(fault.code, at.path.pointer(), fault.reason),
        Unread::Reported => {}
    }
    if spec.tolerant {
        at.cx.take_back(mark);
    }
    Ok(())
}

/// The value in the slot of a required field, or of one whose default was filled in, after its object was read.
#[inline]
pub fn filled<T>(slot: Option<T>) -> crate::Result<T> {
    slot.ok_or_else(|| {
        crate::Fail::fault(
            codes::INTERNAL_ERROR,
            "a required field is empty after it was read; this is a defect of mapc",
        )
    })
}
