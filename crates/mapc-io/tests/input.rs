//! Splitting inputs into records: nothing is lost, whatever the input and however it arrives.

use std::io::{self, Read};

use mapc_io::input::{Content, Extent, Reading};
use mapc_io::{InputFormat, RecordLimit, Records};

/// Hands out a few bytes at a time.
struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.1.min(self.0.len()).min(buffer.len());
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

/// How an input is read.
struct Layout(InputFormat, Reading);

fn layout(format: InputFormat, at: Option<&str>) -> Layout {
    let at = at.map(|at| at.parse().unwrap());
    Layout(format, Reading { at, ..Reading::default() })
}

fn records<'r>(input: impl Read + 'r, layout: &Layout, longest: usize) -> Box<dyn Records + 'r> {
    let Layout(format, reading) = layout;
    format.records(input, &Reading { longest: RecordLimit::new(longest).unwrap(), ..reading.clone() })
}

/// Each record as `line [pointer] text`, with the code of what is broken behind a `!`.
fn split(input: &[u8], layout: &Layout, longest: usize) -> Vec<String> {
    let whole = split_by(input, layout, longest, usize::MAX);
    for step in [1, 2, 3, 7] {
        assert_eq!(split_by(input, layout, longest, step), whole, "{step} bytes at a time");
    }
    whole
}

fn split_by(input: &[u8], layout: &Layout, longest: usize, step: usize) -> Vec<String> {
    let mut source = records(Drip(input, step), layout, longest);
    let mut found = Vec::new();
    while let Some(record) = source.next().unwrap() {
        let place = match record.pointer {
            Some(pointer) => format!("{} {pointer}", record.line),
            None => record.line.to_string(),
        };
        match record.content {
            Content::Json(text) => found.push(format!("{place} {}", String::from_utf8_lossy(text))),
            Content::Row(row) => found.push(format!("{place} {}", String::from_utf8_lossy(row.raw()))),
            Content::Broken { problem, text, extent } => {
                let (code, mut text) = (problem.code.to_string(), text.to_vec());
                if extent == Extent::Beginning {
                    source
                        .rest(&mut |piece| {
                            text.extend_from_slice(piece);
                            Ok(())
                        })
                        .unwrap();
                }
                found.push(format!("{place} !{code} {}", String::from_utf8_lossy(&text)));
            }
        }
    }
    assert!(source.next().unwrap().is_none(), "the end stays the end");
    found
}

fn ndjson(input: &str) -> Vec<String> {
    split(input.as_bytes(), &layout(InputFormat::Ndjson, None), 12)
}

fn json(input: &str, at: &str) -> Vec<String> {
    split(input.as_bytes(), &layout(InputFormat::Json, Some(at)), 40)
}

#[test]
fn ndjson_is_one_record_a_line() {
    assert_eq!(ndjson("{}\n\n  \r\n{\"a\":1}\r\nx"), ["1 {}", "4 {\"a\":1}", "5 x"]);
    assert_eq!(ndjson("\u{feff}1\n\u{feff}2\n"), ["1 1", "2 \u{feff}2"], "a mark is passed over at the start alone");
    assert_eq!(ndjson(""), Vec::<String>::new());
    assert_eq!(ndjson("\n \n"), Vec::<String>::new());
}

#[test]
fn a_line_that_is_too_long_is_one_rejection_and_the_next_line_goes_on() {
    let long = "[0,1,2,3,4,5,6,7,8,9]";
    assert_eq!(ndjson(&format!("1\n{long}\n2")), ["1 1".to_owned(), format!("2 !R0107 {long}"), "3 2".to_owned()]);
    assert_eq!(ndjson(&format!("{long}{long}")), [format!("1 !R0107 {long}{long}")]);
    assert_eq!(ndjson("123456789012\n1234567890123\n"), ["1 123456789012", "2 !R0107 1234567890123"]);
}

#[test]
fn unread_rests_are_passed_over() {
    let text = format!("{}\n2\n", "x".repeat(1 << 20));
    let mut source = records(text.as_bytes(), &layout(InputFormat::Ndjson, None), 100);
    assert!(matches!(source.next().unwrap().unwrap().content, Content::Broken { extent: Extent::Beginning, .. }));
    assert!(matches!(source.next().unwrap().unwrap().content, Content::Json(b"2")));
}

