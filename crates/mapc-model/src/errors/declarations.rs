//! Declarations: what they are called, what they are made of, what uses them.

use mapc_diagnostics::{Code, Diagnostic, Span, codes};
use mapc_syntax::ast::{EnumMember, Name, Path, Text};

use crate::context::{Context, suggest};
use crate::model::Record;
use crate::names::{Symbol, written};

/// A name that stands for something of another kind than the `what` that is needed.
pub(crate) fn wrong_kind(path: &Path, found: &Symbol, declared: Option<Span>, what: &str) -> Diagnostic {
    let message = format!("`{}` is {}, and a {what} is needed here", path.text(), found.kind());
    let diagnostic = Diagnostic::new(codes::WRONG_KIND, message, path.span, format!("this is {}", found.kind()));
    let diagnostic = match declared {
        Some(span) => diagnostic.label(span, "declared here"),
        None => diagnostic,
    };
    diagnostic.help(format!("name a {what}"))
}

/// A name that nothing is declared by; `best` is the nearest that is.
pub(crate) fn undeclared(path: &Path, what: &str, best: Option<&str>) -> Diagnostic {
    let message = format!("no {what} is called `{}`", path.text());
    let diagnostic = Diagnostic::new(codes::UNKNOWN_NAME, message, path.span, "not declared in this package");
    match best {
        Some(best) => suggest(diagnostic, path.span, best),
        None => diagnostic.help(format!("declare the {what}, or name one that is declared")),
    }
}

/// A system that is not declared; `best` is the nearest that is.
pub(crate) fn undeclared_system(system: &Name, best: Option<&str>) -> Diagnostic {
    let message = format!("no system is called `{}`", system.text);
    let diagnostic = Diagnostic::new(codes::UNKNOWN_NAME, message, system.span, "not declared in this package");
    match best {
        Some(best) => suggest(diagnostic, system.span, best),
        None => diagnostic.help(format!("declare it: `system {} {{ … }}`", written(&system.text))),
    }
}

/// A type that is almost called as one of the language.
pub(crate) fn no_such_type(path: &Path, best: &str) -> Diagnostic {
    let message = format!("no type is called `{}`", path.text());
    suggest(Diagnostic::new(codes::UNKNOWN_NAME, message, path.span, "not a type"), path.span, best)
}

/// A name that is declared already.
pub(crate) fn declared_twice(name: &Name, earlier: Span) -> Diagnostic {
    Diagnostic::new(
        codes::DUPLICATE_NAME,
        format!("`{}` is declared twice", name.text),
        name.span,
        "declared again here",
    )
    .label(earlier, "first declared here")
    .help("give one of them another name, or remove it")
}

/// A type called as one of the language.
pub(crate) fn builtin_name(name: &Name) -> Diagnostic {
    let message = format!("`{}` is a type of the language", name.text);
    Diagnostic::new(codes::BUILTIN_NAME, message, name.span, "nothing could refer to this").help("choose another name")
}

/// An entity inside a system.
pub(crate) fn entity_in_system(name: &Name, system: &str) -> Diagnostic {
    let message = format!("entity `{}` stands inside system `{system}`", name.text);
    Diagnostic::new(codes::ENTITY_IN_SYSTEM, message, name.span, "belongs to all systems")
        .help("move it out of the system, or declare a `record`")
}

/// A map from a record to itself.
pub(crate) fn mapped_to_itself(record: &str, head: Span) -> Diagnostic {
    let message = format!("`{record}` is mapped to itself");
    Diagnostic::new(codes::MAP_TO_ITSELF, message, head, "both sides are the same")
        .help("name another record on one side")
}

/// A map from system to system.
pub(crate) fn map_between_systems(from: &Record, to: &Record, head: Span) -> Diagnostic {
    let message = format!("`{}` and `{}` both belong to systems", from.name, to.name);
    Diagnostic::new(codes::MAP_BETWEEN_SYSTEMS, message, head, "goes from system to system")
        .label(from.span, "one system's record")
        .label(to.span, "and the other")
        .help("map each of them to or from an entity; the way between them is then composed")
}

