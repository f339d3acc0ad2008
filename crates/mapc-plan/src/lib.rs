//! Plans: a checked model arranged for running. A plan holds one route from a source record to a target record, possibly through an
//! entity, with nothing left to decide: what is read at which type, what is evaluated in which order, what is written.
//!
//! [`routes`] lists what can be run; [`lower`] makes one plan.

mod body;
mod error;
mod functions;
mod guard;
mod invariants;
pub mod ir;
mod lineage;
mod lower;
mod lowering;
mod project;
mod prune;
mod read;
mod route;
mod skips;
mod stage;
mod tombstone;
mod validate;
mod visit;
mod write;

pub use error::LowerError;
pub use lower::lower;
pub use route::{Route, Stop, routes};
