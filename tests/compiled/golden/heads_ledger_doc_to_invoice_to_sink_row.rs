//! Maps `ledger.Doc` to `sink.Row`.

#![allow(unreachable_code, unused_variables, clippy::style, clippy::complexity)]
#![allow(clippy::eq_op, clippy::overly_complex_bool_expr, clippy::ifs_same_cond, clippy::approx_constant)]

use std::borrow::Cow;
use mapc_interp as engine;
use mapc_runtime as rt;
use rt::codec;
use rt::codec::Codec;
use rt::decode::Blank;
use rt::decode::Source;
use rt::fast;

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
    ROUTE.run(cx, input, rt::Format::Json, out, good)
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

/// The route as a value, for whatever runs any [`rt::Route`]. It carries the careful engine that explains what the good path does not accept.
pub static ROUTE: engine::Route = engine::Route::new(&PLANS, 0, &["ledger.Doc", "Invoice", "sink.Row"], good);

/// The good path: reads the record, does what the maps say, and writes what comes of it. Whatever would have to be explained bails.
fn good<'a>(cx: &rt::Cx<'a>, input: rt::Input<'a>, out: &mut Vec<u8>) -> fast::Result<rt::Outcome> {
    let mut slots = Read0::default();
    let whole = fast::record(input, cx.bump, &mut slots)?;
    let begun = out.len();
    let outcome = match map(cx, slots.finish()?)? {
        Made::Deleted(key) => {
            write_key(cx, out, &key)?;
            rt::Outcome::Deleted
        }
        Made::Written(row) => {
            write(cx, out, &row)?;
            rt::Outcome::Written
        }
        Made::Skipped(reason) => rt::Outcome::Skipped(Cow::Borrowed(reason)),
    };
    fast::end(cx, whole, out, begun, outcome)
}

/// What the maps make of a record, below the place of each line. Whatever would have to be explained bails.
#[inline]
fn map<'a>(cx: &rt::Cx<'a>, record: LedgerDoc<'a>) -> fast::Result<Made<'a>> {
    // heads.map:25:13
    if record.type_ != "ACCREC" {
        return Ok(Made::Skipped("only receivables are ours"));
    }
    // heads.map:26:15
    if match record.status {
        "VOIDED" | "DELETED" => true,
        _ => false,
    } {
        // heads.map:26:54 id
        let id: &'a str = record.id;
        // heads.map:37:12 number
        let number: &'a str = rt::flow::concat(cx, &["I-", id]);
        return Ok(Made::Deleted(SinkRowKey { number }));
    }
    // heads.map:27:27
    if !record.due.is_some() {
        return Err(fast::bail(14));
    }
    // heads.map:28:24
    if rt::ops::less(record.total, rt::Decimal::from_parts(0, 0, 0, false, 0)) {
        return Err(fast::bail(15));
    }
    // heads.map:29:11 id
    let id_2: &'a str = record.id;
    // heads.map:30:11 kind
    let kind: &'a str = "receivable";
    // heads.map:31:11 total
    let total: rt::Decimal = fast::or(16, rt::constraint::decimal(&RULES_0, record.total))?;
    // heads.map:32:11 due
    let due: rt::Date = fast::filled(17, record.due)?;
    // heads.map:36:13
    if total == rt::Decimal::from_parts(0, 0, 0, false, 0) {
        return Ok(Made::Skipped("nothing to collect"));
    }
    // heads.map:37:12 number
    let number_2: &'a str = rt::flow::concat(cx, &["I-", id_2]);
    // heads.map:39:12 note
    let note: &'a str = rt::flow::concat(cx, &[kind, " due ", rt::library::conversion::date_to_string(cx, due)]);
    Ok(Made::Written(SinkRow { number: number_2, total, note }))
}

/// What comes of a record.
#[allow(clippy::large_enum_variant)]
enum Made<'a> {
    /// It is deleted; the key.
    Deleted(SinkRowKey<'a>),
    /// The target record.
    Written(SinkRow<'a>),
    /// It is of no interest, for this reason.
    Skipped(&'static str),
}

/// The key of a `sink.Row` that is deleted.
struct SinkRowKey<'a> {
    number: &'a str,
}

/// What the maps make: a `sink.Row`.
struct SinkRow<'a> {
    number: &'a str,
    total: rt::Decimal,
    note: &'a str,
}

