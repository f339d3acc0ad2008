//! The points of a plan: everything at which its good path can end, numbered. A generated route bails by these numbers, and is written only
//! if it has exactly these.

use std::collections::HashMap;
use std::fmt;

use mapc_runtime::decode::{Duplicates, Unknown};

use crate::effects::Own;
use crate::ids::SiteId;
use crate::ops::{Expr, Op};
use crate::plan::{Check, Otherwise, Pipeline, Plan, ReadField};

/// What can end the good path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The value under a key does not fit, is null or blank where it must not be.
    Form(String),
    /// A key is missing.
    Missing(String),
    /// A key stands twice.
    Twice(String),
    /// A key is not declared.
    Unknown,
    /// An operation fails; its name.
    Operation(&'static str),
    /// An invariant does not hold.
    Invariant,
    /// A value cannot be written under a key.
    Write(String),
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::Form(key) => write!(f, "reading `{key}`"),
            What::Missing(key) => write!(f, "`{key}` missing"),
            What::Twice(key) => write!(f, "`{key}` twice"),
            What::Unknown => f.write_str("an undeclared key"),
            What::Operation(name) => write!(f, "operation `{name}`"),
            What::Invariant => f.write_str("an invariant"),
            What::Write(key) => write!(f, "writing `{key}`"),
        }
    }
}

/// A point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What ends there.
    pub what: What,
    /// Its place; none for what is written.
    pub site: Option<SiteId>,
}

/// What a generator asks the number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// The value of a field: shape, position of the field.
    Form(u32, u32),
    /// That a field is missing.
    Missing(u32, u32),
    /// That a field's key stands twice.
    Twice(u32, u32),
    /// That an object has an undeclared key.
    Unknown(u32),
    /// The operation of an expression, by where it is held.
    Expr(*const Expr),
    /// An invariant, likewise.
    Check(*const Check),
    /// A field that is written: shape, position of the field.
    Write(u32, u32),
}

/// The points of a plan, in its order: reading, then the pipeline, then what is written, then functions.
#[derive(Debug, Default)]
pub struct Points {
    list: Vec<Point>,
    numbers: HashMap<Asked, u32>,
}

impl Points {
    /// All points of a plan.
    pub fn of(plan: &Plan) -> Self {
        let mut points = Points::default();
        points.reading(plan);
        points.pipeline(plan, &plan.pipeline);
        for (at, shape) in (0..).zip(&plan.write_shapes) {
            for (position, field) in (0..).zip(&shape.fields) {
                points.add(Asked::Write(at, position), What::Write(field.name.clone()), None);
            }
        }
        for function in &plan.functions {
            function.body.all(&mut |expr| points.expression(plan, expr));
        }
        points
    }

    /// All of them; the position of each is its number.
    pub fn list(&self) -> &[Point] {
        &self.list
    }

    /// The number of a point; `None` where there is none.
    pub fn number(&self, asked: Asked) -> Option<u32> {
        self.numbers.get(&asked).copied()
    }

    fn add(&mut self, asked: Asked, what: What, site: Option<SiteId>) {
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(Point { what, site });
        self.numbers.insert(asked, number);
    }

    fn reading(&mut self, plan: &Plan) {
        for (at, shape) in (0..).zip(&plan.read_shapes) {
            for (position, field) in (0..).zip(&shape.fields) {
                let name = || field.names.first().cloned().unwrap_or_default();
                self.add(Asked::Form(at, position), What::Form(name()), Some(field.site));
                if is_needed(field) {
                    self.add(Asked::Missing(at, position), What::Missing(name()), Some(field.site));
                }
                if shape.duplicates == Duplicates::Reject {
                    self.add(Asked::Twice(at, position), What::Twice(name()), Some(field.site));
                }
            }
            if shape.unknown == Unknown::Reject {
                self.add(Asked::Unknown(at), What::Unknown, Some(shape.site));
            }
        }
    }

    fn pipeline(&mut self, plan: &Plan, pipeline: &Pipeline) {
        pipeline.expressions(&mut |whole| whole.all(&mut |expr| self.expression(plan, expr)));
        self.invariants(pipeline);
    }

    fn invariants(&mut self, pipeline: &Pipeline) {
        for stage in &pipeline.stages {
            for check in &stage.checks {
                self.add(Asked::Check(check), What::Invariant, Some(check.condition.site));
            }
            for head in &stage.heads {
                if let crate::plan::Head::Delete { pipeline, .. } = head {
                    self.invariants(pipeline);
                }
            }
        }
    }

    fn expression(&mut self, plan: &Plan, expr: &Expr) {
        let ends = match (expr.op.own(), &expr.op) {
            (Own::Fails | Own::Skips | Own::Defect, _) => true,
            (Own::Library, Op::Call(function, _)) => function.fallible,
            (Own::Table, Op::Lookup(table, _)) => {
                plan.tables.get(table.0 as usize).is_none_or(|table| table.otherwise == Otherwise::Reject)
            }
            _ => false,
        };
        if ends {
            self.add(Asked::Expr(expr), What::Operation(expr.op.name()), Some(expr.site));
        }
    }
}

/// Whether a record without the field is rejected.
fn is_needed(field: &ReadField) -> bool {
    !field.optional && !field.tolerant && field.default.is_none()
}
