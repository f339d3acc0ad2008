//! The check of a body is a value of the declarations and of that body: what stands in the others changes nothing.

use super::support::{check, show};

/// Declarations, and one map for each of the bodies, each on a line of its own.
fn package(bodies: &[&str]) -> String {
    let mut text = String::from("fn twice(n: int) -> int = n + n\ntable t: string -> string { \"a\" -> \"b\" }\n");
    for (number, body) in bodies.iter().enumerate() {
        text.push_str(&format!(
            "system s{number} {{ record In {{ email: string, n: int?, l: [string] }} }} entity Out{number} {{ a: string, b: int }}\n\
             map s{number}.In {body}\n"
        ));
    }
    text
}

/// Bodies with all kinds of mistakes, and without any; `#` is the number of the map.
const BODIES: &[&str] = &[
    "-> Out# { a = email, b = n ?? 0, ignore l because \"-\" }",
    "-> Out# { a = emial, b = twice(n ?? 0), ignore l because \"-\" }",
    "-> Out# { a = via_nothing(email), b = n }",
    "-> Out# { a = t[email], c = 1 }",
    "-> Out# { let x = l[].trim() a = x.first() ?? \"\", b = x.length() }",
    "-> Out# { a = email.replace(r\"(\", \"\"), b = 0 }",
    "-> Out# { skip when n is absent a = \"{n}\", b = n }",
    "<-> Out# { email <-> a, nn <-> b, left only l because \"-\" }",
    "<-> Out# { email <-> a, n <-> b, left only l because \"-\" }",
    "-> Out# { a = match email { \"x\" => \"y\" }, b = for x in l => x }",
];

/// What is said of the map on each line, and what it became.
fn said(bodies: &[&str]) -> Vec<(Vec<String>, Vec<String>)> {
    let bodies: Vec<String> =
        bodies.iter().enumerate().map(|(number, body)| body.replace('#', &number.to_string())).collect();
    let checked = check(&package(&bodies.iter().map(String::as_str).collect::<Vec<_>>()));
    let line = |number: usize| format!(" {}:", 4 + 2 * number);
    let of_line = |number: usize| {
        let found = checked.found.iter().filter(|one| one.contains(&line(number))).cloned().collect();
        let names = [format!("s{number}.In -> Out{number}"), format!("Out{number} -> s{number}.In")];
        let made = checked.model.functions.iter().filter(|function| names.contains(&function.name));
        (found, made.map(|function| show(&function.body)).collect())
    };
    (0..bodies.len()).map(of_line).collect()
}

#[test]
fn a_body_gives_the_same_whatever_stands_in_the_others() {
    let usual = said(BODIES);
    let with_errors = usual.iter().filter(|(found, _)| !found.is_empty()).count();
    assert!(with_errors >= 6, "{usual:#?}");
    for (changed, _) in BODIES.iter().enumerate() {
        for other in ["-> Out# { }", "-> Out# { a = emial, b = emial, c = zzz }", "<-> Out# { emial <-> a }"] {
            let mut bodies = BODIES.to_vec();
            bodies[changed] = other;
            for (number, (before, now)) in usual.iter().zip(said(&bodies)).enumerate().filter(|(at, _)| *at != changed)
            {
                assert_eq!(*before, now, "map {number} changed with map {changed}, which became `{other}`");
            }
        }
    }
}
