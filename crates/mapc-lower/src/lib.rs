//! From a checked model to plans: a route with nothing implicit left. [`routes`] lists what can be run; [`lower`] makes one plan.
//!
//! Lowering goes through the maps of a route in one walk (`stage`, `body`), which decides where failures point (`lineage`), then over the
//! result in passes that each do one thing: `prune` leaves out what nobody can miss, `guard` adds what the source must hold, `project`
//! keeps the fields that something reads. The [verifier](mapc_plan::verify()) ends it.

mod body;
mod error;
mod functions;
mod guard;
mod invariants;
mod lineage;
mod lower;
mod lowering;
mod project;
mod prune;
mod read;
mod reads;
mod route;
mod skips;
mod stage;
mod tombstone;
mod translate;
mod write;

pub use error::LowerError;
pub use lower::lower;
pub use route::{Route, Stop, routes};
