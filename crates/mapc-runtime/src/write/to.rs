//! Where a value is written to: what a refusal names.

use std::borrow::Cow;

use crate::codec::{Refusal, Written};
use crate::{Cx, Fail, Problem, Result, Site};

/// A field of the target, as a linked list on the stack up to the target itself.
#[derive(Clone, Copy, Debug)]
pub struct To<'t, 'a> {
    cx: &'t Cx<'a>,
    /// The mapping line of the output that the value is in, and the source of that output.
    site: &'t Site,
    parent: Option<&'t To<'t, 'a>>,
    name: &'t str,
}

impl<'t, 'a> To<'t, 'a> {
    /// A field of the target itself; `site` is that of the line which fills it.
    #[inline]
    pub fn output(cx: &'t Cx<'a>, site: &'t Site, name: &'t str) -> Self {
        To { cx, site, parent: None, name }
    }

    /// A field of the record, or of each record, that stands here.
    #[inline]
    #[must_use]
    pub fn field<'n>(&'n self, name: &'n str) -> To<'n, 'a> {
        To { cx: self.cx, site: self.site, parent: Some(self), name }
    }

    /// Reports what could not be written; the record goes on, so that all that cannot be written is known.
    #[inline]
    pub fn put(&self, written: Written) {
        if let Err(refusal) = written {
            self.refuse(*refusal);
        }
    }

    /// Whether output that grew to so many bytes since the record began may grow on.
    #[inline]
    pub(crate) fn has_room(&self, bytes: usize) -> bool {
        self.cx.has_room(bytes)
    }

    #[cold]
    fn refuse(&self, refusal: crate::problem::Fault) {
        let mut names = vec![self.name];
        let mut to = self.parent;
        while let Some(parent) = to {
            names.push(parent.name);
            to = parent.parent;
        }
        names.reverse();
        self.cx.add(Problem {
            code: refusal.code,
            pointer: self.site.pointer(&[]),
            target: Cow::Owned(names.join(".")),
            place: self.site.place.clone(),
            reason: refusal.reason,
            lasting: false,
        });
    }
}

/// Ends the writing that began when `out` was so long.
///
/// # Errors
/// [`Fail::Reported`] if something could not be written; then nothing is left of it.
#[inline]
pub fn end(cx: &Cx<'_>, out: &mut Vec<u8>, start: usize) -> Result<()> {
    if cx.is_clean() && cx.spend(out.len() - start) {
        return Ok(());
    }
    out.truncate(start);
    Err(Fail::Reported)
}

/// So that a refusal fits where other failures of operations do.
impl From<Refusal> for Fail {
    fn from(refusal: Refusal) -> Self {
        Fail::Fault(refusal)
    }
}
