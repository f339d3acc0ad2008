//! Options of systems and records.

use std::collections::BTreeMap;

use mapc_diagnostics::{Diagnostic, Span, codes, nearest};
use mapc_syntax::ast::{OptionDecl, OptionValue, SystemDecl};

use crate::context::{Context, suggest};
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
            let message = format!("option `{}` is given twice", decl.name.text);
            let diagnostic = Diagnostic::new(codes::DUPLICATE_OPTION, message, decl.span, "given again here");
            context.report(diagnostic.label(earlier.span, "first given here").help("remove one of them"));
        }
    }
}

fn no_option(context: &mut Context<'_>, decl: &OptionDecl, names: &[&str]) {
    let name = &decl.name;
    let message = format!("systems and records have no option `{}`", name.text);
    let diagnostic = Diagnostic::new(codes::UNKNOWN_OPTION, message, name.span, "not an option");
    context.report(match nearest(&name.text, names.iter().copied()) {
        Some(best) => suggest(diagnostic, name.span, best),
        None => diagnostic.help(format!("the options are {}", names.join(", "))),
    });
}

fn unknown(context: &mut Context<'_>, decl: &OptionDecl, options: &mut Options) {
    if let OptionValue::Word(value, inner) = &decl.value
        && value.text == "keep"
        && inner.is_empty()
    {
        let diagnostic =
            Diagnostic::new(codes::OPTION_NOT_BUILT, "`unknown = keep` is not built yet", decl.span, "not yet");
        context.report(diagnostic.help("use `ignore` or `reject`"));
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
    let message = format!("`{}` cannot have this value", decl.name.text);
    let diagnostic = Diagnostic::new(codes::OPTION_VALUE, message, span, format!("{wanted} expected"));
    let best = match &decl.value {
        OptionValue::Word(value, _) => nearest(&value.text, names.iter().copied()),
        _ => None,
    };
    context.report(match best {
        Some(best) => suggest(diagnostic, span, best),
        None => diagnostic.help(format!("`{}` takes {wanted}", decl.name.text)),
    });
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
        let message = "separator and quote are the same character";
        let diagnostic = Diagnostic::new(codes::SEPARATOR_IS_QUOTE, message, decl.span, "one character cannot be both");
        context.report(diagnostic.help("choose another character for one of them"));
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
