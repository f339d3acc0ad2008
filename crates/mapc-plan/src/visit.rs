//! Walks over all expressions of a plan's parts.

use crate::ids::LocalId;
use crate::ops::Expr;
use crate::plan::{Head, Pipeline, Plan, Stage};

impl Plan {
    /// Calls `visit` on each whole expression: those of the pipeline, then the bodies of the functions.
    pub fn expressions<'p>(&'p self, visit: &mut dyn FnMut(&'p Expr)) {
        self.pipeline.expressions(visit);
        self.functions.iter().for_each(|function| visit(&function.body));
    }
}

impl Pipeline {
    /// Calls `visit` on each whole expression, those of tombstones included.
    pub fn expressions<'p>(&'p self, visit: &mut dyn FnMut(&'p Expr)) {
        self.stages.iter().for_each(|stage| stage.expressions(visit));
    }

    /// As [`Pipeline::expressions`], to change them.
    pub fn expressions_mut(&mut self, visit: &mut dyn FnMut(&mut Expr)) {
        for stage in &mut self.stages {
            for head in &mut stage.heads {
                match head {
                    Head::Skip { condition, .. } => visit(condition),
                    Head::Reject { condition, rejection } => {
                        visit(condition);
                        visit(rejection);
                    }
                    Head::Delete { condition, pipeline } => {
                        visit(condition);
                        pipeline.expressions_mut(visit);
                    }
                }
            }
            stage.lets.iter_mut().chain(&mut stage.outputs).for_each(|(_, value)| visit(value));
            stage.checks.iter_mut().for_each(|check| visit(&mut check.condition));
        }
    }

    /// Calls `visit` on each local that a stage declares, in tombstones too.
    pub fn declared(&self, visit: &mut dyn FnMut(LocalId)) {
        for stage in &self.stages {
            for head in &stage.heads {
                if let Head::Delete { pipeline, .. } = head {
                    pipeline.declared(visit);
                }
            }
            stage.lets.iter().chain(&stage.outputs).for_each(|(local, _)| visit(*local));
        }
    }
}

impl Stage {
    /// Calls `visit` on each whole expression: heads, `let`s, outputs, invariants.
    pub fn expressions<'p>(&'p self, visit: &mut dyn FnMut(&'p Expr)) {
        self.heads.iter().for_each(|head| head.expressions(visit));
        self.lets.iter().chain(&self.outputs).for_each(|(_, value)| visit(value));
        self.checks.iter().for_each(|check| visit(&check.condition));
    }
}

impl Head {
    /// What is decided on.
    pub fn condition(&self) -> &Expr {
        match self {
            Head::Skip { condition, .. } | Head::Delete { condition, .. } | Head::Reject { condition, .. } => condition,
        }
    }

    /// Calls `visit` on each whole expression.
    pub fn expressions<'p>(&'p self, visit: &mut dyn FnMut(&'p Expr)) {
        visit(self.condition());
        match self {
            Head::Skip { .. } => {}
            Head::Reject { rejection, .. } => visit(rejection),
            Head::Delete { pipeline, .. } => pipeline.expressions(visit),
        }
    }
}
