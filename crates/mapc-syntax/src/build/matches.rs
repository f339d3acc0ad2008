//! `if`, `match`, `for`, `with`.

use super::Builder;
use crate::ast::{Arm, Expr, ExprKind, For, Pattern, PatternKind};
use crate::errors;
use crate::grammar::Rule;
use crate::nodes::{Node, Nodes};

impl<'t> Builder<'t> {
    /// `if c then a else b`.
    pub fn if_expr(&mut self, mut nodes: Nodes<'t>) -> ExprKind {
        let condition = Box::new(self.next_expr(&mut nodes));
        let then = Box::new(self.next_expr(&mut nodes));
        ExprKind::If(condition, then, Box::new(self.next_expr(&mut nodes)))
    }

    /// `for x in xs where c numbered n { … }`.
    pub fn for_expr(&mut self, mut nodes: Nodes<'t>) -> ExprKind {
        let tolerant = nodes.eat(Rule::try_op);
        let names = nodes.accept_all(Rule::name).iter().map(|name| self.binding_of(name)).collect();
        let list = self.next_expr(&mut nodes);
        let filter = nodes.accept(Rule::filter).map(|filter| self.next_expr(&mut Nodes::of(filter)));
        let number = nodes.accept(Rule::numbered).map(|numbered| self.binding(&mut Nodes::of(numbered)));
        let body = self.body_or_value(&mut nodes);
        ExprKind::For(Box::new(For { tolerant, names, list, filter, number, body }))
    }

    /// `with e as name { … }`.
    pub fn with_expr(&mut self, mut nodes: Nodes<'t>) -> ExprKind {
        let value = Box::new(self.next_expr(&mut nodes));
        let name = self.binding(&mut nodes);
        ExprKind::With { value, name, body: Box::new(self.body_or_value(&mut nodes)) }
    }

    fn body_or_value(&mut self, nodes: &mut Nodes<'t>) -> Expr {
        match nodes.accept(Rule::body) {
            Some(node) => {
                let span = self.span(&node);
                Expr { kind: ExprKind::Record(self.body(node)), span }
            }
            None => self.next_expr(nodes),
        }
    }

    /// `match e { … }`.
    pub fn match_expr(&mut self, mut nodes: Nodes<'t>) -> ExprKind {
        let value = self.next_expr(&mut nodes);
        let arms = nodes.filter_map(|arm| self.arm(arm)).collect();
        ExprKind::Match(Box::new(value), arms)
    }

    fn arm(&mut self, node: Node<'t>) -> Option<Arm> {
        let span = self.span(&node);
        if node.as_rule() == Rule::bad_arm {
            self.mistake(&node);
            return None;
        }
        let mut nodes = Nodes::of(node);
        let patterns = nodes.accept_all(Rule::pattern).into_iter().map(|pattern| self.pattern(pattern)).collect();
        Some(Arm { patterns, value: self.next_expr(&mut nodes), span })
    }

    fn pattern(&mut self, node: Node<'t>) -> Pattern {
        let span = self.span(&node);
        let kind = match node.into_inner().next() {
            Some(inner) => self.pattern_kind(inner),
            None => PatternKind::Else,
        };
        Pattern { kind, span }
    }

    fn pattern_kind(&mut self, node: Node<'t>) -> PatternKind {
        let span = self.span(&node);
        match node.as_rule() {
            Rule::text => PatternKind::Text(self.text_of(&node).value),
            Rule::signed => PatternKind::Number(self.number_of(&node).text),
            Rule::name => PatternKind::Member(self.name_of(&node).text),
            Rule::some => PatternKind::Some(self.binding(&mut Nodes::of(node))),
            Rule::regex => PatternKind::Regex(self.regex_of(&node).value),
            Rule::tuple_pattern => {
                let read = |builder: &mut Self| node.into_inner().map(|part| builder.pattern(part)).collect();
                PatternKind::Tuple(self.nested(span, read).unwrap_or_default())
            }
            Rule::variant => {
                self.variant(node);
                PatternKind::Else
            }
            _ => match node.as_str() {
                "true" => PatternKind::Bool(true),
                "false" => PatternKind::Bool(false),
                "absent" => PatternKind::Absent,
                _ => PatternKind::Else,
            },
        }
    }

    /// A bare name: the member of a union where it looks like one, else most likely a member of an enum without its dot.
    fn variant(&mut self, node: Node<'t>) {
        let span = self.span(&node);
        let written = node.as_str();
        let last = written.split_whitespace().next().and_then(|path| path.rsplit('.').next()).unwrap_or("");
        if last.starts_with(|first: char| first.is_ascii_uppercase()) {
            self.report(errors::items::form_not_built("a pattern for a member of a union", span));
        } else {
            self.report(errors::exprs::bare_name_pattern(written, span));
        }
    }
}
