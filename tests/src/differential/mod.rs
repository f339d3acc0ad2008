//! Two engines over the same inputs: they must agree in outcome, bytes, problems with codes, pointers, targets and places, and notices;
//! what is accepted with nothing to be said of it the good path of generated code accepts itself; and what they write must be what it claims to be. A difference is told with a record that was made small.

mod shrink;
mod totals;

use std::panic::{AssertUnwindSafe, catch_unwind};

use mapc::testing::Ran;
use mapc_runtime::csv::{Next, Records, Row};
use mapc_runtime::fast::Bail;
use mapc_runtime::{BUDGET, Bump, Cx, Format, Message, Outcome, Route, Timestamp};
use serde::de::IgnoredAny;

use crate::inputs::{Form, Input, Inputs};

pub use totals::{Count, Totals};

/// What an engine said of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it gave.
    pub ran: Ran,
    /// Where its good path ended, if it has one that did: then the careful engine gave the rest.
    pub bailed: Option<Bail>,
}

/// Runs one record through an engine, which may cause so much work.
pub fn run(
    route: &dyn Route,
    input: mapc_runtime::Input<'_>,
    message: Message<'_>,
    format: Format,
    budget: u64,
) -> Told {
    let bump = Bump::new();
    let cx = Cx::new(&bump, message).with_budget(budget);
    let mut written = Vec::new();
    let outcome = route.run_in(&cx, input, format, &mut written);
    Told { ran: Ran { outcome, written, notices: cx.take_notices() }, bailed: cx.bailed() }
}

/// The header of the target's CSV rows, without a line break.
pub fn header(route: &dyn Route) -> Vec<u8> {
    let mut bytes = Vec::new();
    route.csv_header(&mut bytes);
    bytes
}

/// What the engines of a pair are called in messages.
const NAMES: [&str; 2] = ["interpreter", "compiled route"];

/// A route as both engines have it.
#[derive(Clone, Copy)]
pub struct Pair<'e> {
    /// The interpreter, which explains.
    careful: &'e dyn Route,
    /// The generated route, which must agree with it.
    other: &'e dyn Route,
}

/// What both engines said of one input: for each record in it and each format of the target.
pub type Said = Vec<Ran>;

impl<'e> Pair<'e> {
    /// The two, if they say the same of themselves.
    ///
    /// # Errors
    /// What they say.
    pub fn new(careful: &'e dyn Route, other: &'e dyn Route) -> Result<Self, String> {
        let [left, right] = [careful, other]
            .map(|route| (route.stops(), route.source_csv(), route.target_csv(), route.can_delete(), header(route)));
        if left == right {
            Ok(Pair { careful, other })
        } else {
            Err(format!("{}: {left:?}\n{}: {right:?}", NAMES[0], NAMES[1]))
        }
    }

    /// Runs inputs until `count` were run by chance, and those that are tried in turn. `met` is called with all that
    /// was said of each.
    ///
    /// # Errors
    /// The first difference, with a small input that shows it.
    pub fn run(
        &self,
        inputs: &mut Inputs<'_>,
        count: usize,
        met: &mut dyn FnMut(&Input, &Ran),
    ) -> Result<Totals, String> {
        let mut totals = Totals::default();
        while totals.by_chance() < count || inputs.is_waiting() {
            let input = inputs.next_input();
            let said = self.input(&input).map_err(|told| self.explain(&input, &told))?;
            totals.add(&input, &said);
            said.iter().for_each(|ran| met(&input, ran));
            if said.first().is_some_and(|ran| matches!(ran.outcome, Outcome::Written | Outcome::Deleted)) {
                inputs.accepted(input);
            }
        }
        Ok(totals)
    }

    /// Runs one input through both engines.
    ///
    /// # Errors
    /// What differs or what is wrong with the output.
    pub fn input(&self, input: &Input) -> Result<Said, String> {
        let message = message(input.message);
        let mut said = Vec::new();
        match input.form {
            Form::Json => self.record(mapc_runtime::Input::Json(&input.bytes), message, &mut said)?,
            Form::Csv => {
                let mut records = Records::new(&input.bytes[..], self.careful.source_csv().unwrap_or_default());
                let mut row = Row::new();
                loop {
                    match records.read(&mut row).map_err(|error| error.to_string())? {
                        Next::Row => self.record(mapc_runtime::Input::Row(&row), message, &mut said)?,
                        // The reader of files is the same for both.
                        Next::Fault(_) => {}
                        Next::End => break,
                    }
                }
            }
        }
        Ok(said)
    }

