//! NDJSON: one JSON object a line.

use std::io::{self, Write};

use mapc_runtime::Format;

use super::{Encoder, Opening};

pub(super) const NAME: &str = "ndjson";
pub(super) const ENDINGS: &[&str] = &["ndjson", "jsonl"];
pub(super) const RECORD: Format = Format::Json;

pub(super) struct Ndjson;

impl Encoder for Ndjson {
    fn open(_out: &mut dyn Write, _opening: &Opening<'_>) -> io::Result<Self> {
        Ok(Ndjson)
    }

    fn record(&mut self, out: &mut dyn Write, record: &[u8]) -> io::Result<()> {
        out.write_all(record)?;
        out.write_all(b"\n")
    }
}
