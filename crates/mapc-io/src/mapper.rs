//! One record in, one outcome out.

use mapc_runtime::{Bump, Cx, Format, Input, Message, Notice, Outcome, Problem, Route, Timestamp};

use crate::input::{Extent, too_long};
use crate::{Bounds, Origin, Rejection};

/// A route that maps one record after the other, with the memory that it does so in.
pub struct Mapper<R> {
    route: R,
    format: Format,
    bounds: Bounds,
    bump: Bump,
    id: String,
}

/// What became of one record.
#[derive(Debug)]
pub struct Mapped<'m> {
    /// What became of it.
    pub outcome: Outcome,
    /// What is worth knowing about it, where it was not rejected.
    pub notices: Vec<Notice>,
    origin: Origin<'m>,
    text: &'m [u8],
}

impl<R: Route> Mapper<R> {
    /// A mapper that writes records in this format.
    pub fn new(route: R, format: Format, bounds: Bounds) -> Self {
        Mapper { route, format, bounds, bump: Bump::new(), id: String::new() }
    }

    /// The route.
    pub fn route(&self) -> &R {
        &self.route
    }

    /// Maps one record. Appends what is written to `out`, or the key of what is deleted, which is JSON whatever records are written as;
    /// where the outcome is another, nothing.
    pub fn map<'m>(
        &mut self,
        origin: Origin<'m>,
        received_at: Timestamp,
        input: Input<'m>,
        out: &mut Vec<u8>,
    ) -> Mapped<'m> {
        let (text, too_long) = match input {
            Input::Json(text) => (text, self.too_long(text)),
            Input::Row(row) => (row.raw(), None),
        };
        if let Some(problem) = too_long {
            return Mapped { outcome: Outcome::Rejected(vec![problem]), notices: Vec::new(), origin, text };
        }
        self.id.clear();
        origin.push_id(&mut self.id);
        let start = out.len();
        let (outcome, notices) = self.run(received_at, input, self.format, out);
        if outcome == Outcome::Deleted && self.format != Format::Json {
            out.truncate(start);
            self.run(received_at, input, Format::Json, out);
        }
        Mapped { outcome, notices, origin, text }
    }

    fn run(
        &mut self,
        received_at: Timestamp,
        input: Input<'_>,
        format: Format,
        out: &mut Vec<u8>,
    ) -> (Outcome, Vec<Notice>) {
        self.bump.reset();
        let message = Message { id: &self.id, received_at };
        let cx = Cx::new(&self.bump, message).with_budget(self.bounds.work);
        let outcome = self.route.run_in(&cx, input, format, out);
        (outcome, cx.take_notices())
    }

    fn too_long(&self, text: &[u8]) -> Option<Problem> {
        let limit = self.bounds.longest.bytes();
        (text.len() > limit).then(|| too_long(limit))
    }
}

impl<'m> Mapped<'m> {
    /// The rejection as data, where the record was rejected: what `--rejects FILE` writes of it.
    pub fn rejection(&self) -> Option<Rejection<'_>> {
        let Outcome::Rejected(problems) = &self.outcome else { return None };
        Some(Rejection { origin: self.origin, problems, text: self.text, extent: Extent::Whole })
    }

    /// Where the record comes from.
    pub fn origin(&self) -> Origin<'m> {
        self.origin
    }
}
