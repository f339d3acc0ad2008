//! Functions of texts.

use std::borrow::Cow;

use regex::Regex;

use super::define::functions;
use crate::Cx;

functions! { topic text;

/// Removes white space at both ends.
#[function("trim", "(text: string) -> string")]
#[example(r#"" Ada ".trim()"#, r#""Ada""#)]
pub fn trim<'a>(_cx: &Cx<'a>, text: &'a str) -> &'a str {
    text.trim()
}

/// Replaces every match of a regular expression. In the replacement `$1` stands for the first group, `${name}` for a named one,
/// `$$` for a dollar sign.
#[function("replace_all", "(text: string, pattern: regex, by: string) -> string")]
#[example(r##""a1b22".replace_all(r"[0-9]+", "#")"##, r##""a#b#""##)]
pub fn replace_all<'a>(cx: &Cx<'a>, text: &'a str, pattern: &Regex, by: &'a str) -> &'a str {
    match pattern.replace_all(text, by) {
        Cow::Borrowed(same) => same,
        Cow::Owned(changed) => cx.text(&changed),
    }
}

}
