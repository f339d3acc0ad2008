//! Maps `crm.Row` to `Account`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use std::sync::LazyLock;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `crm.Row` to a `Account`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn crm_row_to_account(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    crm_row_to_account_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`crm_row_to_account`], within a context that afterwards holds the notices of the record.
pub fn crm_row_to_account_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`crm_row_to_account`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn crm_row_to_account_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, crm_row_to_account_in)
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
    let l2: &'a str = l0.name;
    let l3: &'a str = l0.remark;
    let l5: rt::Result<Option<rt::Decimal>> = rt::flow::part(
        cx,
        || Ok(
            match l0.annual_revenue {
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
    let l6: bool = l0.active;
    let l7: rt::Date = l0.opened;
    let l8: Option<i64> = l0.employees;
    rt::flow::clean(cx)?;
    let l5 = l5?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"name\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"remark\":");
    write::string(out, l3);
    if let Some(value) = l5 {
        out.extend_from_slice(b",\"revenue\":");
        write::text::decimal(out, value, Some(2), write::text::POINT);
    }
    out.extend_from_slice(b",\"active\":");
    write::text::boolean(out, l6);
    out.extend_from_slice(b",\"opened\":");
    out.push(b'"');
    write::text::date(out, l7);
    out.push(b'"');
    if let Some(value) = l8 {
        out.extend_from_slice(b",\"employees\":");
        write::text::int(out, value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `crm.Row`.
#[derive(Clone, Copy, PartialEq)]
struct CrmRow<'a> {
    id: &'a str,
    name: &'a str,
    remark: &'a str,
    annual_revenue: Option<rt::Decimal>,
    active: bool,
    opened: rt::Date,
    employees: Option<i64>,
}

/// How `crm.Row` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("Id")]),
                Cow::Borrowed("hard_18_csv_blanks.map:15:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("Name")]),
                Cow::Borrowed("hard_18_csv_blanks.map:16:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("Remark")]),
                    Cow::Borrowed("hard_18_csv_blanks.map:17:5"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("Annual Revenue")]),
                    Cow::Borrowed("hard_18_csv_blanks.map:18:5"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("Active")]),
                Cow::Borrowed("hard_18_csv_blanks.map:19:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("Opened")]),
                Cow::Borrowed("hard_18_csv_blanks.map:20:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("Employees")]),
                    Cow::Borrowed("hard_18_csv_blanks.map:21:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("hard_18_csv_blanks.map:14:10"),
};

/// What was read of `crm.Row`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    name: Option<&'a str>,
    remark: Option<&'a str>,
    annual_revenue: Option<rt::Decimal>,
    active: Option<bool>,
    opened: Option<rt::Date>,
    employees: Option<i64>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Absent))?,
            1 => self.name = value.read(|source, _| decode::text(source, Blank::Absent))?,
            2 => {
                self.remark = value
                    .read(|source, _| decode::text(source, Blank::Absent))?;
            }
            3 => {
                self.annual_revenue = value
                    .read(|source, _| decode::decimal(source, Blank::Absent))?;
            }
            4 => {
                self.active = value
                    .read(|source, _| decode::words(
                        source,
                        Blank::Absent,
                        "TRUE",
                        "FALSE",
                    ))?;
            }
            5 => {
                self.opened = value
                    .read(|source, _| decode::date_format(
                        source,
                        Blank::Absent,
                        &PATTERN_0,
                    ))?;
            }
            6 => {
                self.employees = value
                    .read(|source, _| decode::int(source, Blank::Absent))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<CrmRow<'a>> {
        Ok(CrmRow {
            id: decode::filled(self.id)?,
            name: decode::filled(self.name)?,
            remark: self.remark.unwrap_or(""),
            annual_revenue: self.annual_revenue,
            active: decode::filled(self.active)?,
            opened: decode::filled(self.opened)?,
            employees: self.employees,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Digits {
        precision: 14,
        scale: 2,
    },
];

/// A date pattern of the mapping.
static PATTERN_0: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new("d.M.yyyy", rt::datetime::Purpose::Date)
        .expect("checked when the mapping was compiled")
});

/// Places in the mapping that problems name.
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("hard_18_csv_blanks.map:29:15"),
        target: Cow::Borrowed("revenue"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("Annual Revenue"))]),
    },
    rt::Site {
        place: Cow::Borrowed("hard_18_csv_blanks.map:14:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
