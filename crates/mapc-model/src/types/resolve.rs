//! Type expressions to types.

use mapc_diagnostics::{Diagnostic, Span, nearest};
use mapc_runtime::Constraint;
use mapc_syntax::ast::{self, TypeHead, TypeSuffix};

use crate::context::{Context, index, suggest};
use crate::model::{Enum, Member, Options, Owner, Wire};
use crate::names::{AliasId, Scope, Symbol};
use crate::ty::{EnumId, Ty};

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
}

impl Around {
    /// Outside of records.
    pub fn package(scope: &Scope) -> Self {
        let owner = scope.system.clone().map_or(Owner::Package, Owner::System);
        Around { scope: scope.clone(), name: String::new(), owner, options: Options::default() }
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
    pub tolerant: Option<Span>,
}

impl FieldType {
    fn plain(ty: Ty) -> Self {
        FieldType { ty, wire: None, wire_names: None, tolerant: None }
    }
}

/// Resolves a type.
pub(crate) fn resolve(context: &mut Context<'_>, ty: &ast::TypeExpr, around: &Around) -> FieldType {
    let mut resolved = head(context, ty, around);
    for suffix in &ty.suffixes {
        if let TypeSuffix::Optional(_) = suffix {
            resolved.ty = resolved.ty.optional();
        }
    }
    resolved
}

fn head(context: &mut Context<'_>, ty: &ast::TypeExpr, around: &Around) -> FieldType {
    match &ty.head {
        TypeHead::Named(path, arguments) => named(context, path, arguments, around),
        TypeHead::List(element) => {
            let element = resolve(context, element, around);
            FieldType::plain(Ty::List(Box::new(element.ty)))
        }
        TypeHead::Record(_) | TypeHead::Error => FieldType::plain(Ty::Error),
        TypeHead::Tuple(parts) => {
            let parts = parts.iter().map(|part| resolve(context, part, around).ty).collect();
            FieldType::plain(Ty::Tuple(parts))
        }
        TypeHead::Literals(texts) => FieldType::plain(Ty::Enum(literal_union(context, texts, ty.span))),
    }
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

const BUILTIN_NAMES: [&str; 15] = [
    "string",
    "bool",
    "int",
    "decimal",
    "float",
    "scalar",
    "date",
    "local_datetime",
    "timestamp",
    "uuid",
    "email",
    "url",
    "country",
    "currency",
    "map",
];

fn named(context: &mut Context<'_>, path: &ast::Path, arguments: &[ast::TypeExpr], around: &Around) -> FieldType {
    if let [name] = path.segments.as_slice() {
        if let ("map", [_, value]) = (name.text.as_str(), arguments) {
            let value = resolve(context, value, around);
            return FieldType::plain(Ty::Map(Box::new(value.ty)));
        }
        if let Some(ty) = builtin(&name.text) {
            return FieldType::plain(ty);
        }
    }
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

fn unknown_type(context: &mut Context<'_>, path: &ast::Path, around: &Around) {
    let text = path.text();
    if context.names.visible(&around.scope).iter().all(|(name, _)| nearest(&text, [name.as_str()]).is_none())
        && let Some(best) = nearest(&text, BUILTIN_NAMES)
    {
        let message = format!("no type is called `{text}`");
        let diagnostic = Diagnostic::error("M0201", message, path.span, "not a type");
        context.report(suggest(diagnostic, path.span, best));
        return;
    }
    context.resolve_or_report(path, &around.scope, "type");
}

fn alias(context: &mut Context<'_>, id: AliasId) -> FieldType {
    if let Some(resolved) = context.aliases.resolved.get(&id) {
        return resolved.clone();
    }
    if context.aliases.open.contains(&id) {
        return FieldType::plain(Ty::Error);
    }
    context.aliases.open.push(id);
    let alias = context.names.alias(id).clone();
    let around = Around { name: alias.name, ..Around::package(&alias.scope) };
    let resolved = resolve(context, &alias.decl.ty, &around);
    context.aliases.open.pop();
    context.aliases.resolved.insert(id, resolved.clone());
    resolved
}

/// The enum of a literal union; unions of the same texts are one type, in whichever order they stand.
fn literal_union(context: &mut Context<'_>, texts: &[ast::Text], span: Span) -> EnumId {
    let mut wanted: Vec<_> = texts.iter().map(|text| text.value.as_str()).collect();
    wanted.sort_unstable();
    let same = |candidate: &Enum| {
        let mut members: Vec<_> = candidate.members.iter().map(|member| member.wire.as_str()).collect();
        members.sort_unstable();
        candidate.literal && members == wanted
    };
    if let Some(position) = context.model.enums.iter().position(same) {
        return EnumId(index(position));
    }
    let member = |text: &ast::Text| Member { name: text.value.clone(), wire: text.value.clone(), docs: Vec::new() };
    let names: Vec<_> = texts.iter().map(|text| format!("{:?}", text.value)).collect();
    let id = EnumId(index(context.model.enums.len()));
    context.model.enums.push(Enum {
        name: names.join(" | "),
        literal: true,
        members: texts.iter().map(member).collect(),
        docs: Vec::new(),
        span,
    });
    id
}
