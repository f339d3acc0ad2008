//! What is done to a whole plan: passes from a plan to a plan that means the same. Each does one thing, and its tests show it by the text of
//! a small plan before and after.

mod projection;
#[cfg(test)]
mod shown;
mod uncalled;
mod unread;

use mapc_plan::{Plan, verify};

use crate::error::LowerError;

/// A pass.
struct Pass {
    /// What it is called where its result is not whole.
    name: &'static str,
    run: fn(Plan) -> Plan,
}

/// All passes in their order: an output that goes takes reads with it, a function that goes the fields that only it reads.
const PASSES: &[Pass] = &[
    Pass { name: "unread", run: unread::unread },
    Pass { name: "uncalled", run: uncalled::uncalled },
    Pass { name: "projection", run: projection::projection },
];

/// Runs all passes.
///
/// # Errors
/// The plan is not whole, or a pass does not leave it so; a defect of mapc either way.
pub(crate) fn run(plan: Plan) -> Result<Plan, LowerError> {
    let whole = |plan: Plan, maker: &str| match verify(&plan) {
        Ok(()) => Ok(plan),
        Err(wrong) => {
            Err(LowerError { message: format!("{wrong} after {maker}, which is a defect of mapc"), span: None })
        }
    };
    let mut plan = plan;
    let mut maker = "lowering";
    for pass in PASSES {
        // In between only where it costs nobody anything who has a package to compile.
        if cfg!(debug_assertions) {
            plan = whole(plan, maker)?;
        }
        plan = (pass.run)(plan);
        maker = pass.name;
    }
    whole(plan, maker)
}
