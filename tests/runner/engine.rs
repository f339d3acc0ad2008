//! The two engines behind one face.

use mapc::testing::Ran;
use mapc_interp::{Format, Program};
use mapc_lower::Route;
use mapc_runtime::{BUDGET, Bump, Cx, Input, Message, Timestamp};
use mapc_tests::differential::{self, Told};

/// A route that an engine runs.
pub enum Engine {
    /// The interpreter.
    Interpreter(Box<Program>),
    /// The generated Rust.
    Compiled(&'static mapc_compiled::Route),
}

impl Engine {
    /// The compiled form of a program's route.
    pub fn compiled(program: &str, route: &Route) -> Result<Engine, String> {
        let name = route.to_string();
        let found = mapc_compiled::ROUTES.iter().find(|compiled| compiled.program == program && compiled.route == name);
        found.map(Engine::Compiled).ok_or_else(|| format!("{program}: {name} is not in tests/compiled"))
    }

    /// Runs one record to JSON.
    pub fn run(&self, input: Input<'_>, message: Message<'_>) -> Ran {
        differential::Engine::run(self, input, message, Format::Json, BUDGET).ran
    }
}

impl differential::Engine for Engine {
    fn name(&self) -> &str {
        match self {
            Engine::Interpreter(_) => "interpreter",
            Engine::Compiled(_) => "compiled route",
        }
    }

    fn run(&self, input: Input<'_>, message: Message<'_>, format: Format, budget: u64) -> Told {
        let bump = Bump::new();
        let cx = Cx::new(&bump, message).with_budget(budget);
        let mut bytes = Vec::new();
        let outcome = match self {
            Engine::Interpreter(program) => program.run_in(&cx, input, format, &mut bytes),
            Engine::Compiled(route) => match (format, &route.csv) {
                (Format::Csv, Some(csv)) => (csv.run)(&cx, input, &mut bytes),
                _ => (route.run)(&cx, input, &mut bytes),
            },
        };
        Told { ran: Ran { outcome, written: bytes, notices: cx.take_notices() }, bailed: cx.bailed() }
    }

    fn header(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        match self {
            Engine::Interpreter(program) => program.csv_header(&mut bytes),
            Engine::Compiled(route) => route.csv.iter().for_each(|csv| (csv.header)(&mut bytes)),
        }
        bytes
    }
}

/// The message of a record whose test says nothing of it.
pub fn no_message() -> Message<'static> {
    Message { id: "test", received_at: Timestamp::UNIX_EPOCH }
}
