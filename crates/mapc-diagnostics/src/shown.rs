//! The one filter for text that people see: nothing in names, messages or data may steer a terminal or turn the reading direction.

use std::borrow::Cow;

/// The text with control and bidirectional characters as escapes, but for line ends and tabs.
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if steers(c) {
            clean.extend(c.escape_unicode());
        } else {
            clean.push(c);
        }
    }
    Cow::Owned(clean)
}

/// Whether a character does something to a terminal, or to the order in which others are shown.
pub fn steers(c: char) -> bool {
    let is_bidirectional =
        matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    c.is_control() && !matches!(c, '\n' | '\t') || is_bidirectional
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn what_steers_is_shown_as_what_it_is() {
        assert_eq!(shown("plain\ttext\n"), "plain\ttext\n");
        assert_eq!(shown("\u{1b}[31mred\u{9b}\u{7f}\r"), "\\u{1b}[31mred\\u{9b}\\u{7f}\\u{d}");
        assert_eq!(shown("a\u{202e}b\u{2066}"), "a\\u{202e}b\\u{2066}");
    }
}
