//! What a plan does with the value at each place of its source: the demands that it is checked against, and the words that it is
//! compared with. Values made by these reach what lies behind the checks.

use std::collections::BTreeMap;

use mapc_plan::{Argument, Constant, Expr, Op, Plan, SiteId, Step};
use mapc_runtime::Constraint;

use crate::walk;

/// A place of the source; `None` is any element of a list or map.
pub type Place = Vec<Option<String>>;

/// What is known of the values at one place.
#[derive(Clone, Debug, Default)]
pub struct Hint {
    /// Demands on the value when it is assigned.
    pub constraints: Vec<Constraint>,
    /// Texts that it is compared with.
    pub words: Vec<String>,
}

/// The hints of a plan.
#[derive(Debug, Default)]
pub struct Hints(BTreeMap<Place, Hint>);

impl Hints {
    /// Of a plan.
    pub fn new(plan: &Plan) -> Self {
        let mut hints = Hints::default();
        walk::expressions(plan, &mut |expr| match &expr.op {
            Op::Check(value, constraints) => {
                for site in [expr.site, value.site] {
                    if let Some(hint) = hints.at_site(plan, site) {
                        hint.constraints = constraints.to_vec();
                    }
                }
            }
            Op::Lookup(table, key) => {
                let rows = plan.tables.get(table.0 as usize).map_or(&[][..], |table| &table.rows);
                hints.words(plan, [expr.site, key.site], rows.iter().map(|(key, _)| key));
            }
            Op::Switch(value, arms, _) => {
                hints.words(plan, [expr.site, value.site], arms.iter().flat_map(|arm| &arm.values));
            }
            Op::Compare(_, left, right) => {
                for (value, other) in [(left, right), (right, left)] {
                    hints.words(plan, [value.site; 2], constant(other));
                }
            }
            // What the examples of a function are about is what it takes.
            Op::Call(function, args) => {
                let receivers = function.examples.iter().filter_map(|example| literal(example.call));
                for site in [Some(expr.site), args.first().and_then(receiver)].into_iter().flatten() {
                    if let Some(hint) = hints.at_site(plan, site) {
                        hint.words.extend(receivers.clone());
                    }
                }
            }
            _ => {}
        });
        hints
    }

    /// What is known of the values at a place.
    pub fn at(&self, place: &[Option<String>]) -> Option<&Hint> {
        self.0.get(place)
    }

    fn at_site(&mut self, plan: &Plan, site: SiteId) -> Option<&mut Hint> {
        let pointer = &plan.sites.get(site.0 as usize)?.pointer;
        let step = |step: &Step| match step {
            Step::Key(key) => Some(key.clone()),
            Step::Index(_) => None,
        };
        (!pointer.is_empty()).then(|| self.0.entry(pointer.iter().map(step).collect()).or_default())
    }

    fn words<'c>(&mut self, plan: &Plan, sites: [SiteId; 2], constants: impl Iterator<Item = &'c Constant> + Clone) {
        for site in sites {
            if let Some(hint) = self.at_site(plan, site) {
                hint.words.extend(constants.clone().filter_map(word));
            }
        }
    }
}

fn constant(expr: &Expr) -> impl Iterator<Item = &Constant> + Clone {
    let found = match &expr.op {
        Op::Const(value) => Some(value),
        Op::Some(inner) => match &inner.op {
            Op::Const(value) => Some(value),
            _ => None,
        },
        _ => None,
    };
    found.into_iter()
}

fn receiver(arg: &Argument) -> Option<SiteId> {
    match arg {
        Argument::Value(value) => Some(value.site),
        _ => None,
    }
}

/// The text that a call begins with, `"12".to_int()`.
fn literal(call: &str) -> Option<String> {
    let (text, _) = call.strip_prefix('"')?.split_once('"')?;
    (!text.contains(['\\', '$', '{'])).then(|| text.to_owned())
}

fn word(constant: &Constant) -> Option<String> {
    match constant {
        Constant::Str(text) => Some(text.to_string()),
        Constant::Int(int) => Some(int.to_string()),
        Constant::Decimal(decimal) => Some(decimal.to_string()),
        _ => None,
    }
}
