//! From pest's nodes to the syntax tree; one file for each family of constructs.
//!
//! The grammar guarantees the shape of a node, so what a builder misses it fills with an empty name or an error node rather
//! than failing. What the grammar leaves open on purpose (reserved words, chained comparisons, depth) is checked here.

mod bodies;
mod decls;
mod exprs;
mod fields;
mod matches;
mod mistakes;
mod operators;
mod tables;
mod templates;
mod tests;
mod types;
mod words;

use mapc_diagnostics::{Diagnostic, FileId, Span};

use crate::ast::Item;
use crate::errors;
use crate::grammar::Rule;
use crate::nodes::Node;
use crate::repair::Offsets;

/// Deeper nesting than this is refused, so that no later pass can run out of stack.
pub const MAX_DEPTH: usize = 64;

/// More diagnostics than this for one file help nobody.
pub const MAX_DIAGNOSTICS: usize = 100;

/// Builds the tree of one chunk.
pub struct Builder<'t> {
    file: FileId,
    /// The chunk's text as it was parsed.
    text: &'t str,
    /// From offsets in `text` to offsets in the file.
    offsets: &'t Offsets,
    /// How many nesting constructs are open.
    depth: usize,
    /// Whether the chunk's depth has been reported.
    said_too_deep: bool,
    /// How many operators lie on the way from the outermost expression to here.
    operators: usize,
    diagnostics: Vec<Diagnostic>,
}

impl<'t> Builder<'t> {
    /// A builder for `text`.
    pub fn new(file: FileId, text: &'t str, offsets: &'t Offsets) -> Self {
        Builder { file, text, offsets, depth: 0, said_too_deep: false, operators: 0, diagnostics: Vec::new() }
    }

    /// The items of a chunk, and what there is to say about them.
    pub fn chunk(mut self, chunk: Node<'t>) -> (Vec<Item>, Vec<Diagnostic>) {
        let nodes = chunk.into_inner().filter(|node| node.as_rule() == Rule::item);
        let items = nodes.map(|node| self.item(node)).collect();
        (items, self.diagnostics)
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        if !self.is_full() {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Whether more diagnostics would be cut off.
    fn is_full(&self) -> bool {
        self.diagnostics.len() > MAX_DIAGNOSTICS
    }

    fn not_yet(&mut self, what: &str, span: Span) {
        self.report(errors::items::not_built(what, span));
    }

    fn span(&self, node: &Node<'t>) -> Span {
        let span = node.as_span();
        self.span_between(span.start(), span.end())
    }

    fn span_between(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.offsets.original(start), self.offsets.original(end))
    }

    /// Runs `build` one level deeper; `None`, with a diagnostic, where that is too deep.
    fn nested<T>(&mut self, span: Span, build: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= MAX_DEPTH {
            if !std::mem::replace(&mut self.said_too_deep, true) {
                self.report(errors::exprs::too_deep(span));
            }
            return None;
        }
        self.depth += 1;
        let built = build(self);
        self.depth -= 1;
        Some(built)
    }

    /// The lines of `///` that end right above `start`, without the slashes and one blank.
    fn docs(&self, start: usize) -> Vec<String> {
        let before = self.text.get(..start).unwrap_or("");
        let Some(newline) = before.rfind('\n') else { return Vec::new() };
        if !before[newline..].trim().is_empty() {
            return Vec::new();
        }
        let above = before[..newline].trim_end();
        let mut docs: Vec<String> = above.lines().rev().map_while(doc_line).map(str::to_owned).collect();
        docs.reverse();
        docs
    }
}

fn doc_line(line: &str) -> Option<&str> {
    let text = line.trim().strip_prefix("///")?;
    if text.starts_with('/') { None } else { Some(text.strip_prefix(' ').unwrap_or(text)) }
}
