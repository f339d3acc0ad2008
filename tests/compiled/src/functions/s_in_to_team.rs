//! Maps `s.In` to `Team`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `Team`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_team(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_team_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_team`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_team_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_team`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_team_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_team_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[4], &[], fields.finish())?;
    let l1: &'a str = rt::library::conversion::int_to_string(cx, l0.id);
    let l2: rt::Result<Member<'a>> = rt::flow::part(
        cx,
        || rt::flow::call(cx, &SITES[0], &[], || f0_s_person_member(cx, l0.lead)),
    );
    let l4: rt::Result<Option<Member<'a>>> = rt::flow::part(
        cx,
        || Ok(
            match l0.second {
                Some(l3) => {
                    Some(
                        rt::flow::call(
                            cx,
                            &SITES[1],
                            &[],
                            || f0_s_person_member(cx, l3),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l7: rt::Result<&'a [Member<'a>]> = rt::flow::part(
        cx,
        || rt::flow::each(
            cx,
            l0.people,
            |i5, l6, _| {
                Ok(
                    Some(
                        rt::flow::call(
                            cx,
                            &SITES[2],
                            &[i5],
                            || f0_s_person_member(cx, l6),
                        )?,
                    ),
                )
            },
        ),
    );
    let l8: &'a str = rt::flow::concat(
        cx,
        &[
            rt::library::conversion::int_to_string(cx, l0.id),
            ": ",
            l0.lead.last,
            " {",
            rt::library::conversion::bool_to_string(cx, l0.open),
            "} ",
            rt::library::conversion::decimal_to_string(cx, l0.share),
            "\t",
            rt::library::conversion::int_to_string(
                cx,
                rt::library::list::count(cx, l0.people),
            ),
        ],
    );
    let l12: rt::Result<&'a [&'a str]> = rt::flow::part(
        cx,
        || rt::flow::each(
            cx,
            l0.people,
            |i9, l10, l11| {
                Ok(
                    Some(
                        rt::flow::call(
                            cx,
                            &SITES[3],
                            &[i9],
                            || f1_code(cx, l10.last, l11),
                        )?,
                    ),
                )
            },
        ),
    );
    rt::flow::clean(cx)?;
    let l2 = l2?;
    let l4 = l4?;
    let l7 = l7?;
    let l12 = l12?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"lead\":");
    write_1(out, &l2);
    if let Some(value) = l4 {
        out.extend_from_slice(b",\"second\":");
        write_1(out, &value);
    }
    out.extend_from_slice(b",\"members\":");
    write::list(
        out,
        l7,
        |out, item| {
            write_1(out, &item);
        },
    );
    out.extend_from_slice(b",\"label\":");
    write::string(out, l8);
    out.extend_from_slice(b",\"codes\":");
    write::list(
        out,
        l12,
        |out, item| {
            write::string(out, item);
        },
    );
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// `s.Person -> Member`
fn f0_s_person_member<'a>(cx: &rt::Cx<'a>, l0: SPerson<'a>) -> rt::Result<Member<'a>> {
    Ok({
        let p0 = f2_full_name(cx, l0.first, l0.last);
        let p1 = rt::flow::part(
            cx,
            || Ok(
                match match match l0.mail {
                    Some(l1) => Some(rt::library::text::trim(cx, l1)),
                    None => None,
                } {
                    Some(l2) => Some(rt::library::text::lower(cx, l2)),
                    None => None,
                } {
                    Some(l3) => {
                        Some(
                            rt::flow::at(
                                cx,
                                &SITES[5],
                                &[],
                                rt::constraint::text(&RULES_0, cx.bump, l3),
                            )?,
                        )
                    }
                    None => None,
                },
            ),
        );
        rt::flow::join(&[p1.as_ref().err()])?;
        Member { name: p0, mail: p1? }
    })
}

/// `code`
fn f1_code<'a>(cx: &rt::Cx<'a>, l0: &'a str, l1: i64) -> rt::Result<&'a str> {
    let l2 = rt::flow::Let::new(|| -> rt::Result<&'a str> {
        rt::flow::at(
            cx,
            &SITES[6],
            &[],
            rt::library::text::substring(
                cx,
                rt::library::text::upper(cx, l0),
                0_i64,
                3_i64,
            ),
        )
    });
    Ok(
        rt::flow::concat(
            cx,
            &[l2.read(cx)?, "-", rt::library::conversion::int_to_string(cx, l1)],
        ),
    )
}

