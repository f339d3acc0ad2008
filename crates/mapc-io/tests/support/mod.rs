//! A route written by hand: whoever runs records needs no compiler.

#![allow(dead_code, reason = "each test binary uses a part of this module")]

use mapc_runtime::csv::Dialect;
use mapc_runtime::{Cx, Format, Input, Notice, Outcome, Problem, Route};

/// Writes what it reads, with the id of its message, unless the text tells otherwise: `skip`, `delete`, `notice`; what is no object is rejected.
pub struct Echo;

impl Route for Echo {
    fn stops(&self) -> Vec<&str> {
        vec!["a.In", "b.Out"]
    }

    fn source_csv(&self) -> Option<Dialect> {
        None
    }

    fn target_csv(&self) -> Option<Dialect> {
        None
    }

    fn check_header(&self, header: &[String]) -> Result<(), Vec<String>> {
        if header.iter().any(|name| name == "id") { Ok(()) } else { Err(vec!["it has no column `id`".to_owned()]) }
    }

    fn check_rows(&self) -> Result<(), Vec<String>> {
        Ok(())
    }

    fn can_delete(&self) -> bool {
        true
    }

    fn run_in<'a>(&'a self, cx: &Cx<'a>, input: Input<'a>, format: Format, out: &mut Vec<u8>) -> Outcome {
        let text = String::from_utf8_lossy(match input {
            Input::Json(text) => text,
            Input::Row(row) => row.raw(),
        });
        if matches!(input, Input::Json(_)) && !text.starts_with('{') {
            return Outcome::Rejected(vec![problem()]);
        }
        if text.contains("skip") {
            return Outcome::Skipped("of no interest".into());
        }
        if text.contains("notice") {
            cx.notice(Notice::from(problem()));
        }
        let written = match format {
            Format::Json => format!("{{\"id\":\"{}\",\"at\":\"{}\"}}", cx.message.id, cx.message.received_at),
            Format::Csv => cx.message.id.to_owned(),
        };
        out.extend_from_slice(written.as_bytes());
        if text.contains("delete") { Outcome::Deleted } else { Outcome::Written }
    }

    fn csv_header(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"id");
    }
}

/// Why something is rejected.
pub fn problem() -> Problem {
    Problem {
        code: "R0201".into(),
        pointer: "/id".to_owned(),
        target: "id".into(),
        place: "case.map:2:7".into(),
        reason: "is no object".to_owned(),
        lasting: false,
    }
}
