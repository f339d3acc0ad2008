//! Names, paths, texts, numbers.

use mapc_diagnostics::Span;

use super::Builder;
use crate::ast::{Name, Number, Path, Text};
use crate::errors;
use crate::grammar::Rule;
use crate::nodes::{Node, Nodes};

/// Words that are never names where an expression may begin, unless in backticks.
pub const RESERVED: &[&str] = &[
    "if", "then", "else", "match", "for", "in", "where", "with", "via", "try", "not", "and", "or", "is", "present",
    "absent", "reject", "skip", "true", "false", "let",
];

impl<'t> Builder<'t> {
    /// The name that comes next.
    pub fn name(&mut self, nodes: &mut Nodes<'t>) -> Name {
        nodes.accept(Rule::name).map(|node| self.name_of(&node)).unwrap_or_else(|| self.no_name())
    }

    fn no_name(&self) -> Name {
        Name { text: String::new(), span: self.span_between(0, 0) }
    }

    /// The name that `node` is.
    pub fn name_of(&self, node: &Node<'t>) -> Name {
        let span = node.as_span();
        self.segment(node.as_str(), span.start())
    }

    /// The name that comes next, which an expression will refer to.
    pub fn binding(&mut self, nodes: &mut Nodes<'t>) -> Name {
        let Some(node) = nodes.accept(Rule::name) else { return self.no_name() };
        self.binding_of(&node)
    }

    /// The name that `node` is, which an expression will refer to.
    pub fn binding_of(&mut self, node: &Node<'t>) -> Name {
        let name = self.name_of(node);
        self.refuse_reserved(node.as_str(), name.span);
        name
    }

    /// Reports a reserved word that stands where a name is read.
    pub fn refuse_reserved(&mut self, written: &str, span: Span) {
        if RESERVED.contains(&written) {
            self.report(errors::exprs::reserved_word(written, span));
        }
    }

    fn segment(&self, written: &str, start: usize) -> Name {
        let span = self.span_between(start, start + written.len());
        Name { text: written.trim_matches('`').to_owned(), span }
    }

    /// The path that comes next.
    pub fn path(&mut self, nodes: &mut Nodes<'t>) -> Path {
        let found = nodes.accept(Rule::path).map(|node| self.path_of(&node));
        found.unwrap_or_else(|| Path { segments: vec![self.no_name()], span: self.span_between(0, 0) })
    }

    /// The path that `node` is.
    pub fn path_of(&self, node: &Node<'t>) -> Path {
        self.path_at(node.as_str(), node.as_span().start())
    }

    /// The path that is written at `start`.
    pub fn path_at(&self, written: &str, start: usize) -> Path {
        let mut segments = Vec::new();
        let mut at = 0;
        let mut quoted = false;
        for (offset, byte) in written.bytes().enumerate() {
            match byte {
                b'`' => quoted = !quoted,
                b'.' if !quoted => {
                    segments.push(self.segment(&written[at..offset], start + at));
                    at = offset + 1;
                }
                _ => {}
            }
        }
        segments.push(self.segment(&written[at..], start + at));
        Path { segments, span: self.span_between(start, start + written.len()) }
    }

    /// The text that comes next, if one does.
    pub fn text(&mut self, nodes: &mut Nodes<'t>) -> Option<Text> {
        nodes.accept(Rule::text).map(|node| self.text_of(&node))
    }

    /// The text that comes next; empty where the grammar did not ask for one.
    pub fn some_text(&mut self, nodes: &mut Nodes<'t>) -> Text {
        self.text(nodes).unwrap_or_else(|| self.no_text())
    }

    /// Stands for a text that the grammar did not ask for.
    pub fn no_text(&self) -> Text {
        Text { value: String::new(), span: self.span_between(0, 0) }
    }

    /// All texts that come next.
    pub fn texts(&mut self, nodes: &mut Nodes<'t>) -> Vec<Text> {
        std::iter::from_fn(|| self.text(nodes)).collect()
    }

    /// The text that `node` is.
    pub fn text_of(&mut self, node: &Node<'t>) -> Text {
        let written = node.as_str();
        let inside = written.get(1..written.len().saturating_sub(1)).unwrap_or("");
        Text { value: self.unescape(inside, node.as_span().start() + 1), span: self.span(node) }
    }

    /// The regular expression that `node` is, as written between its quotes.
    pub fn regex_of(&self, node: &Node<'t>) -> Text {
        let written = node.as_str();
        let value = written.get(2..written.len().saturating_sub(1)).unwrap_or("").to_owned();
        Text { value, span: self.span(node) }
    }

    /// The number that `node` is.
    pub fn number_of(&self, node: &Node<'t>) -> Number {
        Number { text: node.as_str().replace('_', ""), span: self.span(node) }
    }

    /// `raw`, which stands at `start`, with its escapes read.
    pub fn unescape(&mut self, raw: &str, start: usize) -> String {
        if !raw.contains('\\') {
            return raw.to_owned();
        }
        let mut value = String::with_capacity(raw.len());
        let mut rest = raw;
        while let Some(at) = rest.find('\\') {
            value.push_str(&rest[..at]);
            let escape = &rest[at..];
            let (meaning, length) = read_escape(escape);
            let offset = start + (raw.len() - escape.len());
            match meaning {
                Some(character) => value.push(character),
                None => self.report(errors::texts::unknown_escape(
                    &escape[..length],
                    self.span_between(offset, offset + length),
                )),
            }
            rest = &escape[length..];
        }
        value.push_str(rest);
        value
    }
}

/// What the escape at the start of `text` means, and its length in bytes.
fn read_escape(text: &str) -> (Option<char>, usize) {
    let mut characters = text.char_indices().skip(1);
    let Some((at, character)) = characters.next() else { return (None, text.len()) };
    let simple = match character {
        'n' => Some('\n'),
        't' => Some('\t'),
        'r' => Some('\r'),
        '"' | '\\' | '{' | '}' | '/' | '$' => Some(character),
        'u' if text[at..].starts_with("u{") => return read_code_point(text),
        _ => None,
    };
    (simple, at + character.len_utf8())
}

/// `\u{1F600}`.
fn read_code_point(text: &str) -> (Option<char>, usize) {
    match text.find('}') {
        Some(end) => {
            let digits = text.get(3..end).unwrap_or("");
            (u32::from_str_radix(digits, 16).ok().and_then(char::from_u32), end + 1)
        }
        None => (None, text.len()),
    }
}
