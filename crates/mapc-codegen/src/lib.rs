//! From plans to Rust: one module a plan, and around them a crate that compiles as it is.

mod body;
mod code;
mod docs;
mod functions;
mod intern;
mod layout;
mod module;
mod names;
mod package;
mod reader;
mod stage;
mod types;
mod writer;

pub use package::{Package, Runtime, generate, refusal};

use mapc_plan::Plan;
use mapc_runtime::stack;

/// What a person would write more neatly, or not at all: an author's expressions are transcribed as they are.
const ALLOWED: &str = "#![allow(clippy::style, clippy::complexity)]\n\
    #![allow(clippy::eq_op, clippy::overly_complex_bool_expr, clippy::ifs_same_cond, clippy::approx_constant)]\n";

/// One self-contained module for a plan, to stand in a crate that depends on `mapc-runtime`. Its function is called `name`.
pub fn generate_module(plan: &Plan, name: &str) -> String {
    module_of(plan, &names::snake(name))
}

/// As [`generate_module`], for a name that was given already.
pub(crate) fn module_of(plan: &Plan, name: &str) -> String {
    let header = format!("//! Maps {} to {}.\n\n{ALLOWED}", docs::code(&plan.from), docs::code(&plan.to));
    stack::walk(|| module::text(plan, name, &header))
}
