//! User functions and called maps.

use mapc_plan::ir::{Function, FunctionHead};

use crate::body::Body;
use crate::docs::code;
use crate::layout;
use crate::module::Module;

/// The functions of a plan.
pub(crate) fn items(module: &mut Module<'_>) -> Vec<codegen::Function> {
    let plan = module.plan;
    let numbered = (0_u32..).zip(&plan.functions);
    numbered.map(|(position, function)| item(module, position, function)).collect()
}

fn item<'p>(module: &mut Module<'p>, position: u32, function: &'p Function) -> codegen::Function {
    let fails = module.functions.get(position as usize).is_none_or(|ends| ends.fails);
    let mut body = Body::new(module, &function.locals);
    body.declare(&function.lets);
    let value = body.expr(&function.body);
    let result = body.module.types.rust(&function.body.ty);
    let value = if fails { value.result() } else { value.value() };
    let heads: String = function.heads.iter().map(|head| self::head(&mut body, head)).collect();
    let lets = body.bindings(&function.lets);
    let params = body.parameters(&function.params);
    let text = format!("{lets} {heads} {value}");

    let name = body.module.function_name(mapc_plan::ir::FunctionId(position));
    let mut item = codegen::Function::new(name);
    item.doc(code(&function.name)).generic("'a");
    item.arg(if layout::names(&text, "cx") { "cx" } else { "_cx" }, "&rt::Cx<'a>");
    for (name, ty) in params {
        item.arg(&name, body.module.types.rust(&ty));
    }
    item.ret(if fails { format!("rt::Result<{result}>") } else { result });
    item.line(text);
    item
}

/// A decision about the record before the body.
fn head<'p>(body: &mut Body<'_, 'p>, head: &'p FunctionHead) -> String {
    match head {
        FunctionHead::Skip { condition, reason } => skip(body, condition, reason),
        FunctionHead::Delete { condition, .. } => skip(body, condition, "deleted at its source"),
        FunctionHead::Reject { condition, rejection } => {
            let condition = body.expr(condition).value();
            format!("if {condition} {{ return {}; }}", body.expr(rejection).result())
        }
    }
}

fn skip<'p>(body: &mut Body<'_, 'p>, condition: &'p mapc_plan::ir::Expr, reason: &str) -> String {
    let place = body.place(condition.site);
    let condition = body.expr(condition).value();
    format!("if {condition} {{ return Err(rt::flow::skip(cx, {reason:?}, {place})); }}")
}
