//! Names that stand for nothing, or for something else.

use mapc_diagnostics::{Diagnostic, Span, codes};
use mapc_syntax::ast;

use crate::context::suggest;
use crate::names::Symbol;

/// A bare name that is neither a local nor a field of the source.
pub(crate) fn unknown_name(name: &str, span: Span, best: Option<&str>, source: &Option<String>) -> Diagnostic {
    let message = match source {
        Some(source) => format!("`{name}` is neither a field of `{source}` nor a name given here"),
        None => format!("nothing here is called `{name}`"),
    };
    let diagnostic = Diagnostic::new(codes::UNKNOWN_NAME, message, span, "unknown name");
    match best {
        Some(best) => suggest(diagnostic, span, best),
        None => diagnostic.help("a text stands in double quotes, a member of an enum behind a dot"),
    }
}

/// A declaration's name where a value is needed.
pub(crate) fn not_a_value(name: &str, span: Span, symbol: &Symbol) -> Diagnostic {
    let message = format!("`{name}` is {}, and a value is needed here", symbol.kind());
    let help = match symbol {
        Symbol::Table(_) | Symbol::Record(_) => format!("values are brought through it: `value via {name}`"),
        Symbol::Function(_) => format!("call it: `{name}(…)`"),
        _ => "name a field of the source or a local".to_owned(),
    };
    Diagnostic::new(codes::WRONG_KIND, message, span, format!("this is {}", symbol.kind())).help(help)
}

/// A declaration's name where a function is called.
pub(crate) fn not_a_function(name: &str, span: Span, symbol: &Symbol) -> Diagnostic {
    let message = format!("`{name}` is {}, and a function is needed here", symbol.kind());
    let diagnostic = Diagnostic::new(codes::WRONG_KIND, message, span, format!("this is {}", symbol.kind()));
    match symbol {
        Symbol::Table(_) => diagnostic.help(format!("a table is looked up with `via`: `value via {name}`")),
        _ => diagnostic.help("call a function of the library or of the package"),
    }
}

/// The name of an enum's member without its dot.
pub(crate) fn member_without_dot(name: &str, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        codes::MEMBER_WITHOUT_DOT,
        format!("`{name}` is a member of an enum, not a field"),
        span,
        "a member has its dot",
    )
    .help(format!("write `{written}`: a bare name never means a member"))
    .fix(format!("write `{written}`"), span, written)
}

/// A path into a record that has no such field.
pub(crate) fn unknown_field(name: &ast::Name, record: &str, best: Option<&str>) -> Diagnostic {
    let message = format!("`{record}` has no field `{}`", name.text);
    let diagnostic = Diagnostic::new(codes::UNKNOWN_FIELD, message, name.span, "no such field");
    match best {
        Some(best) => suggest(diagnostic, name.span, best),
        None => diagnostic.help(format!("declare it in `{record}`, or name a field that is declared")),
    }
}

/// A line for a field that the target does not have.
pub(crate) fn unknown_target(name: &ast::Name, record: &str, best: Option<&str>) -> Diagnostic {
    let message = format!("the target `{record}` has no field `{}`", name.text);
    let diagnostic = Diagnostic::new(codes::UNKNOWN_TARGET_FIELD, message, name.span, "no such field");
    match best {
        Some(best) => suggest(diagnostic, name.span, best),
        None => diagnostic.help(format!("declare it in `{record}`, or give the value a name with `let`")),
    }
}

/// A call of a function that does not exist.
pub(crate) fn unknown_function(name: &str, span: Span, best: Option<&str>) -> Diagnostic {
    let message = format!("no function is called `{name}`");
    let diagnostic = Diagnostic::new(codes::UNKNOWN_FUNCTION, message, span, "unknown function");
    match best {
        Some(best) => suggest(diagnostic, span, best),
        None => diagnostic.help(format!("declare it: `fn {name}(…) -> … = …`, or call one of the library")),
    }
}

/// `$` before a name that says nothing about a message.
pub(crate) fn unknown_context(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::UNKNOWN_VARIABLE, format!("`${name}` is not known here"), span, "not known here")
        .help("there are `$message_id` and `$received_at`, and in maps `$source`")
}

/// Two locals of one name.
pub(crate) fn local_twice(name: &ast::Name, earlier: Span) -> Diagnostic {
    Diagnostic::new(codes::DUPLICATE_BINDING, format!("`{}` is named twice", name.text), name.span, "named again here")
        .label(earlier, "first named here")
        .help("give one of them another name")
}

/// A field of something that is no record.
pub(crate) fn no_fields(name: &ast::Name, ty: &str, is_list: bool) -> Diagnostic {
    let message = format!("a value of type `{ty}` has no field `{}`", name.text);
    let diagnostic = Diagnostic::new(codes::NOT_A_RECORD, message, name.span, format!("this is in a `{ty}`"));
    let name = &name.text;
    if is_list {
        diagnostic.help(format!("take it from each element with `[].{name}`, or from the first with `[0].{name}`"))
    } else {
        diagnostic.help("only records have fields")
    }
}
