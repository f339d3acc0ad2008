//! The list of what plans can hold.

use mapc_plan::Op;
use mapc_runtime::codec::{self, Definition, Stands};
use mapc_runtime::library;

use super::labels;

const NUMBERS: &[&str] = &["Int", "Decimal", "Float"];
const ORDERED: &[&str] = &["Int", "Decimal", "Float", "Str", "Date", "DateTime", "Timestamp"];
const SCALARS: &[&str] = &["Bool", "Int", "Decimal", "Float", "Str", "Scalar", "Date", "DateTime", "Timestamp", "Enum"];
/// The types that literals have.
const LITERALS: &[&str] = &["Bool", "Int", "Decimal", "Float", "Str", "Scalar", "Enum"];
/// The types that have no literals, so that fields of theirs have no defaults.
const WITHOUT_LITERALS: &[&str] = &["date", "local_datetime", "timestamp"];

/// The labels of the forms of values without parts, of which `fits` holds.
fn forms(fits: impl Fn(&Definition) -> bool) -> Vec<String> {
    let of_enums = ["Enum".to_owned()];
    codec::all().filter(|form| fits(form)).map(labels::of_definition).chain(of_enums).collect()
}

/// Whether JSON has the form as a number or bool, so that no blank can stand there.
fn is_bare(form: &Definition) -> bool {
    let arguments: Vec<String> = form.examples[0].arguments.iter().map(|it| (*it).to_owned()).collect();
    (form.make)(&arguments).is_ok_and(|codec| codec.stands() == Stands::Bare)
}

/// Everything that some program must hold and some record meet.
pub fn wanted() -> Vec<String> {
    let mut wanted = Vec::new();
    operations(&mut wanted);
    constants(&mut wanted);
    read(&mut wanted);
    write(&mut wanted);
    wanted.extend(library::all().iter().map(|function| format!("call {} {}", function.name, function.signature)));
    wanted
}

fn each<W: AsRef<str>>(wanted: &mut Vec<String>, words: &[W], make: impl Fn(&str) -> String) {
    wanted.extend(words.iter().map(|word| make(word.as_ref())));
}

fn operations(wanted: &mut Vec<String>) {
    wanted.extend(Op::NAMES.iter().map(|name| labels::operation(name)));
    let plain = [
        "Local",
        "Field",
        "Some",
        "IfPresent",
        "IsPresent",
        "Narrow",
        "If",
        "And",
        "Or",
        "Not",
        "CallUser",
        "Record",
        "Scope",
        "List",
        "For",
        "For where",
        "For numbered",
        "Concat",
        "Try",
        "Reject",
        "Skip",
        "context MessageId",
        "context ReceivedAt",
        "convert IntToDecimal",
        "convert EnumToStr",
        "regular expression",
    ];
    each(wanted, &plain, str::to_owned);
    for op in ["Add", "Subtract", "Multiply", "Divide", "Remainder", "Negate"] {
        // The quotient of two ints is a decimal.
        each(wanted, NUMBERS.get(usize::from(op == "Divide")..).unwrap_or_default(), |ty| format!("{op} {ty}"));
    }
    for op in ["Equal", "NotEqual"] {
        each(wanted, SCALARS, |ty| format!("{op} {ty}"));
        each(wanted, SCALARS, |ty| format!("{op} {ty}?"));
        each(wanted, SCALARS, |ty| format!("{op} [{ty}]"));
        wanted.push(format!("{op} Tuple"));
    }
    for op in ["Less", "LessEqual", "Greater", "GreaterEqual"] {
        each(wanted, ORDERED, |ty| format!("{op} {ty}"));
    }
    each(wanted, &["Str", "Int", "Decimal", "Bool", "Enum"], |ty| format!("match {ty}"));
    each(wanted, &["Str", "Int", "Bool"], |ty| format!("ToScalar {ty}"));
    each(wanted, SCALARS, |ty| format!("a list function over [{ty}]"));
    each(wanted, &["[Record]", "[Tuple]", "[[Str]]", "[Str?]"], |ty| format!("a list function over {ty}"));
    let checks = [
        "Length Str",
        "Pattern Str",
        "Email Str",
        "Url Str",
        "Uuid Str",
        "Country Str",
        "Currency Str",
        "Range Int",
        "Range Decimal",
        "Range Float",
        "Digits Decimal",
        "Items [Str]",
        "Items [Record]",
        "Items map Int",
    ];
    each(wanted, &checks, |check| format!("check {check}"));
}