/// Writes the key of a `sink.Row`.
#[inline]
fn write_key(_cx: &rt::Cx<'_>, out: &mut Vec<u8>, record: &SinkRowKey<'_>) -> fast::Result<()> {
    out.extend_from_slice(b"{\"number\":");
    fast::put(21, codec::Texts.json(out, record.number))?;
    out.push(b'}');
    Ok(())
}

/// Writes a `sink.Row`.
#[inline]
fn write(_cx: &rt::Cx<'_>, out: &mut Vec<u8>, record: &SinkRow<'_>) -> fast::Result<()> {
    out.extend_from_slice(b"{\"number\":");
    fast::put(18, codec::Texts.json(out, record.number))?;
    out.extend_from_slice(b",\"total\":");
    fast::put(19, codec::Decimals(None).json(out, record.total))?;
    out.extend_from_slice(b",\"note\":");
    fast::put(20, codec::Texts.json(out, record.note))?;
    out.push(b'}');
    Ok(())
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

// The keys that a `ledger.Doc` had lately.
std::thread_local!(static KEYS_0: fast::Keys = const { fast::Keys::new() });

/// What was read of `ledger.Doc`.
#[derive(Default)]
struct Read0<'a> {
    seen: fast::Seen<1>,
    id: Option<&'a str>,
    type_: Option<&'a str>,
    status: Option<&'a str>,
    total: Option<rt::Decimal>,
    due: Option<rt::Date>,
}

