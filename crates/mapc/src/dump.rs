//! What each stage of the compiler makes of a package, as text that people read.

use mapc_diagnostics::{Diagnostic, FileId, SourceMap};
use mapc_lower::Route;

use crate::checked::Checked;
use crate::project::Project;
use crate::route::RouteError;

/// A stage of the compiler. Another one is a variant here, its row in [`Stage::ALL`], and a function that prints what it made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The scanner.
    Tokens,
    /// The parser.
    Ast,
    /// The checker.
    Hir,
    /// Lowering.
    Plan,
    /// The generator.
    Rust,
}

impl Stage {
    /// All stages in their order, with the name of what each makes, and what that is.
    pub const ALL: [(Stage, &'static str, &'static str); 5] = [
        (Stage::Tokens, "tokens", "The words and signs of each file"),
        (Stage::Ast, "ast", "The syntax tree of each file"),
        (
            Stage::Hir,
            "hir",
            "What is declared, with all types, and every expression with all that is implicit written out",
        ),
        (Stage::Plan, "plan", "What both engines run: the plan of each route"),
        (Stage::Rust, "rust", "The Rust module of each route, as `mapc build` writes it"),
    ];

    /// Whether a file alone does not do, for what it says depends on the others of its package.
    pub fn sees_the_package(self) -> bool {
        !matches!(self, Stage::Tokens | Stage::Ast)
    }

    /// Whether it works on routes, which no file has to itself.
    pub fn makes_routes(self) -> bool {
        matches!(self, Stage::Plan | Stage::Rust)
    }
}

/// How much of a package is dumped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// All files, or all routes that `mapc build` writes.
    Whole,
    /// A file, of a stage that works on files.
    File(FileId),
    /// A route, of a stage that works on routes, named as for [`Checked::route`].
    Route {
        /// What is read.
        from: String,
        /// What is written.
        to: String,
        /// The entity in between, where it takes that to tell routes apart.
        via: Option<String>,
    },
}

/// What a stage made.
#[derive(Clone, Debug)]
pub struct Dumped {
    /// The files or routes one after the other, each under a line with its name.
    pub text: String,
    /// What this stage and those before it found wrong; what they could not make sense of stands as `error` in the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Why routes are missing in the text.
    pub refused: Vec<RouteError>,
    /// What the diagnostics point into.
    pub sources: SourceMap,
}

impl Project {
    /// What a stage makes of a part of the package. Routes are there where the package is without errors.
    pub fn dump(self, stage: Stage, part: &Part) -> Dumped {
        let of_part = |file: &FileId| !matches!(part, Part::File(only) if only != file);
        let files: Vec<FileId> = self.files.iter().copied().filter(of_part).collect();
        // Trees are as deep as their text.
        mapc_runtime::stack::walk(|| match stage {
            Stage::Tokens => self.tokens(&files),
            Stage::Ast => self.trees(&files),
            Stage::Hir => self.meaning(&files),
            Stage::Plan => self.routes(part, plans),
            Stage::Rust => self.routes(part, modules),
        })
    }

    fn tokens(self, files: &[FileId]) -> Dumped {
        let text = listed(&self.sources, files, |file| mapc_syntax::dump::tokens(self.sources.file(file)));
        Dumped { text, diagnostics: self.diagnostics, refused: Vec::new(), sources: self.sources }
    }

    fn trees(self, files: &[FileId]) -> Dumped {
        let mut diagnostics = self.diagnostics;
        let text = listed(&self.sources, files, |file| {
            let source = self.sources.file(file);
            let parsed = mapc_syntax::parse(file, &source.text);
            diagnostics.extend(parsed.diagnostics);
            mapc_syntax::dump::ast(source, &parsed.file)
        });
        Dumped { text, diagnostics, refused: Vec::new(), sources: self.sources }
    }

    fn meaning(self, files: &[FileId]) -> Dumped {
        let checked = self.check();
        let text =
            listed(&checked.sources, files, |file| mapc_model::dump::hir(&checked.model, &checked.sources, file));
        Dumped { text, diagnostics: checked.diagnostics, refused: Vec::new(), sources: checked.sources }
    }

    fn routes(self, part: &Part, show: fn(&Checked, &[Route], &mut Vec<RouteError>) -> String) -> Dumped {
        let checked = self.check();
        let (mut text, mut refused) = (String::new(), Vec::new());
        if checked.is_usable() {
            let asked = match part {
                Part::Whole | Part::File(_) => Ok(checked.built_routes()),
                Part::Route { from, to, via } => checked.route(from, to, via.as_deref()).map(|route| vec![route]),
            };
            match asked {
                Ok(routes) => text = show(&checked, &routes, &mut refused),
                Err(error) => refused.push(error),
            }
        }
        Dumped { text, diagnostics: checked.diagnostics, refused, sources: checked.sources }
    }
}

fn listed(sources: &SourceMap, files: &[FileId], mut dump: impl FnMut(FileId) -> String) -> String {
    files.iter().map(|file| format!("file {}\n{}", sources.file(*file).name, dump(*file))).collect()
}

fn plans(checked: &Checked, routes: &[Route], refused: &mut Vec<RouteError>) -> String {
    let mut text = String::new();
    for route in routes {
        match checked.plan(route) {
            Ok(plan) => text.push_str(&format!("route {route}\n{}", plan.text())),
            Err(error) => refused.push(error),
        }
    }
    text
}

/// The modules of routes. They name each other's place among all that are built, so those are made as well.
fn modules(checked: &Checked, routes: &[Route], refused: &mut Vec<RouteError>) -> String {
    let mut made = checked.built_routes();
    made.extend(routes.iter().filter(|route| !made.contains(route)).cloned().collect::<Vec<_>>());
    let (mut shown, mut plans) = (Vec::new(), Vec::new());
    for route in made {
        match checked.plan(&route) {
            Ok(plan) => {
                shown.push(routes.contains(&route).then(|| route.to_string()));
                plans.push(plan);
            }
            Err(error) if routes.contains(&route) => refused.push(error),
            // Nobody asked for it.
            Err(_) => {}
        }
    }
    let modules = mapc_codegen::modules(&mapc_lower::interface(&checked.model), &plans, "crate");
    let named = shown.into_iter().zip(modules);
    let text = |files: Vec<(String, String)>| files.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n");
    named.filter_map(|(name, files)| Some(format!("// route {}\n{}", name?, text(files)))).collect()
}
