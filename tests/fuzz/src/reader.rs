//! Arbitrary bytes as records through both engines.

use std::sync::LazyLock;

use mapc_interp::Program as Interpreter;
use mapc_plan::Plan;
use mapc_runtime::Route;
use mapc_tests::differential::Pair;
use mapc_tests::inputs::{Form, Input, Inputs};
use mapc_tests::program::{Program, texts};

use crate::engines::ROUTES;

/// Seeds a route, of those that its tests give and of random ones.
const SEEDS: usize = 40;

/// The seed of the random ones.
const SEED: u64 = 20_261_127;

/// A route that bytes can be records of.
struct Fuzzed {
    given: Vec<Input>,
    plan: Plan,
    careful: Interpreter,
    other: &'static dyn Route,
}

static FUZZED: LazyLock<Vec<Fuzzed>> = LazyLock::new(|| {
    let programs = texts().into_iter().filter(|(name, _)| ROUTES.iter().any(|route| route.program == *name));
    programs.flat_map(|(name, texts)| of_program(&name, texts)).collect()
});

fn of_program(name: &str, texts: Vec<(String, String)>) -> Vec<Fuzzed> {
    let program = Program::new(name, texts).expect("the build script has checked it");
    let routes = program.routes().into_iter().map(|route| {
        let plan = program.plan(&route).expect("the build script has made it");
        let called = route.to_string();
        let other = ROUTES.iter().find(|other| other.program == name && other.route.name() == called);
        let tests = program.model.tests.iter().filter(|test| test.given == route.from.record);
        Fuzzed {
            given: tests.map(|test| Input::new(Form::Json, test.input.clone().into_bytes())).collect(),
            careful: Interpreter::new(plan.clone()),
            other: other.expect("the build script has compiled it").route,
            plan,
        }
    });
    routes.collect()
}

/// Two bytes that say of what route, in which form and message, and a record or a file of rows.
///
/// # Panics
/// Where an engine does, where the two differ, or where what they write is not what it claims to be.
pub fn run(bytes: &[u8]) {
    let [route, how, record @ ..] = bytes else { return };
    let fuzzed = &FUZZED[usize::from(*route) % FUZZED.len()];
    let form = if how % 2 == 0 { Form::Json } else { Form::Csv };
    let mut input = Input::new(form, record.to_vec());
    input.message = how / 2 % 3;
    if let Err(told) = Pair::new(&fuzzed.careful, fuzzed.other).and_then(|pair| pair.input(&input)) {
        panic!("{}: as {form:?}, message {}: {told}", fuzzed.other.name(), input.message);
    }
}

/// Records of all routes.
pub fn seeds() -> Vec<Vec<u8>> {
    let of_route = |(route, fuzzed): (usize, &Fuzzed)| {
        let mut inputs = Inputs::new(&fuzzed.plan, fuzzed.given.clone(), SEED);
        let seed = |input: Input| {
            let how = u8::from(input.form == Form::Csv) + 2 * input.message;
            [&[u8::try_from(route).unwrap_or_default(), how], &input.bytes[..]].concat()
        };
        (0..SEEDS).map(|_| seed(inputs.next_input())).collect::<Vec<_>>()
    };
    FUZZED.iter().enumerate().flat_map(of_route).collect()
}
