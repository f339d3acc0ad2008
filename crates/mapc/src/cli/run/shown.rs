//! Rejections on standard error, where no file was named for them.

use std::io;

use mapc_io::{NoticeSink, Origin, Position, Rejection, RejectionSink};
use mapc_runtime::Notice;

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

impl RejectionSink for Shown {
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

/// Shows the first notices and counts the others.
pub(super) struct ShownNotices {
    count: u64,
    progress: Progress,
}

impl ShownNotices {
    /// Shows notices above a progress bar.
    pub(super) fn new(progress: Progress) -> Self {
        ShownNotices { count: 0, progress }
    }

    /// Tells how many were not shown.
    pub(super) fn finish(self) {
        if self.count > SHOWN {
            let more = self.count - SHOWN;
            say(format_args!("and {more} more notices; `--notices FILE` keeps all of them"));
        }
    }
}

impl NoticeSink for ShownNotices {
    fn notice(&mut self, origin: &Origin<'_>, notice: &Notice) -> io::Result<()> {
        self.count += 1;
        if self.count > SHOWN {
            return Ok(());
        }
        let at = place(origin);
        let Notice { code, pointer, reason, place } = notice;
        let pointer = if pointer.is_empty() { "the record" } else { pointer };
        self.progress.beside(|| say(format_args!("{at}: notice {code} {pointer}: {reason} ({place})")));
        Ok(())
    }
}

/// `leads.json:3#/leads/0`: where a record begins, and where it stands in its document.
fn place(origin: &Origin<'_>) -> String {
    let input = origin.input;
    match origin.position {
        Position::Line(line) => format!("{input}:{line}"),
        Position::Element { line, pointer } => format!("{input}:{line}#{pointer}"),
        Position::Message(id) => format!("{input}: {id}"),
    }
}

fn show(rejection: &Rejection<'_>) {
    say(format_args!("{}: rejected", place(&rejection.origin)));
    for problem in rejection.problems {
        let pointer = if problem.pointer.is_empty() { "the record" } else { &problem.pointer };
        let place = if problem.place.is_empty() { String::new() } else { format!(" ({})", problem.place) };
        let target = if problem.target.is_empty() { String::new() } else { format!(" -> {}", problem.target) };
        say(format_args!("  {} {pointer}{target}: {}{place}", problem.code, problem.reason));
    }
}
