//! The good path of the route itself: what is done with one record, stage by stage, as the plan's documentation has it.

use mapc_plan::points::Asked;
use mapc_plan::{Head, LocalId, Pipeline, Stage, Ty};

use super::{Body, Held};
use crate::body::scopes::sure;
use crate::docs::visible;
use crate::made;
use crate::module::Module;
use crate::rust::{block, documented, enclosed};

/// The functions of the route: what reads and writes around the maps, the maps themselves, and the types of what comes of them.
pub(crate) fn items(module: &mut Module<'_>) -> Vec<String> {
    let plan = module.plan;
    let mut body = Body::new(module, &plan.locals, |visit| plan.pipeline.expressions(visit));
    let statements = body.pipeline(&plan.pipeline, made::Kind::Record);
    let input = if body.read.contains(&plan.input) { body.name(plan.input) } else { "_record".to_owned() };
    let record = match body.local_type(plan.input) {
        Ty::Record(record) => body.module.types.record_struct(*record, "'a"),
        ty => body.module.types.rust(ty),
    };
    let result = made::result(body.module);
    let head = enclosed(
        "fn map<'a>(",
        &["cx: &rt::Cx<'a>".to_owned(), format!("{input}: {record}")],
        &format!(") -> fast::Result<{result}>"),
    );
    let map = documented(
        "What the maps make of a record, below the place of each line. Whatever would have to be explained bails.",
    ) + "#[inline]\n"
        + &block(&head, &statements);
    let mut items = vec![good(module), map];
    items.extend(made::items(module));
    items
}

/// The function that does all of it with bytes.
fn good(module: &Module<'_>) -> String {
    let plan = module.plan;
    let source = plan.source.0;
    let text = format!(
        "let mut slots = Read{source}::default();\n\
         let whole = fast::record(input, cx.bump, &mut slots)?;\n{}",
        module.made.end(plan.target_csv.is_some())
    );
    let mut params = vec!["cx: &rt::Cx<'a>", "input: rt::Input<'a>", "out: &mut Vec<u8>"];
    params.extend(plan.target_csv.map(|_| "csv: bool"));
    let params: Vec<String> = params.into_iter().map(str::to_owned).collect();
    documented(
        "The good path: reads the record, does what the maps say, and writes what comes of it. Whatever would have to be explained bails.",
    ) + &block(&enclosed("fn good<'a>(", &params, ") -> fast::Result<rt::Outcome>"), &text)
}

impl<'p> Body<'_, 'p> {
    /// The statements of a pipeline, the last of which gives what comes of the record.
    fn pipeline(&mut self, pipeline: &'p Pipeline, kind: made::Kind) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (at, stage) in pipeline.stages.iter().enumerate() {
            let is_last = at + 1 == pipeline.stages.len();
            self.stage(stage, is_last, &mut lines);
        }
        let made = self.made(pipeline, kind);
        lines.push(if kind == made::Kind::Key { format!("return {made};") } else { made });
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
                format!("return Ok(Made::Skipped({reason:?}));")
            }
            Head::Delete { pipeline, .. } => {
                let held = self.held.clone();
                let key = self.pipeline(pipeline, made::Kind::Key);
                self.held = held;
                key
            }
            Head::Reject { rejection, .. } => self.expr(rejection).text() + ";",
        };
        block(&format!("if {condition}"), &then)
    }

    /// The result that the outputs of the last stage make.
    fn made(&mut self, pipeline: &'p Pipeline, kind: made::Kind) -> String {
        let outputs = pipeline.stages.last().map(|stage| stage.outputs.as_slice()).unwrap_or_default();
        let types: Vec<Ty> = outputs.iter().map(|(local, _)| self.local_type(*local).clone()).collect();
        let places: Vec<String> = outputs.iter().map(|(local, _)| self.place(*local)).collect();
        self.module.made.record(self.module.plan, pipeline.write, types, kind).made(&places)
    }

    /// Where the value of an output stands.
    fn place(&self, local: LocalId) -> String {
        match self.held.get(&local) {
            Some(Held::Alias(text)) if *self.local_type(local) != Ty::Never => text.clone(),
            _ => self.name(local),
        }
    }
}
