//! Maps `Moment` to `odd.Rec`.

#![allow(unreachable_code, unused_variables, clippy::style, clippy::complexity)]
#![allow(clippy::eq_op, clippy::overly_complex_bool_expr, clippy::ifs_same_cond, clippy::approx_constant)]

use std::sync::LazyLock;
use mapc_interp as engine;
use mapc_runtime as rt;
use rt::codec;
use rt::codec::Codec;
use rt::decode::Blank;
use rt::decode::Source;
use rt::fast;
use rt::write;

/// Maps one `Moment` to a `odd.Rec`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn moment_to_odd_rec(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    moment_to_odd_rec_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`moment_to_odd_rec`], within a context that afterwards holds the notices of the record.
pub fn moment_to_odd_rec_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    ROUTE.run(cx, input, rt::Format::Json, out, good)
}

/// As [`moment_to_odd_rec`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn moment_to_odd_rec_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, moment_to_odd_rec_in)
}

/// The route as a value, for whatever runs any [`rt::Route`]. It carries the careful engine that explains what the good path does not accept.
pub static ROUTE: engine::Route = engine::Route::new(&PLANS, 0, &["Moment", "odd.Rec"], good);

/// The good path: reads the record, does what the maps say, and writes what comes of it. Whatever would have to be explained bails.
fn good<'a>(cx: &rt::Cx<'a>, input: rt::Input<'a>, out: &mut Vec<u8>) -> fast::Result<rt::Outcome> {
    let mut slots = Read0::default();
    let whole = fast::record(input, cx.bump, &mut slots)?;
    let rec = map(cx, slots.finish()?)?;
    let begun = out.len();
    write(cx, out, &rec)?;
    fast::end(cx, whole, out, begun, rt::Outcome::Written)
}

/// What the maps make of a record, below the place of each line. Whatever would have to be explained bails.
#[inline]
fn map<'a>(cx: &rt::Cx<'a>, record: Moment<'a>) -> fast::Result<OddRec<'a>> {
    // wire_forms.map:39:3 id
    let id: &'a str = record.id;
    // wire_forms.map:40:3 at
    let at: rt::Timestamp = record.at;
    // wire_forms.map:41:3 day
    let day: rt::Date = record.day;
    // wire_forms.map:42:3 local
    let local: rt::DateTime = record.local;
    // wire_forms.map:43:3 price
    let price: rt::Decimal = record.price;
    // wire_forms.map:44:3 count
    let count: i64 = record.count;
    // wire_forms.map:45:3 on
    let on: bool = record.on;
    // wire_forms.map:46:3 marks
    let marks: &'a [i64] = record.marks;
    // wire_forms.map:47:3 first
    let first: Option<&'a str> = record.first;
    Ok(OddRec { id, at, day, local, price, count, on, marks, first_name: first })
}

/// What the maps make: a `odd.Rec`.
struct OddRec<'a> {
    id: &'a str,
    at: rt::Timestamp,
    day: rt::Date,
    local: rt::DateTime,
    price: rt::Decimal,
    count: i64,
    on: bool,
    marks: &'a [i64],
    first_name: Option<&'a str>,
}

/// Writes a `odd.Rec`.
#[inline]
fn write(_cx: &rt::Cx<'_>, out: &mut Vec<u8>, record: &OddRec<'_>) -> fast::Result<()> {
    out.extend_from_slice(b"{\"id\":");
    fast::put(26, codec::Texts.json(out, record.id))?;
    out.extend_from_slice(b",\"at\":");
    fast::put(27, CODEC_0.json(out, record.at))?;
    out.extend_from_slice(b",\"day\":");
    fast::put(28, CODEC_1.json(out, record.day))?;
    out.extend_from_slice(b",\"local\":");
    fast::put(29, CODEC_2.json(out, record.local))?;
    out.extend_from_slice(b",\"price\":");
    fast::put(30, codec::DecimalText(None).json(out, record.price))?;
    out.extend_from_slice(b",\"count\":");
    fast::put(31, codec::IntText.json(out, record.count))?;
    out.extend_from_slice(b",\"on\":");
    fast::put(32, codec::Words::of("Y", "N").json(out, record.on))?;
    out.extend_from_slice(b",\"marks\":");
    fast::put(33, write::quoted(out, |out| write::split(out, record.marks, ";", write::Blanks::ANY, |out, item| codec::Ints.write(out, item, write::POINT))))?;
    if let Some(value) = record.first_name {
        out.extend_from_slice(b",\"firstName\":");
        fast::put(34, codec::Texts.json(out, value))?;
    }
    out.push(b'}');
    Ok(())
}

