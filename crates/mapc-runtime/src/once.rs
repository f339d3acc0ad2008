//! Single records, for callers that keep no arena and output of their own.

use std::fmt;

use crate::{Bump, Cx, Input, Message, Outcome, Problem};

/// Why a record has no output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoOutput {
    /// The record is of no interest; the reason is the author's, perhaps empty.
    Skipped(String),
    /// The record's entity is to be deleted; the key as JSON.
    Deleted(Vec<u8>),
    /// The record was turned away; never empty.
    Rejected(Vec<Problem>),
}

impl fmt::Display for NoOutput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoOutput::Skipped(reason) if reason.is_empty() => f.write_str("the record is skipped"),
            NoOutput::Skipped(reason) => write!(f, "the record is skipped: {reason}"),
            NoOutput::Deleted(_) => f.write_str("the record's entity is deleted"),
            NoOutput::Rejected(problems) => {
                f.write_str("the record is rejected")?;
                for (position, problem) in problems.iter().enumerate() {
                    let separator = if position == 0 { ":" } else { ";" };
                    let pointer = if problem.pointer.is_empty() { "the record" } else { &problem.pointer };
                    write!(f, "{separator} {pointer}: {} ({} at {})", problem.reason, problem.code, problem.place)?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for NoOutput {}

/// What a route makes of a single record, for callers that keep no arena and output of their own.
///
/// # Errors
/// Where nothing was written.
pub fn once(
    message: Message<'_>,
    json: &[u8],
    route: impl for<'a> FnOnce(&Cx<'a>, Input<'a>, &mut Vec<u8>) -> Outcome,
) -> std::result::Result<Vec<u8>, NoOutput> {
    let (bump, mut out) = (Bump::new(), Vec::new());
    let outcome = route(&Cx::new(&bump, message), Input::Json(json), &mut out);
    output(outcome, out)
}

fn output(outcome: Outcome, out: Vec<u8>) -> std::result::Result<Vec<u8>, NoOutput> {
    match outcome {
        Outcome::Written => Ok(out),
        Outcome::Skipped(reason) => Err(NoOutput::Skipped(reason.into_owned())),
        Outcome::Deleted => Err(NoOutput::Deleted(out)),
        Outcome::Rejected(problems) => Err(NoOutput::Rejected(problems)),
    }
}
