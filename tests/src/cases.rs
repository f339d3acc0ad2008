//! The `.cases` format: bytes in, and exactly which bytes or problems come out.
//!
//! A file names its program (`program bytes.map`); each case begins with `== name` and has lines `route S.R -> T.R`,
//! one of `given JSON`, `given-hex 7b7d`, or `header a;b` with `row 1;2`, and one of `written BYTES`, `written-header a;b` with `written-row 1;2`,
//! `deleted BYTES`, `skipped`, `rejected CODE /pointer, CODE /pointer`. A line `reason TEXT` for each problem and a line
//! `notice CODE /pointer` for each notice may follow; they are looked at only where there are any.

/// A file of cases.
#[derive(Debug, Default)]
pub struct Cases {
    /// Name of the `.map` file beside it.
    pub program: String,
    /// Its cases.
    pub cases: Vec<Case>,
}

/// One case.
#[derive(Debug, Default)]
pub struct Case {
    /// Its name.
    pub name: String,
    /// Source record.
    pub from: String,
    /// Target record.
    pub to: String,
    /// The record.
    pub given: Given,
    /// What is made of it.
    pub expected: Expected,
    /// The reasons of its problems, if anybody asks.
    pub reasons: Vec<String>,
    /// The codes and pointers of its notices, if anybody asks.
    pub notices: Vec<(String, String)>,
}

/// The record of a case.
#[derive(Debug)]
pub enum Given {
    /// The bytes of a JSON record.
    Json(Vec<u8>),
    /// A CSV header and row.
    Row(String, String),
}

impl Default for Given {
    fn default() -> Self {
        Given::Json(Vec::new())
    }
}

/// What a case expects.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Expected {
    /// Nothing was said; an error of the file.
    #[default]
    Unsaid,
    /// These bytes.
    Written(String),
    /// This header and this row of a CSV file.
    Row(String, String),
    /// A tombstone of these bytes.
    Deleted(String),
    /// A skip.
    Skipped,
    /// These codes and pointers, in this order.
    Rejected(Vec<(String, String)>),
}

impl Cases {
    /// Reads a file; `Err` names the line that has no meaning.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut cases = Cases::default();
        for (index, line) in text.lines().enumerate() {
            let wrong = || format!("line {}: `{line}` has no meaning", index + 1);
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            if line.trim().is_empty() || word == "#" {
                continue;
            }
            match word {
                "program" => cases.program = rest.to_owned(),
                "==" => cases.cases.push(Case { name: rest.to_owned(), ..Case::default() }),
                _ => cases.cases.last_mut().and_then(|case| case.line(word, rest)).ok_or_else(wrong)?,
            }
        }
        match cases.cases.iter().find(|case| case.expected == Expected::Unsaid || case.from.is_empty()) {
            Some(case) => Err(format!("case `{}` has no route or no expectation", case.name)),
            None => Ok(cases),
        }
    }
}

impl Case {
    fn line(&mut self, word: &str, rest: &str) -> Option<()> {
        match word {
            "route" => {
                let (from, to) = rest.split_once(" -> ")?;
                (self.from, self.to) = (from.to_owned(), to.to_owned());
            }
            "given" => self.given = Given::Json(rest.as_bytes().to_vec()),
            "given-hex" => self.given = Given::Json(hex(rest)?),
            "header" => self.given = Given::Row(rest.to_owned(), String::new()),
            "row" => match &mut self.given {
                Given::Row(_, row) => *row = rest.to_owned(),
                Given::Json(_) => return None,
            },
            "written" => self.expected = Expected::Written(rest.to_owned()),
            "written-header" => self.expected = Expected::Row(rest.to_owned(), String::new()),
            "written-row" => match &mut self.expected {
                Expected::Row(_, row) => *row = rest.to_owned(),
                _ => return None,
            },
            "deleted" => self.expected = Expected::Deleted(rest.to_owned()),
            "skipped" => self.expected = Expected::Skipped,
            "rejected" => self.expected = Expected::Rejected(rest.split(", ").map(problem).collect()),
            "reason" => self.reasons.push(rest.to_owned()),
            "notice" => self.notices.push(problem(rest)),
            _ => return None,
        }
        Some(())
    }
}

fn problem(text: &str) -> (String, String) {
    let (code, pointer) = text.split_once(' ').unwrap_or((text, ""));
    (code.to_owned(), pointer.to_owned())
}

fn hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
