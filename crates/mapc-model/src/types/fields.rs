//! Fields: type, default, keyword.

use mapc_diagnostics::{Diagnostic, Span, codes};
use mapc_syntax::ast::{FieldDecl, FieldKeyword, Name, TypeSuffix};

use crate::attributes;
use crate::context::Context;
use crate::core::Const;
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
        let message = format!("`{}` has a default, so it is never absent", decl.name.text);
        let span = optional_mark(decl);
        let diagnostic = Diagnostic::new(
            codes::OPTIONAL_WITH_DEFAULT,
            message,
            span.unwrap_or(decl.ty.span),
            "says it may be absent",
        );
        let diagnostic = diagnostic.label(value.span, "stands for every absent value");
        let diagnostic = diagnostic.help("remove `?` to keep the default, or remove the default");
        context.report(match span {
            Some(span) => diagnostic.fix("remove `?`", span, ""),
            None => diagnostic,
        });
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
            let message = format!("key `{}` stands in a nested record", name.text);
            let diagnostic = Diagnostic::new(codes::NESTED_KEY, message, name.span, "identifies nothing by itself");
            context.report(diagnostic.help("keys are fields of the entity or record itself; remove `key`"));
        }
        Some(FieldKeyword::Key) if ty.is_optional() => {
            let message = format!("key `{}` may be absent", name.text);
            let diagnostic =
                Diagnostic::new(codes::UNSUITABLE_IDENTITY, message, decl.ty.span, "a key is always there");
            let diagnostic = diagnostic.help("remove `?`: what has no key cannot be found again");
            context.report(match optional_mark(decl) {
                Some(span) => diagnostic.fix("remove `?`", span, ""),
                None => diagnostic,
            });
        }
        Some(FieldKeyword::Key) if !is_single(ty) => {
            let message = format!("key `{}` is not a single value", name.text);
            let diagnostic =
                Diagnostic::new(codes::UNSUITABLE_IDENTITY, message, decl.ty.span, "a single value expected");
            context.report(diagnostic.help("make each part a key field of its own"));
        }
        Some(FieldKeyword::Readonly) if around.owner == Owner::Entity => {
            let message = format!("`{}` is readonly in an entity", name.text);
            let diagnostic =
                Diagnostic::new(codes::READONLY_ENTITY_FIELD, message, name.span, "no map could ever set it");
            context.report(
                diagnostic.help("readonly is for what a system sets by itself: declare it in a system's record"),
            );
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
    let message = format!("`{}` does not fit into a cell of a CSV file", decl.name.text);
    let label = format!("`{}` is more than one value", context.type_name(&resolved.ty));
    let diagnostic = Diagnostic::new(codes::NOT_A_CSV_CELL, message, decl.ty.span, label);
    context.report(match resolved.ty.required().base() {
        Ty::List(_) => diagnostic.help("say how the cell separates its parts: `as split(\";\")`").fix(
            "split the cell at `;`",
            decl.ty.span.at_end(),
            " as split(\";\")",
        ),
        _ => diagnostic.help("give each part a column of its own, or take the field out of the CSV record"),
    });
}

/// `M0620`: a field or parameter of a name that another one bears.
pub(super) fn twice(what: &str, name: &Name, earlier: Span) -> Diagnostic {
    let message = format!("{what} `{}` is declared twice", name.text);
    Diagnostic::new(codes::DUPLICATE_FIELD, message, name.span, "declared again here")
        .label(earlier, "first declared here")
        .help("give one of them another name, or remove it")
}
