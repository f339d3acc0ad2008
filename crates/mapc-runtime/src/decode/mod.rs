//! From JSON values and CSV cells to values of the language. Both engines put their readers together from these parts.
//!
//! A [`Source`] is one value: a JSON value ([`Reader`](crate::json::Reader)) or a text such as a CSV cell ([`Cell`]). A [codec](crate::codec) reads it;
//! [`object`] and [`list`] read what is inside of it. An engine keeps the fields of an object in slots of
//! its own, for which it implements [`Fields`]:
//!
//! ```
//! use mapc_runtime::codec::{Codec, Ints, Texts};
//! use mapc_runtime::decode::{self, Blank, Duplicates, Field, FieldValue, Fields, Object, Read, Source, Unknown};
//! use mapc_runtime::{Bump, Cx, Input, Message, Timestamp};
//! use std::borrow::Cow;
//!
//! static LEAD: Object = Object {
//!     fields: Cow::Borrowed(&[
//!         Field::new(Cow::Borrowed(&[Cow::Borrowed("email")]), Cow::Borrowed("lead.map:2:3")),
//!         Field::new(Cow::Borrowed(&[Cow::Borrowed("scores")]), Cow::Borrowed("lead.map:3:3")).optional(),
//!     ]),
//!     unknown: Unknown::Ignore,
//!     duplicates: Duplicates::Reject,
//!     place: Cow::Borrowed("lead.map:1:1"),
//! };
//!
//! #[derive(Default)]
//! struct Lead<'a> {
//!     email: Option<&'a str>,
//!     scores: Option<&'a [i64]>,
//! }
//!
//! impl<'a> Fields<'a> for Lead<'a> {
//!     fn field<S: Source<'a>>(&mut self, index: usize, value: FieldValue<'_, '_, 'a, S>) -> Read<()> {
//!         match index {
//!             0 => self.email = value.read(|source, _| Texts.read(source, Blank::Value))?,
//!             _ => {
//!                 self.scores = value.read(|source, at| {
//!                     decode::list(source, at, |source, at| decode::required(source, at, |s, _| Ints.read(s, Blank::Value)))
//!                 })?;
//!             }
//!         }
//!         Ok(())
//!     }
//! }
//!
//! let bump = Bump::new();
//! let cx = Cx::new(&bump, Message { id: "1", received_at: Timestamp::UNIX_EPOCH });
//! let mut lead = Lead::default();
//! decode::record(Input::Json(br#"{"email": "ada@example.com", "scores": [1, 1e2]}"#), &LEAD, &cx, &mut lead).unwrap();
//! assert_eq!((lead.email, lead.scores), (Some("ada@example.com"), Some(&[1, 100][..])));
//! ```

mod cell;
mod field;
mod lists;
mod object;
mod source;

use crate::codes::{self, Code};
use crate::problem::Fault;
use crate::{Cx, Fail, Input, Path, Problem};

pub use cell::Cell;
pub use field::{Field, FieldValue, filled};
pub(crate) use lists::parts;
pub use lists::{list, map, optional, required, split};
pub use object::{Duplicates, Fields, Object, Unknown, object};
pub use source::{Leaf, Source};

/// How a blank text is taken: an empty one or one of white space only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Blank {
    /// Is a value.
    #[default]
    Value,
    /// Reads as absent.
    Absent,
    /// Rejects.
    Reject,
}

/// What reading gives.
pub type Read<T> = core::result::Result<T, Unread>;

/// Why nothing was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The input breaks off or is no JSON; nothing more can be read of the record.
    Malformed(Box<Malformed>),
    /// The value was read to its end but does not fit; what stands behind it can be read.
    Misfit(Box<Fault>),
    /// As [`Unread::Misfit`]; the problems are in the record's list already.
    Reported,
    /// A blank text that counts as absent.
    Blank,
}

/// What is wrong with the input itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// A stable code, `R01..`.
    pub code: Code,
    /// How many bytes stand before the mistake.
    pub offset: usize,
    /// What is wrong, in words.
    pub reason: String,
    /// The JSON pointer of the value that it is in; relative to the value being read until that has been located.
    pub pointer: String,
    /// Whether the pointer begins at the record.
    pub located: bool,
}

impl Unread {
    /// Input that cannot be read on.
    #[cold]
    pub fn malformed(code: Code, offset: usize, reason: String) -> Self {
        Unread::Malformed(Box::new(Malformed { code, offset, reason, pointer: String::new(), located: false }))
    }

    /// A value that does not fit.
    #[cold]
    pub fn misfit(code: Code, reason: impl Into<String>) -> Self {
        Unread::Misfit(Box::new(Fault { code: code.into(), reason: reason.into(), operand: 0 }))
    }

    /// Gives malformed input the path of the value that it was found in.
    fn located(mut self, path: &Path<'_>) -> Self {
        if let Unread::Malformed(malformed) = &mut self
            && !malformed.located
        {
            malformed.pointer.insert_str(0, &path.pointer());
            malformed.located = true;
        }
        self
    }
}

/// Failures of checks and parsers are misfits here.
impl From<Fail> for Unread {
    fn from(fail: Fail) -> Self {
        match fail {
            Fail::Fault(fault) => Unread::Misfit(fault),
            Fail::Problem(problem) => {
                let Problem { code, reason, .. } = *problem;
                Unread::Misfit(Box::new(Fault { code, reason, operand: 0 }))
            }
            Fail::Reported | Fail::Poisoned | Fail::Skip => Unread::Reported,
        }
    }
}

/// Reads a whole record into `fields` and checks that nothing stands behind it.
///
/// Fails with [`Fail::Reported`] after all problems were added to the context.
pub fn record<'a, F: Fields<'a>>(input: Input<'a>, spec: &Object, cx: &Cx<'a>, fields: &mut F) -> crate::Result<()> {
    let at = crate::At { cx, path: &Path::Root, place: &spec.place };
    let read = match input {
        Input::Json(bytes) => object::json_record(bytes, spec, at, fields),
        Input::Row(row) => object::row(row, spec, at, fields),
    };
    read.map_err(|unread| {
        report_record(at, unread);
        Fail::Reported
    })
}

#[cold]
fn report_record(at: crate::At<'_, '_>, unread: Unread) {
    match unread {
        Unread::Malformed(malformed) => {
            let Malformed { code, offset, reason, pointer, .. } = *malformed;
            let reason = format!("{reason} (at byte {offset})");
            at.report_as(code.into(), pointer, reason);
        }
        Unread::Misfit(fault) => at.report_as(fault.code, at.path.pointer(), fault.reason),
        Unread::Blank => at.report(codes::MISSING_VALUE, "a record is needed, but this text is blank"),
        Unread::Reported => {}
    }
}
