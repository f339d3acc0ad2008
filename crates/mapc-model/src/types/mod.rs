//! Pass 2: what the declarations mean. Types, refinements, wire forms, defaults, records, enums.

mod literal;
mod name;
mod resolve;

use std::collections::BTreeMap;

use mapc_syntax::ast;

use crate::context::Context;
use crate::declare::Declared;
use crate::model::Member;
use crate::names::{AliasId, FunctionSignature, Scope};
use crate::ty::Ty;

pub(crate) use literal::literal;
pub(crate) use name::type_name;
pub(crate) use resolve::{Around, FieldType};

/// What `type` declarations stand for.
#[derive(Debug, Default)]
pub(crate) struct Aliases {
    /// Those that are done.
    pub resolved: BTreeMap<AliasId, FieldType>,
    /// Those that are being resolved, outermost first: what a cycle runs through.
    pub open: Vec<AliasId>,
}

/// A type outside of record fields.
pub(crate) fn plain_type(context: &mut Context<'_>, ty: &ast::TypeExpr, scope: &Scope) -> Ty {
    resolve::resolve(context, ty, &Around::package(scope)).ty
}

/// Fills in what pass 1 declared.
pub(crate) fn complete<'a>(context: &mut Context<'a>, declared: &Declared<'a>) {
    for (id, decl) in &declared.enums {
        let member = |member: &ast::EnumMember| Member {
            name: member.name.text.clone(),
            wire: member.wire.as_ref().map_or_else(|| member.name.text.clone(), |wire| wire.value.clone()),
            docs: member.docs.clone(),
        };
        context.model.enums[id.0 as usize].members = decl.members.iter().map(member).collect();
    }
    for (scope, decl, id) in &declared.functions {
        let params = decl.params.iter().map(|(name, ty)| (name.text.clone(), context.type_of(ty, scope))).collect();
        let result = context.type_of(&decl.result, scope);
        context.names.signatures.insert(*id, FunctionSignature { params, result });
    }
}
