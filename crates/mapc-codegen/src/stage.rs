//! The route itself: what is done with one record, stage by stage, as the plan's documentation has it.

use mapc_plan::{Check, Head, Pipeline, Stage};

use crate::body::{Body, variable};
use crate::writer::{self, Value};

/// The statements of a pipeline, which end with its last stage's outputs written.
pub(crate) fn pipeline<'p>(body: &mut Body<'_, 'p>, pipeline: &'p Pipeline) -> String {
    for stage in &pipeline.stages {
        body.declare(&stage.lets);
    }
    let mut later = written(body, pipeline);
    // What a stage leaves out depends on what later ones read, so the last is written first.
    for stage in pipeline.stages.iter().rev() {
        later = format!("{} {later}", self::stage(body, stage));
    }
    later
}

/// The statements that write the outputs of the last stage.
fn written(body: &mut Body<'_, '_>, pipeline: &Pipeline) -> String {
    let plan = body.module.plan;
    let outputs = pipeline.stages.last().map(|stage| stage.outputs.as_slice()).unwrap_or_default();
    let Some(shape) = plan.write_shapes.get(pipeline.write.0 as usize) else { return String::new() };
    let mut fields = Vec::new();
    for field in &shape.fields {
        if let Some((local, value)) = outputs.get(field.slot as usize) {
            body.mark_used(*local);
            let (site, _) = body.module.sites.place(plan, value.site);
            let to = format!("write::To::output(cx, &SITES[{site}], {:?})", field.name);
            fields.push(Value { field, value: variable(*local), to });
        }
    }
    let json = writer::object(body.module, &fields, shape.absent);
    let write = match plan.target_csv {
        Some(csv) => {
            format!("if csv {{ {} }} else {{ {json} }}", writer::row(body.module, &fields, csv))
        }
        None => json,
    };
    format!("let begun = out.len(); {write} write::end(cx, out, begun)?;")
}

fn stage<'p>(body: &mut Body<'_, 'p>, stage: &'p Stage) -> String {
    let checks: String = stage.checks.iter().map(|check| invariant(body, check)).collect();
    let gate = if checks.is_empty() { "" } else { "rt::flow::clean(cx)?;" };
    let (outputs, unwrapped) = outputs(body, stage);
    let heads: String = stage.heads.iter().map(|head| self::head(body, head)).collect();
    let lets = body.bindings(&stage.lets);
    format!("{lets} {heads} {outputs} rt::flow::clean(cx)?; {unwrapped} {checks} {gate}")
}

/// The outputs, each evaluated whatever becomes of the others; and what takes those that can fail out of their results, once
/// nothing was reported.
fn outputs<'p>(body: &mut Body<'_, 'p>, stage: &'p Stage) -> (String, String) {
    let mut evaluated = String::new();
    let mut unwrapped = String::new();
    for (local, value) in &stage.outputs {
        let name = variable(*local);
        let ty = body.module.types.rust(body.local_type(*local));
        let (fails, skips) = (body.facts().fails(value), body.facts().skips(value));
        let code = body.expr(value);
        let used = body.is_used(*local);
        if !fails {
            if used {
                evaluated.push_str(&format!("let {name}: {ty} = {};", code.value()));
            }
            continue;
        }
        let part = if skips { "part_or_skip" } else { "part" };
        let question = if skips { "?" } else { "" };
        let bound = if used { name.as_str() } else { "_" };
        evaluated.push_str(&format!(
            "let {bound}: rt::Result<{ty}> = rt::flow::{part}(cx, || {}){question};",
            code.result()
        ));
        if used {
            unwrapped.push_str(&format!("let {name} = {name}?;"));
        }
    }
    (evaluated, unwrapped)
}

fn invariant<'p>(body: &mut Body<'_, 'p>, check: &'p Check) -> String {
    let condition = body.expr(&check.condition).result();
    let place = body.place(check.condition.site);
    format!("rt::flow::invariant(cx, || {condition}, || rt::flow::problem(\"R0302\", {:?}, {place}));", check.reason)
}

fn head<'p>(body: &mut Body<'_, 'p>, head: &'p Head) -> String {
    match head {
        Head::Skip { condition, reason } => {
            let condition = body.expr(condition).value();
            format!("if {condition} {{ return Ok(rt::Outcome::Skipped(Cow::Borrowed({reason:?}))); }}")
        }
        Head::Delete { condition, pipeline } => {
            let key = self::pipeline(body, pipeline);
            let condition = body.expr(condition).value();
            format!("if {condition} {{ {key} return Ok(rt::Outcome::Deleted); }}")
        }
        Head::Reject { condition, rejection } => {
            let condition = body.expr(condition).value();
            format!("if {condition} {{ return {}; }}", body.expr(rejection).result())
        }
    }
}
