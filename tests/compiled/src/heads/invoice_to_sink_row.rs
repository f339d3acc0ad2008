//! Maps `Invoice` to `sink.Row`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Invoice` to a `sink.Row`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn invoice_to_sink_row(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    invoice_to_sink_row_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`invoice_to_sink_row`], within a context that afterwards holds the notices of the record.
pub fn invoice_to_sink_row_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`invoice_to_sink_row`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn invoice_to_sink_row_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, invoice_to_sink_row_in)
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
    if l0.total == rt::Decimal::from_parts(0, 0, 0, false, 0) {
        return Ok(rt::Outcome::Skipped(Cow::Borrowed("nothing to collect")));
    }
    let l1: &'a str = rt::flow::concat(cx, &["I-", l0.id]);
    let l2: rt::Decimal = l0.total;
    let l3: &'a str = rt::flow::concat(
        cx,
        &[l0.kind, " due ", rt::library::conversion::date_to_string(cx, l0.due)],
    );
    rt::flow::clean(cx)?;
    out.extend_from_slice(b"{\"number\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"total\":");
    write::text::decimal(out, l2, None, write::text::POINT);
    out.extend_from_slice(b",\"note\":");
    write::string(out, l3);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Invoice`.
#[derive(Clone, Copy, PartialEq)]
struct Invoice<'a> {
    id: &'a str,
    kind: &'a str,
    total: rt::Decimal,
    due: rt::Date,
}

/// How `Invoice` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("heads.map:4:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("kind")]),
                Cow::Borrowed("heads.map:5:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("total")]),
                Cow::Borrowed("heads.map:6:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("due")]),
                Cow::Borrowed("heads.map:7:3"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("heads.map:3:8"),
};

/// What was read of `Invoice`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    kind: Option<&'a str>,
    total: Option<rt::Decimal>,
    due: Option<rt::Date>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.kind = value.read(|source, _| decode::text(source, Blank::Value))?,
            2 => {
                self.total = value
                    .read(|source, _| {
                        let value = decode::decimal(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_0, value)?)
                    })?;
            }
            3 => self.due = value.read(|source, _| decode::date(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Invoice<'a>> {
        Ok(Invoice {
            id: decode::filled(self.id)?,
            kind: decode::filled(self.kind)?,
            total: decode::filled(self.total)?,
            due: decode::filled(self.due)?,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Digits {
        precision: 12,
        scale: 2,
    },
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 1] = [
    rt::Site {
        place: Cow::Borrowed("heads.map:3:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