/// A second map of one pair and direction.
pub(crate) fn mapped_twice(from: &str, to: &str, new: Span, old: Span) -> Diagnostic {
    let message = format!("`{from}` is mapped to `{to}` twice");
    Diagnostic::new(codes::DUPLICATE_MAP, message, new, "the second map")
        .label(old, "the first one")
        .help("keep one map for each pair and direction; a two-way map counts for both")
}

/// An attribute that there is not; `known` are those that there are, with how each is written.
pub(crate) fn unknown_attribute(name: &Name, best: Option<&str>, known: &[&str]) -> Diagnostic {
    let message = format!("there is no attribute `@{}`", name.text);
    let diagnostic = Diagnostic::new(codes::UNKNOWN_ATTRIBUTE, message, name.span, "unknown attribute");
    match best {
        Some(best) => suggest(diagnostic, name.span, best),
        None => {
            let all: Vec<String> = known.iter().map(|written| format!("`{written}`")).collect();
            diagnostic.help(format!("there are {}", all.join(", ")))
        }
    }
}

/// An attribute with other arguments than it takes.
pub(crate) fn attribute_arguments(name: &Name, span: Span, written: &str) -> Diagnostic {
    let message = format!("`@{}` does not take this", name.text);
    Diagnostic::new(codes::ATTRIBUTE_ARGUMENTS, message, span, "other arguments").help(format!("write `{written}`"))
}

/// An enum without members.
pub(crate) fn empty_enum(name: &Name) -> Diagnostic {
    let message = format!("enum `{}` has no members", name.text);
    Diagnostic::new(codes::EMPTY_ENUM, message, name.span, "no value could ever be of this type")
        .help("name at least one member between the braces")
}

/// Members that cannot be told apart.
pub(crate) fn ambiguous_member(member: &EnumMember, earlier: &EnumMember, wire: &str) -> Diagnostic {
    let name = &member.name.text;
    if earlier.name.text == *name {
        let message = format!("member `{name}` is declared twice");
        return Diagnostic::new(codes::AMBIGUOUS_MEMBER, message, member.name.span, "again here")
            .label(earlier.name.span, "first declared here")
            .help("remove one of them");
    }
    let span = |member: &EnumMember| member.wire.as_ref().map_or(member.name.span, |wire| wire.span);
    let message = format!("members `{}` and `{name}` have the same text {wire:?}", earlier.name.text);
    Diagnostic::new(codes::AMBIGUOUS_MEMBER, message, span(member), "the same text again")
        .label(span(earlier), "first used here")
        .help("give one of them another text: a value that is read could be either")
}

/// A text that stands twice in a literal union.
pub(crate) fn repeated_literal(text: &Text) -> Diagnostic {
    let message = format!("{:?} stands twice in one union", text.value);
    Diagnostic::new(codes::AMBIGUOUS_MEMBER, message, text.span, "again here").help("remove one of them")
}

/// `map<…>` without its two types.
pub(crate) fn map_without_types(span: Span) -> Diagnostic {
    Diagnostic::new(codes::MAP_TYPE_ARGUMENTS, "`map` needs two types", span, "two types expected")
        .help("write `map<string, T>`, with the type of the values for `T`")
}

/// A map whose keys are no texts.
pub(crate) fn map_key_type(span: Span, found: &str) -> Diagnostic {
    let message = format!("the keys of a map are texts, and this is `{found}`");
    Diagnostic::new(codes::MAP_TYPE_ARGUMENTS, message, span, "`string` expected")
        .help("keys of a JSON object are texts")
        .fix("write `string`", span, "string")
}

/// More types that stand for one another than are followed.
pub(crate) fn type_chain_too_long(name: &Name, most: usize) -> Diagnostic {
    let message = format!("more than {most} types stand for one another");
    Diagnostic::new(codes::TYPE_CHAIN_TOO_LONG, message, name.span, "the way to this one is too long")
        .help("let some of them name what they stand for straight away")
}

