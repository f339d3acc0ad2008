//! Measures mapc against what one would write by hand. Every contender maps the same input to the same bytes, which is checked
//! before anything is timed; then they take turns, and the ratios of their CPU times are the result. Times of one run say
//! little on a shared machine, ratios within a run much.

include!(concat!(env!("OUT_DIR"), "/lead_to_contact.rs"));
include!(concat!(env!("OUT_DIR"), "/shop_orders.rs"));
include!(concat!(env!("OUT_DIR"), "/webhooks.rs"));
include!(concat!(env!("OUT_DIR"), "/wide.rs"));

mod compile;
mod contender;
mod data;
mod hand;
mod measure;
mod ours;
mod workload;

use std::process::ExitCode;

use clap::Parser;
use clap::builder::{PossibleValue, PossibleValuesParser};

use workload::Known;

/// Measures mapc against programs written by hand.
///
/// Build it with `--release`. Each workload prints a table: the median of each contender's CPU time for a record, and how it
/// compares with the hand-written one.
#[derive(Debug, Parser)]
#[command(name = "mapc-bench")]
struct Arguments {
    /// The workloads to run; all where none is given
    #[arg(value_parser = workloads())]
    workloads: Vec<String>,
    /// How often each contender runs
    #[arg(long, default_value_t = 7)]
    rounds: usize,
    /// A share of the usual number of records, in per cent
    #[arg(long, default_value_t = 100)]
    size: usize,
    /// Only this contender runs, once, without being timed: for callgrind and other profilers
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
}

/// What can be asked for, with what it is.
fn workloads() -> PossibleValuesParser {
    let known = workload::ALL.iter().map(|known| (known.name, known.title));
    let all = known.chain([("compile", "the compiler itself: checking and generating")]);
    PossibleValuesParser::new(all.map(|(name, title)| PossibleValue::new(name).help(title)))
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut failed = false;
    let wanted = |name: &str| arguments.workloads.is_empty() || arguments.workloads.iter().any(|wanted| wanted == name);
    for Known { name, title, make } in workload::ALL.iter().filter(|known| wanted(known.name)) {
        let mut workload = make(arguments.size);
        let run = match &arguments.profile {
            Some(contender) => workload.run_once(contender),
            None => measure::table(name, title, &mut workload, arguments.rounds),
        };
        if let Err(wrong) = run {
            eprintln!("{name}: {wrong}");
            failed = true;
        }
    }
    if wanted("compile") && arguments.profile.is_none() {
        compile::table(arguments.rounds);
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

#[cfg(test)]
mod tests {
    use crate::workload::Known;

    /// What is timed is the same work: a few records of each workload through every contender.
    #[test]
    fn contenders_agree() {
        for Known { name, make, .. } in crate::workload::ALL {
            let tally = crate::measure::agree(&mut make(1)).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
            assert_eq!(tally.written > 0, *name != "lead-rejected-100", "{name}: {tally:?}");
        }
    }
}
