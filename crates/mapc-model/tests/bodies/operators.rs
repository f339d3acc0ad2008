//! Comparison, arithmetic, `in`, conditions.

use super::support::{refused, value};

const FIELDS: &str =
    "n: int, d: decimal, f: float, s: string, o: string?, k: bool, e: \"a\" | \"b\", l: [int], t: timestamp, day: date";

#[test]
fn comparison_is_of_one_type() {
    assert_eq!(value(FIELDS, "bool", "n == d"), "(IntToDecimal(_0.0) Equal _0.1)");
    assert_eq!(value(FIELDS, "bool", "\"a\" == e"), "(e0.0 Equal _0.6)");
    assert_eq!(value(FIELDS, "bool", "s == o"), "(some(_0.3) Equal _0.4)");
    assert_eq!(value(FIELDS, "bool", "e == s"), "(EnumToStr(EnumId(0))(_0.6) Equal _0.3)");
    assert_eq!(refused(FIELDS, "bool", "s == 1"), ["M0331 4:12"]);
    assert_eq!(refused(FIELDS, "bool", "t < day"), ["M0331 4:11"]);
    assert_eq!(refused(FIELDS, "bool", "n == f"), ["M0331 4:12"]);
    assert_eq!(refused(FIELDS, "bool", "e == \"c\""), ["M0205 4:12"]);
    assert_eq!(refused(FIELDS, "bool", "k < true"), ["M0332 4:7"]);
    assert_eq!(value(FIELDS, "bool", "l == [1, n]"), "(_0.7 Equal [1, _0.0])");
    assert_eq!(refused(FIELDS, "bool", "l < l"), ["M0332 4:7"]);
    assert_eq!(refused("r: { a: int }", "bool", "r == r"), ["M0332 4:7"]);
    assert_eq!(refused(FIELDS, "bool", "o < s"), ["M0340 4:7"]);
}

#[test]
fn membership() {
    assert_eq!(
        value(FIELDS, "bool", "e in [\"a\", \"b\", \"a\"]"),
        "switch _0.6 { e0.0 | e0.1 => true, else => false }"
    );
    assert_eq!(
        value(FIELDS, "bool", "o in [\"x\"]"),
        "(_0.4 ? _1 => switch _1 { \"x\" => true, else => false } : false)"
    );
    assert_eq!(value(FIELDS, "bool", "n in l"), "contains(_0.7, _0.0)");
    assert_eq!(refused(FIELDS, "bool", "s in l"), ["M0331 4:12"]);
    assert_eq!(refused(FIELDS, "bool", "n in s"), ["M0333 4:12"]);
}

#[test]
fn arithmetic_is_over_two_of_one_type_and_ints_divide_as_decimals() {
    assert_eq!(value(FIELDS, "int", "n * 2 + 1"), "((_0.0 Multiply 2) Add 1)");
    assert_eq!(value(FIELDS, "decimal", "n + d"), "(IntToDecimal(_0.0) Add _0.1)");
    assert_eq!(value(FIELDS, "decimal", "n / 2"), "(IntToDecimal(_0.0) Divide 2d)");
    assert_eq!(value(FIELDS, "int", "-n % 2"), "(-_0.0 Remainder 2)");
    assert_eq!(refused(FIELDS, "decimal", "d + f"), ["M0329 4:11"]);
    assert_eq!(refused(FIELDS, "string", "s + s"), ["M0329 4:7"]);
    assert_eq!(refused(FIELDS, "int", "n / 2"), ["M0321 4:7"]);
}

#[test]
fn nothing_but_a_bool_is_a_condition() {
    for (expr, place) in [("if n then 1 else 2", 10), ("if o then 1 else 2", 10)] {
        assert_eq!(refused(FIELDS, "int", expr), [format!("M0330 4:{place}")]);
    }
    assert_eq!(refused(FIELDS, "bool", "k and s"), ["M0330 4:13"]);
    assert_eq!(refused(FIELDS, "bool", "not n"), ["M0330 4:11"]);
}

#[test]
fn branches_agree() {
    assert_eq!(value(FIELDS, "decimal", "if k then n else d"), "if _0.5 then IntToDecimal(_0.0) else _0.1");
    assert_eq!(value(FIELDS, "string?", "if k then s else absent"), "if _0.5 then some(_0.3) else absent");
    assert_eq!(value(FIELDS, "string", "if k then s else reject \"no\""), "if _0.5 then _0.3 else reject R0401 \"no\"");
    assert_eq!(refused(FIELDS, "string", "if k then s else n"), ["M0326 4:24"]);
}
