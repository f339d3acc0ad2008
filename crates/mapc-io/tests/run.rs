//! Whole inputs through a route, without a terminal or a file.

mod support;

use std::io::{self, Write};

use mapc_io::input::Reading;
use mapc_io::{
    InputFormat, NoticeWriter, OutputFormat, RecordLimit, RejectionWriter, Run, RunError, Settings, Sinks, Summary,
};
use mapc_runtime::Timestamp;
use support::Echo;

const SETTINGS: fn() -> Settings = || Settings { received_at: Some(Timestamp::UNIX_EPOCH), ..Settings::default() };

/// What a run gave.
#[derive(Debug)]
struct Ran {
    summary: Summary,
    output: String,
    deletes: String,
    rejections: String,
    notices: String,
}

fn run(format: InputFormat, reading: &Reading, inputs: &[(&str, &str)], to: OutputFormat) -> Result<Ran, RunError> {
    let (mut output, mut deletes) = (Vec::new(), Vec::new());
    let (mut rejections, mut notices) = (RejectionWriter::new(Vec::new()), NoticeWriter::new(Vec::new()));
    let sinks = Sinks {
        records: &mut output,
        format: to,
        as_read: true,
        deletes: Some(&mut deletes),
        rejections: &mut rejections,
        notices: &mut notices,
    };
    let mut run = Run::new(&Echo, sinks, &SETTINGS())?;
    for (name, text) in inputs {
        run.input(name, format.records(text.as_bytes(), reading).as_mut())?;
    }
    let summary = run.end()?;
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ok(Ran {
        summary,
        output: text(output),
        deletes: text(deletes),
        rejections: text(rejections.into_inner()),
        notices: text(notices.into_inner()),
    })
}

#[test]
fn a_run_gives_a_summary_and_fills_its_sinks() {
    let inputs = [("a", "{\"notice\":1}\nx\n{\"skip\":1}\n"), ("b", "\n{\"delete\":1}\n{}\n")];
    let ran = run(InputFormat::Ndjson, &Reading::default(), &inputs, OutputFormat::Csv).unwrap();
    assert_eq!(ran.summary, Summary { read: 5, written: 2, skipped: 1, deleted: 1, rejected: 1, notices: 1 });
    assert_eq!(ran.summary.to_string(), "read 5, written 2, skipped 1, deleted 1, rejected 1, notices 1");
    assert_eq!(ran.output, "id\na:1\nb:3\n");
    assert_eq!(ran.deletes, "{\"id\":\"b:2\",\"at\":\"1970-01-01T00:00:00Z\"}\n");
    assert!(ran.rejections.starts_with("{\"input\":\"a\",\"line\":2,\"code\":\"R0201\""), "{}", ran.rejections);
    assert_eq!(
        ran.notices,
        "{\"input\":\"a\",\"line\":1,\"code\":\"R0201\",\"pointer\":\"/id\",\"reason\":\"is no object\",\"place\":\"case.map:2:7\"}\n"
    );
}

#[test]
fn what_is_too_long_to_keep_is_rejected_with_all_its_bytes() {
    let reading = Reading { longest: RecordLimit::new(10).unwrap(), ..Reading::default() };
    let long = "x".repeat(1 << 20);
    let ran = run(InputFormat::Ndjson, &reading, &[("a", &format!("{long}\n{{}}\n"))], OutputFormat::Ndjson).unwrap();
    assert_eq!((ran.summary.written, ran.summary.rejected), (1, 1));
    let line: serde_json::Value = serde_json::from_str(&ran.rejections).unwrap();
    assert_eq!((line["code"].as_str(), line["line"].as_u64()), (Some("R0107"), Some(1)));
    assert_eq!(line["original_base64"].as_str().unwrap().len(), long.len().div_ceil(3) * 4);
}

#[test]
fn json_is_one_record_where_the_input_is_and_else_an_array() {
    let (id, at) = ("\"id\":\"a#/0\"", "\"at\":\"1970-01-01T00:00:00Z\"");
    for (input, expected) in [
        ("{}", format!("{{\"id\":\"a#\",{at}}}\n")),
        ("7", String::new()),
        ("[]", "[]\n".to_owned()),
        ("[7]", "[]\n".to_owned()),
        ("[{}]", format!("[\n{{{id},{at}}}\n]\n")),
        ("[{},{}]", format!("[\n{{{id},{at}}},\n{{\"id\":\"a#/1\",{at}}}\n]\n")),
        ("", "[]\n".to_owned()),
    ] {
        let ran = run(InputFormat::Json, &Reading::default(), &[("a", input)], OutputFormat::Json).unwrap();
        assert_eq!(ran.output, expected, "{input}");
    }
}

#[test]
fn a_header_that_does_not_fit_ends_a_run_before_any_row() {
    let read = |text| run(InputFormat::Csv, &Reading::default(), &[("a.csv", text)], OutputFormat::Ndjson);
    assert_eq!(read("id\n1\n").unwrap().summary.written, 1);
    let error = read("x\n1\n").unwrap_err();
    assert!(matches!(error, RunError::Header { .. }));
    assert_eq!(error.to_string(), "`a.csv` cannot be read as `a.In`: it has no column `id`");
}

/// Takes nothing.
struct Full;

impl Write for Full {
    fn write(&mut self, _bytes: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_failure_tells_which_sink_fails() {
    let fails = |text: &str| {
        let (mut output, mut deletes) = (Vec::new(), Full);
        let (mut rejections, mut notices) = (RejectionWriter::new(Full), NoticeWriter::new(Full));
        let sinks = Sinks {
            records: &mut output,
            format: OutputFormat::Ndjson,
            as_read: false,
            deletes: Some(&mut deletes),
            rejections: &mut rejections,
            notices: &mut notices,
        };
        let mut run = Run::new(&Echo, sinks, &SETTINGS()).unwrap();
        let mut records = InputFormat::Ndjson.records(text.as_bytes(), &Reading::default());
        run.input("a", records.as_mut())
    };
    assert!(fails("{}").is_ok());
    assert!(matches!(fails("{\"delete\":1}"), Err(RunError::Deletes(_))));
    assert!(matches!(fails("x"), Err(RunError::Rejections(_))));
    assert!(matches!(fails("{\"notice\":1}"), Err(RunError::Notices(_))));
    assert_eq!(fails("x").unwrap_err().to_string(), "cannot write rejections: no storage space");
}

#[test]
fn no_key_of_a_deleted_record_is_lost() {
    let (mut rejections, mut notices) = (RejectionWriter::new(Vec::new()), NoticeWriter::new(Vec::new()));
    let mut output = Vec::new();
    let sinks = Sinks {
        records: &mut output,
        format: OutputFormat::Csv,
        as_read: false,
        deletes: None,
        rejections: &mut rejections,
        notices: &mut notices,
    };
    let error = Run::new(&Echo, sinks, &SETTINGS()).err().unwrap();
    assert_eq!(
        error.to_string(),
        "the route a.In -> b.Out can delete records, and nothing is named that takes their keys"
    );
    assert!(output.is_empty(), "nothing is written before the sinks are known to do");
}
