//! A cursor over the children of a parse node.

use std::iter::Peekable;

use pest::iterators::{Pair, Pairs};

use crate::grammar::Rule;

/// One node of pest's tree.
pub type Node<'t> = Pair<'t, Rule>;

/// The children of a node, taken from left to right.
pub struct Nodes<'t>(Peekable<Pairs<'t, Rule>>);

impl<'t> Nodes<'t> {
    /// The children of `node`.
    pub fn of(node: Node<'t>) -> Self {
        Nodes(node.into_inner().peekable())
    }

    /// The next child if it is a `rule`.
    pub fn accept(&mut self, rule: Rule) -> Option<Node<'t>> {
        self.0.next_if(|node| node.as_rule() == rule)
    }

    /// Whether a child that is a `rule` comes next; it is skipped.
    pub fn eat(&mut self, rule: Rule) -> bool {
        self.accept(rule).is_some()
    }

    /// All children that follow without a break and are a `rule`.
    pub fn accept_all(&mut self, rule: Rule) -> Vec<Node<'t>> {
        std::iter::from_fn(|| self.accept(rule)).collect()
    }

    /// What comes next.
    pub fn peek(&mut self) -> Option<Rule> {
        self.0.peek().map(Node::as_rule)
    }
}

impl<'t> Iterator for Nodes<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        self.0.next()
    }
}
