//! One record in, one outcome out: what a hub does with a message.

mod support;

use mapc_io::{Bounds, Mapped, Mapper, Origin, Position, RecordLimit};
use mapc_runtime::{Format, Input, Outcome, Timestamp};
use support::Echo;

const ORIGIN: Origin<'_> = Origin { input: "orders", position: Position::Message("m-7") };

/// Maps a text in this format and gives what was appended.
fn map<'m>(mapper: &mut Mapper<Echo>, text: &'m str) -> (Mapped<'m>, String) {
    let mut out = b"before|".to_vec();
    let mapped = mapper.map(ORIGIN, Timestamp::UNIX_EPOCH, Input::Json(text.as_bytes()), &mut out);
    (mapped, String::from_utf8(out).unwrap().split_off("before|".len()))
}

fn mapper(format: Format) -> Mapper<Echo> {
    Mapper::new(Echo, format, Bounds::default())
}

#[test]
fn what_is_known_of_a_message_reaches_the_route() {
    let (mapped, out) = map(&mut mapper(Format::Json), "{\"notice\":1}");
    assert_eq!(mapped.outcome, Outcome::Written);
    assert_eq!(out, r#"{"id":"m-7","at":"1970-01-01T00:00:00Z"}"#);
    assert_eq!(mapped.notices.len(), 1);
    assert!(mapped.rejection().is_none());
}

#[test]
fn a_rejection_is_data_and_the_line_that_a_file_would_hold() {
    let (mapped, out) = map(&mut mapper(Format::Json), "[\"x\"]");
    assert_eq!(out, "");
    let rejection = mapped.rejection().unwrap();
    let [problem] = rejection.problems else { panic!("one problem: {:?}", rejection.problems) };
    assert_eq!(
        (&*problem.code, &*problem.pointer, &*problem.reason, &*problem.target, &*problem.place),
        ("R0201", "/id", "is no object", "id", "case.map:2:7")
    );
    let mut line = Vec::new();
    rejection.write(&mut line).unwrap();
    assert_eq!(
        String::from_utf8(line).unwrap(),
        concat!(
            r#"{"input":"orders","id":"m-7","code":"R0201","pointer":"/id","reason":"is no object","place":"case.map:2:7","#,
            r#""problems":[{"code":"R0201","pointer":"/id","target":"id","place":"case.map:2:7","reason":"is no object"}],"#,
            r#""original":"[\"x\"]"}"#,
            "\n"
        )
    );
}

#[test]
fn keys_of_deleted_records_are_json_whatever_is_written() {
    let key = r#"{"id":"m-7","at":"1970-01-01T00:00:00Z"}"#;
    for format in [Format::Json, Format::Csv] {
        let (mapped, out) = map(&mut mapper(format), "{\"delete\":1}");
        assert_eq!((mapped.outcome, out.as_str()), (Outcome::Deleted, key), "{format:?}");
    }
    assert_eq!(map(&mut mapper(Format::Csv), "{}").1, "m-7");
    assert!(matches!(map(&mut mapper(Format::Json), "{\"skip\":1}").0.outcome, Outcome::Skipped(_)));
}

#[test]
fn a_message_that_is_too_long_is_rejected_before_it_is_run() {
    let bounds = Bounds { longest: RecordLimit::new(4).unwrap(), ..Bounds::default() };
    let mut mapper = Mapper::new(Echo, Format::Json, bounds);
    let (mapped, out) = map(&mut mapper, "{   }");
    assert_eq!((&*mapped.rejection().unwrap().problems[0].code, out.as_str()), ("R0107", ""));
    assert_eq!(map(&mut mapper, "{  }").0.outcome, Outcome::Written);
    for bytes in [0, RecordLimit::LARGEST + 1] {
        assert!(RecordLimit::new(bytes).is_err());
    }
}
