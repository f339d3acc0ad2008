//! Wire forms: how a field's value is written where that is not its type's own form.

use jiff::tz::TimeZoneDatabase;
use mapc_diagnostics::{Diagnostic, Span, nearest};
use mapc_runtime::datetime::{self, DatePattern, PatternError, Purpose};
use mapc_syntax::ast::{self, ExprKind, Name, Text, TextPart, TypeSuffix};

use crate::context::{Context, suggest};
use crate::model::Wire;
use crate::ty::Ty;
use crate::types::FieldType;

const WORDS: [&str; 4] = ["epoch_s", "epoch_ms", "string", "split"];

/// Adds `as …` or `in "zone"`.
pub(super) fn apply(context: &mut Context<'_>, field: &mut FieldType, suffix: &TypeSuffix) {
    let (wire, span) = match suffix {
        TypeSuffix::In(zone) => return in_zone(context, field, zone),
        TypeSuffix::AsText(texts, span) => (text_form(context, field, texts, *span), *span),
        TypeSuffix::AsWord(word, arguments, span) => (word_form(context, field, word, arguments, *span), *span),
        _ => return,
    };
    let Some(wire) = wire else { return };
    match &field.wire {
        Some((Wire::Elements(_), _)) if matches!(wire, Wire::Split(..)) => {}
        Some((_, earlier)) => {
            let diagnostic = Diagnostic::error("M0609", "a second wire form", span, "there can be one only");
            context.report(diagnostic.label(*earlier, "the first one").help("remove one of them"));
            return;
        }
        None => {}
    }
    field.wire = Some((wire, span));
}

fn text_form(context: &mut Context<'_>, field: &FieldType, texts: &[Text], span: Span) -> Option<Wire> {
    match (field.ty.required().base(), texts) {
        (Ty::Error, _) => None,
        (Ty::Bool, [yes, no]) if yes.value == no.value => {
            let message = format!("{:?} cannot mean both true and false", yes.value);
            let diagnostic = Diagnostic::error("M0628", message, no.span, "the same text again");
            context.report(diagnostic.label(yes.span, "means true").help("give `false` another text"));
            None
        }
        (Ty::Bool, [yes, no]) => Some(Wire::Words(yes.value.clone(), no.value.clone())),
        (Ty::Date | Ty::DateTime | Ty::Timestamp, [pattern]) => {
            Some(Wire::Format { pattern: pattern.value.clone(), zone: None })
        }
        _ => does_not_fit(context, field, span),
    }
}

fn word_form(
    context: &mut Context<'_>,
    field: &FieldType,
    word: &Name,
    arguments: &[ast::Expr],
    span: Span,
) -> Option<Wire> {
    if !WORDS.contains(&word.text.as_str()) {
        let message = format!("no wire form is called `{}`", word.text);
        let diagnostic = Diagnostic::error("M0616", message, word.span, "not a wire form");
        context.report(match nearest(&word.text, WORDS) {
            Some(best) => suggest(diagnostic, word.span, best),
            None => diagnostic.help("wire forms are a date pattern, `epoch_s`, `epoch_ms`, `string`, `split(\";\")`"),
        });
        return None;
    }
    match (field.ty.required().base(), word.text.as_str(), arguments) {
        (Ty::Error, ..) => None,
        (Ty::Timestamp, "epoch_s", []) => Some(Wire::EpochSeconds),
        (Ty::Timestamp, "epoch_ms", []) => Some(Wire::EpochMillis),
        (Ty::Decimal | Ty::Int | Ty::Float, "string", []) => Some(Wire::AsString),
        (Ty::List(element), "split", [separator]) => split(context, field, element, separator),
        (Ty::List(_), "split", _) => no_separator(context, span),
        _ => does_not_fit(context, field, span),
    }
}

fn split(context: &mut Context<'_>, field: &FieldType, element: &Ty, separator: &ast::Expr) -> Option<Wire> {
    let text = match &separator.kind {
        ExprKind::Text(parts) => match parts.as_slice() {
            [TextPart::Plain(text)] => text,
            _ => return no_separator(context, separator.span),
        },
        _ => return no_separator(context, separator.span),
    };
    if let Ty::Record(_) | Ty::List(_) | Ty::Map(_) | Ty::Tuple(_) = element.required().base() {
        let message = format!("`{}` cannot be a part of a text", context.type_name(element));
        let diagnostic = Diagnostic::error("M0627", message, separator.span, "splits a text into single values");
        context.report(diagnostic.help("split into texts, numbers, bools, dates or members of an enum"));
        return None;
    }
    let inner = match &field.wire {
        Some((Wire::Elements(inner), _)) => inner.clone(),
        _ => Box::new(Wire::Plain),
    };
    Some(Wire::Split(text.clone(), inner))
}

