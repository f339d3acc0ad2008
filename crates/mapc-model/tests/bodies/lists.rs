//! `for`, `with`, `[0]`, `[].f`, lists.

use mapc_model::core::Expr;

use super::support::{map, refused, value};

const FIELDS: &str = "l: [{ v: int?, s: string, t: [string], u: [string]? }], o: [{ s: string }]?, m: map<string, int>, r: { s: string }?, b: string";

#[test]
fn a_loop_over_an_optional_list_is_optional() {
    assert_eq!(value(FIELDS, "[string]?", "for x in o => x.s"), "(_0.1 ? _1 => some(for _2 in _1 => _2.0) : absent)");
    assert_eq!(refused(FIELDS, "[string]", "for x in o => x.s"), ["M0341 4:7"]);
}

#[test]
fn filters_narrow_and_numbers_count() {
    let expr = "for x in l where x.v is present numbered n => x.v + n";
    assert_eq!(value(FIELDS, "[int]", expr), "for _1 in _0.0 where present(_1.0) numbered _3 => (_1.0! Add _3)");
    assert_eq!(refused(FIELDS, "[int]", "for x in l where x.v => 1"), ["M0330 4:24"]);
}

#[test]
fn elements_are_made_to_fit_one_by_one() {
    assert_eq!(value(FIELDS, "[string(..3)]", "for x in l => x.s"), "for _1 in _0.0 => check(_1.1, 1)");
    assert_eq!(refused(FIELDS, "[int]", "for x in l => x.v"), ["M0340 4:21"]);
    assert_eq!(
        value(FIELDS, "[int]", "for x in l => x.v ?? skip \"no\""),
        "for _1 in _0.0 => (_1.0 ? _3 => _3 : skip \"no\")"
    );
    assert_eq!(refused(FIELDS, "[int]", "for x in b => 1"), ["M0333 4:16"]);
}

#[test]
fn elements_that_fail_may_be_left_out() {
    let expr = "for try x in l => x.s.to_int()";
    let made = "for _1 in _0.0 => (try to_int(_1.1) ? _3 => _3 : skip \"the element failed\")";
    assert_eq!(value(FIELDS, "[int]", expr), made);
}

#[test]
fn entries_and_pairs_have_two_names() {
    assert_eq!(
        value(FIELDS, "[string]", "for (k, v) in m => \"{k}{v}\""),
        "for _1 in entries(_0.2) => concat(_1.0, to_string(_1.1))"
    );
    assert_eq!(refused(FIELDS, "[string]", "for (k, v) in l => k"), ["M0335 4:15"]);
}

#[test]
fn records_in_loops_have_lets_and_paths_of_their_own() {
    let checked =
        map(FIELDS, "x: [{ a: string, b: { c: string } }]", "x = for y in l { let t = y.s.trim()\n a = t\n b.c = t }")
            .clean();
    assert_eq!(checked.field("s.In -> Out", 0), "for _1 in _0.0 => (let _3 = trim(_1.1) in {_3, {_3}})");
    let mut targets = Vec::new();
    checked.function("s.In -> Out").body.parts(|part| targets_of(part, &mut targets));
    assert!(targets.iter().any(|target| target == "x.b.c"), "{targets:?}");
    let checked = map(FIELDS, "x: [{ a: string, b: string }]", "x = for y in l { a = y.s }");
    assert_eq!(checked.codes(), ["M0428 4:16"]);
}

#[test]
fn with_names_a_value_and_lifts() {
    assert_eq!(value(FIELDS, "string?", "with r as x => x.s"), "(_0.3 ? _1 => some(_1.0) : absent)");
    assert_eq!(value(FIELDS, "string", "with b.trim() as x => \"{x}{x}\""), "(let _1 = trim(_0.4) in concat(_1, _1))");
}

#[test]
fn positions_may_be_absent() {
    assert_eq!(value(FIELDS, "string?", "l[0].s"), "(at(_0.0, 0) ? _1 => some(_1.1) : absent)");
    assert_eq!(value(FIELDS, "int?", "m[\"a\"]"), "get(_0.2, \"a\")");
    assert_eq!(refused(FIELDS, "string?", "b[0]"), ["M0333 4:7"]);
}

#[test]
fn projections_flatten_lists_and_keep_gaps() {
    assert_eq!(value(FIELDS, "[int?]", "l[].v"), "for _1 in _0.0 => _1.0");
    assert_eq!(value(FIELDS, "[string]", "l[].t"), "flatten(for _1 in _0.0 => _1.2)");
    assert_eq!(value(FIELDS, "[string]", "l[].u"), "flatten(for _1 in _0.0 => (_1.3 ? _3 => _3 : []))");
    assert_eq!(value(FIELDS, "[string]?", "o[].s"), "(_0.1 ? _1 => some(for _2 in _1 => _2.0) : absent)");
    assert_eq!(refused(FIELDS, "[string]", "l[].w"), ["M0221 4:11"]);
    assert_eq!(refused(FIELDS, "[string]", "l[]"), ["M0334 4:7"]);
}

#[test]
fn elements_of_a_list_agree() {
    assert_eq!(value("n: int, d: decimal", "[decimal]", "[n, d, 1]"), "[IntToDecimal(_0.0), _0.1, 1d]");
    assert_eq!(refused("n: int, s: string", "[string]", "[s, n]"), ["M0321 4:11"]);
}

fn targets_of(expr: &Expr, targets: &mut Vec<String>) {
    targets.push(expr.site.target.to_string());
    expr.parts(|part| targets_of(part, targets));
}
