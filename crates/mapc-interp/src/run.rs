//! Runs a plan over one record.

use mapc_plan::{Plan, columns};
use mapc_runtime::csv::Dialect;
use mapc_runtime::write::{self, To};
use mapc_runtime::{Bump, Cx, Format, Input, Message, Outcome, Result, Route, Value, flow, stack};

use crate::eval::{Eval, worse};
use crate::frame::{Frame, Slot};
use crate::node::{Code, Head, Library, Pipeline, Stage};
use crate::prepare;
use crate::read::Reading;
use crate::write::{Outputs, Writing};
use mapc_runtime::codes;

/// A plan, ready to run any number of times, on any number of threads.
#[derive(Debug)]
pub struct Program {
    plan: Plan,
    library: Library,
    reading: Reading,
    writing: Writing,
    code: Code,
    pipeline: Pipeline,
}

impl Program {
    /// Makes a plan ready.
    pub fn new(plan: Plan) -> Self {
        let (code, pipeline) = stack::walk(|| prepare::route(&plan));
        Program {
            library: stack::walk(|| prepare::library(&plan)),
            reading: Reading::new(&plan),
            writing: Writing::new(&plan),
            code,
            pipeline,
            plan,
        }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Maps one record as [`Route::run_in`] does, in a context of its own, and to JSON. Texts and lists of the record live in `bump`, which
    /// the caller resets between records.
    pub fn run(&self, input: Input<'_>, message: Message<'_>, bump: &Bump, out: &mut Vec<u8>) -> Outcome {
        self.run_in(&Cx::new(bump, message), input, Format::Json, out)
    }

    fn write(&self, ended: &Ended<'_>, eval: Eval<'_, '_>, format: Format, out: &mut Vec<u8>) -> Result<Outcome> {
        let (pipeline, outcome) = match ended {
            Ended::Written(pipeline) => (pipeline, Outcome::Written),
            Ended::Deleted(pipeline) => (pipeline, Outcome::Deleted),
            Ended::Skipped(reason) => return Ok(Outcome::Skipped((*reason).to_owned().into())),
        };
        let (start, made) = (out.len(), Made { eval, pipeline });
        match format {
            Format::Json => self.writing.json(pipeline.write, &self.library, &made, out),
            Format::Csv => self.writing.row(pipeline.write, &self.library, &made, out),
        }
        write::end(eval.cx, out, start).map(|()| outcome)
    }
}

impl Route for Program {
    fn stops(&self) -> Vec<&str> {
        let Plan { from, through, to, .. } = &self.plan;
        [from].into_iter().chain(through).chain([to]).map(String::as_str).collect()
    }

    fn source_csv(&self) -> Option<Dialect> {
        self.plan.source_csv
    }

    fn target_csv(&self) -> Option<Dialect> {
        self.plan.target_csv
    }

    fn check_header(&self, header: &[String]) -> core::result::Result<(), Vec<String>> {
        columns::check_header(&self.plan, header)
    }

    fn check_rows(&self) -> core::result::Result<(), Vec<String>> {
        columns::check_target(&self.plan)
    }

    fn can_delete(&self) -> bool {
        self.plan.can_delete()
    }

    fn run_in<'a>(&'a self, cx: &Cx<'a>, input: Input<'a>, format: Format, out: &mut Vec<u8>) -> Outcome {
        let frame = Frame::new(cx.bump, self.code.locals);
        let eval = Eval { library: &self.library, code: &self.code, cx, frame };
        let run = self.reading.record(input, &self.library, cx).and_then(|record| {
            frame.set(self.plan.input, record);
            let ended = eval.pipeline(&self.pipeline)?;
            self.write(&ended, eval, format, out)
        });
        // What is a defect of mapc may not know its place.
        flow::outcome(cx, run.map_err(|fail| cx.locate(fail, &crate::eval::NOWHERE.site, &[])))
    }

    fn csv_header(&self, out: &mut Vec<u8>) {
        self.writing.header(self.pipeline.write, out);
    }
}

/// What a pipeline gave.
struct Made<'e, 'r, 'a> {
    eval: Eval<'r, 'a>,
    pipeline: &'e Pipeline,
}

impl<'a> Outputs<'a> for Made<'_, '_, 'a> {
    fn value(&self, slot: u32) -> Value<'a> {
        match self.pipeline.outputs.get(slot as usize).map(|(local, _)| self.eval.frame.slot(*local)) {
            Some(Slot::Value(value)) => value,
            _ => Value::Absent,
        }
    }

    fn to(&self, slot: u32, name: &str, then: impl FnOnce(&To<'_, '_>)) {
        let place = self
            .pipeline
            .outputs
            .get(slot as usize)
            .and_then(|(_, place)| self.eval.library.places.get(place.0 as usize));
        then(&To::output(self.eval.cx, &place.unwrap_or(&crate::eval::NOWHERE).site, name));
    }
}

/// How a pipeline ends, if nothing fails.
enum Ended<'a> {
    Written(&'a Pipeline),
    Deleted(&'a Pipeline),
    Skipped(&'a str),
}

impl<'a> Eval<'_, 'a> {
    fn pipeline(self, pipeline: &'a Pipeline) -> Result<Ended<'a>> {
        for stage in &pipeline.stages {
            if let Some(ended) = self.heads(stage)? {
                return Ok(ended);
            }
            self.outputs(stage)?;
        }
        Ok(Ended::Written(pipeline))
    }

    fn heads(self, stage: &'a Stage) -> Result<Option<Ended<'a>>> {
        for head in &stage.heads {
            match head {
                Head::Skip { condition, reason, .. } if self.truth(condition)? => {
                    return Ok(Some(Ended::Skipped(reason)));
                }
                Head::Delete { condition, pipeline, .. } if self.truth(condition)? => {
                    return Ok(Some(match self.pipeline(pipeline)? {
                        Ended::Written(pipeline) => Ended::Deleted(pipeline),
                        other => other,
                    }));
                }
                Head::Reject { condition, rejection } if self.truth(condition)? => {
                    self.eval(rejection)?;
                }
                Head::Skip { .. } | Head::Delete { .. } | Head::Reject { .. } => {}
            }
        }
        Ok(None)
    }

    fn outputs(self, stage: &'a Stage) -> Result<()> {
        let mut failed = None;
        for (local, value) in &stage.outputs {
            match self.eval(value) {
                Ok(value) => self.frame.set(*local, value),
                Err(fail) => {
                    failed = Some(worse(failed, self.cx.report(fail))?);
                    self.frame.put(*local, Slot::Poisoned);
                }
            }
        }
        failed.map_or(Ok(()), Err)?;
        flow::clean(self.cx)?;
        for check in &stage.checks {
            flow::invariant(
                self.cx,
                || self.truth(&check.condition),
                || {
                    self.at(check.place, |place, indices| {
                        flow::problem(codes::INVARIANT_VIOLATED, &check.reason, &place.site, indices)
                    })
                },
            );
        }
        flow::clean(self.cx)
    }
}
