//! The good path of the route itself: what is done with one record, stage by stage, as the plan's documentation has it.

use mapc_plan::points::Asked;
use mapc_plan::{Duplicates, Head, LocalId, Pipeline, Stage, Ty};

use super::{Body, Held};
use crate::body::scopes::sure;
use crate::docs::visible;
use crate::module::Module;
use crate::rust::{block, documented};
use crate::write;

/// The function that does all of it.
pub(crate) fn item(module: &mut Module<'_>) -> String {
    let plan = module.plan;
    let mut body = Body::new(module, &plan.locals, |visit| plan.pipeline.expressions(visit));
    let pipeline = body.pipeline(&plan.pipeline, "rt::Outcome::Written");
    let source = plan.source.0;
    let shape = plan.read_shapes.get(source as usize);
    let last = shape.is_some_and(|shape| shape.duplicates == Duplicates::Last);
    let input = if body.read.contains(&plan.input) { body.name(plan.input) } else { "_record".to_owned() };
    let text = format!(
        "let mut slots = Read{source}::default();\n\
         let whole = fast::record(input, cx.bump, {last}, &mut slots)?;\n\
         let {input} = slots.finish()?;\n{pipeline}"
    );
    let csv = if plan.target_csv.is_some() { ",\n    csv: bool" } else { "" };
    let head = format!(
        "fn good<'a>(\n    cx: &rt::Cx<'a>,\n    input: rt::Input<'a>,\n    out: &mut Vec<u8>{csv},\n) -> fast::Result<rt::Outcome>"
    );
    documented(
        "The good path: reads the record, does what the maps say, and writes what comes of it. Whatever would have to be explained bails.",
    ) + &block(&head, &text)
}

impl<'p> Body<'_, 'p> {
    /// The statements of a pipeline, the last of which gives the outcome.
    fn pipeline(&mut self, pipeline: &'p Pipeline, outcome: &str) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (at, stage) in pipeline.stages.iter().enumerate() {
            let is_last = at + 1 == pipeline.stages.len();
            self.stage(stage, is_last, &mut lines);
        }
        lines.push(self.written(pipeline));
        lines.push(format!("fast::end(cx, whole, out, begun, {outcome})"));
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    fn stage(&mut self, stage: &'p Stage, is_last: bool, lines: &mut Vec<String>) {
        // Where a head may end the record before, nothing behind it is sure to be read.
        let sure = match stage.heads.first() {
            None => sure(&stage.lets, stage.outputs.iter().map(|(_, value)| value)),
            Some(head) => sure(&stage.lets, [head.condition()]),
        };
        for (local, value) in &stage.lets {
            let statement = self.let_(*local, value, sure.contains(local));
            self.statement(value.site, statement, lines);
        }
        for head in &stage.heads {
            let statement = self.head(head);
            self.statement(head.condition().site, statement, lines);
        }
        for (local, value) in &stage.outputs {
            if is_last {
                self.read.insert(*local);
            }
            let statement = self.assign(*local, value);
            self.statement(value.site, statement, lines);
        }
        for check in &stage.checks {
            let point = self.module.point(Asked::Check(check));
            let condition = self.expr(&check.condition).text();
            let statement = format!("fast::holds({point}, {condition})?;");
            self.statement(check.condition.site, statement, lines);
        }
    }

    /// Adds a statement below its place and the field that it fills.
    fn statement(&self, site: mapc_plan::SiteId, statement: String, lines: &mut Vec<String>) {
        if statement.is_empty() {
            return;
        }
        if let Some(site) = self.module.plan.site(site) {
            lines.push(visible(format!("// {} {}", site.place, site.target).trim_end()));
        }
        lines.push(statement);
    }

    fn head(&mut self, head: &'p Head) -> String {
        let condition = self.expr(head.condition()).text();
        let then = match head {
            Head::Skip { reason, .. } => {
                format!("return fast::decided(cx, whole, rt::Outcome::Skipped(Cow::Borrowed({reason:?})));")
            }
            Head::Delete { pipeline, .. } => {
                let held = self.held.clone();
                let key = self.pipeline(pipeline, "rt::Outcome::Deleted");
                self.held = held;
                let (statements, last) = key.rsplit_once('\n').unwrap_or(("", &key));
                format!("{statements}\nreturn {last};")
            }
            Head::Reject { rejection, .. } => self.expr(rejection).text() + ";",
        };
        block(&format!("if {condition}"), &then)
    }

    /// The statements that write the outputs of the last stage.
    fn written(&mut self, pipeline: &'p Pipeline) -> String {
        let plan = self.module.plan;
        let outputs = pipeline.stages.last().map(|stage| stage.outputs.as_slice()).unwrap_or_default();
        let Some(shape) = plan.write_shapes.get(pipeline.write.0 as usize) else { return String::new() };
        let places: Vec<String> = outputs.iter().map(|(local, _)| self.place(*local)).collect();
        let fields = write::values(self.module, pipeline.write.0, shape, |slot| {
            places.get(slot as usize).cloned().unwrap_or_default()
        });
        let json = write::object(self.module, &fields, shape.absent);
        let text = match plan.target_csv {
            Some(csv) => {
                let row = write::row(self.module, &fields, csv);
                format!("{} else {}", block("if csv", &row), block("", &json))
            }
            None => json,
        };
        format!("let begun = out.len();\n{text}")
    }

    /// Where the value of an output stands.
    fn place(&self, local: LocalId) -> String {
        match self.held.get(&local) {
            Some(Held::Alias(text)) if *self.local_type(local) != Ty::Never => text.clone(),
            _ => self.name(local),
        }
    }
}
