//! A plan made ready to run: constants, tables, patterns and sites as evaluation needs them.

use mapc_plan::LocalId;
use mapc_runtime::library;
use mapc_runtime::{DatePattern, Site};
use regex::Regex;

use crate::keys::{Keys, Table};
use crate::operations::Node;

/// A site and the variables that fill its pointer.
#[derive(Debug)]
pub(crate) struct Place {
    pub site: Site,
    pub indices: Vec<LocalId>,
}

/// Position in the program's places.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlaceId(pub u32);

/// An argument of a library function.
#[derive(Debug)]
pub(crate) enum Argument {
    Value(Node),
    Lambda { params: Box<[LocalId]>, body: Node },
    Regex(Regex),
    Pattern(DatePattern),
}

/// A call of a library function.
#[derive(Debug)]
pub(crate) struct Call {
    pub function: &'static library::Function,
    pub arguments: Box<[Argument]>,
    /// Whether an argument is a lambda.
    pub takes_lambdas: bool,
    pub place: PlaceId,
}

/// A call of a user function or map.
#[derive(Debug)]
pub(crate) struct CallUser {
    pub function: u32,
    pub arguments: Box<[Node]>,
    pub place: PlaceId,
}

/// `for`.
#[derive(Debug)]
pub(crate) struct For {
    pub list: Node,
    pub item: LocalId,
    pub index: LocalId,
    pub number: Option<LocalId>,
    pub filter: Option<Node>,
    pub body: Node,
}

/// `IfPresent`.
#[derive(Debug)]
pub(crate) struct IfPresent {
    pub value: Node,
    pub bind: LocalId,
    pub then: Node,
    pub otherwise: Node,
}

/// `Switch`: arms by key.
#[derive(Debug)]
pub(crate) struct Switch {
    pub value: Node,
    pub keys: Keys,
    pub arms: Box<[Node]>,
    pub otherwise: Node,
}

/// The variables of a route or function, and what its `let`s are.
#[derive(Debug, Default)]
pub(crate) struct Code {
    pub locals: usize,
    /// By variable; `None` for those that are no `let`.
    pub lets: Vec<Option<Node>>,
}

/// A head of a stage.
#[derive(Debug)]
pub(crate) enum Head {
    Skip { condition: Node, reason: Box<str> },
    Delete { condition: Node, pipeline: Pipeline },
    Reject { condition: Node, rejection: Node },
}

/// A user function or map.
#[derive(Debug)]
pub(crate) struct Function {
    pub code: Code,
    pub params: Box<[LocalId]>,
    pub body: Node,
}

/// An invariant.
#[derive(Debug)]
pub(crate) struct Check {
    pub condition: Node,
    pub reason: Box<str>,
    pub place: PlaceId,
}

/// One map of a route.
#[derive(Debug)]
pub(crate) struct Stage {
    pub heads: Vec<Head>,
    pub outputs: Vec<(LocalId, Node)>,
    pub checks: Vec<Check>,
}

/// Stages and what is written at their end.
#[derive(Debug, Default)]
pub(crate) struct Pipeline {
    pub stages: Vec<Stage>,
    pub write: u32,
    /// The variables that the last stage sets, in the order of its outputs, and the places of the lines that do.
    pub outputs: Vec<(LocalId, PlaceId)>,
}

/// Tables, functions, enums and places by their ids.
#[derive(Debug, Default)]
pub(crate) struct Library {
    pub tables: Vec<Table>,
    pub functions: Vec<Function>,
    pub enums: Vec<std::borrow::Cow<'static, [std::borrow::Cow<'static, str>]>>,
    pub places: Vec<Place>,
}
