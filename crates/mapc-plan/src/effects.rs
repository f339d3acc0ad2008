//! What evaluating an expression can end with beside a value: the one home of what passes and generators ask about effects.

use crate::ids::LocalId;
use crate::ops::{Expr, Op, Read};
use crate::plan::{Function, Otherwise, Table};

/// What an operation can end with itself; a column of the table of operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Own {
    /// A value, always.
    Total,
    /// A problem.
    Fails,
    /// Nothing, with a notice: what is around it is left out.
    Skips,
    /// No value, if there is a defect in mapc.
    Defect,
    /// What the local's `let` can end with.
    Variable,
    /// What the library function says.
    Library,
    /// What the user's function can end with.
    Function,
    /// A problem where the table says so.
    Table,
    /// What its elements can, but for skips, which leave them out.
    Loop,
    /// A notice instead of a problem.
    Try,
}

/// What evaluating can end with beside a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// It can fail with a problem, its own or that of a `let` it reads.
    pub fails: bool,
    /// It can leave out what is around it.
    pub skips: bool,
    /// It can leave a notice.
    pub notices: bool,
    /// It can end for a reason that is no property of the value: the record's work runs out, or mapc has a defect.
    pub stops: bool,
}

impl Effects {
    /// Whether it can end without a value.
    pub fn ends(self) -> bool {
        self.fails || self.skips || self.stops
    }

    /// Whether nobody can tell that it was not evaluated, if its value is not used.
    pub fn is_quiet(self) -> bool {
        !self.fails && !self.skips && !self.notices
    }

    fn and(self, other: Effects) -> Effects {
        Effects {
            fails: self.fails || other.fails,
            skips: self.skips || other.skips,
            notices: self.notices || other.notices,
            stops: self.stops || other.stops,
        }
    }
}

/// What is known of tables and functions.
#[derive(Clone, Debug)]
pub struct Facts {
    /// By table: whether it rejects what it does not list.
    rejecting: Vec<bool>,
    /// By function.
    functions: Vec<Effects>,
}

impl Facts {
    /// Finds what functions can end with: the least that is consistent with their calls of each other. A function that is missing can end
    /// in every way.
    pub fn new<'f>(tables: &[Table], functions: impl IntoIterator<Item = Option<&'f Function>>) -> Self {
        let functions: Vec<Option<&Function>> = functions.into_iter().collect();
        let all = Effects { fails: true, skips: true, notices: true, stops: true };
        let rejecting = tables.iter().map(|table| table.otherwise == Otherwise::Reject).collect();
        let known = functions.iter().map(|function| if function.is_some() { Effects::default() } else { all });
        let mut facts = Facts { rejecting, functions: known.collect() };
        loop {
            let next = functions.iter().zip(&facts.functions);
            let next: Vec<Effects> = next
                .map(|(function, known)| function.map_or(*known, |function| facts.of(&function.body, &|_| None)))
                .collect();
            if next == facts.functions {
                return facts;
            }
            facts.functions = next;
        }
    }

    /// What an expression can end with. `lets` tells it of those that are declared around the expression; what it does not know is no `let`.
    pub fn of(&self, expr: &Expr, lets: &dyn Fn(LocalId) -> Option<Effects>) -> Effects {
        let mut parts = Effects::default();
        match &expr.op {
            // Skips of filter and body end at the loop, those of the list do not.
            Op::For(each) => {
                let list = self.of(&each.list, lets);
                let inside = each.filter.iter().chain([&each.body]).map(|part| self.of(part, lets));
                parts = inside.fold(list, Effects::and);
                parts.skips = list.skips;
            }
            Op::Scope(declared, body) => {
                let inside = Inside { outer: lets, declared, facts: self };
                parts = inside.of(body);
                // Those that are never read end nothing, but which are read is not asked here.
                parts = declared.iter().map(|(_, value)| inside.of(value)).fold(parts, Effects::and);
            }
            op => op.parts(&mut |part| parts = parts.and(self.of(part, lets))),
        }
        parts.and(self.own(&expr.op, parts, lets))
    }

    fn own(&self, op: &Op, parts: Effects, lets: &dyn Fn(LocalId) -> Option<Effects>) -> Effects {
        let none = Effects::default();
        match (op.own(), op) {
            (Own::Total, _) => none,
            (Own::Fails, _) => Effects { fails: true, ..none },
            (Own::Skips, _) => Effects { skips: true, notices: true, ..none },
            (Own::Defect | Own::Loop, _) => Effects { stops: true, ..none },
            (Own::Try, _) => Effects { notices: parts.fails, ..none },
            (Own::Variable, Op::Local(Read(local))) => lets(*local).unwrap_or_default(),
            (Own::Library, Op::Call(function, _)) => Effects { fails: function.fallible, ..none },
            (Own::Function, Op::CallUser(function, _)) => {
                let called = self.functions.get(function.0 as usize).copied();
                Effects {
                    stops: true,
                    ..called.unwrap_or(Effects { fails: true, skips: true, notices: true, stops: true })
                }
            }
            (Own::Table, Op::Lookup(table, _)) => {
                Effects { fails: self.rejecting.get(table.0 as usize).copied().unwrap_or(true), ..none }
            }
            // The table of operations gives these columns to those rows only.
            (Own::Variable | Own::Library | Own::Function | Own::Table, _) => {
                Effects { fails: true, skips: true, notices: true, stops: true }
            }
        }
    }
}

/// Inside a scope, whose `let`s may read earlier ones.
struct Inside<'i> {
    outer: &'i dyn Fn(LocalId) -> Option<Effects>,
    declared: &'i [(LocalId, Expr)],
    facts: &'i Facts,
}

impl Inside<'_> {
    fn of(&self, expr: &Expr) -> Effects {
        self.facts.of(expr, &|local| match self.declared.iter().position(|(declared, _)| *declared == local) {
            // Only earlier ones can be read, so this ends.
            Some(at) => {
                let earlier = Inside { declared: self.declared.get(..at).unwrap_or_default(), ..*self };
                self.declared.get(at).map(|(_, value)| earlier.of(value))
            }
            None => (self.outer)(local),
        })
    }
}
