//! The lines of maps and of the records that are built in them.

use mapc_diagnostics::Span;

use super::{Expr, Name, Path, Text};

/// The lines between the braces of a map, or of a record that is built inside one.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its lines.
    pub entries: Vec<Entry>,
    /// With its braces.
    pub span: Span,
}

/// One line of a body.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// The whole line.
    pub span: Span,
}

/// `left` or `right` in `left only`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left of the arrow.
    Left,
    /// Right of the arrow.
    Right,
}

/// A path in `ignore` or `unset`.
#[derive(Clone, Debug)]
pub struct ListedPath {
    /// Begins with `*.`: at every depth.
    pub star: bool,
    /// The path behind the star; the single word `others` covers what is left.
    pub path: Path,
}

/// What a line of a body may be.
#[derive(Clone, Debug)]
pub enum EntryKind {
    /// `path = e`.
    Assign {
        /// The target field.
        target: Path,
        /// Its value.
        value: Expr,
    },
    /// `p <-> q`, `p <-> q { … }`.
    Both {
        /// The left field.
        left: Path,
        /// A path of the right side, perhaps with `via`.
        right: Expr,
        /// Lines between the two, where they are records.
        nested: Option<Body>,
    },
    /// `p <- e`: only when reading the right side.
    ToLeft {
        /// The left field.
        left: Path,
        /// Its value, over the right side.
        value: Expr,
    },
    /// `e -> q`: only when writing the right side.
    ToRight {
        /// The value, over the left side.
        value: Expr,
        /// The right field.
        right: Path,
    },
    /// `let name = e`.
    Let {
        /// The name.
        name: Name,
        /// Its value.
        value: Expr,
    },
    /// `ignore a, b.c because "…"`.
    Ignore {
        /// Source paths.
        paths: Vec<ListedPath>,
        /// Why.
        because: Option<Text>,
    },
    /// `unset a because "…"`.
    Unset {
        /// Target paths.
        paths: Vec<ListedPath>,
        /// Why.
        because: Option<Text>,
    },
    /// `left only a because "…"`.
    Only {
        /// Which side.
        side: Side,
        /// Its paths.
        paths: Vec<ListedPath>,
        /// Why.
        because: Option<Text>,
    },
    /// `auto`; not yet built.
    Auto,
    /// `..record`; not yet built.
    Spread(Path),
    /// `skip when c because "…"`.
    SkipWhen {
        /// The condition.
        condition: Expr,
        /// Why.
        because: Option<Text>,
    },
    /// `delete when c { key lines }`.
    DeleteWhen {
        /// The condition.
        condition: Expr,
        /// The key.
        body: Body,
    },
    /// `reject code when c "reason"`.
    RejectWhen {
        /// The author's code.
        code: Name,
        /// The condition.
        condition: Expr,
        /// Why, for the reader of the rejection: an [`ExprKind::Text`](super::ExprKind::Text).
        reason: Expr,
    },
    /// `when c { … } else { … }`.
    When {
        /// The condition.
        condition: Expr,
        /// Lines if it holds.
        then: Body,
        /// Lines if not.
        otherwise: Option<Body>,
    },
    /// Something that did not parse; the syntax pass has said so.
    Error,
}
