//! Random records and near misses through both engines, route by route.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::{Arc, Mutex};

use libtest_mimic::{Failed, Trial};
use mapc_lower::Route;
use mapc_plan::Plan;
use mapc_runtime::{Outcome, Problem};
use mapc_tests::cases::Given;
use mapc_tests::closure;
use mapc_tests::differential::{Pair, Totals};
use mapc_tests::inputs::{Form, Input, Inputs, Kind};
use mapc_tests::points::Points;
use mapc_tests::program::Program;
use mapc_tests::{root, slow};

/// The seed of all inputs.
const SEED: u64 = 20_261_122;

/// Of a hundred records of a route so many are written or deleted, so that what lies behind its checks is met often.
const LEAST_ACCEPTED: usize = 15;

/// The routes that take fewer, by their nature, and how many they take at least. Those of the library's examples that reject take none.
const SELDOM_ACCEPTED: &[(&str, usize)] = &[];

/// Of a hundred points of all plans the records meet so many, however few they are.
const LEAST_POINTS: usize = 96;

/// So many inputs of a route tell which of its operations are met.
const SAMPLES: usize = 120;

/// What all routes together were given and met.
#[derive(Debug, Default)]
pub struct Sum {
    /// Records by kind.
    pub totals: Totals,
    /// Points of all plans.
    pub points: usize,
    /// Those that no record met.
    pub never_met: BTreeSet<String>,
    /// What plans hold and records met; see [`closure`].
    pub operations: BTreeSet<String>,
}

/// Shared by the trials.
pub type All = Arc<Mutex<Sum>>;

impl Sum {
    /// Tells what was run, and whether all was met that must be: to be asked when all routes were run.
    pub fn judge(&self) -> Result<(), String> {
        println!("Random records and near misses that both engines agree on:\n{}", self.totals);
        let listed = listed("never_met.txt")?;
        let share = (self.points - self.never_met.len()) * 100 / self.points.max(1);
        println!("{} of {} points of plans were met, {share} %", self.points - self.never_met.len(), self.points);
        let unmet: Vec<&String> = self.never_met.iter().filter(|point| !listed.contains(*point)).collect();
        // Few records miss by chance what many meet.
        if share < LEAST_POINTS || (slow() && !unmet.is_empty()) {
            return Err(format!(
                "points that no record met and that tests/suite/lists/never_met.txt does not list: {unmet:#?}"
            ));
        }
        let listed = self::listed("no_program_yet.txt")?;
        let wanted = closure::wanted();
        let (met, unmet): (Vec<&String>, Vec<&String>) =
            wanted.iter().partition(|label| self.operations.contains(*label));
        println!("{} of {} operations, constants and forms were met", met.len(), wanted.len());
        met.iter()
            .filter(|label| listed.contains(**label))
            .for_each(|label| println!("  no longer without a program: {label}"));
        let unlisted: Vec<&&String> = unmet.iter().filter(|label| !listed.contains(**label)).collect();
        if unlisted.is_empty() {
            return Ok(());
        }
        Err(format!(
            "what no program holds or no record meets, and tests/suite/lists/no_program_yet.txt does not list: {unlisted:#?}"
        ))
    }
}

/// The lines of a list of exceptions, without its comments.
fn listed(name: &str) -> Result<BTreeSet<String>, String> {
    let path = root().join("tests/suite/lists").join(name);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect())
}

/// A trial a route.
pub fn trials(program: &Arc<Program>, all: &All, trials: &mut Vec<Trial>) {
    for route in program.routes() {
        let (program, all) = (Arc::clone(program), Arc::clone(all));
        trials.push(Trial::test(format!("random::{}::{route}", program.name), move || {
            let totals = run(&program, &route, &all).map_err(Failed::from)?;
            println!("{}: {route}: {} records, {} % accepted", program.name, totals.records(), totals.share_accepted());
            all.lock().map_err(|_| "another trial panicked")?.totals.merge(&totals);
            Ok(())
        }));
    }
}

