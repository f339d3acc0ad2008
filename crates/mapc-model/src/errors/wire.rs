//! Wire forms, options of reading, and refinements.

use mapc_diagnostics::{Diagnostic, Span, codes, nearest};
use mapc_syntax::ast::{Name, Number, OptionDecl, Text};

use crate::context::{Context, suggest};
use crate::ty::Ty;

/// A second wire form on one field.
pub(crate) fn second_form(span: Span, earlier: Span) -> Diagnostic {
    Diagnostic::new(codes::DUPLICATE_CLAUSE, "a second wire form", span, "there can be one only")
        .label(earlier, "the first one")
        .help("remove one of them")
}

/// A second `wire "…"` on one field.
pub(crate) fn second_names(span: Span, earlier: Span) -> Diagnostic {
    Diagnostic::new(codes::DUPLICATE_CLAUSE, "`wire` stands here twice", span, "there can be one only")
        .label(earlier, "the first one")
        .help("join the names with `|`")
}

/// A wire form that there is not; `known` lists those that there are.
pub(crate) fn unknown_form(word: &Name, best: Option<&str>, known: &str) -> Diagnostic {
    let message = format!("no wire form is called `{}`", word.text);
    let diagnostic = Diagnostic::new(codes::UNKNOWN_WIRE_FORM, message, word.span, "not a wire form");
    match best {
        Some(best) => suggest(diagnostic, word.span, best),
        None => diagnostic.help(format!("wire forms are a date pattern, {known}")),
    }
}

/// `split` of a list whose elements are no single values.
pub(crate) fn unsplittable(span: Span, element: &str) -> Diagnostic {
    let message = format!("`{element}` cannot be a part of a text");
    Diagnostic::new(codes::UNSPLITTABLE_LIST, message, span, "splits a text into single values")
        .help("split into texts, numbers, bools, dates or members of an enum")
}

/// `split` without its separator.
pub(crate) fn no_separator(span: Span) -> Diagnostic {
    Diagnostic::new(codes::UNSPLITTABLE_LIST, "`split` needs a separator", span, "one text expected")
        .help("write it in quotes: `split(\";\")`")
}

/// A list whose parts all hold the separator.
pub(crate) fn separator_in_parts(span: Span, element: &str, separator: &str) -> Diagnostic {
    let message = format!("every `{element}` is written with `{separator}`, so no list of them could be read back");
    Diagnostic::new(codes::SEPARATOR_IN_PARTS, message, span, "separates parts, and stands in each of them")
        .help("choose a separator that the parts do not hold, such as `split(\";\")`")
}

/// A wire form that does not fit its type, which is called `name`.
pub(crate) fn form_type(span: Span, ty: &Ty, name: &str) -> Diagnostic {
    let help = match ty.base() {
        Ty::Bool => "a bool takes two texts: `as \"Y\" / \"N\"`",
        Ty::Date | Ty::DateTime => "a date takes a pattern: `as \"dd.MM.yyyy\"`",
        Ty::Timestamp => "a timestamp takes a pattern with a zone, `epoch_s`, `epoch_ms` or `epoch_us`",
        Ty::Int | Ty::Decimal | Ty::Float => "a number takes `as string`",
        Ty::List(_) => "a list takes `as split(\";\")`",
        _ => "bools, numbers, dates, timestamps and lists have other wire forms",
    };
    let message = format!("`{name}` is never written like this");
    Diagnostic::new(codes::WIRE_FORM_TYPE, message, span, "does not fit the type").help(help)
}

/// A zone that stands behind no pattern.
pub(crate) fn zone_without_pattern(span: Span) -> Diagnostic {
    Diagnostic::new(codes::ZONE_WITHOUT_PATTERN, "a zone has no meaning here", span, "no pattern to use it")
        .help("zones stand behind the pattern of a timestamp: `timestamp as \"…\" in \"UTC\"`")
}

/// A zone that there is not.
pub(crate) fn unknown_zone(zone: &Text, best: Option<&str>) -> Diagnostic {
    let message = format!("there is no time zone {:?}", zone.value);
    let diagnostic = Diagnostic::new(codes::UNKNOWN_ZONE, message, zone.span, "not in the IANA database");
    match best {
        Some(best) => {
            let text = format!("{best:?}");
            diagnostic.help(format!("did you mean {text}?")).fix(format!("write {text}"), zone.span, text)
        }
        None => diagnostic.help("zones are named as in \"UTC\" or \"Europe/Berlin\""),
    }
}

