//! Closure: everything that a plan can hold is held by the plan of some program and met by some record. What has no program yet is
//! listed, so that nothing new is left out unseen.

mod labels;
mod wanted;

use std::collections::{BTreeMap, BTreeSet};

use mapc_interp::Program;
use mapc_plan::{Constant, Expr, Op, Plan, Ty};
use mapc_runtime::csv::{Next, Records, Row};
use mapc_runtime::{Bump, Cx, Format, Outcome, Route as _};

use crate::differential::message;
use crate::inputs::{Form, Input};
use crate::walk;

pub use labels::{of_expression, of_shapes};
pub use wanted::wanted;

/// The code that a poisoned expression rejects with.
const POISON: &str = "met";

/// Programs that are made for one label at most; what none of these records meets is left to another plan.
const MOST_TRIES: usize = 6;

/// The labels of a plan that are not among `known` and that some of `inputs` meet.
///
/// Whether an expression is evaluated is seen from outside: in its place the plan rejects, and a record that meets it tells so.
pub fn met(plan: &Plan, inputs: &[Input], known: &BTreeSet<String>) -> BTreeSet<String> {
    let mut candidates: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut position = 0;
    walk::expressions(plan, &mut |expr| {
        for label in of_expression(plan, expr) {
            candidates.entry(label).or_default().push(position);
        }
        position += 1;
    });
    let mut met: BTreeSet<String> = of_shapes(plan).into_iter().collect();
    let mut tried: BTreeMap<usize, bool> = BTreeMap::new();
    for (label, positions) in candidates.into_iter().filter(|(label, _)| !known.contains(label)) {
        // The last ones stand deepest, but the first are met by most records.
        let is_met = positions
            .into_iter()
            .take(MOST_TRIES)
            .any(|position| *tried.entry(position).or_insert_with(|| is_evaluated(plan, position, inputs)));
        if is_met {
            met.insert(label);
        }
    }
    met
}

fn is_evaluated(plan: &Plan, position: usize, inputs: &[Input]) -> bool {
    let poisoned = walk::with_changed(plan, position, |expr| {
        let reason = Expr { op: Op::Const(Constant::Str("".into())), ty: Ty::Str, site: expr.site };
        expr.op = Op::Reject(POISON.to_owned(), Box::new(reason));
    });
    let program = Program::new(poisoned);
    inputs.iter().any(|input| is_poisoned(&program, input))
}

fn is_poisoned(program: &Program, input: &Input) -> bool {
    if input.form == Form::Json {
        return tells(program, mapc_runtime::Input::Json(&input.bytes), input);
    }
    let dialect = program.plan().source_csv.unwrap_or_default();
    let mut row = Row::new();
    let mut records = Records::new(&input.bytes[..], dialect);
    matches!(records.read(&mut row), Ok(Next::Row)) && tells(program, mapc_runtime::Input::Row(&row), input)
}

fn tells(program: &Program, record: mapc_runtime::Input<'_>, input: &Input) -> bool {
    let bump = Bump::new();
    let cx = Cx::new(&bump, message(input.message));
    let outcome = program.run_in(&cx, record, Format::Json, &mut Vec::new());
    let in_problems =
        matches!(outcome, Outcome::Rejected(problems) if problems.iter().any(|problem| problem.code == POISON));
    in_problems || cx.take_notices().iter().any(|notice| notice.code == POISON)
}