/// Records a route: those of the library read next to nothing.
fn count(program: &Program) -> usize {
    match (slow(), program.name == "library") {
        (false, false) => 200,
        (false, true) => 20,
        (true, false) => 12_000,
        (true, true) => 500,
    }
}

/// The records of a program's tests and cases that a route reads.
fn given(program: &Program, route: &Route) -> Result<Vec<Input>, String> {
    let tests = program.model.tests.iter().filter(|test| test.given == route.from.record);
    let mut inputs: Vec<Input> = tests.map(|test| Input::new(Form::Json, test.input.clone().into_bytes())).collect();
    for case in super::cases(program)?.into_iter().filter(|case| case.from == route.from.name) {
        inputs.push(match case.given {
            Given::Json(bytes) => Input::new(Form::Json, bytes),
            Given::Row(header, row) => Input::new(Form::Csv, format!("{header}\n{row}\n").into_bytes()),
        });
    }
    Ok(inputs)
}

/// Whether all values of a route's records are changed in turn, so that all its points are met. A route through an entity reads and writes
/// as the maps that it is made of, so that it is left to chance in the fast run.
fn in_turn(route: &Route) -> bool {
    slow() || route.through.is_none()
}

/// Every point that is met is listed; which of the listed ones are never met is told at the end.
fn of_points(route: &str, in_turn: bool, points: &Points, all: &All) -> Result<(), String> {
    let unlisted = points.unlisted();
    if !unlisted.is_empty() {
        return Err(format!("met, but no point of the plan: {unlisted:?}"));
    }
    // The examples of the library read nothing, so that no record decides what they meet.
    if route.starts_with("library ") || !in_turn {
        return Ok(());
    }
    let mut all = all.lock().map_err(|_| "another trial panicked")?;
    all.points += points.count();
    all.never_met.extend(points.never_met().into_iter().map(|point| format!("{route}: {point}")));
    Ok(())
}

/// Which operations the records of a route meet, of those that no other route met so far.
fn of_operations(plan: &Plan, samples: &[Input], all: &All) -> Result<(), String> {
    let known = all.lock().map_err(|_| "another trial panicked")?.operations.clone();
    let met = closure::met(plan, samples, &known);
    all.lock().map_err(|_| "another trial panicked")?.operations.extend(met);
    Ok(())
}

fn run(program: &Program, route: &Route, all: &All) -> Result<Totals, String> {
    let [careful, other] = super::engine::engines(program, route)?;
    let plan = program.plan(route)?;
    let mut inputs = Inputs::new(&plan, given(program, route)?, SEED);
    if !in_turn(route) {
        inputs = inputs.by_chance_alone();
    }
    let pair = Pair::new(&*careful, &*other)?;
    let mut points = Points::of(&plan);
    let mut samples: Vec<Input> = Vec::new();
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    let totals = pair.run(&mut inputs, count(program), &mut |input, ran| {
        points.meet(ran);
        if samples.len() < SAMPLES && input.kind != Kind::Sweep {
            samples.push(input.clone());
        }
        if let Outcome::Rejected(problems) = &ran.outcome {
            for Problem { code, place, reason, .. } in problems {
                *reasons.entry(format!("{code} {place} {reason}")).or_default() += 1;
            }
        }
    })?;
    let name = format!("{} {route}", program.name);
    of_points(&name, in_turn(route), &points, all)?;
    of_operations(&plan, &samples, all)?;
    let least = SELDOM_ACCEPTED.iter().find(|(seldom, _)| *seldom == name).map_or(LEAST_ACCEPTED, |(_, least)| *least);
    if totals.share_accepted() >= least || program.name == "library" {
        return Ok(totals);
    }
    let mut reasons: Vec<_> = reasons.into_iter().map(|(reason, count)| (count, reason)).collect();
    reasons.sort_by(|a, b| b.cmp(a));
    reasons.truncate(5);
    let share = totals.share_accepted();
    Err(format!(
        "only {share} % of the records are accepted, fewer than {least}; most often for these reasons: {reasons:#?}"
    ))
}
