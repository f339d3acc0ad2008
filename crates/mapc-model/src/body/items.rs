//! What a body consists of, once it is collected.

use std::borrow::Cow;
use std::rc::Rc;

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use crate::core::{LocalId, TableId};
use crate::expr::Named;
use crate::narrow::Facts;
use crate::two_way::Direction;
use crate::ty::RecordId;

/// What a field is filled with.
#[derive(Clone, Debug)]
pub(crate) enum Value<'b> {
    /// An expression.
    Expr(Cow<'b, ast::Expr>),
    /// One direction of a table, for a line of a two-way map.
    Lookup(Cow<'b, ast::Expr>, TableId),
    /// A declared map, for a line of a two-way map.
    Map(Cow<'b, ast::Expr>, RecordId),
    /// Nested lines of a two-way map.
    Nested {
        /// What is read.
        from: Cow<'b, ast::Expr>,
        /// The lines.
        body: &'b ast::Body,
        /// The records left and right of them.
        sides: [RecordId; 2],
        /// Which way they are taken.
        direction: Direction,
    },
    /// What was in error.
    Broken,
}

/// A path below the record at hand: the part from `depth` on.
#[derive(Clone, Debug)]
pub(crate) struct TargetPath {
    names: Rc<[ast::Name]>,
    depth: usize,
}

impl TargetPath {
    /// The whole path.
    pub fn new(names: &[ast::Name]) -> Self {
        TargetPath { names: names.into(), depth: 0 }
    }

    /// The field of the record at hand.
    pub fn first(&self) -> Option<&ast::Name> {
        self.names.get(self.depth)
    }

    /// Whether it ends with that field.
    pub fn is_last(&self) -> bool {
        self.depth + 1 >= self.names.len()
    }

    fn inside(&self) -> Self {
        TargetPath { names: Rc::clone(&self.names), depth: self.depth + 1 }
    }
}

/// `path = value`.
#[derive(Clone, Debug)]
pub(crate) struct Line<'b> {
    /// The field.
    pub path: TargetPath,
    /// What it is filled with.
    pub value: Value<'b>,
    /// The whole line.
    pub span: Span,
}

/// `unset path because "…"`.
#[derive(Clone, Debug)]
pub(crate) struct Unset {
    /// The field; none for `others`.
    pub path: Option<TargetPath>,
    /// At every depth.
    pub star: bool,
    /// Whether there is a reason.
    pub reason: bool,
    /// The path.
    pub span: Span,
}

/// One side of a `when`.
#[derive(Clone, Debug)]
pub(crate) struct Branch<'b> {
    /// Its lines.
    pub items: Vec<Item<'b>>,
    /// The names in scope there.
    pub names: Vec<Named>,
    /// What is known there.
    pub facts: Facts,
}

/// One item of a body.
#[derive(Clone, Debug)]
pub(crate) enum Item<'b> {
    /// `path = value`.
    Line(Line<'b>),
    /// `unset path`.
    Unset(Unset),
    /// `when c { … } else { … }`.
    When {
        /// Holds the condition.
        condition: LocalId,
        /// If it holds.
        then: Branch<'b>,
        /// If not.
        otherwise: Option<Branch<'b>>,
        /// From `when` on.
        span: Span,
    },
}

/// How an item speaks of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// Of all of it, not of fields inside it.
    pub whole: bool,
    /// Where.
    pub span: Span,
}

impl<'b> Item<'b> {
    /// How the item speaks of a field.
    pub(super) fn mention(&self, field: &str) -> Option<Mention> {
        match self {
            Item::Line(line) => mention(&line.path, field, line.span),
            Item::Unset(Unset { path: Some(path), star: false, span, .. }) => mention(path, field, *span),
            Item::Unset(_) => None,
            Item::When { then, otherwise, .. } => {
                let inside = then.items.iter().chain(otherwise.iter().flat_map(|branch| &branch.items));
                let mentions: Vec<Mention> = inside.filter_map(|item| item.mention(field)).collect();
                let first = mentions.first()?;
                Some(Mention { whole: mentions.iter().any(|mention| mention.whole), span: first.span })
            }
        }
    }

    /// Whether the item covers a field that no other names: `unset others`, `unset *.field`.
    pub(super) fn covering(&self, field: &str) -> Option<&Unset> {
        match self {
            Item::Unset(unset) => match &unset.path {
                None => Some(unset),
                Some(path) if unset.star && path.is_last() => {
                    path.first().filter(|name| name.text == field).map(|_| unset)
                }
                Some(_) => None,
            },
            _ => None,
        }
    }

    /// The item as it speaks of the fields inside a field.
    pub(super) fn inside(&self, field: &str) -> Option<Item<'b>> {
        match self {
            Item::Line(line) => {
                let path = below(&line.path, field)?;
                Some(Item::Line(Line { path, ..line.clone() }))
            }
            Item::Unset(unset) => match &unset.path {
                Some(path) if !unset.star => {
                    Some(Item::Unset(Unset { path: Some(below(path, field)?), ..unset.clone() }))
                }
                _ => Some(self.clone()),
            },
            Item::When { condition, then, otherwise, span } => {
                self.mention(field)?;
                let branch = |branch: &Branch<'b>| Branch {
                    items: branch.items.iter().filter_map(|item| item.inside(field)).collect(),
                    ..branch.clone()
                };
                let (condition, span) = (*condition, *span);
                Some(Item::When { condition, then: branch(then), otherwise: otherwise.as_ref().map(branch), span })
            }
        }
    }
}

fn mention(path: &TargetPath, field: &str, span: Span) -> Option<Mention> {
    path.first().filter(|name| name.text == field).map(|_| Mention { whole: path.is_last(), span })
}

fn below(path: &TargetPath, field: &str) -> Option<TargetPath> {
    let first = path.first()?;
    (first.text == field && !path.is_last()).then(|| path.inside())
}
