//! The mapc compiler as a library: load a package, check it, make a route of it ready to run. Nothing here prints.

mod checked;
mod excerpt;
pub mod manifest;
pub mod project;
pub mod render;

pub use checked::Checked;
pub use manifest::Manifest;
pub use project::{LoadError, Project};
