//! Random records of a plan's source type, mostly right and sometimes wrong, the same for the same seed.

use fastrand::Rng;
use mapc_plan::ir::{Decode, DecodeKind, Element, Plan, ReadId};
use mapc_runtime::Constraint;

/// Makes records for one plan.
pub struct Records<'p> {
    plan: &'p Plan,
    rng: Rng,
}

const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "Ada",
    " Ada@Example.com ",
    "grace@navy.example",
    "x@",
    "1200.50",
    "-7",
    "007",
    "Straße",
    "日本語",
    "😀",
    "a,b; c",
    "won",
    "\\u00e9",
    "\\\"",
    "\\n",
    "https://example.com/a?b=c",
    "DE",
    "EUR",
    "usd",
    "67e55044-10b1-426f-9247-bb680e5fe0c8",
    "2026-02-28",
    "ABC-12",
];
const WRONG: &[&str] = &[
    "null",
    "true",
    "\"?\"",
    "1.5",
    "99999999999999999999",
    "{}",
    "[]",
    "[null]",
    "1e400",
    "\"\\ud800\"",
    "{\"a\":1,\"a\":2}",
    "nul",
    "01",
];

impl<'p> Records<'p> {
    /// A maker that gives the same records for the same seed.
    pub fn new(plan: &'p Plan, seed: u64) -> Self {
        Records { plan, rng: Rng::with_seed(seed) }
    }

    /// The next record as JSON, now and then damaged.
    pub fn next_record(&mut self) -> Vec<u8> {
        let mut out = String::new();
        self.record(self.plan.source, &mut out);
        let mut bytes = out.into_bytes();
        if self.one_in(40) && !bytes.is_empty() {
            let at = self.rng.usize(..bytes.len());
            match self.rng.u8(..3) {
                0 => bytes.truncate(at),
                1 => bytes[at] = self.rng.u8(..),
                _ => bytes.insert(at, *self.rng.choice(b"{}[],:\"\\ x0").unwrap_or(&b' ')),
            }
        }
        bytes
    }

    fn one_in(&mut self, n: u32) -> bool {
        self.rng.u32(..n) == 0
    }

    fn record(&mut self, id: ReadId, out: &mut String) {
        let shape = &self.plan.read_shapes[id.0 as usize];
        let mut order: Vec<usize> = (0..shape.fields.len()).collect();
        if self.one_in(4) {
            self.rng.shuffle(&mut order);
        }
        let mut entries = Vec::new();
        for index in order {
            let field = &shape.fields[index];
            let missing = if field.optional || field.default.is_some() { 4 } else { 60 };
            if self.one_in(missing) {
                continue;
            }
            let name = &field.names[self.rng.usize(..field.names.len())];
            let mut value = String::new();
            if (field.optional && self.one_in(6)) || self.one_in(200) {
                value.push_str("null");
            } else {
                self.value(&field.decode, &mut value);
            }
            entries.push(format!("{}:{value}", quoted(name)));
            if self.one_in(150) {
                entries.push(entries[entries.len() - 1].clone());
            }
        }
        if self.one_in(5) {
            entries.push("\"never declared\":[{\"a\":[1.5e-3,\"\\u00e9\"]}]".to_owned());
        }
        out.push('{');
        out.push_str(&entries.join(if self.one_in(5) { " , " } else { "," }));
        out.push('}');
    }

    fn value(&mut self, decode: &Decode, out: &mut String) {
        if self.one_in(60) {
            out.push_str(self.rng.choice(WRONG).unwrap_or(&"null"));
            return;
        }
        match &decode.kind {
            DecodeKind::Record(id) => self.record(*id, out),
            DecodeKind::List(element) => {
                let items: Vec<String> = (0..self.rng.usize(..4)).map(|_| self.element(element)).collect();
                out.push_str(&format!("[{}]", items.join(",")));
            }
            DecodeKind::Map(element) => {
                let items: Vec<String> =
                    (0..self.rng.usize(..3)).map(|n| format!("\"k{n}\":{}", self.element(element))).collect();
                out.push_str(&format!("{{{}}}", items.join(",")));
            }
            _ => {
                let text = self.scalar(decode);
                out.push_str(&text);
            }
        }
    }

