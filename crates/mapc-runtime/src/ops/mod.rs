//! Operators, shared by both engines: over typed values in generated code, over [`Value`]s in the interpreter.

mod order;

pub use order::{Order, greater, greater_equal, less, less_equal};

#[cfg(doc)]
use crate::Value;