#[test]
fn a_document_is_one_record_or_an_array_of_them() {
    assert_eq!(json(" {\"a\": [1]} \n", ""), ["1  {\"a\": [1]}"]);
    assert_eq!(json("7", ""), ["1  7"]);
    assert_eq!(json("[]", ""), Vec::<String>::new());
    assert_eq!(
        json("\u{feff}[\n {\"a\":\"],\"},\n \"x\" , 3\n]\n", ""),
        ["2 /0 {\"a\":\"],\"}", "3 /1 \"x\"", "3 /2 3"]
    );
}

#[test]
fn records_inside_a_document_are_found_by_pointer() {
    let document = r#"{"meta":{"n":[1,2]},"a/b":[{"id":1},{"id":2}],"end":true}"#;
    assert_eq!(json(document, "/a~1b"), [r#"1 /a~1b/0 {"id":1}"#, r#"1 /a~1b/1 {"id":2}"#]);
    assert_eq!(json(document, "/a~1b/1"), [r#"1 /a~1b/1 {"id":2}"#]);
    assert_eq!(json(document, "/meta"), [r#"1 /meta {"n":[1,2]}"#]);
    assert_eq!(json(document, "/orders"), ["1  !R0202 "]);
    assert_eq!(json(r#"{"a":[1],"a":[2]}"#, "/a"), ["1 /a/0 1", "1  !R0205 [2]}"]);
    assert_eq!(json(r#"{"\u0061":[1]}"#, "/a"), ["1 /a/0 1"]);
}

#[test]
fn what_stands_around_the_records_is_checked() {
    assert_eq!(json(r#"{"x":tru,"a":[1]}"#, "/a"), [r#"1  !R0102 tru,"a":[1]}"#]);
    assert_eq!(json(r#"{"a":[1],"x":"\ud800"}"#, "/a"), ["1 /a/0 1", r#"1  !R0105 "\ud800"}"#]);
    assert_eq!(json(r#"{"a":[1]"#, "/a"), ["1 /a/0 1", "1  !R0104 "]);
    assert_eq!(json("[1] 2", ""), ["1 /0 1", "1  !R0102 2"]);
    assert_eq!(json("{\"a\":1}\n{\"a\":2}\n", ""), ["1  {\"a\":1}", "2  !R0102 {\"a\":2}\n"]);
}

#[test]
fn a_broken_array_gives_what_is_whole_and_one_rejection() {
    assert_eq!(json("[1,{\"a\":", ""), ["1 /0 1", "1 /1 !R0104 {\"a\":"]);
    assert_eq!(json("[1,", ""), ["1 /0 1", "1  !R0104 "]);
    assert_eq!(json("[1 2,3]", ""), ["1 /0 1", "1  !R0102 2,3]"]);
    assert_eq!(json("[1,,3]", ""), ["1 /0 1", "1  !R0102 ,3]"]);
    assert_eq!(json("[{\"a\":[1},2]", ""), ["1 /0 !R0102 {\"a\":[1},2]"]);
    assert_eq!(json("", ""), ["1  !R0104 "]);
    assert_eq!(json("  \n", ""), ["2  !R0104 "]);
}

#[test]
fn an_element_that_is_too_long_is_one_rejection_and_the_next_goes_on() {
    let deep = format!("{}{}", "[".repeat(300), "]".repeat(300));
    assert_eq!(json(&format!("[{deep},5]"), ""), [format!("1 /0 !R0107 {deep}"), "1 /1 5".to_owned()]);
    let open = "[".repeat(300);
    assert_eq!(json(&format!("[{open}"), ""), [format!("1 /0 !R0107 {open}"), "1  !R0104 ".to_owned()]);
}

#[test]
fn lines_can_hold_their_records_at_a_place() {
    let layout = layout(InputFormat::Ndjson, Some("/items"));
    let input = b"{\"items\":[1,2]}\n\n{\"items\":[]}\n{\"item\":3}\n{\"items\":{}}";
    assert_eq!(split(input, &layout, 40), ["1 /items/0 1", "1 /items/1 2", "4  !R0202 ", "5 /items {}"]);
    let long = format!("{{\"items\":[{}]}}\n{{\"items\":7}}", "1,".repeat(30));
    assert_eq!(split(long.as_bytes(), &layout, 40).last().unwrap(), "2 /items 7");
}

#[test]
fn csv_rows_know_their_header_before_the_first_row() {
    let layout = layout(InputFormat::Csv, None);
    let mut source = records(&b"a,b\n1,\"x\ny\"\n2\n"[..], &layout, 100);
    assert_eq!(source.header().unwrap().unwrap(), ["a", "b"]);
    drop(source);
    let found = split(b"a,b\n1,\"x\ny\"\n2\n", &layout, 100);
    assert_eq!(found, ["2 1,\"x\ny\"", "4 !R0108 2"]);
}
