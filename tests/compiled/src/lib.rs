//! The generated Rust of all programs that the tests run. The build script makes it; `golden` shows a handful of its modules.

// A warning here is one in the crate of everybody who generates such code.
#![deny(warnings)]

use mapc_runtime::{Cx, Input, Outcome};

/// A generated function that maps one record.
pub type Run = for<'a> fn(&Cx<'a>, Input<'a>, &mut Vec<u8>) -> Outcome;

/// One compiled route.
pub struct Route {
    /// Its program.
    pub program: &'static str,
    /// What it is called, `s.In -> Thing -> s.Out`.
    pub route: &'static str,
    /// Maps one record to JSON.
    pub run: Run,
    /// What writes rows, where the target is a record of a CSV file.
    pub csv: Option<Csv>,
}

/// How a route writes CSV.
pub struct Csv {
    /// Appends the header.
    pub header: fn(&mut Vec<u8>),
    /// Maps one record to a row.
    pub run: Run,
}

include!(concat!(env!("OUT_DIR"), "/programs.rs"));
