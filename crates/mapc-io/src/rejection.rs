//! Rejections as data, and where they go.

use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mapc_runtime::Problem;
use serde::Serialize;

use crate::Origin;
use crate::input::Extent;
use crate::origin::Keys;

/// A record that was rejected.
#[derive(Clone, Copy, Debug)]
pub struct Rejection<'r> {
    /// Where it comes from.
    pub origin: Origin<'r>,
    /// Why it was rejected; never empty.
    pub problems: &'r [Problem],
    /// Its bytes, or their beginning.
    pub text: &'r [u8],
    /// How much of them `text` is.
    pub extent: Extent,
}

impl Rejection<'_> {
    /// Writes it as one line of JSON, as a file of rejections holds it.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: impl Write) -> io::Result<()> {
        let mut writer = RejectionWriter::new(out);
        writer.begin(self)?;
        writer.end()
    }
}

/// Takes rejections.
pub trait RejectionSink {
    /// Takes one; where its text is only a beginning, [`RejectionSink::piece`] gives what follows.
    ///
    /// # Errors
    /// Those of what it writes to.
    fn begin(&mut self, rejection: &Rejection<'_>) -> io::Result<()>;

    /// Takes a further piece of the record's text.
    ///
    /// # Errors
    /// Those of what it writes to.
    fn piece(&mut self, text: &[u8]) -> io::Result<()>;

    /// Ends the rejection.
    ///
    /// # Errors
    /// Those of what it writes to.
    fn end(&mut self) -> io::Result<()>;
}

/// Writes rejections as NDJSON, one line each.
///
/// The first problem stands in the line itself, all of them under `problems`. The record's text is under `original`; where it is
/// not UTF-8, or too long to be kept, it is under `original_base64`.
pub struct RejectionWriter<W> {
    out: W,
    /// Bytes that do not yet make up a group of base64; only while a text is written in pieces.
    open: Option<Vec<u8>>,
}

/// All keys of a line but the last.
#[derive(Serialize)]
struct Reasons<'r> {
    input: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'r str>,
    code: &'r str,
    pointer: &'r str,
    reason: &'r str,
    place: &'r str,
    problems: Vec<Reason<'r>>,
    /// Set where the record's text is only its beginning.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    original_is_cut: bool,
}

#[derive(Serialize)]
struct Reason<'r> {
    code: &'r str,
    pointer: &'r str,
    target: &'r str,
    place: &'r str,
    reason: &'r str,
}

impl<'r> From<&'r Problem> for Reason<'r> {
    fn from(problem: &'r Problem) -> Self {
        let Problem { code, pointer, target, place, reason, .. } = problem;
        Reason { code, pointer, target, place, reason }
    }
}

impl<W: Write> RejectionWriter<W> {
    /// Rejections go to `out`.
    pub fn new(out: W) -> Self {
        RejectionWriter { out, open: None }
    }

    /// What is written to.
    pub fn get_ref(&self) -> &W {
        &self.out
    }

    /// What was written to.
    pub fn into_inner(self) -> W {
        self.out
    }
}

impl<W: Write> RejectionSink for RejectionWriter<W> {
    fn begin(&mut self, rejection: &Rejection<'_>) -> io::Result<()> {
        let problems: Vec<Reason<'_>> = rejection.problems.iter().map(Reason::from).collect();
        let first = problems.first();
        let Keys { line, at, id } = rejection.origin.position.keys();
        let reasons = Reasons {
            input: rejection.origin.input,
            line,
            at,
            id,
            code: first.map_or("", |problem| problem.code),
            pointer: first.map_or("", |problem| problem.pointer),
            reason: first.map_or("", |problem| problem.reason),
            place: first.map_or("", |problem| problem.place),
            original_is_cut: rejection.extent == Extent::Cut,
            problems,
        };
        let mut line = serde_json::to_vec(&reasons)?;
        // The text follows as the last key.
        line.pop();
        self.out.write_all(&line)?;
        match std::str::from_utf8(rejection.text) {
            Ok(text) if rejection.extent != Extent::Beginning => {
                self.out.write_all(b",\"original\":")?;
                serde_json::to_writer(&mut self.out, text)?;
                Ok(())
            }
            _ => {
                self.out.write_all(b",\"original_base64\":\"")?;
                self.open = Some(Vec::new());
                self.piece(rejection.text)
            }
        }
    }

    fn piece(&mut self, text: &[u8]) -> io::Result<()> {
        let Some(open) = &mut self.open else { return Ok(()) };
        open.extend_from_slice(text);
        let whole = open.len() - open.len() % 3;
        let encoded = STANDARD.encode(open.get(..whole).unwrap_or_default());
        open.drain(..whole);
        self.out.write_all(encoded.as_bytes())
    }

    fn end(&mut self) -> io::Result<()> {
        if let Some(open) = self.open.take() {
            self.out.write_all(STANDARD.encode(open).as_bytes())?;
            self.out.write_all(b"\"")?;
        }
        self.out.write_all(b"}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::{Extent, Rejection, RejectionSink, RejectionWriter};
    use crate::{Origin, Position};
    use mapc_runtime::Problem;

    fn written(text: &[u8], extent: Extent, pieces: &[&[u8]]) -> String {
        let problem = Problem {
            code: "R0202".into(),
            pointer: "/company_name".into(),
            target: "company".into(),
            place: "marketing.map:5:7".into(),
            reason: "is missing".into(),
            lasting: false,
        };
        let mut file = RejectionWriter::new(Vec::new());
        let origin = Origin { input: "leads.ndjson", position: Position::Line(3) };
        let rejection = Rejection { origin, problems: &[problem], text, extent };
        file.begin(&rejection).unwrap();
        for piece in pieces {
            file.piece(piece).unwrap();
        }
        file.end().unwrap();
        String::from_utf8(file.into_inner()).unwrap()
    }

    #[test]
    fn a_line_holds_all_that_is_known() {
        assert_eq!(
            written(b"{\"a\":\"\\u00e9\"}", Extent::Whole, &[]),
            concat!(
                r#"{"input":"leads.ndjson","line":3,"code":"R0202","pointer":"/company_name","reason":"is missing","#,
                r#""place":"marketing.map:5:7","problems":[{"code":"R0202","pointer":"/company_name","target":"company","#,
                r#""place":"marketing.map:5:7","reason":"is missing"}],"original":"{\"a\":\"\\u00e9\"}"}"#,
                "\n"
            )
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_kept_too() {
        assert!(written(b"\xFF\x00", Extent::Whole, &[]).ends_with(",\"original_base64\":\"/wA=\"}\n"));
        assert!(written(b"abcd", Extent::Beginning, &[b"e", b"", b"fgh"]).ends_with("_base64\":\"YWJjZGVmZ2g=\"}\n"));
        assert!(written(b"ab", Extent::Cut, &[]).ends_with(",\"original_is_cut\":true,\"original\":\"ab\"}\n"));
    }
}
