//! Attributes: `@owner("team")` and so on. They never change output, so that a misspelt one would be lost without a word.

use mapc_diagnostics::{Diagnostic, codes, nearest};
use mapc_syntax::ast::{Attribute, Expr, ExprKind};

use crate::context::{Context, suggest};
use crate::expr::plain;

/// What stands between an attribute's parentheses.
#[derive(Clone, Copy)]
enum Takes {
    /// There are none.
    Nothing,
    /// One text.
    Text,
    /// One whole number.
    Int,
}

/// The attributes that there are, with what they take and how they are written.
const KNOWN: &[(&str, Takes, &str)] = &[
    ("deprecated", Takes::Text, "@deprecated(\"why\")"),
    ("owner", Takes::Text, "@owner(\"team\")"),
    ("pii", Takes::Nothing, "@pii"),
    ("since", Takes::Int, "@since(3)"),
];

/// Reports attributes that there are not, and those with other arguments.
pub(crate) fn check(context: &mut Context<'_>, attributes: &[Attribute]) {
    for attribute in attributes {
        let name = &attribute.name;
        let Some((_, takes, written)) = KNOWN.iter().find(|(known, ..)| *known == name.text) else {
            let message = format!("there is no attribute `@{}`", name.text);
            let diagnostic = Diagnostic::new(codes::UNKNOWN_ATTRIBUTE, message, name.span, "unknown attribute");
            context.report(match nearest(&name.text, KNOWN.iter().map(|(known, ..)| *known)) {
                Some(best) => suggest(diagnostic, name.span, best),
                None => {
                    let all: Vec<String> = KNOWN.iter().map(|(.., written)| format!("`{written}`")).collect();
                    diagnostic.help(format!("there are {}", all.join(", ")))
                }
            });
            continue;
        };
        if !takes.fits(&attribute.arguments) {
            let message = format!("`@{}` does not take this", name.text);
            let diagnostic = Diagnostic::new(codes::ATTRIBUTE_ARGUMENTS, message, attribute.span, "other arguments");
            context.report(diagnostic.help(format!("write `{written}`")));
        }
    }
}

impl Takes {
    fn fits(self, arguments: &[Expr]) -> bool {
        match (self, arguments) {
            (Takes::Nothing, []) => true,
            (Takes::Text, [Expr { kind: ExprKind::Text(parts), .. }]) => plain(parts).is_some(),
            (Takes::Int, [Expr { kind: ExprKind::Number(text), .. }]) => text.parse::<u32>().is_ok(),
            _ => false,
        }
    }
}
