//! What stands between the braces of a record.

use super::Builder;
use crate::ast::{Attribute, CheckDecl, FieldDecl, FieldKeyword, Member};
use crate::grammar::Rule;
use crate::nodes::{Node, Nodes};

impl<'t> Builder<'t> {
    /// `{ a: int, … }`.
    pub fn fields(&mut self, node: Node<'t>) -> Vec<Member> {
        node.into_inner().map(|member| self.member(member)).collect()
    }

    fn member(&mut self, node: Node<'t>) -> Member {
        let span = self.span(&node);
        match node.as_rule() {
            Rule::field => Member::Field(Box::new(self.field(node))),
            Rule::check => Member::Check(self.check(node)),
            Rule::rest => Member::Rest(span),
            _ => {
                self.mistake(&node);
                Member::Error(span)
            }
        }
    }

    fn field(&mut self, node: Node<'t>) -> FieldDecl {
        let span = self.span(&node);
        let docs = self.docs(node.as_span().start());
        let mut nodes = Nodes::of(node);
        let attributes = self.attributes(&mut nodes);
        let keyword = nodes.accept(Rule::field_kw).map(|word| match word.as_str() {
            "key" => FieldKeyword::Key,
            _ => FieldKeyword::Readonly,
        });
        let name = self.name(&mut nodes);
        let ty = self.ty(&mut nodes);
        let default = nodes.accept(Rule::expr).map(|expr| self.expr(expr));
        FieldDecl { docs, attributes, keyword, name, ty, default, span }
    }

    fn check(&mut self, node: Node<'t>) -> CheckDecl {
        let span = self.span(&node);
        let mut nodes = Nodes::of(node);
        let condition = self.next_expr(&mut nodes);
        let reason = self.fixed_reason(&mut nodes);
        let at = nodes.accept(Rule::path).map(|path| self.path_of(&path));
        CheckDecl { condition, reason, at, span }
    }

    /// The attributes that come next.
    pub fn attributes(&mut self, nodes: &mut Nodes<'t>) -> Vec<Attribute> {
        let found = nodes.accept_all(Rule::attribute);
        found.into_iter().map(|node| self.attribute(node)).collect()
    }

    fn attribute(&mut self, node: Node<'t>) -> Attribute {
        let span = self.span(&node);
        let mut nodes = Nodes::of(node);
        let name = self.name(&mut nodes);
        let arguments = nodes.accept(Rule::args).map(|args| self.plain_arguments(args)).unwrap_or_default();
        Attribute { name, arguments, span }
    }
}
