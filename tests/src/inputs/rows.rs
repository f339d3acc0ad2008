//! Records as CSV files of a header and a row, and near misses of those.

use fastrand::Rng;
use mapc_runtime::csv::Dialect;

use super::document::{Node, plain};
use super::near;
use super::records::Records;

/// A header and a row.
#[derive(Clone, Debug)]
pub struct Table {
    /// How the file is written.
    pub dialect: Dialect,
    /// Names of columns and their cells, decoded.
    pub columns: Vec<(String, String)>,
}

impl Table {
    /// A record's members as columns: texts without their quotes, numbers with the file's decimal mark, what has parts as JSON.
    pub fn of(record: &Node, dialect: Dialect) -> Self {
        let Node::Object(members) = record else { return Table { dialect, columns: Vec::new() } };
        let columns = members.iter().map(|(key, value)| {
            let text = match value {
                Node::Leaf(bytes) => plain(bytes),
                other => String::from_utf8_lossy(&other.render()).into_owned(),
            };
            let is_number = dialect.decimal_mark != b'.' && text.parse::<f64>().is_ok();
            let text = if is_number { text.replace('.', &char::from(dialect.decimal_mark).to_string()) } else { text };
            (plain(key), text)
        });
        Table { dialect, columns: columns.collect() }
    }

    /// The file, with quotes where they are needed.
    pub fn render(&self) -> Vec<u8> {
        Raw::of(self).render()
    }
}

/// Changes one thing of an accepted file. What was done, in a word, and the bytes.
pub fn near_miss(table: &Table, records: &Records<'_>, rng: &mut Rng) -> (&'static str, Vec<u8>) {
    let mut near = table.clone();
    if rng.u8(..3) > 0 {
        let what = of_columns(&mut near, records, rng);
        return (what, near.render());
    }
    let mut raw = Raw::of(table);
    let what = raw.change(rng);
    (what, raw.render())
}

fn of_columns(table: &mut Table, records: &Records<'_>, rng: &mut Rng) -> &'static str {
    let mark = char::from(table.dialect.decimal_mark);
    let columns = &mut table.columns;
    if columns.is_empty() || rng.u8(..10) == 0 {
        columns.insert(rng.usize(..=columns.len()), ("not declared".to_owned(), "\"x\"\n".to_owned()));
        return "column nobody declared";
    }
    let at = rng.usize(..columns.len());
    match rng.u8(..10) {
        0 => {
            rng.shuffle(columns);
            "columns in another order"
        }
        1 => {
            columns.remove(at);
            "column lost"
        }
        2 => {
            let again = columns[at].clone();
            columns.push(again);
            "column twice"
        }
        3 => {
            columns[at].0 = format!(" {}", columns[at].0);
            "column of another name"
        }
        4 => {
            columns[at].1 = rng.choice(["", " ", "\t", "\u{a0}"]).unwrap_or("").to_owned();
            "blank cell"
        }
        5 => {
            columns[at].1 = format!(" {} ", columns[at].1);
            "white space around a cell"
        }
        6 => {
            let swap = |character| match character {
                '.' => ',',
                ',' => '.',
                other => other,
            };
            columns[at].1 = columns[at].1.chars().map(swap).collect();
            "another decimal mark"
        }
        7 => {
            columns[at].1 = rng
                .choice(["0", "-0", "7e0", "70E-1", "+7", "007", "9223372036854775808", "1_000", "1 000"])
                .unwrap_or("0")
                .replace('.', &mark.to_string());
            "another number"
        }
        _ => {
            let (what, text) = near::of_text(&columns[at].1, records, rng);
            columns[at].1 = plain(&text);
            what
        }
    }
}

/// Cells as they stand in the file.
struct Raw {
    separator: u8,
    quote: u8,
    before: Vec<u8>,
    header: Vec<Vec<u8>>,
    row: Vec<Vec<u8>>,
    line_end: &'static [u8],
    behind: Vec<u8>,
}

impl Raw {
    fn of(table: &Table) -> Self {
        let Dialect { separator, quote, .. } = table.dialect;
        let mut raw = Raw {
            separator,
            quote,
            before: Vec::new(),
            header: Vec::new(),
            row: Vec::new(),
            line_end: b"\n",
            behind: b"\n".to_vec(),
        };
        // A lone empty cell would be an empty line, which is no row.
        let lone = table.columns.len() == 1;
        for (name, cell) in &table.columns {
            raw.header.push(raw.cell(name, lone));
            raw.row.push(raw.cell(cell, lone));
        }
        raw
    }

    fn cell(&self, text: &str, lone: bool) -> Vec<u8> {
        let needs = |byte: u8| byte == self.separator || byte == self.quote || matches!(byte, b'\r' | b'\n');
        if text.bytes().any(needs) || (lone && text.is_empty()) {
            self.quoted(text.as_bytes())
        } else {
            text.as_bytes().to_vec()
        }
    }

    fn quoted(&self, text: &[u8]) -> Vec<u8> {
        let mut out = vec![self.quote];
        for byte in text {
            out.extend(std::iter::repeat_n(*byte, if *byte == self.quote { 2 } else { 1 }));
        }
        out.push(self.quote);
        out
    }

    fn change(&mut self, rng: &mut Rng) -> &'static str {
        let at = rng.usize(..self.row.len().max(1));
        let quote = self.quote;
        let Some(cell) = self.row.get(at).cloned() else { return "nothing" };
        let with = |place: usize, bytes: &[u8]| [&cell[..place], bytes, &cell[place..]].concat();
        let inside = rng.usize(..=cell.len());
        let (what, changed) = match rng.u8(..12) {
            0 if !cell.starts_with(&[quote]) => ("quotes nobody needs", self.quoted(&cell)),
            1 => ("a quote that opens", with(0, &[quote])),
            2 => ("a quote inside", with(inside, &[quote])),
            3 => ("text behind a quote", [&self.quoted(&cell)[..], b"x"].concat()),
            4 => ("white space before a quote", [b" ", &self.quoted(&cell)[..]].concat()),
            5 => ("a bare carriage return", with(inside, b"\r")),
            6 => ("a line break", with(inside, b"\n")),
            7 => ("bytes that are no UTF-8", with(inside, b"\xff")),
            8 => ("a separator more", with(inside, &[self.separator])),
            9 => ("a null byte", with(inside, b"\x00")),
            10 => {
                self.row.remove(at);
                return "cell lost";
            }
            _ => return self.around(rng),
        };
        if let Some(place) = self.row.get_mut(at) {
            *place = changed;
        }
        what
    }

    fn around(&mut self, rng: &mut Rng) -> &'static str {
        match rng.u8(..6) {
            0 => {
                self.before = b"\xef\xbb\xbf".to_vec();
                "a byte-order mark"
            }
            1 => {
                self.line_end = b"\r\n";
                self.behind = b"\r\n".to_vec();
                "lines end in CRLF"
            }
            2 => {
                self.line_end = b"\r";
                "lines end in CR"
            }
            3 => {
                self.behind.clear();
                "no line break at the end"
            }
            4 => {
                self.line_end = b"\n\n\n";
                "empty lines"
            }
            _ => {
                self.row.push(Vec::new());
                "cell more"
            }
        }
    }

    fn render(&self) -> Vec<u8> {
        let separator = [self.separator];
        [
            &self.before,
            &self.header.join(&separator[..])[..],
            self.line_end,
            &self.row.join(&separator[..]),
            &self.behind,
        ]
        .concat()
    }
}
