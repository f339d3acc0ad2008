//! What both engines are given: records from tests, random ones, and near misses of those that were accepted, as JSON and as CSV.
//! The same for the same seed.

mod document;
mod hints;
mod near;
mod patterns;
mod records;
mod rows;
mod scalars;

use fastrand::Rng;
use mapc_plan::ir::Plan;
use mapc_runtime::csv::Dialect;

pub use document::Node;
use records::Records;
use rows::Table;

/// Accepted records that are kept to be changed.
const MOST_SEEDS: usize = 64;

/// How an input came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The record of a test.
    Given,
    /// Random by the source type.
    Random,
    /// Random, with one byte another.
    Damaged,
    /// An accepted record with one token another.
    Near,
    /// A random record as a row.
    Row,
    /// An accepted row with one thing another.
    NearRow,
}

/// In what form the bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One JSON value.
    Json,
    /// A CSV file with a header.
    Csv,
}

/// One input.
#[derive(Clone, Debug)]
pub struct Input {
    /// How it came to be.
    pub kind: Kind,
    /// What was changed, for those that were.
    pub what: &'static str,
    /// In what form the bytes are.
    pub form: Form,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Which of a few messages it comes in; see [`crate::differential::message`].
    pub message: u8,
    seed: Option<Seed>,
}

impl Input {
    /// Bytes of one's own.
    pub fn new(form: Form, bytes: Vec<u8>) -> Self {
        Input { kind: Kind::Given, what: "", form, bytes, message: 0, seed: None }
    }
}

/// What near misses are made from.
#[derive(Clone, Debug)]
enum Seed {
    Record(Node),
    Table(Table),
}

/// Makes inputs for one plan, without end.
#[derive(Debug)]
pub struct Inputs<'p> {
    plan: &'p Plan,
    records: Records<'p>,
    rng: Rng,
    given: Vec<Vec<u8>>,
    accepted: Vec<Node>,
    accepted_tables: Vec<Table>,
    dialect: Dialect,
}

impl<'p> Inputs<'p> {
    /// For a plan. The records `given` come first, as JSON and, where all their values are in cells, as rows.
    pub fn new(plan: &'p Plan, given: Vec<Vec<u8>>, seed: u64) -> Self {
        let dialect = plan.source_csv.map_or_else(Dialect::default, |csv| Dialect {
            separator: csv.separator,
            quote: csv.quote,
            decimal_mark: csv.decimal_mark,
        });
        let records = Records::new(plan);
        let (accepted, accepted_tables) = (Vec::new(), Vec::new());
        Inputs { plan, records, rng: Rng::with_seed(seed), given, accepted, accepted_tables, dialect }
    }

    /// How rows of the source stand in a file: the dialect of its CSV, or the usual one.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The next input.
    pub fn next_input(&mut self) -> Input {
        if let Some(bytes) = self.given.pop() {
            return self.given(bytes);
        }
        let mut input = self.made();
        input.message = self.rng.u8(..3);
        input
    }

    fn made(&mut self) -> Input {
        // Records of a CSV file come as both, others now and then as rows.
        if self.rng.u8(..8) < if self.plan.source_csv.is_some() { 4 } else { 1 } { self.row() } else { self.json() }
    }

    /// Keeps an input that was accepted, so that near misses are made of it.
    pub fn accepted(&mut self, input: Input) {
        match input.seed {
            Some(Seed::Record(record)) => keep(&mut self.accepted, record, &mut self.rng),
            Some(Seed::Table(table)) => keep(&mut self.accepted_tables, table, &mut self.rng),
            // A near miss that is accepted is an accepted record like any other.
            None if input.kind == Kind::Near && self.rng.u8(..8) == 0 => {
                if let Some(record) = Node::parse(&input.bytes) {
                    keep(&mut self.accepted, record, &mut self.rng);
                }
            }
            None => {}
        }
    }

    fn given(&mut self, bytes: Vec<u8>) -> Input {
        let record = Node::parse(&bytes);
        match record {
            Some(record) if self.plan.source_csv.is_some() => {
                let table = Table::of(&record, self.dialect);
                Input { seed: Some(Seed::Table(table.clone())), ..Input::new(Form::Csv, table.render()) }
            }
            record => Input { seed: record.map(Seed::Record), ..Input::new(Form::Json, bytes) },
        }
    }

    fn json(&mut self) -> Input {
        if !self.accepted.is_empty() && self.rng.u8(..10) < 6 {
            let at = self.rng.usize(..self.accepted.len());
            let (what, bytes) = near::near_miss(&self.accepted[at], &self.records, &mut self.rng);
            return Input { kind: Kind::Near, what, ..Input::new(Form::Json, bytes) };
        }
        let record = self.records.record(&mut self.rng);
        let mut bytes = record.render();
        if self.rng.u8(..32) > 0 {
            return Input { kind: Kind::Random, seed: Some(Seed::Record(record)), ..Input::new(Form::Json, bytes) };
        }
        let at = self.rng.usize(..bytes.len());
        match self.rng.u8(..3) {
            0 => bytes.truncate(at),
            1 => bytes[at] = self.rng.u8(..),
            _ => bytes.insert(at, *self.rng.choice(b"{}[],:\"\\ x0").unwrap_or(&b' ')),
        }
        Input { kind: Kind::Damaged, ..Input::new(Form::Json, bytes) }
    }

    fn row(&mut self) -> Input {
        if !self.accepted_tables.is_empty() && self.rng.u8(..10) < 6 {
            let at = self.rng.usize(..self.accepted_tables.len());
            let (what, bytes) = rows::near_miss(&self.accepted_tables[at], &self.records, &mut self.rng);
            return Input { kind: Kind::NearRow, what, ..Input::new(Form::Csv, bytes) };
        }
        let table = Table::of(&self.records.record(&mut self.rng), self.dialect);
        Input { kind: Kind::Row, seed: Some(Seed::Table(table.clone())), ..Input::new(Form::Csv, table.render()) }
    }
}

fn keep<T>(seeds: &mut Vec<T>, seed: T, rng: &mut Rng) {
    if seeds.len() < MOST_SEEDS {
        seeds.push(seed);
    } else {
        let at = rng.usize(..MOST_SEEDS);
        seeds[at] = seed;
    }
}
