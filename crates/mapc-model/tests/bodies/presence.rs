//! Absent values: paths, lifting, defaults, narrowing.

use super::support::{map, refused, value};

const FIELDS: &str = "a: string?, b: string, n: int?, r: { p: string?, q: { z: int }? }?";

#[test]
fn paths_and_methods_are_lifted() {
    let path = "((_0.3 ? _1 => _1.1 : absent) ? _2 => some(_2.0) : absent)";
    assert_eq!(value(FIELDS, "int?", "r.q.z"), path);
    assert_eq!(value(FIELDS, "string?", "a.trim()"), "(_0.0 ? _1 => some(trim(_1)) : absent)");
    // What a lifted method gives is not wrapped twice.
    assert_eq!(value(FIELDS, "string?", "a.nonblank()"), "(_0.0 ? _1 => nonblank(_1) : absent)");
}

#[test]
fn arguments_operators_conditions_and_templates_are_not_lifted() {
    for (expr, column) in [("b.replace(\"x\", a)", 22), ("\"{a}\"", 9), ("if n > 1 then b else b", 10)] {
        assert_eq!(refused(FIELDS, "string", expr), [format!("M0340 4:{column}")], "{expr}");
    }
    assert_eq!(refused(FIELDS, "int", "n + 1"), ["M0340 4:7"]);
}

#[test]
fn optional_into_required_takes_the_default_or_is_refused() {
    assert_eq!(refused(FIELDS, "string", "a"), ["M0341 4:7"]);
    assert_eq!(value(FIELDS, "string = \"none\"", "a"), "(_0.0 ? _1 => _1 : \"none\")");
    assert_eq!(value(FIELDS, "string(2..) = \"none\"", "a"), "(_0.0 ? _1 => check(_1, 1) : \"none\")");
    assert_eq!(value(FIELDS, "string = \"none\"", "absent"), "(absent ? _1 => _1 : \"none\")");
    assert_eq!(value(FIELDS, "string?", "b"), "some(_0.1)");
}

#[test]
fn coalescing() {
    assert_eq!(value(FIELDS, "string", "a ?? b"), "(_0.0 ? _1 => _1 : _0.1)");
    assert_eq!(value(FIELDS, "string?", "a ?? r.p"), "(_0.0 ? _2 => some(_2) : (_0.3 ? _1 => _1.0 : absent))");
    assert_eq!(value(FIELDS, "string", "a ?? reject gone \"no\""), "(_0.0 ? _1 => _1 : reject gone \"no\")");
    assert_eq!(value(FIELDS, "decimal", "n ?? 1.5"), "(_0.2 ? _1 => IntToDecimal(_1) : 1.5d)");
    assert_eq!(refused(FIELDS, "string", "b ?? \"x\""), ["M0342 4:7"]);
    assert_eq!(refused(FIELDS, "string", "a ?? 1"), ["M0326 4:12"]);
    assert_eq!(refused(FIELDS, "string", "a ?? skip \"no\""), ["M0420 4:12"]);
}

#[test]
fn try_makes_optional() {
    assert_eq!(value(FIELDS, "int?", "try b.to_int()"), "try to_int(_0.1)");
    assert_eq!(value(FIELDS, "int", "try b.to_int() ?? 2"), "(try to_int(_0.1) ? _1 => _1 : 2)");
    assert_eq!(value(FIELDS, "int?", "try a.to_int()"), "try (_0.0 ? _1 => some(to_int(_1)) : absent)");
}

#[test]
fn a_test_narrows_the_path_and_all_on_the_way_to_it() {
    let test = "present((_0.3 ? _1 => _1.1 : absent))";
    let expr = "if r.q is present then r.q.z else 0";
    assert_eq!(value(FIELDS, "int", expr), format!("if {test} then _0.3!.1!.0 else 0"));
    let expr = "if r.q is present and r.q.z > 1 then 1 else 0";
    assert_eq!(value(FIELDS, "int", expr), format!("if ({test} and (_0.3!.1!.0 Greater 1)) then 1 else 0"));
    let expr = "if n is absent or n < 1 then 0 else n";
    assert_eq!(value(FIELDS, "int", expr), "if (not present(_0.2) or (_0.2! Less 1)) then 0 else _0.2!");
    assert_eq!(
        value(FIELDS, "string", "if not (a is absent) then a else b"),
        "if not not present(_0.0) then _0.0! else _0.1"
    );
}

#[test]
fn a_test_narrows_nothing_where_it_does_not_hold() {
    assert_eq!(refused(FIELDS, "string", "if a is present or b == \"\" then a else b"), ["M0341 4:7"]);
    assert_eq!(refused(FIELDS, "string", "if a is present then b else a"), ["M0341 4:7"]);
    let checked = map(FIELDS, "x: string, y: string", "x = if a is present then a else b\ny = a");
    assert_eq!(checked.codes(), ["M0341 5:5"]);
}

#[test]
fn asking_about_what_is_always_there_is_refused() {
    assert_eq!(refused(FIELDS, "bool", "b is absent"), ["M0342 4:7"]);
    assert_eq!(value(FIELDS, "bool", "a is present and a is present"), "(present(_0.0) and true)");
}
