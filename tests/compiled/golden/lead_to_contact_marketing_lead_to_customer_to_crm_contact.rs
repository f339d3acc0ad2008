//! Maps `marketing.Lead` to `crm.Contact`.

#![allow(unreachable_code, unused_variables, clippy::style, clippy::complexity)]
#![allow(clippy::eq_op, clippy::overly_complex_bool_expr, clippy::ifs_same_cond, clippy::approx_constant)]

use mapc_interp as engine;
use mapc_runtime as rt;
use rt::codec;
use rt::codec::Codec;
use rt::decode::Blank;
use rt::decode::Source;
use rt::fast;

/// Maps one `marketing.Lead` to a `crm.Contact`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn marketing_lead_to_customer_to_crm_contact(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    marketing_lead_to_customer_to_crm_contact_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`marketing_lead_to_customer_to_crm_contact`], within a context that afterwards holds the notices of the record.
pub fn marketing_lead_to_customer_to_crm_contact_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    ROUTE.run(cx, input, rt::Format::Json, out, good)
}

/// As [`marketing_lead_to_customer_to_crm_contact`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn marketing_lead_to_customer_to_crm_contact_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, marketing_lead_to_customer_to_crm_contact_in)
}

/// The route as a value, for whatever runs any [`rt::Route`]. It carries the careful engine that explains what the good path does not accept.
pub static ROUTE: engine::Route = engine::Route::new(&PLANS, 0, &["marketing.Lead", "Customer", "crm.Contact"], good);

/// The good path: reads the record, does what the maps say, and writes what comes of it. Whatever would have to be explained bails.
fn good<'a>(cx: &rt::Cx<'a>, input: rt::Input<'a>, out: &mut Vec<u8>) -> fast::Result<rt::Outcome> {
    let mut slots = Read0::default();
    let whole = fast::record(input, cx.bump, &mut slots)?;
    let contact = map(cx, slots.finish()?)?;
    let begun = out.len();
    write(cx, out, &contact)?;
    fast::end(cx, whole, out, begun, rt::Outcome::Written)
}

/// What the maps make of a record, below the place of each line. Whatever would have to be explained bails.
#[inline]
fn map<'a>(cx: &rt::Cx<'a>, record: MarketingLead<'a>) -> fast::Result<CrmContact<'a>> {
    // marketing.map:14:17 email
    let email: &'a str = fast::or(
        12,
        rt::constraint::text(
            &RULES_0,
            cx.bump,
            fast::looked(cx, rt::library::text::lower(cx, rt::library::text::trim(cx, record.email_address)))?,
        ),
    )?;
    // marketing.map:15:17 first_name
    let first_name: &'a str = record.first_name.unwrap_or("");
    // marketing.map:16:17 last_name
    let last_name: &'a str = record.last_name.unwrap_or("");
    // marketing.map:17:17 company
    let company: &'a str = fast::or(13, rt::constraint::text(&RULES_1, cx.bump, fast::looked(cx, record.company_name)?))?;
    // marketing.map:18:17 lead_source
    let lead_source: Option<&'a str> = Some("Marketing Platform A");
    // marketing.map:19:17 lead_score
    let lead_score: i64 = match record.score {
        Some(present_3) => fast::or(14, rt::constraint::int(&RULES_2, present_3))?,
        None => 0_i64,
    };
    // crm.map:20:3 custom_fields
    let custom_fields: CrmContactCustomFields = CrmContactCustomFields { lead_score };
    Ok(CrmContact { first_name, last_name, email, company, lead_source, custom_fields })
}

/// What the maps make: a `crm.Contact`.
struct CrmContact<'a> {
    first_name: &'a str,
    last_name: &'a str,
    email: &'a str,
    company: &'a str,
    lead_source: Option<&'a str>,
    custom_fields: CrmContactCustomFields,
}

/// Writes a `crm.Contact`.
#[inline]
fn write(cx: &rt::Cx<'_>, out: &mut Vec<u8>, record: &CrmContact<'_>) -> fast::Result<()> {
    out.extend_from_slice(b"{\"firstName\":");
    fast::put(15, codec::Texts.json(out, record.first_name))?;
    out.extend_from_slice(b",\"lastName\":");
    fast::put(16, codec::Texts.json(out, record.last_name))?;
    out.extend_from_slice(b",\"email\":");
    fast::put(17, codec::Texts.json(out, record.email))?;
    out.extend_from_slice(b",\"company\":");
    fast::put(18, codec::Texts.json(out, record.company))?;
    if let Some(value) = record.lead_source {
        out.extend_from_slice(b",\"leadSource\":");
        fast::put(19, codec::Texts.json(out, value))?;
    }
    out.extend_from_slice(b",\"custom_fields\":");
    write_1(cx, out, &record.custom_fields)?;
    out.push(b'}');
    Ok(())
}

