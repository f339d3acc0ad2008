//! Marketing leads of about 400 bytes, of whose twelve keys five are used.

use std::fmt::Write as _;

use super::{COMPANIES, FIRST_NAMES, LAST_NAMES, instant, pick, push_text, rng, sentence};

/// How leads are written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// Text that is not ASCII stands as `\u` escapes.
    pub(crate) escaped: bool,
    /// Scores stand as `7.0`.
    pub(crate) points: bool,
    /// Of a hundred leads, how many lack a company.
    pub(crate) refused: u32,
}

/// So many leads as lines of JSON.
pub(crate) fn leads(records: usize, style: Style) -> Vec<u8> {
    let (mut rng, mut out) = (rng(), String::new());
    for number in 0..records {
        let rng = &mut rng;
        let (first, last) = (pick(rng, FIRST_NAMES), pick(rng, LAST_NAMES));
        let host = pick(rng, &["Example.com", "mail.example.org", "Navy.Example", "example.co.uk"]);
        let blank = pick(rng, &["", " ", "", "  "]);
        let _ = write!(out, "{{\"id\":{},\"email_address\":\"{blank}Lead.{number}@{host}{blank}\"", 1_000_000 + number);
        for (key, text, share) in [("first_name", first, 85), ("last_name", last, 90)] {
            if rng.u32(..100) < share {
                let _ = write!(out, ",\"{key}\":");
                push_text(&mut out, text, style.escaped);
            }
        }
        if rng.u32(..100) >= style.refused {
            out.push_str(",\"company_name\":");
            push_text(&mut out, pick(rng, COMPANIES), style.escaped);
        }
        let point = if style.points { ".0" } else { "" };
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
        push_text(&mut out, &sentence(rng, words), style.escaped);
        out.push_str("}\n");
    }
    out.into_bytes()
}