fn no_separator(context: &mut Context<'_>, span: Span) -> Option<Wire> {
    let diagnostic = Diagnostic::error("M0627", "`split` needs a separator", span, "one text expected");
    context.report(diagnostic.help("write it in quotes: `split(\";\")`"));
    None
}

fn does_not_fit(context: &mut Context<'_>, field: &FieldType, span: Span) -> Option<Wire> {
    let help = match field.ty.required().base() {
        Ty::Bool => "a bool takes two texts: `as \"Y\" / \"N\"`",
        Ty::Date | Ty::DateTime => "a date takes a pattern: `as \"dd.MM.yyyy\"`",
        Ty::Timestamp => "a timestamp takes a pattern with a zone, `epoch_s` or `epoch_ms`",
        Ty::Int | Ty::Decimal | Ty::Float => "a number takes `as string`",
        Ty::List(_) => "a list takes `as split(\";\")`",
        _ => "bools, numbers, dates, timestamps and lists have other wire forms",
    };
    let message = format!("`{}` is never written like this", context.type_name(field.ty.required()));
    context.report(Diagnostic::error("M0611", message, span, "does not fit the type").help(help));
    None
}

fn in_zone(context: &mut Context<'_>, field: &mut FieldType, zone: &Text) {
    if let Ty::Timestamp | Ty::Error = field.ty.required().base() {
        match &mut field.wire {
            Some((Wire::Format { zone: slot, .. }, _)) => {
                *slot = Some(zone.value.clone());
                known_zone(context, zone);
                return;
            }
            _ if *field.ty.required().base() == Ty::Error => return,
            _ => {}
        }
    }
    let diagnostic = Diagnostic::error("M0629", "a zone has no meaning here", zone.span, "no pattern to use it");
    context.report(diagnostic.help("zones stand behind the pattern of a timestamp: `timestamp as \"…\" in \"UTC\"`"));
}

fn known_zone(context: &mut Context<'_>, zone: &Text) {
    if datetime::zone(&zone.value).is_ok() {
        return;
    }
    let message = format!("there is no time zone {:?}", zone.value);
    let diagnostic = Diagnostic::error("M0613", message, zone.span, "not in the IANA database");
    let known: Vec<String> = TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect();
    let best = context.nearest(&zone.value, known.iter().map(String::as_str));
    context.report(match best {
        Some(best) => {
            let text = format!("{best:?}");
            diagnostic.help(format!("did you mean {text}?")).fix(format!("write {text}"), zone.span, text)
        }
        None => diagnostic.help("zones are named as in \"UTC\" or \"Europe/Berlin\""),
    });
}

/// Checks a date pattern, which can be done only when it is known whether a zone stands behind it.
pub(super) fn finish(context: &mut Context<'_>, field: &FieldType, ty: &ast::TypeExpr) {
    let mut patterns = ty.suffixes.iter().filter_map(|suffix| match suffix {
        TypeSuffix::AsText(texts, _) => texts.first(),
        _ => None,
    });
    let (Some(pattern), Some((Wire::Format { zone, .. }, _))) = (patterns.next_back(), &field.wire) else { return };
    let purpose = match field.ty.required().base() {
        Ty::Date => Purpose::Date,
        Ty::DateTime => Purpose::DateTime,
        _ => Purpose::Timestamp { zone: zone.is_some() },
    };
    if let Err(error) = DatePattern::new(&pattern.value, purpose) {
        let diagnostic = bad_pattern(context, pattern, &error);
        context.report(diagnostic);
    }
}

fn bad_pattern(context: &Context<'_>, pattern: &Text, error: &PatternError) -> Diagnostic {
    let written = context.sources.text(pattern.span);
    let span = if written.get(1..).is_some_and(|rest| rest.starts_with(&pattern.value)) {
        let start = pattern.span.start as usize + 1 + error.offset;
        Span::new(pattern.span.file, start, start + error.length)
    } else {
        pattern.span
    };
    Diagnostic::error("M0612", error.reason.clone(), span, "in this date pattern")
        .help("letters are those of `yyyy-MM-dd HH:mm:ss`; other text stands in single quotes")
}

/// Adds `wire "a" | "b"`.
pub(super) fn names(context: &mut Context<'_>, field: &mut FieldType, names: &[Text], span: Span) {
    if let Some((_, earlier)) = &field.wire_names {
        let diagnostic = Diagnostic::error("M0609", "`wire` stands here twice", span, "there can be one only");
        context.report(diagnostic.label(*earlier, "the first one").help("join the names with `|`"));
        return;
    }
    field.wire_names = Some((names.iter().map(|name| name.value.clone()).collect(), span));
}
