//! What can be told of an expression before it is written: whether it can fail or skip, and whether it costs anything.

use std::collections::BTreeMap;

use mapc_plan::ir::{Expr, ExprKind, Function, FunctionHead, LocalId, Otherwise, Plan};

use super::Let;

/// What a function can end with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ends {
    /// It can fail, or skip.
    pub fails: bool,
    /// It can skip.
    pub skips: bool,
}

/// What is known about the functions and lets around an expression.
pub(crate) struct Facts<'f> {
    functions: &'f [Ends],
    plan: &'f Plan,
    lets: &'f BTreeMap<LocalId, Let>,
}

impl<'f> Facts<'f> {
    /// With what is known of functions and lets.
    pub(crate) fn new(functions: &'f [Ends], plan: &'f Plan, lets: &'f BTreeMap<LocalId, Let>) -> Self {
        Facts { functions, plan, lets }
    }

    /// Whether evaluating can end without a value.
    pub(crate) fn fails(&self, expr: &Expr) -> bool {
        let itself = match &expr.kind {
            ExprKind::Error
            | ExprKind::Narrow(_)
            | ExprKind::Arith(..)
            | ExprKind::Negate(_)
            | ExprKind::For(_)
            | ExprKind::Reject(..)
            | ExprKind::Skip(_) => true,
            ExprKind::Check(_, constraints) => !constraints.is_empty(),
            ExprKind::Call(function, _) => function.fallible,
            ExprKind::CallUser(function, _) => self.ends(function.0).fails,
            ExprKind::Lookup(table, _) => {
                self.plan.tables.get(table.0 as usize).is_none_or(|table| table.otherwise == Otherwise::Reject)
            }
            ExprKind::Local(local) => matches!(self.lets.get(local), Some(Let::Fallible { .. })),
            // Whether they are read is not known here; that they are evaluated by readers is.
            ExprKind::Scope(lets, _) => lets.iter().any(|(_, value)| self.fails(value)),
            _ => false,
        };
        itself || self.any_part(expr, &|part| self.fails(part))
    }

    /// Whether evaluating can leave out the element around it.
    pub(crate) fn skips(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Skip(_) => true,
            ExprKind::CallUser(function, _) if self.ends(function.0).skips => true,
            ExprKind::Local(local) => self.lets.get(local) == Some(&Let::Fallible { skips: true }),
            ExprKind::For(each) => self.skips(&each.list),
            _ => self.any_part(expr, &|part| self.skips(part)),
        }
    }

    /// Whether evaluating costs so little that it need not be put off: no call, list, text or record is made.
    pub(crate) fn is_cheap(&self, expr: &Expr) -> bool {
        let itself = !matches!(
            expr.kind,
            ExprKind::Call(..)
                | ExprKind::CallUser(..)
                | ExprKind::For(_)
                | ExprKind::List(_)
                | ExprKind::Record(_)
                | ExprKind::Concat(_)
                | ExprKind::Scope(..)
                | ExprKind::Try(_)
                | ExprKind::Lookup(..)
                | ExprKind::Switch(..)
        );
        itself && self.lets_read_are_eager(expr) && !self.any_part(expr, &|part| !self.is_cheap(part))
    }

    fn lets_read_are_eager(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Local(local) => self.lets.get(local).is_none_or(|held| *held == Let::Eager),
            _ => true,
        }
    }

    fn ends(&self, function: u32) -> Ends {
        self.functions.get(function as usize).copied().unwrap_or(Ends { fails: true, skips: true })
    }

    fn any_part(&self, expr: &Expr, test: &dyn Fn(&Expr) -> bool) -> bool {
        let mut found = false;
        expr.parts(|part| found = found || test(part));
        found
    }
}

/// What each function can end with. A function that calls itself, over others or not, is taken to end in every way.
pub(crate) fn functions(plan: &Plan) -> Vec<Ends> {
    let mut known: Vec<Option<Ends>> = vec![None; plan.functions.len()];
    for start in 0..plan.functions.len() {
        settle(plan, start, &mut known, &mut vec![false; plan.functions.len()]);
    }
    // Every call is bounded by the record's budget, so every function can end without a value.
    known.into_iter().map(|ends| Ends { fails: true, ..ends.unwrap_or_default() }).collect()
}

fn settle(plan: &Plan, position: usize, known: &mut Vec<Option<Ends>>, open: &mut Vec<bool>) {
    let (Some(function), Some(None)) = (plan.functions.get(position), known.get(position)) else { return };
    if open[position] {
        known[position] = Some(Ends { fails: true, skips: true });
        return;
    }
    open[position] = true;
    let mut callees = Vec::new();
    parts(function).into_iter().for_each(|expr| calls(expr, &mut callees));
    callees.into_iter().for_each(|callee| settle(plan, callee, known, open));
    let settled: Vec<Ends> = known.iter().map(|ends| ends.unwrap_or(Ends { fails: true, skips: true })).collect();
    let ends = known[position].unwrap_or_else(|| ends_of(plan, function, &settled));
    known[position] = Some(Ends { fails: true, ..ends });
}

/// The expressions of a function.
fn parts(function: &Function) -> Vec<&Expr> {
    let heads = function.heads.iter().flat_map(FunctionHead::parts);
    heads.chain(function.lets.iter().map(|(_, value)| value)).chain([&function.body]).collect()
}

fn calls(expr: &Expr, callees: &mut Vec<usize>) {
    if let ExprKind::CallUser(function, _) = &expr.kind {
        callees.push(function.0 as usize);
    }
    expr.parts(|part| calls(part, callees));
}

fn ends_of(plan: &Plan, function: &Function, settled: &[Ends]) -> Ends {
    if !function.heads.is_empty() {
        return Ends { fails: true, skips: true };
    }
    let lets = BTreeMap::new();
    let facts = Facts::new(settled, plan, &lets);
    let parts = parts(function);
    Ends { fails: parts.iter().any(|expr| facts.fails(expr)), skips: parts.iter().any(|expr| facts.skips(expr)) }
}
