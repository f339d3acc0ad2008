//! Owned values for the typed side of generated crates, and the forms that serde gives their fields on the wire.
//!
//! A field whose form is not that of its Rust type has `#[serde(with = "As::<F>")]`. Forms are for serde_json: numbers are
//! handed to it as they are written, so that a decimal is never a float on the way.

mod coded;
mod direct;
mod forms;
mod scalar;

pub use coded::{Coded, Declared, Member, OwnedBase, Part, Plain};
pub use direct::{Lasting, Nesting, Unborrowed, deleted, end, given, made, skipped};
pub use forms::{As, Each, Entries, Maybe, Separator, SerdeForm, Split};
pub use scalar::AnyScalar;
