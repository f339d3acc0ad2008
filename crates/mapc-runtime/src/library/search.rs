//! Texts: finding, replacing and splitting, by text or by regular expression.

use bumpalo::collections::{String as BumpString, Vec as BumpVec};
use regex::Regex;

use super::define::functions;
use super::text::position;
use crate::codes;
use crate::decode::parts;
use crate::{Cx, Fail, Result};

functions! { topic search;

/// Whether the text begins with another.
#[function("starts_with", "(text: string, start: string) -> bool")]
#[example(r#""INV-7".starts_with("INV-")"#, "true")]
pub fn starts_with<'a>(_cx: &Cx<'a>, text: &'a str, start: &'a str) -> bool {
    text.starts_with(start)
}

/// Whether the text ends with another.
#[function("ends_with", "(text: string, end: string) -> bool")]
#[example(r#""photo.jpg".ends_with(".png")"#, "false")]
pub fn ends_with<'a>(_cx: &Cx<'a>, text: &'a str, end: &'a str) -> bool {
    text.ends_with(end)
}

/// Whether a part of the text equals another.
#[function("contains", "(text: string, part: string) -> bool")]
#[example(r#""Analytical Engines".contains("Engine")"#, "true")]
pub fn contains<'a>(_cx: &Cx<'a>, text: &'a str, part: &'a str) -> bool {
    text.contains(part)
}

/// Whether a regular expression matches a part of the text. `^` and `$` tie it to the ends.
#[function("matches", "(text: string, pattern: regex) -> bool")]
#[example(r#""A-17".matches(r"^[A-Z]-\d+$")"#, "true")]
#[example(r#""an A-17".matches(r"^[A-Z]-\d+$")"#, "false")]
pub fn matches<'a>(_cx: &Cx<'a>, text: &'a str, pattern: &Regex) -> bool {
    pattern.is_match(text)
}

/// What the first group of a regular expression matches, or its whole match if it has no group; absent if nothing
/// matches.
#[function("extract", "(text: string, pattern: regex) -> string?")]
#[example(r#""/Date(1417392000000+0000)/".extract(r"^/Date\((-?\d+)")"#, r#""1417392000000""#)]
#[example(r#""order 17 of 20".extract(r"\d+")"#, r#""17""#)]
#[example(r#""none".extract(r"\d+")"#, "absent")]
pub fn extract<'a>(_cx: &Cx<'a>, text: &'a str, pattern: &Regex) -> Option<&'a str> {
    let found = pattern.captures(text)?;
    let group = usize::from(pattern.captures_len() > 1);
    found.get(group).map(|part| part.as_str())
}

/// What a group of a regular expression matches; group 0 is the whole match. Absent if nothing matches, or the group
/// has no part in the match. A group that the expression does not have rejects.
#[function("extract", "(text: string, pattern: regex, group: int) -> string?")]
#[example(r#""2025-03-31".extract(r"(\d+)-(\d+)", 2)"#, r#""03""#)]
#[example(r#""2025-03-31".extract(r"(\d+)-(\d+)", 0 - 1)"#, "reject R0315")]
pub fn extract_group<'a>(_cx: &Cx<'a>, text: &'a str, pattern: &Regex, group: i64) -> Result<Option<&'a str>> {
    let group = position(group, "group", 2)?;
    if group >= pattern.captures_len() {
        return Err(Fail::fault(codes::ARGUMENT_OUT_OF_RANGE, format!("the pattern has no group {group}")).of(2));
    }
    Ok(pattern.captures(text).and_then(|found| found.get(group)).map(|part| part.as_str()))
}

/// What a regular expression matches at each place: its first group, or the whole match if it has no group.
#[function("extract_all", "(text: string, pattern: regex) -> [string]")]
#[example(r##""#red and #blue".extract_all(r"#(\w+)")"##, r#"["red", "blue"]"#)]
pub fn extract_all<'a>(cx: &Cx<'a>, text: &'a str, pattern: &Regex) -> &'a [&'a str] {
    let group = usize::from(pattern.captures_len() > 1);
    let mut all = BumpVec::new_in(cx.bump);
    all.extend(pattern.captures_iter(text).filter_map(|found| found.get(group)).map(|part| part.as_str()));
    all.into_bump_slice()
}

/// Replaces every occurrence of a text. An empty text occurs nowhere.
#[function("replace", "(text: string, what: string, by: string) -> string")]
#[example(r#""1.234,50".replace(".", "")"#, r#""1234,50""#)]
pub fn replace<'a>(cx: &Cx<'a>, text: &'a str, what: &'a str, by: &'a str) -> &'a str {
    let count = match what.as_bytes() {
        [] => 0,
        [byte] => memchr::memchr_iter(*byte, text.as_bytes()).count(),
        _ => text.matches(what).count(),
    };
    if count == 0 {
        return text;
    }
    let length = text.len().saturating_add(count.saturating_mul(by.len()));
    if !cx.spend(length) {
        return "";
    }
    let mut replaced = BumpString::with_capacity_in(length - count * what.len(), cx.bump);
    for (position, part) in parts(text, what).enumerate() {
        if position > 0 {
            replaced.push_str(by);
        }
        replaced.push_str(part);
    }
    replaced.into_bump_str()
}

