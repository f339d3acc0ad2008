//! Input split into records: NDJSON, JSON documents and CSV files, each in a stream with flat memory.

mod csv;
mod feed;
mod json;
mod lines;
mod ndjson;
mod pointer;
mod scanner;

use std::io::{self, Read};

use mapc_runtime::Problem;
use mapc_runtime::csv::{Dialect, Row};

pub use csv::CsvRecords;
pub use json::JsonRecords;
pub use lines::Lines;
pub use ndjson::NdjsonRecords;
pub use pointer::Pointer;

/// How long a record may be unless told otherwise: 8 MiB.
pub const LONGEST_RECORD: usize = 8 * 1024 * 1024;

/// One record, or what stands in the place of one.
#[derive(Debug)]
pub struct Record<'i> {
    /// The line that it begins on, from 1.
    pub line: u64,
    /// Where it stands in its JSON document; `None` where the line says it all.
    pub pointer: Option<&'i str>,
    /// Whether it is the one record of a document, not one of a list.
    pub single: bool,
    /// What was found.
    pub content: Content<'i>,
}

/// What stands in the place of a record.
#[derive(Debug)]
pub enum Content<'i> {
    /// The bytes of a JSON value, or of what should be one; not checked yet.
    Json(&'i [u8]),
    /// A row of a CSV file.
    Row(&'i Row),
    /// No record can be made of this.
    Broken {
        /// Why.
        problem: Problem,
        /// The bytes, or their beginning.
        text: &'i [u8],
        /// How much of them `text` is.
        extent: Extent,
    },
}

/// How much of a broken record is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Its beginning; [`Records::rest`] gives what follows.
    Beginning,
    /// Its beginning; what follows was passed over.
    Cut,
}

/// Takes bytes as they come.
pub type Sink<'s> = &'s mut dyn FnMut(&[u8]) -> io::Result<()>;

/// A stream of records.
pub trait Records {
    /// The names of the columns, where the records are rows; none where there is no header.
    ///
    /// # Errors
    /// Those of the input.
    fn header(&mut self) -> io::Result<Option<&[String]>> {
        Ok(None)
    }

    /// The next record, or `None` at the end.
    ///
    /// # Errors
    /// Those of the input.
    fn next(&mut self) -> io::Result<Option<Record<'_>>>;

    /// Gives what follows a broken record whose text was only its beginning. Where it is not called, the bytes are passed over.
    ///
    /// # Errors
    /// Those of the input and of the sink.
    fn rest(&mut self, sink: Sink<'_>) -> io::Result<()>;
}

/// A problem of the input as such.
fn problem(code: &'static str, pointer: &str, reason: impl Into<String>) -> Problem {
    Problem {
        code: code.into(),
        pointer: pointer.to_owned(),
        target: "".into(),
        place: "".into(),
        reason: reason.into(),
        lasting: false,
    }
}

fn too_long(limit: usize) -> Problem {
    problem("R0107", "", format!("the record is longer than {limit} bytes"))
}

/// How records stand in an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One JSON value a line, or records inside each line's value.
    Ndjson(Option<Pointer>),
    /// One JSON document: its value or each element of its array, or those at a place inside.
    Json(Pointer),
    /// Rows under a header.
    Csv(Dialect),
}

/// The records of `input`, each of at most `longest` bytes.
pub fn records<'r>(input: impl Read + 'r, layout: &Layout, longest: usize) -> Box<dyn Records + 'r> {
    match layout {
        Layout::Ndjson(None) => Box::new(Lines::new(input, longest)),
        Layout::Ndjson(Some(pointer)) => Box::new(NdjsonRecords::new(input, pointer.clone(), longest)),
        Layout::Json(pointer) => Box::new(JsonRecords::new(input, pointer.clone(), longest)),
        Layout::Csv(dialect) => Box::new(CsvRecords::new(input, *dialect, longest)),
    }
}
