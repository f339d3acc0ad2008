//! User functions and called maps.

use mapc_plan::Function;

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
    let mut body = Body::new(module, &function.locals);
    // Every call is bounded by the record's budget, so every function can end without a value.
    let value = body.expr(&function.body).result();
    let result = body.module.types.rust(&function.body.ty);
    let params = body.parameters(&function.params);
    let name = body.module.function_name(mapc_plan::FunctionId(position));
    let mut item = codegen::Function::new(name);
    item.doc(code(&function.name)).generic("'a");
    item.arg(if layout::names(&value, "cx") { "cx" } else { "_cx" }, "&rt::Cx<'a>");
    for (name, ty) in params {
        item.arg(&name, body.module.types.rust(&ty));
    }
    item.ret(format!("rt::Result<{result}>"));
    item.line(value);
    item
}
