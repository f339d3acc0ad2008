//! Test blocks.

use mapc_diagnostics::Span;

use super::{Name, Path, Text};

/// `test "…" { … }`.
#[derive(Clone, Debug)]
pub struct TestDecl {
    /// What it is called.
    pub name: Text,
    /// Its steps in the order of the text.
    pub steps: Vec<TestStep>,
}

/// JSON in a test: the text as written, known to be well formed.
#[derive(Clone, Debug)]
pub struct Json {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A step of a test.
#[derive(Clone, Debug)]
pub struct TestStep {
    /// What it is.
    pub kind: TestStepKind,
    /// The whole line.
    pub span: Span,
}

/// What a step may be.
#[derive(Clone, Debug)]
pub enum TestStepKind {
    /// `given system.Record { … }`.
    Given(Path, Json),
    /// `given $message_id = "…"`.
    GivenContext(Path, Json),
    /// `expect system.Record { … }`; with `has`, other fields may stand beside those named.
    Expect {
        /// What the given record is mapped to.
        target: Path,
        /// Only the named fields are compared.
        has: bool,
        /// What comes out.
        json: Json,
    },
    /// `expect reject code at "/pointer"`, `expect system.Record reject …`.
    ExpectReject {
        /// The target whose map rejects; without one, each map that starts at the given record.
        target: Option<Path>,
        /// The code, where one is asked for.
        code: Option<Name>,
        /// The JSON pointer, where one is asked for.
        at: Option<Text>,
    },
    /// `expect skip`, `expect system.Record skip`; the target as in `ExpectReject`.
    ExpectSkip(Option<Path>),
    /// `expect delete system.Record { key }`.
    ExpectDelete(Path, Json),
    /// Something that did not parse.
    Error,
}
