//! A checked package.

use mapc_diagnostics::{Diagnostic, Severity, SourceMap, Span};
use mapc_model::model::Model;

use crate::manifest::Manifest;
use crate::project::Project;

/// A package after the checker: fit for use where [`Checked::is_usable`].
#[derive(Clone, Debug)]
pub struct Checked {
    /// What `mapc.toml` says.
    pub manifest: Manifest,
    /// What the package declares.
    pub model: Model,
    /// The files.
    pub sources: SourceMap,
    /// All findings, in the order of files and places.
    pub diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// Parses and checks the package.
    pub fn check(self) -> Checked {
        let Project { manifest, sources, files, mut diagnostics, .. } = self;
        let mut trees = Vec::with_capacity(files.len());
        for file in files {
            let text = &sources.file(file).text;
            let parsed = mapc_syntax::parse(file, text);
            if parsed.diagnostics.is_empty() && parsed.file.items.is_empty() {
                diagnostics.push(nothing_declared(&sources.file(file).name, Span::new(file, 0, 0)));
            }
            diagnostics.extend(parsed.diagnostics);
            trees.push((file, parsed.file));
        }
        let trees: Vec<_> = trees.iter().map(|(file, tree)| (*file, tree)).collect();
        let (model, found) = mapc_model::check(&sources, &trees);
        diagnostics.extend(found);
        // By place; what has no place comes first. Findings of one place stay in the order of the passes.
        diagnostics.sort_by_key(|diagnostic| {
            let span = diagnostic.span();
            (!diagnostic.labels.is_empty(), span.file, span.start)
        });
        Checked { manifest, model, sources, diagnostics }
    }
}

fn nothing_declared(name: &str, span: Span) -> Diagnostic {
    Diagnostic::warning("M0810", format!("`{name}` declares nothing"), span, "the file is empty, or all comments")
        .help("delete the file, or write what it was made for")
}

impl Checked {
    /// Whether no diagnostic is an error.
    pub fn is_usable(&self) -> bool {
        self.diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error)
    }
}
