//! Expressions.

use super::Dump;
use crate::ast::{
    Argument, ArgumentValue, Arm, BinaryOp, Expr, ExprKind, For, Name, Pattern, PatternKind, TextPart, UnaryOp,
};

impl Dump<'_> {
    /// An expression; `role` stands in front of it.
    pub(super) fn expr(&mut self, role: &str, expr: &Expr) {
        let says = said(&expr.kind);
        self.node(expr.span, &format!("{role}{says}"), |dump| dump.parts(&expr.kind));
    }

    fn exprs(&mut self, exprs: &[Expr]) {
        exprs.iter().for_each(|expr| self.expr("", expr));
    }

    fn parts(&mut self, kind: &ExprKind) {
        match kind {
            ExprKind::Text(parts) if !is_plain(parts) => parts.iter().for_each(|part| match part {
                TextPart::Plain(text) => self.0.leaf(None, &format!("plain {text:?}")),
                TextPart::Value(value) => self.expr("", value),
            }),
            ExprKind::Tuple(parts) | ExprKind::List(parts) => self.exprs(parts),
            ExprKind::Record(body) => self.entries(body),
            ExprKind::Field { base, .. }
            | ExprKind::Via { base, .. }
            | ExprKind::Unary(_, base)
            | ExprKind::Reject(_, base)
            | ExprKind::IsPresent { value: base, .. } => self.expr("", base),
            ExprKind::Method { base, arguments, .. } => {
                self.expr("", base);
                self.arguments(arguments);
            }
            ExprKind::Call { arguments, .. } => self.arguments(arguments),
            ExprKind::Index { base, index } => {
                self.expr("", base);
                index.iter().for_each(|index| self.expr("at: ", index));
            }
            ExprKind::Binary(_, left, right) => {
                self.expr("", left);
                self.expr("", right);
            }
            ExprKind::If(condition, then, otherwise) => {
                self.expr("", condition);
                self.expr("then: ", then);
                self.expr("else: ", otherwise);
            }
            ExprKind::Match(value, arms) => {
                self.expr("", value);
                arms.iter().for_each(|arm| self.arm(arm));
            }
            ExprKind::For(each) => self.each(each),
            ExprKind::With { value, body, .. } => {
                self.expr("", value);
                self.expr("body: ", body);
            }
            ExprKind::Error
            | ExprKind::Name(_)
            | ExprKind::Text(_)
            | ExprKind::Number(_)
            | ExprKind::Bool(_)
            | ExprKind::Absent
            | ExprKind::Member(_)
            | ExprKind::Context(_)
            | ExprKind::Regex(_)
            | ExprKind::Skip(_) => {}
        }
    }

    fn arguments(&mut self, arguments: &[Argument]) {
        for argument in arguments {
            let role = argument.name.as_ref().map(|name| format!("{}: ", name.text)).unwrap_or_default();
            match &argument.value {
                ArgumentValue::Expr(value) => self.expr(&role, value),
                ArgumentValue::Lambda { params, body, span } => {
                    self.node(*span, &format!("{role}lambda {}", names(params)), |dump| dump.expr("", body));
                }
            }
        }
    }

    fn arm(&mut self, arm: &Arm) {
        let patterns: Vec<String> = arm.patterns.iter().map(pattern).collect();
        self.node(arm.span, &format!("arm {}", patterns.join(", ")), |dump| dump.expr("", &arm.value));
    }

    fn each(&mut self, each: &For) {
        self.expr("in: ", &each.list);
        each.filter.iter().for_each(|filter| self.expr("where: ", filter));
        self.expr("body: ", &each.body);
    }
}

/// What an expression says beside its parts.
fn said(kind: &ExprKind) -> String {
    match kind {
        ExprKind::Error => "error".to_owned(),
        ExprKind::Name(name) => format!("name {name}"),
        ExprKind::Text(parts) => match parts.as_slice() {
            [] => "text \"\"".to_owned(),
            [TextPart::Plain(text)] => format!("text {text:?}"),
            _ => "text".to_owned(),
        },
        ExprKind::Number(text) => format!("number {text}"),
        ExprKind::Bool(value) => value.to_string(),
        ExprKind::Absent => "absent".to_owned(),
        ExprKind::Member(name) => format!("member .{}", name.text),
        ExprKind::Context(path) => format!("context ${}", path.text()),
        ExprKind::Regex(pattern) => format!("regex {pattern:?}"),
        ExprKind::Tuple(_) => "tuple".to_owned(),
        ExprKind::List(_) => "list".to_owned(),
        ExprKind::Record(_) => "record".to_owned(),
        ExprKind::Field { name, .. } => format!("field {}", name.text),
        ExprKind::Method { name, .. } => format!("method {}", name.text),
        ExprKind::Call { name, .. } => format!("call {}", name.text()),
        ExprKind::Index { .. } => "index".to_owned(),
        ExprKind::Via { target, .. } => format!("via {}", target.text()),
        ExprKind::Unary(op, _) => unary(*op).to_owned(),
        ExprKind::Binary(op, ..) => binary(*op).to_owned(),
        ExprKind::IsPresent { present, .. } => format!("is {}", if *present { "present" } else { "absent" }),
        ExprKind::If(..) => "if".to_owned(),
        ExprKind::Match(..) => "match".to_owned(),
        ExprKind::For(each) => {
            let tolerant = if each.tolerant { "try " } else { "" };
            let number = each.number.as_ref().map(|name| format!(" numbered {}", name.text)).unwrap_or_default();
            format!("for {tolerant}{}{number}", names(&each.names))
        }
        ExprKind::With { name, .. } => format!("with {}", name.text),
        ExprKind::Reject(code, _) => {
            format!("reject{}", code.as_ref().map(|code| format!(" {}", code.text)).unwrap_or_default())
        }
        ExprKind::Skip(reason) => format!("skip {:?}", reason.value),
    }
}

fn is_plain(parts: &[TextPart]) -> bool {
    matches!(parts, [] | [TextPart::Plain(_)])
}

fn names(names: &[Name]) -> String {
    names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(", ")
}

fn pattern(pattern: &Pattern) -> String {
    match &pattern.kind {
        PatternKind::Text(text) => format!("{text:?}"),
        PatternKind::Number(text) => text.clone(),
        PatternKind::Bool(value) => value.to_string(),
        PatternKind::Member(name) => format!(".{name}"),
        PatternKind::Absent => "absent".to_owned(),
        PatternKind::Some(name) => format!("some {}", name.text),
        PatternKind::Else => "else".to_owned(),
        PatternKind::Tuple(parts) => format!("({})", parts.iter().map(self::pattern).collect::<Vec<_>>().join(", ")),
        PatternKind::Regex(text) => format!("regex {text:?}"),
    }
}

fn unary(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Negate => "negate",
        UnaryOp::Not => "not",
        UnaryOp::Try => "try",
    }
}

fn binary(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Coalesce => "??",
        BinaryOp::Equal => "==",
        BinaryOp::NotEqual => "!=",
        BinaryOp::Less => "<",
        BinaryOp::LessEqual => "<=",
        BinaryOp::Greater => ">",
        BinaryOp::GreaterEqual => ">=",
        BinaryOp::In => "in",
        BinaryOp::Add => "+",
        BinaryOp::Subtract => "-",
        BinaryOp::Multiply => "*",
        BinaryOp::Divide => "/",
        BinaryOp::Remainder => "%",
        BinaryOp::And => "and",
        BinaryOp::Or => "or",
    }
}
