//! From a plan to what runs: stages, tables, places, and the parts of expressions that `operations` puts together.

use std::borrow::Cow;

use mapc_plan::{self as ir, Argument as Arg, Arm, Constant, Expr, LocalId, Plan, SiteId, Step};
use mapc_runtime::{DatePattern, Segment, Site};

use crate::keys::{Keys, Otherwise, Table};
use crate::node::{Argument, Check, Code, For, Function, Head, Library, Pipeline, Place, PlaceId, Stage, Switch};
use crate::operations::Node;

/// Makes tables, functions, enums and places ready.
pub(crate) fn library(plan: &Plan) -> Library {
    Library {
        tables: plan.tables.iter().map(table).collect(),
        functions: plan.functions.iter().map(function).collect(),
        enums: plan.enums.iter().map(|declared| declared.wire.iter().cloned().map(Cow::Owned).collect()).collect(),
        places: plan.sites.iter().map(place).collect(),
    }
}

/// Makes a route's stages ready.
pub(crate) fn route(plan: &Plan) -> (Code, Pipeline) {
    let mut maker = Maker::new(plan.locals.len());
    let pipeline = maker.pipeline(&plan.pipeline);
    (maker.code, pipeline)
}

fn place(site: &ir::Site) -> Place {
    let indices = site.indices();
    let segment = |step: &Step| match step {
        Step::Key(key) => Segment::Key(Cow::Owned(key.clone())),
        Step::Index(local) => Segment::Index(indices.iter().position(|known| known == local).unwrap_or_default()),
    };
    let segments = |steps: &Vec<Step>| Cow::Owned(steps.iter().map(segment).collect());
    let site = Site {
        place: Cow::Owned(site.place.clone()),
        target: Cow::Owned(site.target.clone()),
        pointer: segments(&site.pointer),
        operands: Cow::Owned(site.operands.iter().map(segments).collect()),
    };
    Place { site, indices }
}

fn table(table: &ir::Table) -> Table {
    let keys = (0..).zip(&table.rows).map(|(position, (key, _))| (key.clone(), position)).collect();
    Table {
        name: table.name.as_str().into(),
        keys: Keys::new(keys),
        values: table.rows.iter().map(|(_, value)| value.clone()).collect(),
        otherwise: match &table.otherwise {
            ir::Otherwise::Reject => Otherwise::Reject,
            ir::Otherwise::Same => Otherwise::Same,
            ir::Otherwise::Value(value) => Otherwise::Value(value.clone()),
        },
    }
}

fn function(function: &ir::Function) -> Function {
    let mut maker = Maker::new(function.locals.len());
    let body = maker.node(&function.body);
    Function { code: maker.code, params: function.params.as_slice().into(), body }
}

/// Makes the expressions of one route or function ready.
pub(crate) struct Maker {
    code: Code,
    /// How deep in an expression the next node stands.
    depth: usize,
}

/// So many levels of an expression take no more of the stack than one call may.
const LEVELS: usize = 16;

/// The place of a site.
pub(crate) fn place_id(site: SiteId) -> PlaceId {
    PlaceId(site.0)
}

impl Maker {
    fn new(locals: usize) -> Self {
        let mut lets = Vec::new();
        lets.resize_with(locals, || None);
        Maker { code: Code { locals, lets }, depth: 0 }
    }

    fn pipeline(&mut self, pipeline: &ir::Pipeline) -> Pipeline {
        let stages: Vec<Stage> = pipeline.stages.iter().map(|stage| self.stage(stage)).collect();
        let outputs = pipeline.stages.last().map(|stage| stage.outputs.as_slice()).unwrap_or_default();
        let outputs = outputs.iter().map(|(local, value)| (*local, place_id(value.site))).collect();
        Pipeline { stages, write: pipeline.write.0, outputs }
    }

