//! A mistake costs its own line: what is said about it, where, and what is left of the file.

use mapc_diagnostics::{FileId, SourceMap};
use mapc_syntax::ast::{Decl, EntryKind};
use mapc_syntax::{Parsed, parse};

/// `line:column code message` of each diagnostic.
fn found(text: &str) -> Vec<String> {
    let mut sources = SourceMap::default();
    let id = sources.add("t.map", text);
    let diagnostics = parse(id, text).diagnostics;
    let line = |one: &mapc_diagnostics::Diagnostic| {
        let place = sources.place(one.span());
        format!("{} {} {}", place.trim_start_matches("t.map:"), one.code.as_str(), one.message)
    };
    diagnostics.iter().map(line).collect()
}

fn in_map(line: &str) -> Vec<String> {
    found(&format!("map A -> B {{\n  {line}\n  last = here\n}}\n"))
}

#[test]
fn five_mistakes_in_one_file_are_five_diagnostics_at_their_places() {
    let text = "entity Customer {
  key email: email
  first_name string
  company: string
}

system crm {
  record Contact {
    email: string
    name: \"Ada

    company: string
  }
}

map crm.Contact -> Customer {
  email = email.trim(
  first_name first_name
  company = company;
}

test \"x\" { given crm.Contact { } }
";
    assert_eq!(
        found(text),
        [
            "3:14 M0101 expected `:` after `first_name`, found `string`",
            "10:11 M0103 this text has no closing quote",
            "17:21 M0118 this `(` is never closed",
            "18:14 M0101 expected `=` or `<->` after `first_name`, found `first_name`",
            "19:20 M0114 `;` does not separate anything here",
        ]
    );
}

