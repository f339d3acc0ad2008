//! User functions and `check` lines.

use super::support::{check, show};

fn around(functions: &str, expr: &str) -> String {
    format!(
        "{functions}\nsystem s {{ record In {{ a: string?, n: int }} }}\nentity Out {{ out: string }}\nmap s.In -> Out {{ out = {expr} }}"
    )
}

#[test]
fn functions_are_called_both_ways_and_by_name() {
    let f = "fn f(a: string?, n: decimal) -> string = { let x = a ?? \"q\"\n \"{x}{n}\" }";
    for expr in ["f(a, n)", "a.f(n)", "f(n: n, a: a)"] {
        let checked = check(&around(f, expr)).clean();
        assert_eq!(checked.field("s.In -> Out", 0), "f0(_0.0, IntToDecimal(_0.1))", "{expr}");
        assert_eq!(checked.lets("f"), ["_3 = (_0 ? _2 => _2 : \"q\")"]);
        assert_eq!(show(&checked.function("f").body), "concat(_3, to_string(_1))");
    }
}

#[test]
fn a_receiver_lifts_unless_the_function_takes_what_is_absent() {
    let f = "fn f(a: string) -> string = a.trim()";
    let checked = check(&around(f, "a.f() ?? \"\"")).clean();
    assert_eq!(checked.field("s.In -> Out", 0), "((_0.0 ? _1 => some(f0(_1)) : absent) ? _2 => _2 : \"\")");
    assert_eq!(check(&around(f, "f(a)")).codes(), ["M0340 4:27"]);
    assert_eq!(check(&around(f, "f(\"x\", \"y\")")).codes(), ["M0350 4:25"]);
}

#[test]
fn no_function_leads_back_to_itself() {
    let f = "fn f(n: int) -> string = g(n)\nfn g(n: int) -> string = if n > 0 then f(n - 1) else \"\"";
    assert_eq!(check(&around(f, "f(n)")).codes(), ["M0435 1:26", "M0435 2:40"]);
}

#[test]
fn results_fit() {
    assert_eq!(check(&around("fn f(n: int) -> string = n", "f(n)")).codes(), ["M0321 1:26"]);
    assert_eq!(check(&around("fn f(n: int?) -> string = { let x = n\n x }", "f(n)")).codes(), ["M0340 2:2"]);
}

#[test]
fn checks_read_fields_as_locals() {
    let text = "entity Sum { total: decimal, parts: [{ n: int }], most: int?\n check total == parts.sum(p => p.n) else \"off\" at total\n check most is absent or most > 3 }";
    let checked = check(text).clean();
    let checks: Vec<_> = checked.model.records.iter().flat_map(|record| &record.checks).collect();
    assert_eq!(show(&checks[0].condition), "(_0 Equal IntToDecimal(sum(_1, _3 => _3.0)))");
    assert_eq!((checks[0].reason.as_str(), checks[0].at), ("off", Some(0)));
    assert_eq!(show(&checks[1].condition), "(not present(_2) or (_2! Greater 3))");
    let refused = check("entity Sum { total: decimal\n check totl > 0\n check total > 0 at nope }").codes();
    assert_eq!(refused, ["M0201 2:8", "M0221 3:21"]);
}
