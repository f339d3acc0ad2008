//! Texts: their ends, case, length, parts and joining.

use super::define::functions;
use crate::codes;
use crate::{Cx, Fail, Result};

functions! { topic text;

/// Removes white space at both ends.
#[function("trim", "(text: string) -> string")]
#[example(r#"" Ada ".trim()"#, r#""Ada""#)]
pub fn trim<'a>(_cx: &Cx<'a>, text: &'a str) -> &'a str {
    text.trim()
}

/// Removes white space at the start.
#[function("trim_start", "(text: string) -> string")]
#[example(r#"" Ada ".trim_start()"#, r#""Ada ""#)]
pub fn trim_start<'a>(_cx: &Cx<'a>, text: &'a str) -> &'a str {
    text.trim_start()
}

/// Removes white space at the end.
#[function("trim_end", "(text: string) -> string")]
#[example(r#"" Ada ".trim_end()"#, r#"" Ada""#)]
pub fn trim_end<'a>(_cx: &Cx<'a>, text: &'a str) -> &'a str {
    text.trim_end()
}

/// Makes every run of white space one blank, and removes it at both ends.
#[function("normalize_space", "(text: string) -> string")]
#[example(r#"" Ada \n  Lovelace ".normalize_space()"#, r#""Ada Lovelace""#)]
pub fn normalize_space<'a>(cx: &Cx<'a>, text: &'a str) -> &'a str {
    let mut normal = bumpalo::collections::String::with_capacity_in(text.len(), cx.bump);
    for word in text.split_whitespace() {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.push_str(word);
    }
    normal.into_bump_str()
}

/// The text in lower case, by the rules of Unicode that depend on no language.
#[function("lower", "(text: string) -> string")]
#[example(r#""Ada@Example.COM".lower()"#, r#""ada@example.com""#)]
#[example(r#""ÀÉ".lower()"#, r#""àé""#)]
pub fn lower<'a>(cx: &Cx<'a>, text: &'a str) -> &'a str {
    if !text.is_ascii() {
        return cx.text(&text.to_lowercase());
    }
    if !text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return text;
    }
    let lower = cx.bump.alloc_str(text);
    lower.make_ascii_lowercase();
    lower
}

/// The text in upper case, by the rules of Unicode that depend on no language: `ß` becomes `SS`.
#[function("upper", "(text: string) -> string")]
#[example(r#""gb".upper()"#, r#""GB""#)]
#[example(r#""straße".upper()"#, r#""STRASSE""#)]
pub fn upper<'a>(cx: &Cx<'a>, text: &'a str) -> &'a str {
    if !text.is_ascii() {
        return cx.text(&text.to_uppercase());
    }
    if !text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return text;
    }
    let upper = cx.bump.alloc_str(text);
    upper.make_ascii_uppercase();
    upper
}

/// The text with its first code point in upper case; the others stay as they are.
#[function("capitalize", "(text: string) -> string")]
#[example(r#""lovelace".capitalize()"#, r#""Lovelace""#)]
#[example(r#""McDonald".capitalize()"#, r#""McDonald""#)]
pub fn capitalize<'a>(cx: &Cx<'a>, text: &'a str) -> &'a str {
    let mut rest = text.chars();
    match rest.next() {
        Some(first) if !first.is_uppercase() => {
            let mut capital = bumpalo::collections::String::with_capacity_in(text.len(), cx.bump);
            capital.extend(first.to_uppercase());
            capital.push_str(rest.as_str());
            capital.into_bump_str()
        }
        _ => text,
    }
}

/// The number of code points.
#[function("length", "(text: string) -> int")]
#[example(r#""naïve".length()"#, "5")]
pub fn length<'a>(_cx: &Cx<'a>, text: &'a str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX)
}

/// Whether the text is empty or holds nothing but white space.
#[function("is_blank", "(text: string) -> bool")]
#[example(r#"" ".is_blank()"#, "true")]
pub fn is_blank<'a>(_cx: &Cx<'a>, text: &'a str) -> bool {
    text.trim().is_empty()
}

/// The text as it is, or absent if it is empty or holds nothing but white space.
#[function("nonblank", "(text: string) -> string?")]
#[example(r#"" Ada".nonblank()"#, r#"" Ada""#)]
#[example(r#"" ".nonblank()"#, "absent")]
pub fn nonblank<'a>(_cx: &Cx<'a>, text: &'a str) -> Option<&'a str> {
    (!text.trim().is_empty()).then_some(text)
}

