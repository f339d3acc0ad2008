//! Owned values for the typed side of generated crates, and the forms that serde gives their fields on the wire.
//!
//! A field whose form is not that of its Rust type has `#[serde(with = "As::<F>")]`. Forms are for serde_json: numbers are
//! handed to it as they are written, so that a decimal is never a float on the way.

mod forms;
mod leaves;
mod scalar;

pub use forms::{As, Each, Entries, Form, Maybe, Split};
pub use leaves::{
    EpochMillis, EpochSeconds, Formatted, InText, Iso, Leaf, Member, Number, Pattern, Plain, Separator, TwoWords, Words,
};
pub use scalar::AnyScalar;