    fn stage(&mut self, stage: &ir::Stage) -> Stage {
        self.lets(&stage.lets);
        let heads = stage.heads.iter().map(|head| self.head(head)).collect();
        let outputs = stage.outputs.iter().map(|(local, value)| (*local, self.node(value))).collect();
        let checks = stage.checks.iter().map(|check| Check {
            condition: self.node(&check.condition),
            reason: check.reason.as_str().into(),
            place: place_id(check.condition.site),
        });
        Stage { heads, outputs, checks: checks.collect() }
    }

    fn head(&mut self, head: &ir::Head) -> Head {
        match head {
            ir::Head::Skip { condition, reason } => {
                Head::Skip { condition: self.node(condition), reason: reason.as_str().into() }
            }
            ir::Head::Reject { condition, rejection } => {
                Head::Reject { condition: self.node(condition), rejection: self.node(rejection) }
            }
            ir::Head::Delete { condition, pipeline } => {
                Head::Delete { condition: self.node(condition), pipeline: self.pipeline(pipeline) }
            }
        }
    }

    /// Notes what `let`s are, so that [`Maker::node`] tells them from other variables; they come before what reads them.
    pub fn lets(&mut self, lets: &[(LocalId, Expr)]) {
        for (local, value) in lets {
            let value = self.node(value);
            if let Some(slot) = self.code.lets.get_mut(local.0 as usize) {
                *slot = Some(value);
            }
        }
    }

    /// The node of an expression.
    pub fn node(&mut self, expr: &Expr) -> Node {
        self.depth += 1;
        let node = self.operation(expr);
        self.depth -= 1;
        if self.depth % LEVELS == LEVELS - 1 { Node::Deeper(Box::new(node)) } else { node }
    }

    /// The node of an expression, in a box.
    pub fn boxed(&mut self, expr: &Expr) -> Box<Node> {
        Box::new(self.node(expr))
    }

    /// The nodes of two expressions.
    pub fn two(&mut self, left: &Expr, right: &Expr) -> Box<[Node; 2]> {
        Box::new([self.node(left), self.node(right)])
    }

    /// The nodes of expressions.
    pub fn all(&mut self, exprs: &[Expr]) -> Box<[Node]> {
        exprs.iter().map(|expr| self.node(expr)).collect()
    }

    /// A variable that is read.
    pub fn local(&self, local: LocalId) -> Node {
        match self.code.lets.get(local.0 as usize) {
            Some(Some(_)) => Node::Let(local),
            _ => Node::Local(local),
        }
    }

    /// A switch, with its keys made ready to be found.
    pub fn switch(&mut self, value: &Expr, arms: &[Arm], otherwise: &Expr) -> Node {
        let keys = (0..).zip(arms);
        let keys =
            keys.flat_map(|(position, arm)| arm.values.iter().map(move |value: &Constant| (value.clone(), position)));
        Node::Switch(Box::new(Switch {
            value: self.node(value),
            keys: Keys::new(keys.collect()),
            arms: arms.iter().map(|arm| self.node(&arm.body)).collect(),
            otherwise: self.node(otherwise),
        }))
    }

    /// A `for`.
    pub fn each(&mut self, each: &ir::For) -> Node {
        Node::For(Box::new(For {
            list: self.node(&each.list),
            item: each.item,
            index: each.index,
            number: each.number,
            filter: each.filter.as_ref().map(|filter| self.node(filter)),
            body: self.node(&each.body),
        }))
    }

    /// An argument of a library function, with its pattern made ready.
    pub fn argument(&mut self, argument: &Arg, place: PlaceId) -> Argument {
        match argument {
            Arg::Value(value) => Argument::Value(self.node(value)),
            Arg::Lambda { params, body } => {
                Argument::Lambda { params: params.as_slice().into(), body: self.node(body) }
            }
            Arg::Regex(pattern) => match pattern.regex() {
                Some(regex) => Argument::Regex(regex.clone()),
                // The checker lets no other pattern through.
                None => Argument::Value(Node::Defect(place)),
            },
            Arg::Pattern(pattern, purpose) => match DatePattern::new(pattern, *purpose) {
                Ok(pattern) => Argument::Pattern(pattern),
                // As above.
                Err(_) => Argument::Value(Node::Defect(place)),
            },
        }
    }
}
