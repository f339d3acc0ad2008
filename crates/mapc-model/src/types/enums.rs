//! Enums and their members.

use std::collections::{BTreeMap, BTreeSet};

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use crate::context::{Context, index};
use crate::errors::declarations as errors;
use crate::model::{Enum, Member};
use crate::ty::EnumId;

/// Fills in an enum's members; those that cannot be told from an earlier one are reported and left out.
pub(super) fn complete(context: &mut Context<'_>, id: EnumId, decl: &ast::EnumDecl) {
    if decl.members.is_empty() {
        context.report(errors::empty_enum(&decl.name));
    }
    let mut members: Vec<Member> = Vec::new();
    let mut names: BTreeMap<&str, &ast::EnumMember> = BTreeMap::new();
    let mut wires = names.clone();
    for member in &decl.members {
        let name = &member.name.text;
        let wire = member.wire.as_ref().map_or(name, |wire| &wire.value);
        if let Some(earlier) = names.get(name.as_str()).or_else(|| wires.get(wire.as_str())) {
            context.report(errors::ambiguous_member(member, earlier, wire));
            continue;
        }
        names.insert(name, member);
        wires.insert(wire, member);
        members.push(Member { name: name.clone(), wire: wire.clone(), docs: member.docs.clone() });
    }
    context.declare().model.enums[id.0 as usize].members = members;
}

/// The enum of a literal union. Unions of the same texts are one type, in whichever order they stand.
pub(super) fn literal_union(context: &mut Context<'_>, texts: &[ast::Text], span: Span) -> EnumId {
    let mut members: Vec<Member> = Vec::new();
    let mut sorted = BTreeSet::new();
    for text in texts {
        if !sorted.insert(text.value.clone()) {
            context.report(errors::repeated_literal(text));
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
    context.declare().aliases.unions.insert(sorted, id);
    context.declare().model.enums.push(Enum {
        name: names.join(" | "),
        literal: true,
        members,
        docs: Vec::new(),
        span,
    });
    id
}
