//! What is said of a package as a whole, one function a finding: its manifest, its files, the routes that it names.

pub(crate) mod files;
pub(crate) mod manifest;
pub(crate) mod routes;
