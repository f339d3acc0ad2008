//! Texts with interpolation.

use super::Builder;
use crate::ast::{Expr, ExprKind, Text, TextPart};
use crate::errors;
use crate::grammar::Rule;
use crate::nodes::{Node, Nodes};

impl<'t> Builder<'t> {
    /// `"Dear {name}"`.
    pub fn template(&mut self, node: Node<'t>) -> ExprKind {
        let mut parts = Vec::new();
        let mut dollar = None;
        for part in node.into_inner() {
            match part.as_rule() {
                Rule::plain => {
                    dollar = bare_dollar(part.as_str()).map(|at| part.as_span().start() + at);
                    parts.push(TextPart::Plain(self.unescape(part.as_str(), part.as_span().start())));
                }
                Rule::expr => {
                    self.refuse_text_inside(&part);
                    if let Some(at) = dollar.take() {
                        self.report(errors::texts::dollar_before_value(
                            part.as_str().trim(),
                            self.span_between(at, at + 1),
                        ));
                    }
                    parts.push(TextPart::Value(self.expr(part)));
                }
                _ => {}
            }
        }
        ExprKind::Text(parts)
    }

    /// The reason of a rejection, a template; empty where the grammar did not ask for one.
    pub fn reason(&mut self, nodes: &mut Nodes<'t>) -> Expr {
        match nodes.accept(Rule::template) {
            Some(node) => {
                let span = self.span(&node);
                Expr { kind: self.template(node), span }
            }
            None => Expr { kind: ExprKind::Text(Vec::new()), span: self.span_between(0, 0) },
        }
    }

    /// A reason that belongs to the mapping and is the same for each record, if one comes next.
    pub fn fixed_reason(&mut self, nodes: &mut Nodes<'t>) -> Option<Text> {
        let node = nodes.accept(Rule::text)?;
        let text = self.text_of(&node);
        if let Some(brace) = open_brace(node.as_str()) {
            let at = node.as_span().start() + brace;
            self.report(errors::texts::braces_in_reason(self.span_between(at, at + 1)));
        }
        Some(text)
    }

    /// A quote inside the braces would end the text for every reader, so there is none.
    fn refuse_text_inside(&mut self, node: &Node<'t>) {
        if let Some(quote) = node.as_str().find('"') {
            let at = node.as_span().start() + quote;
            self.report(errors::texts::nested_text(self.span_between(at, at + 1)));
        }
    }
}

/// Where a `{` stands that no backslash makes a plain one.
fn open_brace(written: &str) -> Option<usize> {
    let mut bytes = written.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' if bytes.next().is_some_and(|(_, escaped)| escaped == b'u') => drop(bytes.next()),
            b'{' => return Some(at),
            _ => {}
        }
    }
    None
}

/// Where a `$` stands, the last of a plain part, that no backslash says is meant.
fn bare_dollar(written: &str) -> Option<usize> {
    let before = written.strip_suffix('$')?;
    let escaping = before.len() - before.trim_end_matches('\\').len();
    escaping.is_multiple_of(2).then_some(before.len())
}
