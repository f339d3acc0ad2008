//! Calls of the library: overloads, type variables, lambdas, arguments that are literals.

use super::support::{refused, value};

const FIELDS: &str = "s: string, o: string?, n: int, l: [{ v: int?, q: int, p: decimal, on: bool }], t: [string], d: date, m: map<string, int>";

#[test]
fn the_first_overload_that_fits_is_meant() {
    assert_eq!(value(FIELDS, "int", "t.count()"), "count(_0.4)");
    assert_eq!(value(FIELDS, "int", "t.count(x => x == s)"), "count(_0.4, _1 => (_1 Equal _0.0))");
    assert_eq!(value(FIELDS, "string", "s.replace(\"a\", \"b\")"), "replace(_0.0, \"a\", \"b\")");
    assert_eq!(value(FIELDS, "string", "s.replace(r\"a+\", \"b\")"), "replace(_0.0, r\"a+\", \"b\")");
}

#[test]
fn what_a_lambda_gives_chooses_among_overloads() {
    assert_eq!(value(FIELDS, "int", "l.sum(x => x.q)"), "sum(_0.3, _1 => _1.1)");
    assert_eq!(
        value(FIELDS, "decimal", "l.sum(x => x.q * x.p)"),
        "sum(_0.3, _1 => (IntToDecimal(_1.1) Multiply _1.2))"
    );
    assert_eq!(refused(FIELDS, "int", "l.sum(x => x.v)"), ["M0340 4:18"]);
    assert_eq!(refused(FIELDS, "int", "l.sum(x => x.w)"), ["M0221 4:20"]);
}

#[test]
fn type_variables_carry_through() {
    assert_eq!(value(FIELDS, "int?", "l.map(x => x.v).present().max()"), "max(present(map(_0.3, _1 => _1.0)))");
    assert_eq!(value(FIELDS, "decimal", "l.map(x => 1.5).sum()"), "sum(map(_0.3, _1 => 1.5d))");
    assert_eq!(
        value(FIELDS, "bool?", "l.sort_by(x => x.p)[0].on"),
        "(at(sort_by(_0.3, _1 => _1.2), 0) ? _2 => some(_2.3) : absent)"
    );
    assert_eq!(refused(FIELDS, "bool?", "l.sort_by(x => x.on)[0].on"), ["M0357 4:7"]);
}

#[test]
fn lambdas_take_pairs_apart() {
    let made = "map(entries(_0.6), _1 => concat(_1.0, to_string(_1.1)))";
    assert_eq!(value(FIELDS, "[string]", "m.entries().map((k, v) => \"{k}{v}\")"), made);
    assert_eq!(refused(FIELDS, "[string]", "t.map((a, b) => a)"), ["M0354 4:13"]);
}

#[test]
fn arguments_that_do_not_fit_say_where() {
    assert_eq!(refused(FIELDS, "string", "s.trim(1)"), ["M0350 4:7"]);
    assert_eq!(refused(FIELDS, "string", "n.trim()"), ["M0351 4:9"]);
    assert_eq!(refused(FIELDS, "string", "s.pad_start(\"x\", \"0\")"), ["M0321 4:19"]);
    assert_eq!(refused(FIELDS, "string", "s.pad_start(3, x => x)"), ["M0352 4:22"]);
    assert_eq!(refused(FIELDS, "[string]", "t.map(s)"), ["M0353 4:13"]);
    assert_eq!(refused(FIELDS, "bool", "s.matches(s)"), ["M0356 4:17"]);
    assert_eq!(refused(FIELDS, "bool", "s.matches(r\"(\")"), ["M0610 4:17"]);
    assert_eq!(refused(FIELDS, "date", "s.parse_date(\"no\")"), ["M0612 4:20"]);
    assert_eq!(refused(FIELDS, "string", "r\"a\""), ["M0327 4:7"]);
}

#[test]
fn literals_of_patterns_are_handed_over_with_their_purpose() {
    assert_eq!(value(FIELDS, "date", "s.parse_date(\"dd.MM.yyyy\")"), "parse_date(_0.0, Date \"dd.MM.yyyy\")");
}

#[test]
fn the_call_form_does_not_lift() {
    assert_eq!(value(FIELDS, "string", "trim(s)"), "trim(_0.0)");
    assert_eq!(refused(FIELDS, "string?", "trim(o)"), ["M0340 4:12"]);
}