/// The code points from position `start` on; the first is at 0, and a position before it rejects. What lies behind the end
/// of the text is left out.
#[function("substring", "(text: string, start: int) -> string")]
#[example(r#""Übung".substring(1)"#, r#""bung""#)]
#[example(r#""Ada".substring(5)"#, r#""""#)]
#[example(r#""Ada".substring(0 - 1)"#, "reject R0315")]
pub fn substring_from<'a>(_cx: &Cx<'a>, text: &'a str, start: i64) -> Result<&'a str> {
    Ok(cut(text, position(start, "start", 1)?).1)
}

/// At most `length` code points from position `start` on; the first is at 0, and a position before it rejects, as does a
/// length below 0. What lies behind the end of the text is left out.
#[function("substring", "(text: string, start: int, length: int) -> string")]
#[example(r#""2025-03-31".substring(5, 2)"#, r#""03""#)]
#[example(r#""Ada".substring(1, 100)"#, r#""da""#)]
#[example(r#""Ada".substring(1, 0 - 1)"#, "reject R0315")]
pub fn substring<'a>(_cx: &Cx<'a>, text: &'a str, start: i64, length: i64) -> Result<&'a str> {
    let (start, length) = (position(start, "start", 1)?, position(length, "length", 2)?);
    Ok(cut(cut(text, start).1, length).0)
}

/// The text with as many code points put before it as it lacks to `length`; nothing is cut off.
#[function("pad_start", "(text: string, length: int, with: string) -> string")]
#[example(r#""42".pad_start(5, "0")"#, r#""00042""#)]
#[example(r#""123456".pad_start(5, "0")"#, r#""123456""#)]
#[example(r#""42".pad_start(5, "")"#, "reject R0315")]
pub fn pad_start<'a>(cx: &Cx<'a>, text: &'a str, length: i64, with: &'a str) -> Result<&'a str> {
    let mut padded = padding(cx, text, length, with)?;
    padded.push_str(text);
    Ok(padded.into_bump_str())
}

/// The text with as many code points put after it as it lacks to `length`; nothing is cut off.
#[function("pad_end", "(text: string, length: int, with: string) -> string")]
#[example(r#""Ada".pad_end(5, ".")"#, r#""Ada..""#)]
#[example(r#""Ada".pad_end(5, "")"#, "reject R0315")]
pub fn pad_end<'a>(cx: &Cx<'a>, text: &'a str, length: i64, with: &'a str) -> Result<&'a str> {
    let padding = padding(cx, text, length, with)?;
    let mut padded = bumpalo::collections::String::with_capacity_in(text.len() + padding.len(), cx.bump);
    padded.push_str(text);
    padded.push_str(&padding);
    Ok(padded.into_bump_str())
}

/// The text so many times in a row.
#[function("repeat", "(text: string, times: int) -> string")]
#[example(r#""ab".repeat(3)"#, r#""ababab""#)]
#[example(r#""ab".repeat(0 - 1)"#, "reject R0315")]
pub fn repeat<'a>(cx: &Cx<'a>, text: &'a str, times: i64) -> Result<&'a str> {
    let times = position(times, "times", 1)?;
    if text.len().saturating_mul(times) > LONGEST {
        return Err(too_long());
    }
    Ok(if cx.spend(text.len() * times) { cx.text(&text.repeat(times)) } else { "" })
}

/// The texts in a row, with a separator between each two.
#[function("join", "(texts: [string], separator: string) -> string")]
#[example(r#"["a", "b", "c"].join(", ")"#, r#""a, b, c""#)]
pub fn join<'a>(cx: &Cx<'a>, texts: &'a [&'a str], separator: &'a str) -> &'a str {
    joined(cx, texts.iter().copied(), separator)
}

/// The texts that are present in a row, with a separator between each two.
#[function("join_present", "(texts: [string?], separator: string) -> string")]
#[example(r#"["Ada", absent, "Lovelace"].join_present(" ")"#, r#""Ada Lovelace""#)]
#[example(r#"["Ada", "".nonblank()].join_present(" ")"#, r#""Ada""#)]
pub fn join_present<'a>(cx: &Cx<'a>, texts: &'a [Option<&'a str>], separator: &'a str) -> &'a str {
    joined(cx, texts.iter().copied().flatten(), separator)
}

