//! Maps `Person` to `s.NullOut`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Person` to a `s.NullOut`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn person_to_s_nullout(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    person_to_s_nullout_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`person_to_s_nullout`], within a context that afterwards holds the notices of the record.
pub fn person_to_s_nullout_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`person_to_s_nullout`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn person_to_s_nullout_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, person_to_s_nullout_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[1], &[], fields.finish())?;
    let l1: &'a str = l0.id;
    let l2: Option<&'a str> = l0.nick;
    let l3: rt::Result<Option<SNullOutDeep<'a>>> = rt::flow::part(
        cx,
        || Ok(
            if l0.city.is_some() {
                Some({
                    let p1 = rt::flow::part(
                        cx,
                        || Ok(
                            Some(
                                rt::flow::at(cx, &SITES[0], &[], rt::flow::narrow(l0.city))?,
                            ),
                        ),
                    );
                    rt::flow::join(&[p1.as_ref().err()])?;
                    SNullOutDeep { a: None, b: p1? }
                })
            } else {
                None
            },
        ),
    );
    rt::flow::clean(cx)?;
    let l3 = l3?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"nick\":");
    match l2 {
        Some(value) => {
            write::string(out, value);
        }
        None => write::null(out),
    }
    out.extend_from_slice(b",\"deep\":");
    match l3 {
        Some(value) => {
            write_1(out, &value);
        }
        None => write::null(out),
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Person`.
#[derive(Clone, Copy, PartialEq)]
struct Person<'a> {
    id: &'a str,
    nick: Option<&'a str>,
    city: Option<&'a str>,
}

/// What this route knows of a `s.NullOut.deep`.
#[derive(Clone, Copy, PartialEq)]
struct SNullOutDeep<'a> {
    a: Option<i64>,
    b: Option<&'a str>,
}

/// How `Person` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("presence.map:4:7"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("name")]),
                    Cow::Borrowed("presence.map:5:3"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("nick")]),
                    Cow::Borrowed("presence.map:6:3"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("city")]),
                    Cow::Borrowed("presence.map:7:3"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("first_letter")]),
                    Cow::Borrowed("presence.map:8:3"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("greeting")]),
                Cow::Borrowed("presence.map:9:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("same")]),
                Cow::Borrowed("presence.map:10:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("has_address")]),
                Cow::Borrowed("presence.map:11:3"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("presence.map:3:8"),
};

/// What was read of `Person`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    nick: Option<&'a str>,
    city: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            2 => self.nick = value.read(|source, _| decode::text(source, Blank::Value))?,
            3 => self.city = value.read(|source, _| decode::text(source, Blank::Value))?,
            4 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            5 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            6 => {
                value.read(|source, _| decode::boolean(source, Blank::Value))?;
            }
            7 => {
                value.read(|source, _| decode::boolean(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Person<'a>> {
        Ok(Person {
            id: decode::filled(self.id)?,
            nick: self.nick,
            city: self.city,
        })
    }
}

/// Writes a `s.NullOut.deep`.
fn write_1(out: &mut Vec<u8>, record: &SNullOutDeep<'_>) {
    out.extend_from_slice(b"{\"a\":");
    match record.a {
        Some(value) => {
            write::text::int(out, value);
        }
        None => write::null(out),
    }
    out.extend_from_slice(b",\"b\":");
    match record.b {
        Some(value) => {
            write::string(out, value);
        }
        None => write::null(out),
    }
    out.push(b'}');
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("presence.map:48:52"),
        target: Cow::Borrowed("deep.b"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("city"))]),
    },
    rt::Site {
        place: Cow::Borrowed("presence.map:3:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
