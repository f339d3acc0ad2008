//! Texts with interpolation.

use super::Builder;
use crate::ast::{ExprKind, TextPart};
use crate::grammar::Rule;
use crate::messages;
use crate::nodes::Node;

impl<'t> Builder<'t> {
    /// `"Dear {name}"`.
    pub fn template(&mut self, node: Node<'t>) -> ExprKind {
        let mut parts = Vec::new();
        for part in node.into_inner() {
            match part.as_rule() {
                Rule::plain => {
                    parts.push(TextPart::Plain(self.unescape(part.as_str(), part.as_span().start())));
                }
                Rule::expr => {
                    self.refuse_text_inside(&part);
                    parts.push(TextPart::Value(self.expr(part)));
                }
                _ => {}
            }
        }
        ExprKind::Text(parts)
    }

    /// A quote inside the braces would end the text for every reader, so there is none.
    fn refuse_text_inside(&mut self, node: &Node<'t>) {
        if let Some(quote) = node.as_str().find('"') {
            let at = node.as_span().start() + quote;
            self.report(messages::text_in_text(self.span_between(at, at + 1)));
        }
    }
}
