//! How deep functions call each other, `let`s read each other and expressions stand inside each other: what is evaluated inside of what, and so
//! how much of the stack a record may need, in the interpreter and in generated Rust. A map that uses itself is bounded by the depth of its input.

use std::collections::{BTreeMap, BTreeSet};

use crate::bodies::Call;
use crate::context::Context;
use crate::core::{Expr, ExprKind, Function, LocalId, Site};
use crate::cycles::components;
use crate::errors;

/// So many functions, maps and `let`s may be evaluated inside each other. Compilers of Rust follow generic code, which they become, 128 deep.
pub(crate) const MOST_ENTERED: usize = 64;

/// So many operations may be evaluated inside each other, through all calls and `let`s.
pub(crate) const MOST_LEVELS: usize = 4096;

/// So many for each time that a map uses itself, which it may do as often as the input is deep.
pub(crate) const MOST_LEVELS_AGAIN: usize = 512;

/// Reports the first place that goes deeper: what calls it would be too deep as well.
pub(crate) fn check(cx: &mut Context<'_>) {
    let component = components(cx.model.functions.len(), cx.found.calls.iter());
    let inside = |edge: &Call| [edge.from, edge.to].map(|id| component[id.0 as usize]);
    let recursive: BTreeSet<usize> =
        cx.found.calls.iter().map(inside).filter(|[from, to]| from == to).map(|[from, _]| from).collect();
    // What is called has a smaller component, so that in this order it is known before.
    let mut order: Vec<usize> = (0..component.len()).collect();
    order.sort_by_key(|function| component[*function]);
    let known = vec![Depth::default(); component.len()];
    let mut depths = Depths { component: &component, known, lets: BTreeMap::new(), found: None };
    let mut found = None;
    for position in order {
        let function = &cx.model.functions[position];
        let levels = depths.function(function, position);
        let most = if recursive.contains(&component[position]) { MOST_LEVELS_AGAIN } else { MOST_LEVELS };
        found = depths.found.take().map(|(site, kind)| (site, kind, position));
        if found.is_none() && levels > most {
            found = Some((function.body.site.clone(), TooDeep::Levels(most), position));
        }
        if found.is_some() {
            break;
        }
    }
    let Some((site, kind, position)) = found else { return };
    let span = site.span;
    let name = cx.model.functions[position].name.clone();
    cx.report(match kind {
        TooDeep::Call => errors::bodies::deep_calls(span, &name, MOST_ENTERED),
        TooDeep::Let => errors::bodies::deep_lets(span, MOST_ENTERED),
        TooDeep::Levels(most) => errors::bodies::deep_levels(span, most),
    });
}

/// What goes too deep.
#[derive(Clone, Copy, Debug)]
enum TooDeep {
    Call,
    Let,
    Levels(usize),
}

/// How much is evaluated inside of something.
#[derive(Clone, Copy, Debug, Default)]
struct Depth {
    /// Functions, maps and `let`s inside each other.
    entered: usize,
    /// Operations inside each other, through those.
    levels: usize,
}

impl Depth {
    fn or(self, other: Depth) -> Depth {
        Depth { entered: self.entered.max(other.entered), levels: self.levels.max(other.levels) }
    }
}

struct Depths<'c> {
    component: &'c [usize],
    /// Of each function that was looked at.
    known: Vec<Depth>,
    /// Of the `let`s of the function at hand.
    lets: BTreeMap<LocalId, Depth>,
    /// The first place that enters too many.
    found: Option<(Site, TooDeep)>,
}

impl Depths<'_> {
    /// How many operations a function evaluates inside each other. What it calls that calls it in turn is left out.
    fn function(&mut self, function: &Function, position: usize) -> usize {
        self.lets.clear();
        for (local, value) in &function.lets {
            self.enter(*local, value, position);
        }
        let mut deepest = self.depth(&function.body, position);
        for part in function.heads.iter().flat_map(|head| head.parts()) {
            deepest = deepest.or(self.depth(part, position));
        }
        self.known[position] = Depth { entered: deepest.entered + 1, ..deepest };
        deepest.levels
    }

    fn enter(&mut self, local: LocalId, value: &Expr, position: usize) {
        let Depth { entered, levels } = self.depth(value, position);
        // The function itself is entered as well.
        if entered + 2 > MOST_ENTERED {
            self.found.get_or_insert((value.site.clone(), TooDeep::Let));
        }
        self.lets.insert(local, Depth { entered: entered + 1, levels: levels + 1 });
    }

    fn depth(&mut self, expr: &Expr, position: usize) -> Depth {
        let mut deepest = Depth::default();
        match &expr.kind {
            ExprKind::Local(local) => return self.lets.get(local).copied().unwrap_or_default(),
            ExprKind::Scope(lets, body) => {
                for (local, value) in lets {
                    self.enter(*local, value, position);
                }
                return self.depth(body, position);
            }
            ExprKind::CallUser(called, _) if self.component[called.0 as usize] != self.component[position] => {
                deepest = self.known[called.0 as usize];
                if deepest.entered + 1 > MOST_ENTERED {
                    self.found.get_or_insert((expr.site.clone(), TooDeep::Call));
                }
            }
            _ => {}
        }
        expr.parts(|part| deepest = deepest.or(self.depth(part, position)));
        Depth { levels: deepest.levels + 1, ..deepest }
    }
}
