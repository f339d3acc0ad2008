//! Pass 2: what the declarations mean. Types, refinements, wire forms, defaults, records, enums, options.

mod cycles;
mod enums;
mod fields;
mod literal;
mod name;
mod options;
mod records;
mod refine;
mod resolve;
mod wire;

use std::collections::BTreeMap;

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use crate::context::{Context, index};
use crate::core::FunctionId;
use crate::declare::Declared;
use crate::names::{AliasId, FunctionSignature, Scope};
use crate::ty::{EnumId, Ty};

pub(crate) use literal::{literal, no_member};
pub(crate) use name::{const_name, type_name};
pub(crate) use refine::regex_reason;
pub(crate) use resolve::{FieldType, is_language_type, not_yet};

use resolve::Around;

/// What `type` declarations stand for, and which literal unions there are.
#[derive(Debug, Default)]
pub(crate) struct Aliases {
    /// Those that are done.
    resolved: BTreeMap<AliasId, FieldType>,
    /// Those that are being resolved, outermost first: what a cycle runs through.
    open: Vec<AliasId>,
    /// Literal unions by their texts in order.
    unions: BTreeMap<Vec<String>, EnumId>,
}

/// A type outside of record fields.
pub(crate) fn plain_type<'a>(context: &mut Context<'a>, ty: &'a ast::TypeExpr, scope: &Scope) -> Ty {
    named_type(context, ty, Around::package(scope))
}

fn named_type<'a>(context: &mut Context<'a>, ty: &'a ast::TypeExpr, around: Around) -> Ty {
    resolve::refuse_field_clauses(context, ty);
    resolve::refuse_wire_forms(context, ty);
    resolve::resolve(context, ty, &around).ty
}

/// Fills in what pass 1 declared.
pub(crate) fn complete<'a>(context: &mut Context<'a>, declared: &mut Declared<'a>) {
    for (id, decl) in &declared.enums {
        enums::complete(context, *id, decl);
    }
    for id in 0..context.names.aliases.len() {
        resolve::alias(context, AliasId(index(id)));
    }
    let systems = options::of_systems(context, &declared.systems);
    for record in &declared.records {
        records::complete(context, record, &systems);
    }
    cycles::check(context);
    for (scope, decl, id) in &declared.functions {
        signature(context, scope, decl, *id);
    }
    declared.checks = std::mem::take(&mut context.checks);
}

fn signature<'a>(context: &mut Context<'a>, scope: &Scope, decl: &'a ast::FnDecl, id: FunctionId) {
    let around = |part: &str| Around { name: format!("{}.{part}", decl.name.text), ..Around::package(scope) };
    let mut params: Vec<(String, Ty)> = Vec::new();
    let mut names: BTreeMap<&str, Span> = BTreeMap::new();
    for (name, ty) in &decl.params {
        match names.get(name.text.as_str()) {
            Some(earlier) => context.report(fields::twice("parameter", name, *earlier)),
            None => {
                names.insert(&name.text, name.span);
            }
        }
        params.push((name.text.clone(), named_type(context, ty, around(&name.text))));
    }
    let result = named_type(context, &decl.result, around("result"));
    context.names.signatures.insert(id, FunctionSignature { params, result });
}
