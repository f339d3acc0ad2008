//! Literals, conversions and refinements.

use super::support::{refused, value};

#[test]
fn numbers_are_what_is_expected_of_them() {
    assert_eq!(value("n: int", "int", "1"), "1");
    assert_eq!(value("n: int", "decimal", "1"), "1d");
    assert_eq!(value("n: int", "float", "-1"), "-1f");
    assert_eq!(value("n: int", "int", "-9223372036854775808"), "-9223372036854775808");
    assert_eq!(refused("n: int", "int", "9223372036854775808"), ["M0325 4:7"]);
    assert_eq!(refused("n: int", "int", "1.5"), ["M0321 4:7"]);
}

#[test]
fn only_ints_widen_and_texts_of_literal_unions_become_strings() {
    assert_eq!(value("n: int", "decimal", "n"), "IntToDecimal(_0.0)");
    assert_eq!(value("n: \"a\" | \"b\"", "string", "n"), "EnumToStr(EnumId(0))(_0.0)");
    assert_eq!(value("n: int", "scalar", "n"), "ToScalar(_0.0)");
    assert_eq!(value("n: [int]", "[decimal]", "n"), "for _1 in _0.0 => IntToDecimal(_1)");
    for (from, to) in [("decimal", "int"), ("int", "float"), ("float", "decimal"), ("int", "string"), ("string", "int")]
    {
        assert_eq!(refused(&format!("n: {from}"), to, "n"), ["M0321 4:7"], "{from} to {to}");
    }
    assert_eq!(refused("n: date", "timestamp", "n"), ["M0321 4:7"]);
}

#[test]
fn only_what_a_type_does_not_ensure_is_tested() {
    assert_eq!(value("s: string", "string(1..5)", "s"), "check(_0.0, 1)");
    assert_eq!(value("s: string(2..4)", "string(1..5)", "s"), "_0.0");
    assert_eq!(value("s: string(..4)", "string(1..5)", "s"), "check(_0.0, 1)");
    assert_eq!(value("s: email", "email", "s"), "_0.0");
    assert_eq!(value("n: int(0..9)", "decimal(0..)", "n"), "IntToDecimal(_0.0)");
    assert_eq!(value("n: decimal", "decimal(5,2)(0..)", "n"), "check(_0.0, 2)");
    assert_eq!(value("s: string?", "email?", "s"), "(_0.0 ? _1 => some(check(_1, 1)) : absent)");
}

#[test]
fn constants_are_tested_at_once_and_take_their_written_form() {
    assert_eq!(value("n: int", "decimal(5,2)", "1.5"), "1.50d");
    assert_eq!(refused("n: int", "decimal(5,2)", "1.555"), ["M0311 4:7"]);
    assert_eq!(refused("n: int", "email", "\"nobody\""), ["M0311 4:7"]);
    assert_eq!(refused("n: int", "[int](1..)", "[]"), ["M0311 4:7"]);
}

#[test]
fn literals_without_a_type_are_refused() {
    for literal in ["absent", "[]", ".won"] {
        let checked = super::support::map("s: string", "out: string", &format!("let x = {literal}\nout = s"));
        assert!(checked.codes()[0].starts_with("M0323 4:"), "{literal}: {:?}", checked.found);
    }
}

#[test]
fn records_of_one_shape_are_copied_field_by_field() {
    let given = "r: { a: int, b: string? }?";
    let copied = "(_0.0 ? _1 => some((let _2 = _1 in {IntToDecimal(_2.0), _2.1})) : absent)";
    assert_eq!(
        value(given, "{ b: string?, a: decimal }?", "r"),
        copied.replace("{IntToDecimal(_2.0), _2.1}", "{_2.1, IntToDecimal(_2.0)}")
    );
    assert_eq!(refused(given, "{ a: int }?", "r"), ["M0321 4:7"]);
}

#[test]
fn templates_write_what_has_one_text() {
    let fields = "s: string, n: int, e: \"a\" | \"b\", l: [int], o: string?";
    assert_eq!(
        value(fields, "string", "\"{s}-{n}{e}\""),
        "concat(_0.0, \"-\", to_string(_0.1), EnumToStr(EnumId(0))(_0.2))"
    );
    assert_eq!(refused(fields, "string", "\"{l}\""), ["M0328 4:9"]);
    assert_eq!(refused(fields, "string", "\"{o}\""), ["M0340 4:9"]);
}
