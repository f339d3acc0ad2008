//! Inputs, the same in every run.

pub(crate) mod event;
pub(crate) mod lead;
pub(crate) mod order;
pub(crate) mod wide;

use std::fmt::Write as _;

use fastrand::Rng;

/// The seed of all inputs.
const SEED: u64 = 20_261_126;

/// A source of chance that gives the same in every run.
pub(crate) fn rng() -> Rng {
    Rng::with_seed(SEED)
}

/// One of some texts.
pub(crate) fn pick<'t>(rng: &mut Rng, texts: &[&'t str]) -> &'t str {
    texts[rng.usize(..texts.len())]
}

/// Appends a text as JSON writes it.
pub(crate) fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// JSON without blanks as Python's `json.dumps` writes it unless told otherwise: a blank behind each comma and colon, and escapes
/// for all that is not ASCII, in pairs beyond the basic plane.
pub(crate) fn as_python(json: &str) -> String {
    let (mut out, mut in_text, mut escaped) = (String::with_capacity(json.len() * 5 / 4), false, false);
    for character in json.chars() {
        match character {
            ',' | ':' if !in_text => out.extend([character, ' ']),
            _ if character.is_ascii() => out.push(character),
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
        in_text ^= character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
    }
    out
}

/// An instant of 2026 in RFC 3339.
pub(crate) fn instant(rng: &mut Rng) -> String {
    format!(
        "2026-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        rng.u32(1..13),
        rng.u32(1..29),
        rng.u32(..24),
        rng.u32(..60),
        rng.u32(..60)
    )
}

pub(crate) const FIRST_NAMES: &[&str] =
    &["Ada", "Grace", "Jürgen", "Zoë", "Łukasz", "Çağla", "Anna", "李", "Ngọc", "Bob", "Ægir", "Renée", "Tom", "Mary"];
pub(crate) const LAST_NAMES: &[&str] =
    &["Lovelace", "Hopper", "Müller", "O'Brien", "Nguyễn", "Smith", "García", "Kowalski", "Øster", "𠮷田", "Curie"];
pub(crate) const COMPANIES: &[&str] =
    &["Analytical Engines", "Müller & Söhne", "Acme", "Société Générale d'Exemple", "Initech", "Kyōto Works", "Globex"];
const WORDS: &[&str] = &[
    "please",
    "call",
    "back",
    "about",
    "the",
    "quote",
    "for",
    "next",
    "quarter",
    "engine",
    "naïve",
    "café",
    "delivery",
    "soon",
    "and",
    "invoice",
    "number",
    "with",
    "many",
    "thanks",
    "regarding",
    "order",
    "größer",
    "parts",
];

/// Some words with blanks between them.
pub(crate) fn sentence(rng: &mut Rng, words: usize) -> String {
    (0..words).map(|_| pick(rng, WORDS)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn python_writes_blanks_outside_of_texts_and_pairs_beyond_the_basic_plane() {
        let json = "{\"a\":[1,{}],\"𠮷:\\\\\":\"ü,\\\":\"}";
        let python = "{\"a\": [1, {}], \"\\ud842\\udfb7:\\\\\": \"\\u00fc,\\\":\"}";
        assert_eq!(super::as_python(json), python);
    }
}
