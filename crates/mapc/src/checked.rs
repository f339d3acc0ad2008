//! A checked package.

use mapc_diagnostics::{Diagnostic, Severity, SourceMap};
use mapc_model::model::Model;
use mapc_syntax::ast::{Arrow, Decl, Item};

use crate::built;
use crate::errors;
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
                diagnostics.push(errors::files::empty_file(&sources.file(file).name, file));
            }
            diagnostics.extend(parsed.diagnostics);
            trees.push((file, parsed.file));
        }
        let is_read = is_clean(&diagnostics);
        let trees: Vec<_> = trees.iter().map(|(file, tree)| (*file, tree)).collect();
        let (model, found) = mapc_model::check(&sources, &trees);
        diagnostics.extend(found);
        // What a pattern means to name could be what was lost.
        if is_read && trees.iter().map(|(_, tree)| ways(&tree.items)).sum::<usize>() == model.maps.len() {
            diagnostics.extend(built::complaints(&manifest.build.routes, &model));
        }
        // By place; what has no place comes first. Findings of one place stay in the order of the passes.
        diagnostics.sort_by_key(|diagnostic| {
            let span = diagnostic.span();
            (!diagnostic.labels.is_empty(), span.file, span.start)
        });
        Checked { manifest, model, sources, diagnostics }
    }
}

impl Checked {
    /// Whether no diagnostic is an error.
    pub fn is_usable(&self) -> bool {
        is_clean(&self.diagnostics)
    }
}

fn is_clean(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error)
}

/// How many maps are declared, a two-way one counted for each way.
fn ways(items: &[Item]) -> usize {
    let of_item = |item: &Item| match &item.decl {
        Decl::Map(map) if map.arrow == Arrow::Both => 2,
        Decl::Map(_) => 1,
        Decl::System(system) => ways(&system.items),
        _ => 0,
    };
    items.iter().map(of_item).sum()
}
