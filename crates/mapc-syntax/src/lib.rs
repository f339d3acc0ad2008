//! The `.map` language as text: grammar, syntax tree, recovery from mistakes, formatting.

pub mod ast;
mod build;
pub mod dump;
mod errors;
mod explain;
mod fmt;
mod grammar;
mod newlines;
mod nodes;
mod parse;
mod repair;
mod scan;
mod split;
mod tokens;

pub use fmt::format;
pub use parse::{Parsed, parse};
