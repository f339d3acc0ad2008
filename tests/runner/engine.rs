//! The two engines behind one face.

use mapc_interp::{Format, Program};
use mapc_plan::Route;
use mapc_runtime::{Bump, Cx, Input, Message, Notice, Outcome, Timestamp};

/// What an engine makes of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What became of it.
    pub outcome: Outcome,
    /// What was appended.
    pub bytes: String,
    /// What is worth knowing beside.
    pub notices: Vec<Notice>,
}

/// A route that an engine runs.
pub enum Engine {
    /// The interpreter.
    Interpreter(Program),
    /// The generated Rust.
    Compiled(&'static mapc_compiled::Route),
}

impl Engine {
    /// The compiled form of a program's route.
    pub fn compiled(program: &str, route: &Route) -> Result<Engine, String> {
        let name = route.to_string();
        let found = mapc_compiled::ROUTES.iter().find(|compiled| compiled.program == program && compiled.route == name);
        found.map(Engine::Compiled).ok_or_else(|| format!("{program}: {name} is not in tests/compiled; run with UPDATE_COMPILED=1"))
    }

    /// Runs one record.
    pub fn run(&self, input: Input<'_>, message: Message<'_>) -> Made {
        let bump = Bump::new();
        let cx = Cx::new(&bump, message);
        let mut bytes = Vec::new();
        let outcome = match self {
            Engine::Interpreter(program) => program.run_in(&cx, input, Format::Json, &mut bytes),
            Engine::Compiled(route) => (route.run)(&cx, input, &mut bytes),
        };
        Made { outcome, bytes: String::from_utf8_lossy(&bytes).into_owned(), notices: cx.take_notices() }
    }
}

/// The message of a record whose test says nothing of it.
pub fn no_message() -> Message<'static> {
    Message { id: "test", received_at: Timestamp::UNIX_EPOCH }
}
