//! The routes of a crate and their names.

use std::collections::BTreeMap;

use mapc_plan::ir::Plan;

use crate::names::{Namer, bounded, snake};

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
    let mut names = Namer::default();
    let mut open: Vec<usize> = (0..plans.len()).collect();
    let mut wishes = vec![String::new(); plans.len()];
    for form in forms {
        let mut routes: BTreeMap<String, usize> = BTreeMap::new();
        for position in &open {
            wishes[*position] = form(&plans[*position]);
        }
        plans.iter().for_each(|plan| *routes.entry(form(plan)).or_default() += 1);
        open.retain(|position| routes.get(&wishes[*position]).is_some_and(|count| *count > 1));
    }
    plans.iter().zip(wishes).map(|(plan, wish)| Named { name: names.claim(&bounded(wish)), plan }).collect()
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
