//! Why a route has no plan.

use std::fmt;

use mapc_diagnostics::Span;

/// Why a route has no plan. The checker refuses nearly all that has none, so most of these are defects of mapc; what is left
/// concerns a route as a whole, such as a tombstone whose key the second map does not carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LowerError {
    /// What is wrong, in the user's terms.
    pub message: String,
    /// The place, where there is one.
    pub span: Option<Span>,
}

impl fmt::Display for LowerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for LowerError {}
