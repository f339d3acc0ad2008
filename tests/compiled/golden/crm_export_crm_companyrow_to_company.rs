//! Maps `crm.CompanyRow` to `Company`.

#![allow(clippy::style, clippy::complexity)]
#![allow(clippy::eq_op, clippy::overly_complex_bool_expr, clippy::ifs_same_cond, clippy::approx_constant)]

use std::borrow::Cow;
use std::sync::LazyLock;
use mapc_runtime as rt;
use rt::codec;
use rt::codec::Codec;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `crm.CompanyRow` to a `Company`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn crm_companyrow_to_company(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    crm_companyrow_to_company_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`crm_companyrow_to_company`], within a context that afterwards holds the notices of the record.
pub fn crm_companyrow_to_company_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`crm_companyrow_to_company`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn crm_companyrow_to_company_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, crm_companyrow_to_company_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[7], &[], fields.finish())?;
    if l0.is_deleted {
        let l1: rt::Result<&'a str> = rt::flow::part(
            cx,
            || rt::flow::at(
                cx,
                &SITES[6],
                &[],
                rt::flow::looked(cx, l0.id)
                    .and_then(|value| rt::constraint::text(&RULES_0, cx.bump, value)),
            ),
        );
        rt::flow::clean(cx)?;
        let l1 = l1?;
        let begun = out.len();
        out.extend_from_slice(b"{\"id\":");
        write::To::output(cx, &SITES[6], "id").put(codec::Texts.json(out, l1));
        out.push(b'}');
        write::end(cx, out, begun)?;
        return Ok(rt::Outcome::Deleted);
    }
    let l2: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[0],
            &[],
            rt::flow::looked(cx, l0.id)
                .and_then(|value| rt::constraint::text(&RULES_0, cx.bump, value)),
        ),
    );
    let l3: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::flow::looked(cx, l0.property_name)
                .and_then(|value| rt::constraint::text(&RULES_0, cx.bump, value)),
        ),
    );
    let l4: Option<&'a str> = l0.property_industry;
    let l5: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[3], &[], table0_country_code(l0.property_country)),
    );
    let l7: rt::Result<Option<rt::Decimal>> = rt::flow::part(
        cx,
        || Ok(
            match l0.property_annualrevenue {
                Some(l6) => {
                    Some(
                        rt::flow::at(
                            cx,
                            &SITES[4],
                            &[],
                            rt::constraint::decimal(&RULES_1, l6),
                        )?,
                    )
                }
                None => None,
            },
        ),
    );
    let l8: rt::Timestamp = l0.property_createdate;
    rt::flow::clean(cx)?;
    let l2 = l2?;
    let l3 = l3?;
    let l5 = l5?;
    let l7 = l7?;
    let begun = out.len();
    out.extend_from_slice(b"{\"id\":");
    write::To::output(cx, &SITES[0], "id").put(codec::Texts.json(out, l2));
    out.extend_from_slice(b",\"name\":");
    write::To::output(cx, &SITES[1], "name").put(codec::Texts.json(out, l3));
    if let Some(value) = l4 {
        out.extend_from_slice(b",\"industry\":");
        write::To::output(cx, &SITES[2], "industry").put(codec::Texts.json(out, value));
    }
    out.extend_from_slice(b",\"country\":");
    write::To::output(cx, &SITES[3], "country").put(codec::Texts.json(out, l5));
    if let Some(value) = l7 {
        out.extend_from_slice(b",\"yearly_revenue\":");
        write::To::output(cx, &SITES[4], "yearly_revenue")
            .put(codec::Decimals(Some(2)).json(out, value));
    }
    out.extend_from_slice(b",\"since\":");
    write::To::output(cx, &SITES[5], "since").put(codec::IsoTimestamp.json(out, l8));
    out.push(b'}');
    write::end(cx, out, begun)?;
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `crm.CompanyRow`.
#[derive(Clone, Copy, PartialEq)]
struct CrmCompanyRow<'a> {
    id: &'a str,
    is_deleted: bool,
    property_name: &'a str,
    property_industry: Option<&'a str>,
    property_createdate: rt::Timestamp,
    property_country: &'a str,
    property_annualrevenue: Option<rt::Decimal>,
}

