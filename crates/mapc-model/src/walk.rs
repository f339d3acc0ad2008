//! Goes through bodies and expressions, each node once, outer ones first.

use mapc_syntax::ast::{
    Argument, ArgumentValue, Body, CheckDecl, Entry, EntryKind, Expr, ExprKind, FnDecl, For, Pattern, PatternKind,
    TextPart,
};

/// A node on the way.
pub(crate) enum Node<'a> {
    /// A line, with how many bodies lie around its own.
    Entry(&'a Entry, usize),
    /// An expression.
    Expr(&'a Expr),
    /// A pattern of a match.
    Pattern(&'a Pattern),
}

/// Visits all nodes below something.
pub(crate) struct Walker<'v, 'a> {
    visit: &'v mut dyn FnMut(Node<'a>),
    depth: usize,
}

/// Visits all nodes of a body.
pub(crate) fn body<'a>(body: &'a Body, visit: &mut dyn FnMut(Node<'a>)) {
    Walker { visit, depth: 0 }.body(body);
}

/// Visits all nodes of a function.
pub(crate) fn function<'a>(decl: &'a FnDecl, visit: &mut dyn FnMut(Node<'a>)) {
    let mut walker = Walker { visit, depth: 0 };
    decl.lets.iter().for_each(|(_, value)| walker.expr(value));
    walker.expr(&decl.body);
}

/// Visits all nodes of a `check` line.
pub(crate) fn check<'a>(decl: &'a CheckDecl, visit: &mut dyn FnMut(Node<'a>)) {
    Walker { visit, depth: 0 }.expr(&decl.condition);
}

impl<'a> Walker<'_, 'a> {
    fn body(&mut self, body: &'a Body) {
        for entry in &body.entries {
            (self.visit)(Node::Entry(entry, self.depth));
            self.depth += 1;
            self.entry(entry);
            self.depth -= 1;
        }
    }

    fn entry(&mut self, entry: &'a Entry) {
        match &entry.kind {
            EntryKind::Assign { value, .. }
            | EntryKind::ToLeft { value, .. }
            | EntryKind::ToRight { value, .. }
            | EntryKind::Let { value, .. } => self.expr(value),
            EntryKind::Both { right, nested, .. } => {
                self.expr(right);
                nested.iter().for_each(|nested| self.body(nested));
            }
            EntryKind::SkipWhen { condition, .. } => self.expr(condition),
            EntryKind::RejectWhen { condition, reason, .. } => {
                self.expr(condition);
                self.expr(reason);
            }
            EntryKind::DeleteWhen { condition, body } => {
                self.expr(condition);
                self.body(body);
            }
            EntryKind::When { condition, then, otherwise } => {
                self.expr(condition);
                self.body(then);
                otherwise.iter().for_each(|otherwise| self.body(otherwise));
            }
            EntryKind::Ignore { .. }
            | EntryKind::Unset { .. }
            | EntryKind::Only { .. }
            | EntryKind::Auto
            | EntryKind::Spread(_)
            | EntryKind::Error => {}
        }
    }

    fn expr(&mut self, expr: &'a Expr) {
        (self.visit)(Node::Expr(expr));
        match &expr.kind {
            ExprKind::Error
            | ExprKind::Name(_)
            | ExprKind::Number(_)
            | ExprKind::Bool(_)
            | ExprKind::Absent
            | ExprKind::Member(_)
            | ExprKind::Context(_)
            | ExprKind::Regex(_)
            | ExprKind::Skip(_) => {}
            ExprKind::Reject(_, reason) => self.expr(reason),
            ExprKind::Text(parts) => parts.iter().for_each(|part| {
                if let TextPart::Value(value) = part {
                    self.expr(value);
                }
            }),
            ExprKind::Tuple(parts) | ExprKind::List(parts) => parts.iter().for_each(|part| self.expr(part)),
            ExprKind::Record(body) => self.body(body),
            ExprKind::Field { base, .. } | ExprKind::Via { base, .. } | ExprKind::Unary(_, base) => self.expr(base),
            ExprKind::IsPresent { value, .. } => self.expr(value),
            ExprKind::Method { base, arguments, .. } => {
                self.expr(base);
                self.arguments(arguments);
            }
            ExprKind::Call { arguments, .. } => self.arguments(arguments),
            ExprKind::Index { base, index } => {
                self.expr(base);
                index.iter().for_each(|index| self.expr(index));
            }
            ExprKind::Binary(_, left, right) => [left, right].into_iter().for_each(|part| self.expr(part)),
            ExprKind::If(a, b, c) => [a, b, c].into_iter().for_each(|part| self.expr(part)),
            ExprKind::Match(value, arms) => {
                self.expr(value);
                for arm in arms {
                    arm.patterns.iter().for_each(|pattern| self.pattern(pattern));
                    self.expr(&arm.value);
                }
            }
            ExprKind::For(each) => self.each(each),
            ExprKind::With { value, body, .. } => [value, body].into_iter().for_each(|part| self.expr(part)),
        }
    }

    fn arguments(&mut self, arguments: &'a [Argument]) {
        for argument in arguments {
            match &argument.value {
                ArgumentValue::Expr(value) | ArgumentValue::Lambda { body: value, .. } => self.expr(value),
            }
        }
    }

    fn each(&mut self, each: &'a For) {
        self.expr(&each.list);
        each.filter.iter().for_each(|filter| self.expr(filter));
        self.expr(&each.body);
    }

    fn pattern(&mut self, pattern: &'a Pattern) {
        (self.visit)(Node::Pattern(pattern));
        if let PatternKind::Tuple(parts) = &pattern.kind {
            parts.iter().for_each(|part| self.pattern(part));
        }
    }
}
