//! Options of systems and records.

use std::collections::BTreeMap;

use mapc_diagnostics::{Span, nearest};
use mapc_syntax::ast::{OptionDecl, OptionValue, SystemDecl};

use crate::context::Context;
use crate::errors::wire as errors;
use crate::model::{AbsentAs, Blank, Dialect, Duplicates, Options, Unknown};

const NAMES: [&str; 5] = ["unknown", "blank", "absent", "duplicates", "format"];
const CSV_NAMES: [&str; 3] = ["separator", "quote", "decimal"];

/// The options of each system.
pub(super) fn of_systems(context: &mut Context<'_>, systems: &[&SystemDecl]) -> BTreeMap<String, Options> {
    let mut all = BTreeMap::new();
    for system in systems {
        let options = read(context, &system.options, Options::default());
        all.entry(system.name.text.clone()).or_insert(options);
    }
    all
}

/// Options over those that are taken over.
pub(super) fn read(context: &mut Context<'_>, decls: &[OptionDecl], taken_over: Options) -> Options {
    let mut options = taken_over;
    refuse_twice(context, decls);
    for decl in decls {
        match decl.name.text.as_str() {
            "unknown" => unknown(context, decl, &mut options),
            "blank" => {
                let values = [("value", Blank::Value), ("absent", Blank::Absent), ("reject", Blank::Reject)];
                word(context, decl, &values, &mut options.blank);
            }
            "absent" => word(context, decl, &[("omit", AbsentAs::Omit), ("null", AbsentAs::Null)], &mut options.absent),
            "duplicates" => {
                let values = [("reject", Duplicates::Reject), ("first", Duplicates::First), ("last", Duplicates::Last)];
                word(context, decl, &values, &mut options.duplicates);
            }
            "format" => format(context, decl, &mut options),
            _ => no_option(context, decl, &NAMES),
        }
    }
    options
}

fn refuse_twice(context: &mut Context<'_>, decls: &[OptionDecl]) {
    let mut known: BTreeMap<&str, &OptionDecl> = BTreeMap::new();
    for decl in decls {
        if let Some(earlier) = known.insert(&decl.name.text, decl) {
            context.report(errors::option_twice(decl, earlier.span));
        }
    }
}

fn no_option(context: &mut Context<'_>, decl: &OptionDecl, names: &[&str]) {
    context.report(errors::unknown_option(&decl.name, names));
}

fn unknown(context: &mut Context<'_>, decl: &OptionDecl, options: &mut Options) {
    if let OptionValue::Word(value, inner) = &decl.value
        && value.text == "keep"
        && inner.is_empty()
    {
        context.report(errors::keep_not_built(decl.span));
        return;
    }
    word(context, decl, &[("ignore", Unknown::Ignore), ("reject", Unknown::Reject)], &mut options.unknown);
}

fn word<T: Copy>(context: &mut Context<'_>, decl: &OptionDecl, values: &[(&str, T)], slot: &mut T) {
    if let OptionValue::Word(value, inner) = &decl.value
        && inner.is_empty()
        && let Some((_, chosen)) = values.iter().find(|(name, _)| *name == value.text)
    {
        *slot = *chosen;
        return;
    }
    let names: Vec<_> = values.iter().map(|(name, _)| *name).collect();
    bad_value(context, decl, &format!("`{}`", names.join("` or `")), &names);
}

fn bad_value(context: &mut Context<'_>, decl: &OptionDecl, wanted: &str, names: &[&str]) {
    let span = value_span(decl);
    let best = match &decl.value {
        OptionValue::Word(value, _) => nearest(&value.text, names.iter().copied()),
        _ => None,
    };
    context.report(errors::option_value(&decl.name.text, span, wanted, best));
}

fn value_span(decl: &OptionDecl) -> Span {
    match &decl.value {
        OptionValue::Word(word, _) => word.span,
        OptionValue::Text(text) => text.span,
        OptionValue::Number(number) => number.span,
    }
}

fn format(context: &mut Context<'_>, decl: &OptionDecl, options: &mut Options) {
    match &decl.value {
        OptionValue::Word(word, inner) if word.text == "json" && inner.is_empty() => options.csv = None,
        OptionValue::Word(word, inner) if word.text == "csv" => options.csv = Some(csv(context, inner)),
        _ => bad_value(context, decl, "`json` or `csv(…)`", &["json", "csv"]),
    }
}

fn csv(context: &mut Context<'_>, decls: &[OptionDecl]) -> Dialect {
    let mut csv = Dialect::default();
    refuse_twice(context, decls);
    for decl in decls {
        match decl.name.text.as_str() {
            "separator" => character(context, decl, &mut csv.separator),
            "quote" => character(context, decl, &mut csv.quote),
            "decimal" => decimal_mark(context, decl, &mut csv.decimal_mark),
            _ => no_option(context, decl, &CSV_NAMES),
        }
    }
    if csv.separator == csv.quote
        && let Some(decl) = decls.iter().find(|decl| decl.name.text != "decimal")
    {
        context.report(errors::separator_is_quote(decl.span));
    }
    csv
}

fn character(context: &mut Context<'_>, decl: &OptionDecl, slot: &mut u8) {
    if let OptionValue::Text(text) = &decl.value
        && let [byte] = text.value.as_bytes()
        && byte.is_ascii()
        && !matches!(byte, b'\n' | b'\r' | 0)
        && !byte.is_ascii_alphanumeric()
    {
        *slot = *byte;
        return;
    }
    bad_value(context, decl, "a text of one ASCII character that is no letter, digit or line end", &[]);
}

fn decimal_mark(context: &mut Context<'_>, decl: &OptionDecl, slot: &mut u8) {
    match &decl.value {
        OptionValue::Text(text) if text.value == "." => *slot = b'.',
        OptionValue::Text(text) if text.value == "," => *slot = b',',
        _ => bad_value(context, decl, "\".\" or \",\"", &[]),
    }
}
