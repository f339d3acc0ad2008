//! The `.map` language as text: grammar, syntax tree, recovery from mistakes, formatting.

pub mod ast;
mod build;
mod grammar;
mod messages;
mod nodes;
mod parse;
mod repair;
mod scan;
mod split;

pub use parse::{Parsed, parse};
