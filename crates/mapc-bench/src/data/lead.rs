//! Marketing leads of about 400 bytes, of whose twelve keys five are used.

use std::fmt::Write as _;

use fastrand::Rng;

use super::{COMPANIES, FIRST_NAMES, LAST_NAMES, as_python, instant, pick, push_text, rng, sentence};

/// How leads are written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// As Python writes them, see [`as_python`].
    pub(crate) python: bool,
    /// Whole numbers stand as `7.0`, as where a table had gaps in its column.
    pub(crate) floats: bool,
    /// Of a hundred leads, how many lack a company.
    pub(crate) no_company: u32,
    /// And how many have an e-mail address that is none.
    pub(crate) bad_email: u32,
}

/// What most systems write.
pub(crate) const USUAL: Style = Style { python: false, floats: false, no_company: 1, bad_email: 0 };

/// So many leads as lines of JSON.
pub(crate) fn leads(records: usize, style: Style) -> Vec<u8> {
    let (mut rng, mut out) = (rng(), String::new());
    for number in 0..records {
        lead(&mut rng, number, style, &mut out);
    }
    if style.python { as_python(&out).into_bytes() } else { out.into_bytes() }
}

fn lead(rng: &mut Rng, number: usize, style: Style, out: &mut String) {
    let point = if style.floats { ".0" } else { "" };
    let fault = rng.u32(..100);
    let has_company = fault >= style.no_company;
    let _ = write!(out, "{{\"id\":{}{point},\"email_address\":\"", 1_000_000 + number);
    email(rng, number, !has_company || fault >= style.no_company + style.bad_email, out);
    out.push('"');
    for (key, texts, share) in [("first_name", FIRST_NAMES, 85), ("last_name", LAST_NAMES, 90)] {
        if rng.u32(..100) < share {
            let _ = write!(out, ",\"{key}\":");
            push_text(out, pick(rng, texts));
        }
    }
    if has_company {
        out.push_str(",\"company_name\":");
        push_text(out, pick(rng, COMPANIES));
    }
    match rng.u32(..10) {
        0 => {}
        1 => out.push_str(",\"score\":null"),
        _ => {
            let _ = write!(out, ",\"score\":{}{point}", rng.u32(..100));
        }
    }
    let _ = write!(out, ",\"created_at\":\"{}\",\"consent\":{}", instant(rng), rng.bool());
    let _ = write!(out, ",\"utm\":{{\"source\":\"newsletter\",\"medium\":\"email\",\"weight\":{}}}", rng.f32());
    let _ = write!(
        out,
        ",\"tags\":[\"{}\",\"web\"],\"page\":\"https://www.example.com/offer?id={number}\"",
        pick(rng, &["hot", "cold"])
    );
    out.push_str(",\"owner\":null,\"note\":");
    let words = 6 + rng.usize(..12);
    push_text(out, &sentence(rng, words));
    out.push_str("}\n");
}

/// An address with the blanks of a form around it, or what people write instead of one.
fn email(rng: &mut Rng, number: usize, good: bool, out: &mut String) {
    let host = pick(rng, &["Example.com", "mail.example.org", "Navy.Example", "example.co.uk"]);
    let blank = pick(rng, &["", " ", "", "  "]);
    let _ = match rng.u32(..5) {
        _ if good => write!(out, "{blank}Lead.{number}@{host}{blank}"),
        0 => write!(out, "{blank}Lead.{number}"),
        1 => write!(out, "{blank}Lead.{number}@{blank}"),
        2 => write!(out, "Lead {number}@{host}{blank}"),
        3 => write!(out, "Lead.{number}@{host}, Office@{host}"),
        _ => write!(out, "{blank}  "),
    };
}
