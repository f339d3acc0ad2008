//! Documentation: what authors wrote, as comments in Rust that rustdoc shows and does nothing else with.
//!
//! Prose stays Markdown as far as it is harmless: paragraphs, lists, emphasis, code in single backticks, addresses. Nothing in it is
//! run as a test, followed as a link inside the crate, or taken for HTML, and no character in it hides from who reads the source.

use mapc_diagnostics::shown;

/// Lines that an author wrote. Blank lines around them are left out, so that nothing is left of lines that say nothing.
pub(crate) fn prose(text: &str) -> String {
    // A carriage return ends a line too: alone in a comment it is an error.
    let lines: Vec<String> = text.split(['\n', '\r']).map(line).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// A name or text in backticks, on one line.
pub(crate) fn code(name: &str) -> String {
    let visible = visible(name);
    if visible.is_empty() || visible.trim() != visible {
        line(&format!("\"{visible}\""))
    } else if visible.contains('`') {
        line(&visible)
    } else {
        format!("`{visible}`")
    }
}

/// A line without leading blanks, which would make it code that rustdoc runs, behind the sign of a list too.
fn line(text: &str) -> String {
    let text = visible(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) || text.contains("``") {
        return parts.iter().map(|part| plain(part)).collect::<Vec<_>>().join("\\`");
    }
    let spans = parts.iter().enumerate().map(|(position, part)| match position % 2 {
        0 => plain(part),
        _ => format!("`{part}`"),
    });
    spans.collect()
}

/// Text outside code: addresses become links, which rustdoc asks for.
fn plain(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some(at) = ["http://", "https://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        let address = address(&rest[at..]);
        result.push_str(&format!("{}<{address}>", escaped(&rest[..at])));
        rest = &rest[at + address.len()..];
    }
    result + &escaped(rest)
}

/// The address that a text begins with, without the marks of the sentence around it.
fn address(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_graphic() || "<>\"\\^{|}[]".contains(c)).unwrap_or(text.len());
    let mut address = &text[..end];
    loop {
        let count = |sign: char| address.matches(sign).count();
        let opens_more = count(')') > count('(');
        let marks = |c: char| ".,;:!?'*_".contains(c) || c == ')' && opens_more;
        match address.strip_suffix(marks) {
            Some(shorter) => address = shorter,
            None => return address,
        }
    }
}

/// With a backslash before all that begins a link, HTML or a fence.
fn escaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\[]<~".contains(character) {
            result.push('\\');
        }
        result.push(character);
    }
    result
}

/// What no one would see, as an escape.
pub(crate) fn visible(text: &str) -> String {
    shown(text).replace('\n', "\\u{a}").replace('\t', "\\u{9}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_does_nothing() {
        for (written, shown) in [
            ("A *score*, 0 to 100:\n- `a < b`\n- a -> b", "A *score*, 0 to 100:\n- `a < b`\n- a -> b"),
            ("\n  \nx\n\n    loop {}\n-     loop {}\n", "x\n\nloop {}\n- loop {}"),
            ("```\nx\n~~~", "\\`\\`\\`\nx\n\\~\\~\\~"),
            ("[Self], ![a](b), <b> and Vec<T>", "\\[Self\\], !\\[a\\](b), \\<b> and Vec\\<T>"),
            ("`open [x]", "\\`open \\[x\\]"),
            ("(see https://a.example/b_(c)?d=e.) http://", "(see <https://a.example/b_(c)?d=e>.) <http://>"),
            ("a\u{202e}b\u{7}c\rd\u{2066}", "a\\\\u{202e}b\\\\u{7}c\nd\\\\u{2066}"),
            (" \n\t", ""),
        ] {
            assert_eq!(prose(written), shown);
        }
    }

    #[test]
    fn names_stand_in_backticks_where_they_can() {
        for (name, shown) in [
            ("crm.Contact", "`crm.Contact`"),
            ("a <b> [c]", "`a <b> [c]`"),
            ("a`b<c>", "a\\`b\\<c>"),
            ("", "\"\""),
            (" x", "\" x\""),
            ("a\nb\u{202e}", "`a\\u{a}b\\u{202e}`"),
        ] {
            assert_eq!(code(name), shown);
        }
    }
}
