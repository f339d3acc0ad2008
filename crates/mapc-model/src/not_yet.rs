//! Forms that the language has and the syntax tree carries, but that mapc does not build yet.

use mapc_diagnostics::codes;
use mapc_syntax::ast::{EntryKind, PatternKind};

use crate::context::Context;
use crate::declare::Declared;
use crate::types::not_yet;
use crate::walk::{self, Node};

/// Reports them in bodies and enums; those in types and tables are reported where these are read.
pub(crate) fn check(context: &mut Context<'_>, declared: &Declared<'_>) {
    for (_, decl) in &declared.enums {
        if decl.open {
            not_yet(
                context,
                codes::OPEN_ENUM_NOT_BUILT,
                "`open enum`",
                decl.name.span,
                "remove `open`; an unknown text rejects then",
            );
        }
    }
    let mut visit = |node: Node<'_>| match node {
        Node::Entry(entry, _) => match entry.kind {
            EntryKind::Auto => {
                not_yet(context, codes::LINE_NOT_BUILT, "`auto`", entry.span, "write a line for each field")
            }
            EntryKind::Spread(_) => {
                not_yet(context, codes::LINE_NOT_BUILT, "`..record`", entry.span, "write a line for each field")
            }
            _ => {}
        },
        Node::Pattern(pattern) => {
            if let PatternKind::Regex(_) = pattern.kind {
                not_yet(
                    context,
                    codes::REGEX_PATTERN_NOT_BUILT,
                    "a regular expression as a pattern",
                    pattern.span,
                    "ask in an `if`",
                );
            }
        }
        Node::Expr(_) => {}
    };
    declared.maps.iter().for_each(|(_, decl)| walk::body(&decl.body, &mut visit));
    declared.functions.iter().for_each(|(_, decl, _)| walk::function(decl, &mut visit));
    declared.checks.iter().for_each(|(_, _, decl)| walk::check(decl, &mut visit));
}
