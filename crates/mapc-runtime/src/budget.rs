//! How much work one record may cause: a bound that no input can get around, the same in both engines.
//!
//! Work is counted in units where both engines pass: [`crate::flow::call`] and [`crate::flow::each`], the functions of the library,
//! comparisons, checks, templates, and the writer. One byte made by an operation or written is one unit; a text or list that a function looks at, an element that is visited and
//! a call cost what the constants here say. A record that needs more is turned away with `R0601` alone: it was not judged to its end.
//!
//! What runs out does not stop at once: functions that cannot fail give nothing more, what can fail does, and whoever ends a record asks.

use std::cell::Cell;

/// The units that a record has unless told otherwise: enough for a record of eight megabytes whose texts are all changed and whose hundred
/// thousand elements are all mapped, and at most about a second and two hundred megabytes.
pub const BUDGET: u64 = 1 << 26;

/// Of an element that is visited or made.
pub(crate) const ELEMENT: usize = 64;

/// Of a call of a user's function or map: its variables need room.
pub(crate) const CALL: usize = 256;

/// So many bytes of a text can be looked at for one unit.
const LOOKED_AT: usize = 4;

/// What a record may still spend.
#[derive(Debug)]
pub(crate) struct Budget {
    all: u64,
    left: Cell<u64>,
    exhausted: Cell<bool>,
}

impl Budget {
    pub(crate) fn of(units: u64) -> Self {
        Budget { all: units, left: Cell::new(units), exhausted: Cell::new(false) }
    }

    /// Takes units; `false` if there were not as many, and from then on always.
    #[inline]
    pub(crate) fn spend(&self, units: usize) -> bool {
        let units = u64::try_from(units).unwrap_or(u64::MAX);
        match self.left.get().checked_sub(units) {
            Some(left) if !self.exhausted.get() => {
                self.left.set(left);
                true
            }
            _ => {
                self.exhausted.set(true);
                false
            }
        }
    }

    /// All that there was is there again.
    pub(crate) fn restart(&self) {
        self.left.set(self.all);
        self.exhausted.set(false);
    }

    #[inline]
    pub(crate) fn is_exhausted(&self) -> bool {
        self.exhausted.get()
    }

    /// Whether so many units could be taken; nothing is.
    #[inline]
    pub(crate) fn has(&self, units: usize) -> bool {
        !self.exhausted.get() && u64::try_from(units).is_ok_and(|units| units <= self.left.get())
    }

    pub(crate) fn exhaust(&self) {
        self.exhausted.set(true);
    }
}

/// What looking at an argument costs.
pub(crate) trait Weigh {
    /// In units.
    fn weigh(&self) -> usize;
}

impl Weigh for str {
    fn weigh(&self) -> usize {
        looked_at(self.len())
    }
}

/// What looking at so many bytes costs.
#[inline]
pub(crate) fn looked_at(bytes: usize) -> usize {
    bytes / LOOKED_AT
}

impl<T> Weigh for [T] {
    fn weigh(&self) -> usize {
        self.len().saturating_mul(ELEMENT)
    }
}

impl<T> Weigh for crate::Map<'_, T> {
    fn weigh(&self) -> usize {
        self.0.iter().map(|(key, _)| key.weigh().saturating_add(ELEMENT)).fold(0, usize::saturating_add)
    }
}
