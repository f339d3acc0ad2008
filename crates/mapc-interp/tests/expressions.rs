//! Failures on their way: `try`, `let`, calls, tables, invariants; and what they point to.

mod common;

use common::{Package, run, run_as};
use mapc_runtime::csv::{Dialect, Row};
use mapc_runtime::{Format, Input, Route as _};

#[test]
fn try_makes_a_failure_absent_and_leaves_a_notice() {
    let program = Package::new(
        r#"
        record In { a: string, b: try int? }
        entity Out { a: int?, b: int? }
        map In -> Out { a = try a.to_int(), b = b }
        "#,
    )
    .program("In -> Out");
    let ran = run(&program, r#"{"a": "x", "b": "y"}"#);
    assert_eq!(ran.told(), "written {}");
    let notices: Vec<_> = ran.notices.iter().map(|it| (&*it.code, &*it.pointer)).collect();
    assert_eq!(notices[0], ("R0201", "/b"));
    assert_eq!(notices[1].1, "/a");
    assert_eq!(run(&program, r#"{"a": "1", "b": 2}"#).told(), r#"written {"a":1,"b":2}"#);
}

#[test]
fn a_let_fails_once_for_all_its_readers_and_no_try_catches_it() {
    let program = Package::new(
        r#"
        record In { a: string, b: string }
        entity Out { key a: int, b: int, c: int?, d: int }
        map In -> Out {
          let n = a.to_int()
          a = n
          b = n + 1
          c = try n
          d = b.to_int()
        }
        "#,
    )
    .program("In -> Out");
    let rejected = run(&program, r#"{"a": "x", "b": "y"}"#).told();
    let code = rejected.strip_prefix("rejected ").unwrap().split(' ').next().unwrap().to_owned();
    assert_eq!(rejected, format!("rejected {code} /a, {code} /b d"));
    assert_eq!(run(&program, r#"{"a": "1", "b": "5"}"#).told(), r#"written {"a":1,"b":2,"c":1,"d":5}"#);
}

#[test]
fn pointers_inside_functions_and_maps_continue_those_of_their_calls() {
    let program = Package::new(
        r#"
        fn count(text: string) -> int = text.trim().to_int()
        record In { lines: [{ count: string, place: Spot? }] }
        record Spot { zip: string }
        entity Place { zip: int(1..) }
        entity Out { lines: [{ count: int, place: Place? }] }
        map Spot -> Place { zip = count(zip) }
        map In -> Out {
          lines = for line in lines { count = count(line.count), place = line.place via Place }
        }
        "#,
    )
    .program("In -> Out");
    let told = |input: &str| run(&program, input).told();
    assert_eq!(
        told(r#"{"lines": [{"count": " 4 ", "place": {"zip": "7"}}, {"count": "1"}]}"#),
        r#"written {"lines":[{"count":4,"place":{"zip":7}},{"count":1}]}"#
    );
    let rejected = told(
        r#"{"lines": [{"count": "1"}, {"count": "x", "place": {"zip": "y"}}, {"count": "1", "place": {"zip": "0"}}]}"#,
    );
    let places: Vec<_> =
        rejected.strip_prefix("rejected ").unwrap().split(", ").map(|it| it.split_once(' ').unwrap().1).collect();
    assert_eq!(places[0].split(' ').next(), Some("/lines/1/count"));
    assert_eq!(places[1].split(' ').next(), Some("/lines/1/place/zip"));
    assert_eq!(places[2], "/lines/2/place/zip zip");
}

#[test]
fn tables_look_up_in_both_directions_or_reject() {
    let package = Package::new(
        r#"
        enum Stage { open, won "WON" }
        table Stages: string -> Stage { "o" <-> .open, "w" <-> .won, "victory" -> .won }
        table Kinds: string -> string { "a" -> "A", else same }
        entity Deal { key stage: Stage, kind: string }
        system s {
          record In { stage: string, kind: string }
          record Back { stage: string }
        }
        map s.In -> Deal { stage = stage via Stages, kind = kind via Kinds }
        map Deal -> s.Back {
          stage = stage via Stages
          ignore kind because "of no interest"
        }
        "#,
    );
    let there = package.program("s.In -> Deal");
    assert_eq!(run(&there, r#"{"stage": "victory", "kind": "a"}"#).told(), r#"written {"stage":"WON","kind":"A"}"#);
    assert_eq!(run(&there, r#"{"stage": "x", "kind": "b"}"#).told(), "rejected R0303 /stage stage");
    let back = package.program("s.In -> Deal -> s.Back");
    assert_eq!(run(&back, r#"{"stage": "victory", "kind": "b"}"#).told(), r#"written {"stage":"w"}"#);
}

#[test]
fn invariants_hold_for_records_read_and_records_built_at_every_depth() {
    let program = Package::new(
        r#"
        record In {
          a: int
          lines: [Line]
          check a > 0 else "a" at a
        }
        record Line {
          from: int
          to: int
          check from <= to else "from" at to
        }
        entity Out { a: int, ranges: [Range] }
        record Range {
          low: int
          high: int
          check high - low < 10 else "wide" at high
          check low != 5 else "five" at low
        }
        map In -> Out { a = a, ranges = for line in lines { low = line.from, high = line.to } }
        "#,
    )
    .program("In -> Out");
    let told = |input: &str| run(&program, input).told();
    assert_eq!(
        told(r#"{"a": 1, "lines": [{"from": 1, "to": 2}]}"#),
        r#"written {"a":1,"ranges":[{"low":1,"high":2}]}"#
    );
    assert_eq!(
        told(r#"{"a": 0, "lines": [{"from": 1, "to": 2}, {"from": 2, "to": 1}]}"#),
        "rejected R0302 /lines/1/to to"
    );
    assert_eq!(told(r#"{"a": 0, "lines": []}"#), "rejected R0302 /a a");
    assert_eq!(
        told(r#"{"a": 1, "lines": [{"from": 1, "to": 2}, {"from": 5, "to": 15}]}"#),
        "rejected R0302 /lines/1/to ranges.high, R0302 /lines/1/from ranges.low"
    );
}

#[test]
fn invariants_hold_in_trees() {
    let program = Package::new(
        r#"
        record Tree {
          n: int
          left: Tree?
          rest: [Tree]
          check n > 0 else "n" at n
        }
        record In { tree: Tree }
        entity Out { n: int }
        map In -> Out { n = tree.n, ignore tree.left, tree.rest because "of no interest" }
        "#,
    )
    .program("In -> Out");
    let told = |input: &str| run(&program, input).told();
    assert_eq!(
        told(r#"{"tree": {"n": 3, "left": {"n": 1, "rest": []}, "rest": [{"n": 2, "rest": []}]}}"#),
        r#"written {"n":3}"#
    );
    assert_eq!(
        told(
            r#"{"tree": {"n": 3, "left": {"n": 0, "rest": []}, "rest": [{"n": 1, "rest": []}, {"n": -1, "rest": []}]}}"#
        ),
        "rejected R0302 /tree/left/n n, R0302 /tree/rest/1/n n"
    );
}

#[test]
fn second_stages_point_through_the_first_and_catch_nothing_of_it() {
    let package = Package::new(
        r#"
        system a { record In { deep: { zip: string, city: string? }, list: [{ n: string }], n: string } }
        entity E { place: { code: string, town: string? }, items: [{ text: string }], n: int }
        system b { record Out { code: int?, town: int, items: [int], first: int, n: int? } }
        map a.In -> E {
          place = with deep as d { code = d.zip, town = d.city }
          items = for it in list { text = it.n }
          n = n.to_int()
        }
        map E -> b.Out {
          code = try place.code.to_int()
          town = (place.town ?? "0").to_int()
          items = for item in items => item.text.to_int()
          first = (items.first() ?? reject "there is none").text.to_int()
          n = try n
        }
        "#,
    );
    let program = package.program("a.In -> E -> b.Out");
    let told = |input: &str| run(&program, input).told();
    assert_eq!(
        told(r#"{"deep": {"zip": "x"}, "list": [{"n": "1"}], "n": "2"}"#),
        r#"written {"town":0,"items":[1],"first":1,"n":2}"#
    );
    // Stage 1 fails: stage 2 does not run, and its `try` does not help.
    let rejected = told(r#"{"deep": {"zip": "x", "city": "y"}, "list": [{"n": "z"}], "n": "w"}"#);
    assert!(rejected.ends_with(" /n n") && !rejected.contains(','), "{rejected}");
    let rejected = told(r#"{"deep": {"zip": "x", "city": "y"}, "list": [{"n": "1"}, {"n": "z"}], "n": "1"}"#);
    let places: Vec<_> =
        rejected.strip_prefix("rejected ").unwrap().split(", ").map(|it| it.split_once(' ').unwrap().1).collect();
    assert_eq!(places, ["/deep/city town", "/list/1/n items"]);
    assert_eq!(told(r#"{"deep": {"zip": "x"}, "list": [], "n": "1"}"#), "rejected R0401 /list first");
}

#[test]
fn positions_in_lists_in_lists_are_those_of_the_source() {
    let package = Package::new(
        r#"
        system a { record In { tag: string, boxes: [{ items: [Item], label: string }] } }
        record Item { n: string, tag: string? }
        entity E { tag: string, groups: [{ name: string, parts: [Part] }] }
        record Part { text: string, group: string, tag: string }
        entity Piece { n: int, group: int }
        system b { record Out { pieces: [[Piece]] } }
        map a.In -> E {
          tag = tag
          groups = for box in boxes {
            name = box.label
            parts = for item in box.items { text = item.n, group = box.label, tag = item.tag ?? "-" }
          }
        }
        map Part -> Piece {
          reject bad_tag when tag == "bad" "a bad tag"
          n = text.to_int()
          group = group.to_int()
        }
        map E -> b.Out {
          skip when tag == "skip" because "asked for"
          pieces = for group in groups => for part in group.parts => part via Piece
          ignore tag, groups.name because "of no interest"
        }
        "#,
    );
    let program = package.program("a.In -> E -> b.Out");
    let input = |tag: &str, n: &str, label: &str, item: &str| {
        format!(
            r#"{{"tag": "{tag}", "boxes": [{{"label": "1", "items": []}},
               {{"label": "{label}", "items": [{{"n": "1"}}, {{"n": "{n}", "tag": "{item}"}}]}}]}}"#
        )
    };
    let told = |input: String| run(&program, &input).told();
    assert_eq!(told(input("x", "2", "3", "y")), r#"written {"pieces":[[],[{"n":1,"group":3},{"n":2,"group":3}]]}"#);
    assert_eq!(told(input("skip", "y", "z", "bad")), "skipped asked for");
    assert_eq!(told(input("x", "2", "3", "bad")), "rejected bad_tag /boxes/1/items/1/tag");
    let rejected = told(input("x", "n", "3", "y"));
    assert!(rejected.ends_with(" /boxes/1/items/1/n n") && !rejected.contains(','), "{rejected}");
    // The label stands outside the item; the pointer is that of the item whose problem it is.
    let rejected = told(input("x", "1", "n", "y"));
    let pointers: Vec<_> =
        rejected.split(", ").map(|it| it.trim_start_matches("rejected ").split_once(' ').unwrap().1).collect();
    assert_eq!(pointers, ["/boxes/1/items/0 group", "/boxes/1/items/1 group"]);
}

#[test]
fn rows_are_read_and_written() {
    let package = Package::new(
        r#"
        system s (format = csv(separator = ";", decimal = ","), blank = absent) {
          record In { `Full name`: string, amount: decimal?, tags: [string] as split("|") = [], active: bool as "Y" / "N" }
          record Out { name: string, amount: decimal(12, 2)?, tags: [string] as split("|") = [], active: bool as "Y" / "N" }
        }
        entity E { key name: string, amount: decimal?, tags: [string], active: bool }
        map s.In -> E { name = `Full name`, amount = amount, tags = tags, active = active }
        map E -> s.Out { name = name, amount = amount, tags = tags, active = active }
        "#,
    );
    let program = package.program("s.In -> E -> s.Out");
    let dialect = Dialect { separator: b';', quote: b'"', decimal_mark: b',' };
    let row = |cells: [&str; 4]| Row::of(["Full name", "amount", "tags", "active"].into_iter().zip(cells), dialect);
    let told = |cells: [&str; 4]| run_as(&program, Input::Row(&row(cells)), Format::Csv).told();
    assert_eq!(told(["Ada; L", "1,5", "a|b", "Y"]), "written \"Ada; L\";1,50;a|b;Y");
    assert_eq!(told(["x", " ", "", "N"]), "written x;;;N");
    assert_eq!(told(["", "1.5", "", "J"]), "rejected R0202 /Full name, R0201 /amount, R0201 /active");
    assert_eq!(told(["x", "1,555", "", "N"]), "rejected R0301 /amount amount");
    let mut header = Vec::new();
    program.csv_header(&mut header);
    assert_eq!(String::from_utf8(header).unwrap(), "name;amount;tags;active");
}
