//! Writing rows.

use super::Dialect;

/// Writes one row, cell by cell; quotes stand only around cells that need them.
#[derive(Debug)]
pub struct RowWriter<'o> {
    out: &'o mut Vec<u8>,
    start: usize,
    cells: usize,
    /// Where the last cell begins.
    cell_start: usize,
    dialect: Dialect,
}

impl<'o> RowWriter<'o> {
    /// A row that is appended to `out`.
    pub fn new(out: &'o mut Vec<u8>, dialect: Dialect) -> Self {
        RowWriter { start: out.len(), cell_start: out.len(), out, cells: 0, dialect }
    }

    /// Appends a cell of nothing, not even quotes: an absent value.
    pub fn nothing(&mut self) {
        if self.cells > 0 {
            self.out.push(self.dialect.separator);
        }
        self.cells += 1;
    }

    /// Appends a cell that may be absent, so that an empty text needs quotes to be there; `write` appends its text form.
    pub fn optional(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.cell(write);
        if self.cell_start == self.out.len() {
            self.out.extend_from_slice(&[self.dialect.quote; 2]);
        }
    }

    /// Appends a cell; `write` appends its text form.
    pub fn cell(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.nothing();
        let start = self.out.len();
        self.cell_start = start;
        write(self.out);
        let Dialect { separator, quote, .. } = self.dialect;
        let text = self.out.get(start..).unwrap_or_default();
        if text.iter().any(|byte| matches!(*byte, b'\r' | b'\n') || *byte == separator || *byte == quote) {
            self.quote_from(start);
        }
    }

    /// Ends the row; its line break is left to the caller.
    pub fn end(self) {
        // An empty line is no row, so a lone empty cell is written as a text without characters.
        if self.cells == 1 && self.out.len() == self.start {
            self.out.extend_from_slice(&[self.dialect.quote; 2]);
        }
    }

    fn quote_from(&mut self, start: usize) {
        let quote = self.dialect.quote;
        let text = self.out.split_off(start);
        self.out.push(quote);
        for byte in text {
            if byte == quote {
                self.out.push(quote);
            }
            self.out.push(byte);
        }
        self.out.push(quote);
    }
}

#[cfg(test)]
mod tests {
    use super::{Dialect, RowWriter};

    fn row(cells: &[&str], dialect: Dialect) -> String {
        let mut out = b"before\n".to_vec();
        let mut row = RowWriter::new(&mut out, dialect);
        for cell in cells {
            row.cell(|out| out.extend_from_slice(cell.as_bytes()));
        }
        row.end();
        String::from_utf8(out).unwrap().split_off(7)
    }

    #[test]
    fn an_empty_text_that_could_be_absent_is_quoted() {
        let mut out = Vec::new();
        let mut row = RowWriter::new(&mut out, Dialect::default());
        row.optional(|_| {});
        row.nothing();
        row.optional(|out| out.push(b'x'));
        row.cell(|_| {});
        row.end();
        assert_eq!(String::from_utf8(out).unwrap(), "\"\",,x,");
    }

    #[test]
    fn quotes_stand_where_they_are_needed() {
        let dialect = Dialect::default();
        assert_eq!(row(&["a", " b ", "c;d", "ä"], dialect), "a, b ,c;d,ä");
        assert_eq!(row(&["a,b", "say \"x\"", "1\n2", "1\r2"], dialect), "\"a,b\",\"say \"\"x\"\"\",\"1\n2\",\"1\r2\"");
        assert_eq!(row(&[""], dialect), "\"\"");
        assert_eq!(row(&["", ""], dialect), ",");
        let dialect = Dialect { separator: b';', quote: b'\'', ..dialect };
        assert_eq!(row(&["a;b", "\"", "it's", "1,5"], dialect), "'a;b';\";'it''s';1,5");
    }
}