/// What this route knows of a `Moment`.
#[derive(Clone, Copy, PartialEq)]
struct Moment<'a> {
    id: &'a str,
    at: rt::Timestamp,
    day: rt::Date,
    local: rt::DateTime,
    price: rt::Decimal,
    count: i64,
    on: bool,
    marks: &'a [i64],
    first: Option<&'a str>,
}

// The keys that a `Moment` had lately.
std::thread_local!(static KEYS_0: fast::Keys = const { fast::Keys::new() });

/// What was read of `Moment`.
#[derive(Default)]
struct Read0<'a> {
    seen: fast::Seen<1>,
    id: Option<&'a str>,
    at: Option<rt::Timestamp>,
    day: Option<rt::Date>,
    local: Option<rt::DateTime>,
    price: Option<rt::Decimal>,
    count: Option<i64>,
    on: Option<bool>,
    marks: Option<&'a [i64]>,
    first: Option<&'a str>,
}

impl<'a> fast::Slots<'a> for Read0<'a> {
    const KEYS: &'static [&'static str] = &["id", "at", "day", "local", "price", "count", "on", "marks", "first"];

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
            // "at"
            1 => {
                if !self.seen.insert(1) {
                    return Err(fast::bail(5));
                }
                self.at = fast::plain(source, false, 3, &codec::IsoTimestamp, Blank::Value)?;
            }
            // "day"
            2 => {
                if !self.seen.insert(2) {
                    return Err(fast::bail(8));
                }
                self.day = fast::plain(source, false, 6, &codec::IsoDate, Blank::Value)?;
            }
            // "local"
            3 => {
                if !self.seen.insert(3) {
                    return Err(fast::bail(11));
                }
                self.local = fast::plain(source, false, 9, &codec::IsoDateTime, Blank::Value)?;
            }
            // "price"
            4 => {
                if !self.seen.insert(4) {
                    return Err(fast::bail(14));
                }
                self.price = fast::checked(
                    12,
                    fast::plain(source, false, 12, &codec::Decimals(None), Blank::Value)?,
                    |value| rt::constraint::decimal(&RULES_0, value),
                )?;
            }
            // "count"
            5 => {
                if !self.seen.insert(5) {
                    return Err(fast::bail(17));
                }
                self.count = fast::plain(source, false, 15, &codec::Ints, Blank::Value)?;
            }
            // "on"
            6 => {
                if !self.seen.insert(6) {
                    return Err(fast::bail(20));
                }
                self.on = fast::plain(source, false, 18, &codec::TrueFalse, Blank::Value)?;
            }
            // "marks"
            7 => {
                if !self.seen.insert(7) {
                    return Err(fast::bail(23));
                }
                self.marks = fast::field(source, false, 21, |source| {
                    fast::list(
                        source,
                        21,
                        |source| fast::required(source, 21, |source| fast::leaf(21, codec::Ints.read(source, Blank::Value))),
                    )
                })?;
            }
            // "first"
            8 => {
                if !self.seen.insert(8) {
                    return Err(fast::bail(25));
                }
                self.first = fast::plain(source, true, 24, &codec::Texts, Blank::Value)?;
            }
            _ => fast::skip(source)?,
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    #[inline]
    fn finish(self) -> fast::Result<Moment<'a>> {
        Ok(Moment {
            id: fast::filled(1, self.id)?,
            at: fast::filled(4, self.at)?,
            day: fast::filled(7, self.day)?,
            local: fast::filled(10, self.local)?,
            price: fast::filled(13, self.price)?,
            count: fast::filled(16, self.count)?,
            on: fast::filled(19, self.on)?,
            marks: fast::filled(22, self.marks)?,
            first: self.first,
        })
    }
}

/// A wire form of the mapping.
static CODEC_0: LazyLock<codec::TimestampBy> = LazyLock::new(|| {
    codec::TimestampBy::new("yyyy-MM-dd HH:mm:ss", Some("America/New_York")).expect("checked when the mapping was compiled")
});

/// A wire form of the mapping.
static CODEC_1: LazyLock<codec::DateBy> = LazyLock::new(|| {
    codec::DateBy::new("dd.MM.yyyy").expect("checked when the mapping was compiled")
});

/// A wire form of the mapping.
static CODEC_2: LazyLock<codec::DateTimeBy> = LazyLock::new(|| {
    codec::DateTimeBy::new("yyyy/MM/dd HH:mm").expect("checked when the mapping was compiled")
});

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Digits { precision: 12, scale: 2 }];