#[test]
fn a_missing_brace_is_placed_by_the_indentation() {
    let text = "map A -> B {
  x = with y as a {
    p = a.p
  z = 1
}

map C -> D {
  q = 1

entity E { key id: string }
";
    let parsed = parse(FileId(0), text);
    assert_eq!(found(text), ["2:19 M0118 this `{` is never closed", "7:12 M0118 this `{` is never closed"]);
    let [a, c, e] = parsed.file.items.as_slice() else { panic!("three declarations") };
    let Decl::Map(a) = &a.decl else { panic!("a map") };
    let targets: Vec<String> = a.body.entries.iter().map(target).collect();
    assert_eq!(targets, ["x", "z"]);
    assert!(matches!(&c.decl, Decl::Map(_)) && matches!(&e.decl, Decl::Entity(_)));
    // The places are those of the file, not of the repaired text: `z` stands in line 4.
    assert_eq!(text.get(a.body.entries[1].span.start as usize..), text.find("z = 1").map(|at| &text[at..]));
}

fn target(entry: &mapc_syntax::ast::Entry) -> String {
    match &entry.kind {
        EntryKind::Assign { target, .. } => target.text(),
        EntryKind::Error => "error".to_owned(),
        _ => "other".to_owned(),
    }
}

#[test]
fn a_missing_opening_brace_and_a_stray_one_are_one_finding_each() {
    assert_eq!(found("entity E\n  a: int\n  b: int\n}\n"), ["1:9 M0119 a `{` is missing"]);
    assert_eq!(found("map A -> B {\n  when c\n    a = 1\n  }\n  b = 2\n}\n"), ["2:9 M0119 a `{` is missing"]);
    assert_eq!(found("entity E { a: int }\n}\n\nentity F { b: int }\n"), ["2:1 M0120 this `}` closes nothing"]);
    assert_eq!(found("map A -> B {\n  a = f(b))\n}\n"), ["2:11 M0120 this `)` closes nothing"]);
}

#[test]
fn layout_decides_only_where_brackets_do_not_balance() {
    let text = "system crm {\nrecord A {\na: int\n}\nmap A -> B {\nx = f(\ny,\nz\n)\n}\n}\n";
    let parsed = parse(FileId(0), text);
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    assert_eq!(parsed.file.items.len(), 1);
}

#[test]
fn a_broken_line_leaves_its_neighbours() {
    let text = "map A -> B { a = 1, b = = 2, c = 3 }";
    let Parsed { file, diagnostics } = parse(FileId(0), text);
    assert_eq!(diagnostics.len(), 1);
    let Decl::Map(map) = &file.items[0].decl else { panic!("a map") };
    assert_eq!(map.body.entries.iter().map(target).collect::<Vec<_>>(), ["a", "error", "c"]);
}

#[test]
fn a_broken_head_leaves_its_body_to_be_read() {
    assert_eq!(
        found("map A => B {\n  a b\n}\n"),
        [
            "1:7 M0114 the two sides of a map are joined by `->` or `<->`",
            "2:5 M0101 expected `=` or `<->` after `a`, found `b`"
        ]
    );
}

#[test]
fn an_unknown_declaration_ends_where_the_next_begins() {
    let text = "entty Foo {\n  a: int\n}\nentity Bar { key a: int }\n";
    assert_eq!(found(text), ["1:1 M0122 no declaration begins with `entty`"]);
    assert_eq!(parse(FileId(0), text).file.items.len(), 2);
}

#[test]
fn messages_name_what_was_expected_and_what_was_found() {
    let cases = [
        // The value may stand in the next line, but the next line is a line of its own.
        ("a =", "2:6 M0101 expected a value after `=`, found the end of the line"),
        ("a = b c", "2:9 M0101 expected the end of the line after `b`, found `c`"),
        ("a = f(b c)", "2:11 M0101 expected `)` or `,` after `b`, found `c`"),
        ("a = if b then c", "2:18 M0101 expected `else` after `c`, found the end of the line"),
        ("a = with b c { x = 1 }", "2:14 M0101 expected `as` after `b`, found `c`"),
        ("a = for x of xs { b = c }", "2:13 M0101 expected `in` after `x`, found `of`"),
        ("let a b", "2:9 M0101 expected `=` after `a`, found `b`"),
        ("a = [1, 2 3]", "2:13 M0101 expected `,` or `]` after `2`, found `3`"),
        ("a = \"x {} y\"", "2:7 M0124 the braces in this text do not hold a value"),
        ("a = match b { .x -> 1, else => 2 }", "2:20 M0114 a pattern and its value are joined by `=>`"),
        ("a = b.map(x -> x)", "2:15 M0114 a function is written with `=>`"),
        ("a = b && c", "2:9 M0114 `&&` is no operator"),
        ("a = b || c", "2:9 M0114 `||` is no operator"),
        ("a = b === c", "2:9 M0114 `===` is no operator"),
        ("a = b ? c : d", "2:9 M0114 `?` does not choose between two values"),
        ("a = 'x'", "2:7 M0114 texts stand in double quotes"),
        ("a = !b", "2:7 M0114 `!` is no operator"),
        ("a = null", "2:7 M0114 `null` is written `absent` here"),
        ("a: b", "2:4 M0114 a field is assigned with `=`"),
        ("when a = b { c = d }", "2:10 M0114 `=` does not compare"),
        ("if a { b = c }", "2:3 M0114 `if` gives a value, it does not hold lines"),
        ("a = b == c == d", "2:14 M0109 comparisons do not chain"),
        ("a = b + try c + d", "2:11 M0110 `try` needs parentheses here"),
        ("a = then", "2:7 M0108 `then` is a reserved word"),
    ];
    for (line, expected) in cases {
        assert_eq!(in_map(line), [expected], "{line}");
    }
}

#[test]
fn messages_of_records_tables_and_tests() {
    let cases = [
        ("entity E { a = string }", "1:14 M0114 a field and its type are joined by `:`"),
        ("entity E {\n  a: int foo\n}", "2:10 M0101 expected `=` or the end of the line after `int`, found `foo`"),
        ("entity E {\n  a:\n}", "2:5 M0101 expected a type after `:`, found the end of the line"),
        ("entity E {\n  a: string | null\n}", "2:13 M0114 `|` stands only between texts"),
        ("entity { }", "1:8 M0101 expected a name after `entity`, found `{`"),
        ("map A B { }", "1:7 M0101 expected `->` or `<->` after `A`, found `B`"),
        ("table T: A -> B {\n  \"a\" => .b\n}", "2:7 M0114 the two sides of a row are joined by `->`"),
        ("enum E {\n  a b\n}", "2:5 M0101 expected a text in quotes after `a`, found `b`"),
        (
            "test \"t\" {\n  given A { \"a\": 1, }\n}",
            "2:21 M0123 this JSON cannot be read: expected a text in quotes after `,`, found `}`",
        ),
        ("test \"t\" {\n  expects A { }\n}", "2:3 M0101 expected `given` or `expect`, found `expects`"),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text), [expected], "{text}");
    }
}

#[test]
fn what_is_not_built_yet_is_said_once_for_each_place() {
    let cases = [
        ("event Placed { id: string }", "1:1 M0901 `event` is part of the language but not built yet"),
        ("union L by t { \"a\" -> X, else Y }", "1:1 M0901 `union` is part of the language but not built yet"),
        ("feed a.B -> C, D", "1:1 M0901 `feed` is part of the language but not built yet"),
        ("use other.Customer", "1:1 M0901 `use` is part of the language but not built yet"),
        ("system s { settings { a: string? } }", "1:12 M0901 `settings` is part of the language but not built yet"),
        (
            "record Page<T> { a: [T] }",
            "1:12 M0901 a record with type parameters is part of the language but not built yet",
        ),
        ("map A -> patch B { a = b }", "1:10 M0901 a map to `patch` is part of the language but not built yet"),
        ("map A -> B for x in xs { a = x }", "1:12 M0901 a map with `for` is part of the language but not built yet"),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text), [expected], "{text}");
    }
}
