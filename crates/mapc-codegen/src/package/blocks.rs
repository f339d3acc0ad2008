//! `tests/mappings.rs`: the `test` blocks of the package, over the crate's routes.

use std::collections::BTreeMap;

use mapc_plan::interface::{Expect, Test};
use mapc_plan::{Dialect, RecordId};
use serde_json::value::RawValue;

use super::Package;
use super::routes::Named;
use crate::names::{Namer, snake};
use crate::rust::enclosed;
use crate::texts;

/// `$message_id` and `$received_at` of a test that does not set them.
const MESSAGE_ID: &str = "test";
const RECEIVED_AT: &str = "1970-01-01T00:00:00Z";

/// What the tests call, and by what it is told that they do.
const HELPERS: &[(&str, &str)] = &[
    ("gives(", include_str!("helpers/gives.rs.txt")),
    ("deletes(", include_str!("helpers/deletes.rs.txt")),
    ("same(", include_str!("helpers/same.rs.txt")),
    ("skips(", include_str!("helpers/skips.rs.txt")),
    ("rejects(", include_str!("helpers/rejects.rs.txt")),
    ("run(", include_str!("helpers/run.rs.txt")),
];

/// Text of the tests; none where no test is about one of the routes.
pub(super) fn text(package: &Package<'_>, routes: &[Named<'_>]) -> Option<String> {
    let mut names = Namer::with(&["gives", "deletes", "same", "agree", "skips", "rejects", "run", "main"]);
    let mut text = String::new();
    for test in &package.interface.tests {
        let body: String = test.expects.iter().map(|expect| expectation(package, routes, test, expect)).collect();
        if !body.is_empty() {
            let name = names.claim(&snake(&test.name));
            let lines = given(package, test) + &body;
            // Not moved in by lines: texts run over several.
            text.push_str(&format!("\n#[test]\nfn {name}() {{\n{lines}}}\n"));
        }
    }
    if text.is_empty() {
        return None;
    }
    for (sign, helper) in HELPERS {
        if texts::without_texts(&text).contains(sign) {
            text.push_str(helper);
        }
    }
    let library = package.name.replace('-', "_");
    let uses = format!("use ::{library}::routes;\nuse ::{library}::runtime as rt;\n");
    Some(format!("//! The tests that stand beside the mappings.\n\n{uses}{text}"))
}

/// The record and message of a test.
fn given(package: &Package<'_>, test: &Test) -> String {
    let id = test.message_id.as_deref().unwrap_or(MESSAGE_ID);
    let received_at = test.received_at.as_deref().unwrap_or(RECEIVED_AT);
    let input = match package.interface.record(test.given).and_then(|record| record.csv) {
        Some(csv) => {
            let row = row(&test.input, csv);
            format!("    let row = {row};\n    let input = rt::Input::Row(&row);\n")
        }
        None => format!("    let input = rt::Input::Json({}.as_bytes());\n", raw(&test.input)),
    };
    format!(
        "    let message = rt::Message {{ id: {id:?}, received_at: {received_at:?}.parse().expect(\"a time\") }};\n{input}"
    )
}

/// A row of a CSV file, given as an object of its cells.
fn row(json: &str, csv: Dialect) -> String {
    let members: BTreeMap<String, &RawValue> = serde_json::from_str(json).unwrap_or_default();
    let cells = members.iter().filter(|(_, value)| value.get() != "null").map(|(name, value)| {
        let text: String = serde_json::from_str(value.get()).unwrap_or_else(|_| value.get().to_owned());
        format!("({name:?}, {text:?})")
    });
    let cells = enclosed("[", &cells.collect::<Vec<String>>(), "]").replace('\n', "\n        ");
    format!(
        "rt::csv::Row::of::<&str, &str>(\n        {cells},\n        \
         rt::csv::Dialect {{ separator: {}, quote: {}, decimal_mark: {} }},\n    )",
        csv.separator, csv.quote, csv.decimal_mark
    )
}

fn expectation(package: &Package<'_>, routes: &[Named<'_>], test: &Test, expect: &Expect) -> String {
    let target = match expect {
        Expect::Output { target, .. } | Expect::Delete { target, .. } => Some(*target),
        Expect::Reject { target, .. } | Expect::Skip { target } => *target,
    };
    let fitting = about(package, routes, test.given, target).into_iter();
    fitting.map(|route| assertion(expect, &format!("run(routes::{}, input, message)", route.name))).collect()
}

/// The routes that an expectation is about: to its target the one of one map, or else the one through an entity; without a target,
/// each of one map.
fn about<'r, 'p>(
    package: &Package<'_>,
    routes: &'r [Named<'p>],
    given: RecordId,
    target: Option<RecordId>,
) -> Vec<&'r Named<'p>> {
    let name = |record| package.interface.record(record).map_or("", |record| record.name.as_str());
    let fits = |route: &&Named<'_>| {
        route.plan.from == name(given) && target.is_none_or(|target| route.plan.to == name(target))
    };
    let direct: Vec<_> = routes.iter().filter(fits).filter(|route| route.plan.through.is_empty()).collect();
    if target.is_none() || !direct.is_empty() { direct } else { routes.iter().filter(fits).collect() }
}

fn assertion(expect: &Expect, ran: &str) -> String {
    match expect {
        Expect::Output { has, json, .. } => format!("    gives(&{ran}, {}, {has});\n", raw(json)),
        Expect::Delete { json, .. } => format!("    deletes(&{ran}, {});\n", raw(json)),
        Expect::Skip { .. } => format!("    skips(&{ran});\n"),
        Expect::Reject { code, at, .. } => format!("    rejects(&{ran}, {code:?}, {at:?});\n"),
    }
}

/// A text as a raw literal, where it can be one: nothing is escaped in that.
fn raw(text: &str) -> String {
    let is_plain = |character: char| "\"'\\\n".contains(character) || character.escape_debug().len() == 1;
    if !text.chars().all(is_plain) {
        return format!("{text:?}");
    }
    let mut hashes = "#".to_owned();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_literals_end_where_they_should() {
        assert_eq!(raw(r##"{"a":"x#"}"##), r####"r#"{"a":"x#"}"#"####);
        assert_eq!(raw(r##"{"a":"#"}"##), r####"r##"{"a":"#"}"##"####);
        assert_eq!(raw("a\r\n"), "\"a\\r\\n\"");
        assert_eq!(raw("'\u{202e}\u{200b}"), "\"'\\u{202e}\\u{200b}\"");
        assert_eq!(raw("{\n}'\\"), "r#\"{\n}'\\\"#");
    }

    #[test]
    fn cells_are_texts_of_what_is_given() {
        let row = row(r#"{"b": 1.50, "a": "x", "c": null, "d": true}"#, Dialect::default());
        assert!(row.contains(r#"[("a", "x"), ("b", "1.50"), ("d", "true")]"#), "{row}");
    }
}
