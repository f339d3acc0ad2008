//! Values of each type for tests: the edges of a type, and as many others as are asked for, the same for the same number.

use crate::{DateTime, Decimal, Timestamp, Value};

const TEXTS: &[&str] = &[
    "",
    " ",
    "\t",
    "a",
    "Ada",
    "a;b",
    "a,b",
    ";",
    ",",
    "\"",
    "\"\"",
    "say \"x\"",
    "two\nlines",
    "a\rb",
    "\u{0}",
    "ä😀",
    "null",
    "true",
    "7",
    "-0",
    "007",
    "1e5",
    "2026-02-28",
    " lead",
    "tail ",
    "=1+1",
    "\\",
    "\u{feff}",
    "\u{2028}",
    "a-b",
    "|",
    "Y",
    "N",
];
const DECIMALS: &[(i64, u32)] =
    &[(0, 0), (1, 0), (-1, 2), (1250, 2), (125, 1), (-5, 3), (i64::MAX, 0), (i64::MIN, 18), (1, 28), (100, 2)];
const FLOATS: &[f64] = &[0.0, -0.0, 0.1, 1.0, 1e21, 1.5e300, 5e-324, f64::MAX, -7.25, 9_007_199_254_740_993.0];

/// A value of the type that `.map` text calls so; `None` for a type without such values. `number` picks one: the small ones are edges.
pub fn value(base: &str, number: u64) -> Option<Value<'static>> {
    let (edge, chance) = (usize::try_from(number).unwrap_or(usize::MAX), mix(number));
    Some(match base {
        "string" => Value::Str(TEXTS.get(edge).or_else(|| TEXTS.get(chance as usize % TEXTS.len())).copied()?),
        "bool" => Value::Bool(chance.is_multiple_of(2)),
        "int" => {
            Value::Int([0, 1, -1, i64::MAX, i64::MIN].get(edge).copied().unwrap_or((chance >> (number % 60)) as i64))
        }
        "decimal" => Value::Decimal(match DECIMALS.get(edge) {
            Some((mantissa, scale)) => Decimal::new(*mantissa, *scale),
            None => Decimal::new((chance >> (number % 50)) as i64, (mix(chance) % 28) as u32),
        }),
        "float" => Value::Float(FLOATS.get(edge).copied().unwrap_or_else(|| finite(chance))),
        "scalar" => match number % 3 {
            0 => value("string", number / 3)?,
            1 => Value::Bool(chance.is_multiple_of(2)),
            _ => Value::Number(["0", "-7", "1.50", "1e2", "12345678901234567890123"][chance as usize % 5]),
        },
        "date" => Value::Date(local(edge, chance)?.date()),
        "local_datetime" => Value::DateTime(local(edge, chance)?),
        "timestamp" => Value::Timestamp(match INSTANTS.get(edge) {
            Some(text) => crate::datetime::parse_timestamp(text).ok()?,
            None => instant(chance)?,
        }),
        _ => return None,
    })
}

/// Instants around the hours that clocks skip or show twice, and at the ends of what is promised.
const INSTANTS: &[&str] = &[
    "1970-01-01T00:00:00Z",
    "2025-10-26T00:30:00Z",
    "2025-10-26T01:30:00Z",
    "2025-03-30T01:00:00Z",
    "2024-01-01T00:00:00.75Z",
    "2024-01-01T00:00:00.000001Z",
    "2024-01-01T00:00:00.000000001Z",
    "2024-02-29T23:59:59Z",
    "1969-12-31T23:59:59.999Z",
    "1893-03-31T23:07:00Z",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z",
    "9999-12-31T00:00:00Z",
    "1985-01-31T12:00:00Z",
    "2085-01-31T00:59:00Z",
];

fn local(edge: usize, chance: u64) -> Option<DateTime> {
    const EDGES: &[&str] = &[
        "2026-11-01T00:00:00",
        "2026-01-11T00:00:00",
        "1985-01-31T12:30:59.5",
        "2099-12-31T23:59:59",
        "0000-01-01T00:00:00",
        "9999-12-31T23:59:59.999999999",
    ];
    match EDGES.get(edge) {
        Some(text) => crate::datetime::parse_datetime(text).ok(),
        None => Some(instant(chance)?.to_utc()),
    }
}

/// An instant between the years 1 and 9998; most have no fraction of the second, many no seconds.
fn instant(chance: u64) -> Option<Timestamp> {
    let seconds = (chance % 315_000_000_000) as i64 - 62_100_000_000;
    let near = (chance % 4_000_000_000) as i64;
    let more = mix(chance);
    let seconds = if more.is_multiple_of(2) { near } else { seconds };
    let nanos = match more % 11 {
        0 => (more % 1_000_000_000) as i32,
        1 => (more % 1_000) as i32 * 1_000_000,
        2 => (more % 1_000_000) as i32 * 1_000,
        _ => 0,
    };
    let seconds = if more.is_multiple_of(3) { seconds - seconds.rem_euclid(60) } else { seconds };
    Timestamp::new(seconds, nanos)
}

fn finite(chance: u64) -> f64 {
    let float = f64::from_bits(chance);
    if float.is_finite() { float } else { chance as f64 }
}

/// A number that looks like chance: the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
