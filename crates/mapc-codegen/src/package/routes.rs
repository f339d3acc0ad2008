//! The routes of a crate and their names.

use std::collections::BTreeMap;

use mapc_plan::interface::{Interface, Owner};
use mapc_plan::{Plan, RecordId};

use crate::names::{Namer, bounded, snake};
use crate::rust::enclosed;

/// A route and what its module and function are called.
pub(super) struct Named<'p> {
    /// `lead_to_contact`.
    pub name: String,
    /// The route.
    pub plan: &'p Plan,
}

/// The names of the stops of a route.
#[derive(Clone, Copy)]
struct Stops<'p> {
    from: &'p str,
    through: Option<&'p str>,
    to: &'p str,
}

impl<'p> Stops<'p> {
    fn of(plan: &'p Plan) -> Self {
        Stops { from: &plan.from, through: plan.through.first().map(String::as_str), to: &plan.to }
    }
}

/// The forms of names, from short to long.
const FORMS: [fn(Stops<'_>) -> String; 3] = [short, long, full];

/// Names the routes: by their ends without the systems, or with them where that is needed to tell routes apart, or by the entity in
/// between as well. They are told apart from all that could be built of the package, so that a route keeps its name whichever others
/// are built beside it.
pub(super) fn named<'p>(interface: &Interface, plans: &'p [Plan]) -> Vec<Named<'p>> {
    let possible = possible(interface);
    let uses = FORMS.map(|form| {
        let mut uses: BTreeMap<String, usize> = BTreeMap::new();
        possible.iter().for_each(|stops| *uses.entry(form(*stops)).or_default() += 1);
        uses
    });
    let mut names = Namer::default();
    let name = |plan: &Plan| {
        let stops = Stops::of(plan);
        let mut wishes = FORMS.iter().zip(&uses).map(|(form, uses)| (form(stops), uses));
        let alone = wishes.find(|(wish, uses)| uses.get(wish).is_none_or(|count| *count < 2));
        alone.map_or_else(|| full(stops), |(wish, _)| wish)
    };
    plans.iter().map(|plan| Named { name: names.claim(&bounded(name(plan))), plan }).collect()
}

/// The maps, and the pairs of them that meet in an entity.
fn possible(interface: &Interface) -> Vec<Stops<'_>> {
    let record = |id| interface.record(id);
    let name = |id| record(id).map_or("", |record| record.name.as_str());
    let mut after: BTreeMap<RecordId, Vec<&str>> = BTreeMap::new();
    for map in interface.maps.iter().filter(|map| record(map.from).is_some_and(|it| it.owner == Owner::Entity)) {
        after.entry(map.from).or_default().push(name(map.to));
    }
    let direct = interface.maps.iter().map(|map| Stops { from: name(map.from), through: None, to: name(map.to) });
    let composed = interface.maps.iter().flat_map(|map| {
        let (from, through) = (name(map.from), name(map.to));
        let ends = after.get(&map.to).into_iter().flatten().filter(move |to| **to != from);
        ends.map(move |to| Stops { from, through: Some(through), to })
    });
    direct.chain(composed).collect()
}

fn short(stops: Stops<'_>) -> String {
    format!("{}_to_{}", last(stops.from), last(stops.to))
}

fn long(stops: Stops<'_>) -> String {
    format!("{}_to_{}", snake(stops.from), snake(stops.to))
}

fn full(stops: Stops<'_>) -> String {
    let through = stops.through.map(|name| format!("_through_{}", snake(name))).unwrap_or_default();
    long(stops) + &through
}

/// The name of a record without its system, as the part of another name.
fn last(name: &str) -> String {
    snake(name.rsplit('.').next().unwrap_or(name)).trim_end_matches('_').to_owned()
}

/// Text of the module of all routes.
pub(super) fn text(routes: &[Named<'_>]) -> String {
    let modules: String = routes.iter().map(|route| format!("pub mod {};\n", route.name)).collect();
    let uses: String = routes.iter().map(|route| format!("pub use {0}::{0};\n", route.name)).collect();
    let all: Vec<String> = routes.iter().map(|route| format!("&{}::ROUTE", route.name)).collect();
    format!(
        "//! Routes: from the bytes of a source record to those of a target record.\n\n{modules}\n{uses}\n\
         /// All of them, for whatever runs any route.\n{}\n",
        enclosed("pub static ALL: &[&dyn mapc_runtime::Route] = &[", &all, "];")
    )
}
