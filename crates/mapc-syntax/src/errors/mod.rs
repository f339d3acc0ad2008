//! What the syntax pass says, one function a finding.

pub mod brackets;
pub mod exprs;
pub mod items;
pub mod texts;
