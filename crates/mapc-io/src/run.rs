//! Whole inputs through a route: each record read, mapped, and written or rejected.

use std::fmt;
use std::io;

use mapc_runtime::{Input, Outcome, Route, Timestamp};

use crate::files::{FileError, cause};
use crate::input::{Content, Extent, Record, Records};
use crate::{Mapper, NoticeSink, OutputFormat, RecordWriter, Rejection, RejectionSink, Settings};

/// What became of the records so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Read.
    pub read: u64,
    /// Written.
    pub written: u64,
    /// Of no interest, as the maps say.
    pub skipped: u64,
    /// Tombstones.
    pub deleted: u64,
    /// Rejected.
    pub rejected: u64,
    /// Notices about records that were not rejected.
    pub notices: u64,
}

/// `read 7, written 4, skipped 0, deleted 0, rejected 3, notices 0`.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Summary { read, written, skipped, deleted, rejected, notices } = self;
        write!(f, "read {read}, written {written}, skipped {skipped}, deleted {deleted}, rejected {rejected}, ")?;
        write!(f, "notices {notices}")
    }
}

/// Why a run ends early. The record at hand is then not counted.
#[derive(Debug)]
pub enum RunError {
    /// An input cannot be read.
    Input(FileError),
    /// No row under the header of an input could be read.
    Header {
        /// The input's name.
        input: String,
        /// The name of the record that was to be read.
        source: String,
        /// What is wrong with the header.
        complaints: Vec<String>,
    },
    /// Records of the route cannot be written as rows.
    Rows {
        /// The name of the record that was to be written.
        target: String,
        /// Why not.
        complaints: Vec<String>,
    },
    /// Records cannot be written.
    Output(io::Error),
    /// Keys of deleted records cannot.
    Deletes(io::Error),
    /// Rejections cannot.
    Rejections(io::Error),
    /// Notices cannot.
    Notices(io::Error),
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cannot_write = |f: &mut fmt::Formatter<'_>, what, error| write!(f, "cannot write {what}: {}", cause(error));
        match self {
            RunError::Input(error) => error.fmt(f),
            RunError::Header { input, source, complaints } => {
                write!(f, "`{input}` cannot be read as `{source}`: {}", complaints.join("; "))
            }
            RunError::Rows { target, complaints } => {
                write!(f, "`{target}` cannot be written as CSV: {}", complaints.join("; "))
            }
            RunError::Output(error) => cannot_write(f, "records", error),
            RunError::Deletes(error) => cannot_write(f, "keys of deleted records", error),
            RunError::Rejections(error) => cannot_write(f, "rejections", error),
            RunError::Notices(error) => cannot_write(f, "notices", error),
        }
    }
}

impl std::error::Error for RunError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            RunError::Input(error) => error.source(),
            RunError::Header { .. } | RunError::Rows { .. } => None,
            RunError::Output(error)
            | RunError::Deletes(error)
            | RunError::Rejections(error)
            | RunError::Notices(error) => Some(error),
        }
    }
}

/// Where everything goes.
pub struct Sinks<'s> {
    /// Mapped records.
    pub output: RecordWriter<'s>,
    /// Keys of deleted records; a route that can delete has this.
    pub deletes: Option<RecordWriter<'s>>,
    /// Rejected records.
    pub rejections: &'s mut dyn RejectionSink,
    /// Notices about the others.
    pub notices: &'s mut dyn NoticeSink,
}

impl Sinks<'_> {
    /// Writes what stands behind the last records.
    ///
    /// # Errors
    /// Where that cannot be written.
    pub fn end(self) -> Result<(), RunError> {
        self.output.end().map_err(RunError::Output)?;
        self.deletes.map_or(Ok(()), RecordWriter::end).map_err(RunError::Deletes)
    }
}

/// A route at work on whole inputs.
pub struct Run<'r> {
    mapper: Mapper<&'r dyn Route>,
    received_at: Timestamp,
    summary: Summary,
    out: Vec<u8>,
}

impl<'r> Run<'r> {
    /// Records go through `route` and are written in `format`.
    ///
    /// # Errors
    /// The route's target cannot be written so.
    pub fn new(route: &'r dyn Route, format: OutputFormat, settings: &Settings) -> Result<Self, RunError> {
        let format = format.of_record();
        if format == mapc_runtime::Format::Csv {
            let target = route.target().to_owned();
            route.check_rows().map_err(|complaints| RunError::Rows { target, complaints })?;
        }
        let mapper = Mapper::new(route, format, settings.bounds);
        let received_at = settings.received_at.unwrap_or_else(Timestamp::now);
        Ok(Run { mapper, received_at, summary: Summary::default(), out: Vec::new() })
    }

