//! The law of every wire form: what is written reads back as the same value, or it is refused. For each form of the list, each way in
//! which blank texts are taken, in JSON, in cells of a CSV file and in parts of a text. A new form is covered by being in the list.

use std::collections::BTreeSet;

use mapc_runtime::codec::{self, AnyCodec, Definition, Form, sample};
use mapc_runtime::csv::{Dialect, Next, Records, Row, RowWriter};
use mapc_runtime::decode::{Blank, Cell, Leaf as _, Read};
use mapc_runtime::json::Reader;
use mapc_runtime::write::Blanks;
use mapc_runtime::{Bump, Value, write};

const BLANKS: [Blank; 3] = [Blank::Value, Blank::Absent, Blank::Reject];
const MARKS: [u8; 2] = [b'.', b','];

/// Values a form, option and place.
fn count() -> u64 {
    if std::env::var("RUN_SLOW_TESTS").is_ok_and(|value| value != "0") { 100_000 } else { 400 }
}

/// The arguments that a form is tried with: those of its examples, and patterns that leave things out.
fn arguments(definition: &Definition) -> BTreeSet<Vec<String>> {
    let owned = |arguments: &[&str]| arguments.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let mut all: BTreeSet<Vec<String>> = definition.examples.iter().map(|example| owned(example.arguments)).collect();
    let patterns: &[&[&str]] = match (definition.spelling, definition.base) {
        (codec::Spelling::Pattern, "date") => {
            &[&["d.M.yyyy"], &["EEE, d MMM yyyy"], &["yy/MM/dd"], &["'on' dd.MM.yyyy"]]
        }
        (codec::Spelling::Pattern, "local_datetime") => {
            &[&["yyyyMMddHHmmss"], &["d.M.yyyy h:mm a"], &["yyyy-MM-dd HH:mm:ss.SSS"]]
        }
        (codec::Spelling::Pattern, "timestamp") => &[
            &["yyyy-MM-dd'T'HH:mm:ssX"],
            &["yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX"],
            &["yyyy-MM-dd HH:mm", "UTC"],
            &["yyyy-MM-dd'T'HH:mm:ssX", "Asia/Kolkata"],
            &["dd.MM.yyyy HH:mm:ss", "America/New_York"],
            &["yyyy-MM-dd HH:mm:ss Z", "Africa/Monrovia"],
        ],
        _ => &[],
    };
    all.extend(patterns.iter().map(|arguments| owned(arguments)));
    all
}

/// Every form with its arguments.
fn forms() -> Vec<(Form, Box<dyn AnyCodec>)> {
    let of = |definition: &'static Definition| {
        arguments(definition).into_iter().map(move |arguments| Form { definition, arguments })
    };
    let made = |form: Form| {
        let codec = form.codec().unwrap_or_else(|mistake| panic!("{form:?}: {}", mistake.reason));
        (form, codec)
    };
    codec::all().flat_map(of).map(made).collect()
}

fn from_json<'a>(bytes: &'a [u8], bump: &'a Bump, codec: &dyn AnyCodec, blank: Blank) -> Read<Value<'a>> {
    let mut reader = Reader::new(bytes, bump)?;
    let value = codec.read_value(&mut reader, blank)?;
    reader.end()?;
    Ok(value)
}

/// Holds a refusal to what a form says of itself.
fn refused(form: &Form, blank: Blank, value: Value<'_>, refusal: &codec::Refusal) {
    assert!(
        ["R0501", "R0502"].contains(&&*refusal.code) && !refusal.reason.is_empty(),
        "{form:?} {value:?}: {refusal:?}"
    );
    let may = if refusal.code == "R0502" { blank != Blank::Value } else { !form.definition.loses.is_empty() };
    assert!(may, "{form:?} says that it holds all values, and refuses {value:?}: {refusal:?}");
}

#[test]
fn json_reads_back() {
    let (mut written, mut turned_away) = (0_u64, 0_u64);
    for (form, codec) in forms() {
        for blank in BLANKS {
            for number in 0..count() {
                let bump = Bump::new();
                let Some(value) = sample::value(form.definition.base, number) else {
                    panic!("no samples for {form:?}")
                };
                let mut out = Vec::new();
                match codec.json_value(Blanks::of(blank), &mut out, value) {
                    Ok(()) => {
                        let read = from_json(&out, &bump, codec.as_ref(), blank);
                        assert_eq!(read, Ok(value), "{form:?}, {blank:?}: {}", String::from_utf8_lossy(&out));
                        written += 1;
                    }
                    Err(refusal) => {
                        refused(&form, blank, value, &refusal);
                        turned_away += 1;
                    }
                }
            }
        }
    }
    println!("{written} values read back from JSON, {turned_away} refused");
}

