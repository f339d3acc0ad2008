//! What becomes of each value of a record: problems with their pointers, absent values, notices.

use std::borrow::Cow;

use mapc_runtime::codec::{self, Codec};
use mapc_runtime::csv::{Dialect, Row};
use mapc_runtime::decode::{self, Blank, Duplicates, Field, FieldValue, Fields, Object, Read, Source, Unknown};
use mapc_runtime::{Bump, Constraint, Cx, Input, Message, Scalar, Timestamp, constraint};

/// One field `v` whose value is shown as text, between a field before and a field behind it.
struct Shown<F> {
    form: F,
    v: Option<String>,
}

/// A form under test; a closure cannot be generic over its source.
trait Form {
    fn show<'a, S: Source<'a>>(&self, source: &mut S, at: mapc_runtime::At<'_, 'a>) -> Read<String>;
}

impl<'a, F: Form> Fields<'a> for Shown<F> {
    fn field<S: Source<'a>>(&mut self, index: usize, value: FieldValue<'_, '_, 'a, S>) -> Read<()> {
        match index {
            1 => self.v = value.read(|source, at| self.form.show(source, at))?,
            _ => drop(value.read(|source, _| codec::Texts.read(source, Blank::Value))?),
        }
        Ok(())
    }
}

macro_rules! form {
    ($name:ident, |$source:ident, $at:ident| $read:expr) => {
        #[derive(Clone, Copy)]
        struct $name;
        impl Form for $name {
            #[allow(unused_variables)]
            fn show<'a, S: Source<'a>>(&self, $source: &mut S, $at: mapc_runtime::At<'_, 'a>) -> Read<String> {
                $read
            }
        }
    };
}

form!(Text, |s, at| codec::Texts.read(s, Blank::Value).map(str::to_owned));
form!(TextOrAbsent, |s, at| codec::Texts.read(s, Blank::Absent).map(str::to_owned));
form!(TextNotBlank, |s, at| codec::Texts.read(s, Blank::Reject).map(str::to_owned));
form!(Int, |s, at| codec::Ints.read(s, Blank::Absent).map(|int| int.to_string()));
form!(IntText, |s, at| codec::IntText.read(s, Blank::Value).map(|int| int.to_string()));
form!(Number, |s, at| codec::Decimals(None).read(s, Blank::Value).map(|number| number.normalize().to_string()));
form!(Bool, |s, at| codec::TrueFalse.read(s, Blank::Value).map(|bool| bool.to_string()));
form!(Words, |s, at| codec::Words::of("Y", "").read(s, Blank::Absent).map(|bool| bool.to_string()));
form!(AnyScalar, |s, at| codec::Scalars.read(s, Blank::Value).map(|scalar| match scalar {
    Scalar::Str(text) => format!("text {text}"),
    Scalar::Number(number) => format!("number {number}"),
    Scalar::Bool(bool) => format!("bool {bool}"),
}));
form!(Member, |s, at| {
    let wire = [Cow::Borrowed("OPEN"), Cow::Borrowed("WON")];
    codec::MemberText(&wire).read(s, Blank::Value).map(|member| member.to_string())
});
form!(Day, |s, at| codec::DateBy::new("d.M.yyyy").unwrap().read(s, Blank::Value).map(|date| date.to_string()));
form!(Seconds, |s, at| codec::Epoch::<1_000_000_000>.read(s, Blank::Value).map(|timestamp| timestamp.to_string()));
form!(Ints, |s, at| {
    let list = decode::list(s, at, |s, at| decode::required(s, at, |s, _| codec::Ints.read(s, Blank::Value)))?;
    Ok(format!("{:?}", constraint::items(&[Constraint::Items { min: 1, max: Some(3) }], list)?))
});
form!(MaybeInts, |s, at| {
    decode::list(s, at, |s, at| decode::optional(s, at, |s, _| codec::Ints.read(s, Blank::Value)))
        .map(|list| format!("{list:?}"))
});
form!(Parts, |s, at| {
    decode::split(s, at, Blank::Value, ";", |s, at| decode::required(s, at, |s, _| codec::Ints.read(s, Blank::Value)))
        .map(|list| format!("{list:?}"))
});
form!(Counts, |s, at| {
    decode::map(s, at, |s, at| decode::required(s, at, |s, _| codec::Ints.read(s, Blank::Value)))
        .map(|map| format!("{:?}", map.0))
});
form!(Price, |s, at| {
    let price = constraint::decimal(
        &[Constraint::Digits { precision: 5, scale: 2 }],
        codec::Decimals(None).read(s, Blank::Value)?,
    )?;
    Ok(price.to_string())
});
form!(Inner, |s, at| {
    let mut inner = Shown { form: Int, v: None };
    decode::object(s, at, &object(Field::optional), &mut inner)?;
    Ok(format!("{:?}", inner.v))
});

