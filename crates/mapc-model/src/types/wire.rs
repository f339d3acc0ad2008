//! Wire forms: how a field's value is written where that is not its type's own form.

use jiff::tz::TimeZoneDatabase;
use mapc_diagnostics::{Span, nearest};
use mapc_runtime::codec::{self, Form, Mistake, Spelling};
use mapc_runtime::datetime;
use mapc_runtime::write::Blanks;
use mapc_syntax::ast::{self, ExprKind, Name, Text, TextPart, TypeSuffix};

use crate::context::Context;
use crate::errors::wire as errors;
use crate::model::Wire;
use crate::ty::Ty;
use crate::types::FieldType;

/// The words that may stand behind `as`.
fn words() -> impl Iterator<Item = &'static str> {
    let of_forms = codec::all().filter_map(|form| match form.spelling {
        Spelling::Word(word) => Some(word),
        _ => None,
    });
    of_forms.chain(["split"])
}

/// The form of a field's type that is written so.
fn form_of(field: &FieldType, spelling: Spelling, arguments: Vec<String>) -> Option<Form> {
    Form::spelled(field.ty.required().base().simple_name()?, spelling, arguments)
}

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
            context.report(errors::second_form(span, *earlier));
            return;
        }
        None => {}
    }
    field.wire = Some((wire, span));
}

fn text_form(context: &mut Context<'_>, field: &FieldType, texts: &[Text], span: Span) -> Option<Wire> {
    if *field.ty.required().base() == Ty::Error {
        return None;
    }
    let spelling = if texts.len() == 1 { Spelling::Pattern } else { Spelling::TwoTexts };
    match form_of(field, spelling, texts.iter().map(|text| text.value.clone()).collect()) {
        Some(form) => Some(Wire::Form(form)),
        None => does_not_fit(context, field, span),
    }
}

fn word_form(
    context: &mut Context<'_>,
    field: &FieldType,
    word: &Name,
    arguments: &[ast::Expr],
    span: Span,
) -> Option<Wire> {
    if !words().any(|known| known == word.text) {
        let best = nearest(&word.text, words());
        context.report(errors::unknown_form(word, best, &listed(words())));
        return None;
    }
    let is_meant = |spelling: &Spelling| matches!(spelling, Spelling::Word(known) if *known == word.text);
    let spelling = codec::all().map(|form| form.spelling).find(is_meant);
    match (field.ty.required().base(), spelling, arguments) {
        (Ty::Error, ..) => None,
        (Ty::List(element), None, [separator]) => split(context, field, element, separator),
        (Ty::List(_), None, _) => no_separator(context, span),
        (_, Some(spelling), _) => {
            let arguments = arguments.iter().map(plain_text).collect::<Option<Vec<String>>>();
            match arguments.and_then(|arguments| form_of(field, spelling, arguments)) {
                Some(form) => Some(Wire::Form(form)),
                None => does_not_fit(context, field, span),
            }
        }
        _ => does_not_fit(context, field, span),
    }
}

/// `a`, `b` and `c`, in code.
fn listed(words: impl Iterator<Item = &'static str>) -> String {
    let mut known: Vec<String> = Vec::new();
    for word in words {
        let word = if word == "split" { "`split(\";\")`".to_owned() } else { format!("`{word}`") };
        if !known.contains(&word) {
            known.push(word);
        }
    }
    known.join(", ")
}

