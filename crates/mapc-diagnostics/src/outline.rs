//! Trees as text that people read: a line a node, its place in front, its depth as indentation.

use std::fmt::Write as _;

use crate::shown::shown;
use crate::source::{Location, SourceFile, Span};

/// How wide the column of places is where no place is wider.
const PLACES: usize = 8;

/// A tree of one file, as it is written down.
#[derive(Debug)]
pub struct Outline<'f> {
    file: &'f SourceFile,
    text: String,
    depth: usize,
}

impl<'f> Outline<'f> {
    /// An empty one, of nodes that stand in a file.
    pub fn new(file: &'f SourceFile) -> Self {
        Outline { file, text: String::new(), depth: 0 }
    }

    /// A node without parts. Line breaks in what it says would end it; with what is indented behind them they become one blank.
    pub fn leaf(&mut self, at: Option<Span>, says: &str) {
        let place = at.map(|span| self.file.location(span.start));
        let place = place.map(|Location { line, column }| format!("{line}:{column}")).unwrap_or_default();
        let says = says.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        let (depth, says) = (self.depth * 2, shown(&says));
        // Writing to a `String` cannot fail.
        let _ = writeln!(self.text, "{place:PLACES$} {:depth$}{says}", "");
    }

    /// A node whose parts follow, up to [`Outline::close`].
    pub fn open(&mut self, at: Option<Span>, says: &str) {
        self.leaf(at, says);
        self.depth += 1;
    }

    /// Ends the innermost node that is open.
    pub fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// The text.
    pub fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    #[test]
    fn parts_stand_under_their_node_with_their_places() {
        let file = SourceFile::new("a.map", "one\n  two");
        let mut outline = Outline::new(&file);
        outline.open(Some(Span::new(FileId(0), 0, 3)), "one");
        outline.leaf(Some(Span::new(FileId(0), 6, 9)), "two\n  lines\u{1b}");
        outline.leaf(None, "nowhere");
        outline.close();
        outline.leaf(None, "outside");
        let expected = "1:1      one\n2:3        two lines\\u{1b}\n           nowhere\n         outside\n";
        assert_eq!(outline.finish(), expected);
    }
}
