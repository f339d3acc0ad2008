//! Maps `crm.CompanyRow` to `Company`.

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
    ROUTE.run(cx, input, rt::Format::Json, out, good)
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

/// The route as a value, for whatever runs any [`rt::Route`]. It carries the careful engine that explains what the good path does not accept.
pub static ROUTE: engine::Route = engine::Route::new(&PLANS, 0, &["crm.CompanyRow", "Company"], good);

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
        Made::Written(company) => {
            write(cx, out, &company)?;
            rt::Outcome::Written
        }
    };
    fast::end(cx, whole, out, begun, outcome)
}

/// What the maps make of a record, below the place of each line. Whatever would have to be explained bails.
#[inline]
fn map<'a>(cx: &rt::Cx<'a>, record: CrmCompanyRow<'a>) -> fast::Result<Made<'a>> {
    // crm.map:50:15
    if record.is_deleted {
        // crm.map:50:33 id
        let id: &'a str = fast::or(21, rt::constraint::text(&RULES_0, cx.bump, fast::looked(cx, record.id)?))?;
        return Ok(Made::Deleted(CompanyKey { id }));
    }
    // crm.map:52:20 id
    let id_2: &'a str = fast::or(22, rt::constraint::text(&RULES_0, cx.bump, fast::looked(cx, record.id)?))?;
    // crm.map:53:20 name
    let name: &'a str = fast::or(23, rt::constraint::text(&RULES_0, cx.bump, fast::looked(cx, record.property_name)?))?;
    // crm.map:54:20 industry
    let industry: Option<&'a str> = record.property_industry;
    // crm.map:55:20 country
    let country: &'a str = fast::filled(24, table_country_code(record.property_country))?;
    // crm.map:56:20 yearly_revenue
    let yearly_revenue: Option<rt::Decimal> = match record.property_annualrevenue {
        Some(present) => Some(fast::or(25, rt::constraint::decimal(&RULES_1, present))?),
        None => None,
    };
    // crm.map:57:20 since
    let since: rt::Timestamp = record.property_createdate;
    Ok(Made::Written(Company { id: id_2, name, industry, country, yearly_revenue, since }))
}

/// What comes of a record.
#[allow(clippy::large_enum_variant)]
enum Made<'a> {
    /// It is deleted; the key.
    Deleted(CompanyKey<'a>),
    /// The target record.
    Written(Company<'a>),
}

/// The key of a `Company` that is deleted.
struct CompanyKey<'a> {
    id: &'a str,
}

/// What the maps make: a `Company`.
struct Company<'a> {
    id: &'a str,
    name: &'a str,
    industry: Option<&'a str>,
    country: &'a str,
    yearly_revenue: Option<rt::Decimal>,
    since: rt::Timestamp,
}

/// Writes the key of a `Company`.
#[inline]
fn write_key(_cx: &rt::Cx<'_>, out: &mut Vec<u8>, record: &CompanyKey<'_>) -> fast::Result<()> {
    out.extend_from_slice(b"{\"id\":");
    fast::put(32, codec::Texts.json(out, record.id))?;
    out.push(b'}');
    Ok(())
}

/// Writes a `Company`.
#[inline]
fn write(_cx: &rt::Cx<'_>, out: &mut Vec<u8>, record: &Company<'_>) -> fast::Result<()> {
    out.extend_from_slice(b"{\"id\":");
    fast::put(26, codec::Texts.json(out, record.id))?;
    out.extend_from_slice(b",\"name\":");
    fast::put(27, codec::Texts.json(out, record.name))?;
    if let Some(value) = record.industry {
        out.extend_from_slice(b",\"industry\":");
        fast::put(28, codec::Texts.json(out, value))?;
    }
    out.extend_from_slice(b",\"country\":");
    fast::put(29, codec::Texts.json(out, record.country))?;
    if let Some(value) = record.yearly_revenue {
        out.extend_from_slice(b",\"yearly_revenue\":");
        fast::put(30, codec::Decimals(Some(2)).json(out, value))?;
    }
    out.extend_from_slice(b",\"since\":");
    fast::put(31, codec::IsoTimestamp.json(out, record.since))?;
    out.push(b'}');
    Ok(())
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

// The keys that a `crm.CompanyRow` had lately.
std::thread_local!(static KEYS_0: fast::Keys = const { fast::Keys::new() });

/// What was read of `crm.CompanyRow`.
#[derive(Default)]
struct Read0<'a> {
    seen: fast::Seen<1>,
    id: Option<&'a str>,
    is_deleted: Option<bool>,
    property_name: Option<&'a str>,
    property_industry: Option<&'a str>,
    property_createdate: Option<rt::Timestamp>,
    property_country: Option<&'a str>,
    property_annualrevenue: Option<rt::Decimal>,
}

