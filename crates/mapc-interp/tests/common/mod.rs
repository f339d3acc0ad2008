//! Programs for tests: `.map` text through the checker, and records through the interpreter.

use mapc_diagnostics::SourceMap;
use mapc_interp::Program;
use mapc_model::model::Model;
use mapc_runtime::{Bump, Cx, Format, Input, Message, Notice, Outcome, Route as _, Timestamp};

/// A checked package.
pub struct Package {
    pub sources: SourceMap,
    pub model: Model,
}

/// What became of a record.
pub struct Ran {
    pub outcome: Outcome,
    pub out: String,
    pub notices: Vec<Notice>,
}

impl Package {
    pub fn new(text: &str) -> Self {
        let mut sources = SourceMap::default();
        let file = sources.add("test.map", text);
        let parsed = mapc_syntax::parse(file, text);
        let (model, found) = mapc_model::check(&sources, &[(file, &parsed.file)]);
        let errors =
            parsed.diagnostics.iter().chain(&found).filter(|it| it.severity == mapc_diagnostics::Severity::Error);
        let errors: Vec<String> =
            errors.map(|it| format!("{} {} at {}", it.code.as_str(), it.message, sources.place(it.span()))).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        Package { sources, model }
    }

    /// The program of a route, `a.B -> c.D` or `a.B -> E -> c.D`.
    pub fn program(&self, route: &str) -> Program {
        let routes = mapc_lower::routes(&self.model);
        let found = routes.iter().find(|it| it.to_string() == route);
        let names: Vec<String> = routes.iter().map(ToString::to_string).collect();
        let found = found.unwrap_or_else(|| panic!("no route {route} in {names:?}"));
        let plan = mapc_lower::lower(&self.model, &self.sources, found).unwrap_or_else(|error| panic!("{error}"));
        mapc_plan::verify(&plan).unwrap();
        Program::new(plan)
    }
}

/// Runs one JSON record.
pub fn run(program: &Program, input: &str) -> Ran {
    run_as(program, Input::Json(input.as_bytes()), Format::Json)
}

/// Runs one record.
pub fn run_as(program: &Program, input: Input<'_>, format: Format) -> Ran {
    let bump = Bump::new();
    let cx = Cx::new(&bump, Message { id: "m-1", received_at: Timestamp::UNIX_EPOCH });
    let mut out = Vec::new();
    let outcome = program.run_in(&cx, input, format, &mut out);
    Ran { outcome, out: String::from_utf8(out).unwrap(), notices: cx.take_notices() }
}

impl Ran {
    /// `written {…}`, `deleted {…}`, `skipped reason`, or `rejected` with `code pointer target` of each problem.
    pub fn told(&self) -> String {
        match &self.outcome {
            Outcome::Written => format!("written {}", self.out),
            Outcome::Deleted => format!("deleted {}", self.out),
            Outcome::Skipped(reason) => format!("skipped {reason}"),
            Outcome::Rejected(problems) => {
                assert_eq!(self.out, "");
                let told =
                    problems.iter().map(|it| format!("{} {} {}", it.code, it.pointer, it.target).trim_end().to_owned());
                format!("rejected {}", told.collect::<Vec<_>>().join(", "))
            }
        }
    }
}