/// One text for true and for false; `first` is the one that means true.
pub(crate) fn ambiguous_bool(span: Span, first: Span, reason: String) -> Diagnostic {
    Diagnostic::new(codes::AMBIGUOUS_BOOL, reason, span, "the same text again")
        .label(first, "means true")
        .help("give `false` another text")
}

/// A date pattern that cannot be used.
pub(crate) fn date_pattern(span: Span, reason: String) -> Diagnostic {
    Diagnostic::new(codes::INVALID_DATE_PATTERN, reason, span, "in this date pattern")
        .help("letters are those of `yyyy-MM-dd HH:mm:ss`; other text stands in single quotes")
}

/// An option that is given twice.
pub(crate) fn option_twice(decl: &OptionDecl, earlier: Span) -> Diagnostic {
    let message = format!("option `{}` is given twice", decl.name.text);
    Diagnostic::new(codes::DUPLICATE_OPTION, message, decl.span, "given again here")
        .label(earlier, "first given here")
        .help("remove one of them")
}

/// An option that there is not.
pub(crate) fn unknown_option(name: &Name, known: &[&str]) -> Diagnostic {
    let message = format!("systems and records have no option `{}`", name.text);
    let diagnostic = Diagnostic::new(codes::UNKNOWN_OPTION, message, name.span, "not an option");
    match nearest(&name.text, known.iter().copied()) {
        Some(best) => suggest(diagnostic, name.span, best),
        None => diagnostic.help(format!("the options are {}", known.join(", "))),
    }
}

/// `unknown = keep`.
pub(crate) fn keep_not_built(span: Span) -> Diagnostic {
    Diagnostic::new(codes::OPTION_NOT_BUILT, "`unknown = keep` is not built yet", span, "not yet")
        .help("use `ignore` or `reject`")
}

/// An option with a value that it does not take; `best` is the nearest word that it does.
pub(crate) fn option_value(option: &str, span: Span, wanted: &str, best: Option<&str>) -> Diagnostic {
    let message = format!("`{option}` cannot have this value");
    let diagnostic = Diagnostic::new(codes::OPTION_VALUE, message, span, format!("{wanted} expected"));
    match best {
        Some(best) => suggest(diagnostic, span, best),
        None => diagnostic.help(format!("`{option}` takes {wanted}")),
    }
}

/// One character as separator and as quote.
pub(crate) fn separator_is_quote(span: Span) -> Diagnostic {
    let message = "separator and quote are the same character";
    Diagnostic::new(codes::SEPARATOR_IS_QUOTE, message, span, "one character cannot be both")
        .help("choose another character for one of them")
}

/// A refinement that does not fit its type.
pub(crate) fn refinement_type(context: &Context<'_>, ty: &Ty, span: Span) -> Diagnostic {
    let help = match ty.base() {
        Ty::Str => "a text takes its length, `string(1..200)`, or `matching r\"…\"`",
        Ty::Int => "an int takes a range, `int(0..100)`",
        Ty::Decimal => "a decimal takes digits and places, `decimal(12,2)`, or a range, `decimal(0..)`",
        Ty::List(_) => "a list takes its number of elements, `[T](1..)`",
        Ty::Float => "a float takes a range, `float(0..1)`",
        _ => "texts, numbers, lists and maps can be refined",
    };
    let message = format!("`{}` cannot be refined like this", context.type_name(ty));
    Diagnostic::new(codes::REFINEMENT_TYPE, message, span, "does not fit the type").help(help)
}

/// One number where a range is needed.
pub(crate) fn number_for_range(number: &Number) -> Diagnostic {
    let text = &number.text;
    let message = "a range is needed here, and this is one number";
    Diagnostic::new(codes::EMPTY_RANGE, message, number.span, "a range has two dots")
        .help(format!("write `..{text}` for at most {text}, `{text}..{text}` for exactly {text}"))
        .fix(format!("write `..{text}`"), number.span, format!("..{text}"))
}

/// A range that no value can be in.
pub(crate) fn empty_range(span: Span, why: &str) -> Diagnostic {
    Diagnostic::new(codes::EMPTY_RANGE, "no value lies in this range", span, why)
        .help("a range reads `1..200`, `0..` or `..5`; both ends count")
}

/// Digits that no decimal has.
pub(crate) fn decimal_digits(precision: &Number, scale: &Number, span: Span, most: u32) -> Diagnostic {
    let message = format!("a decimal cannot have {} digits with {} places", precision.text, scale.text);
    Diagnostic::new(codes::DECIMAL_DIGITS, message, span, "digits in all, then places behind the point")
        .help(format!("1 to {most} digits in all, and no more places than that"))
}
