//! The `.map` language as text: grammar, syntax tree, recovery from mistakes, formatting.

pub mod ast;
mod build;
mod grammar;
mod messages;
mod nodes;
mod repair;

use mapc_diagnostics::{Diagnostic, FileId};
use pest::Parser as _;

use crate::grammar::{Grammar, Rule};

/// What a file reads as.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Its tree; what does not parse is an error node in it.
    pub file: ast::File,
    /// What is wrong with it, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads one file. Always gives a tree; where that has holes, the diagnostics say why.
pub fn parse(file: FileId, text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let offsets = repair::Offsets::new(0);
    match Grammar::parse(Rule::chunk, text) {
        Ok(mut pairs) => {
            if let Some(chunk) = pairs.next() {
                let (items, diagnostics) = build::Builder::new(file, text, &offsets).chunk(chunk);
                parsed.file.items.extend(items);
                parsed.diagnostics.extend(diagnostics);
            }
        }
        Err(_) => parsed.diagnostics.push(messages::too_deep(mapc_diagnostics::Span::new(file, 0, text.len()))),
    }
    parsed
}
