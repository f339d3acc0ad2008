//! JSON by value: what two texts must share to mean the same.

use std::fmt::Write as _;

use mapc_runtime::Bump;
use mapc_runtime::decode::{Read, Unread};
use mapc_runtime::json::{Kind, Reader};

/// A JSON value. Numbers are kept as written, keys in their order.
#[derive(Clone, Debug)]
pub enum Json {
    /// `null`.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A number.
    Number(String),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a text.
    ///
    /// # Errors
    /// In words, where it is not JSON.
    pub fn parse(text: &[u8]) -> Result<Json, String> {
        let bump = Bump::new();
        let read = Reader::new(text, &bump).and_then(|mut reader| {
            let value = read(&mut reader)?;
            reader.end()?;
            Ok(value)
        });
        read.map_err(|unread| match unread {
            Unread::Malformed(malformed) => malformed.reason,
            _ => "not JSON".to_owned(),
        })
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether both mean the same: numbers as exact decimals, keys in any order.
    pub fn means(&self, other: &Json) -> bool {
        match (self, other) {
            (Json::Null, Json::Null) => true,
            (Json::Bool(left), Json::Bool(right)) => left == right,
            (Json::Number(left), Json::Number(right)) => Exact::of(left) == Exact::of(right),
            (Json::Text(left), Json::Text(right)) => left == right,
            (Json::List(left), Json::List(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.means(right))
            }
            (Json::Object(left), Json::Object(right)) => {
                left.len() == right.len()
                    && left.iter().all(|(key, value)| other.get(key).is_some_and(|other| value.means(other)))
            }
            _ => false,
        }
    }

    /// Whether `whole` holds all that stands here: objects may have other keys too, at every depth.
    pub fn is_part_of(&self, whole: &Json) -> bool {
        match (self, whole) {
            (Json::Object(members), Json::Object(_)) => {
                members.iter().all(|(key, value)| whole.get(key).is_some_and(|other| value.is_part_of(other)))
            }
            (Json::List(left), Json::List(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.is_part_of(right))
            }
            _ => self.means(whole),
        }
    }

    /// On one line.
    pub fn compact(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, out: &mut String) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Json::Number(text) => out.push_str(text),
            Json::Text(text) => quote(text, out),
            Json::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { "" });
                    item.write(out);
                }
                out.push(']');
            }
            Json::Object(members) => {
                out.push_str("{ ");
                for (at, (key, value)) in members.iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { "" });
                    quote(key, out);
                    out.push_str(": ");
                    value.write(out);
                }
                out.push_str(" }");
            }
        }
    }
}

/// A text in quotes, without characters that could steer a terminal.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {
                // Writing to a `String` cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

fn read(reader: &mut Reader<'_>) -> Read<Json> {
    Ok(match reader.peek()? {
        Kind::Null => {
            reader.null()?;
            Json::Null
        }
        Kind::Bool => Json::Bool(reader.boolean()?),
        Kind::Number => Json::Number(reader.number()?.to_owned()),
        Kind::Text => Json::Text(reader.text()?.to_owned()),
        Kind::List => {
            reader.begin_list()?;
            let mut items = Vec::new();
            while reader.next_element(items.is_empty())? {
                items.push(read(reader)?);
            }
            Json::List(items)
        }
        Kind::Object => {
            reader.begin_object()?;
            let mut members = Vec::new();
            while let Some(key) = reader.next_decoded_key(members.is_empty())? {
                members.push((key.to_owned(), read(reader)?));
            }
            Json::Object(members)
        }
    })
}

/// A number as sign, digits without zeros around them, and power of ten.
#[derive(Debug, PartialEq, Eq)]
struct Exact<'n> {
    negative: bool,
    digits: String,
    /// Of the last digit; as written where even that is too large a number to count with.
    power: Result<i64, &'n str>,
}

impl<'n> Exact<'n> {
    fn of(text: &'n str) -> Exact<'n> {
        let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}");
        let kept = digits.trim_end_matches('0');
        let dropped = digits.len() - kept.len();
        let digits = kept.trim_start_matches('0').to_owned();
        if digits.is_empty() {
            return Exact { negative: false, digits, power: Ok(0) };
        }
        let shift = i64::try_from(dropped).unwrap_or(0) - i64::try_from(fraction.len()).unwrap_or(0);
        let power = exponent.parse::<i64>().ok().and_then(|power| power.checked_add(shift)).ok_or(exponent);
        Exact { negative, digits, power }
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    fn same(left: &str, right: &str) -> bool {
        Json::parse(left.as_bytes()).unwrap().means(&Json::parse(right.as_bytes()).unwrap())
    }

    #[test]
    fn numbers_are_compared_exactly() {
        for (left, right) in [("1", "1.0"), ("100", "1e2"), ("0.10", "1E-1"), ("-0", "0.0"), ("12.50", "125e-1")] {
            assert!(same(left, right), "{left} {right}");
        }
        for (left, right) in [("1", "-1"), ("9007199254740993", "9007199254740992"), ("0.1", "0.10000000000000001")] {
            assert!(!same(left, right), "{left} {right}");
        }
        assert!(!same("1", "\"1\"") && !same("0", "null") && !same("1", "true"));
    }

    #[test]
    fn keys_stand_in_any_order_but_all_of_them() {
        assert!(same(r#"{"a":1,"b":[2]}"#, r#"{"b":[2.0],"a":1}"#));
        assert!(!same(r#"{"a":null}"#, "{}"));
        assert!(!same("[1,2]", "[2,1]"));
    }

    #[test]
    fn a_part_leaves_keys_open_at_every_depth() {
        let whole = Json::parse(br#"{"a":[{"b":1,"c":2}],"d":3}"#).unwrap();
        let part = |text: &str| Json::parse(text.as_bytes()).unwrap().is_part_of(&whole);
        assert!(part(r#"{"a":[{"c":2}]}"#) && part("{}"));
        assert!(!part(r#"{"a":[]}"#) && !part(r#"{"e":null}"#));
    }
}