fn constants(wanted: &mut Vec<String>) {
    each(wanted, LITERALS, |ty| format!("const {ty}"));
    each(wanted, LITERALS, |ty| format!("const [{ty}]"));
    wanted.push("const absent".to_owned());
    each(wanted, &["Str", "Int", "Decimal", "Bool", "Enum"], |ty| format!("table from {ty}"));
    each(wanted, LITERALS, |ty| format!("table to {ty}"));
    each(wanted, LITERALS, |ty| format!("table to {ty}?"));
    each(wanted, &["Reject", "Same", "a value", "absent"], |otherwise| format!("table else {otherwise}"));
}

fn read(wanted: &mut Vec<String>) {
    let all = &forms(|_| true);
    for presence in ["required", "optional", "tolerant"] {
        each(wanted, all, |form| format!("read {form} {presence}"));
        each(wanted, &["Record", "List", "Map", "Split"], |form| format!("read {form} {presence}"));
    }
    let defaults = forms(|form| !WITHOUT_LITERALS.contains(&form.base));
    each(wanted, &defaults, |form| format!("read {form} with a default"));
    each(wanted, &["List", "Split"], |form| format!("read {form} with a default"));
    each(wanted, all, |form| format!("read {form} in a row"));
    wanted.push("read Split in a row".to_owned());
    for blank in ["Value", "Absent", "Reject"] {
        each(wanted, &forms(|form| !is_bare(form)), |form| format!("read {form}, blank {blank}"));
        wanted.push(format!("read Split, blank {blank}"));
    }
    for outer in ["List", "Map"] {
        each(wanted, all, |form| format!("read {outer} of {form}"));
        each(wanted, all, |form| format!("read {outer} of optional {form}"));
        each(wanted, &["Record", "List", "Map", "Split"], |form| format!("read {outer} of {form}"));
    }
    each(wanted, all, |form| format!("read Split of {form}"));
    let satisfied = [
        "string that satisfies Length",
        "string that satisfies Pattern",
        "string that satisfies Email",
        "string that satisfies Url",
        "string that satisfies Uuid",
        "string that satisfies Country",
        "string that satisfies Currency",
        "int that satisfies Range",
        "int as string that satisfies Range",
        "decimal that satisfies Range",
        "decimal that satisfies Digits",
        "decimal as string that satisfies Digits",
        "float that satisfies Range",
        "List that satisfies Items",
        "Map that satisfies Items",
        "Split that satisfies Items",
    ];
    each(wanted, &satisfied, |it| format!("read {it}"));
    each(
        wanted,
        &["unknown Ignore", "unknown Reject", "duplicates Reject", "duplicates First", "duplicates Last"],
        str::to_owned,
    );
}

fn write(wanted: &mut Vec<String>) {
    let all = &forms(|_| true);
    for presence in ["required", "optional, Omit", "optional, Null", "in a row", "optional in a row"] {
        each(wanted, all, |form| format!("write {form} {presence}"));
        wanted.push(format!("write Split {presence}"));
        if !presence.ends_with("in a row") {
            each(wanted, &["Record", "List", "Map"], |form| format!("write {form} {presence}"));
        }
    }
    for outer in ["List", "Map"] {
        each(wanted, all, |form| format!("write {outer} of {form}"));
        each(wanted, all, |form| format!("write {outer} of optional {form}"));
        each(wanted, &["Record", "List", "Map", "Split"], |form| format!("write {outer} of {form}"));
    }
    each(wanted, all, |form| format!("write Split of {form}"));
    each(wanted, &["absent Omit", "absent Null"], str::to_owned);
}
