//! The mapc compiler as a library: load a package, check it, make a route of it ready to run. Nothing here prints.

mod built;
mod checked;
pub mod codes;
pub mod difference;
pub mod dump;
mod errors;
mod excerpt;
pub mod generated;
pub mod json;
pub mod manifest;
pub mod pattern;
pub mod project;
pub mod render;
pub mod route;
pub mod testing;

pub use checked::Checked;
pub use manifest::Manifest;
pub use mapc_diagnostics::{Diagnostic, SourceMap};
pub use project::{LoadError, Project};
pub use route::RouteError;
