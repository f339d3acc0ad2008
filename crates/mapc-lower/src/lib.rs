//! From a checked model to plans: a route with nothing implicit left. [`routes`] lists what can be run; [`lower`] makes one plan;
//! [`interface()`] is what the package declares, for what is generated around them.
//!
//! **Lowering proper** makes a whole plan from the model: it goes through the maps of a route in one walk (`stage`, `body`), which decides where
//! failures point (`lineage`); what the source record must hold stands in a stage of its own before them (`guard`); then come the
//! shapes (`read`, `write`) and the fields of each record (`layouts`). Nothing is left out here. `skips` and `reads` answer questions, and change
//! nothing.
//!
//! **Passes** (`passes`) take a plan to a plan that means the same, and know nothing of the model. Each does one thing: `unread` leaves out
//! variables, `uncalled` functions, `projection` fields of records. Another one is a file there and a row in its list.
//!
//! The [verifier](mapc_plan::verify()) ends it; in debug builds it also stands between passes.

mod body;
mod error;
mod functions;
mod guard;
mod interface;
mod invariants;
mod layouts;
mod lineage;
mod lower;
mod lowering;
mod passes;
mod read;
mod reads;
mod route;
mod skips;
mod stage;
mod tombstone;
mod translate;
mod write;

pub use error::LowerError;
pub use interface::interface;
pub use lower::lower;
pub use route::{Route, Stop, routes};
