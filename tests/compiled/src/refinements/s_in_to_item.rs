//! Maps `s.In` to `Item`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `Item`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_item(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_item_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_item`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_item_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_item`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_item_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_item_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[11], &[], fields.finish())?;
    let l1: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[0],
            &[],
            rt::constraint::text(&RULES_0, cx.bump, l0.sku),
        ),
    );
    let l2: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::constraint::text(&RULES_1, cx.bump, l0.name),
        ),
    );
    let l3: rt::Result<i64> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[2], &[], rt::constraint::int(&RULES_2, l0.score)),
    );
    let l4: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[3], &[], rt::constraint::decimal(&RULES_3, l0.price)),
    );
    let l6: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            match l0.mail {
                Some(l5) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[4],
                            &[],
                            rt::constraint::text(&RULES_4, cx.bump, l5),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l8: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            match l0.site {
                Some(l7) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[5],
                            &[],
                            rt::constraint::text(&RULES_5, cx.bump, l7),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l10: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            match l0.token {
                Some(l9) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[6],
                            &[],
                            rt::constraint::text(&RULES_6, cx.bump, l9),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l12: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            match l0.country {
                Some(l11) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[7],
                            &[],
                            rt::constraint::text(&RULES_7, cx.bump, l11),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l14: rt::Result<Option<&'a str>> = rt::flow::part(
        cx,
        || Ok(
            match l0.currency {
                Some(l13) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[8],
                            &[],
                            rt::constraint::text(&RULES_8, cx.bump, l13),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l17: rt::Result<&'a [&'a str]> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[10],
            &[],
            rt::constraint::items(
                &RULES_10,
                rt::flow::each(
                    cx,
                    l0.tags,
                    |i15, l16, _| {
                        Ok(
                            Some(
                                rt::flow::at(
                                    cx,
                                    &SITES[9],
                                    &[i15],
                                    rt::constraint::text(&RULES_9, cx.bump, l16),
                                )?,
                            ),
                        )
                    },
                )?,
            ),
        ),
    );
    rt::flow::clean(cx)?;
    let l1 = l1?;
    let l2 = l2?;
    let l3 = l3?;
    let l4 = l4?;
    let l6 = l6?;
    let l8 = l8?;
    let l10 = l10?;
    let l12 = l12?;
    let l14 = l14?;
    let l17 = l17?;
    out.extend_from_slice(b"{\"sku\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"name\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"score\":");
    write::text::int(out, l3);
    out.extend_from_slice(b",\"price\":");
    write::text::decimal(out, l4, Some(2), write::text::POINT);
    if let Some(value) = l6 {
        out.extend_from_slice(b",\"mail\":");
        write::string(out, value);
    }
    if let Some(value) = l8 {
        out.extend_from_slice(b",\"site\":");
        write::string(out, value);
    }
    if let Some(value) = l10 {
        out.extend_from_slice(b",\"token\":");
        write::string(out, value);
    }
    if let Some(value) = l12 {
        out.extend_from_slice(b",\"country\":");
        write::string(out, value);
    }
    if let Some(value) = l14 {
        out.extend_from_slice(b",\"currency\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"tags\":");
    write::list(
        out,
        l17,
        |out, item| {
            write::string(out, item);
        },
    );
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    sku: &'a str,
    name: &'a str,
    score: i64,
    price: rt::Decimal,
    mail: Option<&'a str>,
    site: Option<&'a str>,
    token: Option<&'a str>,
    country: Option<&'a str>,
    currency: Option<&'a str>,
    tags: &'a [&'a str],
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("sku")]),
                Cow::Borrowed("refinements.map:20:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("name")]),
                Cow::Borrowed("refinements.map:20:18"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("score")]),
                Cow::Borrowed("refinements.map:20:32"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("price")]),
                Cow::Borrowed("refinements.map:20:44"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("mail")]),
                    Cow::Borrowed("refinements.map:20:60"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("site")]),
                    Cow::Borrowed("refinements.map:20:75"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("token")]),
                    Cow::Borrowed("refinements.map:20:90"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("country")]),
                    Cow::Borrowed("refinements.map:20:106"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("currency")]),
                    Cow::Borrowed("refinements.map:20:124"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("tags")]),
                Cow::Borrowed("refinements.map:20:143"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("refinements.map:19:10"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    sku: Option<&'a str>,
    name: Option<&'a str>,
    score: Option<i64>,
    price: Option<rt::Decimal>,
    mail: Option<&'a str>,
    site: Option<&'a str>,
    token: Option<&'a str>,
    country: Option<&'a str>,
    currency: Option<&'a str>,
    tags: Option<&'a [&'a str]>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.sku = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.name = value.read(|source, _| decode::text(source, Blank::Value))?,
            2 => self.score = value.read(|source, _| decode::int(source, Blank::Value))?,
            3 => {
                self.price = value
                    .read(|source, _| decode::decimal(source, Blank::Value))?;
            }
            4 => self.mail = value.read(|source, _| decode::text(source, Blank::Value))?,
            5 => self.site = value.read(|source, _| decode::text(source, Blank::Value))?,
            6 => self.token = value.read(|source, _| decode::text(source, Blank::Value))?,
            7 => {
                self.country = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            8 => {
                self.currency = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            9 => {
                self.tags = value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, _| decode::text(source, Blank::Value),
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
            sku: decode::filled(self.sku)?,
            name: decode::filled(self.name)?,
            score: decode::filled(self.score)?,
            price: decode::filled(self.price)?,
            mail: self.mail,
            site: self.site,
            token: self.token,
            country: self.country,
            currency: self.currency,
            tags: decode::filled(self.tags)?,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Pattern(rt::constraint::Pattern::new("^[A-Z]{3}-\\d+$")),
];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 1] = [
    rt::Constraint::Length {
        min: 1,
        max: Some(5),
    },
];

/// What a type of the mapping demands.
static RULES_2: [rt::Constraint; 1] = [
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(0, 0, 0, false, 0)),
        max: Some(rt::Decimal::from_parts(100, 0, 0, false, 0)),
    },
];