/// The text of an expression that is one text without interpolation.
fn plain_text(expr: &ast::Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Text(parts) => match parts.as_slice() {
            [] => Some(String::new()),
            [TextPart::Plain(text)] => Some(text.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn split(context: &mut Context<'_>, field: &FieldType, element: &Ty, separator: &ast::Expr) -> Option<Wire> {
    let Some(text) = plain_text(separator).filter(|text| !text.is_empty()) else {
        return no_separator(context, separator.span);
    };
    if let Ty::Record(_) | Ty::List(_) | Ty::Map(_) | Ty::Tuple(_) = element.required().base() {
        let element = context.type_name(element);
        context.report(errors::unsplittable(separator.span, &element));
        return None;
    }
    let inner = match &field.wire {
        Some((Wire::Elements(inner), _)) => inner.clone(),
        _ => Box::new(Wire::Plain),
    };
    always_holds(context, element, &inner, &text, separator.span);
    Some(Wire::Split(text, inner))
}

/// `M0650`: a list whose parts all hold the separator can never be read back.
fn always_holds(context: &mut Context<'_>, element: &Ty, wire: &Wire, separator: &str, span: Span) {
    let own = || Form::own(element.required().base().simple_name()?);
    let form = match wire {
        Wire::Form(form) => Some(form.clone()),
        _ => own(),
    };
    let Some(codec) = form.as_ref().and_then(|form| form.codec().ok()) else { return };
    let base = form.as_ref().map_or("", |form| form.definition.base);
    let mut written = (0..64).filter_map(|number| {
        let mut text = Vec::new();
        codec.write_value(Blanks::ANY, &mut text, codec::sample::value(base, number)?, b'.').ok()?;
        String::from_utf8(text).ok()
    });
    if written.all(|text| text.contains(separator)) {
        let name = context.type_name(element.required());
        context.report(errors::separator_in_parts(span, &name, separator));
    }
}

fn no_separator(context: &mut Context<'_>, span: Span) -> Option<Wire> {
    context.report(errors::no_separator(span));
    None
}

fn does_not_fit(context: &mut Context<'_>, field: &FieldType, span: Span) -> Option<Wire> {
    let ty = field.ty.required();
    let name = context.type_name(ty);
    context.report(errors::form_type(span, ty, &name));
    None
}

fn in_zone(context: &mut Context<'_>, field: &mut FieldType, zone: &Text) {
    if let Ty::Timestamp | Ty::Error = field.ty.required().base() {
        match &mut field.wire {
            Some((Wire::Form(form), _)) if form.definition.spelling == Spelling::Pattern => {
                form.arguments.truncate(1);
                form.arguments.push(zone.value.clone());
                known_zone(context, zone);
                return;
            }
            _ if *field.ty.required().base() == Ty::Error => return,
            _ => {}
        }
    }
    context.report(errors::zone_without_pattern(zone.span));
}

fn known_zone(context: &mut Context<'_>, zone: &Text) {
    if datetime::zone(&zone.value).is_ok() {
        return;
    }
    let known: Vec<String> = TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect();
    let best = context.nearest(&zone.value, known.iter().map(String::as_str));
    context.report(errors::unknown_zone(zone, best));
}

/// Checks the arguments of a form, which can be done only when it is known whether a zone stands behind a pattern.
pub(super) fn finish(context: &mut Context<'_>, field: &FieldType, ty: &ast::TypeExpr) {
    let mut texts = ty.suffixes.iter().filter_map(|suffix| match suffix {
        TypeSuffix::AsText(texts, _) => Some(texts),
        _ => None,
    });
    let (Some(texts), Some((Wire::Form(form), span))) = (texts.next_back(), &field.wire) else { return };
    let Err(mistake) = form.codec() else { return };
    match form.definition.spelling {
        // A zone that is none was reported with the zone.
        Spelling::Pattern if mistake.argument > 0 => {}
        Spelling::Pattern => {
            let Some(pattern) = texts.first() else { return };
            let span = place_in(context, pattern, &mistake);
            context.report(errors::date_pattern(span, mistake.reason));
        }
        _ => {
            let place = texts.get(mistake.argument).map_or(*span, |text| text.span);
            let first = texts.first().map_or(*span, |text| text.span);
            context.report(errors::ambiguous_bool(place, first, mistake.reason));
        }
    }
}

/// Where a mistake stands in the text of a pattern, or all of the pattern where it has escapes.
fn place_in(context: &Context<'_>, pattern: &Text, mistake: &Mistake) -> Span {
    let written = context.sources.text(pattern.span);
    if written.get(1..).is_some_and(|rest| rest.starts_with(&pattern.value)) {
        let start = pattern.span.start as usize + 1 + mistake.offset;
        Span::new(pattern.span.file, start, start + mistake.length)
    } else {
        pattern.span
    }
}

/// Adds `wire "a" | "b"`.
pub(super) fn names(context: &mut Context<'_>, field: &mut FieldType, names: &[Text], span: Span) {
    if let Some((_, earlier)) = &field.wire_names {
        context.report(errors::second_names(span, *earlier));
        return;
    }
    field.wire_names = Some((names.iter().map(|name| name.value.clone()).collect(), span));
}
