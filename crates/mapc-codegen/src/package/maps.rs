//! `src/maps.rs`: the routes as functions over the structs of `types`.

use mapc_plan::interface::Interface;

use super::declared::Declared;
use super::routes::Named;
use crate::ALLOWED;
use crate::docs::code;
use crate::rust::{block, documented, enclosed};

const HEADER: &str = "//! The routes over structs.\n//!\n\
    //! Each function takes what its struct holds, checks it as the bytes of a record are checked, does what the maps say in the same Rust as the\n\
    //! route over bytes, and makes a struct of what comes of it. What has to be explained, and what JSON does not hold, is written as JSON, goes\n\
    //! through that route, and is read from what comes out: a function gives what the bytes would give.\n\n";

/// What all functions share.
const SHARED: &str = include_str!("helpers/maps.rs.txt");

/// Text of the module.
pub(super) fn text(interface: &Interface, declared: &Declared, routes: &[Named<'_>]) -> String {
    let (mut functions, mut direct) = (Vec::new(), Vec::new());
    for route in routes {
        let path = |name: &str| Some(declared.record(interface.record_named(name)?)?.path.clone());
        let (Some(from), Some(to)) = (path(&route.plan.from), path(&route.plan.to)) else { continue };
        functions.push(function(route, &from, &to));
        if route.plan.through.is_empty() {
            direct.push(conversion(&route.name, &from, &to));
        }
    }
    let items = [SHARED.trim_end().to_owned()].into_iter().chain(functions).chain(direct);
    let items = items.collect::<Vec<_>>().join("\n\n");
    format!("{HEADER}{ALLOWED}\nuse mapc_runtime as rt;\nuse rt::fast;\n\nuse super::routes;\n\n{items}\n")
}

fn function(route: &Named<'_>, from: &str, to: &str) -> String {
    let doc = format!(
        "Maps a {} to a {}.\n\n# Errors\nWhere the record has no output.",
        code(&route.plan.from),
        code(&route.plan.to)
    );
    let params = [format!("record: &{from}"), "message: rt::Message<'_>".to_owned()];
    let head = enclosed(&format!("pub fn {}(", route.name), &params, &format!(") -> Result<{to}, MapError>"));
    let body = format!("run(record, message, routes::{0}::typed::good, routes::{0}::{0}_in)", route.name);
    documented(&doc) + &block(&head, &body)
}

/// The conversion by the one map that is declared for the two records.
fn conversion(name: &str, from: &str, to: &str) -> String {
    let body = format!(
        "type Error = MapError;\n\n{}",
        block(
            &format!("fn try_from(record: &{from}) -> Result<Self, MapError>"),
            &format!("{name}(record, rt::Message::default())")
        )
    );
    documented(&format!("As [`{name}`], of a message of which nothing is known."))
        + &block(&format!("impl TryFrom<&{from}> for {to}"), &body)
}
