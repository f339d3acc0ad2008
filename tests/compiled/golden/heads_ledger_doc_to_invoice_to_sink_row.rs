//! Maps `ledger.Doc` to `sink.Row`.

#![allow(clippy::style, clippy::complexity)]
#![allow(clippy::eq_op, clippy::overly_complex_bool_expr, clippy::ifs_same_cond, clippy::approx_constant)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::codec;
use rt::codec::Codec;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `ledger.Doc` to a `sink.Row`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn ledger_doc_to_invoice_to_sink_row(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    ledger_doc_to_invoice_to_sink_row_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`ledger_doc_to_invoice_to_sink_row`], within a context that afterwards holds the notices of the record.
pub fn ledger_doc_to_invoice_to_sink_row_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`ledger_doc_to_invoice_to_sink_row`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn ledger_doc_to_invoice_to_sink_row_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, ledger_doc_to_invoice_to_sink_row_in)
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
    if l0.type_ != "ACCREC" {
        return Ok(rt::Outcome::Skipped(Cow::Borrowed("only receivables are ours")));
    }
    if match l0.status {
        "VOIDED" | "DELETED" => true,
        _ => false,
    } {
        let l1: &'a str = l0.id;
        rt::flow::clean(cx)?;
        let l6: &'a str = rt::flow::concat(cx, &["I-", l1]);
        rt::flow::clean(cx)?;
        let begun = out.len();
        out.extend_from_slice(b"{\"number\":");
        write::To::output(cx, &SITES[0], "number").put(codec::Texts.json(out, l6));
        out.push(b'}');
        write::end(cx, out, begun)?;
        return Ok(rt::Outcome::Deleted);
    }
    if !l0.due.is_some() {
        return Err::<
            _,
            rt::Fail,
        >(
            rt::flow::problem(
                "no_due_date",
                "an open receivable needs a due date",
                &SITES[5],
                &[],
            ),
        );
    }
    if rt::ops::less(l0.total, rt::Decimal::from_parts(0, 0, 0, false, 0)) {
        return Err::<
            _,
            rt::Fail,
        >(rt::flow::problem("negative", "a receivable is not negative", &SITES[6], &[]));
    }
    let l2: &'a str = l0.id;
    let l3: &'a str = "receivable";
    let l4: rt::Result<rt::Decimal> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[3], &[], rt::constraint::decimal(&RULES_0, l0.total)),
    );
    let l5: rt::Result<rt::Date> = rt::flow::part(
        cx,
        || rt::flow::at(cx, &SITES[4], &[], rt::flow::narrow(l0.due)),
    );
    rt::flow::clean(cx)?;
    let l4 = l4?;
    let l5 = l5?;
    if l4 == rt::Decimal::from_parts(0, 0, 0, false, 0) {
        return Ok(rt::Outcome::Skipped(Cow::Borrowed("nothing to collect")));
    }
    let l7: &'a str = rt::flow::concat(cx, &["I-", l2]);
    let l8: rt::Decimal = l4;
    let l9: &'a str = rt::flow::concat(
        cx,
        &[l3, " due ", rt::library::conversion::date_to_string(cx, l5)],
    );
    rt::flow::clean(cx)?;
    let begun = out.len();
    out.extend_from_slice(b"{\"number\":");
    write::To::output(cx, &SITES[0], "number").put(codec::Texts.json(out, l7));
    out.extend_from_slice(b",\"total\":");
    write::To::output(cx, &SITES[1], "total").put(codec::Decimals(None).json(out, l8));
    out.extend_from_slice(b",\"note\":");
    write::To::output(cx, &SITES[2], "note").put(codec::Texts.json(out, l9));
    out.push(b'}');
    write::end(cx, out, begun)?;
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `ledger.Doc`.
#[derive(Clone, Copy, PartialEq)]
struct LedgerDoc<'a> {
    id: &'a str,
    type_: &'a str,
    status: &'a str,
    total: rt::Decimal,
    due: Option<rt::Date>,
}

/// How `ledger.Doc` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("heads.map:12:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("type")]),
                Cow::Borrowed("heads.map:13:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("status")]),
                Cow::Borrowed("heads.map:14:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("total")]),
                Cow::Borrowed("heads.map:15:5"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("due")]),
                    Cow::Borrowed("heads.map:16:5"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("heads.map:11:10"),
};

/// What was read of `ledger.Doc`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    type_: Option<&'a str>,
    status: Option<&'a str>,
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
            0 => {
                self.id = value
                    .read(|source, _| codec::Texts.read(source, Blank::Value))?;
            }
            1 => {
                self.type_ = value
                    .read(|source, _| codec::Texts.read(source, Blank::Value))?;
            }
            2 => {
                self.status = value
                    .read(|source, _| codec::Texts.read(source, Blank::Value))?;
            }
            3 => {
                self.total = value
                    .read(|source, _| codec::Decimals(None).read(source, Blank::Value))?;
            }
            4 => {
                self.due = value
                    .read(|source, _| codec::IsoDate.read(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<LedgerDoc<'a>> {
        Ok(LedgerDoc {
            id: decode::filled(self.id)?,
            type_: decode::filled(self.type_)?,
            status: decode::filled(self.status)?,
            total: decode::filled(self.total)?,
            due: self.due,
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
static SITES: [rt::Site; 8] = [
    rt::Site {
        place: Cow::Borrowed("heads.map:37:12"),
        target: Cow::Borrowed("number"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("id"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("heads.map:38:12"),
        target: Cow::Borrowed("total"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("total"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("heads.map:39:12"),
        target: Cow::Borrowed("note"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("due"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("heads.map:31:11"),
        target: Cow::Borrowed("total"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("total"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("heads.map:32:11"),
        target: Cow::Borrowed("due"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("due"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("heads.map:27:27"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("due"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("heads.map:28:24"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("total"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("heads.map:11:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
        operands: Cow::Borrowed(&[]),
    },
];
