//! What a body consists of, once it is collected.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use crate::core::{LocalId, TableId};
use crate::expr::Named;
use crate::narrow::Place;
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
    pub block: Block<'b>,
    /// The names that are in scope only there.
    pub names: Vec<Named>,
    /// What is known to be present only there.
    pub present: Vec<Place>,
}

/// One item of a body.
#[derive(Clone, Debug)]
pub(crate) enum Item<'b> {
    /// `path = value`.
    Line(Line<'b>),
    /// `unset path`.
    Unset(Unset),
    /// A line that was in error: it may have been for any field.
    Broken,
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

/// The items of a body, and which speak of which field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block<'b> {
    items: Vec<Item<'b>>,
    by_field: BTreeMap<String, Vec<usize>>,
    /// Items that cover fields which no other names, or may have been for any.
    general: Vec<usize>,
    /// Whether a line in error may have been for any field.
    pub broken: bool,
}

impl<'b> Block<'b> {
    /// Goes through the items once.
    pub fn new(items: Vec<Item<'b>>) -> Self {
        let mut block = Block::default();
        for (position, item) in items.iter().enumerate() {
            let mut fields = BTreeSet::new();
            item.fields(&mut fields);
            for field in fields {
                block.by_field.entry(field.to_owned()).or_default().push(position);
            }
            if matches!(item, Item::Broken | Item::Unset(Unset { path: None, .. } | Unset { star: true, .. })) {
                block.general.push(position);
            }
            block.broken |= item.is_broken();
        }
        Block { items, ..block }
    }

    /// All items.
    pub fn items(&self) -> &[Item<'b>] {
        &self.items
    }

    /// The items that speak of a field, and how.
    pub(super) fn mentions(&self, field: &str) -> Vec<(&Item<'b>, Mention)> {
        let positions = self.by_field.get(field).map_or(&[][..], Vec::as_slice);
        let items = positions.iter().filter_map(|position| self.items.get(*position));
        items.filter_map(|item| Some((item, item.mention(field)?))).collect()
    }

    /// What covers a field that nothing else names.
    pub(super) fn covering(&self, field: &str) -> Option<&Unset> {
        self.general.iter().find_map(|position| self.items.get(*position)?.covering(field))
    }

    /// The items as they speak of the fields inside a field.
    pub(super) fn inside(&self, field: &str) -> Block<'b> {
        let positions = self.by_field.get(field).map_or(&[][..], Vec::as_slice);
        let mut positions: Vec<usize> = positions.iter().chain(&self.general).copied().collect();
        positions.sort_unstable();
        let items = positions.into_iter().filter_map(|position| self.items.get(position)?.inside(field));
        Block::new(items.collect())
    }
}

impl<'b> Item<'b> {
    fn fields<'i>(&'i self, into: &mut BTreeSet<&'i str>) {
        match self {
            Item::Line(Line { path, .. }) | Item::Unset(Unset { path: Some(path), star: false, .. }) => {
                into.extend(path.first().map(|name| name.text.as_str()));
            }
            Item::Unset(_) | Item::Broken => {}
            Item::When { then, otherwise, .. } => {
                let inside = then.block.items.iter().chain(otherwise.iter().flat_map(|branch| &branch.block.items));
                inside.for_each(|item| item.fields(into));
            }
        }
    }

    /// How the item speaks of a field.
    fn mention(&self, field: &str) -> Option<Mention> {
        match self {
            Item::Line(line) => mention(&line.path, field, line.span),
            Item::Unset(Unset { path: Some(path), star: false, span, .. }) => mention(path, field, *span),
            Item::Unset(_) | Item::Broken => None,
            Item::When { then, otherwise, .. } => {
                let inside = then.block.items.iter().chain(otherwise.iter().flat_map(|branch| &branch.block.items));
                let mentions: Vec<Mention> = inside.filter_map(|item| item.mention(field)).collect();
                let first = mentions.first()?;
                Some(Mention { whole: mentions.iter().any(|mention| mention.whole), span: first.span })
            }
        }
    }

    /// Whether a line in error may have been for a field that no other names.
    fn is_broken(&self) -> bool {
        match self {
            Item::Broken => true,
            Item::When { then, otherwise, .. } => {
                then.block.broken || otherwise.iter().any(|branch| branch.block.broken)
            }
            Item::Line(_) | Item::Unset(_) => false,
        }
    }

    /// Whether the item covers a field that no other names: `unset others`, `unset *.field`.
    fn covering(&self, field: &str) -> Option<&Unset> {
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
    fn inside(&self, field: &str) -> Option<Item<'b>> {
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
            Item::Broken => Some(Item::Broken),
            Item::When { condition, then, otherwise, span } => {
                self.mention(field)?;
                let branch = |branch: &Branch<'b>| Branch {
                    block: branch.block.inside(field),
                    names: branch.names.clone(),
                    present: branch.present.clone(),
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