/// Replaces every match of a regular expression. In what stands instead, `$` and the digits behind it, all of them, are the
/// group of that number, `$0` the whole match; `$$` is a dollar sign, and so is any other `$`. A group that the pattern does
/// not have rejects, and is an error of the compiler where the text is a literal; one without a part in the match is empty.
#[function("replace", "(text: string, what: regex, by: string) -> string")]
#[example(r##""a1b22".replace(r"\d+", "#")"##, r##""a#b#""##)]
#[example(r##""Lovelace, Ada".replace(r"(\w+), (\w+)", "$2 $1")"##, r#""Ada Lovelace""#)]
#[example(r##""05-06 07:08".replace(r"(\d+-\d+) (\d+:\d+)", "$1T$2")"##, r#""05-06T07:08""#)]
#[example(r##""7".replace(r"\d+", "US$$$0")"##, r#""US$7""#)]
pub fn replace_matches<'a>(cx: &Cx<'a>, text: &'a str, what: &Regex, by: &'a str) -> Result<&'a str> {
    let parts: Vec<TemplatePart<'_>> = template(by).collect();
    if let Some(group) = lacking_group(what, by) {
        return Err(Fail::fault(codes::ARGUMENT_OUT_OF_RANGE, format!("`by` speaks of group {group}, which the pattern does not have")).of(2));
    }
    Ok(replaced(cx, text, what, &parts))
}

/// Removes every occurrence of a text.
#[function("remove", "(text: string, what: string) -> string")]
#[example(r##""#1001".remove("#")"##, r#""1001""#)]
pub fn remove<'a>(cx: &Cx<'a>, text: &'a str, what: &'a str) -> &'a str {
    replace(cx, text, what, "")
}

/// Removes every match of a regular expression.
#[function("remove", "(text: string, what: regex) -> string")]
#[example(r#""+44 (0) 20-7946".remove(r"[^\d+]")"#, r#""+440207946""#)]
pub fn remove_matches<'a>(cx: &Cx<'a>, text: &'a str, what: &Regex) -> &'a str {
    replaced(cx, text, what, &[])
}

/// The parts between the occurrences of a separator. An empty separator splits into code points.
#[function("split", "(text: string, separator: string) -> [string]")]
#[example(r#""a,b,,c".split(",")"#, r#"["a", "b", "", "c"]"#)]
#[example(r#""".split(",")"#, r#"[""]"#)]
pub fn split<'a>(cx: &Cx<'a>, text: &'a str, separator: &'a str) -> &'a [&'a str] {
    let mut parts = BumpVec::new_in(cx.bump);
    if separator.is_empty() {
        parts.extend(text.char_indices().filter_map(|(at, c)| text.get(at..at + c.len_utf8())));
    } else {
        parts.extend(text.split(separator));
    }
    parts.into_bump_slice()
}

/// The parts between the matches of a regular expression.
#[function("split", "(text: string, separator: regex) -> [string]")]
#[example(r#""a, b;c".split(r"[,;]\s*")"#, r#"["a", "b", "c"]"#)]
pub fn split_matches<'a>(cx: &Cx<'a>, text: &'a str, separator: &Regex) -> &'a [&'a str] {
    let mut parts = BumpVec::new_in(cx.bump);
    parts.extend(separator.split(text));
    parts.into_bump_slice()
}

/// The lines, without their ends (`\n` or `\r\n`). A last line end begins no further line.
#[function("lines", "(text: string) -> [string]")]
#[example(r#""one\r\ntwo\n".lines()"#, r#"["one", "two"]"#)]
pub fn lines<'a>(cx: &Cx<'a>, text: &'a str) -> &'a [&'a str] {
    let mut lines = BumpVec::new_in(cx.bump);
    lines.extend(text.lines());
    lines.into_bump_slice()
}

/// The text up to the first occurrence of a separator; all of it if there is none.
#[function("before", "(text: string, separator: string) -> string")]
#[example(r#""ada@example.com".before("@")"#, r#""ada""#)]
#[example(r#""ada".before("@")"#, r#""ada""#)]
pub fn before<'a>(_cx: &Cx<'a>, text: &'a str, separator: &'a str) -> &'a str {
    text.split_once(separator).map_or(text, |(before, _)| before)
}

/// The text behind the first occurrence of a separator; absent if there is none.
#[function("after", "(text: string, separator: string) -> string?")]
#[example(r#""ada@example.com".after("@")"#, r#""example.com""#)]
#[example(r#""ada".after("@")"#, "absent")]
pub fn after<'a>(_cx: &Cx<'a>, text: &'a str, separator: &'a str) -> Option<&'a str> {
    text.split_once(separator).map(|(_, after)| after)
}

