//! What the tests of passes show: the text of a small plan before and after a pass.

use mapc_diagnostics::{Severity, SourceMap};
use mapc_plan::{Plan, verify};

use super::PASSES;
use crate::lower::lowered;
use crate::route::routes;

/// The named parts of the plan of a package's last route, such as `pipeline`, before a pass and after it, where those in front of it have been
/// run: ` ` before a line of both, `-` before one that the pass took away, `+` before one that it made.
pub(super) fn change(pass: &str, package: &str, parts: &[&str]) -> String {
    let [before, after] = around(pass, package);
    parts.iter().map(|name| difference(&part(&before, name), &part(&after, name))).collect()
}

fn around(pass: &str, package: &str) -> [Plan; 2] {
    let mut sources = SourceMap::default();
    let file = sources.add("t.map", package);
    let parsed = mapc_syntax::parse(file, package);
    let (model, found) = mapc_model::check(&sources, &[(file, &parsed.file)]);
    let mut all = parsed.diagnostics.iter().chain(&found);
    assert!(all.all(|diagnostic| diagnostic.severity != Severity::Error), "{:#?} {found:#?}", parsed.diagnostics);
    let route = routes(&model).pop().expect("a route");
    let before = PASSES.iter().take_while(|other| other.name != pass);
    let before = before.fold(lowered(&model, &sources, &route).expect("a plan"), |plan, pass| (pass.run)(plan));
    let pass = PASSES.iter().find(|other| other.name == pass).expect("a pass");
    let after = (pass.run)(before.clone());
    assert_eq!([verify(&before), verify(&after)], [Ok(()), Ok(())]);
    [before, after]
}

/// The lines of a part of a plan's text.
fn part(plan: &Plan, name: &str) -> Vec<String> {
    let text = plan.text();
    let lines = text.lines().skip_while(|line| !line.starts_with(&format!("  ({name}"))).enumerate();
    let lines = lines.take_while(|(at, line)| *at == 0 || line.starts_with("   "));
    lines.filter_map(|(_, line)| line.strip_prefix("  ").map(str::to_owned)).collect()
}

/// The lines of both. What went is shown before what came, where both are in one place.
fn difference(before: &[String], after: &[String]) -> String {
    match (before, after) {
        ([], []) => String::new(),
        ([left, before @ ..], [right, after @ ..]) if left == right => {
            format!("  {left}\n{}", difference(before, after))
        }
        ([left, rest @ ..], _) if !after.contains(left) => format!("- {left}\n{}", difference(rest, after)),
        (_, [right, rest @ ..]) => format!("+ {right}\n{}", difference(before, rest)),
        ([left, rest @ ..], []) => format!("- {left}\n{}", difference(rest, after)),
    }
}
