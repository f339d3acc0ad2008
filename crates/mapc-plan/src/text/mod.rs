//! The text of a plan: one form that a person can read and that reads back as the same plan.
//!
//! It is made of words, quoted texts and lists in parentheses. What a list holds and in which order, each type says once, in
//! [`forms`](self) for both directions. `@n` is a site, `%name` a local of the route or function around it, `-` stands for nothing.

mod data;
mod forms;
mod node;

pub(crate) use node::Node;

use std::fmt;

use crate::ids::LocalId;
use crate::plan::Local;

/// Why a text is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread(pub String);

impl Misread {
    /// Something else than `wanted` stands there.
    pub(crate) fn new(wanted: &str, found: &[Node]) -> Self {
        let found: Vec<String> = found.iter().map(Node::flat).collect();
        let found = found.join(" ");
        let shown: String = found.chars().take(60).collect();
        Misread(format!("{wanted} are needed where `{shown}` stands"))
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this is no plan: {}", self.0)
    }
}

impl std::error::Error for Misread {}

/// The locals around what is written or read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Names<'n> {
    pub locals: &'n [Local],
}

impl Names<'_> {
    fn of(&self, local: LocalId) -> String {
        match self.locals.get(local.0 as usize) {
            Some(known) => format!("%{}", known.name),
            None => format!("%{}", local.0),
        }
    }

    fn find(&self, word: &str) -> Result<LocalId, Misread> {
        let name = word.strip_prefix('%').unwrap_or_default();
        let position = self.locals.iter().position(|local| local.name == name);
        let position = position.and_then(|position| u32::try_from(position).ok());
        position.map(LocalId).ok_or_else(|| Misread(format!("there is no local `{word}`")))
    }
}

/// What has a text.
pub(crate) trait Form: Sized {
    /// Its text.
    fn node(&self, names: &Names<'_>) -> Node;

    /// What has this text.
    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread>;
}
