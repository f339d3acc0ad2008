//! `match`.

use super::support::{refused, value};

const FIELDS: &str = "e: \"a\" | \"b\" | \"c\", o: string?, k: bool, n: int, r: { p: int }?, d: date";

#[test]
fn the_last_arm_of_all_values_needs_no_test() {
    let expr = "match e { \"a\" => 1, \"b\", \"c\" => 2 }";
    assert_eq!(value(FIELDS, "int", expr), "switch _0.0 { e0.0 => 1, else => 2 }");
    assert_eq!(value(FIELDS, "int", "match k { true => 1, false => 0 }"), "switch _0.2 { true => 1, else => 0 }");
    assert_eq!(value(FIELDS, "int", "match n { 1, 2 => 3, else => n }"), "switch _0.3 { 1 | 2 => 3, else => _0.3 }");
}

#[test]
fn optional_values_are_taken_apart() {
    assert_eq!(value(FIELDS, "string", "match o { some x => x, absent => \"\" }"), "(_0.1 ? _1 => _1 : \"\")");
    assert_eq!(value(FIELDS, "int", "match r { absent => 0, some x => x.p }"), "(_0.4 ? _1 => _1.0 : 0)");
    let expr = "match o { \"x\" => \"1\", some y => y, absent => \"\" }";
    assert_eq!(value(FIELDS, "string", expr), "(_0.1 ? _1 => switch _1 { \"x\" => \"1\", else => _1 } : \"\")");
    let expr = "match o { \"x\" => o, absent => \"\", else => \"e\" }";
    assert_eq!(value(FIELDS, "string", expr), "(_0.1 ? _1 => switch _1 { \"x\" => _0.1!, else => \"e\" } : \"\")");
}

#[test]
fn an_arm_for_absent_and_values_stands_once() {
    let expr = "match o { \"x\" => 1, else => n }";
    let chosen = "switch (_0.1 ? _1 => switch _1 { \"x\" => 0, else => 1 } : 1) { 0 => 1, else => _0.3 }";
    assert_eq!(value(FIELDS, "int", expr), chosen);
    let expr = "match o { \"x\" => 1, \"y\", absent => 2, else => n }";
    let chosen =
        "switch (_0.1 ? _1 => switch _1 { \"x\" => 0, \"y\" => 1, else => 2 } : 1) { 0 => 1, 1 => 2, else => _0.3 }";
    assert_eq!(value(FIELDS, "int", expr), chosen);
    assert_eq!(refused(FIELDS, "int", "match o { \"x\", absent => 1, some x => 2 }"), ["M0424 4:22"]);
}

#[test]
fn every_case_is_covered_once() {
    assert_eq!(refused(FIELDS, "int", "match e { \"a\" => 1, \"b\" => 2 }"), ["M0425 4:7"]);
    assert_eq!(refused(FIELDS, "int", "match n { 1 => 1 }"), ["M0425 4:7"]);
    assert_eq!(refused(FIELDS, "int", "match o { some x => 1 }"), ["M0425 4:7"]);
    assert_eq!(refused(FIELDS, "int", "match k { true => 1, false => 2, else => 3 }"), ["M0422 4:40"]);
    assert_eq!(refused(FIELDS, "int", "match n { 1 => 1, 1 => 2, else => 3 }"), ["M0422 4:25"]);
    assert_eq!(refused(FIELDS, "int", "match n { else => 1, 2 => 2 }"), ["M0422 4:28"]);
}

#[test]
fn patterns_are_of_the_type_of_the_value() {
    assert_eq!(refused(FIELDS, "int", "match n { \"1\" => 1, else => 2 }"), ["M0423 4:17"]);
    assert_eq!(refused(FIELDS, "int", "match n { absent => 1, else => 2 }"), ["M0423 4:17"]);
    assert_eq!(refused(FIELDS, "int", "match e { \"d\" => 1, else => 2 }"), ["M0205 4:17"]);
    assert_eq!(refused(FIELDS, "int", "match d { else => 2 }"), ["M0421 4:13"]);
    assert_eq!(refused(FIELDS, "int", "match o { some x, absent => 1 }"), ["M0424 4:17"]);
    assert_eq!(refused(FIELDS, "int", "match (k, k) { else => 2 }"), ["M0930 4:13"]);
}

#[test]
fn arms_agree() {
    assert_eq!(
        value(FIELDS, "decimal", "match k { true => 1.5, false => n }"),
        "switch _0.2 { true => 1.5d, else => IntToDecimal(_0.3) }"
    );
    assert_eq!(refused(FIELDS, "int", "match k { true => 1, false => \"2\" }"), ["M0326 4:37"]);
}
