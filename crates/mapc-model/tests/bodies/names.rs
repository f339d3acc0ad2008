//! Names, paths, `$…`.

use super::support::{map, refused, value};

#[test]
fn locals_come_before_fields_and_loops_end_with_their_body() {
    let fields = "x: int, xs: [{ x: int }]";
    assert_eq!(value(fields, "[int]", "for x in xs => x.x"), "for _1 in _0.1 => _1.0");
    let checked = map(fields, "a: [int], b: int", "a = for y in xs => y.x\nb = y");
    assert_eq!(checked.codes(), ["M0201 5:5"]);
}

#[test]
fn a_bare_name_is_never_a_member() {
    assert_eq!(refused("s: string", "\"won\" | \"lost\"", "won"), ["M0220 4:7"]);
    assert_eq!(value("s: string", "\"won\" | \"lost\"", "\"won\""), "e0.0");
}

#[test]
fn unknown_names_paths_and_targets_have_codes_of_their_own() {
    assert_eq!(refused("s: string", "string", "t"), ["M0201 4:7"]);
    assert_eq!(refused("r: { s: string }", "string", "r.t"), ["M0221 4:9"]);
    assert_eq!(refused("s: string", "string", "s.t"), ["M0320 4:9"]);
    assert_eq!(refused("s: [{ t: string }]", "[string]", "s.t"), ["M0320 4:9"]);
    assert_eq!(refused("s: string", "string", "s.trimm()"), ["M0223 4:9"]);
    assert_eq!(refused("s: string", "string", "Out"), ["M0204 4:7"]);
}

#[test]
fn an_unknown_name_brings_no_further_errors() {
    assert_eq!(refused("s: string", "int", "(t.u.trim() ?? 1) + 1"), ["M0201 4:8"]);
    assert_eq!(refused("s: string", "[int]", "for x in t => x.y + 1"), ["M0201 4:16"]);
    assert_eq!(refused("s: string", "int", "match t { 1 => 2, else => 3 }"), ["M0201 4:13"]);
}

#[test]
fn what_stands_behind_the_dollar() {
    assert_eq!(value("s: string", "string", "$message_id"), "MessageId");
    assert_eq!(value("s: string", "timestamp", "$received_at"), "ReceivedAt");
    assert_eq!(value("s: string, r: { t: string }?", "string?", "$source.r.t"), "(_0.1 ? _1 => some(_1.0) : absent)");
    assert_eq!(refused("s: string", "timestamp", "$now"), ["M0224 4:8"]);
}

#[test]
fn a_name_is_given_once() {
    let checked = map("s: string", "a: string", "let t = s\nlet t = s.trim()\na = t");
    assert_eq!(checked.codes(), ["M0225 5:5"]);
}
