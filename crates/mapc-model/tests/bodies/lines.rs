//! Lines: nested targets, `when`, `unset`, completeness of the target.

use super::support::{Checked, map};

const SOURCE: &str = "s: string, o: string?, k: bool";

fn program(target: &str, body: &str) -> Checked {
    map(SOURCE, target, body)
}

#[test]
fn paths_into_one_record_make_one_record() {
    let checked = program("n: { a: string, b: { c: string, d: string? } }?", "n.b.c = s\nn.a = s\nn.b.d = o").clean();
    assert_eq!(checked.field("s.In -> Out", 0), "some({_0.0, {_0.0, _0.1}})");
}

#[test]
fn every_field_at_every_depth_is_assigned_once() {
    let target = "a: string?, n: { b: string, c: string? }";
    assert_eq!(program(target, "n.b = s").codes(), ["M0428 4:1", "M0428 3:5"]);
    assert_eq!(program(target, "n = { b = s, c = o }").codes(), ["M0428 3:5"]);
    assert_eq!(program(target, "a = s, a = o, n = { b = s, c = o }").codes(), ["M0429 4:8"]);
    assert_eq!(program(target, "a = s, n.b = s, n = { b = s, c = o }").codes(), ["M0429 4:17"]);
    assert_eq!(program(target, "a = s, n.b = s, n.c = o, a.x = s").codes(), ["M0429 4:26"]);
    assert_eq!(program("a: string", "a.x = s").codes(), ["M0430 4:1"]);
}

#[test]
fn a_misspelt_field_is_one_mistake() {
    assert_eq!(program("email: string, name: string", "emial = s, name = s").codes(), ["M0222 4:1"]);
    assert_eq!(program("email: string, name: string", "other = s, name = s").codes(), ["M0222 4:1", "M0428 3:5"]);
}

#[test]
fn a_line_that_does_not_parse_is_one_mistake() {
    assert_eq!(program("a: string, b: string", "a = s\nb = = s").codes().len(), 1);
}

#[test]
fn unset_takes_the_default_or_absent_with_a_reason() {
    let target = "a: string?, b: int = 3, c: { d: string? }";
    let checked = program(target, "unset a, c.d because \"none\"\nunset b").clean();
    assert_eq!((0..3).map(|at| checked.field("s.In -> Out", at)).collect::<Vec<_>>(), ["absent", "3", "{absent}"]);
    let checked = program(target, "unset others because \"none\"\nc.d = o").clean();
    assert_eq!((0..3).map(|at| checked.field("s.In -> Out", at)).collect::<Vec<_>>(), ["absent", "3", "{_0.1}"]);
    assert_eq!(program("a: string?", "unset a").codes(), ["M0432 4:7"]);
    assert_eq!(program("a: string", "unset a because \"x\"").codes(), ["M0433 4:7"]);
    assert_eq!(program("a: string", "unset others because \"x\"").codes(), ["M0433 4:7"]);
    assert_eq!(program("a: { d: string? }, d: string?", "a.d = s\nunset *.d because \"x\"").codes(), [""; 0]);
}

#[test]
fn when_evaluates_its_condition_once_and_narrows() {
    let target = "a: string, n: { b: string?, c: string }";
    let body = "when o is present { a = o, n.b = o, n.c = o } else { a = s, n.b = absent, n.c = s }";
    let checked = program(target, body).clean();
    assert_eq!(checked.lets("s.In -> Out"), ["_1 = present(_0.1)"]);
    assert_eq!(checked.field("s.In -> Out", 0), "if _1 then _0.1! else _0.0");
    assert_eq!(checked.field("s.In -> Out", 1), "{if _1 then some(_0.1!) else absent, if _1 then _0.1! else _0.0}");
}

#[test]
fn both_sides_of_a_when_fill_the_same_fields() {
    assert_eq!(program("a: string?, b: string", "b = s\nwhen k { a = s } else { b = s }").codes().len(), 2);
    assert_eq!(program("a: string?", "when k { a = s } else { unset a because \"x\" }").codes(), [""; 0]);
    assert_eq!(program("a: string", "when k { a = s }").codes(), ["M0431 4:10"]);
    let checked = program("a: string?, b: int = 3", "when k { a = s, b = 4 }").clean();
    assert_eq!(checked.field("s.In -> Out", 0), "if _1 then some(_0.0) else absent");
    assert_eq!(checked.field("s.In -> Out", 1), "if _1 then 4 else 3");
}

#[test]
fn names_of_a_branch_stay_in_it() {
    let body = "when k { let t = s.trim()\n a = t } else { a = s }\nb = t";
    assert_eq!(program("a: string, b: string", body).codes(), ["M0201 6:5"]);
    let body = "when k { let t = s.trim()\n a = t } else { a = s }";
    let checked = program("a: string", body).clean();
    assert_eq!(checked.lets("s.In -> Out"), ["_1 = _0.2", "_2 = trim(_0.0)"]);
    assert_eq!(checked.field("s.In -> Out", 0), "if _1 then _2 else _0.0");
}
