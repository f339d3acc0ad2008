//! Types.

use super::Builder;
use crate::ast::{TypeArgument, TypeExpr, TypeHead, TypePrefix, TypeSuffix};
use crate::grammar::Rule;
use crate::nodes::{Node, Nodes};

impl<'t> Builder<'t> {
    /// The type that comes next.
    pub fn ty(&mut self, nodes: &mut Nodes<'t>) -> TypeExpr {
        match nodes.accept(Rule::ty) {
            Some(node) => self.ty_of(node),
            None => self.no_type(),
        }
    }

    fn no_type(&self) -> TypeExpr {
        TypeExpr { prefix: None, head: TypeHead::Error, suffixes: Vec::new(), span: self.span_between(0, 0) }
    }

    /// The type that `node` is.
    pub fn ty_of(&mut self, node: Node<'t>) -> TypeExpr {
        let span = self.span(&node);
        self.nested(span, |builder| builder.ty_inside(node)).unwrap_or_else(|| TypeExpr { span, ..self.no_type() })
    }

    fn ty_inside(&mut self, node: Node<'t>) -> TypeExpr {
        let span = self.span(&node);
        let mut nodes = Nodes::of(node);
        let prefix = nodes.accept(Rule::ty_prefix).map(|prefix| match prefix.as_str() {
            "try" => TypePrefix::Try,
            _ => TypePrefix::Patch,
        });
        let head = nodes.next().map_or(TypeHead::Error, |head| self.type_head(head));
        let suffixes: Vec<TypeSuffix> = nodes.filter_map(|suffix| self.type_suffix(suffix)).collect();
        grouped(TypeExpr { prefix, head, suffixes, span })
    }

    fn type_head(&mut self, node: Node<'t>) -> TypeHead {
        match node.as_rule() {
            Rule::ty_named => {
                let mut nodes = Nodes::of(node);
                let path = self.path(&mut nodes);
                TypeHead::Named(path, self.types(nodes))
            }
            Rule::ty_list => TypeHead::List(Box::new(self.ty(&mut Nodes::of(node)))),
            Rule::fields => TypeHead::Record(self.fields(node)),
            Rule::ty_tuple => TypeHead::Tuple(self.types(Nodes::of(node))),
            Rule::ty_literals => TypeHead::Literals(self.texts(&mut Nodes::of(node))),
            _ => TypeHead::Error,
        }
    }

    fn types(&mut self, nodes: Nodes<'t>) -> Vec<TypeExpr> {
        nodes.map(|node| self.ty_of(node)).collect()
    }

    fn type_suffix(&mut self, node: Node<'t>) -> Option<TypeSuffix> {
        let span = self.span(&node);
        let rule = node.as_rule();
        let mut nodes = Nodes::of(node);
        Some(match rule {
            Rule::ty_optional => TypeSuffix::Optional(span),
            Rule::ty_args => TypeSuffix::Arguments(nodes.map(|node| self.type_argument(node)).collect(), span),
            Rule::ty_matching => TypeSuffix::Matching(self.regex_of(&nodes.next()?)),
            Rule::ty_as => self.type_as(nodes, span),
            Rule::ty_wire => TypeSuffix::Wire(self.texts(&mut nodes), span),
            Rule::ty_only => TypeSuffix::OnlyFrom(self.path(&mut nodes)),
            Rule::ty_codec => TypeSuffix::Codec(span),
            Rule::ty_in => TypeSuffix::In(self.some_text(&mut nodes)),
            _ => return None,
        })
    }

    fn type_as(&mut self, mut nodes: Nodes<'t>, span: mapc_diagnostics::Span) -> TypeSuffix {
        if nodes.peek() == Some(Rule::text) {
            return TypeSuffix::AsText(self.texts(&mut nodes), span);
        }
        let name = self.name(&mut nodes);
        let arguments = nodes.accept(Rule::args).map(|args| self.plain_arguments(args)).unwrap_or_default();
        TypeSuffix::AsWord(name, arguments, span)
    }

    fn type_argument(&mut self, node: Node<'t>) -> TypeArgument {
        match node.as_rule() {
            Rule::signed => TypeArgument::Number(self.number_of(&node)),
            Rule::range => self.range(node),
            _ => TypeArgument::Type(Box::new(self.ty_of(node))),
        }
    }

    fn range(&mut self, node: Node<'t>) -> TypeArgument {
        let span = self.span(&node);
        let mut nodes = Nodes::of(node);
        let low = nodes.accept(Rule::signed).map(|node| self.number_of(&node));
        nodes.eat(Rule::dots);
        let high = nodes.accept(Rule::signed).map(|node| self.number_of(&node));
        TypeArgument::Range(low, high, span)
    }
}

/// Parentheses around one type are not a tuple: `("a" | "b")?` is that type with what follows the parentheses.
fn grouped(ty: TypeExpr) -> TypeExpr {
    match ty.head {
        TypeHead::Tuple(mut parts) if parts.len() == 1 => match parts.pop() {
            Some(inner) => TypeExpr {
                prefix: ty.prefix.or(inner.prefix),
                head: inner.head,
                suffixes: inner.suffixes.into_iter().chain(ty.suffixes).collect(),
                span: ty.span,
            },
            None => TypeExpr { head: TypeHead::Error, ..ty },
        },
        head => TypeExpr { head, ..ty },
    }
}
