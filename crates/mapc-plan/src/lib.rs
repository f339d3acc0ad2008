//! Plans: a checked model arranged for running. A plan holds one route from a source record to a target record, possibly through an
//! entity, with nothing left to decide: what is read at which type, what is evaluated in which order, what is written.
//!
//! `routes(&Model) -> Vec<Route>` lists what can be run; `lower(&Model, &SourceMap, &Route) -> Result<Plan, LowerError>` makes one plan.

pub mod ir;