/// `full_name`
fn f2_full_name<'a>(cx: &rt::Cx<'a>, l0: Option<&'a str>, l1: &'a str) -> &'a str {
    rt::library::text::join_present(cx, rt::flow::list(cx, &[l0, Some(l1)]), " ")
}

/// What this route knows of a `Member`.
#[derive(Clone, Copy, PartialEq)]
struct Member<'a> {
    name: &'a str,
    mail: Option<&'a str>,
}

/// What this route knows of a `s.Person`.
#[derive(Clone, Copy, PartialEq)]
struct SPerson<'a> {
    first: Option<&'a str>,
    last: &'a str,
    mail: Option<&'a str>,
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: i64,
    lead: SPerson<'a>,
    second: Option<SPerson<'a>>,
    people: &'a [SPerson<'a>],
    open: bool,
    share: rt::Decimal,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("functions.map:8:15"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("lead")]),
                Cow::Borrowed("functions.map:8:24"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("second")]),
                    Cow::Borrowed("functions.map:8:38"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("people")]),
                Cow::Borrowed("functions.map:8:55"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("open")]),
                Cow::Borrowed("functions.map:8:73"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("share")]),
                Cow::Borrowed("functions.map:8:85"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("functions.map:8:10"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<i64>,
    lead: Option<SPerson<'a>>,
    second: Option<SPerson<'a>>,
    people: Option<&'a [SPerson<'a>]>,
    open: Option<bool>,
    share: Option<rt::Decimal>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::int(source, Blank::Value))?,
            1 => {
                self.lead = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            2 => {
                self.second = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            3 => {
                self.people = value
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
            4 => {
                self.open = value
                    .read(|source, _| decode::boolean(source, Blank::Value))?;
            }
            5 => {
                self.share = value
                    .read(|source, _| decode::decimal(source, Blank::Value))?;
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
            lead: decode::filled(self.lead)?,
            second: self.second,
            people: decode::filled(self.people)?,
            open: decode::filled(self.open)?,
            share: decode::filled(self.share)?,
        })
    }
}

/// How `s.Person` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("first")]),
                    Cow::Borrowed("functions.map:7:19"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("last")]),
                Cow::Borrowed("functions.map:7:35"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("mail")]),
                    Cow::Borrowed("functions.map:7:49"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("functions.map:7:10"),
};

/// What was read of `s.Person`.
#[derive(Default)]
struct Read1<'a> {
    first: Option<&'a str>,
    last: Option<&'a str>,
    mail: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read1<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.first = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.last = value.read(|source, _| decode::text(source, Blank::Value))?,
            2 => self.mail = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read1<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SPerson<'a>> {
        Ok(SPerson {
            first: self.first,
            last: decode::filled(self.last)?,
            mail: self.mail,
        })
    }
}

/// Writes a `Member`.
fn write_1(out: &mut Vec<u8>, record: &Member<'_>) {
    out.extend_from_slice(b"{\"name\":");
    write::string(out, record.name);
    if let Some(value) = record.mail {
        out.extend_from_slice(b",\"mail\":");
        write::string(out, value);
    }
    out.push(b'}');
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Email];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 7] = [
    rt::Site {
        place: Cow::Borrowed("functions.map:25:13"),
        target: Cow::Borrowed("lead"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("lead"))]),
    },
    rt::Site {
        place: Cow::Borrowed("functions.map:26:13"),
        target: Cow::Borrowed("second"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("second"))]),
    },
    rt::Site {
        place: Cow::Borrowed("functions.map:27:32"),
        target: Cow::Borrowed("members"),
        pointer: Cow::Borrowed(
            &[rt::Segment::Key(Cow::Borrowed("people")), rt::Segment::Index(0)],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("functions.map:29:43"),
        target: Cow::Borrowed("codes"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("people")),
                rt::Segment::Index(0),
                rt::Segment::Key(Cow::Borrowed("last")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("functions.map:8:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("functions.map:20:10"),
        target: Cow::Borrowed("mail"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("mail"))]),
    },
    rt::Site {
        place: Cow::Borrowed("functions.map:14:15"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
