//! From values of the language to JSON. Each type has one written form, so the same values are the same bytes in every run.
//!
//! Numbers and bools stand in JSON as their [`text`] form; texts, dates and times stand in quotes: [`string()`] and [`quoted`].

pub mod text;

use crate::json::plain_length;
use crate::{Map, Scalar};

/// Appends `null`.
pub fn null(out: &mut Vec<u8>) {
    out.extend_from_slice(b"null");
}

/// Appends a text in quotes. Only what JSON demands is escaped.
#[inline]
pub fn string(out: &mut Vec<u8>, text: &str) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let bytes = text.as_bytes();
    let plain = plain_length(bytes);
    out.extend_from_slice(bytes.get(..plain).unwrap_or_default());
    if plain < bytes.len() {
        escaped(out, bytes.get(plain..).unwrap_or_default());
    }
    out.push(b'"');
}

/// Appends in quotes what `write` appends: a text form such as a date by a pattern.
#[inline]
pub fn quoted(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    out.push(b'"');
    let start = out.len();
    write(out);
    escape_from(out, start);
    out.push(b'"');
}

/// Appends a scalar as it was.
pub fn scalar(out: &mut Vec<u8>, scalar: Scalar<'_>) {
    match scalar {
        Scalar::Str(text) => string(out, text),
        Scalar::Number(_) | Scalar::Bool(_) => text::scalar(out, scalar),
    }
}

/// Appends a list; `write` appends each element.
#[inline]
pub fn list<T: Copy>(out: &mut Vec<u8>, items: &[T], mut write: impl FnMut(&mut Vec<u8>, T)) {
    out.push(b'[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write(out, *item);
    }
    out.push(b']');
}

/// Appends an object of a map's entries; `write` appends each value.
pub fn map<T: Copy>(out: &mut Vec<u8>, map: Map<'_, T>, mut write: impl FnMut(&mut Vec<u8>, T)) {
    out.push(b'{');
    for (index, (key, value)) in map.0.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        string(out, key);
        out.push(b':');
        write(out, *value);
    }
    out.push(b'}');
}

/// Escapes what was appended since `start`.
fn escape_from(out: &mut Vec<u8>, start: usize) {
    let appended = out.get(start..).unwrap_or_default();
    let plain = plain_length(appended);
    if plain < appended.len() {
        let rest = out.split_off(start + plain);
        escaped(out, &rest);
    }
}

#[cold]
fn escaped(out: &mut Vec<u8>, mut rest: &[u8]) {
    while let Some((byte, behind)) = rest.split_first() {
        escape(out, *byte);
        let (plain, next) = behind.split_at(plain_length(behind));
        out.extend_from_slice(plain);
        rest = next;
    }
}

/// Appends the escape of a byte that needs one.
fn escape(out: &mut Vec<u8>, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    match byte {
        b'"' => out.extend_from_slice(b"\\\""),
        b'\\' => out.extend_from_slice(b"\\\\"),
        8 => out.extend_from_slice(b"\\b"),
        b'\t' => out.extend_from_slice(b"\\t"),
        b'\n' => out.extend_from_slice(b"\\n"),
        12 => out.extend_from_slice(b"\\f"),
        b'\r' => out.extend_from_slice(b"\\r"),
        other => {
            out.extend_from_slice(b"\\u00");
            out.push(HEX[usize::from(other >> 4)]);
            out.push(HEX[usize::from(other & 15)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{list, map, quoted, scalar, string};
    use crate::{Map, Scalar};

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = b"x".to_vec();
        write(&mut out);
        String::from_utf8(out).unwrap().split_off(1)
    }

    #[test]
    fn only_what_must_be_is_escaped() {
        let text = "a/\"\\\u{0}\u{8}\t\n\u{b}\u{c}\r\u{1f}\u{7f}\u{2028}ä😀";
        let json = "\"a/\\\"\\\\\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\u{7f}\u{2028}ä😀\"";
        assert_eq!(written(|out| string(out, text)), json);
        assert_eq!(written(|out| quoted(out, |out| out.extend_from_slice(text.as_bytes()))), json);
    }

    #[test]
    fn lists_maps_and_scalars() {
        assert_eq!(written(|out| list(out, &["a", "b"], string)), r#"["a","b"]"#);
        assert_eq!(written(|out| list(out, &[] as &[&str], string)), "[]");
        let entries = [("k", Scalar::Number("1e2")), ("\"", Scalar::Bool(true)), ("", Scalar::Str("1"))];
        assert_eq!(written(|out| map(out, Map(&entries), scalar)), r#"{"k":1e2,"\"":true,"":"1"}"#);
    }
}
