//! What is known to be present: facts about immutable paths, from the conditions around an expression.

use std::collections::BTreeSet;

use mapc_syntax::ast::{self, BinaryOp, ExprKind, UnaryOp};

use crate::core::LocalId;
use crate::expr::Checker;

/// A path from a local through fields.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Where it begins.
    pub root: LocalId,
    /// Fields and parts of tuples by position.
    pub steps: Vec<u32>,
}

impl Place {
    /// A local itself.
    pub fn local(root: LocalId) -> Self {
        Place { root, steps: Vec::new() }
    }

    /// One step further.
    #[must_use]
    pub fn step(mut self, position: u32) -> Self {
        self.steps.push(position);
        self
    }
}

/// The places known to be present. A present place makes all places on the way to it present.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    present: BTreeSet<Place>,
    added: Vec<Place>,
}

impl Facts {
    /// Whether the place is known to be present.
    pub fn has(&self, place: &Place) -> bool {
        self.present.contains(place)
    }

    /// Adds a place and all on the way to it.
    pub fn add(&mut self, place: &Place) {
        for length in 0..=place.steps.len() {
            let steps = place.steps.iter().take(length).copied().collect();
            let place = Place { root: place.root, steps };
            if self.present.insert(place.clone()) {
                self.added.push(place);
            }
        }
    }

    /// How many facts there are; to be given to `since` and `forget`.
    pub fn mark(&self) -> usize {
        self.added.len()
    }

    /// The facts added since.
    pub fn since(&self, mark: usize) -> Vec<Place> {
        self.added.get(mark..).unwrap_or_default().to_vec()
    }

    /// Takes back the facts added since.
    pub fn forget(&mut self, mark: usize) {
        for place in self.added.drain(mark.min(self.added.len())..) {
            self.present.remove(&place);
        }
    }
}

impl Checker<'_, '_> {
    /// What follows from a condition that came out as `truth`.
    pub(crate) fn assume(&mut self, condition: &ast::Expr, truth: bool) {
        for place in self.consequences(condition, truth) {
            self.facts.add(&place);
        }
    }

    fn consequences(&self, condition: &ast::Expr, truth: bool) -> Vec<Place> {
        match &condition.kind {
            ExprKind::IsPresent { value, present } if *present == truth => self.place(value).into_iter().collect(),
            ExprKind::Unary(UnaryOp::Not, inner) => self.consequences(inner, !truth),
            ExprKind::Binary(BinaryOp::And, left, right) if truth => self.both(left, right, truth),
            ExprKind::Binary(BinaryOp::Or, left, right) if !truth => self.both(left, right, truth),
            _ => Vec::new(),
        }
    }

    fn both(&self, left: &ast::Expr, right: &ast::Expr, truth: bool) -> Vec<Place> {
        let mut places = self.consequences(left, truth);
        places.extend(self.consequences(right, truth));
        places
    }
}