/// The first of the texts that is present and holds something else than white space.
#[function("first_nonblank", "(texts: [string?]) -> string?")]
#[example(r#"[" ", absent, "Ada", "Grace"].first_nonblank()"#, r#""Ada""#)]
pub fn first_nonblank<'a>(_cx: &Cx<'a>, texts: &'a [Option<&'a str>]) -> Option<&'a str> {
    texts.iter().copied().flatten().find(|text| !text.trim().is_empty())
}
}

/// Longest text that padding and repeating make, in bytes: beyond it a number in the input could exhaust the memory.
const LONGEST: usize = 1 << 20;

#[cold]
fn too_long() -> Fail {
    Fail::fault(codes::ARGUMENT_OUT_OF_RANGE, "the text would grow beyond a million bytes").of(1)
}

/// A number of code points or elements that is not negative, which is a function's parameter of this name and position.
pub(super) fn position(number: i64, name: &str, parameter: u8) -> Result<usize> {
    usize::try_from(number)
        .map_err(|_| Fail::fault(codes::ARGUMENT_OUT_OF_RANGE, format!("`{name}` is negative")).of(parameter))
}

/// The text before and behind the first `count` code points.
fn cut(text: &str, count: usize) -> (&str, &str) {
    let at = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.split_at_checked(at).unwrap_or((text, ""))
}

fn padding<'a>(cx: &Cx<'a>, text: &str, length: i64, with: &str) -> Result<bumpalo::collections::String<'a>> {
    let missing = position(length, "length", 1)?.saturating_sub(text.chars().count());
    if missing > LONGEST / 4 {
        return Err(too_long());
    }
    if with.is_empty() && missing > 0 {
        return Err(Fail::fault(codes::ARGUMENT_OUT_OF_RANGE, "`with` is empty, so there is nothing to pad with").of(2));
    }
    if !cx.spend(missing + text.len()) {
        return Ok(bumpalo::collections::String::new_in(cx.bump));
    }
    let mut padding = bumpalo::collections::String::with_capacity_in(missing + text.len(), cx.bump);
    padding.extend(with.chars().cycle().take(missing));
    Ok(padding)
}

fn joined<'a>(cx: &Cx<'a>, texts: impl Iterator<Item = &'a str>, separator: &str) -> &'a str {
    let mut joined = bumpalo::collections::String::new_in(cx.bump);
    for (n, text) in texts.enumerate() {
        if !cx.spend(separator.len() + text.len()) {
            return "";
        }
        if n > 0 {
            joined.push_str(separator);
        }
        joined.push_str(text);
    }
    joined.into_bump_str()
}

#[cfg(test)]
mod tests {
    use super::{length, lower, pad_end, pad_start, repeat, substring, trim};
    use crate::library::tests::{code, with_cx};

    #[test]
    fn texts_are_measured_and_cut_in_code_points() {
        with_cx(|cx| {
            // 6 code points: the family emoji is 3 people and 2 joiners.
            let family = "👩\u{200d}👩\u{200d}👦!";
            assert_eq!(length(cx, family), 6);
            assert_eq!(substring(cx, family, 2, 1), Ok("👩"));
            assert_eq!(substring(cx, family, 5, i64::MAX), Ok("!"));
            assert_eq!(substring(cx, family, 6, 1), Ok(""));
            assert_eq!(substring(cx, family, i64::MAX, i64::MAX), Ok(""));
            assert_eq!(code(substring(cx, family, -1, 1)), "R0315");
        });
    }

    #[test]
    fn padding_fills_up_to_a_length_and_is_bounded() {
        with_cx(|cx| {
            assert_eq!(pad_start(cx, "ü", 4, "äb"), Ok("äbäü"));
            assert_eq!(pad_end(cx, "ü", 4, "äb"), Ok("üäbä"));
            assert_eq!(pad_end(cx, "ü", 1, ""), Ok("ü"));
            assert_eq!(code(pad_end(cx, "ü", 2, "")), "R0315");
            assert_eq!(code(pad_start(cx, "", i64::MAX, "x")), "R0315");
            assert_eq!(code(repeat(cx, "ab", i64::MAX)), "R0315");
            assert_eq!(repeat(cx, "", i64::MAX), Ok(""));
        });
    }

    #[test]
    fn what_is_lower_already_is_not_copied() {
        with_cx(|cx| {
            let text = "ada@example.com";
            assert!(std::ptr::eq(lower(cx, text), text));
            assert_eq!(lower(cx, "ΑΣ"), "ας");
            assert_eq!(trim(cx, "\u{a0}\u{feff}a\u{2003}"), "\u{feff}a");
        });
    }
}
