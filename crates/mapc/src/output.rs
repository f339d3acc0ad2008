//! Records written one after the other in a format.

use std::io::{self, Write};

use mapc_runtime::{Format, Route};

/// How records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputLayout {
    /// One JSON object a line.
    Ndjson,
    /// One JSON array.
    Array,
    /// One JSON object by itself; for at most one record.
    Single,
    /// [`OutputLayout::Single`] or [`OutputLayout::Array`], as [`RecordWriter::settle`] says.
    AsRead,
    /// Rows under a header.
    Csv,
}

impl OutputLayout {
    /// What the engine is asked for.
    pub(crate) fn format(self) -> Format {
        match self {
            OutputLayout::Csv => Format::Csv,
            OutputLayout::Ndjson | OutputLayout::Array | OutputLayout::Single | OutputLayout::AsRead => Format::Json,
        }
    }
}

const ARRAY_START: &[u8] = b"[";

/// Writes records.
pub struct RecordWriter<'w> {
    out: &'w mut dyn Write,
    layout: OutputLayout,
    empty: bool,
}

impl<'w> RecordWriter<'w> {
    /// A writer that has written what stands before the first record.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn new(out: &'w mut dyn Write, layout: OutputLayout, route: &dyn Route) -> io::Result<Self> {
        match layout {
            OutputLayout::Array => out.write_all(ARRAY_START)?,
            OutputLayout::Csv => {
                let mut header = Vec::new();
                route.csv_header(&mut header);
                header.push(b'\n');
                out.write_all(&header)?;
            }
            OutputLayout::Ndjson | OutputLayout::Single | OutputLayout::AsRead => {}
        }
        Ok(RecordWriter { out, layout, empty: true })
    }

    /// How records are written.
    pub fn layout(&self) -> OutputLayout {
        self.layout
    }

    /// Says whether the input is a single record; to be called before the first record is written.
    ///
    /// # Errors
    /// Those of the output.
    pub fn settle(&mut self, single: bool) -> io::Result<()> {
        if self.layout != OutputLayout::AsRead {
            return Ok(());
        }
        if single {
            self.layout = OutputLayout::Single;
            return Ok(());
        }
        self.layout = OutputLayout::Array;
        self.out.write_all(ARRAY_START)
    }

    /// Writes one record.
    ///
    /// # Errors
    /// Those of the output.
    pub fn record(&mut self, record: &[u8]) -> io::Result<()> {
        let first = std::mem::take(&mut self.empty);
        if self.layout == OutputLayout::Array {
            self.out.write_all(if first { b"\n" } else { b",\n" })?;
            return self.out.write_all(record);
        }
        self.out.write_all(record)?;
        self.out.write_all(b"\n")
    }

    /// Writes what stands behind the last record.
    ///
    /// # Errors
    /// Those of the output.
    pub fn end(mut self) -> io::Result<()> {
        self.settle(false)?;
        if self.layout == OutputLayout::Array {
            self.out.write_all(if self.empty { b"]\n" } else { b"\n]\n" })?;
        }
        self.out.flush()
    }
}
