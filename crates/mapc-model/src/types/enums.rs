//! Enums and their members.

use mapc_diagnostics::{Diagnostic, Span};
use mapc_syntax::ast;

use crate::context::{Context, index};
use crate::model::{Enum, Member};
use crate::ty::EnumId;

/// Fills in an enum's members; those that cannot be told from an earlier one are reported and left out.
pub(super) fn complete(context: &mut Context<'_>, id: EnumId, decl: &ast::EnumDecl) {
    if decl.members.is_empty() {
        let message = format!("enum `{}` has no members", decl.name.text);
        let diagnostic = Diagnostic::error("M0606", message, decl.name.span, "no value could ever be of this type");
        context.report(diagnostic.help("name at least one member between the braces"));
    }
    let mut members: Vec<(&ast::EnumMember, Member)> = Vec::new();
    for member in &decl.members {
        let wire = member.wire.as_ref().map_or(&member.name.text, |wire| &wire.value);
        let same = members.iter().find(|(_, earlier)| earlier.name == member.name.text || earlier.wire == *wire);
        if let Some((earlier, known)) = same {
            let diagnostic = alike(member, earlier, known.name == member.name.text, wire);
            context.report(diagnostic);
            continue;
        }
        let known = Member { name: member.name.text.clone(), wire: wire.clone(), docs: member.docs.clone() };
        members.push((member, known));
    }
    context.model.enums[id.0 as usize].members = members.into_iter().map(|(_, member)| member).collect();
}

fn alike(member: &ast::EnumMember, earlier: &ast::EnumMember, by_name: bool, wire: &str) -> Diagnostic {
    let name = &member.name.text;
    if by_name {
        return Diagnostic::error(
            "M0605",
            format!("member `{name}` is declared twice"),
            member.name.span,
            "again here",
        )
        .label(earlier.name.span, "first declared here")
        .help("remove one of them");
    }
    let span = |member: &ast::EnumMember| member.wire.as_ref().map_or(member.name.span, |wire| wire.span);
    let message = format!("members `{}` and `{name}` have the same text {wire:?}", earlier.name.text);
    Diagnostic::error("M0605", message, span(member), "the same text again")
        .label(span(earlier), "first used here")
        .help("give one of them another text: a value that is read could be either")
}

/// The enum of a literal union. Unions of the same texts are one type, in whichever order they stand.
pub(super) fn literal_union(context: &mut Context<'_>, texts: &[ast::Text], span: Span) -> EnumId {
    let mut members: Vec<Member> = Vec::new();
    for text in texts {
        if members.iter().any(|member| member.wire == text.value) {
            let message = format!("{:?} stands twice in one union", text.value);
            context.report(Diagnostic::error("M0605", message, text.span, "again here").help("remove one of them"));
            continue;
        }
        members.push(Member { name: text.value.clone(), wire: text.value.clone(), docs: Vec::new() });
    }
    let same = |candidate: &Enum| {
        candidate.literal
            && candidate.members.len() == members.len()
            && members.iter().all(|member| candidate.members.contains(member))
    };
    if let Some(position) = context.model.enums.iter().position(same) {
        return EnumId(index(position));
    }
    let names: Vec<_> = members.iter().map(|member| format!("{:?}", member.wire)).collect();
    let id = EnumId(index(context.model.enums.len()));
    context.model.enums.push(Enum { name: names.join(" | "), literal: true, members, docs: Vec::new(), span });
    id
}