fn name(names: &[&'static str]) -> Cow<'static, [Cow<'static, str>]> {
    names.iter().map(|name| Cow::Borrowed(*name)).collect::<Vec<_>>().into()
}

fn object(declare: impl Fn(Field) -> Field) -> Object {
    let place = || Cow::Borrowed("a.map:1:1");
    let fields = vec![
        Field::new(name(&["before"]), place()).optional(),
        declare(Field::new(name(&["v", "w/~"]), place())),
        Field::new(name(&["\"behind\""]), place()).optional(),
    ];
    Object { fields: fields.into(), unknown: Unknown::Ignore, duplicates: Duplicates::Reject, place: place() }
}

/// The value, or `absent`, or the problems as `code pointer`; behind them the notices.
fn read<F: Form>(input: Input<'_>, object: &Object, form: F) -> String {
    let bump = Bump::new();
    let cx = Cx::new(&bump, Message { id: "", received_at: Timestamp::UNIX_EPOCH });
    let mut fields = Shown { form, v: None };
    let read = decode::record(input, object, &cx, &mut fields);
    let problems = cx.take_problems();
    assert_eq!(read.is_ok(), problems.is_empty());
    let mut shown = match problems.is_empty() {
        true => vec![fields.v.unwrap_or_else(|| "absent".to_owned())],
        false => problems.iter().map(|problem| format!("{} {}", problem.code, problem.pointer)).collect(),
    };
    shown.extend(cx.take_notices().iter().map(|notice| format!("notice {} {}", notice.code, notice.pointer)));
    shown.join(", ")
}

fn json<F: Form>(value: &str, form: F) -> String {
    read(Input::Json(format!("{{\"v\":{value}}}").as_bytes()), &object(|field| field), form)
}

fn cell<F: Form>(text: &str, form: F) -> String {
    let row = Row::of([("v", text)], Dialect { decimal_mark: b',', ..Dialect::default() });
    read(Input::Row(&row), &object(|field| field), form)
}

#[test]
fn forms_take_what_they_are_declared_to() {
    assert_eq!(json(r#""ab""#, Text), "ab");
    assert_eq!(json("1", Text), "R0201 /v");
    assert_eq!(json("1.0", Int), "1");
    assert_eq!(json("9007199254740993", Int), "9007199254740993");
    assert_eq!(json("1.5", Int), "R0201 /v");
    assert_eq!(json("1e19", Int), "R0207 /v");
    assert_eq!(json("\"1\"", Int), "R0201 /v");
    assert_eq!(json("\"007\"", IntText), "7");
    assert_eq!(json("7", IntText), "R0201 /v");
    assert_eq!(json("0.10", Number), "0.1");
    assert_eq!(json("true", Bool), "true");
    assert_eq!(json("\"true\"", Bool), "R0201 /v");
    assert_eq!(json("\"Y\"", Words), "true");
    assert_eq!(json("\"\"", Words), "false");
    assert_eq!(json("\"y\"", Words), "R0201 /v");
    assert_eq!(json("1.50", AnyScalar), "number 1.50");
    assert_eq!(json("\"1\"", AnyScalar), "text 1");
    assert_eq!(json("false", AnyScalar), "bool false");
    assert_eq!(json("[]", AnyScalar), "R0201 /v");
    assert_eq!(json("\"WON\"", Member), "1");
    assert_eq!(json("\"won\"", Member), "R0206 /v");
    assert_eq!(json("\"4.3.2026\"", Day), "2026-03-04");
    assert_eq!(json("\"31.2.2026\"", Day), "R0201 /v");
    assert_eq!(json("86400", Seconds), "1970-01-02T00:00:00Z");
    assert_eq!(json("1e18", Seconds), "R0207 /v");
    assert_eq!(json("-62167219200", Seconds), "0000-01-01T00:00:00Z");
    assert_eq!(json("-62167219201", Seconds), "R0207 /v");
    assert_eq!(json("1.5", Price), "1.50");
    assert_eq!(json("1.005", Price), "R0301 /v");
    assert_eq!(json("1000", Price), "R0301 /v");
}

#[test]
fn lists_maps_and_split_texts_name_the_element() {
    assert_eq!(json("[1,2e0]", Ints), "[1, 2]");
    assert_eq!(json("[1,\"x\",null,[],2]", Ints), "R0201 /v/1, R0202 /v/2, R0201 /v/3");
    assert_eq!(json("[]", Ints), "R0301 /v");
    assert_eq!(json("{}", Ints), "R0201 /v");
    assert_eq!(json("[null,1]", MaybeInts), "[None, Some(1)]");
    assert_eq!(json("\"1;-2\"", Parts), "[1, -2]");
    assert_eq!(json("\" \"", Parts), "[]");
    assert_eq!(json("\"1;;x\"", Parts), "R0201 /v, R0201 /v");
    assert_eq!(json(r#"{"b":1,"a":2}"#, Counts), r#"[("b", 1), ("a", 2)]"#);
    assert_eq!(json(r#"{"a/":"x","b":1,"b":2}"#, Counts), "R0201 /v/a~1, R0205 /v/b");
    assert_eq!(json(r#"{"v":1,"x":0}"#, Inner), r#"Some("1")"#);
    assert_eq!(json(r#"{"v":true,"before":1}"#, Inner), "R0201 /v/before, R0201 /v/v");
}

#[test]
fn malformed_input_is_found_wherever_it_stands() {
    for (value, problem) in [
        ("[1,01]", "R0102 /v/1"),
        ("\"\\ud800\"", "R0105 /v"),
        ("{\"a\":[\"\u{1}\"]}", "R0102 /v/a/0"),
        ("1,\"x\":{\"k\":[0,{\"\":tru}]}", "R0102 /x/k/1/"),
        ("1}{", "R0102 "),
        ("[", "R0102 /v/0"),
        ("1,}", "R0102 "),
    ] {
        assert_eq!(json(value, Ints).split(", ").last(), Some(problem), "{value}");
    }
    assert_eq!(read(Input::Json(b"{\"v\":1,\"x\":\xFF}"), &object(|field| field), Int), "R0101 ");
    assert_eq!(read(Input::Json(b"\xEF\xBB\xBF{\"v\":1}"), &object(|field| field), Int), "R0102 ");
    assert_eq!(read(Input::Json(b"[1]"), &object(|field| field), Int), "R0201 ");
    // What was found before it is told as well, and a tolerant field does not hide it.
    assert_eq!(
        read(Input::Json(b"{\"before\":1,\"v\":[}"), &object(Field::tolerant), Int),
        "R0201 /before, R0102 /v/0"
    );
}

#[test]
fn null_missing_and_blank() {
    let optional = object(Field::optional);
    let given = |text: &str, form| read(Input::Json(text.as_bytes()), &optional, form);
    assert_eq!(json("null", Text), "R0202 /v");
    assert_eq!(json("1}", Text), "R0201 /v, R0102 ");
    assert_eq!(read(Input::Json(b"{}"), &object(|field| field), Text), "R0202 /v");
    assert_eq!(given("{}", TextOrAbsent), "absent");
    assert_eq!(given(r#"{"v":null}"#, TextOrAbsent), "absent");
    assert_eq!(given(r#"{"v":" \t\u00a0"}"#, TextOrAbsent), "absent");
    assert_eq!(json("\"\"", TextOrAbsent), "R0202 /v");
    assert_eq!(json("\"\"", TextNotBlank), "R0203 /v");
    let refused = read(Input::Json(br#"{"v":""}"#), &optional, TextNotBlank);
    assert_eq!(refused, "R0203 /v");
}

#[test]
fn tolerant_fields_give_notices() {
    let tolerant = object(Field::tolerant);
    let given = |text: &str| read(Input::Json(text.as_bytes()), &tolerant, Ints);
    assert_eq!(given(r#"{"v":[1]}"#), "[1]");
    assert_eq!(given(r#"{"v":[1,"x",true]}"#), "absent, notice R0201 /v/1, notice R0201 /v/2");
    assert_eq!(given(r#"{"v":[]}"#), "absent, notice R0301 /v");
    assert_eq!(given(r#"{"v":7,"v":8}"#), "R0205 /v, notice R0201 /v");
}

#[test]
fn keys_given_twice_and_keys_not_declared() {
    let text = br#"{"v":1,"more":{"v":2},"w/~":3,"\u0076":4}"#;
    let with = |unknown, duplicates| Object { unknown, duplicates, ..object(|field| field) };
    let given = |object: &Object| read(Input::Json(text), object, Int);
    // Two names of one field are no key given twice.
    assert_eq!(given(&with(Unknown::Ignore, Duplicates::Reject)), "R0205 /v");
    assert_eq!(given(&with(Unknown::Reject, Duplicates::First)), "R0204 /more");
    assert_eq!(given(&with(Unknown::Ignore, Duplicates::First)), "1");
    assert_eq!(given(&with(Unknown::Ignore, Duplicates::Last)), "4");
    // Those that do not count may be anything, but JSON.
    let last = with(Unknown::Ignore, Duplicates::Last);
    assert_eq!(read(Input::Json(br#"{"v":"x","v":7}"#), &last, Int), "7");
    assert_eq!(read(Input::Json(br#"{"v":7,"v":[tru]}"#), &last, Int), "R0102 /v/0");
    assert_eq!(read(Input::Json(br#"{"v":7,"v":"x"}"#), &last, Int), "R0201 /v");
    assert_eq!(read(Input::Json(br#"{"v":7,"v":null}"#), &last, Int), "R0202 /v");
}

#[test]
fn keys_are_found_however_they_are_written() {
    for text in [
        r#"{"before":"x","v":1,"\"behind\"":"y"}"#,
        r#"{"\"behind\"":"y","v":1,"before":"x"}"#,
        r#" { "\u0022behind\u0022" : "y" , "w\/~" : 1 } "#,
    ] {
        assert_eq!(read(Input::Json(text.as_bytes()), &object(|field| field), Int), "1", "{text}");
    }
    // The name itself, written without its escapes, is not JSON.
    assert_eq!(read(Input::Json(br#"{"v":1,""behind"":"y"}"#), &object(|field| field), Int), "R0102 ");
}

#[test]
fn cells_are_read_as_texts() {
    assert_eq!(cell("ab", Text), "ab");
    assert_eq!(cell("-7", Int), "-7");
    assert_eq!(cell("", Int), "R0202 /v");
    assert_eq!(cell(" 7", Int), "R0201 /v");
    assert_eq!(cell("1234,5", Number), "1234.5");
    assert_eq!(cell("1.5", Number), "R0201 /v");
    assert_eq!(cell("true", Bool), "true");
    assert_eq!(cell("TRUE", Bool), "R0201 /v");
    assert_eq!(cell("1", AnyScalar), "text 1");
    assert_eq!(cell("1;2", Parts), "[1, 2]");
    assert_eq!(cell("1", Ints), "R0201 /v");
    let row = Row::of([("before", "x"), ("v", "5"), ("other", "")], Dialect::default());
    assert_eq!(read(Input::Row(&row), &object(|field| field), Int), "5");
    let twice = Row::of([("v", "1"), ("v", "2")], Dialect::default());
    assert_eq!(read(Input::Row(&twice), &object(|field| field), Int), "R0205 /v");
}

#[test]
fn a_record_full_of_mistakes_is_told_in_bounded_memory() {
    let text = format!("{{\"v\":[{}\"x\"]}}", "\"x\",".repeat(9_999));
    let told = read(Input::Json(text.as_bytes()), &object(|field| field), Ints);
    assert_eq!(told.matches("R0201").count(), 1000);
    let told = read(Input::Json(text.as_bytes()), &object(Field::tolerant), Ints);
    assert!(told.starts_with("absent, notice R0201 /v/0, "));
    assert_eq!(told.matches("notice").count(), 1000);
}
