//! What can be told of an expression before it is written: whether it can fail or skip, and whether it costs anything.

use std::collections::BTreeMap;

use mapc_plan::effects::{self, Effects};
use mapc_plan::{Expr, LocalId, Op};

use super::Let;

/// What is known about the lets around an expression.
pub(crate) struct Facts<'f> {
    plan: &'f effects::Facts,
    lets: &'f BTreeMap<LocalId, Let>,
}

impl<'f> Facts<'f> {
    /// With what is known of functions and lets.
    pub(crate) fn new(plan: &'f effects::Facts, lets: &'f BTreeMap<LocalId, Let>) -> Self {
        Facts { plan, lets }
    }

    fn of(&self, expr: &Expr) -> Effects {
        self.plan.of(expr, &|local| match self.lets.get(&local) {
            Some(Let::Fallible { skips }) => Some(Effects { fails: true, skips: *skips, ..Effects::default() }),
            _ => None,
        })
    }

    /// Whether evaluating can end without a value.
    pub(crate) fn fails(&self, expr: &Expr) -> bool {
        self.of(expr).ends()
    }

    /// Whether evaluating can leave out the element around it.
    pub(crate) fn skips(&self, expr: &Expr) -> bool {
        self.of(expr).skips
    }

    /// Whether evaluating costs so little that it need not be put off: no call, list, text or record is made.
    pub(crate) fn is_cheap(&self, expr: &Expr) -> bool {
        let itself = match &expr.op {
            Op::Call(..)
            | Op::CallUser(..)
            | Op::For(_)
            | Op::List(_)
            | Op::Record(_)
            | Op::Concat(_)
            | Op::Scope(..)
            | Op::Try(_)
            | Op::Lookup(..)
            | Op::Switch(..) => false,
            Op::Local(_) => {
                expr.as_local().and_then(|local| self.lets.get(&local)).is_none_or(|held| *held == Let::Eager)
            }
            _ => true,
        };
        let mut cheap = itself;
        expr.parts(|part| cheap = cheap && self.is_cheap(part));
        cheap
    }
}
