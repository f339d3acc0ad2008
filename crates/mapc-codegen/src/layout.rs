//! The layout of the emitted text.

/// Lays out a file's items as rustfmt would, nearly; text that is not Rust is left as it is, which the tests rule out.
pub(crate) fn tidy(text: &str) -> String {
    match syn::parse_file(text) {
        Ok(file) => apart(&prettyplease::unparse(&file)),
        Err(_) => text.to_owned(),
    }
}

/// Puts an empty line before each item but imports.
fn apart(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut previous = "";
    for line in text.lines() {
        let closes = previous == "}" || previous.ends_with(';') && !previous.starts_with(' ');
        let continues =
            line.starts_with("use ") && previous.starts_with("use ") || line.starts_with([' ', '}', ')', ']']);
        if closes && !continues && !line.is_empty() {
            result.push('\n');
        }
        result.push_str(line);
        result.push('\n');
        previous = line;
    }
    result
}