impl<'a> fast::Slots<'a> for Read0<'a> {
    const KEYS: &'static [&'static str] = &[
        "id",
        "is_deleted",
        "property_name",
        "property_industry",
        "property_createdate",
        "property_country",
        "property_annualrevenue",
        "property_hs_all-funky-a9384-syntax",
    ];

    const ROWS: bool = true;

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
                self.id = fast::plain(source, false, 0, &codec::Texts, Blank::Absent)?;
            }
            // "is_deleted"
            1 => {
                if !self.seen.insert(1) {
                    return Err(fast::bail(5));
                }
                self.is_deleted = fast::plain(source, false, 3, &codec::TrueFalse, Blank::Absent)?;
            }
            // "property_name"
            2 => {
                if !self.seen.insert(2) {
                    return Err(fast::bail(8));
                }
                self.property_name = fast::plain(source, false, 6, &codec::Texts, Blank::Absent)?;
            }
            // "property_industry"
            3 => {
                if !self.seen.insert(3) {
                    return Err(fast::bail(10));
                }
                self.property_industry = fast::plain(source, true, 9, &codec::Texts, Blank::Absent)?;
            }
            // "property_createdate"
            4 => {
                if !self.seen.insert(4) {
                    return Err(fast::bail(13));
                }
                self.property_createdate = fast::plain(source, false, 11, &*CODEC_0, Blank::Absent)?;
            }
            // "property_country"
            5 => {
                if !self.seen.insert(5) {
                    return Err(fast::bail(16));
                }
                self.property_country = fast::plain(source, false, 14, &codec::Texts, Blank::Absent)?;
            }
            // "property_annualrevenue"
            6 => {
                if !self.seen.insert(6) {
                    return Err(fast::bail(18));
                }
                self.property_annualrevenue = fast::plain(source, true, 17, &codec::Decimals(None), Blank::Absent)?;
            }
            // "property_hs_all-funky-a9384-syntax"
            7 => {
                if !self.seen.insert(7) {
                    return Err(fast::bail(20));
                }
                fast::plain(source, true, 19, &codec::Ints, Blank::Absent)?;
            }
            _ => fast::skip(source)?,
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    #[inline]
    fn finish(self) -> fast::Result<CrmCompanyRow<'a>> {
        Ok(CrmCompanyRow {
            id: fast::filled(1, self.id)?,
            is_deleted: fast::filled(4, self.is_deleted)?,
            property_name: fast::filled(7, self.property_name)?,
            property_industry: self.property_industry,
            property_createdate: fast::filled(12, self.property_createdate)?,
            property_country: fast::filled(15, self.property_country)?,
            property_annualrevenue: self.property_annualrevenue,
        })
    }
}

/// Table `CountryCode`.
fn table_country_code<'a>(key: &'a str) -> Option<&'a str> {
    match key {
        "United States" => Some("US"),
        "United Kingdom" => Some("GB"),
        "Germany" => Some("DE"),
        _ => None,
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Length { min: 1, max: None }];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 2] = [
    rt::Constraint::Digits { precision: 15, scale: 2 },
    rt::Constraint::Range { min: Some(rt::Decimal::from_parts(0, 0, 0, false, 0)), max: None },
];

/// A wire form of the mapping.
static CODEC_0: LazyLock<codec::TimestampBy> = LazyLock::new(|| {
    codec::TimestampBy::new("yyyy-MM-dd H:mm:ss", Some("UTC")).expect("checked when the mapping was compiled")
});

