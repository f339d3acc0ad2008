//! The compiler itself: how long a package takes to check and to turn into Rust.

use std::fmt::Write as _;
use std::time::Duration;

use mapc::generated::Runtime;
use mapc::{Checked, Manifest, Project};

use crate::measure::{cpu_time, median};

/// Prints what checking and generating take for a package of a few maps and for one of many lines.
pub(crate) fn table(rounds: usize) {
    println!("\ncompile: packages of equal systems over their entities; {rounds} rounds, medians of CPU time");
    println!("{:44} {:>10} {:>10} {:>10} {:>12}", "", "lines", "check ms", "build ms", "Rust lines");
    for (entities, systems, build) in [(25, 4, true), (200, 20, false)] {
        let text = package(entities, systems);
        let (mut check, mut generate, mut written) = (Vec::new(), Vec::new(), 0);
        for _ in 0..rounds.max(1) {
            let start = cpu_time();
            let checked = checked(&text);
            check.push(cpu_time() - start);
            assert!(checked.is_usable(), "{:?}", checked.diagnostics.first());
            if build {
                let start = cpu_time();
                let files = checked.generate(Runtime::Version("0.1")).unwrap_or_default();
                generate.push(cpu_time() - start);
                written = files.iter().map(|(_, text)| text.lines().count()).sum();
            }
        }
        let millis = |times: &mut Vec<Duration>| median(times).as_secs_f64() * 1e3;
        let name = format!("{entities} entities, {systems} systems, {} maps", entities * systems);
        let lines = text.lines().count();
        println!("{name:44} {lines:>10} {:>10.0} {:>10.0} {written:>12}", millis(&mut check), millis(&mut generate));
    }
}

fn checked(text: &str) -> Checked {
    let manifest = Manifest::new("bench", "0.1.0");
    Project::in_memory(manifest, [("bench.map", text)]).check()
}

/// A package in which every system maps to every entity; half of the systems are mapped to as well.
fn package(entities: usize, systems: usize) -> String {
    const FIELDS: usize = 10;
    let mut text = String::new();
    for entity in 0..entities {
        let _ = writeln!(text, "entity E{entity} {{\n  key id: string");
        (0..FIELDS).for_each(|field| text.push_str(&format!("  f{field}: string(..200)?\n")));
        text.push_str("}\n\n");
    }
    for system in 0..systems {
        let _ = writeln!(text, "system s{system} (blank = absent) {{");
        for entity in 0..entities {
            let _ = writeln!(text, "  record R{entity} {{\n    id: int");
            (0..FIELDS).for_each(|field| text.push_str(&format!("    g{field}: string?\n")));
            text.push_str("  }\n");
        }
        text.push_str("}\n\n");
        for entity in 0..entities {
            if system % 2 == 0 {
                let _ = writeln!(text, "map s{system}.R{entity} -> E{entity} {{\n  id = id.to_string()");
                (0..FIELDS).for_each(|field| text.push_str(&format!("  f{field} = g{field}.trim().lower()\n")));
            } else {
                let _ = writeln!(text, "map E{entity} -> s{system}.R{entity} {{\n  id = id.to_int()");
                (0..FIELDS).for_each(|field| text.push_str(&format!("  g{field} = f{field}\n")));
            }
            text.push_str("}\n\n");
        }
    }
    text
}
