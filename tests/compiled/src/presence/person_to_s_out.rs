//! Maps `Person` to `s.Out`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Person` to a `s.Out`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn person_to_s_out(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    person_to_s_out_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`person_to_s_out`], within a context that afterwards holds the notices of the record.
pub fn person_to_s_out_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`person_to_s_out`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn person_to_s_out_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, person_to_s_out_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[0], &[], fields.finish())?;
    let l1: &'a str = l0.id;
    let l2: &'a str = l0.name;
    let l3: Option<&'a str> = l0.nick;
    let l4: Option<&'a str> = l0.city;
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"name\":");
    write::string(out, l2);
    if let Some(value) = l3 {
        out.extend_from_slice(b",\"nick\":");
        write::string(out, value);
    }
    if let Some(value) = l4 {
        out.extend_from_slice(b",\"city\":");
        write::string(out, value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Person`.
#[derive(Clone, Copy, PartialEq)]
struct Person<'a> {
    id: &'a str,
    name: &'a str,
    nick: Option<&'a str>,
    city: Option<&'a str>,
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
    name: Option<&'a str>,
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
            1 => self.name = value.read(|source, _| decode::text(source, Blank::Value))?,
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
            name: self.name.unwrap_or("nobody"),
            nick: self.nick,
            city: self.city,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("presence.map:3:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