impl<'a> fast::Slots<'a> for Read0<'a> {
    const KEYS: &'static [&'static str] = &["id", "type", "status", "total", "due"];

    fn memory() -> &'static fast::Memory {
        &KEYS_0
    }

    #[inline]
    fn field<S: Source<'a>>(&mut self, key: usize, source: &mut S) -> fast::Result<()> {
        match key {
            // "id"
            0 => {
                if !self.seen.insert(0) {
                    return Err(fast::bail(2));
                }
                self.id = fast::plain(source, false, 0, &codec::Texts, Blank::Value)?;
            }
            // "type"
            1 => {
                if !self.seen.insert(1) {
                    return Err(fast::bail(5));
                }
                self.type_ = fast::plain(source, false, 3, &codec::Texts, Blank::Value)?;
            }
            // "status"
            2 => {
                if !self.seen.insert(2) {
                    return Err(fast::bail(8));
                }
                self.status = fast::plain(source, false, 6, &codec::Texts, Blank::Value)?;
            }
            // "total"
            3 => {
                if !self.seen.insert(3) {
                    return Err(fast::bail(11));
                }
                self.total = fast::plain(source, false, 9, &codec::Decimals(None), Blank::Value)?;
            }
            // "due"
            4 => {
                if !self.seen.insert(4) {
                    return Err(fast::bail(13));
                }
                self.due = fast::plain(source, true, 12, &codec::IsoDate, Blank::Value)?;
            }
            _ => fast::skip(source)?,
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    #[inline]
    fn finish(self) -> fast::Result<LedgerDoc<'a>> {
        Ok(LedgerDoc {
            id: fast::filled(1, self.id)?,
            type_: fast::filled(4, self.type_)?,
            status: fast::filled(7, self.status)?,
            total: fast::filled(10, self.total)?,
            due: self.due,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Digits { precision: 12, scale: 2 }];

/// The route's plan, for the careful engine.
static PLANS: engine::Image = engine::Image::new(
    r#"mapc-plan 1 5f8838534f78cf17
(tables)
(enums)
(plan
  ((local "record" r1)
    (local "id" string)
    (local "id_2" string)
    (local "kind" string)
    (local "total" decimal)
    (local "due" date)
    (local "number" string)
    (local "number_2" string)
    (local "total_2" decimal)
    (local "note" string))
  (from "ledger.Doc")
  (through ("Invoice"))
  (to "sink.Row")
  (source_csv -)
  (target_csv -)
  (source in0)
  (input %record)
  (layouts
    ((layout r1 "ledger.Doc"
        (("id" string) ("type" string) ("status" string) ("total" decimal) ("due" (optional date))))))
  (read_shapes
    ((shape r1 unknown_ignored twice_rejects @32
        ((field ("id") no - no 0 @33 (value blank_is_value () (leaf (string own))))
          (field ("type") no - no 1 @34 (value blank_is_value () (leaf (string own))))
          (field ("status") no - no 2 @35 (value blank_is_value () (leaf (string own))))
          (field ("total") no - no 3 @36 (value blank_is_value () (leaf (decimal own))))
          (field ("due") yes - no 4 @37 (value blank_is_value () (leaf (date own))))))))
  (write_shapes
    ((shape r2 omit
        ((field "number" 0 no (blank_is_value no) (leaf (string own)))
          (field "total" 1 no (blank_is_value no) (leaf (decimal own)))
          (field "note" 2 no (blank_is_value no) (leaf (string own)))))
      (shape r2 omit ((field "number" 0 no (blank_is_value no) (leaf (string own)))))))
  (functions ())
  (pipeline
    (pipeline out0
      ((stage
          ((skip_when
              (compare @1 bool != (field @1 string %record@0 1) (const @2 string "ACCREC"))
              "only receivables are ours")
            (delete_when
              (switch @4 bool
                (field @4 string %record@3 2)
                ((arm ("VOIDED" "DELETED") (const @4 bool true)))
                (const @4 bool false))
              (pipeline out1
                ((stage () () ((%id (field @6 string %record@5 0))) ())
                  (stage () () ((%number (concat @25 string ((const @23 string "I-") %id@24)))) ()))))
            (reject_when
              (not @8 bool (is_present @8 bool (field @8 (optional date) %record@7 4)))
              (reject @8 never "no_due_date" (const @9 string "an open receivable needs a due date")))
            (reject_when
              (compare @11 bool < (field @11 decimal %record@10 3) (const @12 decimal (decimal 0)))
              (reject @11 never "negative" (const @13 string "a receivable is not negative"))))
          ()
          ((%id_2 (field @15 string %record@14 0))
            (%kind (const @16 string "receivable"))
            (%total (check @18 decimal (field @18 decimal %record@17 3) ((digits 12 2))))
            (%due (narrow @20 date (field @20 (optional date) %record@19 4))))
          ())
        (stage
          ((skip_when (compare @26 bool == %total@26 (const @22 decimal (decimal 0))) "nothing to collect"))
          ()
          ((%number_2 (concat @25 string ((const @23 string "I-") %id_2@24)))
            (%total_2 %total@27)
            (%note
              (concat @31 string
                (%kind@28 (const @29 string " due ") (call @30 string conversion::date_to_string (%due@30))))))
          ()))))
  (sites
    ((site "heads.map:25:13" "" () ())
      (site "heads.map:25:13" "" ("type") ())
      (site "heads.map:25:21" "" () ())
      (site "heads.map:26:15" "" () ())
      (site "heads.map:26:15" "" ("status") ())
      (site "heads.map:26:54" "id" () ())
      (site "heads.map:26:54" "id" ("id") ())
      (site "heads.map:27:27" "" () ())
      (site "heads.map:27:27" "" ("due") ())
      (site "heads.map:27:41" "" ("due") ())
      (site "heads.map:28:24" "" () ())
      (site "heads.map:28:24" "" ("total") ())
      (site "heads.map:28:32" "" () ())
      (site "heads.map:28:34" "" ("total") ())
      (site "heads.map:29:11" "id" () ())
      (site "heads.map:29:11" "id" ("id") ())
      (site "heads.map:30:11" "kind" () ())
      (site "heads.map:31:11" "total" () ())
      (site "heads.map:31:11" "total" ("total") ())
      (site "heads.map:32:11" "due" () ())
      (site "heads.map:32:11" "due" ("due") ())
      (site "heads.map:36:13" "" () ())
      (site "heads.map:36:22" "" () ())
      (site "heads.map:37:12" "number" () ())
      (site "heads.map:37:16" "number" ("id") ())
      (site "heads.map:37:12" "number" ("id") ())
      (site "heads.map:36:13" "" ("total") ())
      (site "heads.map:38:12" "total" ("total") ())
      (site "heads.map:39:14" "note" () ())
      (site "heads.map:39:12" "note" () ())
      (site "heads.map:39:25" "note" ("due") ())
      (site "heads.map:39:12" "note" ("due") ())
      (site "heads.map:11:10" "" () ())
      (site "heads.map:12:5" "" () ())
      (site "heads.map:13:5" "" () ())
      (site "heads.map:14:5" "" () ())
      (site "heads.map:15:5" "" () ())
      (site "heads.map:16:5" "" () ()))))
"#,
);
