//! The parser that pest derives from `grammar/map.pest`.
#![allow(missing_docs)]

use pest_derive::Parser;

/// The derived parser.
#[derive(Parser)]
#[grammar = "../../grammar/map.pest"]
pub struct Grammar;
