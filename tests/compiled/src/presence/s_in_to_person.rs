//! Maps `s.In` to `Person`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `Person`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_person(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_person_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_person`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_person_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_person`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_person_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_person_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[2], &[], fields.finish())?;
    let l2: &'a str = l0.name.unwrap_or("you");
    let l3: &'a str = l0.id;
    let l5: &'a str = l0.name.unwrap_or("nobody");
    let l7: Option<&'a str> = match l0.nick {
        Some(l6) => Some(rt::library::text::trim(cx, l6)),
        None => None,
    };
    let l12: Option<&'a str> = match match l0.address {
        Some(l8) => l8.city,
        None => None,
    } {
        Some(l9) => Some(l9),
        None => {
            match match l0.address {
                Some(l10) => l10.street,
                None => None,
            } {
                Some(l11) => l11.name,
                None => None,
            }
        }
    };
    let l14: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            match l0.name {
                Some(l13) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[0],
                            &[],
                            rt::library::text::substring(cx, l13, 0_i64, 1_i64),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l15: rt::Result<&'a str> = rt::flow::part(
        cx,
        || Ok(
            if l0.nick.is_some() {
                rt::flow::concat(
                    cx,
                    &[
                        "Hi ",
                        rt::flow::at(cx, &SITES[1], &[], rt::flow::narrow(l0.nick))?,
                    ],
                )
            } else {
                rt::flow::concat(cx, &["Hello ", l2])
            },
        ),
    );
    let l16: bool = l0.nick == l0.other;
    let l17: bool = l0.address.is_some();
    rt::flow::clean(cx)?;
    let l14 = l14?;
    let l15 = l15?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l3);
    out.extend_from_slice(b",\"name\":");
    write::string(out, l5);
    if let Some(value) = l7 {
        out.extend_from_slice(b",\"nick\":");
        write::string(out, value);
    }
    if let Some(value) = l12 {
        out.extend_from_slice(b",\"city\":");
        write::string(out, value);
    }
    if let Some(value) = l14 {
        out.extend_from_slice(b",\"first_letter\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"greeting\":");
    write::string(out, l15);
    out.extend_from_slice(b",\"same\":");
    write::text::boolean(out, l16);
    out.extend_from_slice(b",\"has_address\":");
    write::text::boolean(out, l17);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: &'a str,
    name: Option<&'a str>,
    nick: Option<&'a str>,
    address: Option<SInAddress<'a>>,
    other: Option<&'a str>,
}

/// What this route knows of a `s.In.address`.
#[derive(Clone, Copy, PartialEq)]
struct SInAddress<'a> {
    city: Option<&'a str>,
    street: Option<SInAddressStreet<'a>>,
}

/// What this route knows of a `s.In.address.street`.
#[derive(Clone, Copy, PartialEq)]
struct SInAddressStreet<'a> {
    name: Option<&'a str>,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("presence.map:16:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("name")]),
                    Cow::Borrowed("presence.map:17:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("nick")]),
                    Cow::Borrowed("presence.map:18:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("address")]),
                    Cow::Borrowed("presence.map:19:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("other")]),
                    Cow::Borrowed("presence.map:20:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("presence.map:15:10"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    name: Option<&'a str>,
    nick: Option<&'a str>,
    address: Option<SInAddress<'a>>,
    other: Option<&'a str>,
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
            3 => {
                self.address = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            4 => self.other = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SIn<'a>> {
        Ok(SIn {
            id: decode::filled(self.id)?,
            name: self.name,
            nick: self.nick,
            address: self.address,
            other: self.other,
        })
    }
}

/// How `s.In.address` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("city")]),
                    Cow::Borrowed("presence.map:19:16"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("street")]),
                    Cow::Borrowed("presence.map:19:31"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("presence.map:19:14"),
};

/// What was read of `s.In.address`.
#[derive(Default)]
struct Read1<'a> {
    city: Option<&'a str>,
    street: Option<SInAddressStreet<'a>>,
}

impl<'a> decode::Fields<'a> for Read1<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.city = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => {
                self.street = value
                    .read(|source, at| {
                        let mut fields = Read2::default();
                        decode::object(source, at, &READ_2, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read1<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SInAddress<'a>> {
        Ok(SInAddress {
            city: self.city,
            street: self.street,
        })
    }
}

/// How `s.In.address.street` is read.
static READ_2: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("name")]),
                    Cow::Borrowed("presence.map:19:41"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("presence.map:19:39"),
};

/// What was read of `s.In.address.street`.
#[derive(Default)]
struct Read2<'a> {
    name: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read2<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.name = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read2<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SInAddressStreet<'a>> {
        Ok(SInAddressStreet {
            name: self.name,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 3] = [
    rt::Site {
        place: Cow::Borrowed("presence.map:32:18"),
        target: Cow::Borrowed("first_letter"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("name"))]),
    },
    rt::Site {
        place: Cow::Borrowed("presence.map:33:47"),
        target: Cow::Borrowed("greeting"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("nick"))]),
    },
    rt::Site {
        place: Cow::Borrowed("presence.map:15:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
