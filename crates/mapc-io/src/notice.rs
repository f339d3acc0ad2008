//! Notices: what is worth knowing about records that were not rejected.

use std::io::{self, Write};

use mapc_runtime::Notice;
use serde::Serialize;

use crate::Origin;
use crate::origin::Keys;

/// Takes notices.
pub trait NoticeSink {
    /// Takes a notice about a record.
    ///
    /// # Errors
    /// Those of what it writes to.
    fn notice(&mut self, origin: &Origin<'_>, notice: &Notice) -> io::Result<()>;
}

/// Writes notices as NDJSON, one line each.
pub struct NoticeWriter<W> {
    out: W,
}

#[derive(Serialize)]
struct Line<'n> {
    input: &'n str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'n str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'n str>,
    code: &'n str,
    pointer: &'n str,
    reason: &'n str,
    place: &'n str,
}

impl<W: Write> NoticeWriter<W> {
    /// Notices go to `out`.
    pub fn new(out: W) -> Self {
        NoticeWriter { out }
    }

    /// What is written to.
    pub fn get_ref(&self) -> &W {
        &self.out
    }

    /// What was written to.
    pub fn into_inner(self) -> W {
        self.out
    }
}

impl<W: Write> NoticeSink for NoticeWriter<W> {
    fn notice(&mut self, origin: &Origin<'_>, notice: &Notice) -> io::Result<()> {
        let Notice { code, pointer, reason, place } = notice;
        let Keys { line, at, id } = origin.position.keys();
        let line = Line { input: origin.input, line, at, id, code, pointer, reason, place };
        serde_json::to_writer(&mut self.out, &line)?;
        self.out.write_all(b"\n")
    }
}
