//! Type expressions to types.

use mapc_diagnostics::{Code, Span, codes, nearest};
use mapc_runtime::Constraint;
use mapc_syntax::ast::{self, TypeHead, TypePrefix, TypeSuffix};

use crate::context::Context;
use crate::errors;
use crate::model::{Options, Owner, Wire};
use crate::names::{AliasId, Scope, Symbol};
use crate::ty::Ty;
use crate::types::{enums, records, refine, wire};

/// The declaration around a type: what an inline record in it takes over.
#[derive(Clone, Debug)]
pub(crate) struct Around {
    /// Where names are looked up.
    pub scope: Scope,
    /// Name of an inline record here, `crm.Contact.custom_fields`.
    pub name: String,
    /// Whose it is.
    pub owner: Owner,
    /// Its options.
    pub options: Options,
    /// Whether it is an inline record itself.
    pub inline: bool,
}

impl Around {
    /// Outside of records; an inline record there takes the system's options over.
    pub fn outside(context: &Context<'_>, scope: &Scope, name: String) -> Self {
        let options = scope.system.as_ref().and_then(|system| context.aliases.systems.get(system));
        let owner = scope.system.clone().map_or(Owner::Package, Owner::System);
        Around { scope: scope.clone(), name, owner, options: options.copied().unwrap_or_default(), inline: false }
    }
}

/// A type with what may stand beside it on a field.
#[derive(Clone, Debug)]
pub(crate) struct FieldType {
    /// The type.
    pub ty: Ty,
    /// Its wire form, and where that is written.
    pub wire: Option<(Wire, Span)>,
    /// `wire "a" | "b"`.
    pub wire_names: Option<(Vec<String>, Span)>,
    /// `try T`.
    pub tolerant: bool,
}

impl FieldType {
    pub(super) fn plain(ty: Ty) -> Self {
        FieldType { ty, wire: None, wire_names: None, tolerant: false }
    }
}

/// Resolves a type with what stands beside it.
pub(super) fn resolve<'a>(context: &mut Context<'a>, ty: &'a ast::TypeExpr, around: &Around) -> FieldType {
    let mut resolved = head(context, ty, around);
    let mut optional = false;
    for suffix in &ty.suffixes {
        match suffix {
            TypeSuffix::Optional(span) => {
                if optional {
                    context.report(errors::fields::optional_twice(*span));
                }
                optional = true;
                resolved.ty = resolved.ty.optional();
            }
            TypeSuffix::Arguments(arguments, span) => refine::arguments(context, &mut resolved.ty, arguments, *span),
            TypeSuffix::Matching(pattern) => refine::matching(context, &mut resolved.ty, pattern),
            TypeSuffix::AsText(..) | TypeSuffix::AsWord(..) | TypeSuffix::In(_) => {
                wire::apply(context, &mut resolved, suffix);
            }
            TypeSuffix::Wire(names, span) => wire::names(context, &mut resolved, names, *span),
            TypeSuffix::OnlyFrom(path) => {
                not_yet(
                    context,
                    codes::CLAUSE_NOT_BUILT,
                    "`only from`",
                    path.span,
                    "remove it; every map may set the field then",
                );
            }
            TypeSuffix::Codec(span) => {
                not_yet(
                    context,
                    codes::CLAUSE_NOT_BUILT,
                    "`read by` and `write by`",
                    *span,
                    "use a wire form, or convert in the map",
                );
            }
        }
    }
    wire::finish(context, &resolved, ty);
    match ty.prefix {
        Some(TypePrefix::Try) => resolved.tolerant = true,
        Some(TypePrefix::Patch) => {
            not_yet(context, codes::TYPE_NOT_BUILT, "`patch`", ty.span, "name the type without it");
        }
        None => {}
    }
    resolved
}

/// Reports something that the language has and mapc does not build.
pub(crate) fn not_yet(context: &mut Context<'_>, code: Code, what: &str, span: Span, help: &str) {
    context.report(errors::declarations::not_built(code, what, span, help));
}

