//! CSV: rows with a header, read in a stream and written cell by cell.

mod cells;
mod records;
mod write;

use std::sync::Arc;

use crate::json::Keys;

pub use records::{Next, ROW_LIMIT, Records};
pub use write::RowWriter;

/// How rows stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between cells, one ASCII character.
    pub separator: u8,
    /// What stands around a cell that holds a separator, a quote or a line break; doubled inside.
    pub quote: u8,
    /// The decimal mark of numbers.
    pub decimal_mark: u8,
}

impl Default for Dialect {
    fn default() -> Self {
        Dialect { separator: b',', quote: b'"', decimal_mark: b'.' }
    }
}

/// One row, with the header that names its cells. A row is meant to be used again for the next record.
#[derive(Clone, Debug)]
pub struct Row {
    header: Arc<[String]>,
    /// All cells' texts one after the other.
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<usize>,
    /// Whether each cell stood in quotes.
    quoted: Vec<bool>,
    line: u64,
    decimal_mark: u8,
    raw: Vec<u8>,
}

impl Row {
    /// An empty row without a header, to be read into.
    pub fn new() -> Self {
        Row {
            header: Arc::from([]),
            text: String::new(),
            ends: Vec::new(),
            quoted: Vec::new(),
            line: 0,
            decimal_mark: b'.',
            raw: Vec::new(),
        }
    }

    /// A row of these cells, for tests and for rows that come from elsewhere than a file. Each is there, even without a character.
    pub fn of<K: Into<String>, V: AsRef<str>>(cells: impl IntoIterator<Item = (K, V)>, dialect: Dialect) -> Self {
        let mut row = Row { decimal_mark: dialect.decimal_mark, ..Row::new() };
        let mut header = Vec::new();
        for (name, text) in cells {
            header.push(name.into());
            row.text.push_str(text.as_ref());
            row.ends.push(row.text.len());
            row.quoted.push(true);
        }
        row.header = header.into();
        row
    }

    /// The names and texts of the cells, in their order, and whether each stood in quotes.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        let cells = self.texts().zip(self.quoted.iter().copied());
        self.header.iter().zip(cells).map(|(name, (text, quoted))| (name.as_str(), text, quoted))
    }

    /// What `find` says of the name of each cell, as it is kept from row to row of a file.
    pub(crate) fn columns(&self, keys: Option<&Keys>, find: &dyn Fn(&str) -> usize) -> Arc<[usize]> {
        match keys {
            Some(keys) => keys.columns(&self.header, find),
            None => self.header.iter().map(|name| find(name)).collect(),
        }
    }

    /// The texts of the cells.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let text = self.text.get(start..*end).unwrap_or_default();
            start = *end;
            text
        })
    }

    /// The line of the file that the row begins on, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The decimal mark of numbers in this row.
    pub fn decimal_mark(&self) -> u8 {
        self.decimal_mark
    }

    /// The bytes of the file that the row was read from, without its line break.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }
}

impl Default for Row {
    fn default() -> Self {
        Row::new()
    }
}
