//! Text literals and templates.

use mapc_diagnostics::Span;
use mapc_syntax::ast::TextPart;

use super::Checker;
use super::fit::enum_text;
use crate::core::{Expr, ExprKind};
use crate::errors;
use crate::ty::Ty;

impl Checker<'_, '_> {
    /// `"…"`: a plain text, a member of an expected literal union, or a template.
    pub(super) fn text(&mut self, parts: &[TextPart], span: Span, hint: Option<&Ty>) -> Expr {
        match plain(parts) {
            Some(text) => self.plain_text(text, span, hint),
            None => {
                let parts = parts.iter().map(|part| self.template_part(part, span)).collect();
                self.make(ExprKind::Concat(parts), Ty::Str, span)
            }
        }
    }

    fn plain_text(&mut self, text: String, span: Span, hint: Option<&Ty>) -> Expr {
        let Some(Ty::Enum(id)) = hint.map(|ty| ty.required().base()) else { return self.text_const(text, span) };
        let declared = self.cx.model.enumeration(*id);
        if declared.literal {
            return match declared.members.iter().position(|member| member.wire == text) {
                Some(position) => self.member_const(*id, position, span),
                None => {
                    let diagnostic = crate::errors::tables::unknown_member(self.cx, declared, &text, span);
                    self.fail(diagnostic)
                }
            };
        }
        let member = declared.members.iter().find(|member| member.wire == text || member.name == text);
        let diagnostic =
            errors::types::text_for_member(span, &declared.name, member.map(|member| member.name.as_str()));
        self.fail(diagnostic)
    }

    fn template_part(&mut self, part: &TextPart, span: Span) -> Expr {
        match part {
            TextPart::Plain(text) => self.text_const(text.clone(), span),
            TextPart::Value(expr) => {
                let value = self.infer(expr, None);
                if value.ty.is_optional() {
                    return self.absent_not_expected(&value, &Ty::Str, expr);
                }
                self.as_text(value, expr.span)
            }
        }
    }

    /// The text of a required value, as templates write it.
    fn as_text(&mut self, value: Expr, span: Span) -> Expr {
        match value.ty.base() {
            Ty::Str | Ty::Error | Ty::Never => value,
            Ty::Enum(_) => enum_text(value),
            Ty::Record(_) | Ty::List(_) | Ty::Map(_) | Ty::Tuple(_) | Ty::Optional(_) => {
                let ty = self.cx.type_name(&value.ty);
                self.fail(errors::types::no_text_form(span, &ty))
            }
            _ => self.call_library("to_string", vec![value], span),
        }
    }
}

/// The text of a literal without interpolation.
pub(crate) fn plain(parts: &[TextPart]) -> Option<String> {
    let texts: Option<Vec<&str>> = parts
        .iter()
        .map(|part| match part {
            TextPart::Plain(text) => Some(text.as_str()),
            TextPart::Value(_) => None,
        })
        .collect();
    texts.map(|texts| texts.concat())
}
