//! The generated Rust of all programs that the tests run. The build script makes it; `golden` shows a handful of its modules.

// A warning here is one in the crate of everybody who generates such code.
#![deny(warnings)]

pub mod typed;

/// The packages of some programs, as `mapc build` writes them.
pub mod packages {
    include!(concat!(env!("OUT_DIR"), "/packages.rs"));
}

use mapc_runtime::Route;

/// One compiled route.
pub struct Compiled {
    /// Its program.
    pub program: &'static str,
    /// The route.
    pub route: &'static dyn Route,
}

/// The Rust of the documentation runs.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/src/generated-crates.md")]
pub struct GeneratedCrates;

include!(concat!(env!("OUT_DIR"), "/programs.rs"));
