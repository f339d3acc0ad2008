//! Words, texts and lists: how they are laid out and read.

use std::fmt::Write as _;

use super::Misread;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    /// A word: no blank, quote or parenthesis is in it.
    Word(String),
    /// A text in quotes.
    Text(String),
    /// A list in parentheses.
    List(Vec<Node>),
}

/// Longest line that a list is put on.
const WIDTH: usize = 120;

/// How deep lists may be nested: expressions of a plan nest less.
const DEPTH: usize = 20_000;

impl Node {
    /// A word.
    pub fn word(word: impl Into<String>) -> Node {
        Node::Word(word.into())
    }

    /// A list that begins with a word.
    pub fn headed(head: &str, rest: impl IntoIterator<Item = Node>) -> Node {
        Node::List([Node::word(head)].into_iter().chain(rest).collect())
    }

    /// On one line.
    pub fn flat(&self) -> String {
        let mut text = String::new();
        self.write_flat(&mut text);
        text
    }

    /// Laid out over lines, with a newline at the end.
    pub fn laid_out(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, 0);
        text.push('\n');
        text
    }

    fn write_flat(&self, out: &mut String) {
        match self {
            Node::Word(word) => out.push_str(word),
            // What Rust escapes, `unquote` reads.
            Node::Text(text) => {
                let _ = write!(out, "{text:?}");
            }
            Node::List(parts) => {
                out.push('(');
                for (position, part) in parts.iter().enumerate() {
                    if position > 0 {
                        out.push(' ');
                    }
                    part.write_flat(out);
                }
                out.push(')');
            }
        }
    }

    fn length(&self, most: usize) -> usize {
        match self {
            Node::Word(word) => word.len(),
            Node::Text(text) => text.len() + 2,
            Node::List(parts) => {
                let mut length = 1;
                for part in parts {
                    length += part.length(most) + 1;
                    if length > most {
                        break;
                    }
                }
                length
            }
        }
    }

    fn write(&self, out: &mut String, indent: usize) {
        let Node::List(parts) = self else { return self.write_flat(out) };
        if indent + self.length(WIDTH) <= WIDTH {
            return self.write_flat(out);
        }
        out.push('(');
        // What a list begins with stays on its line: the name of what it is, and short operands.
        let heading = match parts.first() {
            Some(Node::Word(_)) => parts.iter().take_while(|part| !matches!(part, Node::List(_))).count(),
            _ => 0,
        };
        for (position, part) in parts.iter().enumerate() {
            if position < heading {
                if position > 0 {
                    out.push(' ');
                }
                part.write_flat(out);
            } else {
                if position > 0 {
                    let _ = write!(out, "\n{:1$}", "", indent + 2);
                }
                part.write(out, indent + 2);
            }
        }
        out.push(')');
    }

    /// Reads one list, word or text that is the whole input.
    pub fn parse(text: &str) -> Result<Node, Misread> {
        let mut open: Vec<Vec<Node>> = Vec::new();
        let mut rest = text.trim_start();
        loop {
            let (node, behind) = match rest.chars().next() {
                None => return Err(Misread("it ends inside a list".to_owned())),
                Some('(') => {
                    if open.len() >= DEPTH {
                        return Err(Misread("lists are nested too deeply".to_owned()));
                    }
                    open.push(Vec::new());
                    rest = rest[1..].trim_start();
                    continue;
                }
                Some(')') => match open.pop() {
                    Some(parts) => (Node::List(parts), &rest[1..]),
                    None => return Err(Misread("a list ends that did not begin".to_owned())),
                },
                Some('"') => {
                    let (text, behind) = unquote(&rest[1..])?;
                    (Node::Text(text), behind)
                }
                Some(_) => {
                    let end =
                        rest.find(|it: char| it.is_whitespace() || matches!(it, '(' | ')' | '"')).unwrap_or(rest.len());
                    (Node::word(&rest[..end]), &rest[end..])
                }
            };
            rest = behind.trim_start();
            match open.last_mut() {
                Some(parts) => parts.push(node),
                None if rest.is_empty() => return Ok(node),
                None => return Err(Misread("something stands behind it".to_owned())),
            }
        }
    }

    /// The word that it is.
    pub fn as_word(&self) -> Result<&str, Misread> {
        match self {
            Node::Word(word) => Ok(word),
            _ => Err(Misread::new("words", std::slice::from_ref(self))),
        }
    }

    /// The text that it is.
    pub fn as_text(&self) -> Result<&str, Misread> {
        match self {
            Node::Text(text) => Ok(text),
            _ => Err(Misread::new("texts", std::slice::from_ref(self))),
        }
    }

    /// The list that it is.
    pub fn as_list(&self) -> Result<&[Node], Misread> {
        match self {
            Node::List(parts) => Ok(parts),
            _ => Err(Misread::new("lists", std::slice::from_ref(self))),
        }
    }

    /// The parts behind the word that the list begins with.
    pub fn behind(&self, head: &str) -> Result<&[Node], Misread> {
        match self.as_list()? {
            [Node::Word(word), rest @ ..] if word == head => Ok(rest),
            other => Err(Misread::new(&format!("parts of `{head}`"), other)),
        }
    }
}

/// The text up to the closing quote, and what stands behind that.
fn unquote(text: &str) -> Result<(String, &str), Misread> {
    let mut result = String::new();
    let mut rest = text;
    loop {
        let Some(at) = rest.find(['"', '\\']) else { return Err(Misread("it ends inside a text".to_owned())) };
        result.push_str(&rest[..at]);
        if rest[at..].starts_with('"') {
            return Ok((result, &rest[at + 1..]));
        }
        let escape = &rest[at + 1..];
        let (character, length) = match escape.chars().next() {
            Some('n') => ('\n', 1),
            Some('r') => ('\r', 1),
            Some('t') => ('\t', 1),
            Some('0') => ('\0', 1),
            Some('u') => unicode(escape)?,
            Some(other @ ('"' | '\\' | '\'')) => (other, 1),
            _ => return Err(Misread("a text holds an escape that is none".to_owned())),
        };
        result.push(character);
        rest = &escape[length..];
    }
}

/// `u{1f600}`: its character, and how long it is.
fn unicode(escape: &str) -> Result<(char, usize), Misread> {
    let digits = escape.strip_prefix("u{").and_then(|rest| rest.split_once('}')).map(|(digits, _)| digits);
    let character = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
    match (digits, character) {
        (Some(digits), Some(character)) => Ok((character, digits.len() + 3)),
        _ => Err(Misread("a text holds an escape that is none".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::Node;

    #[test]
    fn what_is_laid_out_reads_back() {
        let long: Vec<Node> = (0..40).map(|at| Node::Text(format!("text {at}\n\u{202e}\"\\'\u{0}é"))).collect();
        let node = Node::headed("a", [Node::word("@1"), Node::List(long), Node::headed("b", [Node::List(Vec::new())])]);
        for text in [node.flat(), node.laid_out()] {
            assert_eq!(Node::parse(&text), Ok(node.clone()), "{text}");
        }
        assert!(node.laid_out().lines().count() > 40);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for text in ["", "(", ")", "(a))", "\"a", "\"\\x\"", "\"\\u{d800}\"", "a b", &"(".repeat(30_000)] {
            assert!(Node::parse(text).is_err(), "{text}");
        }
    }
}
