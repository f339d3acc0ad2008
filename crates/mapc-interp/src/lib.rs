//! Runs plans: the interpreter, one of the two engines. [`Program::new`] makes a plan ready, so that running looks nothing up by
//! name and allocates nothing but in the record's arena.

mod calls;
mod eval;
mod frame;
mod image;
mod keys;
mod node;
mod operations;
mod prepare;
mod read;
mod run;
mod write;

pub use image::{Good, Image, Route};
pub use run::Program;
