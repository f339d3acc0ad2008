//! What is code in the emitted text, and what is not.

/// The text without what stands in literals, character literals and comments: where it contains a name, code says so.
pub(crate) fn without_texts(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'', '/', 'r']) {
        let (before, here) = rest.split_at(at);
        result.push_str(before);
        let length = literal_length(here, before);
        if length == 0 {
            let first = here.chars().next().map_or(0, char::len_utf8);
            result.push_str(&here[..first]);
            rest = &here[first..];
        } else {
            rest = &here[length..];
        }
    }
    result + rest
}

/// How long the literal or comment is that begins here; nothing where none does.
fn literal_length(text: &str, before: &str) -> usize {
    let closed = |start: usize, quote: char| {
        let mut escaped = false;
        let end = text[start..].char_indices().find(|(_, character)| {
            let ends = *character == quote && !escaped;
            escaped = *character == '\\' && !escaped;
            ends
        });
        end.map_or(text.len(), |(at, _)| start + at + 1)
    };
    if text.starts_with('"') {
        return closed(1, '"');
    }
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    let hashes = text[1..].bytes().take_while(|byte| *byte == b'#').count();
    let is_raw = text.starts_with('r') && text[1 + hashes..].starts_with('"');
    if is_raw && !before.ends_with(|last: char| last.is_alphanumeric() || last == '_') {
        let end = format!("\"{}", "#".repeat(hashes));
        let start = hashes + 2;
        return text[start..].find(&end).map_or(text.len(), |at| start + at + end.len());
    }
    // A lifetime has no closing quote behind its first letter.
    let mut behind = text.chars().skip(1);
    let is_character = text.starts_with('\'') && (behind.next() == Some('\\') || behind.next() == Some('\''));
    if is_character { closed(1, '\'') } else { 0 }
}

/// Whether code names something.
pub(crate) fn names(code: &str, name: &str) -> bool {
    without_texts(code)
        .split(|character: char| !character.is_alphanumeric() && character != '_')
        .any(|word| word == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_texts_is_no_code() {
        for (text, bare) in [
            (r#"f("cx \" cx", cx)"#, "f(, cx)"),
            (r##"g(r#"cx " cx"#, b'"', 'a', &'a str) // cx"##, "g(, b, , &'a str) "),
            ("\"é\\\\\" + r\"\\\" + cr", " +  + cr"),
            ("a / b", "a / b"),
            ("'\\'' + '\\\\' + x", " +  + x"),
        ] {
            assert_eq!(without_texts(text), bare);
        }
        assert!(names("&cx.bump", "cx") && !names("cxx(\"cx\")", "cx"));
    }
}