fn head<'a>(context: &mut Context<'a>, ty: &'a ast::TypeExpr, around: &Around) -> FieldType {
    match &ty.head {
        TypeHead::Named(path, arguments) => named(context, path, arguments, around),
        TypeHead::List(inner) => {
            let inner = element(context, inner, around);
            FieldType { ty: Ty::List(Box::new(inner.ty)), wire: of_elements(inner.wire), ..FieldType::plain(Ty::Error) }
        }
        TypeHead::Record(members) => FieldType::plain(records::inline(context, members, ty.span, around)),
        TypeHead::Tuple(parts) => {
            parts.iter().for_each(|part| refuse_wire_forms(context, part));
            let parts = parts.iter().map(|part| element(context, part, around).ty).collect();
            FieldType::plain(Ty::Tuple(parts))
        }
        TypeHead::Literals(texts) => FieldType::plain(Ty::Enum(enums::literal_union(context, texts, ty.span))),
        TypeHead::Error => FieldType::plain(Ty::Error),
    }
}

/// A type inside another one, which has no name of its own on the wire.
fn element<'a>(context: &mut Context<'a>, ty: &'a ast::TypeExpr, around: &Around) -> FieldType {
    refuse_field_clauses(context, ty);
    resolve(context, ty, around)
}

fn of_elements(wire: Option<(Wire, Span)>) -> Option<(Wire, Span)> {
    wire.map(|(wire, span)| (Wire::Elements(Box::new(wire)), span))
}

/// Reports `try` and `wire "…"` where there is no field that they could belong to.
pub(super) fn refuse_field_clauses(context: &mut Context<'_>, ty: &ast::TypeExpr) {
    if ty.prefix == Some(TypePrefix::Try) {
        belongs_to_field(context, "`try`", ty.span);
    }
    for suffix in &ty.suffixes {
        if let TypeSuffix::Wire(_, span) = suffix {
            belongs_to_field(context, "`wire`", *span);
        }
    }
}

/// Reports wire forms where nothing is read or written.
pub(super) fn refuse_wire_forms(context: &mut Context<'_>, ty: &ast::TypeExpr) {
    for suffix in &ty.suffixes {
        match suffix {
            TypeSuffix::AsText(_, span) | TypeSuffix::AsWord(_, _, span) => {
                belongs_to_field(context, "a wire form", *span);
            }
            _ => {}
        }
    }
    match &ty.head {
        TypeHead::List(inner) => refuse_wire_forms(context, inner),
        TypeHead::Named(_, parts) | TypeHead::Tuple(parts) => {
            parts.iter().for_each(|part| refuse_wire_forms(context, part));
        }
        TypeHead::Record(_) | TypeHead::Literals(_) | TypeHead::Error => {}
    }
}

fn belongs_to_field(context: &mut Context<'_>, what: &str, span: Span) {
    context.report(errors::fields::field_only(what, span));
}

/// The types that the language names itself.
pub(crate) fn builtin(name: &str) -> Option<Ty> {
    let text = |constraint| Ty::Refined(Box::new(Ty::Str), [constraint].into());
    Some(match name {
        "string" => Ty::Str,
        "bool" => Ty::Bool,
        "int" => Ty::Int,
        "decimal" => Ty::Decimal,
        "float" => Ty::Float,
        "scalar" => Ty::Scalar,
        "date" => Ty::Date,
        "local_datetime" => Ty::DateTime,
        "timestamp" => Ty::Timestamp,
        "uuid" => text(Constraint::Uuid),
        "email" => text(Constraint::Email),
        "url" => text(Constraint::Url),
        "country" => text(Constraint::Country),
        "currency" => text(Constraint::Currency),
        _ => return None,
    })
}

/// How many `type` declarations may lead from a name to what it stands for.
const MAX_ALIASES: usize = 64;

#[rustfmt::skip]
const BUILTIN_NAMES: [&str; 15] = [
    "string", "bool", "int", "decimal", "float", "scalar", "date", "local_datetime", "timestamp", "uuid", "email", "url",
    "country", "currency", "map",
];

const NOT_YET_NAMES: [&str; 9] =
    ["number", "bytes", "time", "duration", "phone", "language", "money", "json", "one_or_many"];

fn instead_of(name: &str) -> String {
    let other = match name {
        "number" => "`decimal`, or `scalar` to keep it as written",
        "duration" => "`int` and say the unit in the field's name",
        "money" => "`{ amount: decimal, currency: currency }`",
        "json" => "a record with the fields that matter, or `scalar`",
        "one_or_many" => "`[T]`",
        _ => "`string`, perhaps with `matching r\"…\"`",
    };
    format!("use {other}")
}

/// Whether a type declaration of this name could never be reached.
pub(crate) fn is_language_type(name: &str) -> bool {
    BUILTIN_NAMES.contains(&name) || NOT_YET_NAMES.contains(&name)
}