/// How `crm.CompanyRow` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("crm.map:19:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("is_deleted")]),
                Cow::Borrowed("crm.map:20:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("property_name")]),
                Cow::Borrowed("crm.map:21:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("property_industry")]),
                    Cow::Borrowed("crm.map:22:5"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("property_createdate")]),
                Cow::Borrowed("crm.map:23:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("property_country")]),
                Cow::Borrowed("crm.map:24:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("property_annualrevenue")]),
                    Cow::Borrowed("crm.map:25:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(
                        &[Cow::Borrowed("property_hs_all-funky-a9384-syntax")],
                    ),
                    Cow::Borrowed("crm.map:26:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("crm.map:18:10"),
};

/// What was read of `crm.CompanyRow`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    is_deleted: Option<bool>,
    property_name: Option<&'a str>,
    property_industry: Option<&'a str>,
    property_createdate: Option<rt::Timestamp>,
    property_country: Option<&'a str>,
    property_annualrevenue: Option<rt::Decimal>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.id = value
                    .read(|source, _| codec::Texts.read(source, Blank::Absent))?;
            }
            1 => {
                self.is_deleted = value
                    .read(|source, _| codec::TrueFalse.read(source, Blank::Absent))?;
            }
            2 => {
                self.property_name = value
                    .read(|source, _| codec::Texts.read(source, Blank::Absent))?;
            }
            3 => {
                self.property_industry = value
                    .read(|source, _| codec::Texts.read(source, Blank::Absent))?;
            }
            4 => {
                self.property_createdate = value
                    .read(|source, _| CODEC_0.read(source, Blank::Absent))?;
            }
            5 => {
                self.property_country = value
                    .read(|source, _| codec::Texts.read(source, Blank::Absent))?;
            }
            6 => {
                self.property_annualrevenue = value
                    .read(|source, _| codec::Decimals(None).read(source, Blank::Absent))?;
            }
            7 => {
                value.read(|source, _| codec::Ints.read(source, Blank::Absent))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<CrmCompanyRow<'a>> {
        Ok(CrmCompanyRow {
            id: decode::filled(self.id)?,
            is_deleted: decode::filled(self.is_deleted)?,
            property_name: decode::filled(self.property_name)?,
            property_industry: self.property_industry,
            property_createdate: decode::filled(self.property_createdate)?,
            property_country: decode::filled(self.property_country)?,
            property_annualrevenue: self.property_annualrevenue,
        })
    }
}

/// Table `CountryCode`.
fn table0_country_code<'a>(key: &'a str) -> rt::Result<&'a str> {
    match key {
        "United States" => Ok("US"),
        "United Kingdom" => Ok("GB"),
        "Germany" => Ok("DE"),
        _ => Err(rt::flow::not_in_table("CountryCode")),
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Length {
        min: 1,
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 2] = [
    rt::Constraint::Digits {
        precision: 15,
        scale: 2,
    },
    rt::Constraint::Range {
        min: Some(rt::Decimal::from_parts(0, 0, 0, false, 0)),
        max: None,
    },
];

/// A wire form of the mapping.
static CODEC_0: LazyLock<codec::TimestampBy> = LazyLock::new(|| {
    codec::TimestampBy::new("yyyy-MM-dd H:mm:ss", Some("UTC"))
        .expect("checked when the mapping was compiled")
});

/// Places in the mapping that problems name.
static SITES: [rt::Site; 8] = [
    rt::Site {
        place: Cow::Borrowed("crm.map:52:20"),
        target: Cow::Borrowed("id"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("id"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:53:20"),
        target: Cow::Borrowed("name"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("property_name"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:54:20"),
        target: Cow::Borrowed("industry"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("property_industry"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:55:20"),
        target: Cow::Borrowed("country"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("property_country"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:56:20"),
        target: Cow::Borrowed("yearly_revenue"),
        pointer: Cow::Borrowed(
            &[rt::Segment::Key(Cow::Borrowed("property_annualrevenue"))],
        ),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:57:20"),
        target: Cow::Borrowed("since"),
        pointer: Cow::Borrowed(
            &[rt::Segment::Key(Cow::Borrowed("property_createdate"))],
        ),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:50:33"),
        target: Cow::Borrowed("id"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("id"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("crm.map:18:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
        operands: Cow::Borrowed(&[]),
    },
];
