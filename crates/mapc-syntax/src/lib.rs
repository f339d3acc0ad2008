//! The `.map` language as text: grammar, syntax tree, recovery from mistakes, formatting.

pub mod ast;
