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
use crate::errors;
use crate::model::Options;
use crate::names::{AliasId, FunctionSignature, Scope};
use crate::ty::{EnumId, Ty};

pub(crate) use literal::{literal, refined};
pub(crate) use name::{const_name, type_name};
pub(crate) use resolve::{FieldType, is_language_type, not_yet};

use resolve::Around;

/// What types share: what `type` declarations stand for, options of systems, literal unions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Aliases {
    /// Those that are done.
    resolved: BTreeMap<AliasId, FieldType>,
    /// Those that are being resolved, outermost first: what a cycle runs through.
    open: Vec<AliasId>,
    /// The options of each system.
    systems: BTreeMap<String, Options>,
    /// Literal unions by their texts in order.
    unions: BTreeMap<Vec<String>, EnumId>,
}

/// A type outside of record fields.
pub(crate) fn plain_type<'a>(context: &mut Context<'a>, ty: &'a ast::TypeExpr, scope: &Scope) -> Ty {
    let around = Around::outside(context, scope, "record".to_owned());
    named_type(context, ty, &around)
}

fn named_type<'a>(context: &mut Context<'a>, ty: &'a ast::TypeExpr, around: &Around) -> Ty {
    resolve::refuse_field_clauses(context, ty);
    resolve::refuse_wire_forms(context, ty);
    resolve::resolve(context, ty, around).ty
}

/// Fills in what pass 1 declared.
pub(crate) fn complete<'a>(context: &mut Context<'a>, declared: &mut Declared<'a>) {
    for (id, decl) in &declared.enums {
        enums::complete(context, *id, decl);
    }
    context.declare().aliases.systems = options::of_systems(context, &declared.systems);
    for id in 0..context.names.aliases.len() {
        resolve::alias(context, AliasId(index(id)));
    }
    for record in &declared.records {
        records::complete(context, record);
    }
    cycles::check(context);
    for (scope, decl, id) in &declared.functions {
        signature(context, scope, decl, *id);
    }
    declared.checks = std::mem::take(&mut context.checks);
}

fn signature<'a>(context: &mut Context<'a>, scope: &Scope, decl: &'a ast::FnDecl, id: FunctionId) {
    let around =
        |context: &Context<'_>, part: &str| Around::outside(context, scope, format!("{}.{part}", decl.name.text));
    let mut params: Vec<(String, Ty)> = Vec::new();
    let mut names: BTreeMap<&str, Span> = BTreeMap::new();
    for (name, ty) in &decl.params {
        match names.get(name.text.as_str()) {
            Some(earlier) => context.report(errors::fields::declared_twice("parameter", name, *earlier)),
            None => {
                names.insert(&name.text, name.span);
            }
        }
        let inside = around(context, &name.text);
        params.push((name.text.clone(), named_type(context, ty, &inside)));
    }
    let inside = around(context, "result");
    let result = named_type(context, &decl.result, &inside);
    context.declare().names.signatures.insert(id, FunctionSignature { params, result });
}