    fn record(&self, input: mapc_runtime::Input<'_>, message: Message<'_>, said: &mut Said) -> Result<(), String> {
        let formats = [Some(Format::Json), self.careful.target_csv().map(|_| Format::Csv)];
        for format in formats.into_iter().flatten() {
            let ran = self.both(input, message, format, BUDGET)?;
            self.output(&ran, format)?;
            // Work runs out somewhere inside of most records with so little, at the same amount in both engines.
            for budget in [ran.written.len() as u64 * 3 / 4, 64 + ran.written.len() as u64 * 7 % 1_500] {
                let ran = self.both(input, message, format, budget)?;
                self.output(&ran, format)?;
            }
            said.push(ran);
        }
        Ok(())
    }

    /// What both engines say of a record.
    fn both(
        &self,
        input: mapc_runtime::Input<'_>,
        message: Message<'_>,
        format: Format,
        budget: u64,
    ) -> Result<Ran, String> {
        let [left, right] = [(self.careful, NAMES[0]), (self.other, NAMES[1])].map(|(route, name)| {
            let run = || run(route, input, message, format, budget);
            catch_unwind(AssertUnwindSafe(run)).map_err(|_| format!("the {name} panics"))
        });
        let (left, right) = (left?.ran, right?);
        let accepted = !matches!(left.outcome, Outcome::Rejected(_)) && left.notices.is_empty();
        // Rows of records that are none of CSV files have no good path.
        let has_good_path = matches!(input, mapc_runtime::Input::Json(_)) || self.careful.source_csv().is_some();
        if let (true, Some(bail)) = (accepted && has_good_path, right.bailed) {
            return Err(format!(
                "with {budget} units of work the good path ends at {bail:?}, though the record is\n{left:#?}"
            ));
        }
        let right = right.ran;
        if left == right {
            return Ok(left);
        }
        Err(format!("as {format:?} with {budget} units of work\n{}: {left:#?}\n{}: {right:#?}", NAMES[0], NAMES[1]))
    }

    /// Whether what was written is what it claims to be.
    fn output(&self, ran: &Ran, format: Format) -> Result<(), String> {
        let text = || String::from_utf8_lossy(&ran.written).into_owned();
        match (&ran.outcome, format) {
            (Outcome::Rejected(problems), _) if problems.is_empty() => Err("rejected without a problem".to_owned()),
            (Outcome::Rejected(_) | Outcome::Skipped(_), _) if !ran.written.is_empty() => {
                Err(format!("not written, and yet there is output: {}", text()))
            }
            (Outcome::Written | Outcome::Deleted, Format::Json) => {
                match serde_json::from_slice::<IgnoredAny>(&ran.written) {
                    Ok(_) => Ok(()),
                    Err(error) => Err(format!("written, but not JSON: {error}: {}", text())),
                }
            }
            (Outcome::Written, Format::Csv) => self.row(&ran.written),
            _ => Ok(()),
        }
    }

    /// Whether a row reads as one row that is as wide as its header.
    fn row(&self, written: &[u8]) -> Result<(), String> {
        let header = header(self.careful);
        let file = [&header[..], b"\n", written, b"\n"].concat();
        let mut records = Records::new(&file[..], self.careful.target_csv().unwrap_or_default());
        let mut row = Row::new();
        let [first, second] = [(); 2].map(|()| records.read(&mut row).map_err(|error| error.to_string()));
        match (first?, second?) {
            (Next::Row, Next::End) => Ok(()),
            other => Err(format!("written, but no row: {other:?}: {}", String::from_utf8_lossy(&file))),
        }
    }

    fn explain(&self, input: &Input, told: &str) -> String {
        let small = shrink::smallest(input, &mut |input| self.input(input).is_err());
        let told_small = self.input(&small).err().unwrap_or_else(|| told.to_owned());
        let show = |bytes: &[u8]| match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => format!("{} (as bytes {bytes:?})", String::from_utf8_lossy(bytes)),
        };
        format!(
            "{:?} {}, as {:?}, message {}\nmade small: {}\nas it was: {}\n{told_small}",
            input.kind,
            input.what,
            input.form,
            input.message,
            show(&small.bytes),
            show(&input.bytes)
        )
    }
}

/// The n-th of the messages that records come in.
pub fn message(n: u8) -> Message<'static> {
    let at = |seconds, nanos| Timestamp::new(seconds, nanos).unwrap_or_default();
    match n {
        0 => Message { id: "test", received_at: Timestamp::UNIX_EPOCH },
        1 => Message { id: "", received_at: at(1_772_323_199, 500_000_000) },
        _ => Message { id: "ä \"quoted\" 00c7", received_at: at(253_402_207_199, 0) },
    }
}
