//! Input split into records: NDJSON, JSON documents and CSV files, each in a stream with flat memory.

mod csv;
mod feed;
mod json;
mod ndjson;
mod pointer;
mod scanner;
mod source;

use std::io::{self, Read};
use std::path::Path;

use mapc_runtime::codes::{self, Code};
use mapc_runtime::csv::{Dialect, Row};
use mapc_runtime::{Problem, Route};

pub use pointer::{Pointer, PointerError};
pub use source::{Source, SourceError};

use crate::table::formats;
use crate::{Origin, Position, RecordLimit};

/// What the records of a format stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// One JSON document, which may be a single record.
    Document,
    /// Lines, each a JSON document.
    Lines,
    /// Rows, which have no places inside.
    Rows,
}

/// A row is a format: what it is, its name, and its file.
macro_rules! input_formats {
    ($($about:literal $format:ident $file:ident)+) => {
        formats! { "How records stand in an input." InputFormat: $($about $format $file)+ }

        impl InputFormat {
            /// The records of `input`.
            pub fn records<'r>(self, input: impl Read + 'r, reading: &Reading) -> Box<dyn Records + 'r> {
                match self { $(InputFormat::$format => $file::open(Box::new(input), reading),)+ }
            }

            const fn kind(self) -> Kind {
                match self { $(InputFormat::$format => $file::KIND,)+ }
            }
        }
    };
}

input_formats! {
    "One JSON value, or an array of records" Json json
    "One JSON value a line" Ndjson ndjson
    "Rows under a header" Csv csv
}

impl InputFormat {
    /// The format of an input: the one asked for, else what its name tells, else CSV where the route reads the records of CSV files, else NDJSON
    /// for an input without a name, which standard input is. `None` where the name tells nothing.
    pub fn choose(asked: Option<Self>, path: Option<&Path>, route: &dyn Route) -> Option<Self> {
        let told = asked.or_else(|| path.and_then(InputFormat::of));
        let of_route = || route.source_csv().map(|_| InputFormat::Csv);
        told.or_else(of_route).or_else(|| path.is_none().then_some(InputFormat::Ndjson))
    }

    /// Whether an input is one JSON document, which may be a single record.
    pub fn is_document(self) -> bool {
        self.kind() == Kind::Document
    }

    /// Whether records can be at a place that a JSON pointer leads to.
    pub fn has_places(self) -> bool {
        self.kind() != Kind::Rows
    }
}

/// How an input is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Where the record or the array of records is inside each document, in a format that has places.
    pub at: Option<Pointer>,
    /// How rows stand in it, in a format that has rows.
    pub dialect: Dialect,
    /// The longest record; a longer one is broken.
    pub longest: RecordLimit,
}

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

impl<'i> Record<'i> {
    /// Where it comes from, in an input of this name.
    pub fn origin(&self, input: &'i str) -> Origin<'i> {
        let line = self.line;
        let position = match self.pointer {
            Some(pointer) => Position::Element { line, pointer },
            None => Position::Line(line),
        };
        Origin { input, position }
    }
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
pub type PieceSink<'s> = &'s mut dyn FnMut(&[u8]) -> io::Result<()>;

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
    fn rest(&mut self, sink: PieceSink<'_>) -> io::Result<()>;
}

/// A problem of the input as such.
fn problem(code: Code, pointer: &str, reason: impl Into<String>) -> Problem {
    Problem {
        code: code.into(),
        pointer: pointer.to_owned(),
        target: "".into(),
        place: "".into(),
        reason: reason.into(),
        lasting: false,
    }
}

pub(crate) fn too_long(limit: usize) -> Problem {
    problem(codes::RECORD_TOO_LARGE, "", format!("the record is longer than {limit} bytes"))
}
