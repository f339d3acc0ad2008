//! Precedence: from the flat list of an expression to a tree.
//!
//! From loose to tight: `or`, `and`, `not`, comparison with `in` and `is` (these do not chain), `??`, `try`, `+ -`, `* / %`,
//! unary `-`, postfix. The flat list has prefixes before an operand and postfixes behind it.

use mapc_diagnostics::Span;

use super::Builder;
use crate::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::errors;
use crate::grammar::Rule;
use crate::nodes::{Node, Nodes};

/// More operators than this on one way through a tree are refused, so that no later pass can run out of stack.
const MAX_OPERATORS: usize = 1000;

/// How tightly an operator binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Or,
    And,
    Not,
    Compare,
    Coalesce,
    Try,
    Add,
    Multiply,
    Negate,
}

impl<'t> Builder<'t> {
    /// The expression that comes next.
    pub fn next_expr(&mut self, nodes: &mut Nodes<'t>) -> Expr {
        match nodes.accept(Rule::expr) {
            Some(node) => self.expr(node),
            None => Expr { kind: ExprKind::Error, span: self.span_between(0, 0) },
        }
    }

    /// The expression that `node` is.
    pub fn expr(&mut self, node: Node<'t>) -> Expr {
        let span = self.span(&node);
        let count: usize = node.clone().into_inner().map(|part| operators(&part)).sum();
        if self.operators + count > MAX_OPERATORS {
            self.report(errors::exprs::too_many_operators(span));
            return Expr { kind: ExprKind::Error, span };
        }
        self.operators += count;
        let built = self.nested(span, |builder| builder.level(&mut Nodes::of(node), Level::Or));
        self.operators -= count;
        built.unwrap_or(Expr { kind: ExprKind::Error, span })
    }

    /// An operand with all operators that bind at least as tightly as `least`.
    fn level(&mut self, nodes: &mut Nodes<'t>, least: Level) -> Expr {
        let mut left = self.prefixed(nodes, least);
        let mut compared: Option<Span> = None;
        while let Some(level) = nodes.peek().and_then(infix_level).filter(|level| *level >= least) {
            let Some(operator) = nodes.next() else { break };
            if level == Level::Compare {
                let span = self.span(&operator);
                if let Some(first) = compared.replace(span) {
                    self.report(errors::exprs::chained_comparison(first, span));
                }
            }
            left = self.infix(left, &operator, level, nodes);
        }
        left
    }

    fn infix(&mut self, left: Expr, operator: &Node<'t>, level: Level, nodes: &mut Nodes<'t>) -> Expr {
        if operator.as_rule() == Rule::is_op {
            let span = left.span.to(self.span(operator));
            let present =
                operator.as_str().ends_with("present") != operator.as_str().split_whitespace().any(|w| w == "not");
            return Expr { kind: ExprKind::IsPresent { value: Box::new(left), present }, span };
        }
        // `??` groups to the right, all others to the left.
        let least = if level == Level::Coalesce { level } else { tighter(level) };
        let right = self.level(nodes, least);
        let span = left.span.to(right.span);
        Expr { kind: ExprKind::Binary(binary_op(operator.as_str()), Box::new(left), Box::new(right)), span }
    }

    fn prefixed(&mut self, nodes: &mut Nodes<'t>, least: Level) -> Expr {
        let (op, level) = match nodes.peek() {
            Some(Rule::negate) => (UnaryOp::Negate, Level::Negate),
            Some(Rule::not_op) => (UnaryOp::Not, Level::Not),
            Some(Rule::try_op) => (UnaryOp::Try, Level::Try),
            _ => return self.operand(nodes),
        };
        let span = match nodes.next() {
            Some(node) => self.span(&node),
            None => self.span_between(0, 0),
        };
        if level < least {
            self.report(errors::exprs::missing_parentheses(if op == UnaryOp::Try { "try" } else { "not" }, span));
        }
        let operand = self.level(nodes, level);
        let span = span.to(operand.span);
        Expr { kind: ExprKind::Unary(op, Box::new(operand)), span }
    }
}

/// How many levels of the tree a part of an expression makes: one for an operator, a call or a step of a path, none for an operand.
fn operators(part: &Node<'_>) -> usize {
    match part.as_rule() {
        Rule::bare => part.as_str().split('.').count() - 1,
        Rule::negate | Rule::not_op | Rule::try_op | Rule::args | Rule::select | Rule::index | Rule::via => 1,
        rule => usize::from(infix_level(rule).is_some()),
    }
}

fn infix_level(rule: Rule) -> Option<Level> {
    Some(match rule {
        Rule::or_op => Level::Or,
        Rule::and_op => Level::And,
        Rule::compare | Rule::is_op => Level::Compare,
        Rule::coalesce => Level::Coalesce,
        Rule::add => Level::Add,
        Rule::multiply => Level::Multiply,
        _ => return None,
    })
}

fn tighter(level: Level) -> Level {
    match level {
        Level::Or => Level::And,
        Level::And => Level::Not,
        Level::Not => Level::Compare,
        Level::Compare => Level::Coalesce,
        Level::Coalesce => Level::Try,
        Level::Try => Level::Add,
        Level::Add => Level::Multiply,
        Level::Multiply | Level::Negate => Level::Negate,
    }
}

fn binary_op(written: &str) -> BinaryOp {
    match written {
        "??" => BinaryOp::Coalesce,
        "==" => BinaryOp::Equal,
        "!=" => BinaryOp::NotEqual,
        "<" => BinaryOp::Less,
        "<=" => BinaryOp::LessEqual,
        ">" => BinaryOp::Greater,
        ">=" => BinaryOp::GreaterEqual,
        "in" => BinaryOp::In,
        "+" => BinaryOp::Add,
        "-" => BinaryOp::Subtract,
        "*" => BinaryOp::Multiply,
        "/" => BinaryOp::Divide,
        "%" => BinaryOp::Remainder,
        "and" => BinaryOp::And,
        _ => BinaryOp::Or,
    }
}
