//! Names in scope, inner ones last; found without going through all of them.

use std::collections::BTreeMap;
use std::rc::Rc;

use mapc_diagnostics::Span;

use super::Bound;

/// A name in scope.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// The name.
    pub name: Rc<str>,
    /// What it stands for.
    pub bound: Bound,
    /// Where it was given.
    pub span: Span,
}

/// The names in scope.
#[derive(Clone, Debug, Default)]
pub(crate) struct Locals {
    stack: Vec<Named>,
    positions: BTreeMap<Rc<str>, Vec<usize>>,
}

impl Locals {
    /// Adds a name; it hides those before it.
    pub fn push(&mut self, named: Named) {
        self.positions.entry(Rc::clone(&named.name)).or_default().push(self.stack.len());
        self.stack.push(named);
    }

    /// What a name stands for.
    pub fn find(&self, name: &str) -> Option<&Named> {
        self.stack.get(*self.positions.get(name)?.last()?)
    }

    /// All names, inner ones first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.stack.iter().rev().map(|named| &*named.name)
    }

    /// How many there are; to be given to `since` and `forget`.
    pub fn mark(&self) -> usize {
        self.stack.len()
    }

    /// The names added since.
    pub fn since(&self, mark: usize) -> Vec<Named> {
        self.stack.get(mark..).unwrap_or_default().to_vec()
    }

    /// Takes the names added since out of scope.
    pub fn forget(&mut self, mark: usize) {
        for named in self.stack.drain(mark.min(self.stack.len())..) {
            if let Some(positions) = self.positions.get_mut(&named.name) {
                positions.pop();
            }
        }
    }
}