/// The route's plan, for the careful engine.
static PLANS: engine::Image = engine::Image::new(
    r#"mapc-plan 1 25cd4f85bfe40465
(tables)
(enums)
(plan
  ((local "record" r0)
    (local "id" string)
    (local "at" timestamp)
    (local "day" date)
    (local "local" local_datetime)
    (local "price" decimal)
    (local "count" int)
    (local "on" bool)
    (local "marks" (list int))
    (local "first" (optional string)))
  (from "Moment")
  (through ())
  (to "odd.Rec")
  (source_csv -)
  (target_csv -)
  (source in0)
  (input %record)
  (layouts
    ((layout r0 "Moment"
        (("id" string)
          ("at" timestamp)
          ("day" date)
          ("local" local_datetime)
          ("price" decimal)
          ("count" int)
          ("on" bool)
          ("marks" (list int))
          ("first" (optional string))))))
  (read_shapes
    ((shape r0 unknown_ignored twice_rejects @18
        ((field ("id") no - no 0 @19 (value blank_is_value () (leaf (string own))))
          (field ("at") no - no 1 @20 (value blank_is_value () (leaf (timestamp own))))
          (field ("day") no - no 2 @21 (value blank_is_value () (leaf (date own))))
          (field ("local") no - no 3 @22 (value blank_is_value () (leaf (local_datetime own))))
          (field ("price") no - no 4 @23 (value blank_is_value ((digits 12 2)) (leaf (decimal own))))
          (field ("count") no - no 5 @24 (value blank_is_value () (leaf (int own))))
          (field ("on") no - no 6 @25 (value blank_is_value () (leaf (bool own))))
          (field
            ("marks")
            no
            -
            no
            7
            @26
            (value blank_is_value () (list (element no (value blank_is_value () (leaf (int own)))))))
          (field ("first") yes - no 8 @27 (value blank_is_value () (leaf (string own))))))))
  (write_shapes
    ((shape r2 omit
        ((field "id" 0 no (blank_is_value no) (leaf (string own)))
          (field "at" 1 no (blank_is_value no) (leaf (timestamp by_pattern "yyyy-MM-dd HH:mm:ss" "America/New_York")))
          (field "day" 2 no (blank_is_value no) (leaf (date by_pattern "dd.MM.yyyy")))
          (field "local" 3 no (blank_is_value no) (leaf (local_datetime by_pattern "yyyy/MM/dd HH:mm")))
          (field "price" 4 no (blank_is_value no) (leaf (decimal string)))
          (field "count" 5 no (blank_is_value no) (leaf (int string)))
          (field "on" 6 no (blank_is_value no) (leaf (bool two_texts "Y" "N")))
          (field "marks" 7 no (blank_is_value no) (split ";" (element no (leaf (int own)))))
          (field "firstName" 8 yes (blank_is_value no) (leaf (string own)))))))
  (functions ())
  (pipeline
    (pipeline out0
      ((stage
          ()
          ()
          ((%id (field @1 string %record@0 0))
            (%at (field @3 timestamp %record@2 1))
            (%day (field @5 date %record@4 2))
            (%local (field @7 local_datetime %record@6 3))
            (%price (field @9 decimal %record@8 4))
            (%count (field @11 int %record@10 5))
            (%on (field @13 bool %record@12 6))
            (%marks (field @15 (list int) %record@14 7))
            (%first (field @17 (optional string) %record@16 8)))
          ()))))
  (sites
    ((site "wire_forms.map:39:3" "id" () ())
      (site "wire_forms.map:39:3" "id" ("id") ())
      (site "wire_forms.map:40:3" "at" () ())
      (site "wire_forms.map:40:3" "at" ("at") ())
      (site "wire_forms.map:41:3" "day" () ())
      (site "wire_forms.map:41:3" "day" ("day") ())
      (site "wire_forms.map:42:3" "local" () ())
      (site "wire_forms.map:42:3" "local" ("local") ())
      (site "wire_forms.map:43:3" "price" () ())
      (site "wire_forms.map:43:3" "price" ("price") ())
      (site "wire_forms.map:44:3" "count" () ())
      (site "wire_forms.map:44:3" "count" ("count") ())
      (site "wire_forms.map:45:3" "on" () ())
      (site "wire_forms.map:45:3" "on" ("on") ())
      (site "wire_forms.map:46:3" "marks" () ())
      (site "wire_forms.map:46:3" "marks" ("marks") ())
      (site "wire_forms.map:47:3" "first" () ())
      (site "wire_forms.map:47:3" "first" ("first") ())
      (site "wire_forms.map:3:8" "" () ())
      (site "wire_forms.map:4:7" "" () ())
      (site "wire_forms.map:5:3" "" () ())
      (site "wire_forms.map:6:3" "" () ())
      (site "wire_forms.map:7:3" "" () ())
      (site "wire_forms.map:8:3" "" () ())
      (site "wire_forms.map:9:3" "" () ())
      (site "wire_forms.map:10:3" "" () ())
      (site "wire_forms.map:11:3" "" () ())
      (site "wire_forms.map:12:3" "" () ()))))
"#,
);
