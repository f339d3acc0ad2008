//! Rejections on standard error, where no file was named for them.

use std::io;

use mapc::rejects::{Rejection, Rejects};

use super::super::failure::say;
use super::progress::Progress;

/// How many are shown.
const SHOWN: u64 = 20;

/// Shows the first rejections and counts the others.
pub(super) struct Shown {
    count: u64,
    progress: Progress,
}

impl Shown {
    /// Shows rejections above a progress bar.
    pub(super) fn new(progress: Progress) -> Self {
        Shown { count: 0, progress }
    }

    /// Tells how many were not shown.
    pub(super) fn finish(self) {
        if self.count > SHOWN {
            let more = self.count - SHOWN;
            say(format_args!("and {more} more rejected; `--rejects FILE` keeps all of them"));
        }
    }
}

impl Rejects for Shown {
    fn begin(&mut self, rejection: &Rejection<'_>) -> io::Result<()> {
        self.count += 1;
        if self.count > SHOWN {
            return Ok(());
        }
        self.progress.beside(|| show(rejection));
        Ok(())
    }

    fn piece(&mut self, _text: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn show(rejection: &Rejection<'_>) {
    let at = rejection.at.map(|at| format!("#{at}")).unwrap_or_default();
    say(format_args!("{}:{}{at}: rejected", rejection.input, rejection.line));
    for problem in rejection.problems {
        let pointer = if problem.pointer.is_empty() { "the record" } else { &problem.pointer };
        let place = if problem.place.is_empty() { String::new() } else { format!(" ({})", problem.place) };
        say(printable(&format!("  {} {pointer}: {}{place}", problem.code, problem.reason)));
    }
}

/// Keys come from the input, so characters that could steer a terminal are taken out.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
