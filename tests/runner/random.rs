//! Random records and near misses through both engines, route by route.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use libtest_mimic::{Failed, Trial};
use mapc_plan::Route;
use mapc_runtime::csv::Dialect;
use mapc_runtime::{Outcome, Problem};
use mapc_tests::differential::{Pair, Totals};
use mapc_tests::inputs::Inputs;
use mapc_tests::program::Program;
use mapc_tests::slow;

/// The seed of all inputs.
const SEED: u64 = 20_261_122;

/// Of a hundred records of a route so many are written or deleted, so that what lies behind its checks is met often.
const LEAST_ACCEPTED: usize = 20;

/// The routes that take fewer, by their nature, and how many they take at least. Those of the library's examples that reject take none.
const SELDOM_ACCEPTED: &[(&str, usize)] = &[];

/// What all routes together were given.
pub type All = Arc<Mutex<Totals>>;

/// A trial a route.
pub fn trials(program: &Arc<Program>, all: &All, trials: &mut Vec<Trial>) {
    for route in program.routes() {
        let (program, all) = (Arc::clone(program), Arc::clone(all));
        trials.push(Trial::test(format!("random::{}::{route}", program.name), move || {
            let totals = run(&program, &route).map_err(Failed::from)?;
            println!("{}: {route}: {} records, {} % accepted", program.name, totals.records(), totals.share_accepted());
            all.lock().map_err(|_| "another trial panicked")?.merge(&totals);
            Ok(())
        }));
    }
}

/// Records a route: those of the library read next to nothing.
fn count(program: &Program) -> usize {
    match (slow(), program.name == "library") {
        (false, false) => 300,
        (false, true) => 50,
        (true, false) => 12_000,
        (true, true) => 500,
    }
}

fn run(program: &Program, route: &Route) -> Result<Totals, String> {
    let [careful, other] = super::engines(program, route)?;
    let plan = program.plan(route)?;
    let given = program.model.tests.iter().filter(|test| test.given == route.from.record);
    let mut inputs = Inputs::new(&plan, given.map(|test| test.input.clone().into_bytes()).collect(), SEED);
    let dialect = |csv: mapc_plan::ir::Csv| Dialect {
        separator: csv.separator,
        quote: csv.quote,
        decimal_mark: csv.decimal_mark,
    };
    let pair =
        Pair { careful: &careful, other: &other, source: inputs.dialect(), target: plan.target_csv.map(dialect) };
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    let totals = pair.run(&mut inputs, count(program), &mut |ran| {
        if let Outcome::Rejected(problems) = &ran.outcome {
            for Problem { code, place, reason, .. } in problems {
                *reasons.entry(format!("{code} {place} {reason}")).or_default() += 1;
            }
        }
    })?;
    let name = format!("{} {route}", program.name);
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
