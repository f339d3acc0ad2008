//! Operands and what follows them.

use mapc_diagnostics::Span;

use super::Builder;
use crate::ast::{Argument, ArgumentValue, Expr, ExprKind, Name, Path};
use crate::errors;
use crate::grammar::Rule;
use crate::nodes::{Node, Nodes};

impl<'t> Builder<'t> {
    /// The operand that comes next with all its postfixes.
    pub fn operand(&mut self, nodes: &mut Nodes<'t>) -> Expr {
        let Some(node) = nodes.next() else {
            return Expr { kind: ExprKind::Error, span: self.span_between(0, 0) };
        };
        let mut operand = self.primary(node);
        while matches!(nodes.peek(), Some(Rule::select | Rule::args | Rule::index | Rule::via)) {
            let Some(postfix) = nodes.next() else { break };
            operand = self.postfix(operand, postfix);
        }
        operand
    }

    fn primary(&mut self, node: Node<'t>) -> Expr {
        let span = self.span(&node);
        let kind = match node.as_rule() {
            Rule::bare => return self.bare(&node),
            Rule::template => self.template(node),
            Rule::number => ExprKind::Number(self.number_of(&node).text),
            Rule::paren => return self.paren(node),
            Rule::list => ExprKind::List(node.into_inner().map(|expr| self.expr(expr)).collect()),
            Rule::body => ExprKind::Record(self.body(node)),
            Rule::member => ExprKind::Member(self.name(&mut Nodes::of(node))),
            Rule::context => ExprKind::Context(self.path(&mut Nodes::of(node))),
            Rule::regex => ExprKind::Regex(self.regex_of(&node).value),
            Rule::if_ => self.if_expr(Nodes::of(node)),
            Rule::match_ => self.match_expr(Nodes::of(node)),
            Rule::for_ => self.for_expr(Nodes::of(node)),
            Rule::with_ => self.with_expr(Nodes::of(node)),
            Rule::reject => {
                let mut nodes = Nodes::of(node);
                let code = nodes.accept(Rule::name).map(|code| self.name_of(&code));
                ExprKind::Reject(code, Box::new(self.reason(&mut nodes)))
            }
            Rule::skip => {
                let reason = self.fixed_reason(&mut Nodes::of(node));
                ExprKind::Skip(reason.unwrap_or_else(|| self.no_text()))
            }
            Rule::constant => constant(node.as_str()),
            _ => ExprKind::Error,
        };
        Expr { kind, span }
    }

    /// `a.b.c`: a name and fields.
    fn bare(&mut self, node: &Node<'t>) -> Expr {
        let path = self.path_of(node);
        let mut segments = path.segments.into_iter();
        let Some(first) = segments.next() else { return Expr { kind: ExprKind::Error, span: path.span } };
        if !node.as_str().starts_with('`') {
            self.refuse_reserved(&first.text, first.span);
            self.refuse_null(node.as_str(), first.span);
        }
        let root = Expr { kind: ExprKind::Name(first.text), span: first.span };
        segments.fold(root, select)
    }

    /// `(a)` is `a`, with the parentheses in its span; `(a, b)` is a tuple.
    fn paren(&mut self, node: Node<'t>) -> Expr {
        let span = self.span(&node);
        let mut inside: Vec<Expr> = node.into_inner().map(|expr| self.expr(expr)).collect();
        match inside.pop() {
            Some(only) if inside.is_empty() => Expr { span, ..only },
            Some(last) => {
                inside.push(last);
                Expr { kind: ExprKind::Tuple(inside), span }
            }
            None => Expr { kind: ExprKind::Error, span },
        }
    }

    fn postfix(&mut self, base: Expr, node: Node<'t>) -> Expr {
        let span = base.span.to(self.span(&node));
        match node.as_rule() {
            Rule::select => select(base, self.name(&mut Nodes::of(node))),
            Rule::args => self.call(base, node, span),
            Rule::index => {
                let index = node.into_inner().next().map(|index| Box::new(self.expr(index)));
                Expr { kind: ExprKind::Index { base: Box::new(base), index }, span }
            }
            _ => {
                let target = self.path(&mut Nodes::of(node));
                Expr { kind: ExprKind::Via { base: Box::new(base), target }, span }
            }
        }
    }

    fn call(&mut self, base: Expr, node: Node<'t>, span: Span) -> Expr {
        let arguments = self.arguments(node);
        let kind = match base.kind {
            ExprKind::Field { base, name } => ExprKind::Method { base, name, arguments },
            ExprKind::Name(text) => {
                let name = Name { text, span: base.span };
                ExprKind::Call { name: Path { segments: vec![name], span: base.span }, arguments }
            }
            // `$received_at.year()`: what stands before the last name is the receiver.
            ExprKind::Context(mut path) if path.segments.len() > 1 => match path.segments.pop() {
                Some(name) => {
                    let end = path.segments.last().map_or(base.span.end, |last| last.span.end);
                    path.span = Span { end, ..base.span };
                    let base = Box::new(Expr { span: path.span, kind: ExprKind::Context(path) });
                    ExprKind::Method { base, name, arguments }
                }
                None => ExprKind::Error,
            },
            _ => {
                self.report(errors::exprs::not_a_function(base.span));
                ExprKind::Error
            }
        };
        Expr { kind, span }
    }

    fn arguments(&mut self, node: Node<'t>) -> Vec<Argument> {
        node.into_inner().map(|argument| self.argument(argument)).collect()
    }

    fn argument(&mut self, node: Node<'t>) -> Argument {
        let span = self.span(&node);
        match node.as_rule() {
            Rule::named_arg => {
                let mut nodes = Nodes::of(node);
                let name = self.name(&mut nodes);
                Argument { name: Some(name), value: ArgumentValue::Expr(self.next_expr(&mut nodes)) }
            }
            Rule::lambda => Argument { name: None, value: self.lambda(Nodes::of(node), span) },
            _ => Argument { name: None, value: ArgumentValue::Expr(self.expr(node)) },
        }
    }

    fn lambda(&mut self, mut nodes: Nodes<'t>, span: Span) -> ArgumentValue {
        let params = nodes.accept_all(Rule::name).iter().map(|param| self.binding_of(param)).collect();
        ArgumentValue::Lambda { params, body: self.next_expr(&mut nodes), span }
    }

    /// Arguments where no names and lambdas may stand: those of attributes and of wire forms.
    pub fn plain_arguments(&mut self, node: Node<'t>) -> Vec<Expr> {
        let mut plain = Vec::new();
        for node in node.into_inner() {
            if node.as_rule() == Rule::expr {
                plain.push(self.expr(node));
            } else {
                let span = self.span(&node);
                self.report(errors::exprs::not_a_plain_value(span));
            }
        }
        plain
    }
}

fn select(base: Expr, name: Name) -> Expr {
    let span = base.span.to(name.span);
    Expr { kind: ExprKind::Field { base: Box::new(base), name }, span }
}

fn constant(written: &str) -> ExprKind {
    match written {
        "true" => ExprKind::Bool(true),
        "false" => ExprKind::Bool(false),
        _ => ExprKind::Absent,
    }
}
