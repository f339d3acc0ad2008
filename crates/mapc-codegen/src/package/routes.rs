//! The routes of a crate and their names.

use mapc_plan::ir::Plan;

use crate::names::{Namer, snake};

/// A route and what its module and function are called.
pub(super) struct Named<'p> {
    /// `lead_to_contact`.
    pub name: String,
    /// The route.
    pub plan: &'p Plan,
}

/// Names the routes: by their ends without the systems, or with them where that is needed to tell routes apart, or by the
/// entities in between as well.
pub(super) fn named(plans: &[Plan]) -> Vec<Named<'_>> {
    let forms: [fn(&Plan) -> String; 3] = [short, long, full];
    let mut names = Namer::with(&["mod"]);
    let wish = |plan: &Plan| {
        let alone = |form: &&fn(&Plan) -> String| plans.iter().filter(|other| form(other) == form(plan)).count() == 1;
        forms.iter().find(alone).unwrap_or(&(full as fn(&Plan) -> String))(plan)
    };
    plans.iter().map(|plan| Named { name: names.claim(&wish(plan)), plan }).collect()
}

fn short(plan: &Plan) -> String {
    format!("{}_to_{}", last(&plan.from), last(&plan.to))
}

fn long(plan: &Plan) -> String {
    format!("{}_to_{}", snake(&plan.from), snake(&plan.to))
}

fn full(plan: &Plan) -> String {
    let through: String = plan.through.iter().map(|name| format!("_through_{}", snake(name))).collect();
    long(plan) + &through
}

/// The name of a record without its system, as the part of another name.
fn last(name: &str) -> String {
    snake(name.rsplit('.').next().unwrap_or(name)).trim_end_matches('_').to_owned()
}

/// Text of the module of all routes.
pub(super) fn text(routes: &[Named<'_>]) -> String {
    let modules: String = routes.iter().map(|route| format!("pub mod {};\n", route.name)).collect();
    let uses: String = routes.iter().map(|route| format!("pub use {0}::{0};\n", route.name)).collect();
    format!("//! Routes: from the bytes of a source record to those of a target record.\n\n{modules}\n{uses}")
}
