//! What rows come of which bytes.

use std::io::Read;

use super::{Next, Records};
use crate::csv::{Dialect, Row};

/// Rows as `line: cell|cell`, faults as `line: code original`.
fn rows_of(input: impl Read, dialect: Dialect, limit: usize) -> Vec<String> {
    let mut records = Records::new(input, dialect).with_limit(limit);
    let mut row = Row::new();
    let mut found = Vec::new();
    loop {
        let shown = match records.read(&mut row).unwrap() {
            Next::End => return found,
            Next::Row => row.cells().map(|(_, text, _)| text).collect::<Vec<_>>().join("|"),
            Next::Fault(problem) => format!("{} {}", problem.code, String::from_utf8_lossy(row.raw())),
        };
        found.push(format!("{}: {shown}", row.line()));
    }
}

/// Gives one byte at a time, as a slow pipe does.
struct Slow<'b>(&'b [u8]);

impl Read for Slow<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let (Some((byte, rest)), Some(place)) = (self.0.split_first(), out.first_mut()) else { return Ok(0) };
        *place = *byte;
        self.0 = rest;
        Ok(1)
    }
}

fn rows(input: impl AsRef<[u8]>) -> Vec<String> {
    let whole = rows_of(input.as_ref(), Dialect::default(), 1000);
    assert_eq!(whole, rows_of(Slow(input.as_ref()), Dialect::default(), 1000), "in small pieces");
    whole
}

#[test]
fn line_breaks_blank_lines_and_the_mark_at_the_start() {
    assert_eq!(rows("a,b\n1,2\n\n3,4"), ["2: 1|2", "4: 3|4"]);
    assert_eq!(rows("\u{feff}a,b\r\n1,2\r\n\r\n\"3\r\n\",4\r\n5,6\r\n"), ["2: 1|2", "4: 3\r\n|4", "6: 5|6"]);
    assert_eq!(rows("a\n\n\n"), [""; 0]);
    assert_eq!(rows(""), [""; 0]);
    assert_eq!(rows("a,b\n,\n\"\",\"\"\n"), ["2: |", "3: |"]);
    assert_eq!(rows("a\n\"\"\n"), ["2: "]);
}

#[test]
fn rows_of_the_wrong_width_are_turned_away_and_reading_goes_on() {
    assert_eq!(rows("a,b\n1\n1,2\n1,\"2\n3\",4\r\n5,6"), ["2: R0108 1", "3: 1|2", "4: R0108 1,\"2\n3\",4", "6: 5|6"]);
}

#[test]
fn a_quote_never_closed_costs_its_own_row() {
    assert_eq!(rows("a,b\n1,2\n3,\"4\n5,6\n7,8\n"), ["2: 1|2", "3: R0109 3,\"4", "4: 5|6", "5: 7|8"]);
    // The quote opens on the second line of its row.
    assert_eq!(rows("a,b\n\"1\n2\",\"3\n5,6\n"), ["2: R0109 \"1\n2\",\"3", "4: 5|6"]);
    assert_eq!(rows("a,b\n1,\""), ["2: R0109 1,\""]);
    assert_eq!(rows("\"a,b\n1,2\n"), ["1: R0109 \"a,b"]);
    // A doubled quote inside, and one in the middle of a cell, open nothing.
    assert_eq!(rows("a,b\n1\",\"\"\"2\""), ["2: 1\"|\"2"]);
}

#[test]
fn a_row_beyond_the_limit_is_turned_away_in_bounded_memory() {
    let long = "x".repeat(70_000);
    let text = format!("a,b\n1,{long}\n3,4\n5,\"{long}\n6,7\n");
    let found = rows_of(text.as_bytes(), Dialect::default(), 1000);
    let shown = found.iter().map(|row| row.get(..8).unwrap_or(row)).collect::<Vec<_>>();
    assert_eq!(shown, ["2: R0107", "3: 3|4", "4: R0109", "5: 6|7"]);

    let endless = std::io::repeat(b'x').take(100 << 20);
    let mut records = Records::new("a\n\"".as_bytes().chain(endless), Dialect::default()).with_limit(1 << 20);
    let mut row = Row::new();
    while records.read(&mut row).unwrap() != Next::End {
        assert!(row.raw().len() < 2 << 20);
    }
    assert!(records.cells.size() < 4 << 20 && records.input.bytes.capacity() < 4 << 20);
}

#[test]
fn rows_that_are_not_utf8_are_turned_away() {
    assert_eq!(rows(b"a,b\n1,\xFF\n\xC3,\xA4\n3,4\n"), ["2: R0101 1,\u{fffd}", "3: R0101 \u{fffd},\u{fffd}", "4: 3|4"]);
}

#[test]
fn other_separators_and_quotes() {
    let dialect = Dialect { separator: b';', quote: b'\'', decimal_mark: b',' };
    assert_eq!(rows_of("a;b\n1,5;'it''s;'".as_bytes(), dialect, 1000), ["2: 1,5|it's;"]);
}

#[test]
fn quotes_tell_an_empty_text_from_nothing() {
    let mut records = Records::new(&b"a,b,c\n,\"\",\"x\"\n"[..], Dialect::default());
    let mut row = Row::new();
    assert_eq!(records.read(&mut row).unwrap(), Next::Row);
    assert_eq!(row.cells().collect::<Vec<_>>(), [("a", "", false), ("b", "", true), ("c", "x", true)]);
}

#[test]
fn text_behind_a_closing_quote_costs_its_own_row() {
    assert_eq!(rows("a,b\n\"5\" pipe\",2\n3,4\n"), ["2: R0110 \"5\" pipe\",2", "3: 3|4"]);
    assert_eq!(rows("a,b\n1,\"x\"y\n3,4\n"), ["2: R0110 1,\"x\"y", "3: 3|4"]);
    // Inside a cell without quotes a quote is a character.
    assert_eq!(rows("a,b\n5\" pipe,2\n"), ["2: 5\" pipe|2"]);
}

#[test]
fn a_lone_carriage_return_ends_lines_where_it_ends_the_header() {
    assert_eq!(rows("a,b\r1,2\r\"3\r4\",5\r\r6,7\r"), ["2: 1|2", "3: 3\r4|5", "6: 6|7"]);
    assert_eq!(rows("a,b\n1\r1,2\n3,4\r\n"), ["2: R0111 1\r1,2", "3: 3|4"]);
    assert_eq!(rows("a,b\r\n1,2\r3,4\r\n5,6"), ["2: R0111 1,2\r3,4", "3: 5|6"]);
    assert_eq!(rows("a,b\n\"1\r1\",2\r\n"), ["2: 1\r1|2"]);
}