/// The text up to the last occurrence of a separator; all of it if there is none.
#[function("before_last", "(text: string, separator: string) -> string")]
#[example(r#""report.tar.gz".before_last(".")"#, r#""report.tar""#)]
pub fn before_last<'a>(_cx: &Cx<'a>, text: &'a str, separator: &'a str) -> &'a str {
    text.rsplit_once(separator).map_or(text, |(before, _)| before)
}

/// The text behind the last occurrence of a separator; absent if there is none.
#[function("after_last", "(text: string, separator: string) -> string?")]
#[example(r#""report.tar.gz".after_last(".")"#, r#""gz""#)]
pub fn after_last<'a>(_cx: &Cx<'a>, text: &'a str, separator: &'a str) -> Option<&'a str> {
    text.rsplit_once(separator).map(|(_, after)| after)
}
}

/// A part of what stands instead of a match.
enum TemplatePart<'t> {
    Text(&'t str),
    /// What a group matches; 0 is the whole match.
    Group(usize),
}

fn template(text: &str) -> impl Iterator<Item = TemplatePart<'_>> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let behind = match rest.strip_prefix('$') {
            None if rest.is_empty() => return None,
            None => {
                let (plain, from) = rest.split_at(rest.find('$').unwrap_or(rest.len()));
                rest = from;
                return Some(TemplatePart::Text(plain));
            }
            Some(behind) => behind,
        };
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let (group, from) = behind.split_at(digits);
        if digits == 0 {
            rest = behind.strip_prefix('$').unwrap_or(behind);
            return Some(TemplatePart::Text("$"));
        }
        rest = from;
        // No pattern has as many groups as do not fit.
        Some(TemplatePart::Group(group.parse().unwrap_or(usize::MAX)))
    })
}

/// The first group of which a text to stand instead of matches speaks, and which the pattern does not have.
pub fn lacking_group(pattern: &Regex, by: &str) -> Option<usize> {
    template(by).find_map(|part| match part {
        TemplatePart::Group(group) if group >= pattern.captures_len() => Some(group),
        _ => None,
    })
}

fn replaced<'a>(cx: &Cx<'a>, text: &'a str, what: &Regex, by: &[TemplatePart<'_>]) -> &'a str {
    let mut changed: Option<BumpString<'a>> = None;
    let mut end = 0;
    for found in what.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        let changed = changed.get_or_insert_with(|| BumpString::new_in(cx.bump));
        let between = text.get(end..whole.start()).unwrap_or_default();
        end = whole.end();
        let parts = by.iter().map(|part| match part {
            TemplatePart::Text(text) => *text,
            TemplatePart::Group(group) => found.get(*group).map_or("", |part| part.as_str()),
        });
        for part in core::iter::once(between).chain(parts) {
            if !cx.spend(part.len()) {
                return "";
            }
            changed.push_str(part);
        }
    }
    let Some(mut changed) = changed else { return text };
    changed.push_str(text.get(end..).unwrap_or_default());
    changed.into_bump_str()
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::{extract, extract_group, replace, replace_matches, split};
    use crate::library::tests::{code, with_cx};

    #[test]
    fn empty_texts_and_missing_groups_do_no_harm() {
        with_cx(|cx| {
            assert_eq!(replace(cx, "ab", "", "-"), "ab");
            assert_eq!(split(cx, "aü", ""), ["a", "ü"]);
            let optional = Regex::new("(a)|(b)").unwrap();
            // The first group has no part in this match.
            assert_eq!(extract(cx, "b", &optional), None);
            assert_eq!(extract_group(cx, "b", &optional, 2), Ok(Some("b")));
            assert_eq!(code(extract_group(cx, "b", &optional, 3)), "R0315");
            assert_eq!(code(extract_group(cx, "b", &optional, -1)), "R0315");
        });
    }

    #[test]
    fn digits_behind_a_dollar_are_a_group_and_nothing_else_is() {
        with_cx(|cx| {
            let pair = Regex::new(r"(\d+)-(\w)?").unwrap();
            let by = |by: &str| match replace_matches(cx, "<12-a 3->", &pair, cx.text(by)) {
                Ok(text) => text.to_owned(),
                failed => code(failed),
            };
            for (template, expected) in [
                ("$1T$2", "<12Ta 3T>"),
                ("$1_$2x", "<12_ax 3_x>"),
                ("$0$0", "<12-a12-a 3-3->"),
                ("$01", "<12 3>"),
                ("$$1", "<$1 $1>"),
                ("$$$1", "<$12 $3>"),
                ("$", "<$ $>"),
                ("$x ${1}", "<$x ${1} $x ${1}>"),
                ("", "< >"),
                ("$3", "R0315"),
                ("$12", "R0315"),
                ("$99999999999999999999", "R0315"),
            ] {
                assert_eq!(by(template), expected, "{template}");
            }
            assert_eq!(replace_matches(cx, "none", &pair, "$1"), Ok("none"));
            // Matches of nothing stand between all characters.
            assert_eq!(replace_matches(cx, "aü", &Regex::new("").unwrap(), "-"), Ok("-a-ü-"));
        });
    }
}
