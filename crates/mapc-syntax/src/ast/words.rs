//! Names, paths and literals.

use mapc_diagnostics::Span;

/// A word as written, without backticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The word.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// Names joined by dots; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The parts.
    pub segments: Vec<Name>,
    /// The whole.
    pub span: Span,
}

impl Path {
    /// `a.b.c`.
    pub fn text(&self) -> String {
        self.segments.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(".")
    }
}

/// A text literal without escapes left in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it means.
    pub value: String,
    /// With its quotes.
    pub span: Span,
}

/// A number as written, without `_`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Digits, perhaps with a sign and a decimal point.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}
