//! Every wire form, read and written under every option, alone and inside of lists, maps and split texts, as one `.map` program whose
//! expected values stand in a table here.

use std::fmt::Write as _;

/// A wire form.
struct Form {
    /// Name of its fields.
    name: &'static str,
    /// The canonical type.
    ty: &'static str,
    /// The form behind the type, if it is not the type's own.
    form: &'static str,
    /// A default, where the type has literals.
    default: Option<(&'static str, &'static str)>,
    /// A value in its canonical JSON.
    value: &'static str,
    /// The same in this form.
    wire: &'static str,
}

const fn form(
    name: &'static str,
    ty: &'static str,
    form: &'static str,
    default: Option<(&'static str, &'static str)>,
    [value, wire]: [&'static str; 2],
) -> Form {
    Form { name, ty, form, default, value, wire }
}

/// All forms: a default is its literal and its JSON.
const FORMS: &[Form] = &[
    form("text", "string", "", Some((r#""none""#, r#""none""#)), [r#""a b""#; 2]),
    form("flag", "bool", "", Some(("false", "false")), ["true"; 2]),
    form("word", "bool", r#" as "Y" / "N""#, Some(("true", "true")), ["false", r#""N""#]),
    form("count", "int", "", Some(("7", "7")), ["-3"; 2]),
    form("counted", "int", " as string", Some(("-7", "-7")), ["12", r#""12""#]),
    form("price", "decimal", "", Some(("1.5", "1.5")), ["0.25"; 2]),
    form("priced", "decimal", " as string", Some(("-2", "-2")), ["10.5", r#""10.5""#]),
    form("ratio", "float", "", Some(("0.5", "0.5")), ["2.5"; 2]),
    form("rated", "float", " as string", Some(("-0.5", "-0.5")), ["-1.5", r#""-1.5""#]),
    form("any", "scalar", "", None, [r#""42""#; 2]),
    form("color", "Color", "", Some((".green", r#""G""#)), [r#""R""#; 2]),
    form("day", "date", "", None, [r#""2026-02-28""#; 2]),
    form("dated", "date", r#" as "dd.MM.yyyy""#, None, [r#""2026-02-28""#, r#""28.02.2026""#]),
    form("local", "local_datetime", "", None, [r#""2026-02-28T23:59:00""#; 2]),
    form(
        "localised",
        "local_datetime",
        r#" as "yyyy/MM/dd HH:mm""#,
        None,
        [r#""2026-02-28T23:59:00""#, r#""2026/02/28 23:59""#],
    ),
    form("at", "timestamp", "", None, [r#""2026-07-01T10:00:00Z""#; 2]),
    form(
        "stamped",
        "timestamp",
        r#" as "yyyy-MM-dd HH:mm:ss" in "Asia/Kolkata""#,
        None,
        [r#""2026-01-01T00:00:00Z""#, r#""2026-01-01 05:30:00""#],
    ),
    form("seconds", "timestamp", " as epoch_s", None, [r#""1970-01-02T00:00:00Z""#, "86400"]),
    form("millis", "timestamp", " as epoch_ms", None, [r#""1970-01-01T00:00:01.25Z""#, "1250"]),
    form("micros", "timestamp", " as epoch_us", None, [r#""1970-01-01T00:00:01.25Z""#, "1250000"]),
];

/// What has parts and may be absent, as its canonical type and form.
const WITH_PARTS: &[(&str, &str, &str)] = &[
    ("rec", "{ a: int }", ""),
    ("list", "[int]", ""),
    ("entries", "map<string, int>", ""),
    ("split", "[int]", r#" as split("|")"#),
];

/// A name, the canonical type and the one with forms, a value and how it is written.
type Nested = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// Parts inside of parts.
const NESTED: &[Nested] = &[
    ("list_of_lists", "[[int]]", "[[int as string]]", "[[1],[]]", r#"[["1"],[]]"#),
    ("list_of_maps", "[map<string, int>]", "[map<string, int as string>]", r#"[{"a":1}]"#, r#"[{"a":"1"}]"#),
    ("list_of_splits", "[[int]]", r#"[[int] as split("|")]"#, "[[1,2],[]]", r#"["1|2",""]"#),
    ("map_of_lists", "map<string, [int]>", "map<string, [int as string]>", r#"{"a":[1]}"#, r#"{"a":["1"]}"#),
    (
        "map_of_maps",
        "map<string, map<string, int>>",
        "map<string, map<string, int as string>>",
        r#"{"a":{"b":1}}"#,
        r#"{"a":{"b":"1"}}"#,
    ),
    ("map_of_splits", "map<string, [int]>", r#"map<string, [int] as split("|")>"#, r#"{"a":[1,2]}"#, r#"{"a":"1|2"}"#),
    ("list_of_records", "[{ a: int }]", "[{ a: int as string }]", r#"[{"a":1}]"#, r#"[{"a":"1"}]"#),
];

/// The program.
pub fn program() -> String {
    let mut text = String::from("enum Color { red \"R\", green \"G\" }\n");
    required(&mut text);
    optional(&mut text);
    many(&mut text);
    refined(&mut text);
    text
}

/// Each form's line, made by `line`.
fn lines(line: impl Fn(&Form) -> String) -> String {
    FORMS.iter().map(|form| format!("  {}\n", line(form))).collect()
}

/// Members of a JSON object.
fn members(member: impl Fn(&Form) -> Option<String>) -> String {
    FORMS.iter().filter_map(|form| Some(format!(", \"{}\": {}", form.name, member(form)?))).collect()
}

fn block(head: &str, fields: &str) -> String {
    format!("{head} {{\n  id: string\n{fields}}}\n")
}

/// A map of fields of the same names.
fn map(head: &str, arrow: &str, names: &[&str]) -> String {
    let lines: String = names.iter().map(|name| format!("  {name} {arrow} {name}\n")).collect();
    format!("map {head} {{\n  id {arrow} id\n{lines}}}\n")
}

fn names() -> Vec<&'static str> {
    FORMS.iter().map(|form| form.name).collect()
}

fn required(text: &mut String) {
    let canonical = lines(|form| format!("{}: {}", form.name, form.ty));
    let wire = lines(|form| format!("{}: {}{}", form.name, form.ty, form.form));
    let defaults = lines(|form| match form.default {
        Some((literal, _)) => format!("{}: {}{} = {literal}", form.name, form.ty, form.form),
        None => format!("{}: {}{}", form.name, form.ty, form.form),
    });
    text.push_str(&block("entity All", &canonical));
    text.push_str(&format!("system plain {{\n{}}}\n", block("record All", &canonical)));
    text.push_str(&format!(
        "system wire {{\n{}{}}}\n",
        block("record All", &wire),
        block("record Defaults", &defaults)
    ));
    text.push_str(&format!("system rows (format = csv()) {{\n{}}}\n", block("record All", &wire)));
    text.push_str(&map("plain.All -> All", "=", &names()));
    text.push_str(&map("wire.Defaults -> All", "=", &names()));
    text.push_str(&map("All <-> wire.All", "<->", &names()));
    text.push_str(&map("All <-> rows.All", "<->", &names()));
    let canonical = members(|form| Some(form.value.to_owned()));
    let wire = members(|form| Some(form.wire.to_owned()));
    let no_default = members(|form| form.default.is_none().then(|| form.wire.to_owned()));
    let defaults = members(|form| Some(form.default.map_or(form.value, |(_, json)| json).to_owned()));
    let _ = write!(
        text,
        "test \"all written\" {{\n  given plain.All {{ \"id\": \"1\"{canonical} }}\n  expect wire.All {{ \"id\": \"1\"{wire} }}\n  \
         expect rows.All {{ \"id\": \"1\"{wire} }}\n}}\n\
         test \"all read\" {{\n  given wire.All {{ \"id\": \"1\"{wire} }}\n  expect All {{ \"id\": \"1\"{canonical} }}\n}}\n\
         test \"all read from a row\" {{\n  given rows.All {{ \"id\": \"1\"{wire} }}\n  expect All {{ \"id\": \"1\"{canonical} }}\n}}\n\
         test \"defaults\" {{\n  given wire.Defaults {{ \"id\": \"1\"{no_default} }}\n  expect All {{ \"id\": \"1\"{defaults} }}\n}}\n"
    );
}

fn optional(text: &mut String) {
    let with_parts = |wire: bool, before: &str, behind: &str| -> String {
        let line = |(name, ty, form): &(&str, &str, &str)| {
            let form = if wire { form } else { "" };
            let ty = if behind.is_empty() || form.is_empty() {
                format!("{ty}{behind}{form}")
            } else {
                format!("{ty}{form}{behind}")
            };
            format!("  {name}: {before}{ty}\n")
        };
        WITH_PARTS.iter().map(line).collect()
    };
    let in_form =
        |before: &str, behind: &str| lines(|form| format!("{}: {before}({}{}){behind}", form.name, form.ty, form.form));
    let canonical = lines(|form| format!("{}: {}?", form.name, form.ty)) + &with_parts(false, "", "?");
    let wire = in_form("", "?") + &with_parts(true, "", "?");
    let tolerant = in_form("try ", "") + &with_parts(true, "try ", "");
    let split = "  split: ([int] as split(\"|\"))?\n";
    let row = in_form("", "?") + split;
    text.push_str(&block("entity Maybe", &canonical));
    text.push_str(&block("entity Kept", &canonical));
    for (system, fields) in [
        ("plainly", &canonical),
        ("wirely", &wire),
        ("nulls (absent = null)", &wire),
        ("cells (format = csv())", &row),
        ("strict (blank = reject)", &wire),
        ("lax (blank = absent)", &wire),
        ("tolerant", &tolerant),
    ] {
        text.push_str(&format!("system {system} {{\n{}}}\n", block("record Maybe", fields)));
    }
    let mut all = names();
    all.extend(WITH_PARTS.iter().map(|(name, ..)| *name));
    for system in ["strict", "lax", "tolerant"] {
        text.push_str(&map(&format!("{system}.Maybe -> Kept"), "=", &all));
    }
    text.push_str(&map("plainly.Maybe -> Maybe", "=", &all));
    text.push_str(&map("Maybe -> wirely.Maybe", "=", &all));
    text.push_str(&map("wirely.Maybe -> Maybe", "=", &all));
    text.push_str(&map("Maybe -> nulls.Maybe", "=", &all));
    // What no cell holds stays behind.
    let mut cells = names();
    cells.push("split");
    text.push_str(&map("Maybe -> cells.Maybe", "=", &cells).replacen(
        '{',
        "{\n  ignore rec, list, entries because \"no cell holds them\"",
        1,
    ));
    optional_tests(text);
}

fn optional_tests(text: &mut String) {
    let canonical = members(|form| Some(form.value.to_owned()));
    let wire = members(|form| Some(form.wire.to_owned()));
    let nulls = members(|_| Some("null".to_owned()));
    let parts = |split: &str| {
        format!(", \"rec\": {{ \"a\": 1 }}, \"list\": [1, 2], \"entries\": {{ \"k\": 3 }}, \"split\": {split}")
    };
    let (list, split) = (parts("[4, 5]"), parts("\"4|5\""));
    let no_parts = ", \"rec\": null, \"list\": null, \"entries\": null, \"split\": null";
    let unfit = members(|_| Some("[[]]".to_owned()));
    let blank = members(|form| form.wire.starts_with('"').then(|| "\" \"".to_owned()));
    let _ = write!(
        text,
        "test \"all that may be absent, written\" {{\n  given plainly.Maybe {{ \"id\": \"1\"{canonical}{list} }}\n  \
         expect wirely.Maybe {{ \"id\": \"1\"{wire}{split} }}\n  expect nulls.Maybe {{ \"id\": \"1\"{wire}{split} }}\n  \
         expect cells.Maybe {{ \"id\": \"1\"{wire}, \"split\": \"4|5\" }}\n}}\n\
         test \"all that may be absent, read\" {{\n  given wirely.Maybe {{ \"id\": \"1\"{wire}{split} }}\n  \
         expect Maybe {{ \"id\": \"1\"{canonical}{list} }}\n}}\n\
         test \"all absent\" {{\n  given plainly.Maybe {{ \"id\": \"1\" }}\n  expect wirely.Maybe {{ \"id\": \"1\" }}\n  \
         expect nulls.Maybe {{ \"id\": \"1\"{nulls}{no_parts} }}\n}}\n\
         test \"all null\" {{\n  given wirely.Maybe {{ \"id\": \"1\"{nulls}{no_parts} }}\n  expect Maybe {{ \"id\": \"1\" }}\n}}\n\
         test \"what fits, where it may not\" {{\n  given tolerant.Maybe {{ \"id\": \"1\"{wire}{split} }}\n  \
         expect Kept {{ \"id\": \"1\"{canonical}{list} }}\n}}\n\
         test \"nothing fits, and may not\" {{\n  given tolerant.Maybe {{ \"id\": \"1\"{unfit}, \"rec\": 1, \"list\": [true], \
         \"entries\": {{ \"a\": \"x\" }}, \"split\": \"1|x\" }}\n  expect Kept {{ \"id\": \"1\" }}\n}}\n\
         test \"blanks that are absent\" {{\n  given lax.Maybe {{ \"id\": \"1\"{blank} }}\n  expect Kept {{ \"id\": \"1\" }}\n}}\n\
         test \"blanks that reject\" {{\n  given strict.Maybe {{ \"id\": \"1\"{blank}, \"split\": \"\" }}\n"
    );
    for name in FORMS.iter().filter(|form| form.wire.starts_with('"')).map(|form| form.name).chain(["split"]) {
        let _ = writeln!(text, "  expect reject R0203 at \"/{name}\"");
    }
    text.push_str("}\n");
}

fn many(text: &mut String) {
    type Kind = (&'static str, fn(&str) -> String);
    let kinds: [Kind; 5] = [
        ("Lists", |ty| format!("[{ty}]")),
        ("ListsOfSome", |ty| format!("[{ty}?]")),
        ("Maps", |ty| format!("map<string, {ty}>")),
        ("MapsOfSome", |ty| format!("map<string, {ty}?>")),
        ("Splits", |ty| format!("[{ty}]")),
    ];
    for (kind, ty_of) in kinds {
        let suffix = if kind == "Splits" { " as split(\"|\")" } else { "" };
        let canonical = lines(|form| format!("{}: {}", form.name, ty_of(form.ty)));
        let in_form =
            |form: &Form| if form.form.is_empty() { form.ty.to_owned() } else { format!("({}{})", form.ty, form.form) };
        let wire = lines(|form| format!("{}: {}{suffix}", form.name, ty_of(&in_form(form))));
        let values = members(|form| Some(parts(kind, form.value)));
        let on_wire = members(|form| Some(if kind == "Splits" { split(form.wire) } else { parts(kind, form.wire) }));
        there_and_back(text, kind, [&canonical, &wire], &names(), [&values, &on_wire]);
    }
    let field = |(name, ty, ..): &Nested| format!("  {name}: {ty}\n");
    let on_wire = |(name, _, ty, ..): &Nested| format!("  {name}: {ty}\n");
    let value = |(name, _, _, value, _): &Nested| format!(", \"{name}\": {value}");
    let written = |(name, _, _, _, written): &Nested| format!(", \"{name}\": {written}");
    let all = |part: &dyn Fn(&Nested) -> String| NESTED.iter().map(part).collect::<String>();
    let names: Vec<&str> = NESTED.iter().map(|(name, ..)| *name).collect();
    there_and_back(text, "Nested", [&all(&field), &all(&on_wire)], &names, [&all(&value), &all(&written)]);
}

/// The JSON of a list or map with a value in it.
fn parts(kind: &str, value: &str) -> String {
    match kind {
        "ListsOfSome" => format!("[null, {value}]"),
        "Maps" => format!("{{ \"k\": {value} }}"),
        "MapsOfSome" => format!("{{ \"k\": {value}, \"n\": null }}"),
        _ => format!("[{value}, {value}]"),
    }
}

/// A text with a value in it twice.
fn split(wire: &str) -> String {
    let part = wire.trim_matches('"');
    format!("\"{part}|{part}\"")
}

/// An entity that one system gives and another takes in the same form.
fn there_and_back(
    text: &mut String,
    kind: &str,
    [canonical, wire]: [&str; 2],
    names: &[&str],
    [values, on_wire]: [&str; 2],
) {
    text.push_str(&block(&format!("entity {kind}"), canonical));
    for system in ["ins", "outs"] {
        text.push_str(&format!("system {system}_{kind} {{\n{}}}\n", block("record Rec", wire)));
    }
    text.push_str(&map(&format!("ins_{kind}.Rec -> {kind}"), "=", names));
    text.push_str(&map(&format!("{kind} -> outs_{kind}.Rec"), "=", names));
    let _ = write!(
        text,
        "test \"{kind}\" {{\n  given ins_{kind}.Rec {{ \"id\": \"1\"{on_wire} }}\n  expect {kind} {{ \"id\": \"1\"{values} }}\n  \
         expect outs_{kind}.Rec {{ \"id\": \"1\"{on_wire} }}\n}}\n"
    );
}

fn refined(text: &mut String) {
    text.push_str(
        "entity Refined { key id: string, code: string, count: int, price: decimal, ratio: float, entries: map<string, int>, parts: [int] }\n\
         system demands {\n  record Refined {\n    id: string\n    code: string matching r\"^[a-z]+$\"\n    count: int(1..9) as string\n    \
         price: decimal(5,2) as string\n    ratio: float(0..1)\n    entries: map<string, int>(1..2)\n    parts: [int](1..2) as split(\"|\")\n  }\n}\n\
         map demands.Refined -> Refined { id = id, code = code, count = count, price = price, ratio = ratio, entries = entries, parts = parts }\n\
         test \"demands that hold\" {\n  given demands.Refined { \"id\": \"1\", \"code\": \"ab\", \"count\": \"9\", \"price\": \"999.9\", \"ratio\": 1, \
         \"entries\": { \"a\": 1 }, \"parts\": \"1|2\" }\n  expect Refined { \"id\": \"1\", \"code\": \"ab\", \"count\": 9, \"price\": 999.9, \"ratio\": 1, \
         \"entries\": { \"a\": 1 }, \"parts\": [1, 2] }\n}\n\
         test \"demands that do not\" {\n  given demands.Refined { \"id\": \"1\", \"code\": \"a1\", \"count\": \"10\", \"price\": \"1000\", \"ratio\": 1.5, \
         \"entries\": {}, \"parts\": \"1|2|3\" }\n",
    );
    for name in ["code", "count", "price", "ratio", "entries", "parts"] {
        let _ = writeln!(text, "  expect reject R0301 at \"/{name}\"");
    }
    text.push_str("}\n");
}
