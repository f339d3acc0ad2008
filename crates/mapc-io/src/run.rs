//! Whole inputs through a route: each record read, mapped, and written or rejected.

use std::fmt;
use std::io::{self, Write};

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
    /// The route can delete records, and no sink takes their keys.
    NoDeletes {
        /// The route's name.
        route: String,
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
            RunError::NoDeletes { route } => {
                write!(f, "the route {route} can delete records, and nothing is named that takes their keys")
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
            RunError::Header { .. } | RunError::Rows { .. } | RunError::NoDeletes { .. } => None,
            RunError::Output(error)
            | RunError::Deletes(error)
            | RunError::Rejections(error)
            | RunError::Notices(error) => Some(error),
        }
    }
}

/// Where everything goes.
pub struct Sinks<'s> {
    /// Takes mapped records.
    pub records: &'s mut dyn Write,
    /// How they are written.
    pub format: OutputFormat,
    /// Whether all that is read is one document: where that is a single record, so is what is written.
    pub as_read: bool,
    /// Takes keys of deleted records, as NDJSON; a route that can delete needs this.
    pub deletes: Option<&'s mut dyn Write>,
    /// Takes rejected records.
    pub rejections: &'s mut dyn RejectionSink,
    /// Takes notices about the others.
    pub notices: &'s mut dyn NoticeSink,
}

/// A route at work on whole inputs.
pub struct Run<'r, 's> {
    mapper: Mapper<&'r dyn Route>,
    received_at: Timestamp,
    summary: Summary,
    out: Vec<u8>,
    sinks: Writers<'s>,
}

/// Sinks that are being written.
struct Writers<'s> {
    records: RecordWriter<'s>,
    deletes: Option<RecordWriter<'s>>,
    rejections: &'s mut dyn RejectionSink,
    notices: &'s mut dyn NoticeSink,
}

impl<'r, 's> Run<'r, 's> {
    /// Records go through `route` into `sinks`.
    ///
    /// # Errors
    /// The sinks are not such as the route needs, or one of them fails.
    pub fn new(route: &'r dyn Route, sinks: Sinks<'s>, settings: &Settings) -> Result<Self, RunError> {
        let Sinks { records, format, as_read, deletes, rejections, notices } = sinks;
        format.check(route)?;
        if deletes.is_none() && route.can_delete() {
            return Err(RunError::NoDeletes { route: route.name() });
        }
        let open = if as_read { RecordWriter::as_read } else { RecordWriter::new };
        let records = open(records, format, route).map_err(RunError::Output)?;
        let deletes = deletes.map(|deletes| RecordWriter::new(deletes, OutputFormat::Ndjson, route));
        let deletes = deletes.transpose().map_err(RunError::Deletes)?;
        let mapper = Mapper::new(route, format.of_record(), settings.bounds);
        let received_at = settings.received_at.unwrap_or_else(Timestamp::now);
        let sinks = Writers { records, deletes, rejections, notices };
        Ok(Run { mapper, received_at, summary: Summary::default(), out: Vec::new(), sinks })
    }

    /// Writes what stands behind the last records, and gives what became of all of them.
    ///
    /// # Errors
    /// Where that cannot be written.
    pub fn end(self) -> Result<Summary, RunError> {
        self.sinks.records.end().map_err(RunError::Output)?;
        self.sinks.deletes.map_or(Ok(()), RecordWriter::end).map_err(RunError::Deletes)?;
        Ok(self.summary)
    }

    /// What became of the records so far.
    pub fn summary(&self) -> Summary {
        self.summary
    }

    /// Maps all records of one input. `name` is the input's, which rejections and `$message_id` bear.
    ///
    /// # Errors
    /// Where the input cannot be read as the route's source, or where it or a sink fails.
    pub fn input(&mut self, name: &str, records: &mut dyn Records) -> Result<(), RunError> {
        self.header(name, records)?;
        while let Some(record) = records.next().map_err(|error| RunError::input(name, error))? {
            self.summary.read += 1;
            self.sinks.records.settle(record.single).map_err(RunError::Output)?;
            let unfinished = self.record(name, &record)?;
            if unfinished {
                rest(name, records, self.sinks.rejections)?;
                self.sinks.rejections.end().map_err(RunError::Rejections)?;
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
    fn record(&mut self, name: &str, record: &Record<'_>) -> Result<bool, RunError> {
        let origin = record.origin(name);
        let input = match &record.content {
            Content::Json(text) => Input::Json(text),
            Content::Row(row) => Input::Row(row),
            Content::Broken { problem, text, extent } => {
                let problems = std::slice::from_ref(problem);
                return self.reject(&Rejection { origin, problems, text, extent: *extent });
            }
        };
        self.out.clear();
        let mapped = self.mapper.map(origin, self.received_at, input, &mut self.out);
        self.summary.notices += mapped.notices.len() as u64;
        for notice in &mapped.notices {
            self.sinks.notices.notice(&origin, notice).map_err(RunError::Notices)?;
        }
        match mapped.outcome {
            Outcome::Written => {
                self.summary.written += 1;
                self.sinks.records.record(&self.out).map_err(RunError::Output)?;
            }
            Outcome::Skipped(_) => self.summary.skipped += 1,
            Outcome::Deleted => {
                self.summary.deleted += 1;
                if let Some(deletes) = &mut self.sinks.deletes {
                    deletes.record(&self.out).map_err(RunError::Deletes)?;
                }
            }
            Outcome::Rejected(_) => {
                if let Some(rejection) = mapped.rejection() {
                    return self.reject(&rejection);
                }
            }
        }
        Ok(false)
    }

    fn reject(&mut self, rejection: &Rejection<'_>) -> Result<bool, RunError> {
        self.summary.rejected += 1;
        self.sinks.rejections.begin(rejection).map_err(RunError::Rejections)?;
        if rejection.extent == Extent::Beginning {
            return Ok(true);
        }
        self.sinks.rejections.end().map_err(RunError::Rejections)?;
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
