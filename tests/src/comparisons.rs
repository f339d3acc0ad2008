//! Every comparison over every type that has it, alone, optional and in lists, as one `.map` program made from a table.

use std::fmt::Write as _;

/// A type, a smaller and a larger value of it as JSON, and whether it has an order.
const TYPES: &[(&str, &str, &str, &str, bool)] = &[
    ("flag", "bool", "false", "true", false),
    ("count", "int", "-9223372036854775808", "9223372036854775807", true),
    ("price", "decimal", "0.1", "0.11", true),
    ("ratio", "float", "-1e300", "1e-300", true),
    // By code point: U+FFFD comes before U+1F600, whose first half of a pair is smaller.
    ("text", "string", r#""\ufffd""#, r#""\ud83d\ude00""#, true),
    ("any", "scalar", "1", r#""1""#, false),
    ("color", "Color", r#""red""#, r#""green""#, false),
    ("day", "date", r#""0000-01-01""#, r#""9999-12-31""#, true),
    ("local", "local_datetime", r#""2026-02-28T23:59:59""#, r#""2026-02-28T23:59:59.5""#, true),
    // By instant: the first is two o'clock in UTC, the second three.
    ("at", "timestamp", r#""2026-07-01T04:00:00+02:00""#, r#""2026-07-01T03:00:00Z""#, true),
];

/// What is compared, as field, expression, and what it gives where the first value is smaller and where both are the same.
const ALWAYS: &[(&str, &str, bool, bool)] = &[
    ("eq", "a == b", false, true),
    ("ne", "a != b", true, false),
    ("eq_some", "ma == mb", false, true),
    ("ne_some", "ma != mb", true, false),
    ("eq_list", "la == lb", false, true),
    ("ne_list", "la != lb", true, false),
    ("turned", "la.reverse() == la", true, false),
    ("paired", "a == b and not (a != b)", false, true),
];
/// What floats have not, as they are no keys.
const OF_KEYS: &[(&str, &str, bool, bool)] = &[
    ("held", "la.contains(b)", false, true),
    ("among", "b in la", false, true),
    ("once", "[a, b].distinct().count() == 1", false, true),
];
const ORDERED: &[(&str, &str, bool, bool)] = &[
    ("lt", "a < b", true, false),
    ("le", "a <= b", true, true),
    ("gt", "a > b", false, false),
    ("ge", "a >= b", false, true),
    ("turned_lt", "b < a", false, false),
    ("turned_ge", "b >= a", true, true),
];

/// The program.
pub fn program() -> String {
    let mut text = String::from("enum Color { red, green }\n");
    for (name, ty, low, high, ordered) in TYPES {
        let of_order = if *ordered { ORDERED } else { &[] };
        let fields = ALWAYS.iter().chain(of_order).chain(if *ty == "float" { &[] } else { OF_KEYS });
        let (mut declared, mut lines, mut smaller, mut same) =
            (String::new(), String::new(), String::new(), String::new());
        for (field, expression, when_smaller, when_same) in fields {
            let _ = writeln!(declared, "  {field}: bool");
            let _ = writeln!(lines, "  {field} = {expression}");
            let _ = write!(smaller, ", \"{field}\": {when_smaller}");
            let _ = write!(same, ", \"{field}\": {when_same}");
        }
        let _ = write!(
            text,
            "entity Of_{name} {{\n  id: string\n{declared}}}\n\
             system s_{name} {{\n  record In {{ id: string, a: {ty}, b: {ty}, ma: {ty}?, mb: {ty}?, la: [{ty}], lb: [{ty}] }}\n}}\n\
             map s_{name}.In -> Of_{name} {{\n  id = id\n{lines}}}\n\
             test \"{name}: the first is smaller\" {{\n  given s_{name}.In {{ \"id\": \"1\", \"a\": {low}, \"b\": {high}, \"mb\": {high}, \
             \"la\": [{low}], \"lb\": [{high}] }}\n  expect Of_{name} {{ \"id\": \"1\"{smaller} }}\n}}\n\
             test \"{name}: both are the same\" {{\n  given s_{name}.In {{ \"id\": \"1\", \"a\": {high}, \"b\": {high}, \
             \"la\": [{low}, {high}], \"lb\": [{low}, {high}] }}\n  expect Of_{name} {{ \"id\": \"1\"{same} }}\n}}\n"
        );
    }
    text
}