    fn element(&mut self, element: &Element) -> String {
        let mut out = String::new();
        if element.optional && self.one_in(4) {
            out.push_str("null");
        } else {
            self.value(&element.decode, &mut out);
        }
        out
    }

    fn scalar(&mut self, decode: &Decode) -> String {
        match &decode.kind {
            DecodeKind::Bool => self.rng.bool().to_string(),
            DecodeKind::BoolWords(yes, no) => quoted(if self.rng.bool() { yes } else { no }),
            DecodeKind::Int => self.int(decode),
            DecodeKind::IntText => quoted(&self.int(decode)),
            DecodeKind::Decimal => self.decimal(decode),
            DecodeKind::DecimalText => quoted(&self.decimal(decode)),
            DecodeKind::Float => format!("{:?}", self.rng.f64() * 1e6 - 5e5),
            DecodeKind::FloatText => quoted(&format!("{:?}", self.rng.f64())),
            DecodeKind::Scalar if self.rng.bool() => self.rng.i64(-5..5000).to_string(),
            DecodeKind::Enum(id) => {
                let wire = &self.plan.enums[id.0 as usize].wire;
                quoted(&wire[self.rng.usize(..wire.len())])
            }
            DecodeKind::EpochSeconds => self.rng.i64(0..2_000_000_000).to_string(),
            DecodeKind::EpochMillis => self.rng.i64(0..2_000_000_000_000).to_string(),
            DecodeKind::Split(separator, _) => quoted(&["1", "x", "22"][..self.rng.usize(..4)].join(separator)),
            DecodeKind::Date => quoted(&self.date()),
            DecodeKind::DateTime => quoted(&format!("{}T{}", self.date(), self.time())),
            DecodeKind::Timestamp => {
                let offset = *self.rng.choice(&["Z", "+02:00", "-05:30"]).unwrap_or(&"Z");
                quoted(&format!("{}T{}{offset}", self.date(), self.time()))
            }
            DecodeKind::DateFormat(pattern)
            | DecodeKind::DateTimeFormat(pattern)
            | DecodeKind::TimestampFormat(pattern, _) => {
                let text = self.by_pattern(pattern);
                quoted(&text)
            }
            _ => format!("\"{}\"", self.rng.choice(TEXTS).unwrap_or(&"")),
        }
    }

    fn int(&mut self, decode: &Decode) -> String {
        let small = decode.constraints.iter().any(|constraint| matches!(constraint, Constraint::Range { .. }));
        match self.rng.u8(..10) {
            0 if !small => self.rng.i64(..).to_string(),
            1 => format!("{}.0", self.rng.i64(-9..99)),
            _ => self.rng.i64(-3..500).to_string(),
        }
    }

    fn decimal(&mut self, _decode: &Decode) -> String {
        let places = self.rng.usize(..4);
        format!("{:.places$}", self.rng.f64() * 2000.0 - 100.0)
    }

    fn date(&mut self) -> String {
        format!("{:04}-{:02}-{:02}", self.rng.u32(1900..2100), self.rng.u32(1..13), self.rng.u32(1..30))
    }

    fn time(&mut self) -> String {
        let fraction = *self.rng.choice(&["", "", ".5", ".250"]).unwrap_or(&"");
        format!("{:02}:{:02}:{:02}{fraction}", self.rng.u32(..24), self.rng.u32(..60), self.rng.u32(..60))
    }

    /// A text for the numeric letters of a pattern; other letters stand as they are, and are refused by the reader.
    fn by_pattern(&mut self, pattern: &str) -> String {
        let fields = [
            ("yyyy", 1990, 2030),
            ("MM", 10, 13),
            ("dd", 10, 30),
            ("HH", 10, 24),
            ("mm", 10, 60),
            ("ss", 10, 60),
            ("M", 1, 13),
            ("d", 1, 29),
            ("H", 0, 24),
        ];
        let mut text = String::new();
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            match fields.iter().find(|(letters, ..)| rest.starts_with(letters)) {
                Some((letters, least, bound)) => {
                    text.push_str(&self.rng.u32(least..bound).to_string());
                    rest = &rest[letters.len()..];
                }
                None => {
                    text.push(first);
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        text
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
