//! Records through a route: read, mapped, written, turned away.

use std::fmt::Write as _;
use std::io;

use mapc_runtime::{BUDGET, Bump, Cx, Format, Input, Message, Notice, Outcome, Problem, Route, Timestamp};

use crate::intake::{Content, Extent, Record, Records};
use crate::notices::Notices;
use crate::output::RecordWriter;
use crate::rejects::{Rejection, Rejects};

/// What became of the records so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Read.
    pub read: u64,
    /// Written.
    pub written: u64,
    /// Of no interest, as the maps say.
    pub skipped: u64,
    /// Tombstones.
    pub deleted: u64,
    /// Turned away.
    pub rejected: u64,
    /// Notices about records that were not turned away.
    pub notices: u64,
}

/// What could not be read or written.
#[derive(Debug)]
pub enum TransformError {
    /// The input.
    Input(io::Error),
    /// Where records go.
    Output(io::Error),
    /// Where keys of deleted records go.
    Deletes(io::Error),
    /// Where rejected records go.
    Rejects(io::Error),
    /// Where notices go.
    Notices(io::Error),
}

/// Where everything goes.
pub struct Outlets<'o> {
    /// Mapped records.
    pub output: RecordWriter<'o>,
    /// Keys of deleted records; a route that can delete has this.
    pub deletes: Option<RecordWriter<'o>>,
    /// Rejected records.
    pub rejects: &'o mut dyn Rejects,
    /// Notices about the others.
    pub notices: &'o mut dyn Notices,
}

/// A route at work.
pub struct Transform<'p> {
    route: &'p dyn Route,
    received_at: Timestamp,
    budget: u64,
    counts: Counts,
    bump: Bump,
    out: Vec<u8>,
    id: String,
}

/// What became of one record, with what its text was.
struct Done {
    outcome: Outcome,
    notices: Vec<Notice>,
}

impl<'p> Transform<'p> {
    /// Records go through `route`; all are received at one time.
    pub fn new(route: &'p dyn Route, received_at: Timestamp) -> Self {
        let (bump, out, id) = (Bump::new(), Vec::new(), String::new());
        Transform { route, received_at, budget: BUDGET, counts: Counts::default(), bump, out, id }
    }

    /// With another bound for the work that one record may cause, in units of [`BUDGET`].
    #[must_use]
    pub fn with_budget(mut self, units: u64) -> Self {
        self.budget = units;
        self
    }

    /// What became of the records so far.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Maps all records of one input. `name` is the input's: a record's `$message_id` is the name, a colon and the record's line;
    /// for a record in a JSON document the name, `#` and its JSON pointer.
    ///
    /// # Errors
    /// Where the input or an outlet fails; the record at hand is then not counted.
    pub fn input(
        &mut self,
        name: &str,
        records: &mut dyn Records,
        outlets: &mut Outlets<'_>,
    ) -> Result<(), TransformError> {
        while let Some(record) = records.next().map_err(TransformError::Input)? {
            self.counts.read += 1;
            outlets.output.settle(record.single).map_err(TransformError::Output)?;
            let unfinished = self.record(name, &record, outlets)?;
            if unfinished {
                rest(records, outlets.rejects)?;
                outlets.rejects.end().map_err(TransformError::Rejects)?;
            }
        }
        Ok(())
    }

    /// Maps one record; tells whether it is a rejection whose text goes on.
    fn record(&mut self, name: &str, record: &Record<'_>, outlets: &mut Outlets<'_>) -> Result<bool, TransformError> {
        let (input, text) = match &record.content {
            Content::Json(text) => (Input::Json(text), *text),
            Content::Row(row) => (Input::Row(row), row.raw()),
            Content::Broken { problem, text, extent } => {
                let rejection = rejection(name, record, std::slice::from_ref(problem), text, *extent);
                return self.reject(&rejection, outlets);
            }
        };
        self.identify(name, record);
        let done = self.run(input, outlets.output.layout().format());
        self.counts.notices += done.notices.len() as u64;
        for notice in &done.notices {
            outlets.notices.notice(name, record, notice).map_err(TransformError::Notices)?;
        }
        match done.outcome {
            Outcome::Written => {
                self.counts.written += 1;
                outlets.output.record(&self.out).map_err(TransformError::Output)?;
            }
            Outcome::Skipped(_) => self.counts.skipped += 1,
            Outcome::Deleted => {
                self.counts.deleted += 1;
                // Keys are always JSON, whatever the records are.
                if outlets.output.layout().format() == Format::Csv {
                    self.run(input, Format::Json);
                }
                if let Some(deletes) = &mut outlets.deletes {
                    deletes.record(&self.out).map_err(TransformError::Deletes)?;
                }
            }
            Outcome::Rejected(problems) => {
                let rejection = rejection(name, record, &problems, text, Extent::Whole);
                return self.reject(&rejection, outlets);
            }
        }
        Ok(false)
    }

    fn identify(&mut self, name: &str, record: &Record<'_>) {
        self.id.clear();
        self.id.push_str(name);
        // Writing to a `String` cannot fail.
        let _ = match record.pointer {
            Some(pointer) => write!(self.id, "#{pointer}"),
            None => write!(self.id, ":{}", record.line),
        };
    }

    fn run(&mut self, input: Input<'_>, format: Format) -> Done {
        self.out.clear();
        self.bump.reset();
        let message = Message { id: &self.id, received_at: self.received_at };
        let cx = Cx::new(&self.bump, message).with_budget(self.budget);
        let outcome = self.route.run_in(&cx, input, format, &mut self.out);
        Done { outcome, notices: cx.take_notices() }
    }

    fn reject(&mut self, rejection: &Rejection<'_>, outlets: &mut Outlets<'_>) -> Result<bool, TransformError> {
        self.counts.rejected += 1;
        outlets.rejects.begin(rejection).map_err(TransformError::Rejects)?;
        if rejection.extent == Extent::Beginning {
            return Ok(true);
        }
        outlets.rejects.end().map_err(TransformError::Rejects)?;
        Ok(false)
    }
}

fn rejection<'r>(
    input: &'r str,
    record: &Record<'r>,
    problems: &'r [Problem],
    text: &'r [u8],
    extent: Extent,
) -> Rejection<'r> {
    Rejection { input, line: record.line, at: record.pointer, problems, text, extent }
}

/// Hands the rest of a broken record over to the rejects.
fn rest(records: &mut dyn Records, rejects: &mut dyn Rejects) -> Result<(), TransformError> {
    let mut failed = None;
    let passed = records.rest(&mut |piece| {
        rejects.piece(piece).map_err(|error| {
            let kind = error.kind();
            failed = Some(error);
            kind.into()
        })
    });
    match (passed, failed) {
        (_, Some(error)) => Err(TransformError::Rejects(error)),
        (Err(error), None) => Err(TransformError::Input(error)),
        (Ok(()), None) => Ok(()),
    }
}
