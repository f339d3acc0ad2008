//! The list of what plans can hold.

use mapc_runtime::library;

const NUMBERS: &[&str] = &["Int", "Decimal", "Float"];
const ORDERED: &[&str] = &["Int", "Decimal", "Float", "Str", "Date", "DateTime", "Timestamp"];
const SCALARS: &[&str] = &["Bool", "Int", "Decimal", "Float", "Str", "Scalar", "Date", "DateTime", "Timestamp", "Enum"];
/// The types that literals have.
const LITERALS: &[&str] = &["Bool", "Int", "Decimal", "Float", "Str", "Scalar", "Enum"];
/// The forms of values without parts, as plans call them.
const FORMS: &[&str] = &[
    "Str",
    "Bool",
    "BoolWords",
    "Int",
    "IntText",
    "Decimal",
    "DecimalText",
    "Float",
    "FloatText",
    "Scalar",
    "Enum",
    "Date",
    "DateTime",
    "Timestamp",
    "DateFormat",
    "DateTimeFormat",
    "TimestampFormat",
    "EpochSeconds",
    "EpochMillis",
];
/// Those that JSON has as numbers and bools, so that no blank can stand there.
const BARE: &[&str] = &["Bool", "Int", "Decimal", "Float", "EpochSeconds", "EpochMillis"];
/// Forms of dates and times, which have no literals.
const WITHOUT_LITERALS: &[&str] = &[
    "Date",
    "DateTime",
    "Timestamp",
    "DateFormat",
    "DateTimeFormat",
    "TimestampFormat",
    "EpochSeconds",
    "EpochMillis",
];

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

fn each(wanted: &mut Vec<String>, words: &[&str], make: impl Fn(&str) -> String) {
    wanted.extend(words.iter().map(|word| make(word)));
}

fn operations(wanted: &mut Vec<String>) {
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
    for presence in ["required", "optional", "tolerant"] {
        each(wanted, FORMS, |form| format!("read {form} {presence}"));
        each(wanted, &["Record", "List", "Map", "Split"], |form| format!("read {form} {presence}"));
    }
    for form in FORMS.iter().filter(|form| !WITHOUT_LITERALS.contains(form)).chain(&["List", "Split"]) {
        wanted.push(format!("read {form} with a default"));
    }
    each(wanted, FORMS, |form| format!("read {form} in a row"));
    wanted.push("read Split in a row".to_owned());
    for blank in ["Value", "Absent", "Reject"] {
        for form in FORMS.iter().filter(|form| !BARE.contains(form)).chain(&["Split"]) {
            wanted.push(format!("read {form}, blank {blank}"));
        }
    }
    for outer in ["List", "Map"] {
        each(wanted, FORMS, |form| format!("read {outer} of {form}"));
        each(wanted, FORMS, |form| format!("read {outer} of optional {form}"));
        each(wanted, &["Record", "List", "Map", "Split"], |form| format!("read {outer} of {form}"));
    }
    each(wanted, FORMS, |form| format!("read Split of {form}"));
    let satisfied = [
        "Str that satisfies Length",
        "Str that satisfies Pattern",
        "Str that satisfies Email",
        "Str that satisfies Url",
        "Str that satisfies Uuid",
        "Str that satisfies Country",
        "Str that satisfies Currency",
        "Int that satisfies Range",
        "IntText that satisfies Range",
        "Decimal that satisfies Range",
        "Decimal that satisfies Digits",
        "DecimalText that satisfies Digits",
        "Float that satisfies Range",
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
    for presence in ["required", "optional, Omit", "optional, Null", "in a row", "optional in a row"] {
        each(wanted, FORMS, |form| format!("write {form} {presence}"));
        wanted.push(format!("write Split {presence}"));
        if !presence.ends_with("in a row") {
            each(wanted, &["Record", "List", "Map"], |form| format!("write {form} {presence}"));
        }
    }
    for outer in ["List", "Map"] {
        each(wanted, FORMS, |form| format!("write {outer} of {form}"));
        each(wanted, FORMS, |form| format!("write {outer} of optional {form}"));
        each(wanted, &["Record", "List", "Map", "Split"], |form| format!("write {outer} of {form}"));
    }
    each(wanted, FORMS, |form| format!("write Split of {form}"));
    each(wanted, &["absent Omit", "absent Null"], str::to_owned);
}
