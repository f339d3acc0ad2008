//! `skip when`, `delete when`, `reject … when`, `let`.

use super::support::{Checked, map};

const SOURCE: &str = "id: string, x: string?, k: bool";

fn program(target: &str, body: &str) -> Checked {
    map(SOURCE, target, body)
}

#[test]
fn heads_narrow_what_follows_them() {
    let checked = program(
        "key id: string, out: string",
        "skip when k because \"k\"\ndelete when x == \"gone\" { id = id }\nreject no_x when x is absent \"no x\"\nlet y = x\nid = id\nout = \"{x}{y}\"",
    );
    let checked = checked.clean();
    let heads =
        ["skip _0.2 k", "delete (_0.1 Equal some(\"gone\")) {0: _0.0}", "reject no_x \"no x\" when not present(_0.1)"];
    assert_eq!(checked.heads("s.In -> Out"), heads);
    assert_eq!(checked.lets("s.In -> Out"), ["_1 = _0.1!"]);
    assert_eq!(checked.field("s.In -> Out", 1), "concat(_0.1!, _1)");
}

#[test]
fn a_condition_that_allows_more_narrows_nothing() {
    let body = "skip when x is absent and k because \"\"\nid = id\nout = x";
    assert_eq!(program("key id: string, out: string", body).codes(), ["M0341 6:7"]);
    let body = "skip when x is absent or k because \"\"\nid = id\nout = x";
    assert_eq!(program("key id: string, out: string", body).clean().field("s.In -> Out", 1), "_0.1!");
}

#[test]
fn heads_may_read_lets_before_them() {
    let checked = program("id: string", "let y = x ?? \"\"\nskip when y == \"\" because \"\"\nid = y").clean();
    assert_eq!(checked.heads("s.In -> Out"), ["skip (_2 Equal \"\") "]);
}

#[test]
fn a_delete_carries_the_key_and_nothing_else() {
    let target = "key a: string, key b: string, c: string";
    let lines = "\na = id, b = id, c = id";
    let codes = |key: &str| program(target, &format!("delete when k {{ {key} }}{lines}")).codes();
    assert_eq!(codes("a = id, b = id"), [""; 0]);
    assert_eq!(codes("a = id"), ["M0427 4:15"]);
    assert_eq!(codes("a = id, b = id, c = id"), ["M0427 4:33"]);
    assert_eq!(program("a: string", "delete when k { a = id }\na = id").codes(), ["M0427 4:15"]);
}

#[test]
fn heads_stand_at_the_top() {
    let checked = program("r: { a: string }", "r = { skip when k because \"\", a = id }");
    assert_eq!(checked.codes(), ["M0426 4:7"]);
}