/// The route's plan, for the careful engine.
static PLANS: engine::Image = engine::Image::new(
    r#"mapc-plan 1 985b2c94a19bf18f
(tables
  (table "CountryCode" string string else_reject (("United States" "US") ("United Kingdom" "GB") ("Germany" "DE"))))
(enums (enum "\"KEY\" | \"STANDARD\"" ("KEY" "STANDARD")))
(plan
  ((local "record" r3)
    (local "id" string)
    (local "id_2" string)
    (local "name" string)
    (local "industry" (optional string))
    (local "country" string)
    (local "present" decimal)
    (local "yearly_revenue" (optional decimal))
    (local "since" timestamp))
  (from "crm.CompanyRow")
  (through ())
  (to "Company")
  (source_csv (csv 44 34 46))
  (target_csv -)
  (source in0)
  (input %record)
  (layouts
    ((layout r3 "crm.CompanyRow"
        (("id" string)
          ("is_deleted" bool)
          ("property_name" string)
          ("property_industry" (optional string))
          ("property_createdate" timestamp)
          ("property_country" string)
          ("property_annualrevenue" (optional decimal))))))
  (read_shapes
    ((shape r3 unknown_ignored twice_rejects @16
        ((field ("id") no - no 0 @17 (value blank_is_absent () (leaf (string own))))
          (field ("is_deleted") no - no 1 @18 (value blank_is_absent () (leaf (bool own))))
          (field ("property_name") no - no 2 @19 (value blank_is_absent () (leaf (string own))))
          (field ("property_industry") yes - no 3 @20 (value blank_is_absent () (leaf (string own))))
          (field
            ("property_createdate")
            no
            -
            no
            4
            @21
            (value blank_is_absent () (leaf (timestamp by_pattern "yyyy-MM-dd H:mm:ss" "UTC"))))
          (field ("property_country") no - no 5 @22 (value blank_is_absent () (leaf (string own))))
          (field ("property_annualrevenue") yes - no 6 @23 (value blank_is_absent () (leaf (decimal own))))
          (field ("property_hs_all-funky-a9384-syntax") yes - no - @24 (value blank_is_absent () (leaf (int own))))))))
  (write_shapes
    ((shape r5 omit
        ((field "id" 0 no (blank_is_value no) (leaf (string own)))
          (field "name" 1 no (blank_is_value no) (leaf (string own)))
          (field "industry" 2 yes (blank_is_value no) (leaf (string own)))
          (field "country" 3 no (blank_is_value no) (leaf (string own)))
          (field "yearly_revenue" 4 yes (blank_is_value no) (leaf (decimal own "2")))
          (field "since" 5 no (blank_is_value no) (leaf (timestamp own)))))
      (shape r5 omit ((field "id" 0 no (blank_is_value no) (leaf (string own)))))))
  (functions ())
  (pipeline
    (pipeline out0
      ((stage
          ((delete_when
              (field @1 bool %record@0 1)
              (pipeline out1 ((stage () () ((%id (check @3 string (field @3 string %record@2 0) ((length 1 -))))) ())))))
          ()
          ((%id_2 (check @5 string (field @5 string %record@4 0) ((length 1 -))))
            (%name (check @7 string (field @7 string %record@6 2) ((length 1 -))))
            (%industry (field @9 (optional string) %record@8 3))
            (%country (lookup @11 string t0 (field @11 string %record@10 5)))
            (%yearly_revenue
              (if_present @13
                (optional decimal)
                (field @13 (optional decimal) %record@12 6)
                %present
                (some @13 (optional decimal) (check @13 decimal %present@13 ((digits 15 2) (range 0 -))))
                (const @13 (optional decimal) absent)))
            (%since (field @15 timestamp %record@14 4)))
          ()))))
  (sites
    ((site "crm.map:50:15" "" () ())
      (site "crm.map:50:15" "" ("is_deleted") ())
      (site "crm.map:50:33" "id" () ())
      (site "crm.map:50:33" "id" ("id") ())
      (site "crm.map:52:20" "id" () ())
      (site "crm.map:52:20" "id" ("id") ())
      (site "crm.map:53:20" "name" () ())
      (site "crm.map:53:20" "name" ("property_name") ())
      (site "crm.map:54:20" "industry" () ())
      (site "crm.map:54:20" "industry" ("property_industry") ())
      (site "crm.map:55:20" "country" () ())
      (site "crm.map:55:20" "country" ("property_country") ())
      (site "crm.map:56:20" "yearly_revenue" () ())
      (site "crm.map:56:20" "yearly_revenue" ("property_annualrevenue") ())
      (site "crm.map:57:20" "since" () ())
      (site "crm.map:57:20" "since" ("property_createdate") ())
      (site "crm.map:18:10" "" () ())
      (site "crm.map:19:5" "" () ())
      (site "crm.map:20:5" "" () ())
      (site "crm.map:21:5" "" () ())
      (site "crm.map:22:5" "" () ())
      (site "crm.map:23:5" "" () ())
      (site "crm.map:24:5" "" () ())
      (site "crm.map:25:5" "" () ())
      (site "crm.map:26:5" "" () ()))))
"#,
);
