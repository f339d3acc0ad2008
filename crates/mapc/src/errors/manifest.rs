//! What is wrong with `mapc.toml`.

use mapc_diagnostics::{Diagnostic, Span, codes, nearest};

/// A file that is not TOML.
pub(crate) fn not_toml(span: Span, reason: String) -> Diagnostic {
    Diagnostic::new(codes::INVALID_TOML, "`mapc.toml` is not valid TOML", span, reason)
}

/// A table `[dependencies]`.
pub(crate) fn dependencies_not_built(span: Span) -> Diagnostic {
    let message = "packages that use other packages are not built yet";
    Diagnostic::new(codes::DEPENDENCIES_NOT_BUILT, message, span, "leave this table out")
}

/// No table `[package]`; `name` is one that the package could have.
pub(crate) fn no_package(first_line: Span, name: &str) -> Diagnostic {
    let label = "the package's name and version belong into `[package]`";
    Diagnostic::new(codes::INCOMPLETE_MANIFEST, "`mapc.toml` has no table `[package]`", first_line, label)
        .help(format!("begin the file with\n[package]\nname = \"{name}\"\nversion = \"0.1.0\""))
}

/// A key without which there is no package.
pub(crate) fn missing_key(key: &str, example: &str, table: Span) -> Diagnostic {
    let message = format!("`mapc.toml` does not say the package's {key}");
    Diagnostic::new(codes::INCOMPLETE_MANIFEST, message, table, format!("`{key}` is missing here"))
        .help(format!("add `{key} = \"{example}\"`"))
}

/// A key that there is not; `known` are those that there are.
pub(crate) fn unknown_key(key: &str, known: &[&str], span: Span) -> Diagnostic {
    let message = format!("`mapc.toml` has no use for `{key}`");
    let diagnostic = Diagnostic::new(codes::UNKNOWN_MANIFEST_KEY, message, span, "not a known key");
    match nearest(key, known.iter().copied()) {
        Some(candidate) => diagnostic.fix(format!("write `{candidate}`"), span, candidate),
        None => diagnostic.help(format!("known here: {}", known.join(", "))),
    }
}

/// Something else where a table belongs.
pub(crate) fn not_a_table(key: &str, span: Span) -> Diagnostic {
    let message = format!("`{key}` is not a table");
    Diagnostic::new(codes::MANIFEST_VALUE, message, span, format!("write `[{key}]` on a line of its own"))
}

/// Something else where a text belongs.
pub(crate) fn not_a_text(what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::MANIFEST_VALUE, format!("{what} is not a text"), span, "write it in double quotes")
}

/// One pattern of routes without the brackets of a list; `written` is how it stands there.
pub(crate) fn routes_without_brackets(span: Span, written: &str) -> Diagnostic {
    let label = "a list is wanted, of one pattern too";
    Diagnostic::new(codes::MANIFEST_VALUE, "`routes` is not a list", span, label).fix(
        "put it into brackets",
        span,
        format!("[{written}]"),
    )
}

/// `routes` that are neither a list nor `"all"`.
pub(crate) fn routes_not_a_list(span: Span) -> Diagnostic {
    let label = "a list of patterns is wanted, or `\"all\"`";
    Diagnostic::new(codes::MANIFEST_VALUE, "`routes` is not a list", span, label)
        .help("write `routes = [\"marketing.Lead -> crm.Contact\"]`, or `routes = \"all\"`")
}

/// A text that is no pattern of routes; `label` says what is wrong at the place.
pub(crate) fn invalid_route_pattern(text: &str, span: Span, label: &str) -> Diagnostic {
    let message = format!("`{text}` is no pattern of routes");
    Diagnostic::new(codes::INVALID_ROUTE_PATTERN, message, span, label).help(
        "write a source and a target, `marketing.Lead -> crm.Contact`, or the entity between them as well; `*` stands for any name or \
         a part of one, and `* -> *` for every route",
    )
}

/// A text that no package can be called.
pub(crate) fn not_a_name(span: Span) -> Diagnostic {
    let label = "small letters, digits, `-` and `_`, beginning with a letter";
    Diagnostic::new(codes::MANIFEST_VALUE, "this cannot be the name of a package", span, label)
}

/// A name that no crate can have, for a reason; `other` is one that it can.
pub(crate) fn invalid_package_name(name: &str, span: Span, reason: &str, other: &str) -> Diagnostic {
    let message = format!("a crate cannot be called `{name}`");
    Diagnostic::new(codes::INVALID_PACKAGE_NAME, message, span, reason).fix(
        format!("call it `{other}`"),
        span,
        format!("\"{other}\""),
    )
}

/// A text that is no version.
pub(crate) fn not_a_version(span: Span) -> Diagnostic {
    let label = "three numbers joined by dots, as `1.0.0`";
    Diagnostic::new(codes::MANIFEST_VALUE, "this is not a version", span, label)
}
