//! Both engines of the routes whose records are fuzzed.

use mapc::testing::Ran;
use mapc_interp::{Format, Program};
use mapc_runtime::{Bump, Cx, Input, Message, Outcome};
use mapc_tests::differential::{Engine, Told};

/// A generated function that maps one record.
pub type Run = for<'a> fn(&Cx<'a>, Input<'a>, &mut Vec<u8>) -> Outcome;

/// One compiled route.
pub struct Route {
    /// Its program.
    pub program: &'static str,
    /// What it is called, `s.In -> Thing -> s.Out`.
    pub route: &'static str,
    /// Maps one record to JSON.
    pub run: Run,
    /// What writes rows, where the target is a record of a CSV file.
    pub csv: Option<Csv>,
}

/// How a route writes CSV.
pub struct Csv {
    /// Appends the header.
    pub header: fn(&mut Vec<u8>),
    /// Maps one record to a row.
    pub run: Run,
}

include!(concat!(env!("OUT_DIR"), "/programs.rs"));

/// The interpreter with a route.
pub struct Interpreted(pub Program);

impl Engine for Interpreted {
    fn name(&self) -> &str {
        "interpreter"
    }

    fn run(&self, input: Input<'_>, message: Message<'_>, format: Format, budget: u64) -> Told {
        ran(message, budget, |cx, out| self.0.run_in(cx, input, format, out))
    }

    fn header(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.0.csv_header(&mut bytes);
        bytes
    }
}

impl Engine for &'static Route {
    fn name(&self) -> &str {
        "compiled route"
    }

    fn run(&self, input: Input<'_>, message: Message<'_>, format: Format, budget: u64) -> Told {
        let run = self.csv.as_ref().filter(|_| format == Format::Csv).map_or(self.run, |csv| csv.run);
        ran(message, budget, |cx, out| run(cx, input, out))
    }

    fn header(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.csv.iter().for_each(|csv| (csv.header)(&mut bytes));
        bytes
    }
}

fn ran(message: Message<'_>, budget: u64, run: impl for<'a> FnOnce(&Cx<'a>, &mut Vec<u8>) -> Outcome) -> Told {
    let bump = Bump::new();
    let cx = Cx::new(&bump, message).with_budget(budget);
    let mut written = Vec::new();
    let outcome = run(&cx, &mut written);
    Told { ran: Ran { outcome, written, notices: cx.take_notices() }, bailed: cx.bailed() }
}
