//! Random values of the forms without parts: most of them satisfy what their type demands.

use fastrand::Rng;
use mapc_plan::{Constant, Decode, DecodeKind, Form, Plan};
use mapc_runtime::codec::{Spelling, Stands, sample};
use mapc_runtime::datetime;
use mapc_runtime::write::Blanks;
use mapc_runtime::{Bump, Constraint, DateTime, Decimal, Timestamp, Value, constraint};

use super::document::quoted;
use super::hints::Hint;
use super::patterns;
use crate::walk;

const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "Ada",
    " Ada@Example.com ",
    "x@",
    "1200.50",
    "-7",
    "007",
    "Straße",
    "日本語",
    "😀",
    "a,b; c|d\te",
    "won",
    "\\",
    "\"quoted\"",
    "two\nlines",
    "=1+1",
    "null",
    "true",
    "2026-02-28",
    "2026-02-28T23:59:59Z",
    "ABC-12",
    "12:30",
];
const EMAILS: &[&str] = &["grace@navy.example", "a.b+c@example.com", "Ada@Example.COM", "o'neil@sub.example.org"];
const URLS: &[&str] = &["https://example.com/a?b=c#d", "http://example.org", "https://example.com:8080/%C3%A9"];
const COUNTRIES: &[&str] = &["DE", "GB", "US", "FR", "JP", "SS"];
const CURRENCIES: &[&str] = &["EUR", "USD", "JPY", "KWD", "GBP"];

/// Makes values for one plan.
#[derive(Debug)]
pub struct Scalars<'p> {
    plan: &'p Plan,
    /// Texts that the plan compares with, looks up or falls back to.
    words: Vec<String>,
    /// Numbers likewise.
    numbers: Vec<Decimal>,
}

impl<'p> Scalars<'p> {
    /// For a plan.
    pub fn new(plan: &'p Plan) -> Self {
        let mut scalars = Scalars { plan, words: Vec::new(), numbers: Vec::new() };
        walk::constants(plan, &mut |constant| match constant {
            Constant::Str(text) => scalars.words.push(text.to_string()),
            Constant::Int(int) => scalars.numbers.push((*int).into()),
            Constant::Decimal(decimal) => scalars.numbers.push(*decimal),
            _ => {}
        });
        scalars
    }

    /// A value of a form without parts, as JSON; `hint` tells what the plan does with it.
    pub fn value(&self, decode: &Decode, hint: Option<&Hint>, rng: &mut Rng) -> Vec<u8> {
        let hint = hint.filter(|_| rng.u8(..5) > 0);
        if let Some(word) = hint.and_then(|hint| rng.choice(&hint.words)).filter(|_| rng.bool()) {
            match &decode.kind {
                DecodeKind::Leaf(form) if form.stands() == Stands::Bare => return word.as_bytes().to_vec(),
                DecodeKind::Leaf(_) => return quoted(word),
                _ => {}
            }
        }
        let further = hint.map_or(&[][..], |hint| &hint.constraints);
        let constraints: Vec<Constraint> = decode.constraints.iter().chain(further).cloned().collect();
        self.of_form(decode, &constraints, rng)
    }

    fn of_form(&self, decode: &Decode, constraints: &[Constraint], rng: &mut Rng) -> Vec<u8> {
        match &decode.kind {
            DecodeKind::Enum(id) => {
                let members = self.plan.enums.get(id.0 as usize).map_or(&[][..], |members| &members.wire);
                quoted(rng.choice(members).map_or("", |text| text))
            }
            DecodeKind::Split(separator, element) => {
                let count = rng.usize(..4);
                let parts = (0..count).map(|_| super::document::plain(&self.value(&element.decode, None, rng)));
                quoted(&parts.collect::<Vec<_>>().join(separator))
            }
            DecodeKind::Leaf(form) => self.leaf(form, constraints, rng),
            DecodeKind::Record(_) | DecodeKind::List(_) | DecodeKind::Map(_) => quoted(&self.text(constraints, rng)),
        }
    }

    /// Numbers and texts satisfy what their type demands, and are spelled in more than one way; what else there is, is written as its
    /// form has it.
    fn leaf(&self, form: &Form, constraints: &[Constraint], rng: &mut Rng) -> Vec<u8> {
        let bare = form.stands() == Stands::Bare;
        let number = |text: String, rng: &mut Rng| if bare { respelled(text, rng).into_bytes() } else { quoted(&text) };
        match (form.definition.base, form.definition.spelling) {
            ("int", _) => number(self.int(constraints, rng).to_string(), rng),
            ("decimal", _) => number(self.decimal(constraints, rng).to_string(), rng),
            ("float", _) => {
                let text = self.float(constraints, rng);
                if bare { text.into_bytes() } else { quoted(&text) }
            }
            ("string", _) => quoted(&self.text(constraints, rng)),
            ("scalar", _) => match rng.u8(..4) {
                0 => self.decimal(constraints, rng).to_string().into_bytes(),
                1 => rng.bool().to_string().into_bytes(),
                _ => quoted(&self.text(constraints, rng)),
            },
            ("timestamp", Spelling::Own) => quoted(&stamp(rng)),
            (base, _) => written(form, base, rng),
        }
    }

