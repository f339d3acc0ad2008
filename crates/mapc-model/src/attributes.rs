//! Attributes: `@owner("team")` and so on. They never change output, so that a misspelt one would be lost without a word.

use mapc_diagnostics::nearest;
use mapc_syntax::ast::{Attribute, Expr, ExprKind};

use crate::context::Context;
use crate::errors::declarations as errors;
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
            let best = nearest(&name.text, KNOWN.iter().map(|(known, ..)| *known));
            let all: Vec<&str> = KNOWN.iter().map(|(.., written)| *written).collect();
            context.report(errors::unknown_attribute(name, best, &all));
            continue;
        };
        if !takes.fits(&attribute.arguments) {
            context.report(errors::attribute_arguments(name, attribute.span, written));
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
