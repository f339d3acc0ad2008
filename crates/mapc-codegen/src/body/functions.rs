//! User functions and called maps.

use mapc_plan::{Function, FunctionId, Ty};

use super::Body;
use crate::docs::code;
use crate::module::Module;
use crate::rust::{block, documented};

/// The functions of a plan.
pub(crate) fn items(module: &mut Module<'_>) -> Vec<String> {
    let plan = module.plan;
    let numbered = (0_u32..).zip(&plan.functions);
    numbered.map(|(position, function)| item(module, FunctionId(position), function)).collect()
}

fn item<'p>(module: &mut Module<'p>, id: FunctionId, function: &'p Function) -> String {
    let name = module.function_name(id);
    let mut body = Body::new(module, &function.locals, |visit| visit(&function.body));
    let value = body.expr(&function.body).text();
    let value = if function.body.ty == Ty::Never { value } else { format!("Ok({value})") };
    let result = body.module.types.rust(&function.body.ty);
    let cx = if crate::texts::names(&value, "cx") { "cx" } else { "_cx" };
    let mut params = vec![format!("{cx}: &rt::Cx<'a>")];
    for param in &function.params {
        let name = if body.read.contains(param) { body.name(*param) } else { format!("_{}", body.name(*param)) };
        params.push(format!("{name}: {}", body.module.types.rust(body.local_type(*param))));
    }
    let head = format!("fn {name}<'a>({}) -> fast::Result<{result}>", params.join(", "));
    documented(&code(&function.name)) + &block(&head, &value)
}
