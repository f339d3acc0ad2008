//! A package's meaning: its declarations resolved and its expressions checked, with everything implicit made explicit.
//!
//! `check(&SourceMap, &[(FileId, ast::File)]) -> (Model, Vec<Diagnostic>)` is the one entry point. Analysis never stops at the
//! first error: a broken declaration becomes [`ty::Ty::Error`] or an [`core::ExprKind::Error`], which later passes step around
//! without follow-up noise.

mod attributes;
mod bodies;
mod body;
mod check;
mod completeness;
mod context;
pub mod core;
mod coverage;
mod cycles;
mod declare;
mod depth;
pub mod dump;
mod errors;
mod expr;
mod functions;
mod lints;
mod maps;
pub mod model;
mod names;
mod narrow;
mod not_yet;
mod patterns;
mod tables;
mod test_blocks;
mod two_way;
pub mod ty;
mod types;
mod walk;

pub use check::check;
