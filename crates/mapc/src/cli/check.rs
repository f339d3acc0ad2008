//! `mapc check`.

use std::process::ExitCode;

use mapc::render;
use mapc_diagnostics::{Diagnostic, Severity, SourceMap};

use super::args::{Check, ReportFormat};
use super::failure::{print, say};
use super::terminal;
use super::{Ending, project};

pub(super) fn run(options: &Check) -> Ending {
    let (diagnostics, sources) = match project(&options.dir) {
        Ok(project) => {
            let checked = project.check();
            (checked.diagnostics, checked.sources)
        }
        Err(error) => (error.diagnostics, error.sources),
    };
    report(&diagnostics, &sources, options.format)
}

fn report(diagnostics: &[Diagnostic], sources: &SourceMap, format: ReportFormat) -> Ending {
    match format {
        ReportFormat::Json => print(&render::json(diagnostics, sources))?,
        ReportFormat::Human if diagnostics.is_empty() => say("no errors, no warnings"),
        ReportFormat::Human => terminal::diagnostics(diagnostics, sources),
    }
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