/// What this route knows of a `marketing.Lead`.
#[derive(Clone, Copy, PartialEq)]
struct MarketingLead<'a> {
    email_address: &'a str,
    company_name: &'a str,
    first_name: Option<&'a str>,
    last_name: Option<&'a str>,
    score: Option<i64>,
}

/// What this route knows of a `crm.Contact.custom_fields`.
#[derive(Clone, Copy, PartialEq)]
struct CrmContactCustomFields {
    lead_score: i64,
}

// The keys that a `marketing.Lead` had lately.
std::thread_local!(static KEYS_0: fast::Keys = const { fast::Keys::new() });

/// What was read of `marketing.Lead`.
#[derive(Default)]
struct Read0<'a> {
    seen: fast::Seen<1>,
    email_address: Option<&'a str>,
    company_name: Option<&'a str>,
    first_name: Option<&'a str>,
    last_name: Option<&'a str>,
    score: Option<i64>,
}

impl<'a> fast::Slots<'a> for Read0<'a> {
    const KEYS: &'static [&'static str] = &["email_address", "company_name", "first_name", "last_name", "score"];

    fn memory() -> &'static fast::Memory {
        &KEYS_0
    }

    #[inline]
    fn field<S: Source<'a>>(&mut self, key: usize, source: &mut S) -> fast::Result<()> {
        match key {
            // "email_address"
            0 => {
                if !self.seen.insert(0) {
                    return Err(fast::bail(2));
                }
                self.email_address = fast::plain(source, false, 0, &codec::Texts, Blank::Absent)?;
            }
            // "company_name"
            1 => {
                if !self.seen.insert(1) {
                    return Err(fast::bail(5));
                }
                self.company_name = fast::plain(source, false, 3, &codec::Texts, Blank::Absent)?;
            }
            // "first_name"
            2 => {
                if !self.seen.insert(2) {
                    return Err(fast::bail(7));
                }
                self.first_name = fast::plain(source, true, 6, &codec::Texts, Blank::Absent)?;
            }
            // "last_name"
            3 => {
                if !self.seen.insert(3) {
                    return Err(fast::bail(9));
                }
                self.last_name = fast::plain(source, true, 8, &codec::Texts, Blank::Absent)?;
            }
            // "score"
            4 => {
                if !self.seen.insert(4) {
                    return Err(fast::bail(11));
                }
                self.score = fast::plain(source, true, 10, &codec::Ints, Blank::Absent)?;
            }
            _ => fast::skip(source)?,
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    #[inline]
    fn finish(self) -> fast::Result<MarketingLead<'a>> {
        Ok(MarketingLead {
            email_address: fast::filled(1, self.email_address)?,
            company_name: fast::filled(4, self.company_name)?,
            first_name: self.first_name,
            last_name: self.last_name,
            score: self.score,
        })
    }
}

/// Writes a `crm.Contact.custom_fields`.
fn write_1(_cx: &rt::Cx<'_>, out: &mut Vec<u8>, record: &CrmContactCustomFields) -> fast::Result<()> {
    out.extend_from_slice(b"{\"lead_score\":");
    fast::put(21, codec::Ints.json(out, record.lead_score))?;
    out.push(b'}');
    Ok(())
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [rt::Constraint::Email];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 1] = [rt::Constraint::Length { min: 1, max: Some(200) }];

/// What a type of the mapping demands.
static RULES_2: [rt::Constraint; 1] = [rt::Constraint::Range { min: Some(rt::Decimal::from_parts(0, 0, 0, false, 0)), max: None }];

