//! Maps `s.In` to `Firm`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `Firm`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_firm(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_firm_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_firm`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_firm_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_firm`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_firm_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_firm_in)
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
    let l4 = rt::flow::Let::new(|| -> rt::Result<Option<SInAddresses<'a>>> {
        rt::flow::at(
            cx,
            &SITES[0],
            &[],
            rt::library::list::prefer_3(
                cx,
                l0.addresses,
                |l1: SInAddresses<'a>| Ok(l1.kind == "legal"),
                |l2: SInAddresses<'a>| Ok(l2.primary),
                |l3: SInAddresses<'a>| Ok(l3.active),
            ),
        )
    });
    let l5: &'a str = l0.id;
    let l7: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            match l4.read(cx)? {
                Some(l6) => Some(l6.city),
                None => None,
            },
        ),
    );
    let l9: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            match l4.read(cx)? {
                Some(l8) => Some(l8.country),
                None => None,
            },
        ),
    );
    let l11: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            match l4.read(cx)? {
                Some(l10) => Some(l10.kind),
                None => None,
            },
        ),
    );
    rt::flow::clean(cx)?;
    let l7 = l7?;
    let l9 = l9?;
    let l11 = l11?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l5);
    if let Some(value) = l7 {
        out.extend_from_slice(b",\"city\":");
        write::string(out, value);
    }
    if let Some(value) = l9 {
        out.extend_from_slice(b",\"country\":");
        write::string(out, value);
    }
    if let Some(value) = l11 {
        out.extend_from_slice(b",\"choice\":");
        write::string(out, value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: &'a str,
    addresses: &'a [SInAddresses<'a>],
}

/// What this route knows of a `s.In.addresses`.
#[derive(Clone, Copy, PartialEq)]
struct SInAddresses<'a> {
    kind: &'a str,
    city: &'a str,
    country: &'a str,
    primary: bool,
    active: bool,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("hard_05_ranked_choice.map:7:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("addresses")]),
                Cow::Borrowed("hard_05_ranked_choice.map:8:5"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("hard_05_ranked_choice.map:6:10"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    addresses: Option<&'a [SInAddresses<'a>]>,
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
                self.addresses = value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, at| {
                                let mut fields = Read1::default();
                                decode::object(source, at, &READ_1, &mut fields)?;
                                Ok(fields.finish()?)
                            },
                        ),
                    ))?;
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
            addresses: decode::filled(self.addresses)?,
        })
    }
}

/// How `s.In.addresses` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("kind")]),
                Cow::Borrowed("hard_05_ranked_choice.map:8:19"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("city")]),
                Cow::Borrowed("hard_05_ranked_choice.map:8:33"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("country")]),
                Cow::Borrowed("hard_05_ranked_choice.map:8:47"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("primary")]),
                    Cow::Borrowed("hard_05_ranked_choice.map:8:64"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("active")]),
                    Cow::Borrowed("hard_05_ranked_choice.map:8:87"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("hard_05_ranked_choice.map:8:17"),
};

/// What was read of `s.In.addresses`.
#[derive(Default)]
struct Read1<'a> {
    kind: Option<&'a str>,
    city: Option<&'a str>,
    country: Option<&'a str>,
    primary: Option<bool>,
    active: Option<bool>,
}

impl<'a> decode::Fields<'a> for Read1<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.kind = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.city = value.read(|source, _| decode::text(source, Blank::Value))?,
            2 => {
                self.country = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            3 => {
                self.primary = value
                    .read(|source, _| decode::boolean(source, Blank::Value))?;
            }
            4 => {
                self.active = value
                    .read(|source, _| decode::boolean(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read1<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SInAddresses<'a>> {
        Ok(SInAddresses {
            kind: decode::filled(self.kind)?,
            city: decode::filled(self.city)?,
            country: decode::filled(self.country)?,
            primary: self.primary.unwrap_or(false),
            active: self.active.unwrap_or(false),
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("hard_05_ranked_choice.map:13:14"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("addresses"))]),
    },
    rt::Site {
        place: Cow::Borrowed("hard_05_ranked_choice.map:6:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
