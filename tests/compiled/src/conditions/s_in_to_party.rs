//! Maps `s.In` to `Party`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `Party`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_party(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_party_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_party`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_party_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_party`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_party_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_party_in)
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
    let l1: bool = l0.firm;
    let l2: &'a str = l0.id;
    let l3: u32 = if l1 { 1_u32 } else { 0_u32 };
    let l4: &'a str = if l1 { rt::library::text::upper(cx, l0.name) } else { l0.name };
    let l6: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            if l1 {
                Some(
                    (match l0.vat {
                        Some(l5) => Ok(l5),
                        None => {
                            Err::<
                                _,
                                rt::Fail,
                            >(
                                rt::flow::problem(
                                    "no_vat",
                                    "a firm needs a VAT number",
                                    &SITES[0],
                                    &[],
                                ),
                            )
                        }
                    })?,
                )
            } else {
                None
            },
        ),
    );
    let l8: PartyContact<'a> = PartyContact {
        mail: match l0.mail {
            Some(l7) => Some(rt::library::text::lower(cx, l7)),
            None => None,
        },
        phone: l0.phone,
    };
    let l11: Option<PartySeat<'a>> = match l0.place {
        Some(l9) => {
            Some(PartySeat {
                city: l9.city,
                country: l9.land.unwrap_or("XX"),
            })
        }
        None => None,
    };
    let l12: Option<&'a str> = None;
    rt::flow::clean(cx)?;
    let l6 = l6?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"kind\":");
    write::string(out, rt::flow::wire(&ENUM_0, l3));
    out.extend_from_slice(b",\"name\":");
    write::string(out, l4);
    if let Some(value) = l6 {
        out.extend_from_slice(b",\"vat\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"contact\":");
    write_1(out, &l8);
    if let Some(value) = l11 {
        out.extend_from_slice(b",\"seat\":");
        write_2(out, &value);
    }
    if let Some(value) = l12 {
        out.extend_from_slice(b",\"loyalty\":");
        write::string(out, value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: &'a str,
    firm: bool,
    name: &'a str,
    vat: Option<&'a str>,
    mail: Option<&'a str>,
    phone: Option<&'a str>,
    place: Option<SInPlace<'a>>,
}

/// What this route knows of a `Party.contact`.
#[derive(Clone, Copy, PartialEq)]
struct PartyContact<'a> {
    mail: Option<&'a str>,
    phone: Option<&'a str>,
}

/// What this route knows of a `Party.seat`.
#[derive(Clone, Copy, PartialEq)]
struct PartySeat<'a> {
    city: &'a str,
    country: &'a str,
}

/// What this route knows of a `s.In.place`.
#[derive(Clone, Copy, PartialEq)]
struct SInPlace<'a> {
    city: &'a str,
    land: Option<&'a str>,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("conditions.map:15:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("firm")]),
                Cow::Borrowed("conditions.map:16:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("name")]),
                Cow::Borrowed("conditions.map:17:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("vat")]),
                    Cow::Borrowed("conditions.map:18:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("mail")]),
                    Cow::Borrowed("conditions.map:19:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("phone")]),
                    Cow::Borrowed("conditions.map:20:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("place")]),
                    Cow::Borrowed("conditions.map:21:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("internal")]),
                    Cow::Borrowed("conditions.map:22:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("conditions.map:14:10"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    firm: Option<bool>,
    name: Option<&'a str>,
    vat: Option<&'a str>,
    mail: Option<&'a str>,
    phone: Option<&'a str>,
    place: Option<SInPlace<'a>>,
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
                self.firm = value
                    .read(|source, _| decode::boolean(source, Blank::Value))?;
            }
            2 => self.name = value.read(|source, _| decode::text(source, Blank::Value))?,
            3 => self.vat = value.read(|source, _| decode::text(source, Blank::Value))?,
            4 => self.mail = value.read(|source, _| decode::text(source, Blank::Value))?,
            5 => self.phone = value.read(|source, _| decode::text(source, Blank::Value))?,
            6 => {
                self.place = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            7 => {
                value
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

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SIn<'a>> {
        Ok(SIn {
            id: decode::filled(self.id)?,
            firm: decode::filled(self.firm)?,
            name: decode::filled(self.name)?,
            vat: self.vat,
            mail: self.mail,
            phone: self.phone,
            place: self.place,
        })
    }
}

/// How `s.In.place` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("city")]),
                Cow::Borrowed("conditions.map:21:14"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("land")]),
                    Cow::Borrowed("conditions.map:21:28"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("zone")]),
                    Cow::Borrowed("conditions.map:21:43"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("conditions.map:21:12"),
};

/// What was read of `s.In.place`.
#[derive(Default)]
struct Read1<'a> {
    city: Option<&'a str>,
    land: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read1<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.city = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.land = value.read(|source, _| decode::text(source, Blank::Value))?,
            2 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read1<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SInPlace<'a>> {
        Ok(SInPlace {
            city: decode::filled(self.city)?,
            land: self.land,
        })
    }
}

/// How `` is read.
static READ_2: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("a")]),
                    Cow::Borrowed("conditions.map:22:17"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("b")]),
                    Cow::Borrowed("conditions.map:22:26"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("conditions.map:22:15"),
};

/// What was read of ``.
#[derive(Default)]
struct Read2 {}
impl<'a> decode::Fields<'a> for Read2 {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                value.read(|source, _| decode::int(source, Blank::Value))?;
            }
            1 => {
                value.read(|source, _| decode::int(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl Read2 {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<()> {
        Ok(())
    }
}

/// Writes a `Party.contact`.
fn write_1(out: &mut Vec<u8>, record: &PartyContact<'_>) {
    out.push(b'{');
    let start = out.len();
    if let Some(value) = record.mail {
        out.extend_from_slice(b"\"mail\":");
        write::string(out, value);
    }
    if let Some(value) = record.phone {
        if out.len() > start {
            out.push(b',');
        }
        out.extend_from_slice(b"\"phone\":");
        write::string(out, value);
    }
    out.push(b'}');
}

/// Writes a `Party.seat`.
fn write_2(out: &mut Vec<u8>, record: &PartySeat<'_>) {
    out.extend_from_slice(b"{\"city\":");
    write::string(out, record.city);
    out.extend_from_slice(b",\"country\":");
    write::string(out, record.country);
    out.push(b'}');
}

/// Texts of `"person" | "firm"`, by member.
static ENUM_0: [Cow<'static, str>; 2] = [Cow::Borrowed("person"), Cow::Borrowed("firm")];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("conditions.map:31:19"),
        target: Cow::Borrowed("vat"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("vat"))]),
    },
    rt::Site {
        place: Cow::Borrowed("conditions.map:14:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
