//! The two engines of a route.

use mapc::testing::Ran;
use mapc_interp::Program as Interpreter;
use mapc_runtime::{BUDGET, Format, Input, Message, Route, Timestamp};
use mapc_tests::differential;
use mapc_tests::program::Program;

/// An engine with a route.
pub type Engine = Box<dyn Route>;

/// The interpreter and the generated Rust of a program's route.
pub fn engines(program: &Program, route: &mapc_lower::Route) -> Result<[Engine; 2], String> {
    let interpreter = Interpreter::new(program.plan(route)?);
    let mut compiled = mapc_compiled::ROUTES.iter().filter(|compiled| compiled.program == program.name);
    let compiled = compiled.find(|compiled| compiled.route.name() == interpreter.name());
    let compiled = compiled.ok_or_else(|| format!("{}: {route} is not in tests/compiled", program.name))?;
    Ok([Box::new(interpreter), Box::new(compiled.route)])
}

/// Runs one record to JSON.
pub fn run(engine: &dyn Route, input: Input<'_>, message: Message<'_>) -> Ran {
    differential::run(engine, input, message, Format::Json, BUDGET).ran
}

/// The message of a record whose test says nothing of it.
pub fn no_message() -> Message<'static> {
    Message { id: "test", received_at: Timestamp::UNIX_EPOCH }
}
