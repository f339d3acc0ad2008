//! Why a record is rejected, and how that travels from an operation to the caller.

use std::borrow::Cow;

use crate::codes::Code;

/// One reason for a rejection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A stable code, `R0201`, or the author's own from `reject code when`.
    pub code: Cow<'static, str>,
    /// JSON pointer (RFC 6901) into the source record.
    pub pointer: String,
    /// Path of the target field, `lines.number`; empty where there is none.
    pub target: Cow<'static, str>,
    /// `file:line:column` in the `.map` text.
    pub place: Cow<'static, str>,
    /// What is wrong, in words; values by their shape only.
    pub reason: String,
    /// Reported by a `let`, so no `try` takes it back.
    pub lasting: bool,
}

/// Something worth knowing about a record that was not rejected: an element left out, a value that `try` made absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// As in [`Problem`].
    pub code: Cow<'static, str>,
    /// As in [`Problem`].
    pub pointer: String,
    /// As in [`Problem`].
    pub place: Cow<'static, str>,
    /// As in [`Problem`].
    pub reason: String,
}

impl From<Problem> for Notice {
    fn from(problem: Problem) -> Self {
        Notice { code: problem.code, pointer: problem.pointer, place: problem.place, reason: problem.reason }
    }
}

/// A failure that does not know its place yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// A stable code, or the author's own.
    pub code: Cow<'static, str>,
    /// What is wrong, in words.
    pub reason: String,
    /// Which operand of the operation is to blame, counted from 0.
    pub operand: u8,
}

/// Why an expression has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fail {
    /// A failure of a function, which does not know where it stands; [`crate::Cx::locate`] makes it a problem.
    Fault(Box<Fault>),
    /// A failure with its place.
    Problem(Box<Problem>),
    /// A part failed and is in the record's list already.
    Reported,
    /// A `let` that failed was read; no `try` catches it.
    Poisoned,
    /// The element of the nearest `for` is to be left out.
    Skip,
}

impl Fail {
    /// A failure without a place.
    pub fn fault(code: Code, reason: impl Into<String>) -> Self {
        Fail::Fault(Box::new(Fault { code: code.into(), reason: reason.into(), operand: 0 }))
    }

    /// The same with another operand to blame than the first.
    #[must_use]
    pub fn of(mut self, operand: u8) -> Self {
        if let Fail::Fault(fault) = &mut self {
            fault.operand = operand;
        }
        self
    }

    /// Whether `try` makes this absent.
    pub fn is_caught_by_try(&self) -> bool {
        matches!(self, Fail::Fault(_) | Fail::Problem(_) | Fail::Reported)
    }
}

/// A place in a mapping: what a failing operation belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// `file:line:column`.
    pub place: Cow<'static, str>,
    /// Path of the target field.
    pub target: Cow<'static, str>,
    /// Where in the source the failing value came from.
    pub pointer: Cow<'static, [Segment]>,
    /// Where the operands after the first came from, if that differs; what is not listed has `pointer`.
    pub operands: Cow<'static, [Cow<'static, [Segment]>]>,
}

/// One step of a JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// A key, not escaped.
    Key(Cow<'static, str>),
    /// The position of the n-th of the indices handed over at run time.
    Index(usize),
}

impl Site {
    /// The JSON pointer with the indices filled in.
    pub fn pointer(&self, indices: &[usize]) -> String {
        self.pointer_of(0, indices)
    }

    /// As [`Site::pointer`], of the operand that is to blame.
    pub fn pointer_of(&self, operand: u8, indices: &[usize]) -> String {
        let of_operand = usize::from(operand).checked_sub(1).and_then(|after_first| self.operands.get(after_first));
        let mut pointer = String::new();
        for segment in of_operand.unwrap_or(&self.pointer).iter() {
            match segment {
                Segment::Key(key) => push_key(&mut pointer, key),
                Segment::Index(n) => push_index(&mut pointer, indices.get(*n).copied().unwrap_or_default()),
            }
        }
        pointer
    }
}

/// Adds `/key` with `~` and `/` escaped as RFC 6901 says.
pub fn push_key(pointer: &mut String, key: &str) {
    pointer.reserve(key.len() + 1);
    pointer.push('/');
    if !key.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        pointer.push_str(key);
        return;
    }
    for character in key.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// Adds `/index`.
pub fn push_index(pointer: &mut String, index: usize) {
    pointer.push('/');
    pointer.push_str(itoa::Buffer::new().format(index));
}

/// What became of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The output was appended.
    Written,
    /// The record is of no interest; the reason is the author's, perhaps empty.
    Skipped(Cow<'static, str>),
    /// The record's entity is to be deleted; the key was appended.
    Deleted,
    /// The record was turned away; never empty. Nothing was appended.
    Rejected(Vec<Problem>),
}