    /// Values that stand just inside and just outside of what a type demands, and the neighbours of an enum's words, as JSON.
    pub fn edges(&self, decode: &Decode, hint: Option<&Hint>) -> Vec<Vec<u8>> {
        let mut edges = Vec::new();
        let further = hint.map_or(&[][..], |hint| &hint.constraints);
        for constraint in decode.constraints.iter().chain(further) {
            match constraint {
                Constraint::Length { min, max } => {
                    let lengths = [min.checked_sub(1), Some(*min), *max, max.and_then(|max| max.checked_add(1))];
                    for length in lengths.into_iter().flatten().filter(|length| *length < 5_000) {
                        edges.push(quoted(&"x".repeat(length as usize)));
                        edges.push(quoted(&"ä".repeat(length as usize)));
                    }
                }
                Constraint::Range { min, max } => {
                    for bound in [min, max].into_iter().flatten() {
                        for step in [Decimal::ZERO, Decimal::ONE, Decimal::new(1, 6)] {
                            edges.extend(bound.checked_add(step).map(|it| number(it, decode)));
                            edges.extend(bound.checked_sub(step).map(|it| number(it, decode)));
                        }
                    }
                }
                Constraint::Digits { precision, scale } => {
                    let whole = "9".repeat((precision - scale) as usize);
                    let fraction = "9".repeat(*scale as usize);
                    for text in [
                        format!("{whole}.{fraction}0"),
                        format!("{whole}.{fraction}9"),
                        format!("9{whole}.{fraction}"),
                        format!("-{whole}.0"),
                    ] {
                        edges.push(number(text.trim_start_matches('.'), decode));
                    }
                }
                // One without minor units.
                Constraint::Currency => edges.push(quoted("XAU")),
                _ => {}
            }
        }
        if let DecodeKind::Leaf(form) = &decode.kind
            && form.definition.base == "timestamp"
        {
            edges.extend(["0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"].map(quoted));
        }
        if let DecodeKind::Enum(id) = &decode.kind {
            for word in self.plan.enums.get(id.0 as usize).into_iter().flat_map(|members| &members.wire) {
                edges.extend(
                    [word.to_uppercase(), word.to_lowercase(), format!("{word} "), word.clone()].map(|it| quoted(&it)),
                );
            }
        }
        edges
    }

    /// A word that the plan knows.
    pub fn word(&self, rng: &mut Rng) -> Option<&str> {
        rng.choice(&self.words).map(String::as_str)
    }

    fn text(&self, constraints: &[Constraint], rng: &mut Rng) -> String {
        let mut text = String::new();
        for _ in 0..12 {
            text = self.attempt(constraints, rng);
            if constraint::text(constraints, &Bump::new(), &text).is_ok() {
                break;
            }
        }
        text
    }

    fn attempt(&self, constraints: &[Constraint], rng: &mut Rng) -> String {
        let mut text = match rng.u8(..6) {
            0 | 1 => self.word(rng).unwrap_or("word").to_owned(),
            2 | 3 => rng.choice(TEXTS).map_or("", |text| text).to_owned(),
            4 => (0..rng.usize(1..20)).map(|_| rng.alphanumeric()).collect(),
            _ => rng
                .choice([EMAILS, URLS, COUNTRIES, CURRENCIES])
                .and_then(|list| rng.choice(list))
                .map_or("", |it| it)
                .to_owned(),
        };
        for constraint in constraints {
            let list = match constraint {
                Constraint::Email => EMAILS,
                Constraint::Url => URLS,
                Constraint::Country => COUNTRIES,
                Constraint::Currency => CURRENCIES,
                Constraint::Uuid => {
                    text = uuid(rng);
                    continue;
                }
                Constraint::Pattern(pattern) => {
                    text = patterns::matching(pattern.as_str(), rng).unwrap_or(text);
                    continue;
                }
                Constraint::Length { min, max } => {
                    text = of_length(text, *min, *max, rng);
                    continue;
                }
                _ => continue,
            };
            text = rng.choice(list).map_or("", |it| it).to_owned();
        }
        text
    }

    fn int(&self, constraints: &[Constraint], rng: &mut Rng) -> i64 {
        let (min, max) = range(constraints);
        let known = rng.choice(&self.numbers).and_then(|known| i64::try_from(*known).ok());
        match (rng.u8(..12), known) {
            (0, _) if min.is_none() && max.is_none() => rng.i64(..),
            (1..=3, Some(known)) if within(known.into(), min, max) => known,
            _ => {
                let least = min.and_then(|min| i64::try_from(min.ceil()).ok()).unwrap_or(-3);
                let most =
                    max.and_then(|max| i64::try_from(max.floor()).ok()).unwrap_or_else(|| least.saturating_add(500));
                rng.i64(least..=most.max(least))
            }
        }
    }

