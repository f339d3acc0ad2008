//! The syntax tree: immutable, with a span on every node. Later passes keep what they learn in tables of their own.

mod bodies;
mod decls;
mod exprs;
mod tests;
mod words;

pub use bodies::*;
pub use decls::*;
pub use exprs::*;
pub use tests::*;
pub use words::*;