fn named<'a>(
    context: &mut Context<'a>,
    path: &ast::Path,
    arguments: &'a [ast::TypeExpr],
    around: &Around,
) -> FieldType {
    if let [name] = path.segments.as_slice() {
        if name.text == "map" {
            return map(context, path, arguments, around);
        }
        if NOT_YET_NAMES.contains(&name.text.as_str()) {
            not_yet(
                context,
                codes::TYPE_NOT_BUILT,
                &format!("type `{}`", name.text),
                path.span,
                &instead_of(&name.text),
            );
            return FieldType::plain(Ty::Error);
        }
        if let Some(ty) = builtin(&name.text) {
            no_arguments(context, path, arguments);
            return FieldType::plain(ty);
        }
    }
    no_arguments(context, path, arguments);
    match context.resolve(path, &around.scope) {
        Some(Symbol::Record(id)) => FieldType::plain(Ty::Record(id)),
        Some(Symbol::Enum(id)) => FieldType::plain(Ty::Enum(id)),
        Some(Symbol::Alias(id)) => alias(context, id),
        Some(other) => {
            context.wrong_kind(path, &around.scope, &other, "type");
            FieldType::plain(Ty::Error)
        }
        None => {
            unknown_type(context, path, around);
            FieldType::plain(Ty::Error)
        }
    }
}

fn no_arguments(context: &mut Context<'_>, path: &ast::Path, arguments: &[ast::TypeExpr]) {
    if let [first, ..] = arguments {
        let what = format!("a type with type arguments, as `{}<…>`,", path.text());
        not_yet(context, codes::TYPE_NOT_BUILT, &what, path.span.to(first.span), "declare a record for each use");
    }
}

fn map<'a>(context: &mut Context<'a>, path: &ast::Path, arguments: &'a [ast::TypeExpr], around: &Around) -> FieldType {
    let [key, value] = arguments else {
        context.report(errors::declarations::map_without_types(path.span));
        return FieldType::plain(Ty::Error);
    };
    let key_type = element(context, key, around).ty;
    if !matches!(key_type, Ty::Str | Ty::Error) {
        let found = context.type_name(&key_type);
        context.report(errors::declarations::map_key_type(key.span, &found));
    }
    let value = element(context, value, around);
    FieldType { ty: Ty::Map(Box::new(value.ty)), wire: of_elements(value.wire), ..FieldType::plain(Ty::Error) }
}

fn unknown_type(context: &mut Context<'_>, path: &ast::Path, around: &Around) {
    let text = path.text();
    match nearest(&text, BUILTIN_NAMES) {
        Some(best) if context.names.holder(&text).is_none() => {
            context.report(errors::declarations::no_such_type(path, best));
        }
        _ => {
            context.resolve_or_report(path, &around.scope, "type");
        }
    }
}

/// What a `type` declaration stands for.
pub(super) fn alias(context: &mut Context<'_>, id: AliasId) -> FieldType {
    if let Some(resolved) = context.aliases.resolved.get(&id) {
        return resolved.clone();
    }
    if let Some(start) = context.aliases.open.iter().position(|open| *open == id) {
        own_definition(context, start);
        return FieldType::plain(Ty::Error);
    }
    if context.aliases.open.len() >= MAX_ALIASES {
        too_many(context, id);
        return FieldType::plain(Ty::Error);
    }
    context.declare().aliases.open.push(id);
    let alias = context.names.alias(id).clone();
    let around = Around::outside(context, &alias.scope, alias.name);
    refuse_field_clauses(context, &alias.decl.ty);
    let resolved = resolve(context, &alias.decl.ty, &around);
    context.declare().aliases.open.pop();
    context.declare().aliases.resolved.insert(id, resolved.clone());
    resolved
}

fn too_many(context: &mut Context<'_>, id: AliasId) {
    let name = &context.names.alias(id).decl.name;
    context.report(errors::declarations::type_chain_too_long(name, MAX_ALIASES));
}

fn own_definition(context: &mut Context<'_>, start: usize) {
    let cycle: Vec<_> = context.aliases.open[start..].iter().map(|id| context.names.alias(*id).decl).collect();
    let Some((first, rest)) = cycle.split_first() else { return };
    let others = rest.iter().map(|decl| decl.name.span);
    context.report(errors::declarations::cyclic_type(&first.name, others));
}
