//! `src/maps.rs`: the routes as functions over the structs of `types`.

use codegen::{Function, Scope};
use mapc_model::model::Model;

use super::declared::Declared;
use super::routes::Named;
use crate::ALLOWED;
use crate::docs::code;
use crate::layout;

const HEADER: &str = "//! The routes over structs.\n//!\n\
    //! Each function writes its record as JSON, runs the route of the same name over the bytes, and reads what comes out.\n\n";

/// What all functions share.
const SHARED: &str = include_str!("helpers/maps.rs.txt");

/// Text of the module.
pub(super) fn text(model: &Model, declared: &Declared, routes: &[Named<'_>]) -> String {
    let mut scope = Scope::new();
    let mut direct = String::new();
    for route in routes {
        let path = |name: &str| Some(declared.record(model.record_named(name)?)?.path.clone());
        let (Some(from), Some(to)) = (path(&route.plan.from), path(&route.plan.to)) else { continue };
        scope.push_fn(function(route, &from, &to));
        if route.plan.through.is_empty() {
            direct.push_str(&conversion(&route.name, &from, &to));
        }
    }
    let items = scope.to_string();
    format!("{HEADER}{ALLOWED}{}", layout::tidy(&format!("use mapc_runtime as rt;\n{SHARED}\n{items}\n{direct}")))
}

fn function(route: &Named<'_>, from: &str, to: &str) -> Function {
    let mut item = Function::new(&route.name);
    item.doc(format!(
        "Maps a {} to a {}.\n\n# Errors\nWhere the record has no output.",
        code(&route.plan.from),
        code(&route.plan.to)
    ));
    item.vis("pub").arg("record", format!("&{from}")).arg("message", "rt::Message<'_>");
    item.ret(format!("Result<{to}, MapError>"));
    item.line(format!("run(record, message, super::routes::{}::{}_in)", route.name, route.name));
    item
}

/// The conversion by the one map that is declared for the two records.
fn conversion(name: &str, from: &str, to: &str) -> String {
    format!(
        "/// As [`{name}`], of a message of which nothing is known.\n\
         impl TryFrom<&{from}> for {to} {{\n\
             type Error = MapError;\n\
             fn try_from(record: &{from}) -> Result<Self, MapError> {{ {name}(record, rt::Message::default()) }}\n\
         }}\n"
    )
}
