//! The compiled routes whose records are fuzzed.

use mapc_runtime::Route;

/// One compiled route.
pub struct Compiled {
    /// Its program.
    pub program: &'static str,
    /// The route.
    pub route: &'static dyn Route,
}

include!(concat!(env!("OUT_DIR"), "/programs.rs"));
