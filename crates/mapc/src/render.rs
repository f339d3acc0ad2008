//! Diagnostics as text for people and as JSON for tools. Nothing here prints.

use std::fmt;

use mapc_diagnostics::{Diagnostic, Label, Severity, SourceMap, Span, shown};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan};
use serde::Serialize;

use crate::excerpt::{Excerpts, LONGEST_LINE, Texts};

/// How diagnostics are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// With colours, as on a terminal.
    pub color: bool,
    /// Columns to fill.
    pub width: usize,
}

impl Style {
    /// Without colours, 100 columns wide: what goes into files and logs.
    pub const PLAIN: Style = Style { color: false, width: 100 };
}

/// Diagnostics as text, each with the lines of source that it speaks of.
pub fn human(diagnostics: &[Diagnostic], sources: &SourceMap, style: Style) -> String {
    let theme = if style.color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(style.width).with_links(false);
    let texts = Texts::new(sources);
    let mut text = String::new();
    for diagnostic in diagnostics {
        let report = Report::new(diagnostic, &texts, sources);
        if handler.render_report(&mut text, &report).is_err() {
            // The drawing failed, so the message goes out bare rather than not at all.
            text.push_str(&format!("{}: {}\n", diagnostic.code.as_str(), diagnostic.message));
        }
        text.push('\n');
    }
    text
}

/// `2 errors and 1 warning`, or nothing where there is nothing to count.
pub fn summary(diagnostics: &[Diagnostic]) -> Option<String> {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    let warnings = diagnostics.len() - errors;
    match (errors, warnings) {
        (0, 0) => None,
        (errors, 0) => Some(count(errors, "error")),
        (0, warnings) => Some(count(warnings, "warning")),
        (errors, warnings) => Some(format!("{} and {}", count(errors, "error"), count(warnings, "warning"))),
    }
}

/// `1 error`, `2 errors`.
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// A diagnostic with its sources, as miette wants it.
struct Report<'a> {
    diagnostic: &'a Diagnostic,
    excerpts: Excerpts<'a>,
    labels: Vec<LabeledSpan>,
    /// Labels that are told instead of drawn.
    far: Vec<String>,
}

/// Whether two places are in one line, and so far from each other that no drawing could hold both.
fn are_far(first: Span, second: Span, sources: &SourceMap) -> bool {
    let [from, to] = [first.start.min(second.start), first.start.max(second.start)].map(|at| at as usize);
    let between = || sources.file(first.file).text.get(from..to).is_some_and(|text| !text.contains('\n'));
    first.file == second.file && to - from > LONGEST_LINE && between()
}

impl<'a> Report<'a> {
    fn new(diagnostic: &'a Diagnostic, texts: &'a Texts<'a>, sources: &SourceMap) -> Self {
        let mut excerpts = Excerpts::new(texts);
        let draw = |(position, label): (usize, &Label)| {
            let (offset, length) = excerpts.place(label.span);
            let text = (!label.text.is_empty()).then(|| shown(&label.text).into_owned());
            if position == 0 {
                LabeledSpan::new_primary_with_span(text, (offset, length))
            } else {
                LabeledSpan::new_with_span(text, (offset, length))
            }
        };
        let mut near: Vec<(usize, &Label)> = Vec::new();
        let mut far: Vec<(usize, &Label)> = Vec::new();
        for (position, label) in diagnostic.labels.iter().enumerate() {
            let is_far = near.iter().any(|(_, drawn)| are_far(drawn.span, label.span, sources));
            if is_far { &mut far } else { &mut near }.push((position, label));
        }
        let labels = near.into_iter().map(draw).collect();
        let far = far.into_iter().map(|(_, label)| format!("{}: {}", sources.place(label.span), label.text)).collect();
        Report { diagnostic, excerpts, labels, far }
    }
}

impl fmt::Debug for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.diagnostic, f)
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(&self.diagnostic.message))
    }
}

impl std::error::Error for Report<'_> {}

impl miette::Diagnostic for Report<'_> {
    fn code<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        Some(Box::new(self.diagnostic.code.as_str()))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        let mut lines: Vec<String> = self.diagnostic.help.iter().cloned().collect();
        lines.extend(self.diagnostic.fixes.iter().map(|fix| format!("fix: {}", fix.title)));
        lines.extend(self.far.iter().cloned());
        lines.iter_mut().for_each(|line| *line = shown(line).into_owned());
        (!lines.is_empty()).then(|| Box::new(lines.join("\n")) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(&self.excerpts)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        (!self.labels.is_empty()).then(|| Box::new(self.labels.iter().cloned()) as Box<dyn Iterator<Item = _>>)
    }
}

/// Diagnostics as one JSON document: `{ "diagnostics": […], "errors": n, "warnings": n }`.
pub fn json(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    let document = JsonReport {
        diagnostics: diagnostics.iter().map(|diagnostic| json_diagnostic(diagnostic, sources)).collect(),
        errors,
        warnings: diagnostics.len() - errors,
    };
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct JsonReport<'a> {
    diagnostics: Vec<JsonDiagnostic<'a>>,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct JsonDiagnostic<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    labels: Vec<JsonLabel<'a>>,
    help: Option<&'a str>,
    fixes: Vec<JsonFix<'a>>,
}

#[derive(Serialize)]
struct JsonFix<'a> {
    title: &'a str,
    edits: Vec<JsonLabel<'a>>,
}

/// A place with a text: what a label says, or what an edit puts there.
#[derive(Serialize)]
struct JsonLabel<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    start: u32,
    end: u32,
    text: &'a str,
}

fn json_diagnostic<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> JsonDiagnostic<'a> {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    JsonDiagnostic {
        code: diagnostic.code.as_str(),
        severity,
        message: &diagnostic.message,
        labels: diagnostic.labels.iter().map(|label| json_label(label.span, &label.text, sources)).collect(),
        help: diagnostic.help.as_deref(),
        fixes: diagnostic.fixes.iter().map(|fix| json_fix(fix, sources)).collect(),
    }
}

fn json_fix<'a>(fix: &'a mapc_diagnostics::Fix, sources: &'a SourceMap) -> JsonFix<'a> {
    JsonFix {
        title: &fix.title,
        edits: fix.edits.iter().map(|edit| json_label(edit.span, &edit.text, sources)).collect(),
    }
}

fn json_label<'a>(span: Span, text: &'a str, sources: &'a SourceMap) -> JsonLabel<'a> {
    let file = sources.file(span.file);
    let (start, end) = (file.location(span.start), file.location(span.end));
    JsonLabel {
        file: &file.name,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        start: span.start,
        end: span.end,
        text,
    }
}
