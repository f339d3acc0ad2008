//! What may be absent, or never is.

use mapc_diagnostics::{Diagnostic, Edit, Fix, Span, codes};
use mapc_syntax::ast::{self, BinaryOp, ExprKind, UnaryOp};

use crate::ty::Ty;

/// A value that may be absent where an operator, an argument or a template needs one.
pub(crate) fn may_be_absent(from: &ast::Expr, found: &str, wanted: &str, ty: &Ty) -> Diagnostic {
    let message = format!("this may be absent, and `{wanted}` is needed here");
    let diagnostic = Diagnostic::new(codes::POSSIBLY_ABSENT, message, from.span, format!("`{found}`"));
    let diagnostic = diagnostic.help("say what stands for it with `??`, or ask first whether it `is present`");
    with_default(diagnostic, from, ty)
}

/// A list whose elements may be absent where they may not.
pub(crate) fn elements_may_be_absent(span: Span, found: &str, wanted: &str) -> Diagnostic {
    let message = format!("elements may be absent here, and `{wanted}` is needed");
    Diagnostic::new(codes::POSSIBLY_ABSENT, message, span, format!("`{found}`"))
        .help("keep those that are there: `.present()`")
        .fix("add `.present()`", span.at_end(), ".present()")
}

/// `for try` with elements that may be absent.
pub(crate) fn tolerant_of_absent(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::POSSIBLY_ABSENT,
        "this may be absent, and `for try` needs a value for each element",
        span,
        "may be absent",
    )
    .help("say what stands for it with `??`")
}

/// A value that may be absent in a field that is required and has no default.
pub(crate) fn optional_to_required(
    from: &ast::Expr,
    target: (&str, Span),
    found: &str,
    wanted: &str,
    ty: &Ty,
) -> Diagnostic {
    let (field, declared) = target;
    let message = format!("this may be absent, and `{field}` needs a value");
    let diagnostic = Diagnostic::new(codes::ABSENT_IN_REQUIRED_FIELD, message, from.span, format!("`{found}`"))
        .label(declared, format!("`{wanted}`, without a default"))
        .help(format!("give a value with `??`, reject the record, or declare `{field}` as `{wanted}?`"));
    let diagnostic = with_default(diagnostic, from, ty);
    let reason = format!(" ?? reject \"{field} is missing\"");
    appended(diagnostic, from, "reject the record", &reason)
}

/// A question whether something is there that always is.
pub(crate) fn never_absent(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::new(codes::NEVER_ABSENT, "this is never absent, so there is nothing to ask", span, format!("`{ty}`"))
        .help("leave the question out, or declare the value as optional where it comes from")
}

/// `??` behind something that is always there.
pub(crate) fn default_without_use(left: Span, right: Span, ty: &str) -> Diagnostic {
    let between = Span { start: left.end, end: right.end, ..left };
    Diagnostic::new(codes::NEVER_ABSENT, "this is never absent, so `??` is never used", left, format!("`{ty}`"))
        .help("leave `??` out, or declare the value as optional where it comes from")
        .fix("leave `??` out", between, "")
}

fn with_default(diagnostic: Diagnostic, from: &ast::Expr, ty: &Ty) -> Diagnostic {
    let default = match ty.base() {
        Ty::Str | Ty::Scalar if matches!(ty, Ty::Str | Ty::Scalar) => "\"\"",
        Ty::Int | Ty::Decimal | Ty::Float => "0",
        Ty::Bool => "false",
        Ty::List(_) => "[]",
        _ => return diagnostic,
    };
    appended(diagnostic, from, &format!("use `{default}` where it is absent"), &format!(" ?? {default}"))
}

/// A fix that adds `text` behind an expression, which is put into parentheses where `text` would bind to a part of it.
fn appended(mut diagnostic: Diagnostic, from: &ast::Expr, title: &str, text: &str) -> Diagnostic {
    let span = from.span;
    let mut edits = vec![Edit { span: span.at_end(), text: text.to_owned() }];
    if is_loose(from) {
        edits = vec![
            Edit { span: Span { end: span.start, ..span }, text: "(".to_owned() },
            Edit { span: span.at_end(), text: format!("){text}") },
        ];
    }
    diagnostic.fixes.push(Fix { title: title.to_owned(), edits });
    diagnostic
}

/// Whether an expression binds less tightly than `??`.
fn is_loose(expr: &ast::Expr) -> bool {
    match &expr.kind {
        ExprKind::If(..)
        | ExprKind::Match(..)
        | ExprKind::For(_)
        | ExprKind::With { .. }
        | ExprKind::IsPresent { .. } => true,
        ExprKind::Unary(op, _) => *op == UnaryOp::Not,
        ExprKind::Binary(op, ..) => !matches!(
            op,
            BinaryOp::Coalesce
                | BinaryOp::Add
                | BinaryOp::Subtract
                | BinaryOp::Multiply
                | BinaryOp::Divide
                | BinaryOp::Remainder
        ),
        _ => false,
    }
}
