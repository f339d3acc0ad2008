//! CSV: one record a row.

use std::io::{self, Read};

use mapc_runtime::codes;
use mapc_runtime::csv::{self, Dialect, Next, Row};

use super::{Content, Extent, PieceSink, Reading, Record, Records};

pub(super) const NAME: &str = "csv";
pub(super) const ENDINGS: &[&str] = &["csv"];
pub(super) const KIND: super::Kind = super::Kind::Rows;

pub(super) fn open<'r>(input: Box<dyn Read + 'r>, reading: &Reading) -> Box<dyn Records + 'r> {
    Box::new(CsvRecords::new(input, reading.dialect, reading.longest.bytes()))
}

/// The rows of a CSV file under its header.
struct CsvRecords<R> {
    rows: csv::Records<R>,
    row: Row,
    /// The first row, read together with the header.
    ahead: Option<Next>,
}

impl<R: Read> CsvRecords<R> {
    /// The rows of `input`; longer ones than `longest` bytes are broken records.
    fn new(input: R, dialect: Dialect, longest: usize) -> Self {
        CsvRecords { rows: csv::Records::new(input, dialect).with_limit(longest), row: Row::new(), ahead: None }
    }
}

impl<R: Read> Records for CsvRecords<R> {
    fn header(&mut self) -> io::Result<Option<&[String]>> {
        if self.rows.header().is_none() && self.ahead.is_none() {
            self.ahead = Some(self.rows.read(&mut self.row)?);
        }
        Ok(Some(self.rows.header().unwrap_or_default()))
    }

    fn next(&mut self) -> io::Result<Option<Record<'_>>> {
        let next = match self.ahead.take() {
            Some(next) => next,
            None => self.rows.read(&mut self.row)?,
        };
        let content = match next {
            Next::Row => Content::Row(&self.row),
            Next::Fault(problem) => {
                let extent = if problem.code == codes::RECORD_TOO_LARGE { Extent::Cut } else { Extent::Whole };
                Content::Broken { problem: *problem, text: self.row.raw(), extent }
            }
            Next::End => return Ok(None),
        };
        Ok(Some(Record { line: self.row.line(), pointer: None, single: false, content }))
    }

    fn rest(&mut self, _sink: PieceSink<'_>) -> io::Result<()> {
        Ok(())
    }
}
