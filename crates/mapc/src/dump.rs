//! What each stage of the compiler makes of a package, as text that people read.

use mapc_diagnostics::{Diagnostic, FileId, SourceMap};

use crate::project::Project;

/// A stage of the compiler. Another one is a variant here, its row in [`Stage::ALL`], and a function that prints what it made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The scanner.
    Tokens,
    /// The parser.
    Ast,
    /// The checker.
    Hir,
}

impl Stage {
    /// All stages in their order, with the name of what each makes, and what that is.
    pub const ALL: [(Stage, &'static str, &'static str); 3] = [
        (Stage::Tokens, "tokens", "The words and signs of each file"),
        (Stage::Ast, "ast", "The syntax tree of each file"),
        (
            Stage::Hir,
            "hir",
            "What is declared, with all types, and every expression with all that is implicit written out",
        ),
    ];

    /// Whether a file alone does not do, for what it says depends on the others of its package.
    pub fn sees_the_package(self) -> bool {
        self == Stage::Hir
    }
}

/// What a stage made.
#[derive(Clone, Debug)]
pub struct Dumped {
    /// The files one after the other, each under a line with its name.
    pub text: String,
    /// What this stage and those before it found wrong; what they could not make sense of stands as `error` in the text.
    pub diagnostics: Vec<Diagnostic>,
    /// What the diagnostics point into.
    pub sources: SourceMap,
}

impl Project {
    /// What a stage makes of the package; of one file only where one is named.
    pub fn dump(self, stage: Stage, only: Option<FileId>) -> Dumped {
        let files: Vec<FileId> =
            self.files.iter().copied().filter(|file| only.is_none_or(|only| only == *file)).collect();
        // Trees are as deep as their text.
        mapc_runtime::stack::walk(|| match stage {
            Stage::Tokens => self.tokens(&files),
            Stage::Ast => self.trees(&files),
            Stage::Hir => self.meaning(&files),
        })
    }

    fn tokens(self, files: &[FileId]) -> Dumped {
        let text = listed(&self.sources, files, |file| mapc_syntax::dump::tokens(self.sources.file(file)));
        Dumped { text, diagnostics: self.diagnostics, sources: self.sources }
    }

    fn trees(self, files: &[FileId]) -> Dumped {
        let mut diagnostics = self.diagnostics;
        let text = listed(&self.sources, files, |file| {
            let source = self.sources.file(file);
            let parsed = mapc_syntax::parse(file, &source.text);
            diagnostics.extend(parsed.diagnostics);
            mapc_syntax::dump::ast(source, &parsed.file)
        });
        Dumped { text, diagnostics, sources: self.sources }
    }

    fn meaning(self, files: &[FileId]) -> Dumped {
        let checked = self.check();
        let text =
            listed(&checked.sources, files, |file| mapc_model::dump::hir(&checked.model, &checked.sources, file));
        Dumped { text, diagnostics: checked.diagnostics, sources: checked.sources }
    }
}

fn listed(sources: &SourceMap, files: &[FileId], mut dump: impl FnMut(FileId) -> String) -> String {
    files.iter().map(|file| format!("file {}\n{}", sources.file(*file).name, dump(*file))).collect()
}
