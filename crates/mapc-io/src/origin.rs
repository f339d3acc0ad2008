//! Where a record comes from: what its rejection and its notices name, and what its `$message_id` is made of.

use std::fmt::Write as _;

/// Where a record comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin<'r> {
    /// The input's name: a file, `-` for standard input, a queue.
    pub input: &'r str,
    /// Where in it.
    pub position: Position<'r>,
}

/// Where a record stands in its input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position<'r> {
    /// On this line of a file and the next ones, from 1.
    Line(u64),
    /// In a JSON document.
    Element {
        /// The line that it begins on, from 1.
        line: u64,
        /// Its JSON pointer.
        pointer: &'r str,
    },
    /// It is a message, with an id that its sender or its queue gave it.
    Message(&'r str),
}

impl Origin<'_> {
    /// Appends the record's `$message_id`: the id of a message; else the input's name, with a colon and the line, or with `#` and the pointer.
    pub fn push_id(&self, id: &mut String) {
        // Writing to a `String` cannot fail.
        let _ = match self.position {
            Position::Line(line) => write!(id, "{}:{line}", self.input),
            Position::Element { pointer, .. } => write!(id, "{}#{pointer}", self.input),
            Position::Message(of_sender) => id.write_str(of_sender),
        };
    }
}

/// The keys that tell of an origin in a line of a file, beside `input`.
pub(crate) struct Keys<'r> {
    /// The line.
    pub(crate) line: Option<u64>,
    /// The JSON pointer.
    pub(crate) at: Option<&'r str>,
    /// The id of a message.
    pub(crate) id: Option<&'r str>,
}

impl<'r> Position<'r> {
    /// As keys.
    pub(crate) fn keys(self) -> Keys<'r> {
        match self {
            Position::Line(line) => Keys { line: Some(line), at: None, id: None },
            Position::Element { line, pointer } => Keys { line: Some(line), at: Some(pointer), id: None },
            Position::Message(id) => Keys { line: None, at: None, id: Some(id) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Position};

    #[test]
    fn an_id_tells_a_record_from_the_others_of_its_input() {
        for (position, expected) in [
            (Position::Line(3), "in:3"),
            (Position::Element { line: 3, pointer: "/a/0" }, "in#/a/0"),
            (Position::Message("m-1"), "m-1"),
        ] {
            let mut id = String::new();
            Origin { input: "in", position }.push_id(&mut id);
            assert_eq!(id, expected);
        }
    }
}
