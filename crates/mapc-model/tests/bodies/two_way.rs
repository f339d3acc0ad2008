//! Two-way maps.

use super::support::{Checked, check};

fn program(left: &str, right: &str, body: &str) -> Checked {
    let tables = "enum St { a, b }\ntable T: St -> string { .a <-> \"A\", .b <-> \"B\", .b <- \"X\" }\ntable U: string -> string { \"x\" <-> \"y\" }\ntable W: string -> St { \"A\" -> .a, else .b }\ntable V: string -> St { \"A\" <-> .a, \"B\" <-> .b, else .b }";
    check(&format!(
        "{tables}\nentity E {{ {left} }}\nsystem s {{ record R {{ {right} }} }}\nmap E <-> s.R {{\n{body}\n}}"
    ))
}

fn both(checked: &Checked, position: usize) -> [String; 2] {
    ["E -> s.R", "s.R -> E"].map(|map| checked.field(map, position))
}

#[test]
fn one_line_makes_two() {
    let checked = program("a: string, b: int?", "c: { d: string, e: int? }", "a <-> c.d, b <-> c.e").clean();
    assert_eq!(checked.field("E -> s.R", 0), "{_0.0, _0.1}");
    assert_eq!([checked.field("s.R -> E", 0), checked.field("s.R -> E", 1)], ["_0.0.0", "_0.0.1"]);
}

#[test]
fn nested_lines_go_over_records_and_lists() {
    let record = "p: { n: string, c: string? }?";
    let checked = program(record, "q: { m: string, t: string? }?", "p <-> q { n <-> m, c <-> t }").clean();
    let there = "(_0.0 ? _1 => some({_1.0, _1.1}) : absent)";
    assert_eq!(both(&checked, 0), [there, there]);
    let checked =
        program("l: [{ n: string }]", "m: [{ k: string, c: string }]", "l <-> m { n <-> k, \"x\" -> c }").clean();
    assert_eq!(both(&checked, 0), ["for _1 in _0.0 => {_1.0, \"x\"}", "for _1 in _0.0 => {_1.0}"]);
}

#[test]
fn tables_are_taken_in_the_direction_of_the_types() {
    let checked = program("s: St, u: string", "s: string, u: string", "s <-> s via T, u <-> u via U").clean();
    assert_eq!(both(&checked, 0), ["t0(_0.0)", "t1(_0.0)"]);
    // Both columns are texts: `q via U` is read from the left column to the right.
    assert_eq!(both(&checked, 1), ["t3(_0.1)", "t2(_0.1)"]);
}

#[test]
fn tables_that_cannot_go_back_are_refused() {
    assert_eq!(program("s: St", "s: string", "s <-> s via W").codes(), ["M0528 9:13"]);
    assert_eq!(program("s: string", "s: St", "s <-> s via V").codes(), ["M0529 9:13"]);
    assert_eq!(program("s: int", "s: string", "s <-> s via T").codes(), ["M0525 9:13"]);
}

#[test]
fn one_way_lines_and_sides_of_their_own() {
    let body = "a <-> a\nb <- a.upper()\n\"mapc\" -> c\nleft only l because \"x\"\nright only r because \"y\"";
    let checked = program("a: string, b: string, l: string?", "a: string, c: string, r: int?", body).clean();
    let right: Vec<String> = (0..3).map(|at| checked.field("E -> s.R", at)).collect();
    let left: Vec<String> = (0..3).map(|at| checked.field("s.R -> E", at)).collect();
    assert_eq!(right, ["_0.0", "\"mapc\"", "absent"]);
    assert_eq!(left, ["_0.0", "upper(_0.0)", "absent"]);
    assert!(checked.found.iter().all(|one| !one.contains("`c`") && !one.contains("`b`")), "{:?}", checked.found);
}

#[test]
fn what_cannot_be_taken_back_is_one_mistake() {
    assert_eq!(program("a: string", "a: string", "a <-> a.lower()").codes(), ["M0520 9:7"]);
    assert_eq!(program("a: int", "a: string", "a <-> a").codes(), ["M0525 9:1"]);
    assert_eq!(program("a: int", "a: decimal", "a <-> a").codes(), ["M0525 9:1"]);
    assert_eq!(
        program("a: string, name: string", "a: string, b: string", "a <-> a, nmae <-> b").codes(),
        ["M0221 9:10"]
    );
}

#[test]
fn what_may_be_absent_needs_a_place_that_may() {
    assert_eq!(program("a: string?", "a: string", "a <-> a").codes(), ["M0526 9:7"]);
    assert_eq!(program("a: string", "a: string?", "a <-> a").codes(), ["M0526 9:1"]);
    assert_eq!(program("a: string", "r: { a: string }?", "a <-> r.a").codes(), ["M0526 9:1"]);
    let checked = program("a: string = \"d\"", "a: string?", "a <-> a").clean();
    assert_eq!(both(&checked, 0), ["some(_0.0)", "(_0.0 ? _1 => _1 : \"d\")"]);
}

#[test]
fn both_directions_are_complete() {
    let body = "a <-> a";
    assert_eq!(program("a: string, b: string?", "a: string, c: string?", body).codes(), ["M0428 8:5", "M0428 8:5"]);
}

#[test]
fn lines_without_a_direction_are_refused() {
    assert_eq!(program("a: string", "a: string", "a <-> a\nlet x = 1").codes(), ["M0521 10:1"]);
    assert_eq!(program("a: string, b: string", "a: string", "a <-> a, b = a").codes(), ["M0521 9:10"]);
    let one_way = "system s { record In { a: string } }\nentity E { a: string }\nmap s.In -> E { a <-> a }";
    assert_eq!(check(one_way).codes(), ["M0522 3:17"]);
}
