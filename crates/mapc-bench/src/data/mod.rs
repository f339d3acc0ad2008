//! Inputs, the same in every run.

pub(crate) mod event;
pub(crate) mod lead;
pub(crate) mod order;
pub(crate) mod wide;

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

/// Appends a text as JSON writes it: as it is, or with `\u` escapes for what is not ASCII, as Python does by default.
pub(crate) fn push_text(out: &mut String, text: &str, escaped: bool) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            _ if escaped && !character.is_ascii() => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            _ => out.push(character),
        }
    }
    out.push('"');
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
    &["Lovelace", "Hopper", "Müller", "O'Brien", "Nguyễn", "Smith", "García", "Kowalski", "Øster", "Babbage", "Curie"];
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
