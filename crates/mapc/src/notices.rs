//! Notices: what is worth knowing about records that were not turned away.

use std::io::{self, Write};

use mapc_runtime::Notice;
use serde::Serialize;

use crate::intake::Record;

/// Where notices go.
pub trait Notices {
    /// Takes a notice about a record of an input.
    ///
    /// # Errors
    /// Those of writing.
    fn notice(&mut self, input: &str, record: &Record<'_>, notice: &Notice) -> io::Result<()>;
}

#[derive(Serialize)]
struct Line<'n> {
    input: &'n str,
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'n str>,
    code: &'n str,
    pointer: &'n str,
    reason: &'n str,
    place: &'n str,
}

/// Appends a notice as one line of JSON.
///
/// # Errors
/// Those of writing.
pub fn write_notice(mut out: impl Write, input: &str, record: &Record<'_>, notice: &Notice) -> io::Result<()> {
    let Notice { code, pointer, reason, place } = notice;
    let line = Line { input, line: record.line, at: record.pointer, code, pointer, reason, place };
    serde_json::to_writer(&mut out, &line)?;
    out.write_all(b"\n")
}