    /// What became of the records so far.
    pub fn summary(&self) -> Summary {
        self.summary
    }

    /// Maps all records of one input. `name` is the input's, which rejections and `$message_id` bear.
    ///
    /// # Errors
    /// Where the input cannot be read as the route's source, or where it or a sink fails.
    pub fn input(&mut self, name: &str, records: &mut dyn Records, sinks: &mut Sinks<'_>) -> Result<(), RunError> {
        self.header(name, records)?;
        while let Some(record) = records.next().map_err(|error| RunError::input(name, error))? {
            self.summary.read += 1;
            sinks.output.settle(record.single).map_err(RunError::Output)?;
            let unfinished = self.record(name, &record, sinks)?;
            if unfinished {
                rest(name, records, sinks.rejections)?;
                sinks.rejections.end().map_err(RunError::Rejections)?;
            }
        }
        Ok(())
    }

    /// Whether a header fits is told once before any row, not once a row.
    fn header(&self, name: &str, records: &mut dyn Records) -> Result<(), RunError> {
        let header = records.header().map_err(|error| RunError::input(name, error))?;
        let route = self.mapper.route();
        header.map_or(Ok(()), |header| route.check_header(header)).map_err(|complaints| RunError::Header {
            input: name.to_owned(),
            source: route.source().to_owned(),
            complaints,
        })
    }

    /// Maps one record; tells whether it is a rejection whose text goes on.
    fn record(&mut self, name: &str, record: &Record<'_>, sinks: &mut Sinks<'_>) -> Result<bool, RunError> {
        let origin = record.origin(name);
        let input = match &record.content {
            Content::Json(text) => Input::Json(text),
            Content::Row(row) => Input::Row(row),
            Content::Broken { problem, text, extent } => {
                let problems = std::slice::from_ref(problem);
                return self.reject(&Rejection { origin, problems, text, extent: *extent }, sinks);
            }
        };
        self.out.clear();
        let mapped = self.mapper.map(origin, self.received_at, input, &mut self.out);
        self.summary.notices += mapped.notices.len() as u64;
        for notice in &mapped.notices {
            sinks.notices.notice(&origin, notice).map_err(RunError::Notices)?;
        }
        match mapped.outcome {
            Outcome::Written => {
                self.summary.written += 1;
                sinks.output.record(&self.out).map_err(RunError::Output)?;
            }
            Outcome::Skipped(_) => self.summary.skipped += 1,
            Outcome::Deleted => {
                self.summary.deleted += 1;
                if let Some(deletes) = &mut sinks.deletes {
                    deletes.record(&self.out).map_err(RunError::Deletes)?;
                }
            }
            Outcome::Rejected(_) => {
                if let Some(rejection) = mapped.rejection() {
                    return self.reject(&rejection, sinks);
                }
            }
        }
        Ok(false)
    }

    fn reject(&mut self, rejection: &Rejection<'_>, sinks: &mut Sinks<'_>) -> Result<bool, RunError> {
        self.summary.rejected += 1;
        sinks.rejections.begin(rejection).map_err(RunError::Rejections)?;
        if rejection.extent == Extent::Beginning {
            return Ok(true);
        }
        sinks.rejections.end().map_err(RunError::Rejections)?;
        Ok(false)
    }
}

impl RunError {
    /// An input that cannot be read.
    pub fn input(name: &str, error: io::Error) -> Self {
        RunError::Input(FileError::reading(name, error))
    }
}

/// Hands the rest of a broken record over to the rejections.
fn rest(name: &str, records: &mut dyn Records, rejections: &mut dyn RejectionSink) -> Result<(), RunError> {
    let mut failed = None;
    let passed = records.rest(&mut |piece| {
        rejections.piece(piece).map_err(|error| {
            let kind = error.kind();
            failed = Some(error);
            kind.into()
        })
    });
    match (passed, failed) {
        (_, Some(error)) => Err(RunError::Rejections(error)),
        (Err(error), None) => Err(RunError::input(name, error)),
        (Ok(()), None) => Ok(()),
    }
}