/// What a type of the mapping demands.
static RULES_3: [rt::Constraint; 2] = [
    rt::Constraint::Digits {
        precision: 6,
        scale: 2,
    },
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(0, 0, 0, false, 0)),
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_4: [rt::Constraint; 1] = [rt::Constraint::Email];

/// What a type of the mapping demands.
static RULES_5: [rt::Constraint; 1] = [rt::Constraint::Url];

/// What a type of the mapping demands.
static RULES_6: [rt::Constraint; 1] = [rt::Constraint::Uuid];

/// What a type of the mapping demands.
static RULES_7: [rt::Constraint; 1] = [rt::Constraint::Country];

/// What a type of the mapping demands.
static RULES_8: [rt::Constraint; 1] = [rt::Constraint::Currency];

/// What a type of the mapping demands.
static RULES_9: [rt::Constraint; 1] = [
    rt::Constraint::Length {
        min: 1,
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_10: [rt::Constraint; 1] = [
    rt::Constraint::Items {
        min: 1,
        max: Some(2),
    },
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 12] = [
    rt::Site {
        place: Cow::Borrowed("refinements.map:25:9"),
        target: Cow::Borrowed("sku"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("sku"))]),
    },
    rt::Site {
        place: Cow::Borrowed("refinements.map:25:21"),
        target: Cow::Borrowed("name"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("name"))]),
    },
    rt::Site {
        place: Cow::Borrowed("refinements.map:25:35"),
        target: Cow::Borrowed("score"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("score"))]),
    },
    rt::Site {
        place: Cow::Borrowed("refinements.map:25:50"),
        target: Cow::Borrowed("price"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("price"))]),
    },
    rt::Site {
        place: Cow::Borrowed("refinements.map:25:64"),
        target: Cow::Borrowed("mail"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("mail"))]),
    },
    rt::Site {
        place: Cow::Borrowed("refinements.map:25:77"),
        target: Cow::Borrowed("site"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("site"))]),
    },
    rt::Site {
        place: Cow::Borrowed("refinements.map:25:91"),
        target: Cow::Borrowed("token"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("token"))]),
    },
    rt::Site {
        place: Cow::Borrowed("refinements.map:25:108"),
        target: Cow::Borrowed("country"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("country"))]),
    },
    rt::Site {
        place: Cow::Borrowed("refinements.map:25:128"),
        target: Cow::Borrowed("currency"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("currency"))]),
    },
    rt::Site {
        place: Cow::Borrowed("refinements.map:25:145"),
        target: Cow::Borrowed("tags"),
        pointer: Cow::Borrowed(
            &[rt::Segment::Key(Cow::Borrowed("tags")), rt::Segment::Index(0)],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("refinements.map:25:145"),
        target: Cow::Borrowed("tags"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("tags"))]),
    },
    rt::Site {
        place: Cow::Borrowed("refinements.map:19:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
