//! A progress bar, on a terminal only.

use std::io::{IsTerminal as _, Read};

use indicatif::{ProgressBar, ProgressStyle};
use mapc_io::Source;

/// Watches how much was read.
#[derive(Clone)]
pub(super) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar over all inputs where their lengths are known, a count of bytes where not. There is none but on a terminal, and none
    /// where records themselves go to the terminal.
    pub(super) fn new(sources: &[Source], to_stdout: bool) -> Progress {
        if !std::io::stderr().is_terminal() || (to_stdout && std::io::stdout().is_terminal()) {
            return Progress { bar: ProgressBar::hidden() };
        }
        let lengths: Option<Vec<u64>> = sources.iter().map(Source::length).collect();
        let (bar, template) = match lengths {
            Some(lengths) => {
                let bar = ProgressBar::new(lengths.iter().sum());
                (bar, "{bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left")
            }
            None => (ProgressBar::new_spinner(), "{spinner} {bytes}, {bytes_per_sec}"),
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Progress { bar }
    }

    /// The same input, watched.
    pub(super) fn watch(&self, input: Box<dyn Read>) -> Box<dyn Read> {
        if self.bar.is_hidden() { input } else { Box::new(self.bar.wrap_read(input)) }
    }

    /// Writes on the terminal without tearing the bar.
    pub(super) fn beside(&self, write: impl FnOnce()) {
        self.bar.suspend(write);
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
