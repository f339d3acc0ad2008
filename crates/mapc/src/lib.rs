//! The mapc compiler as a library: load a package, check it, make a route of it ready to run. Nothing here prints.

mod checked;
mod excerpt;
pub mod intake;
pub mod manifest;
pub mod project;
pub mod render;
pub mod route;

pub use checked::Checked;
pub use manifest::Manifest;
pub use project::{LoadError, Project};
pub use route::RouteError;
