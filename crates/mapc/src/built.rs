//! Which routes are built: the declared maps, those that tests are about, and those that `[build] routes` of `mapc.toml` names.

use std::collections::BTreeSet;

use mapc_diagnostics::{Diagnostic, nearest};
use mapc_lower::Route;
use mapc_model::model::{Expect, ExpectKind, Model, Owner};
use mapc_model::ty::RecordId;

use crate::checked::Checked;
use crate::errors::routes as errors;
use crate::pattern::{FurtherRoutes, NamePattern, RoutePattern};
use crate::route::{ends, list, nearest_record, record_names};

/// How many names a message lists.
const MOST_LISTED: usize = 12;

impl Checked {
    /// The routes that `mapc build` writes, in the order of [`mapc_lower::routes`]: every declared map, the routes that test blocks are
    /// about, and those that `[build] routes` names. All others can be run all the same.
    pub fn built_routes(&self) -> Vec<Route> {
        let all = mapc_lower::routes(&self.model);
        let FurtherRoutes::Named(patterns) = &self.manifest.build.routes else { return all };
        let mut chosen: BTreeSet<[Option<RecordId>; 3]> = BTreeSet::new();
        for test in &self.model.tests {
            let about = test.expects.iter().flat_map(|expect| tested(&all, test.given, target(expect)));
            chosen.extend(about.map(stops));
        }
        for pattern in patterns {
            chosen.extend(named(pattern, &all).into_iter().map(stops));
        }
        all.into_iter().filter(|route| route.through.is_none() || chosen.contains(&stops(route))).collect()
    }
}

/// The records of a route, which no other route has.
fn stops(route: &Route) -> [Option<RecordId>; 3] {
    [Some(route.from.record), route.through.as_ref().map(|stop| stop.record), Some(route.to.record)]
}

/// What an expectation says the record becomes, where it says that.
pub(crate) fn target(expect: &Expect) -> Option<RecordId> {
    match &expect.kind {
        ExpectKind::Output { target, .. } | ExpectKind::Delete { target, .. } => Some(*target),
        ExpectKind::Reject { target, .. } | ExpectKind::Skip { target } => *target,
    }
}

/// The routes that an expectation is about: where it has a target, the map that is declared for the two records, or else those
/// through an entity, of which the checker has seen to it that there is one; without a target, every map of the given record.
pub(crate) fn tested(routes: &[Route], given: RecordId, target: Option<RecordId>) -> Vec<&Route> {
    let fits = |route: &&Route| route.from.record == given && target.is_none_or(|target| route.to.record == target);
    let direct: Vec<&Route> = routes.iter().filter(fits).filter(|route| route.through.is_none()).collect();
    if target.is_none() || !direct.is_empty() { direct } else { routes.iter().filter(fits).collect() }
}

/// The routes that a pattern names. A short one means the map that is declared for its two records, where there is one.
fn named<'r>(pattern: &RoutePattern, routes: &'r [Route]) -> Vec<&'r Route> {
    let fitting: Vec<&Route> = routes.iter().filter(|route| pattern.fits(route)).collect();
    match fitting.iter().find(|route| route.through.is_none()) {
        Some(direct) if pattern.is_short() => vec![direct],
        _ => fitting,
    }
}

/// What is wrong with patterns: those that name no route, and short ones that could name several.
pub(crate) fn complaints(wanted: &FurtherRoutes, model: &Model) -> Vec<Diagnostic> {
    let FurtherRoutes::Named(patterns) = wanted else { return Vec::new() };
    if patterns.is_empty() {
        return Vec::new();
    }
    let routes = mapc_lower::routes(model);
    let complaint = |pattern: &RoutePattern| match named(pattern, &routes).as_slice() {
        [] => Some(names_nothing(pattern, model, &routes)),
        [_, _, ..] if pattern.is_short() => Some(names_several(pattern, &named(pattern, &routes))),
        _ => None,
    };
    patterns.iter().filter_map(complaint).collect()
}

fn names_several(pattern: &RoutePattern, fitting: &[&Route]) -> Diagnostic {
    let between = fitting.iter().filter_map(|route| route.through.as_ref()).map(|stop| format!("`{}`", stop.name));
    let between: Vec<String> = between.collect();
    let first = fitting.first().map(|route| route.to_string()).unwrap_or_default();
    errors::ambiguous(pattern, &between, &first)
}

fn names_nothing(pattern: &RoutePattern, model: &Model, routes: &[Route]) -> Diagnostic {
    let records = record_names(model);
    let unknown = |stop: &&NamePattern| !records.iter().any(|record| stop.fits(record));
    if let Some(stop) = pattern.stops().find(unknown) {
        return errors::no_such_record(pattern, stop, likely(stop, &records), &some(&records));
    }
    let entities: Vec<&str> = model
        .records
        .iter()
        .filter(|record| record.owner == Owner::Entity)
        .map(|record| record.name.as_str())
        .collect();
    if let Some(middle) = &pattern.through
        && !entities.iter().any(|entity| middle.fits(entity))
    {
        return errors::not_an_entity(pattern, middle);
    }
    let between = |route: &Route| pattern.from.fits(&route.from.name) && pattern.to.fits(&route.to.name);
    let others = ends(routes, |route| between(route).then(|| route.to_string()));
    if !others.is_empty() {
        return errors::leads_nowhere(pattern, format!("from there to there leads {}", some(&others)));
    }
    let reached = ends(routes, |route| pattern.from.fits(&route.from.name).then(|| route.to.name.clone()));
    let reaching = ends(routes, |route| pattern.to.fits(&route.to.name).then(|| route.from.name.clone()));
    let (from, to) = (&pattern.from.text, &pattern.to.text);
    let ways = format!("from `{from}` one gets to {}, and to `{to}` from {}", some(&reached), some(&reaching));
    errors::leads_nowhere(pattern, ways)
}

/// What was most likely meant where no record fits. In a name with stars, it is the system that can be mistaken.
fn likely(stop: &NamePattern, records: &[String]) -> Option<String> {
    if stop.is_exact() {
        return nearest_record(&stop.text, records).map(str::to_owned);
    }
    let (system, rest) = stop.text.split_once('.')?;
    let systems = records.iter().filter_map(|record| record.split_once('.')).map(|(system, _)| system);
    let likely = format!("{}.{rest}", nearest(system, systems)?);
    let fits = NamePattern { text: likely.clone(), span: stop.span };
    records.iter().any(|record| fits.fits(record)).then_some(likely)
}

/// Names as they stand in a sentence, not too many.
fn some(names: &[String]) -> String {
    match names.split_at_checked(MOST_LISTED) {
        Some((first, rest)) if !rest.is_empty() => format!("{} and {} more", list(first), rest.len()),
        _ => list(names),
    }
}
