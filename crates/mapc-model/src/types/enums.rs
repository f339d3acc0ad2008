//! Enums and their members.

use std::collections::{BTreeMap, BTreeSet};

use mapc_diagnostics::{Diagnostic, Span, codes};
use mapc_syntax::ast;

use crate::context::{Context, index};
use crate::model::{Enum, Member};
use crate::ty::EnumId;

/// Fills in an enum's members; those that cannot be told from an earlier one are reported and left out.
pub(super) fn complete(context: &mut Context<'_>, id: EnumId, decl: &ast::EnumDecl) {
    if decl.members.is_empty() {
        let message = format!("enum `{}` has no members", decl.name.text);
        let diagnostic =
            Diagnostic::new(codes::EMPTY_ENUM, message, decl.name.span, "no value could ever be of this type");
        context.report(diagnostic.help("name at least one member between the braces"));
    }
    let mut members: Vec<Member> = Vec::new();
    let mut names: BTreeMap<&str, &ast::EnumMember> = BTreeMap::new();
    let mut wires = names.clone();
    for member in &decl.members {
        let name = &member.name.text;
        let wire = member.wire.as_ref().map_or(name, |wire| &wire.value);
        if let Some(earlier) = names.get(name.as_str()).or_else(|| wires.get(wire.as_str())) {
            context.report(alike(member, earlier, wire));
            continue;
        }
        names.insert(name, member);
        wires.insert(wire, member);
        members.push(Member { name: name.clone(), wire: wire.clone(), docs: member.docs.clone() });
    }
    context.model.enums[id.0 as usize].members = members;
}

fn alike(member: &ast::EnumMember, earlier: &ast::EnumMember, wire: &str) -> Diagnostic {
    let name = &member.name.text;
    if earlier.name.text == *name {
        return Diagnostic::new(
            codes::AMBIGUOUS_MEMBER,
            format!("member `{name}` is declared twice"),
            member.name.span,
            "again here",
        )
        .label(earlier.name.span, "first declared here")
        .help("remove one of them");
    }
    let span = |member: &ast::EnumMember| member.wire.as_ref().map_or(member.name.span, |wire| wire.span);
    let message = format!("members `{}` and `{name}` have the same text {wire:?}", earlier.name.text);
    Diagnostic::new(codes::AMBIGUOUS_MEMBER, message, span(member), "the same text again")
        .label(span(earlier), "first used here")
        .help("give one of them another text: a value that is read could be either")
}

/// The enum of a literal union. Unions of the same texts are one type, in whichever order they stand.
pub(super) fn literal_union(context: &mut Context<'_>, texts: &[ast::Text], span: Span) -> EnumId {
    let mut members: Vec<Member> = Vec::new();
    let mut sorted = BTreeSet::new();
    for text in texts {
        if !sorted.insert(text.value.clone()) {
            let message = format!("{:?} stands twice in one union", text.value);
            context.report(
                Diagnostic::new(codes::AMBIGUOUS_MEMBER, message, text.span, "again here").help("remove one of them"),
            );
            continue;
        }
        members.push(Member { name: text.value.clone(), wire: text.value.clone(), docs: Vec::new() });
    }
    let sorted: Vec<String> = sorted.into_iter().collect();
    if let Some(known) = context.aliases.unions.get(&sorted) {
        return *known;
    }
    let names: Vec<_> = members.iter().map(|member| format!("{:?}", member.wire)).collect();
    let id = EnumId(index(context.model.enums.len()));
    context.aliases.unions.insert(sorted, id);
    context.model.enums.push(Enum { name: names.join(" | "), literal: true, members, docs: Vec::new(), span });
    id
}
