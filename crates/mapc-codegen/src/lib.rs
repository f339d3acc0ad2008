//! From plans to Rust: one module a plan, and around them a crate that compiles as it is.

mod body;
mod consts;
mod docs;
mod made;
mod module;
mod names;
mod package;
mod read;
mod rust;
mod statics;
mod texts;
mod types;
mod write;

pub use package::{Package, Runtime, generate, modules, refusal};

use mapc_plan::Plan;
use mapc_runtime::stack;

/// What a person would write more neatly, or not at all: an author's expressions are transcribed as they are.
const ALLOWED: &str = "#![allow(unreachable_code, unused_variables, clippy::style, clippy::complexity)]\n\
    #![allow(clippy::eq_op, clippy::overly_complex_bool_expr, clippy::ifs_same_cond, clippy::approx_constant)]\n";

/// One self-contained module for a plan, to stand in a crate that depends on `mapc-runtime` and `mapc-interp`. Its function is called `name`.
///
/// # Panics
/// The code would not bail at exactly the points of the plan, which is a defect of mapc.
pub fn generate_module(plan: &Plan, name: &str) -> String {
    let image = image(std::slice::from_ref(plan));
    let image = format!("/// The route's plan, for the careful engine.\nstatic PLANS: engine::Image = {image};");
    module_of(plan, &names::snake(name), ("PLANS", 0), Some(image), None).route
}

/// As [`generate_module`], for a name that was given already, with the plans elsewhere or as a `further` item, and over `structs` as well where
/// there are some.
pub(crate) fn module_of(
    plan: &Plan,
    name: &str,
    image: (&str, usize),
    further: Option<String>,
    structs: Option<package::Structs<'_>>,
) -> module::Texts {
    let header = format!("//! Maps {} to {}.\n\n{ALLOWED}", docs::code(&plan.from), docs::code(&plan.to));
    stack::walk(|| module::texts(plan, name, (&header, image), further, structs))
}

/// An expression of the static that holds plans.
pub(crate) fn image(plans: &[Plan]) -> String {
    let text = mapc_plan::image::write(plans);
    let mut hashes = String::new();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    // Nothing that a person could not see stands in the text of a plan; a carriage return alone would be an error in a raw literal.
    format!("engine::Image::new(\n    r{hashes}\"{text}\"{hashes},\n)")
}
