//! A marketing lead to a CRM contact.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Int, Text, is_email, reason};
use crate::contender::Reason;

#[derive(Deserialize)]
struct Lead<'a> {
    #[serde(borrow)]
    email_address: Text<'a>,
    #[serde(borrow)]
    company_name: Text<'a>,
    #[serde(borrow)]
    first_name: Option<Text<'a>>,
    #[serde(borrow)]
    last_name: Option<Text<'a>>,
    score: Option<Int>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Contact<'a> {
    first_name: &'a str,
    last_name: &'a str,
    email: &'a str,
    company: &'a str,
    lead_source: &'static str,
    #[serde(rename = "custom_fields")]
    custom_fields: CustomFields,
}

#[derive(Serialize)]
struct CustomFields {
    lead_score: i64,
}

/// With structs.
pub(crate) fn map(line: &[u8], out: &mut Vec<u8>) -> Result<(), Reason> {
    let lead: Lead<'_> = serde_json::from_slice(line).map_err(reason)?;
    let email = lead.email_address.nonblank().ok_or("email_address is missing")?.trim().to_lowercase();
    let company = lead.company_name.nonblank().ok_or("company_name is missing")?;
    let score = lead.score.map_or(0, |score| score.0);
    check(&email, company, score)?;
    let contact = Contact {
        first_name: lead.first_name.as_ref().and_then(Text::nonblank).unwrap_or_default(),
        last_name: lead.last_name.as_ref().and_then(Text::nonblank).unwrap_or_default(),
        email: &email,
        company,
        lead_source: "Marketing Platform A",
        custom_fields: CustomFields { lead_score: score },
    };
    serde_json::to_writer(out, &contact).map_err(reason)
}

/// What the customer's types demand.
fn check(email: &str, company: &str, score: i64) -> Result<(), Reason> {
    if !is_email(email) {
        return Err("email_address is no e-mail address".into());
    }
    let length = company.chars().count();
    if length > 200 {
        return Err(format!("company_name has {length} characters, and 200 at most are allowed").into());
    }
    if score < 0 {
        return Err(format!("score is {score}, and 0 is the least that is allowed").into());
    }
    Ok(())
}

/// With values, as a script would.
pub(crate) fn map_value(line: &[u8], out: &mut Vec<u8>) -> Result<(), Reason> {
    let lead: Value = serde_json::from_slice(line).map_err(reason)?;
    let text = |key: &str| lead[key].as_str().filter(|text| !text.trim().is_empty());
    let email = text("email_address").ok_or("email_address is missing")?.trim().to_lowercase();
    let company = text("company_name").ok_or("company_name is missing")?;
    let score = match &lead["score"] {
        Value::Null => 0,
        score => score
            .as_i64()
            .or_else(|| score.as_f64().filter(|score| score.fract() == 0.0).map(|score| score as i64))
            .ok_or("score is no whole number")?,
    };
    check(&email, company, score)?;
    // Values sort their keys, so the order of the contact's keys is written out.
    let rest = [
        ("firstName", json!(text("first_name").unwrap_or_default())),
        ("lastName", json!(text("last_name").unwrap_or_default())),
        ("email", json!(email)),
        ("company", json!(company)),
        ("leadSource", json!("Marketing Platform A")),
        ("custom_fields", json!({ "lead_score": score })),
    ];
    for (position, (key, value)) in rest.iter().enumerate() {
        out.extend_from_slice(if position == 0 { b"{\"" } else { b",\"" });
        out.extend_from_slice(key.as_bytes());
        out.extend_from_slice(b"\":");
        serde_json::to_writer(&mut *out, value).map_err(reason)?;
    }
    out.push(b'}');
    Ok(())
}
