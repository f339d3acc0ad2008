//! Maps `s.In` to `Deal`.

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

/// Maps one `s.In` to a `Deal`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_deal(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_deal_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_deal`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_deal_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    ROUTE.run(cx, input, rt::Format::Json, out, good)
}

/// As [`s_in_to_deal`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_deal_bytes(json: &[u8], message: rt::Message<'_>) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_deal_in)
}

/// The route as a value, for whatever runs any [`rt::Route`]. It carries the careful engine that explains what the good path does not accept.
pub static ROUTE: engine::Route = engine::Route::new(&PLANS, 0, &["s.In", "Deal"], good);

/// The good path: reads the record, does what the maps say, and writes what comes of it. Whatever would have to be explained bails.
fn good<'a>(cx: &rt::Cx<'a>, input: rt::Input<'a>, out: &mut Vec<u8>) -> fast::Result<rt::Outcome> {
    let mut slots = Read0::default();
    let whole = fast::record(input, cx.bump, &mut slots)?;
    let deal = map(cx, slots.finish()?)?;
    let begun = out.len();
    write(cx, out, &deal)?;
    fast::end(cx, whole, out, begun, rt::Outcome::Written)
}

/// What the maps make of a record, below the place of each line. Whatever would have to be explained bails.
#[inline]
fn map<'a>(cx: &rt::Cx<'a>, record: SIn<'a>) -> fast::Result<Deal<'a>> {
    // tables.map:39:13 id
    let id: &'a str = record.id;
    // tables.map:40:13 stage
    let stage: u32 = table_from_stage(rt::library::text::lower(cx, record.stage));
    // tables.map:41:13 strict
    let strict: u32 = fast::filled(17, table_code_2(record.strict))?;
    // tables.map:42:13 country
    let country: &'a str = fast::filled(18, table_land(record.country))?;
    // tables.map:43:13 weight
    let weight: i64 = fast::filled(19, table_weight(record.size))?;
    // tables.map:44:13 known
    let known: Option<&'a str> = match record.known {
        Some(present) => Some(table_known(present)),
        None => None,
    };
    Ok(Deal { id, stage, strict, country, weight, known })
}

/// What the maps make: a `Deal`.
struct Deal<'a> {
    id: &'a str,
    stage: u32,
    strict: u32,
    country: &'a str,
    weight: i64,
    known: Option<&'a str>,
}

/// Writes a `Deal`.
#[inline]
fn write(_cx: &rt::Cx<'_>, out: &mut Vec<u8>, record: &Deal<'_>) -> fast::Result<()> {
    out.extend_from_slice(b"{\"id\":");
    fast::put(20, codec::Texts.json(out, record.id))?;
    out.extend_from_slice(b",\"stage\":");
    fast::put(21, codec::MemberText(&ENUM_0).json(out, record.stage))?;
    out.extend_from_slice(b",\"strict\":");
    fast::put(22, codec::MemberText(&ENUM_0).json(out, record.strict))?;
    out.extend_from_slice(b",\"country\":");
    fast::put(23, codec::Texts.json(out, record.country))?;
    out.extend_from_slice(b",\"weight\":");
    fast::put(24, codec::Ints.json(out, record.weight))?;
    if let Some(value) = record.known {
        out.extend_from_slice(b",\"known\":");
        fast::put(25, codec::Texts.json(out, value))?;
    }
    out.push(b'}');
    Ok(())
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: &'a str,
    stage: &'a str,
    strict: &'a str,
    country: &'a str,
    size: &'a str,
    known: Option<&'a str>,
}

// The keys that a `s.In` had lately.
std::thread_local!(static KEYS_0: fast::Keys = const { fast::Keys::new() });

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    seen: fast::Seen<1>,
    id: Option<&'a str>,
    stage: Option<&'a str>,
    strict: Option<&'a str>,
    country: Option<&'a str>,
    size: Option<&'a str>,
    known: Option<&'a str>,
}

impl<'a> fast::Slots<'a> for Read0<'a> {
    const KEYS: &'static [&'static str] = &["id", "stage", "strict", "country", "size", "known"];

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
            // "stage"
            1 => {
                if !self.seen.insert(1) {
                    return Err(fast::bail(5));
                }
                self.stage = fast::plain(source, false, 3, &codec::Texts, Blank::Value)?;
            }
            // "strict"
            2 => {
                if !self.seen.insert(2) {
                    return Err(fast::bail(8));
                }
                self.strict = fast::plain(source, false, 6, &codec::Texts, Blank::Value)?;
            }
            // "country"
            3 => {
                if !self.seen.insert(3) {
                    return Err(fast::bail(11));
                }
                self.country = fast::plain(source, false, 9, &codec::Texts, Blank::Value)?;
            }
            // "size"
            4 => {
                if !self.seen.insert(4) {
                    return Err(fast::bail(14));
                }
                self.size = fast::plain(source, false, 12, &codec::Texts, Blank::Value)?;
            }
            // "known"
            5 => {
                if !self.seen.insert(5) {
                    return Err(fast::bail(16));
                }
                self.known = fast::plain(source, true, 15, &codec::Texts, Blank::Value)?;
            }
            _ => fast::skip(source)?,
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    #[inline]
    fn finish(self) -> fast::Result<SIn<'a>> {
        Ok(SIn {
            id: fast::filled(1, self.id)?,
            stage: fast::filled(4, self.stage)?,
            strict: fast::filled(7, self.strict)?,
            country: fast::filled(10, self.country)?,
            size: fast::filled(13, self.size)?,
            known: self.known,
        })
    }
}

