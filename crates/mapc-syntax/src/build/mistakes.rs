//! Text that fits no rule of the grammar.

use super::Builder;
use crate::messages;
use crate::nodes::Node;

impl<'t> Builder<'t> {
    /// Says what is wrong with a node that a `bad_…` rule caught.
    pub fn mistake(&mut self, node: &Node<'t>) {
        let span = self.span(node);
        self.report(messages::unexpected(span));
    }
}
