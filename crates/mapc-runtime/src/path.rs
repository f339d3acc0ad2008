//! Where a reader stands: a JSON pointer that exists as text only once a problem needs it.

use std::borrow::Cow;

use crate::codes::Code;
use crate::problem::{push_index, push_key};
use crate::{Cx, Problem};

/// A JSON pointer as a linked list on the stack.
#[derive(Clone, Copy, Debug)]
pub enum Path<'p> {
    /// The record itself.
    Root,
    /// The value of a key.
    Key(&'p Path<'p>, &'p str),
    /// An element of a list.
    Index(&'p Path<'p>, usize),
}

impl Path<'_> {
    /// The pointer as RFC 6901 writes it.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        self.push_to(&mut pointer);
        pointer
    }

    fn push_to(&self, pointer: &mut String) {
        match self {
            Path::Root => {}
            Path::Key(parent, key) => {
                parent.push_to(pointer);
                push_key(pointer, key);
            }
            Path::Index(parent, index) => {
                parent.push_to(pointer);
                push_index(pointer, *index);
            }
        }
    }
}

/// Where a value is read: its record's context, its path, and the place of its declaration.
#[derive(Clone, Copy, Debug)]
pub struct At<'p, 'a> {
    /// The context of the record.
    pub cx: &'p Cx<'a>,
    /// The value's path in the record.
    pub path: &'p Path<'p>,
    /// `file:line:column` of the declaration that the value has to fit.
    pub place: &'p Cow<'static, str>,
}

impl At<'_, '_> {
    /// Adds a problem of this place to the record.
    #[cold]
    pub fn report(&self, code: Code, reason: impl Into<String>) {
        self.report_as(code.into(), self.path.pointer(), reason.into());
    }

    pub(crate) fn report_as(&self, code: Cow<'static, str>, pointer: String, reason: String) {
        let place = self.place.clone();
        self.cx.add(Problem { code, pointer, target: Cow::Borrowed(""), place, reason, lasting: false });
    }
}
