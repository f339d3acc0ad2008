//! Maps `crm.Deal` to `Deal`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `crm.Deal` to a `Deal`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn crm_deal_to_deal(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    crm_deal_to_deal_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`crm_deal_to_deal`], within a context that afterwards holds the notices of the record.
pub fn crm_deal_to_deal_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`crm_deal_to_deal`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn crm_deal_to_deal_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, crm_deal_to_deal_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[3], &[], fields.finish())?;
    let l1: CrmDealProperties<'a> = l0.properties;
    let l2: &'a str = l0.id;
    let l3: &'a str = l1.dealname;
    let l5: rt::Result<Option<rt::Decimal>> = rt::flow::part(
        cx,
        || Ok(
            match l1.amount {
                Some(l4) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[0],
                            &[],
                            rt::constraint::decimal(&RULES_0, l4),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l8: rt::Result<Option<rt::Date>> = rt::flow::part(
        cx,
        || Ok(
            match match l1.closedate {
                Some(l6) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[1],
                            &[],
                            rt::library::date::in_zone(cx, l6, "UTC"),
                        )?,
                    )
                }
                None => None,
            } {
                Some(l7) => Some(rt::library::date::to_date(cx, l7)),
                None => None,
            },
        ),
    );
    let l11: u32 = (match l1.dealstage {
        Some(l9) => Some(table0_deal_stage(l9)),
        None => None,
    })
        .unwrap_or(0_u32);
    let l13: rt::Result<Option<rt::Decimal>> = rt::flow::part(
        cx,
        || Ok(
            match l1.hs_probability {
                Some(l12) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[2],
                            &[],
                            rt::constraint::decimal(&RULES_1, l12),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l14: Option<&'a str> = l1.hubspot_owner_id;
    let l16: bool = l1.hs_is_archived.unwrap_or(false);
    rt::flow::clean(cx)?;
    let l5 = l5?;
    let l8 = l8?;
    let l13 = l13?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"name\":");
    write::string(out, l3);
    if let Some(value) = l5 {
        out.extend_from_slice(b",\"amount\":");
        write::text::decimal(out, value, Some(2), write::text::POINT);
    }
    if let Some(value) = l8 {
        out.extend_from_slice(b",\"close_date\":");
        out.push(b'"');
        write::text::date(out, value);
        out.push(b'"');
    }
    out.extend_from_slice(b",\"stage\":");
    write::string(out, rt::flow::wire(&ENUM_0, l11));
    if let Some(value) = l13 {
        out.extend_from_slice(b",\"probability\":");
        write::text::decimal(out, value, Some(4), write::text::POINT);
    }
    if let Some(value) = l14 {
        out.extend_from_slice(b",\"owner\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"archived\":");
    write::text::boolean(out, l16);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `crm.Deal`.
#[derive(Clone, Copy, PartialEq)]
struct CrmDeal<'a> {
    id: &'a str,
    properties: CrmDealProperties<'a>,
}

/// What this route knows of a `crm.Deal.properties`.
#[derive(Clone, Copy, PartialEq)]
struct CrmDealProperties<'a> {
    dealname: &'a str,
    amount: Option<rt::Decimal>,
    closedate: Option<rt::Timestamp>,
    dealstage: Option<&'a str>,
    hs_probability: Option<rt::Decimal>,
    hubspot_owner_id: Option<&'a str>,
    hs_is_archived: Option<bool>,
}

/// How `crm.Deal` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("hard_02_property_bag.map:18:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("properties")]),
                Cow::Borrowed("hard_02_property_bag.map:19:5"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("hard_02_property_bag.map:17:10"),
};

/// What was read of `crm.Deal`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    properties: Option<CrmDealProperties<'a>>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Absent))?,
            1 => {
                self.properties = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
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
    fn finish(self) -> rt::Result<CrmDeal<'a>> {
        Ok(CrmDeal {
            id: decode::filled(self.id)?,
            properties: decode::filled(self.properties)?,
        })
    }
}

/// How `crm.Deal.properties` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("dealname")]),
                Cow::Borrowed("hard_02_property_bag.map:20:7"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("amount")]),
                    Cow::Borrowed("hard_02_property_bag.map:21:7"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("closedate")]),
                    Cow::Borrowed("hard_02_property_bag.map:22:7"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("dealstage")]),
                    Cow::Borrowed("hard_02_property_bag.map:23:7"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("hs_probability")]),
                    Cow::Borrowed("hard_02_property_bag.map:24:7"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("hubspot_owner_id")]),
                    Cow::Borrowed("hard_02_property_bag.map:25:7"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("hs_is_archived")]),
                    Cow::Borrowed("hard_02_property_bag.map:26:7"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("hard_02_property_bag.map:19:17"),
};

/// What was read of `crm.Deal.properties`.
#[derive(Default)]
struct Read1<'a> {
    dealname: Option<&'a str>,
    amount: Option<rt::Decimal>,
    closedate: Option<rt::Timestamp>,
    dealstage: Option<&'a str>,
    hs_probability: Option<rt::Decimal>,
    hubspot_owner_id: Option<&'a str>,
    hs_is_archived: Option<bool>,
}

impl<'a> decode::Fields<'a> for Read1<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.dealname = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            1 => {
                self.amount = value
                    .read(|source, _| decode::decimal_text(source, Blank::Absent))?;
            }
            2 => {
                self.closedate = value
                    .read(|source, _| decode::timestamp(source, Blank::Absent))?;
            }
            3 => {
                self.dealstage = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            4 => {
                self.hs_probability = value
                    .read(|source, _| decode::decimal_text(source, Blank::Absent))?;
            }
            5 => {
                self.hubspot_owner_id = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            6 => {
                self.hs_is_archived = value
                    .read(|source, _| decode::words(
                        source,
                        Blank::Absent,
                        "true",
                        "false",
                    ))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read1<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<CrmDealProperties<'a>> {
        Ok(CrmDealProperties {
            dealname: decode::filled(self.dealname)?,
            amount: self.amount,
            closedate: self.closedate,
            dealstage: self.dealstage,
            hs_probability: self.hs_probability,
            hubspot_owner_id: self.hubspot_owner_id,
            hs_is_archived: self.hs_is_archived,
        })
    }
}

/// Table `DealStage`.
fn table0_deal_stage<'a>(key: &'a str) -> u32 {
    match key {
        "closedwon" => 1_u32,
        "closedlost" => 2_u32,
        _ => 0_u32,
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Digits {
        precision: 14,
        scale: 2,
    },
];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 2] = [
    rt::Constraint::Digits {
        precision: 5,
        scale: 4,
    },
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(0, 0, 0, false, 0)),
        max: Some(rt::Decimal::from_parts(1, 0, 0, false, 0)),
    },
];

/// Texts of `Stage`, by member.
static ENUM_0: [Cow<'static, str>; 3] = [
    Cow::Borrowed("open"),
    Cow::Borrowed("won"),
    Cow::Borrowed("lost"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 4] = [
    rt::Site {
        place: Cow::Borrowed("hard_02_property_bag.map:37:17"),
        target: Cow::Borrowed("amount"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("properties")),
                rt::Segment::Key(Cow::Borrowed("amount")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("hard_02_property_bag.map:38:17"),
        target: Cow::Borrowed("close_date"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("properties")),
                rt::Segment::Key(Cow::Borrowed("closedate")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("hard_02_property_bag.map:40:17"),
        target: Cow::Borrowed("probability"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("properties")),
                rt::Segment::Key(Cow::Borrowed("hs_probability")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("hard_02_property_bag.map:17:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
