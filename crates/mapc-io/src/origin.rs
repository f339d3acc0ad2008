//! Where a record comes from: what its rejection and its notices name, and what its `$message_id` is made of.

use std::fmt::Write as _;

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

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

/// As keys of the record that tells of it: `input`, and `line`, `at` or `id`.
impl Serialize for Origin<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("input", self.input)?;
        match self.position {
            Position::Line(line) => map.serialize_entry("line", &line)?,
            Position::Element { line, pointer } => {
                map.serialize_entry("line", &line)?;
                map.serialize_entry("at", pointer)?;
            }
            Position::Message(id) => map.serialize_entry("id", id)?,
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Position};

    #[test]
    fn an_origin_is_an_id_and_keys() {
        for (position, id, keys) in [
            (Position::Line(3), "in:3", r#"{"input":"in","line":3}"#),
            (Position::Element { line: 3, pointer: "/a/0" }, "in#/a/0", r#"{"input":"in","line":3,"at":"/a/0"}"#),
            (Position::Message("m-1"), "m-1", r#"{"input":"in","id":"m-1"}"#),
        ] {
            let origin = Origin { input: "in", position };
            let mut text = String::new();
            origin.push_id(&mut text);
            assert_eq!((text.as_str(), serde_json::to_string(&origin).unwrap().as_str()), (id, keys));
        }
    }
}
