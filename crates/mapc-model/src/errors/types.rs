//! Values of a type that does not fit.

use mapc_diagnostics::{Diagnostic, Span, codes};
use mapc_syntax::ast;

/// A value of another type than the one that is needed; `way_out` is what converts it, as help and as what is added behind it.
pub(crate) fn mismatch(span: Span, found: &str, wanted: &str, way_out: Option<(String, String)>) -> Diagnostic {
    let message = format!("this is of type `{found}`, and `{wanted}` is needed");
    let diagnostic = Diagnostic::new(codes::TYPE_MISMATCH, message, span, format!("`{found}`"));
    match way_out {
        Some((help, added)) => {
            let title = format!("add `{}`", added.trim());
            diagnostic.help(help).fix(title, span.at_end(), added)
        }
        None => diagnostic.help(format!("nothing turns `{found}` into `{wanted}` by itself: choose another value")),
    }
}

/// A member where no enum is expected.
pub(crate) fn member_of_no_enum(name: &ast::Name, wanted: &str) -> Diagnostic {
    let message = format!("`.{}` is a member of an enum, and `{wanted}` is needed", name.text);
    Diagnostic::new(codes::TYPE_MISMATCH, message, name.span, "a member").help("a text stands in double quotes")
}

/// A value that no column of a table takes.
pub(crate) fn not_in_table(span: Span, found: &str, table: &str, wanted: &[String]) -> Diagnostic {
    let wanted = super::listed(wanted);
    let message = format!("this is of type `{found}`, and the table `{table}` is looked up by {wanted}");
    Diagnostic::new(codes::TYPE_MISMATCH, message, span, format!("`{found}`"))
        .help("convert the value, or declare another table")
}

/// A record literal where no record is expected.
pub(crate) fn no_record_expected(span: Span, wanted: Option<&str>) -> Diagnostic {
    let span = Span { end: span.end.min(span.start + 1), ..span };
    let message = match wanted {
        Some(wanted) => format!("a record is built here, and `{wanted}` is needed"),
        None => "a record is built here, but it is not known which".to_owned(),
    };
    Diagnostic::new(codes::UNEXPECTED_RECORD, message, span, "a record")
        .help("build records where a field of a record type is assigned")
}

/// A literal that takes its type from what is expected, where nothing is.
pub(crate) fn no_type_known(span: Span, why: &str) -> Diagnostic {
    Diagnostic::new(codes::UNTYPED_LITERAL, why, span, "its type is not known here")
        .help("use it where a type is expected: in a field of the target, an argument, or beside a value of that type")
}

/// A text where a member of an enum is expected.
pub(crate) fn text_for_member(span: Span, name: &str, member: Option<&str>) -> Diagnostic {
    let message = format!("a text stands here, and a member of `{name}` is needed");
    let diagnostic = Diagnostic::new(codes::TEXT_FOR_MEMBER, message, span, "a text");
    match member {
        Some(member) => {
            diagnostic.help(format!("write `.{member}`")).fix(format!("write `.{member}`"), span, format!(".{member}"))
        }
        None => diagnostic.help("write a member with its dot, or bring the text through a table: `text via Table`"),
    }
}

/// A constant that its type does not allow.
pub(crate) fn constant_out_of_bounds(span: Span, wanted: &str, reason: String) -> Diagnostic {
    Diagnostic::new(codes::CONSTANT_OUT_OF_BOUNDS, reason, span, format!("`{wanted}` expected"))
        .help("write a value that its type allows")
}

/// A number that its type cannot hold.
pub(crate) fn number_too_large(text: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::NUMBER_OVERFLOW, format!("the number {text} is too large"), span, "too large")
        .help("an int has 64 bits, a decimal 28 digits")
}

/// Two values that have to be of one type.
pub(crate) fn do_not_agree(what: &str, first: (Span, &str), other: (Span, &str)) -> Diagnostic {
    let message = format!("{what} are of types that do not go together: `{}` and `{}`", first.1, other.1);
    Diagnostic::new(codes::INCONSISTENT_TYPES, message, other.0, format!("`{}`", other.1))
        .label(first.0, format!("`{}`", first.1))
        .help("convert one of them")
}

/// A regular expression that is no argument.
pub(crate) fn misplaced_regex(span: Span) -> Diagnostic {
    Diagnostic::new(
        codes::REGEX_AS_VALUE,
        "a regular expression is no value",
        span,
        "not an argument of a function that takes one",
    )
    .help("hand it to a function that takes one; a text stands in double quotes without `r`")
}

