//! Room on the stack. How deep mappings go is bounded by the compiler and how deep records go by the reader, but not how much of the stack
//! a thread has left, nor how much a level takes in a build without optimisation.

/// What one level takes at most: the `let`s and expressions of one function are some kilobytes, hundreds where fields are many.
const RED_ZONE: usize = 256 * 1024;

/// What is added where less than the red zone is left. Pages that are not touched cost nothing.
const SEGMENT: usize = 4 * 1024 * 1024;

/// What the compiler's walks take of the deepest package there may be.
const WALK: usize = 128 * 1024 * 1024;

/// Evaluates one level: a call, a `let`, a record inside a record.
#[inline]
pub fn deeper<T>(level: impl FnOnce() -> T) -> T {
    stacker::maybe_grow(RED_ZONE, SEGMENT, level)
}

/// Runs a walk over a whole package or plan.
pub fn walk<T>(walk: impl FnOnce() -> T) -> T {
    stacker::maybe_grow(WALK / 2, WALK, walk)
}
