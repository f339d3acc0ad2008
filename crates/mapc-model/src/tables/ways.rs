//! The two ways through a table: no key twice, and a way back that is clear.

use std::collections::{BTreeMap, BTreeSet};

use mapc_diagnostics::{Diagnostic, Edit, Fix, Span};
use mapc_syntax::ast::Arrow;

use super::Pair;
use crate::context::Context;
use crate::core::Const;
use crate::errors::tables as errors;
use crate::types::const_name;

/// A direction of lookup.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LookupWay {
    /// From left to right.
    Right,
    /// From right to left.
    Left,
}

impl LookupWay {
    fn takes(self, arrow: Arrow) -> bool {
        match self {
            LookupWay::Right => arrow != Arrow::Left,
            LookupWay::Left => arrow != Arrow::Right,
        }
    }

    /// Key and value of a pair.
    fn of(self, pair: &Pair) -> (&(Const, Span), &(Const, Span)) {
        match self {
            LookupWay::Right => (&pair.left, &pair.right),
            LookupWay::Left => (&pair.right, &pair.left),
        }
    }
}

/// The rows of one way. A key that stands twice is reported; two `<->` rows of one right value are left to
/// [`check_reversible`].
pub(super) fn lookup(context: &mut Context<'_>, pairs: &[Pair], way: LookupWay) -> Vec<(Const, Const)> {
    let mut known: BTreeMap<String, &Pair> = BTreeMap::new();
    let mut rows = Vec::new();
    for pair in pairs.iter().filter(|pair| way.takes(pair.arrow)) {
        let (key, value) = way.of(pair);
        let Some(earlier) = known.get(&key.0.identity()) else {
            known.insert(key.0.identity(), pair);
            rows.push((key.0.clone(), value.0.clone()));
            continue;
        };
        if way == LookupWay::Left && pair.arrow == Arrow::Both && earlier.arrow == Arrow::Both {
            continue;
        }
        let name = const_name(&context.model, &key.0);
        context.report(errors::duplicate_row(&name, key.1, way.of(earlier).0.1));
    }
    rows
}

/// `M0641`: each value of either side belongs to exactly one `<->` row on the right, and to at least one on the left.
pub(super) fn check_reversible(context: &mut Context<'_>, pairs: &[Pair]) {
    let both: Vec<&Pair> = pairs.iter().filter(|pair| pair.arrow == Arrow::Both).collect();
    let mut written: BTreeMap<String, &Pair> = BTreeMap::new();
    for pair in &both {
        let Some(earlier) = written.get(&pair.right.0.identity()) else {
            written.insert(pair.right.0.identity(), pair);
            continue;
        };
        let diagnostic = two_ways_back(context, earlier, pair);
        context.report(diagnostic);
    }
    for (way, arrow) in [(LookupWay::Right, Arrow::Right), (LookupWay::Left, Arrow::Left)] {
        let mut settled: BTreeSet<String> = both.iter().map(|row| way.of(row).1.0.identity()).collect();
        for pair in pairs.iter().filter(|pair| pair.arrow == arrow) {
            let (value, span) = way.of(pair).1;
            if *value != Const::Absent && settled.insert(value.identity()) {
                let diagnostic = no_way(context, way, value, *span);
                let diagnostic = match may_go_both_ways(pairs, pair) {
                    true => with_arrow(context, diagnostic, pair, "<->"),
                    false => diagnostic,
                };
                context.report(diagnostic);
            }
        }
    }
}

fn no_way(context: &Context<'_>, way: LookupWay, value: &Const, span: Span) -> Diagnostic {
    let name = const_name(&context.model, value);
    match way {
        LookupWay::Right => errors::no_way_back(&name, span),
        LookupWay::Left => errors::no_way_to_write(&name, span),
    }
}

/// Whether no other pair stands in the way of `<->` for this one.
fn may_go_both_ways(pairs: &[Pair], pair: &Pair) -> bool {
    let (left, right) = (pair.left.0.identity(), pair.right.0.identity());
    let others = pairs.iter().filter(|other| other.left.1 != pair.left.1);
    others.clone().all(|other| other.row != pair.row)
        && others.clone().all(|other| !LookupWay::Right.takes(other.arrow) || other.left.0.identity() != left)
        && others.clone().all(|other| !LookupWay::Left.takes(other.arrow) || other.right.0.identity() != right)
}

fn two_ways_back(context: &Context<'_>, earlier: &Pair, pair: &Pair) -> Diagnostic {
    let name = |constant: &Const| const_name(&context.model, constant);
    let (first, second) = (name(&earlier.left.0), name(&pair.left.0));
    let diagnostic = errors::two_ways_back(&name(&pair.right.0), (&first, earlier.left.1), (&second, pair.left.1));
    if earlier.row == pair.row { diagnostic } else { with_arrow(context, diagnostic, pair, "->") }
}

/// Adds the fix that changes a row's arrow.
fn with_arrow(context: &Context<'_>, mut diagnostic: Diagnostic, pair: &Pair, arrow: &str) -> Diagnostic {
    let old = match pair.arrow {
        Arrow::Both => "<->",
        Arrow::Right => "->",
        Arrow::Left => "<-",
    };
    let between = Span { start: pair.left.1.end, end: pair.right.1.start, ..pair.row };
    if let Some(offset) = context.sources.text(between).rfind(old) {
        let start = between.start as usize + offset;
        let span = Span::new(between.file, start, start + old.len());
        let edits = vec![Edit { span, text: arrow.to_owned() }];
        diagnostic.fixes.push(Fix { title: format!("write `{arrow}`"), edits });
    }
    diagnostic
}
