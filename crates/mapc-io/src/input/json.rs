//! A JSON document: its value, or each element of its array, or those at a place inside of it.
//!
//! Records are cut out by their brackets and left to the engine to check. All else in the document is checked here, so that a
//! document that is not JSON never goes through unnoticed.

mod document;

use std::io::{self, Read};

use mapc_runtime::Problem;
use mapc_runtime::codes;

use document::{Document, Found, Stop};

use super::scanner::{Progress, Scanner};
use super::{Content, Extent, PieceSink, Pointer, Reading, Record, Records, problem, too_long};

pub(super) const NAME: &str = "json";
pub(super) const ENDINGS: &[&str] = &["json"];
pub(super) const KIND: super::Kind = super::Kind::Document;

pub(super) fn open<'r>(input: Box<dyn Read + 'r>, reading: &Reading) -> Box<dyn Records + 'r> {
    Box::new(JsonRecords::new(input, reading.at.clone().unwrap_or_default(), reading.longest.bytes()))
}

/// The records of one document.
pub(super) struct JsonRecords<R> {
    document: Document<R>,
    pointer: Pointer,
    longest: usize,
    state: State,
    /// Whether the place asked for holds one record, not a list of them.
    single: bool,
    /// The pointer of the record given out last.
    place: String,
    /// How many bytes of the window were given out.
    given: usize,
    /// What seeking the next record gave, where that was done ahead of time.
    sought: Option<Result<bool, Problem>>,
}

#[derive(Debug)]
enum State {
    /// Nothing was read.
    Start,
    /// The one record lies ahead.
    Single,
    /// Before the element of this number.
    Elements(usize),
    /// Inside a record that is too long; then on with the state.
    Inside(Scanner, Box<State>),
    /// Behind the last record.
    Behind,
    /// In what cannot be read; all the rest is passed over.
    Lost,
    /// At the end.
    End,
}

/// How a record was cut out.
enum Cut {
    /// Its length.
    Whole(usize),
    /// It goes on behind what is allowed.
    Long(Scanner),
    /// The input ends inside of it.
    EndOfInput,
    /// Its brackets do not match, or nothing stands where it should.
    Unreadable,
}

impl<R: Read> JsonRecords<R> {
    /// The records at `pointer` of the document in `input`; longer ones than `longest` bytes are broken records.
    pub(super) fn new(input: R, pointer: Pointer, longest: usize) -> Self {
        let document = Document::new(input, longest);
        JsonRecords {
            document,
            pointer,
            longest,
            state: State::Start,
            single: false,
            place: String::new(),
            given: 0,
            sought: None,
        }
    }

    /// Whether there is a further record, broken or not.
    pub(super) fn has_next(&mut self) -> io::Result<bool> {
        if self.sought.is_none() {
            self.rest(&mut |_| Ok(()))?;
            self.sought = Some(match self.seek() {
                Ok(found) => Ok(found),
                Err(Stop::Broken(problem)) => Err(*problem),
                Err(Stop::Io(error)) => return Err(error),
            });
        }
        Ok(!matches!(self.sought, Some(Ok(false))))
    }

    /// Moves on to the next record; `false` at the end of the document.
    fn seek(&mut self) -> Result<bool, Stop> {
        loop {
            match std::mem::replace(&mut self.state, State::Lost) {
                State::Start => {
                    self.state = match self.document.find(&self.pointer)? {
                        Found::Array => State::Elements(0),
                        Found::Value => State::Single,
                    };
                    if matches!(self.state, State::Single) {
                        self.single = true;
                        self.place = self.pointer.as_str().to_owned();
                        return Ok(true);
                    }
                }
                State::Elements(number) => {
                    if self.document.next_element(number == 0)? {
                        self.place = format!("{}/{number}", self.pointer.as_str());
                        self.state = State::Elements(number);
                        return Ok(true);
                    }
                    self.state = State::Behind;
                }
                State::Single | State::Behind => {
                    self.document.finish(&self.pointer)?;
                    self.state = State::End;
                }
                State::End => {
                    self.state = State::End;
                    return Ok(false);
                }
                // Both are left through `rest` before anything is sought.
                state @ (State::Inside(..) | State::Lost) => {
                    self.state = state;
                    return Ok(false);
                }
            }
        }
    }

