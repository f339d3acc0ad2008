//! The mapc compiler as a library: load a package, check it, make a route of it ready to run. Nothing here prints.

mod excerpt;
pub mod manifest;
pub mod project;
pub mod render;

pub use manifest::Manifest;
pub use project::{LoadError, Project};
