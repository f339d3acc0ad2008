//! Fields: type, default, keyword.

use mapc_diagnostics::{Span, codes};
use mapc_syntax::ast::{FieldDecl, FieldKeyword, TypeSuffix};

use crate::attributes;
use crate::context::Context;
use crate::core::Const;
use crate::errors::fields as errors;
use crate::model::{Field, Owner, Wire};
use crate::ty::Ty;
use crate::types::resolve::{Around, FieldType, not_yet, resolve};

/// Resolves a field.
pub(super) fn field<'a>(context: &mut Context<'a>, decl: &'a FieldDecl, around: &Around) -> Field {
    attributes::check(context, &decl.attributes);
    let name = &decl.name.text;
    let inner = Around { name: format!("{}.{name}", around.name), ..around.clone() };
    let resolved = resolve(context, &decl.ty, &inner);
    let default = default(context, decl, &resolved);
    if has_tuple(&resolved.ty) {
        not_yet(
            context,
            codes::TUPLE_NOT_BUILT,
            "a tuple in a field",
            decl.ty.span,
            "declare a record, `{ x: int, y: int }`",
        );
    }
    if around.options.csv.is_some() {
        fits_cell(context, decl, &resolved);
    }
    let ty = if resolved.tolerant && decl.default.is_none() { resolved.ty.optional() } else { resolved.ty };
    keyword(context, decl, &ty, around);
    let wire_names = resolved.wire_names.map_or_else(|| vec![name.clone()], |(names, _)| names);
    Field {
        name: name.clone(),
        wire_names,
        ty,
        wire: resolved.wire.map_or(Wire::Plain, |(wire, _)| wire),
        tolerant: resolved.tolerant,
        default,
        key: decl.keyword == Some(FieldKeyword::Key),
        readonly: decl.keyword == Some(FieldKeyword::Readonly),
        docs: decl.docs.clone(),
        span: decl.name.span,
    }
}

fn default(context: &mut Context<'_>, decl: &FieldDecl, resolved: &FieldType) -> Option<Const> {
    let value = decl.default.as_ref()?;
    if resolved.ty.is_optional() {
        let mark = optional_mark(decl);
        context.report(errors::optional_with_default(&decl.name, decl.ty.span, mark, value.span));
        return None;
    }
    context.literal(value, resolved.ty.required())
}

/// The `?` of a field's type.
fn optional_mark(decl: &FieldDecl) -> Option<Span> {
    decl.ty.suffixes.iter().find_map(|suffix| match suffix {
        TypeSuffix::Optional(span) => Some(*span),
        _ => None,
    })
}

fn keyword(context: &mut Context<'_>, decl: &FieldDecl, ty: &Ty, around: &Around) {
    let name = &decl.name;
    match decl.keyword {
        Some(FieldKeyword::Key) if around.inline => {
            context.report(errors::nested_key(name));
        }
        Some(FieldKeyword::Key) if ty.is_optional() => {
            context.report(errors::optional_key(name, decl.ty.span, optional_mark(decl)));
        }
        Some(FieldKeyword::Key) if !is_single(ty) => {
            context.report(errors::compound_key(name, decl.ty.span));
        }
        Some(FieldKeyword::Readonly) if around.owner == Owner::Entity => {
            context.report(errors::readonly_in_entity(name));
        }
        _ => {}
    }
}

fn is_single(ty: &Ty) -> bool {
    !matches!(ty.required().base(), Ty::Record(_) | Ty::List(_) | Ty::Map(_) | Ty::Tuple(_))
}

fn has_tuple(ty: &Ty) -> bool {
    match ty.required().base() {
        Ty::Tuple(_) => true,
        Ty::List(inner) | Ty::Map(inner) => has_tuple(inner),
        _ => false,
    }
}

/// `M0625`: a cell of a CSV file holds one text.
fn fits_cell(context: &mut Context<'_>, decl: &FieldDecl, resolved: &FieldType) {
    if is_single(&resolved.ty) || matches!(resolved.wire, Some((Wire::Split(..), _))) {
        return;
    }
    let is_list = matches!(resolved.ty.required().base(), Ty::List(_));
    let ty = context.type_name(&resolved.ty);
    context.report(errors::not_a_cell(&decl.name, decl.ty.span, &ty, is_list));
}
