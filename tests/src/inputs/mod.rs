//! What both engines are given: records from tests, random ones, and near misses of those that were accepted, as JSON and as CSV.
//! The same for the same seed.

mod document;
mod hints;
mod near;
mod patterns;
mod records;
mod rows;
mod scalars;
mod sweep;

use fastrand::Rng;
use mapc_plan::Plan;
use mapc_runtime::csv::Dialect;

pub use document::Node;
use records::Records;
use rows::Table;
use sweep::Swept;

/// Accepted records that are kept to be changed.
const MOST_SEEDS: usize = 64;

/// How an input came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The record of a test.
    Given,
    /// Random by the source type.
    Random,
    /// An accepted record with one token another, each in turn.
    Sweep,
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

/// What near misses are made from: a record, or the table that it was written as.
#[derive(Clone, Debug)]
struct Seed {
    record: Option<Node>,
    table: Option<Table>,
}

impl Seed {
    fn of(record: Option<Node>, table: Option<&Table>) -> Option<Self> {
        Some(Seed { record, table: table.cloned() })
    }
}

/// Makes inputs for one plan, without end.
#[derive(Debug)]
pub struct Inputs<'p> {
    plan: &'p Plan,
    records: Records<'p>,
    rng: Rng,
    /// The inputs that come next.
    waiting: Vec<Input>,
    in_turn: bool,
    swept: [Swept; 2],
    accepted: Vec<Node>,
    accepted_tables: Vec<Table>,
    dialect: Dialect,
}

impl<'p> Inputs<'p> {
    /// For a plan. The inputs `given` come first, and near misses are made of those that are accepted; records of a CSV file that are given
    /// as JSON come as rows.
    pub fn new(plan: &'p Plan, given: Vec<Input>, seed: u64) -> Self {
        let dialect = plan.source_csv.unwrap_or_default();
        let records = Records::new(plan);
        Inputs {
            plan,
            records,
            rng: Rng::with_seed(seed),
            waiting: given,
            in_turn: true,
            swept: Default::default(),
            accepted: Vec::new(),
            accepted_tables: Vec::new(),
            dialect,
        }
    }

    /// Without trying each change of each value in turn.
    #[must_use]
    pub fn by_chance_alone(mut self) -> Self {
        self.in_turn = false;
        self
    }

    /// The next input.
    pub fn next_input(&mut self) -> Input {
        if let Some(waiting) = self.waiting.pop() {
            return if waiting.kind == Kind::Given { self.given(waiting) } else { waiting };
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
            Some(Seed { record, table }) => {
                let in_rows = table.is_some();
                if let Some(record) = &record {
                    self.sweep(record, in_rows);
                }
                match (table, record) {
                    (Some(table), _) => keep(&mut self.accepted_tables, table, &mut self.rng),
                    (None, Some(record)) => keep(&mut self.accepted, record, &mut self.rng),
                    (None, None) => {}
                }
            }
            // A near miss that is accepted is an accepted record like any other.
            None if input.kind == Kind::Near && self.rng.u8(..8) == 0 => {
                if let Some(record) = Node::parse(&input.bytes) {
                    self.sweep(&record, false);
                    keep(&mut self.accepted, record, &mut self.rng);
                }
            }
            None => {}
        }
    }

    /// Whether inputs wait that are not left to chance.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    fn sweep(&mut self, record: &Node, in_rows: bool) {
        if !self.in_turn {
            return;
        }
        for changed in sweep::of_record(record, &self.records, &mut self.swept[usize::from(in_rows)]) {
            let input = if in_rows {
                Input::new(Form::Csv, Table::of(&changed, self.dialect).render())
            } else {
                Input::new(Form::Json, changed.render())
            };
            self.waiting.push(Input { kind: Kind::Sweep, ..input });
        }
    }

    fn given(&mut self, input: Input) -> Input {
        let record = if input.form == Form::Json { Node::parse(&input.bytes) } else { None };
        match record {
            Some(record) if self.plan.source_csv.is_some() => {
                let table = Table::of(&record, self.dialect);
                Input { seed: Seed::of(Some(record), Some(&table)), ..Input::new(Form::Csv, table.render()) }
            }
            record => Input { seed: Seed::of(record, None), ..input },
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
            return Input { kind: Kind::Random, seed: Seed::of(Some(record), None), ..Input::new(Form::Json, bytes) };
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
        let record = self.records.record(&mut self.rng);
        let table = Table::of(&record, self.dialect);
        Input { kind: Kind::Row, seed: Seed::of(Some(record), Some(&table)), ..Input::new(Form::Csv, table.render()) }
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
