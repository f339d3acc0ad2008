//! The variables of one route or function while it runs.

use std::cell::Cell;

use mapc_plan::LocalId;
use mapc_runtime::codes;
use mapc_runtime::{Bump, Fail, Result, Value};

/// What a variable holds.
#[derive(Clone, Copy)]
pub(crate) enum Slot<'a> {
    /// A `let` that was not read yet.
    Unset,
    /// A `let` or output that failed; that was reported.
    Poisoned,
    /// A value.
    Value(Value<'a>),
}

/// All variables of a route or function, by id.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'a> {
    slots: &'a [Cell<Slot<'a>>],
}

impl<'a> Frame<'a> {
    /// A frame in which nothing is set.
    pub fn new(bump: &'a Bump, locals: usize) -> Self {
        Frame { slots: bump.alloc_slice_fill_with(locals, |_| Cell::new(Slot::Unset)) }
    }

    /// What a variable holds.
    #[inline]
    pub fn slot(self, local: LocalId) -> Slot<'a> {
        self.slots.get(local.0 as usize).map_or(Slot::Unset, Cell::get)
    }

    /// Sets a variable.
    #[inline]
    pub fn put(self, local: LocalId, slot: Slot<'a>) {
        if let Some(cell) = self.slots.get(local.0 as usize) {
            cell.set(slot);
        }
    }

    /// Sets a variable to a value.
    #[inline]
    pub fn set(self, local: LocalId, value: Value<'a>) {
        self.put(local, Slot::Value(value));
    }

    /// The value of a variable that is no `let`.
    #[inline]
    pub fn value(self, local: LocalId) -> Result<Value<'a>> {
        match self.slot(local) {
            Slot::Value(value) => Ok(value),
            Slot::Poisoned => Err(Fail::Poisoned),
            Slot::Unset => Err(defect("a variable is read before it is set")),
        }
    }

    /// The position that an index variable holds.
    pub fn index(self, local: LocalId) -> usize {
        match self.slot(local) {
            Slot::Value(Value::Int(index)) => usize::try_from(index).unwrap_or_default(),
            _ => 0,
        }
    }
}

/// The failure of what a plan that was made rightly never does.
#[cold]
pub(crate) fn defect(what: &str) -> Fail {
    Fail::fault(codes::INTERNAL_ERROR, format!("{what}, which is a defect of mapc"))
}