/// Table `FromStage`.
fn table_from_stage<'a>(key: &'a str) -> u32 {
    match key {
        "won" => 1_u32,
        "closed won" => 1_u32,
        "lost" => 2_u32,
        "open" => 0_u32,
        _ => 3_u32,
    }
}

/// Table `Code`.
fn table_code_2<'a>(key: &'a str) -> Option<u32> {
    match key {
        "O" => Some(0_u32),
        "W" => Some(1_u32),
        "L" => Some(2_u32),
        "X" => Some(3_u32),
        "LOST" => Some(2_u32),
        _ => None,
    }
}

/// Table `Land`.
fn table_land<'a>(key: &'a str) -> Option<&'a str> {
    match key {
        "Germany" => Some("DE"),
        "France" => Some("FR"),
        _ => None,
    }
}

/// Table `Weight`.
fn table_weight<'a>(key: &'a str) -> Option<i64> {
    match key {
        "S" => Some(1_i64),
        "M" => Some(5_i64),
        "L" => Some(25_i64),
        _ => None,
    }
}

/// Table `Known`.
fn table_known<'a>(key: &'a str) -> &'a str {
    match key {
        "a" => "alpha",
        _ => key,
    }
}

/// Texts of `Stage`, by member.
static ENUM_0: [Cow<'static, str>; 4] = [Cow::Borrowed("open"), Cow::Borrowed("won"), Cow::Borrowed("lost"), Cow::Borrowed("other")];

/// The route's plan, for the careful engine.
static PLANS: engine::Image = engine::Image::new(
    r#"mapc-plan 1 9910d40e94092005
(tables
  (table "FromStage" string e0
    (else (member 3))
    (("won" (member 1)) ("closed won" (member 1)) ("lost" (member 2)) ("open" (member 0))))
  (table "Code" e0 string else_reject (((member 0) "O") ((member 1) "W") ((member 2) "L") ((member 3) "X")))
  (table "Code" string e0 else_reject
    (("O" (member 0)) ("W" (member 1)) ("L" (member 2)) ("X" (member 3)) ("LOST" (member 2))))
  (table "Land" string string else_reject (("Germany" "DE") ("France" "FR")))
  (table "Weight" string int else_reject (("S" (int 1)) ("M" (int 5)) ("L" (int 25))))
  (table "Known" string string else_same (("a" "alpha"))))
(enums (enum "Stage" ("open" "won" "lost" "other")))
(plan
  ((local "record" r1)
    (local "id" string)
    (local "stage" e0)
    (local "strict" e0)
    (local "country" string)
    (local "weight" int)
    (local "present" string)
    (local "known" (optional string)))
  (from "s.In")
  (through ())
  (to "Deal")
  (source_csv -)
  (target_csv -)
  (source in0)
  (input %record)
  (layouts
    ((layout r1 "s.In"
        (("id" string)
          ("stage" string)
          ("strict" string)
          ("country" string)
          ("size" string)
          ("known" (optional string))))))
  (read_shapes
    ((shape r1 unknown_ignored twice_rejects @12
        ((field ("id") no - no 0 @13 (value blank_is_value () (leaf (string own))))
          (field ("stage") no - no 1 @14 (value blank_is_value () (leaf (string own))))
          (field ("strict") no - no 2 @15 (value blank_is_value () (leaf (string own))))
          (field ("country") no - no 3 @16 (value blank_is_value () (leaf (string own))))
          (field ("size") no - no 4 @17 (value blank_is_value () (leaf (string own))))
          (field ("known") yes - no 5 @18 (value blank_is_value () (leaf (string own))))))))
  (write_shapes
    ((shape r0 omit
        ((field "id" 0 no (blank_is_value no) (leaf (string own)))
          (field "stage" 1 no (blank_is_value no) (member e0))
          (field "strict" 2 no (blank_is_value no) (member e0))
          (field "country" 3 no (blank_is_value no) (leaf (string own)))
          (field "weight" 4 no (blank_is_value no) (leaf (int own)))
          (field "known" 5 yes (blank_is_value no) (leaf (string own)))))))
  (functions ())
  (pipeline
    (pipeline out0
      ((stage
          ()
          ()
          ((%id (field @1 string %record@0 0))
            (%stage (lookup @3 e0 t0 (call @3 string text::lower ((field @3 string %record@2 1)))))
            (%strict (lookup @5 e0 t2 (field @5 string %record@4 2)))
            (%country (lookup @7 string t3 (field @7 string %record@6 3)))
            (%weight (lookup @9 int t4 (field @9 string %record@8 4)))
            (%known
              (if_present @11
                (optional string)
                (field @11 (optional string) %record@10 5)
                %present
                (some @11 (optional string) (lookup @11 string t5 %present@11))
                (const @11 (optional string) absent))))
          ()))))
  (sites
    ((site "tables.map:39:13" "id" () ())
      (site "tables.map:39:13" "id" ("id") ())
      (site "tables.map:40:13" "stage" () ())
      (site "tables.map:40:13" "stage" ("stage") ())
      (site "tables.map:41:13" "strict" () ())
      (site "tables.map:41:13" "strict" ("strict") ())
      (site "tables.map:42:13" "country" () ())
      (site "tables.map:42:13" "country" ("country") ())
      (site "tables.map:43:13" "weight" () ())
      (site "tables.map:43:13" "weight" ("size") ())
      (site "tables.map:44:13" "known" () ())
      (site "tables.map:44:13" "known" ("known") ())
      (site "tables.map:15:10" "" () ())
      (site "tables.map:15:15" "" () ())
      (site "tables.map:15:27" "" () ())
      (site "tables.map:15:42" "" () ())
      (site "tables.map:15:58" "" () ())
      (site "tables.map:15:75" "" () ())
      (site "tables.map:15:89" "" () ()))))
"#,
);