#[test]
fn cells_read_back() {
    for (form, codec) in forms() {
        for (blank, mark) in BLANKS.into_iter().flat_map(|blank| MARKS.map(|mark| (blank, mark))) {
            let separator = if mark == b',' { b';' } else { b',' };
            let dialect = Dialect { separator, decimal_mark: mark, ..Dialect::default() };
            let mut file = b"a\n".to_vec();
            let mut values = Vec::new();
            for value in (0..count()).filter_map(|number| sample::value(form.definition.base, number)) {
                let (start, mut written) = (file.len(), Ok(()));
                let mut row = RowWriter::new(&mut file, dialect);
                row.optional(|out| written = codec.write_value(Blanks::of(blank), out, value, mark));
                row.end();
                match written {
                    Ok(()) => {
                        file.push(b'\n');
                        values.push(value);
                    }
                    Err(refusal) => {
                        file.truncate(start);
                        refused(&form, blank, value, &refusal);
                    }
                }
            }
            rows_read_back(&form, codec.as_ref(), blank, dialect, &file, &values);
        }
    }
}

fn rows_read_back(
    form: &Form,
    codec: &dyn AnyCodec,
    blank: Blank,
    dialect: Dialect,
    file: &[u8],
    values: &[Value<'_>],
) {
    let mut bump = Bump::new();
    let mut records = Records::new(file, dialect);
    let mut row = Row::new();
    for value in values {
        bump.reset();
        assert_eq!(records.read(&mut row).expect("bytes can be read"), Next::Row, "{form:?}: {value:?}");
        let (_, text, quoted) = row.cells().next().expect("a cell");
        let mut cell = Cell { text, quoted, decimal_mark: dialect.decimal_mark, bump: &bump };
        assert_eq!(cell.null(true), Ok(false), "{form:?}, {blank:?}: {value:?} would be absent");
        // A cell knows no kinds.
        let wanted = match *value {
            Value::Number(number) => Value::Str(number),
            Value::Bool(flag) if form.definition.base == "scalar" => Value::Str(if flag { "true" } else { "false" }),
            other => other,
        };
        assert_eq!(codec.read_value(&mut cell, blank), Ok(wanted), "{form:?}, {blank:?}: {text:?}");
    }
    assert_eq!(records.read(&mut row).expect("bytes can be read"), Next::End, "{form:?}");
}

#[test]
fn parts_read_back() {
    for (form, codec) in forms() {
        for (blank, separator) in BLANKS.into_iter().flat_map(|blank| [";", ",", "-", "aa"].map(|it| (blank, it))) {
            for number in 0..count() / 4 {
                let sample = |offset| sample::value(form.definition.base, number + offset);
                let items: Vec<Value<'_>> = (0..number % 4).filter_map(sample).collect();
                let mut out = Vec::new();
                let written = write::split(&mut out, &items, separator, Blanks::of(blank), |out, item| {
                    codec.write_value(Blanks::of(blank), out, item, b'.')
                });
                if written.is_err() {
                    continue;
                }
                let text = String::from_utf8(out).expect("texts are UTF-8");
                let bump = Bump::new();
                let read: Vec<Value<'_>> = if text.trim_start().is_empty() {
                    assert_eq!(blank, Blank::Value, "{form:?}: a list without elements would be absent or turned away");
                    Vec::new()
                } else {
                    let part = |text| {
                        let mut cell = Cell { text, quoted: true, decimal_mark: b'.', bump: &bump };
                        codec
                            .read_value(&mut cell, blank)
                            .unwrap_or_else(|unread| panic!("{form:?}: {text:?}: {unread:?}"))
                    };
                    text.split(separator).map(part).collect()
                };
                if form.definition.base != "scalar" {
                    assert_eq!(read, items, "{form:?}, {blank:?}, {separator:?}: {text:?}");
                }
            }
        }
    }
}

#[test]
fn examples_are_true() {
    for definition in codec::all() {
        assert!(!definition.examples.is_empty(), "{definition:?} has no examples");
        let own = Form::own(definition.base).and_then(|form| form.codec().ok()).expect("a type's own form");
        for example in definition.examples {
            let bump = Bump::new();
            let arguments = example.arguments.iter().map(|text| (*text).to_owned()).collect();
            let codec = Form { definition, arguments }.codec().expect("arguments of an example");
            let value = from_json(example.value.as_bytes(), &bump, own.as_ref(), Blank::Value).expect("a value");
            let mut out = Vec::new();
            let written =
                codec.json_value(Blanks::ANY, &mut out, value).map(|()| String::from_utf8(out).expect("UTF-8"));
            assert_eq!(written.ok().as_deref(), example.wire, "{example:?}");
        }
    }
}

#[test]
fn spellings_are_told_apart() {
    let mut seen = BTreeSet::new();
    for definition in codec::all() {
        assert!(seen.insert((definition.base, format!("{:?}", definition.spelling))), "{definition:?} stands twice");
    }
}