/// The route's plan, for the careful engine.
static PLANS: engine::Image = engine::Image::new(
    r#"mapc-plan 1 30c1096161ac1e60
(tables)
(enums)
(plan
  ((local "record" r3)
    (local "email" string)
    (local "present" string)
    (local "first_name" string)
    (local "present_2" string)
    (local "last_name" string)
    (local "company" string)
    (local "lead_source" (optional string))
    (local "present_3" int)
    (local "lead_score" int)
    (local "firstName" string)
    (local "lastName" string)
    (local "email_2" string)
    (local "company_2" string)
    (local "leadSource" (optional string))
    (local "custom_fields" r4))
  (from "marketing.Lead")
  (through ("Customer"))
  (to "crm.Contact")
  (source_csv -)
  (target_csv -)
  (source in0)
  (input %record)
  (layouts
    ((layout r3 "marketing.Lead"
        (("email_address" string)
          ("company_name" string)
          ("first_name" (optional string))
          ("last_name" (optional string))
          ("score" (optional int))))
      (layout r4 "crm.Contact.custom_fields" (("lead_score" int)))))
  (read_shapes
    ((shape r3 unknown_ignored twice_rejects @18
        ((field ("email_address") no - no 0 @19 (value blank_is_absent () (leaf (string own))))
          (field ("company_name") no - no 1 @20 (value blank_is_absent () (leaf (string own))))
          (field ("first_name") yes - no 2 @21 (value blank_is_absent () (leaf (string own))))
          (field ("last_name") yes - no 3 @22 (value blank_is_absent () (leaf (string own))))
          (field ("score") yes - no 4 @23 (value blank_is_absent () (leaf (int own))))))))
  (write_shapes
    ((shape r1 omit
        ((field "firstName" 0 no (blank_is_value no) (leaf (string own)))
          (field "lastName" 1 no (blank_is_value no) (leaf (string own)))
          (field "email" 2 no (blank_is_value no) (leaf (string own)))
          (field "company" 3 no (blank_is_value no) (leaf (string own)))
          (field "leadSource" 4 yes (blank_is_value no) (leaf (string own)))
          (field "custom_fields" 5 no (blank_is_value no) (record out1))))
      (shape r4 omit ((field "lead_score" 0 no (blank_is_value no) (leaf (int own)))))))
  (functions ())
  (pipeline
    (pipeline out0
      ((stage
          ()
          ()
          ((%email
              (check @1 string
                (call @1 string text::lower ((call @1 string text::trim ((field @1 string %record@0 0)))))
                (email)))
            (%first_name
              (if_present @3 string (field @3 (optional string) %record@2 2) %present %present@3 (const @3 string "")))
            (%last_name
              (if_present @5 string
                (field @5 (optional string) %record@4 3)
                %present_2
                %present_2@5
                (const @5 string "")))
            (%company (check @7 string (field @7 string %record@6 1) ((length 1 200))))
            (%lead_source (some @8 (optional string) (const @8 string "Marketing Platform A")))
            (%lead_score
              (if_present @10 int
                (field @10 (optional int) %record@9 4)
                %present_3
                (check @10 int %present_3@10 ((range 0 -)))
                (const @10 int (int 0)))))
          ())
        (stage
          ()
          ()
          ((%firstName %first_name@11)
            (%lastName %last_name@12)
            (%email_2 %email@13)
            (%company_2 %company@14)
            (%leadSource %lead_source@15)
            (%custom_fields (record @17 r4 (%lead_score@16))))
          ()))))
  (sites
    ((site "marketing.map:14:17" "email" () ())
      (site "marketing.map:14:17" "email" ("email_address") ())
      (site "marketing.map:15:17" "first_name" () ())
      (site "marketing.map:15:17" "first_name" ("first_name") ())
      (site "marketing.map:16:17" "last_name" () ())
      (site "marketing.map:16:17" "last_name" ("last_name") ())
      (site "marketing.map:17:17" "company" () ())
      (site "marketing.map:17:17" "company" ("company_name") ())
      (site "marketing.map:18:17" "lead_source" () ())
      (site "marketing.map:19:17" "lead_score" () ())
      (site "marketing.map:19:17" "lead_score" ("score") ())
      (site "crm.map:15:3" "firstName" ("first_name") ())
      (site "crm.map:16:3" "lastName" ("last_name") ())
      (site "crm.map:17:3" "email" ("email_address") ())
      (site "crm.map:18:3" "company" ("company_name") ())
      (site "crm.map:19:3" "leadSource" () ())
      (site "crm.map:20:3" "custom_fields.lead_score" ("score") ())
      (site "crm.map:20:3" "custom_fields" ("score") ())
      (site "marketing.map:4:10" "" () ())
      (site "marketing.map:5:5" "" () ())
      (site "marketing.map:6:5" "" () ())
      (site "marketing.map:7:5" "" () ())
      (site "marketing.map:8:5" "" () ())
      (site "marketing.map:9:5" "" () ()))))
"#,
);
