//! Constant operands: what always fails because of them is refused, what need not fail is not.

use mapc_runtime::library;

use crate::support::{check, map};

/// The findings in a map whose target field has this type, as `CODE COLUMN` with the first column of the expression as 0.
fn found(ty: &str, expr: &str) -> Vec<String> {
    let source = "text: string, n: int, maybe: int?, amount: decimal, at: timestamp";
    let codes = map(source, &format!("out: {ty}"), &format!("out = {expr}")).codes();
    codes
        .iter()
        .map(|code| {
            let (code, column) = code.split_once(" 4:").unwrap();
            format!("{code} {}", column.parse::<usize>().unwrap() - 7)
        })
        .collect()
}

/// Where a part of an expression stands last.
fn at(expr: &str, part: &str) -> usize {
    expr.rfind(part).unwrap()
}

#[test]
fn what_constants_let_fail_always_is_refused_where_they_stand() {
    for (ty, expr, blamed) in [
        ("local_datetime", r#"at.in_zone("Mars/Olympus")"#, r#""Mars/Olympus""#),
        ("date", r#"at.to_date("UTC+1")"#, r#""UTC+1""#),
        ("string", r"text.substring(-1)", r#"-1"#),
        ("string", r"text.substring(0 - 1)", r#"0 - 1"#),
        ("string", r"text.substring(1, -2)", r#"-2"#),
        ("decimal", r#"(1.5).round(29, "up")"#, r#"29"#),
        ("decimal", r#"amount.round(29, "up")"#, r#"29"#),
        ("date", r#""2024-02-30".to_date()"#, r#""2024-02-30""#),
        ("string?", r#"text.extract(r"(a)", 9)"#, r#"9"#),
        ("uuid", r#"text.uuid_v5("dns")"#, r#""dns""#),
        ("int", "n.div(0)", r#"0"#),
        ("decimal", "n / 0", r#"0"#),
        ("int", "n % 0", r#"0"#),
        ("int", "n % (3 - 3)", r#"(3 - 3)"#),
        ("int", "9223372036854775807 + 1", r#"9223372036854775807"#),
        ("int", r#""7.5".to_int()"#, r#""7.5""#),
        ("int", r#"amount.to_minor("EURO")"#, r#""EURO""#),
        ("string", r#"text.repeat(-1)"#, r#"-1"#),
        ("decimal?", "try (amount / 0)", r#"0"#),
    ] {
        assert_eq!(found(ty, expr), [format!("M0361 {}", at(expr, blamed))], "{expr}");
    }
}

#[test]
fn what_need_not_fail_is_left_alone() {
    for (ty, expr) in [
        ("string", "text.substring(1)"),
        ("string", "text.substring(n)"),
        ("string", r#"text.repeat(99)"#),
        ("int", "n + 9223372036854775807"),
        ("int", "n * 9223372036854775807"),
        ("int", "1 % n"),
        ("decimal", "1 / amount"),
        ("int", "text.to_int()"),
        ("date", r#"text.parse_date("dd.MM.yyyy")"#),
        ("timestamp", r#"text.to_local_datetime().to_timestamp("Europe/Berlin")"#),
        ("timestamp", "at.add_seconds(9223372036854775807)"),
        ("date", r#""2024-02-29".to_date()"#),
        ("string", r#"text.replace(r"(a)", "$1")"#),
    ] {
        assert_eq!(found(ty, expr), Vec::<String>::new(), "{expr}");
    }
}

#[test]
fn constants_among_choices_that_a_type_never_allows_are_refused() {
    for (expr, blamed) in [
        ("maybe ?? 0", "0"),
        ("if n > 5 then n else 101", "101"),
        ("match text { \"a\" => 1, \"b\" => 0, else => n }", "0"),
        ("if n > 5 then (maybe ?? 0) else n", "0"),
    ] {
        assert_eq!(found("int(1..100)", expr), [format!("M0311 {}", at(expr, blamed))], "{expr}");
    }
    assert_eq!(found("decimal(1..100)", "maybe ?? 0").len(), 1);
    for expr in ["maybe ?? 1", "if n > 5 then n else 100", "n"] {
        assert_eq!(found("int(1..100)", expr), Vec::<String>::new(), "{expr}");
    }
}

#[test]
fn each_example_that_rejects_constants_is_refused() {
    // Lists are not worked out.
    let of_lists = ["sum", "to_map"];
    for function in library::all().iter().filter(|function| !of_lists.contains(&function.name)) {
        for example in function.examples.iter().filter(|example| example.gives.starts_with("reject ")) {
            let codes = check(&format!("fn example() -> bool = ({call}) == ({call})\n", call = example.call)).codes();
            let refused = codes.iter().filter(|code| code.starts_with("M0361")).count();
            assert_eq!(refused, 2, "{}: {codes:?}", example.call);
        }
    }
}

#[test]
fn patterns_are_bounded_one_by_one_and_together() {
    let field = |n: usize, pattern: &str| format!(", f{n}: string? matching r\"{pattern}\"");
    let entity = |fields: &str| check(&format!("entity E {{ key id: string{fields} }}\n")).found;
    assert_eq!(entity(&field(0, r"^\w{100}$")), [""; 0]);
    let large = entity(&field(0, r"^\w{900}$"));
    assert!(large.len() == 1 && large[0].starts_with("M0610 1:"), "{large:?}");
    // The same pattern counts once, however often it stands there.
    let same: String = (0..200).map(|n| field(n, r"^\w{100}$")).collect();
    assert_eq!(entity(&same), [""; 0]);
    let others: String = (0..200).map(|n| field(n, &format!("^\\w{{100}}x{{{n}}}$"))).collect();
    let refused = entity(&others);
    assert!(
        !refused.is_empty() && refused.len() < 200 && refused.iter().all(|one| one.starts_with("M0610")),
        "{refused:?}"
    );
}
