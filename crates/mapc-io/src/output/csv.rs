//! CSV: rows under a header.

use std::io::{self, Write};

use mapc_runtime::Format;

use super::{Encoder, Opening};

pub(super) const NAME: &str = "csv";
pub(super) const ENDINGS: &[&str] = &["csv"];
pub(super) const RECORD: Format = Format::Csv;

pub(super) struct Csv;

impl Encoder for Csv {
    fn open(out: &mut dyn Write, opening: &Opening<'_>) -> io::Result<Self> {
        let mut header = Vec::new();
        opening.route.csv_header(&mut header);
        header.push(b'\n');
        out.write_all(&header)?;
        Ok(Csv)
    }

    fn record(&mut self, out: &mut dyn Write, record: &[u8]) -> io::Result<()> {
        out.write_all(record)?;
        out.write_all(b"\n")
    }
}
