//! The lines between the braces of a map or of a record that is built.

use super::Builder;
use crate::ast::{Body, Entry, EntryKind, Expr, ListedPath, Name, Side};
use crate::errors;
use crate::grammar::Rule;
use crate::nodes::{Node, Nodes};

impl<'t> Builder<'t> {
    /// The body that comes next; empty where there is none.
    pub fn next_body(&mut self, nodes: &mut Nodes<'t>) -> Body {
        match nodes.accept(Rule::body) {
            Some(body) => self.body(body),
            None => Body { entries: Vec::new(), span: self.span_between(0, 0) },
        }
    }

    /// `{ a = 1, … }`.
    pub fn body(&mut self, node: Node<'t>) -> Body {
        let span = self.span(&node);
        let read = |builder: &mut Self| node.into_inner().map(|entry| builder.entry(entry)).collect();
        let entries = self.nested(span, read).unwrap_or_default();
        Body { entries, span }
    }

    fn entry(&mut self, node: Node<'t>) -> Entry {
        let span = self.span(&node);
        Entry { kind: self.entry_kind(node), span }
    }

    fn entry_kind(&mut self, node: Node<'t>) -> EntryKind {
        let rule = node.as_rule();
        if rule == Rule::bad_entry {
            self.mistake(&node);
            return EntryKind::Error;
        }
        let mut nodes = Nodes::of(node);
        match rule {
            Rule::line => self.line(nodes),
            Rule::right_line => self.right_line(nodes),
            Rule::let_line => {
                let (name, value) = self.let_line(nodes);
                EntryKind::Let { name, value }
            }
            Rule::ignore => {
                EntryKind::Ignore { paths: self.listed(&mut nodes), because: self.fixed_reason(&mut nodes) }
            }
            Rule::unset => EntryKind::Unset { paths: self.listed(&mut nodes), because: self.fixed_reason(&mut nodes) },
            Rule::only => self.only(nodes),
            Rule::spread => EntryKind::Spread(self.path(&mut nodes)),
            Rule::skip_when => {
                EntryKind::SkipWhen { condition: self.next_expr(&mut nodes), because: self.fixed_reason(&mut nodes) }
            }
            Rule::delete_when => {
                EntryKind::DeleteWhen { condition: self.next_expr(&mut nodes), body: self.next_body(&mut nodes) }
            }
            Rule::reject_when => EntryKind::RejectWhen {
                code: self.name(&mut nodes),
                condition: self.next_expr(&mut nodes),
                reason: self.reason(&mut nodes),
            },
            Rule::when => EntryKind::When {
                condition: self.next_expr(&mut nodes),
                then: self.next_body(&mut nodes),
                otherwise: nodes.accept(Rule::body).map(|body| self.body(body)),
            },
            _ => EntryKind::Auto,
        }
    }

    fn line(&mut self, mut nodes: Nodes<'t>) -> EntryKind {
        let target = self.path(&mut nodes);
        let mark = nodes.next();
        let value = self.next_expr(&mut nodes);
        let nested = nodes.accept(Rule::body);
        match mark.map(|mark| mark.as_rule()) {
            Some(Rule::both_mark) => {
                EntryKind::Both { left: target, right: value, nested: nested.map(|body| self.body(body)) }
            }
            Some(Rule::left_mark) => {
                self.refuse_nested(nested);
                EntryKind::ToLeft { left: target, value }
            }
            _ => EntryKind::Assign { target, value },
        }
    }

    fn right_line(&mut self, mut nodes: Nodes<'t>) -> EntryKind {
        let value = self.next_expr(&mut nodes);
        nodes.eat(Rule::right_mark);
        let right = self.path(&mut nodes);
        self.refuse_nested(nodes.accept(Rule::body));
        EntryKind::ToRight { value, right }
    }

    /// Lines between two sides go both ways.
    fn refuse_nested(&mut self, nested: Option<Node<'t>>) {
        if let Some(body) = nested {
            let span = self.span(&body);
            self.report(errors::items::one_way_block(span));
        }
    }

    fn only(&mut self, mut nodes: Nodes<'t>) -> EntryKind {
        let side = match nodes.accept(Rule::side) {
            Some(side) if side.as_str() == "right" => Side::Right,
            _ => Side::Left,
        };
        EntryKind::Only { side, paths: self.listed(&mut nodes), because: self.fixed_reason(&mut nodes) }
    }

    fn listed(&mut self, nodes: &mut Nodes<'t>) -> Vec<ListedPath> {
        let paths = nodes.accept_all(Rule::list_path).into_iter().flat_map(Node::into_inner);
        paths.map(|node| self.listed_path(&node)).collect()
    }

    fn listed_path(&self, node: &Node<'t>) -> ListedPath {
        match node.as_str().strip_prefix("*.") {
            Some(behind) => ListedPath { star: true, path: self.path_at(behind, node.as_span().start() + 2) },
            None => ListedPath { star: false, path: self.path_of(node) },
        }
    }

    /// `let name = e`.
    pub fn let_line(&mut self, mut nodes: Nodes<'t>) -> (Name, Expr) {
        let name = self.binding(&mut nodes);
        nodes.eat(Rule::assign_mark);
        (name, self.next_expr(&mut nodes))
    }

    /// `{ let …, e }`.
    pub fn fn_block(&mut self, node: Node<'t>) -> (Vec<(Name, Expr)>, Expr) {
        let mut nodes = Nodes::of(node);
        let lines = nodes.accept_all(Rule::let_line);
        let lets = lines.into_iter().map(|line| self.let_line(Nodes::of(line))).collect();
        (lets, self.next_expr(&mut nodes))
    }
}