/// A value in a template that has no one text form.
pub(crate) fn no_text_form(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::new(
        codes::NOT_INTERPOLABLE,
        format!("a value of type `{ty}` cannot stand in a text"),
        span,
        format!("`{ty}`"),
    )
    .help("put in a field of it, or join a list: `{names.join(\", \")}`")
}

/// An operator that does not take values of this type.
pub(crate) fn no_operator(sign: &str, span: Span, ty: &str, way_out: Option<String>) -> Diagnostic {
    Diagnostic::new(
        codes::OPERATOR_TYPE,
        format!("`{sign}` does not go with a value of type `{ty}`"),
        span,
        format!("`{ty}`"),
    )
    .help(way_out.unwrap_or_else(|| "it takes two numbers of one type".to_owned()))
}

/// A condition that is no bool.
pub(crate) fn not_a_condition(span: Span, ty: &str, optional: bool) -> Diagnostic {
    let message = format!("a condition is a bool, and this is of type `{ty}`");
    let diagnostic = Diagnostic::new(codes::CONDITION_TYPE, message, span, format!("`{ty}`"));
    if optional {
        diagnostic.help("ask whether it is there: `… is present`").fix("add `is present`", span.at_end(), " is present")
    } else {
        diagnostic.help("compare it with something: no value counts as true or false by itself")
    }
}

/// A comparison across types.
pub(crate) fn not_comparable(left: (Span, &str), right: (Span, &str)) -> Diagnostic {
    let message = format!("`{}` and `{}` are never equal: only values of one type are compared", left.1, right.1);
    Diagnostic::new(codes::COMPARISON_TYPE, message, right.0, format!("`{}`", right.1))
        .label(left.0, format!("`{}`", left.1))
        .help("convert one of them")
}

/// A comparison of what has no equality, or no order.
pub(crate) fn no_order(span: Span, ty: &str, ordering: bool) -> Diagnostic {
    let (message, help) = if ordering {
        (format!("values of type `{ty}` have no order"), "numbers, texts, dates and times have one")
    } else {
        (format!("values of type `{ty}` are not compared as a whole"), "compare their fields, or what they hold")
    };
    Diagnostic::new(codes::NOT_COMPARABLE, message, span, "compared here").help(help)
}

/// What is gone through is no list.
pub(crate) fn not_a_list(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::new(codes::NOT_A_LIST, format!("a list is needed, and this is of type `{ty}`"), span, format!("`{ty}`"))
        .help("name a field whose type is a list: `[…]`")
}

/// `xs[]` alone.
pub(crate) fn projection_without_field(span: Span) -> Diagnostic {
    Diagnostic::new(codes::FLATTEN_WITHOUT_FIELD, "`[]` needs a field behind it", span, "which field of each element?")
        .help("write `[].field`, or leave the brackets out for the whole list")
}

/// More names than an element has parts.
pub(crate) fn too_many_names(name: &ast::Name, parts: usize) -> Diagnostic {
    let message = if parts == 1 {
        "an element is one value and takes one name".to_owned()
    } else {
        format!("an element has {parts} parts, and there are more names")
    };
    Diagnostic::new(codes::TOO_MANY_PARTS, message, name.span, "no part for this name")
        .help("two names stand for the key and the value of a map's entries")
}

/// No declared map between two records.
pub(crate) fn no_map(span: Span, from: &str, to: &str) -> Diagnostic {
    Diagnostic::new(codes::NO_SUCH_MAP, format!("there is no map from `{from}` to `{to}`"), span, "needs that map")
        .help(format!("declare `map {from} -> {to} {{ … }}`"))
}

/// A map over something that is no record.
pub(crate) fn via_of_no_record(span: Span, found: &str, to: &str) -> Diagnostic {
    let message = format!("there is no map from `{found}` to `{to}`");
    Diagnostic::new(codes::NO_SUCH_MAP, message, span, format!("`{found}` is no record")).help("maps read records")
}

/// A map over a list.
pub(crate) fn via_over_list(base: Span, span: Span, to: &str) -> Diagnostic {
    Diagnostic::new(codes::VIA_OVER_LIST, "a map reads one record, and this is a list", base, "a list")
        .help(format!("map each element: `for x in … => x via {to}`"))
        .label(span, "`via` is for one value")
}