    fn decimal(&self, constraints: &[Constraint], rng: &mut Rng) -> Decimal {
        let (min, max) = range(constraints);
        let mut made = Decimal::ZERO;
        for _ in 0..12 {
            let least = min.and_then(|min| i64::try_from(min.floor()).ok()).unwrap_or(-100);
            let most = max.and_then(|max| i64::try_from(max.ceil()).ok()).unwrap_or_else(|| least.saturating_add(2000));
            made = match rng.choice(&self.numbers) {
                Some(known) if rng.u8(..5) == 0 => *known,
                _ => {
                    let places = rng.u32(..4);
                    let whole =
                        rng.i64(least.max(-1_000_000_000)..=most.min(1_000_000_000).max(least.max(-1_000_000_000)));
                    let part = rng.i64(0..10_i64.pow(places));
                    Decimal::from(whole) + Decimal::new(part, places)
                }
            };
            if constraint::decimal(constraints, made).is_ok() {
                break;
            }
        }
        made
    }

    fn float(&self, constraints: &[Constraint], rng: &mut Rng) -> String {
        match rng.u8(..8) {
            0 => "0.1".to_owned(),
            1 => self.int(constraints, rng).to_string(),
            2 => format!("{:?}", rng.f64() * 1e300),
            _ => self.decimal(constraints, rng).to_string(),
        }
    }
}

fn number(value: impl std::fmt::Display, decode: &Decode) -> Vec<u8> {
    let text = value.to_string();
    let in_text = matches!(&decode.kind, DecodeKind::Leaf(form) if form.stands() == Stands::Quoted);
    if in_text { quoted(&text) } else { text.into_bytes() }
}

fn range(constraints: &[Constraint]) -> (Option<Decimal>, Option<Decimal>) {
    let range = |constraint: &Constraint| match constraint {
        Constraint::Range { min, max } => Some((*min, *max)),
        _ => None,
    };
    constraints.iter().find_map(range).unwrap_or_default()
}

fn within(value: Decimal, min: Option<Decimal>, max: Option<Decimal>) -> bool {
    min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max)
}

/// The number, now and then in another spelling of the same.
fn respelled(number: impl std::fmt::Display, rng: &mut Rng) -> String {
    let text = number.to_string();
    match rng.u8(..16) {
        0 if !text.contains('.') => format!("{text}.0"),
        1 => format!("{text}e0"),
        2 => format!("{text}E+00"),
        _ => text,
    }
}

fn of_length(mut text: String, min: u64, max: Option<u64>, rng: &mut Rng) -> String {
    let count = text.chars().count() as u64;
    for _ in count..min {
        text.push(rng.alphanumeric());
    }
    match max {
        Some(max) if count > max => text.chars().take(max as usize).collect(),
        _ => text,
    }
}

fn uuid(rng: &mut Rng) -> String {
    let text = format!("{:032x}", rng.u128(..));
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|range| text.get(range).unwrap_or_default());
    let text = parts.join("-");
    if rng.u8(..4) == 0 { text.to_uppercase() } else { text }
}

fn instant(rng: &mut Rng) -> Timestamp {
    let seconds = if rng.u8(..8) == 0 { rng.i64(-62_000_000_000..253_000_000_000) } else { rng.i64(0..4_000_000_000) };
    // Most instants are written with whole seconds and many with whole minutes, and some forms hold no others.
    let seconds = if rng.u8(..4) > 0 { seconds - seconds.rem_euclid(60) } else { seconds };
    let fraction =
        if rng.u8(..24) > 0 { 0 } else { *rng.choice(&[500_000_000, 250_000_000, 123_456_789]).unwrap_or(&0) };
    Timestamp::new(seconds, fraction).unwrap_or_default()
}

fn local(rng: &mut Rng) -> DateTime {
    instant(rng).to_utc()
}

/// An instant in RFC 3339 with one of several offsets.
fn stamp(rng: &mut Rng) -> String {
    let mut text = Vec::new();
    datetime::push_datetime(&mut text, local(rng));
    let offset = *rng.choice(&["Z", "Z", "+02:00", "-05:30", "+00:00", "z"]).unwrap_or(&"Z");
    format!("{}{offset}", String::from_utf8_lossy(&text))
}

/// A value of the form, as JSON. A form may refuse values, so several are tried.
fn written(form: &Form, base: &str, rng: &mut Rng) -> Vec<u8> {
    let Ok(codec) = form.codec() else { return quoted("") };
    for _ in 0..100 {
        let value = match base {
            "bool" => Value::Bool(rng.bool()),
            "date" => Value::Date(local(rng).date()),
            "local_datetime" => Value::DateTime(local(rng)),
            "timestamp" => Value::Timestamp(instant(rng)),
            other => sample::value(other, rng.u64(..)).unwrap_or(Value::Absent),
        };
        let mut out = Vec::new();
        if codec.json_value(Blanks::ANY, &mut out, value).is_ok() {
            return out;
        }
    }
    quoted("")
}
