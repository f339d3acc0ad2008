//! From values of the language to JSON. Each type has one written form, so the same values are the same bytes in every run.
//!
//! Values without parts are written by [codecs](crate::codec), which may refuse; [`To`] tells a refusal its place.

pub mod text;
mod to;

pub use text::POINT;
pub use to::{To, end};

/// Which blank texts may be written, so that whoever reads them takes them for what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blanks {
    /// How the reader takes them.
    pub read: Blank,
    /// Whether a text without characters may be written all the same: it reads as absent, for which the field's default stands, and that is
    /// empty too.
    pub empty: bool,
}

impl Blanks {
    /// All.
    pub const ANY: Blanks = Blanks::of(Blank::Value);

    /// As a reader takes them that has no default.
    pub const fn of(read: Blank) -> Self {
        Blanks { read, empty: false }
    }

    /// As a reader takes them whose default is empty.
    pub const fn or_empty(read: Blank) -> Self {
        Blanks { read, empty: matches!(read, Blank::Absent) }
    }
}

use crate::Map;
use crate::codec::{Written, refuse};
use crate::decode::Blank;
use crate::json::plain_end;

/// How absent is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AbsentAs {
    /// The key is left out.
    #[default]
    Omit,
    /// `null`.
    Null,
}

/// Appends `null`.
pub fn null(out: &mut Vec<u8>) {
    out.extend_from_slice(b"null");
}

/// Appends a text in quotes. Only what JSON demands is escaped.
#[inline]
pub fn string(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    let plain = plain_end(bytes, 0);
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    out.extend_from_slice(bytes.get(..plain).unwrap_or_default());
    if plain < bytes.len() {
        escaped(out, bytes.get(plain..).unwrap_or_default());
    }
    out.push(b'"');
}

/// Appends in quotes what `write` appends: a text form such as a date by a pattern.
#[inline]
pub fn quoted<T>(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    out.push(b'"');
    let start = out.len();
    let written = write(out);
    escape_from(out, start);
    out.push(b'"');
    written
}

/// The longest text of parts, in bytes.
const LONGEST: usize = 64 << 20;

/// Appends the elements of a list as one text with a separator between them; `write` appends the text of each and tells whether it
/// could.
///
/// # Errors
/// The text would be read as other parts: an element holds the separator, or the text is blank although there are elements.
pub fn split<T: Copy>(
    out: &mut Vec<u8>,
    items: &[T],
    separator: &str,
    blanks: Blanks,
    mut write: impl FnMut(&mut Vec<u8>, T) -> Written,
) -> Written {
    let start = out.len();
    let mut ends = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.extend_from_slice(separator.as_bytes());
        }
        let part = out.len();
        write(out, *item)?;
        // Parts may share what they hold, so that little in memory is much when written.
        if out.len() - start > LONGEST {
            return Err(refuse(format!("the text would be longer than {LONGEST} bytes")));
        }
        ends.push(out.len() - part);
    }
    let Ok(text) = core::str::from_utf8(out.get(start..).unwrap_or_default()) else { return Ok(()) };
    if text.trim_start().is_empty() {
        return match (items, blanks.read) {
            ([], Blank::Value) => Ok(()),
            ([], _) if blanks.empty => Ok(()),
            (_, Blank::Value) => {
                Err(refuse("the parts are blank, so that the text would be read as a list without elements"))
            }
            (_, read) => Err(crate::codec::blank_text(read)),
        };
    }
    // Parts may also make a separator together with what stands beside them.
    if text.split(separator).map(str::len).ne(ends.iter().copied()) {
        return Err(refuse(format!(
            "a part holds the separator `{separator}`, so that the text would be read as other parts"
        )));
    }
    Ok(())
}

/// Refuses an absent element of a list that is written as one text, unless an empty part reads as absent.
///
/// # Errors
/// That refusal.
pub fn no_part(blank: Blank) -> Written {
    if blank == Blank::Absent {
        return Ok(());
    }
    Err(refuse("an element is absent, and an empty part of the text would not be read as absent"))
}

/// Appends a list; `write` appends each element. Ends early where the record may write no more.
#[inline]
pub fn list<T: Copy>(to: &To<'_, '_>, out: &mut Vec<u8>, items: &[T], mut write: impl FnMut(&mut Vec<u8>, T)) {
    let start = out.len();
    out.push(b'[');
    for (index, item) in items.iter().enumerate() {
        // Elements may share what they hold, so that little in memory is much when written.
        if !to.has_room(out.len() - start) {
            return;
        }
        if index > 0 {
            out.push(b',');
        }
        write(out, *item);
    }
    out.push(b']');
}

/// Appends an object of a map's entries; `write` appends each value.
pub fn map<T: Copy>(to: &To<'_, '_>, out: &mut Vec<u8>, map: Map<'_, T>, mut write: impl FnMut(&mut Vec<u8>, T)) {
    let start = out.len();
    out.push(b'{');
    for (index, (key, value)) in map.0.iter().enumerate() {
        if !to.has_room(out.len() - start) {
            return;
        }
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
    let plain = plain_end(appended, 0);
    if plain < appended.len() {
        let rest = out.split_off(start + plain);
        escaped(out, &rest);
    }
}

#[cold]
fn escaped(out: &mut Vec<u8>, mut rest: &[u8]) {
    while let Some((byte, behind)) = rest.split_first() {
        escape(out, *byte);
        let (plain, next) = behind.split_at(plain_end(behind, 0));
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
    use super::{list, map, quoted, string};
    use crate::Map;
    use crate::decode::Blank;

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
    fn lists_and_maps() {
        let (bump, site) = (
            crate::Bump::new(),
            crate::Site {
                place: "".into(),
                target: "".into(),
                pointer: [].as_slice().into(),
                operands: [].as_slice().into(),
            },
        );
        let cx = crate::Cx::new(&bump, crate::Message::default());
        let to = super::To::output(&cx, &site, "a");
        assert_eq!(written(|out| list(&to, out, &["a", "b"], string)), r#"["a","b"]"#);
        assert_eq!(written(|out| list(&to, out, &[] as &[&str], string)), "[]");
        let entries = [("k", "1e2"), ("\"", "true"), ("", "1")];
        assert_eq!(written(|out| map(&to, out, Map(&entries), string)), r#"{"k":"1e2","\"":"true","":"1"}"#);
    }

    #[test]
    fn parts_that_would_be_read_as_others_are_refused() {
        let split = |items: &[&str], separator: &str, blank| {
            let mut out = Vec::new();
            let written = super::split(&mut out, items, separator, super::Blanks::of(blank), |out, item: &str| {
                out.extend_from_slice(item.as_bytes());
                Ok(())
            });
            written.is_ok().then(|| String::from_utf8(out).unwrap())
        };
        assert_eq!(split(&["a", "b"], ";", Blank::Value).as_deref(), Some("a;b"));
        assert_eq!(split(&["a", ""], ";", Blank::Value).as_deref(), Some("a;"));
        assert_eq!(split(&[], ";", Blank::Value).as_deref(), Some(""));
        assert_eq!(split(&[], ";", Blank::Absent), None);
        assert_eq!(split(&["a;b", "c"], ";", Blank::Value), None);
        assert_eq!(split(&[""], ";", Blank::Value), None);
        assert_eq!(split(&[" "], ";", Blank::Value), None);
        // "a" and "ab" around the separator "aa" give "aaaab", which begins with it.
        assert_eq!(split(&["a", "ab"], "aa", Blank::Value), None);
    }
}
