//! Text that fits no rule of the grammar.

use super::Builder;
use crate::errors;
use crate::explain::{Place, Reason, explain};
use crate::grammar::Rule;
use crate::nodes::Node;

/// What other languages call `absent`.
const NOTHING: &[&str] = &["null", "nil", "None", "undefined", "NULL"];

impl<'t> Builder<'t> {
    /// Says what is wrong with a node that a `bad_…` rule caught.
    pub fn mistake(&mut self, node: &Node<'t>) {
        if self.is_full() {
            return;
        }
        let finding = explain(place(node.as_rule()), node.as_str());
        let start = node.as_span().start();
        let span = self.span_between(start + finding.range.start, start + finding.range.end);
        self.report(match finding.reason {
            Reason::Foreign { message, help, replacement } => {
                errors::items::foreign_operator(message, help, replacement, span)
            }
            Reason::Declaration { word, nearest } => errors::items::unknown_declaration(&word, nearest, span),
            Reason::Interpolation => errors::texts::invalid_interpolation(span),
            Reason::Json { message, help } => errors::texts::invalid_json(message, help, span),
            Reason::Expected { message, nearest } => errors::items::unexpected(message, nearest.as_deref(), span),
        });
    }

    /// Reports what other languages write for `absent`.
    pub fn refuse_null(&mut self, written: &str, span: mapc_diagnostics::Span) {
        if NOTHING.contains(&written) {
            let message = format!("`{written}` is written `absent` here");
            self.report(errors::items::foreign_operator(
                message,
                "missing and null are both `absent`",
                Some("absent"),
                span,
            ));
        }
    }
}

fn place(rule: Rule) -> Place {
    match rule {
        Rule::bad_head => Place::Head,
        Rule::bad_entry => Place::Entry,
        Rule::bad_field => Place::Field,
        Rule::bad_member => Place::Member,
        Rule::bad_row => Place::Row,
        Rule::bad_arm => Place::Arm,
        Rule::bad_step => Place::Step,
        _ => Place::Item,
    }
}