/// A type that is defined by itself, by way of others.
pub(crate) fn cyclic_type(first: &Name, others: impl Iterator<Item = Span>) -> Diagnostic {
    let message = format!("type `{}` is defined by itself", first.text);
    let diagnostic = Diagnostic::new(codes::CYCLIC_TYPE, message, first.span, "this type leads back to itself");
    others
        .fold(diagnostic, |diagnostic, span| diagnostic.label(span, "by way of this one"))
        .help("say what it is made of; a shape that holds others of itself is a `record`")
}

/// A record that always contains another one of itself, by this field.
pub(crate) fn infinite_record(record: &str, field: Span, label: String) -> Diagnostic {
    let message = format!("record `{record}` always contains another one of itself");
    Diagnostic::new(codes::INFINITE_RECORD, message, field, label)
        .help("make a field on the way optional with `?`, or a list")
}

/// A name that nothing uses.
pub(crate) fn unused(code: Code, what: &str, name: &Name) -> Diagnostic {
    let message = format!("{what} `{}` is never used", name.text);
    Diagnostic::new(code, message, name.span, "nothing refers to this").help("use it, or remove it")
}

/// Something that the language has and mapc does not build.
pub(crate) fn not_built(code: Code, what: &str, span: Span, help: &str) -> Diagnostic {
    let verb = if what.contains(" and ") { "are" } else { "is" };
    Diagnostic::new(code, format!("{what} {verb} not built yet"), span, "not yet").help(help)
}

/// An `ignore` that has no effect where it stands.
pub(crate) fn ineffective_ignore(span: Span, message: &str, help: &str) -> Diagnostic {
    Diagnostic::new(codes::INEFFECTIVE_IGNORE, message, span, "has no effect here").help(help)
}

/// A field that is ignored, and that something reads all the same.
pub(crate) fn ignored_but_read(field: &str, span: Span) -> Diagnostic {
    let message = format!("`{field}` is ignored, but it is read");
    Diagnostic::new(codes::IGNORED_BUT_READ, message, span, "has no effect")
        .help("remove it from the `ignore`, so that it says what is dropped and nothing else")
}

/// A path in `ignore` that goes on behind a single value.
pub(crate) fn path_through_value(segment: &Name, ty: &str) -> Diagnostic {
    let message = format!("`{}` has no fields", segment.text);
    Diagnostic::new(codes::PATH_THROUGH_VALUE, message, segment.span, format!("of type `{ty}`"))
        .help("end the path here")
}

/// A field that `ignore` names and the source does not have.
pub(crate) fn unknown_ignored(context: &Context<'_>, holder: &Record, name: &Name) -> Diagnostic {
    let message = format!("`{}` has no field `{}`", holder.name, name.text);
    let diagnostic =
        Diagnostic::new(codes::UNKNOWN_NAME, message, name.span, "no such field").label(holder.span, "declared here");
    match context.nearest(&name.text, holder.fields.iter().map(|field| field.name.as_str())) {
        Some(best) => suggest(diagnostic, name.span, best),
        None => diagnostic.help("name a field of the source record"),
    }
}

/// Fields of a source record that no map reads: how many, with the first, and how many maps read the record.
pub(crate) fn unread_fields(record: &str, first: &str, span: Span, count: usize, maps: usize) -> Diagnostic {
    let message = match (count, maps) {
        (1, 1) => format!("`{first}` of `{record}` is not read by its map"),
        (1, _) => format!("`{first}` of `{record}` is not read by any of its maps"),
        (count, 1) => format!("{count} fields of `{record}` are not read by its map"),
        (count, _) => format!("{count} fields of `{record}` are not read by any of its maps"),
    };
    Diagnostic::new(codes::UNREAD_FIELD, message, span, format!("`{first}` is dropped"))
}
