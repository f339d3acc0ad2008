//! What standard error can show.

use std::io::{self, IsTerminal as _, Write as _};

use mapc::render::{self, Style};
use mapc_diagnostics::{Diagnostic, SourceMap};

/// Colours on a terminal whose user did not ask for none (`NO_COLOR`).
pub(super) fn allows_color(is_terminal: bool) -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    is_terminal && !refused
}

/// Writes diagnostics and their number on standard error.
pub(super) fn diagnostics(diagnostics: &[Diagnostic], sources: &SourceMap) {
    let style = Style { color: allows_color(io::stderr().is_terminal()), ..Style::PLAIN };
    let mut text = render::human(diagnostics, sources, style);
    if let Some(summary) = render::summary(diagnostics) {
        text.push_str(&summary);
        text.push('\n');
    }
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