    /// Finds the end of the value at the window's start.
    fn cut(&mut self) -> io::Result<Cut> {
        let mut scanner = Scanner::default();
        let mut seen = 0;
        loop {
            let bytes = self.document.feed.bytes();
            match scanner.advance(bytes.get(seen..).unwrap_or_default()) {
                Progress::Ends(length) => return Ok(Cut::Whole(seen + length)),
                Progress::Unbalanced => return Ok(Cut::Unreadable),
                Progress::GoesOn => seen = bytes.len(),
            }
            if seen > self.longest {
                return Ok(Cut::Long(scanner));
            }
            if !self.document.feed.more()? {
                return Ok(if scanner.may_end() { Cut::Whole(seen) } else { Cut::EndOfInput });
            }
        }
    }

    /// The state behind the record that lies ahead.
    fn state_behind(&self) -> State {
        match self.state {
            State::Elements(number) => State::Elements(number + 1),
            _ => State::Behind,
        }
    }

    fn lost(&mut self, problem: Problem) -> Record<'_> {
        self.state = State::Lost;
        self.given = self.document.feed.bytes().len();
        Record {
            line: self.document.feed.line(),
            pointer: Some(&self.place),
            single: self.single,
            content: Content::Broken { problem, text: self.document.feed.bytes(), extent: Extent::Beginning },
        }
    }

    fn record(&mut self) -> io::Result<Record<'_>> {
        let cut = self.cut()?;
        let behind = self.state_behind();
        let line = self.document.feed.line();
        match cut {
            Cut::Whole(length) => {
                self.state = behind;
                self.given = length;
                let text = self.document.feed.bytes().get(..length).unwrap_or_default();
                let content = if length > self.longest {
                    Content::Broken { problem: too_long(self.longest), text, extent: Extent::Whole }
                } else {
                    Content::Json(text)
                };
                Ok(Record { line, pointer: Some(&self.place), single: self.single, content })
            }
            Cut::Long(scanner) => {
                self.state = State::Inside(scanner, Box::new(behind));
                let text = self.document.feed.bytes();
                self.given = text.len();
                let content = Content::Broken { problem: too_long(self.longest), text, extent: Extent::Beginning };
                Ok(Record { line, pointer: Some(&self.place), single: self.single, content })
            }
            Cut::EndOfInput => Ok(self.lost(problem(codes::TRUNCATED, "", "the input ends inside of this record"))),
            Cut::Unreadable => Ok(self.lost(problem(
                codes::NOT_JSON,
                "",
                "not JSON: the brackets of this record do not match; the rest is not read",
            ))),
        }
    }
}

impl<R: Read> Records for JsonRecords<R> {
    fn next(&mut self) -> io::Result<Option<Record<'_>>> {
        self.has_next()?;
        match self.sought.take() {
            Some(Ok(true)) => self.record().map(Some),
            Some(Err(problem)) => {
                self.place.clear();
                Ok(Some(self.lost(problem)))
            }
            _ => Ok(None),
        }
    }

    fn rest(&mut self, sink: PieceSink<'_>) -> io::Result<()> {
        self.document.feed.pass(std::mem::take(&mut self.given));
        match std::mem::replace(&mut self.state, State::End) {
            State::Lost => loop {
                sink(self.document.feed.bytes())?;
                self.document.feed.pass_all();
                if !self.document.feed.more()? {
                    return Ok(());
                }
            },
            State::Inside(mut scanner, behind) => loop {
                let bytes = self.document.feed.bytes();
                match scanner.advance(bytes) {
                    Progress::Ends(length) => {
                        sink(bytes.get(..length).unwrap_or_default())?;
                        self.document.feed.pass(length);
                        self.state = *behind;
                        return Ok(());
                    }
                    Progress::GoesOn => {
                        sink(bytes)?;
                        self.document.feed.pass_all();
                    }
                    // What follows cannot be told apart any more, so it all belongs to this record.
                    Progress::Unbalanced => {
                        self.state = State::Lost;
                        return self.rest(sink);
                    }
                }
                if !self.document.feed.more()? {
                    self.state = *behind;
                    return Ok(());
                }
            },
            state => {
                self.state = state;
                Ok(())
            }
        }
    }
}
