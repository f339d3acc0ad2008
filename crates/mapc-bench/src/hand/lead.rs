//! A marketing lead to a CRM contact.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Int, Text, is_email};

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
pub(crate) fn map(line: &[u8], out: &mut Vec<u8>) -> bool {
    let Ok(lead) = serde_json::from_slice::<Lead<'_>>(line) else { return false };
    let (Some(email), Some(company)) = (lead.email_address.nonblank(), lead.company_name.nonblank()) else {
        return false;
    };
    let email = email.trim().to_lowercase();
    let score = lead.score.map_or(0, |score| score.0);
    if !is_email(&email) || company.chars().count() > 200 || score < 0 {
        return false;
    }
    let contact = Contact {
        first_name: lead.first_name.as_ref().and_then(Text::nonblank).unwrap_or_default(),
        last_name: lead.last_name.as_ref().and_then(Text::nonblank).unwrap_or_default(),
        email: &email,
        company,
        lead_source: "Marketing Platform A",
        custom_fields: CustomFields { lead_score: score },
    };
    serde_json::to_writer(out, &contact).is_ok()
}

/// With values, as a script would.
pub(crate) fn map_value(line: &[u8], out: &mut Vec<u8>) -> bool {
    let Ok(lead) = serde_json::from_slice::<Value>(line) else { return false };
    let text = |key: &str| lead[key].as_str().filter(|text| !text.trim().is_empty());
    let (Some(email), Some(company)) = (text("email_address"), text("company_name")) else { return false };
    let email = email.trim().to_lowercase();
    let score = match &lead["score"] {
        Value::Null => 0,
        score => match score
            .as_i64()
            .or_else(|| score.as_f64().filter(|score| score.fract() == 0.0).map(|score| score as i64))
        {
            Some(score) => score,
            None => return false,
        },
    };
    if !is_email(&email) || company.chars().count() > 200 || score < 0 {
        return false;
    }
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
        if serde_json::to_writer(&mut *out, value).is_err() {
            return false;
        }
    }
    out.push(b'}');
    true
}
