//! Text of Rust that is made as it is laid out: nothing is parsed and printed again.

/// Longest line that the parts of a call or literal are put on.
const WIDTH: usize = 100;

/// An expression, and whether it has to stand in parentheses as an operand.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    text: String,
    loose: bool,
}

impl Code {
    /// A name, literal, call, field or method call.
    pub fn tight(text: impl Into<String>) -> Self {
        Code { text: text.into(), loose: false }
    }

    /// An operator, block or anything else.
    pub fn loose(text: impl Into<String>) -> Self {
        Code { text: text.into(), loose: true }
    }

    /// Its text.
    pub fn text(self) -> String {
        self.text
    }

    /// Its text as an operand or receiver.
    pub fn operand(self) -> String {
        if self.loose { format!("({})", self.text) } else { self.text }
    }
}

/// The deepest column that lines are moved to: what nests deeper would be blanks more than text, in all as the square of its depth.
const DEEPEST: usize = 64;

/// The text, each of its lines one level further in.
pub(crate) fn indented(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 64);
    for (position, line) in text.lines().enumerate() {
        if position > 0 {
            result.push('\n');
        }
        if !line.is_empty() {
            if line.bytes().take_while(|byte| *byte == b' ').count() < DEEPEST {
                result.push_str("    ");
            }
            result.push_str(line);
        }
    }
    result
}

/// `head { body }` over several lines.
pub(crate) fn block(head: &str, body: &str) -> String {
    let space = if head.is_empty() { "" } else { " " };
    if body.is_empty() { format!("{head}{space}{{}}") } else { format!("{head}{space}{{\n{}\n}}", indented(body)) }
}

/// Parts between an opening and a closing sign, on one line if they fit.
pub(crate) fn enclosed(open: &str, parts: &[String], close: &str) -> String {
    let length: usize = parts.iter().map(|part| part.len() + 2).sum();
    let is_short = open.len() + length + close.len() <= WIDTH && !parts.iter().any(|part| part.contains('\n'));
    // What only ends over several lines, as a closure does, need not begin a new one.
    let hangs = parts.split_last().is_some_and(|(last, rest)| {
        last.ends_with('}')
            && last.starts_with('|')
            && !rest.iter().any(|part| part.contains('\n'))
            && open.len()
                + last.find('\n').unwrap_or(last.len())
                + rest.iter().map(|part| part.len() + 2).sum::<usize>()
                <= WIDTH
    });
    if is_short || hangs {
        return format!("{open}{}{close}", parts.join(", "));
    }
    let lines: String = parts.iter().map(|part| format!("{part},\n")).collect();
    format!("{open}\n{}\n{close}", indented(lines.trim_end()))
}

/// A call.
pub(crate) fn call(function: &str, arguments: &[String]) -> String {
    enclosed(&format!("{function}("), arguments, ")")
}

/// The literal of a struct; `made` are its fields' values.
pub(crate) fn structure(name: &str, fields: &[String], values: &[String]) -> String {
    let assigned = |(field, value): (&String, &String)| {
        if field == value { field.clone() } else { format!("{field}: {value}") }
    };
    let parts: Vec<String> = fields.iter().zip(values).map(assigned).collect();
    let flat = format!("{name} {{ {} }}", parts.join(", "));
    if flat.len() <= WIDTH && !flat.contains('\n') {
        return flat;
    }
    let lines: String = parts.iter().map(|part| format!("{part},\n")).collect();
    block(name, lines.trim_end())
}

/// Lines of documentation.
pub(crate) fn documented(text: &str) -> String {
    text.lines().map(|line| format!("/// {line}").trim_end().to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::{block, call, structure};

    #[test]
    fn what_fits_stands_on_one_line() {
        assert_eq!(call("f", &["a".to_owned(), "b".to_owned()]), "f(a, b)");
        let long = "x".repeat(60);
        assert_eq!(call("f", &[long.clone(), long.clone()]), format!("f(\n    {long},\n    {long},\n)"));
        assert_eq!(block("if a", "b\nc"), "if a {\n    b\n    c\n}");
        assert_eq!(structure("S", &["a".to_owned()], &["a".to_owned()]), "S { a }");
    }

    #[test]
    fn what_nests_deep_grows_as_its_parts() {
        let nested = |levels: usize| (0..levels).fold("x".to_owned(), |inner, _| block("if a", &inner)).len();
        assert_eq!(nested(400) - nested(300), nested(300) - nested(200));
    }

    #[test]
    fn a_closure_hangs_on_its_call() {
        let closure = "|x| {\n    x\n}".to_owned();
        assert_eq!(call("f", &["a".to_owned(), closure]), "f(a, |x| {\n    x\n})");
    }
}
