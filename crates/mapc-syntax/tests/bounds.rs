//! Hostile files: empty, binary, very large, nested very deeply. Each gets its diagnostic; nothing crashes.

use mapc_diagnostics::FileId;
use mapc_syntax::parse;

fn codes(text: &str) -> Vec<&'static str> {
    let mut codes: Vec<_> = parse(FileId(0), text).diagnostics.iter().map(|one| one.code.as_str()).collect();
    codes.dedup();
    codes
}

#[test]
fn nothing_reads_as_nothing() {
    assert_eq!(codes(""), [""; 0]);
    assert_eq!(codes(" \r\n\t\n// a comment\n"), [""; 0]);
    assert_eq!(codes("\u{feff}/// of note\nentity E { key a: int }\n"), [""; 0]);
}

#[test]
fn control_characters_are_no_text() {
    assert_eq!(codes("entity E { a: int }\u{0}"), ["M0102"]);
}

#[test]
fn characters_that_cannot_be_seen_are_refused_wherever_they_stand() {
    for hidden in [
        '\u{61C}', '\u{200E}', '\u{200F}', '\u{202A}', '\u{202E}', '\u{2066}', '\u{2069}', '\u{7F}', '\u{80}', '\u{9F}',
    ] {
        for text in [
            "// of _ note\nentity E { key a: int }\n",
            "/// of _ note\nentity E { key a: int }\n",
            "entity E { key a: string = \"_\" }\n",
            "entity E { key a: string matching r\"_\" }\n",
            "entity `E_` { key a: int }\n",
            "test \"_\" { given s.R { \"a\": \"_\" }\n expect s.T { } }\n",
        ] {
            assert_eq!(codes(&text.replace('_', &hidden.to_string())), ["M0125"], "{text} with {hidden:?}");
        }
        let help = |text: &str| {
            let found = parse(FileId(0), &text.replace('_', &hidden.to_string())).diagnostics;
            found[0].help.clone().unwrap_or_default()
        };
        assert!(help("entity E { key a: string = \"\\\"_\" }\n").contains("\\u{"));
        assert!(!help("// \"_\"\n").contains("\\u{"));
    }
    // What joins or varies letters is text, and so is a mark of the byte order at the beginning.
    assert_eq!(codes("\u{feff}entity E { key a: string = \"\u{1F469}\u{200D}\u{1F52C} \u{FE0F}\" }\r\n"), [""; 0]);
    assert_eq!(codes(&"\u{202E}".repeat(100_000)).first(), Some(&"M0125"));
}

#[test]
fn a_dollar_before_a_value_is_told_and_harms_nothing() {
    let said = |text: &str| codes(&format!("fn f(a: string) -> string = \"{text}\"\n"));
    for wrong in ["${a}", "Dear ${a}", "{a}${a}", "\\\\${a}"] {
        assert_eq!(said(wrong), ["M1005"], "{wrong}");
    }
    for fine in ["\\${a}", "$ {a}", "{a}$", "$5", "{a}", "US$\\{a}"] {
        assert_eq!(said(fine), [""; 0], "{fine}");
    }
}

#[test]
fn brackets_nest_up_to_the_limit() {
    for (open, close) in [("(", ")"), ("[", "]")] {
        let nested =
            |depth: usize| format!("map A -> B {{\n  a = {}1{}\n}}\n", open.repeat(depth), close.repeat(depth));
        assert_eq!(codes(&nested(60)), [""; 0]);
        assert_eq!(codes(&nested(10_000)), ["M0106"]);
    }
    assert_eq!(codes(&format!("map A -> B {{ a = {} }}", "(".repeat(10_000))), ["M0106"]);
    assert_eq!(codes(&format!("entity E {{ a: {}int{} }}", "[".repeat(10_000), "]".repeat(10_000))), ["M0106"]);
    assert_eq!(codes(&"{\n".repeat(10_000)), ["M0106"]);
    assert_eq!(codes(&"}\n".repeat(10_000)), ["M0120", "M0121"]);
}

#[test]
fn nesting_without_brackets_is_bounded_too() {
    let value = |value: String| format!("map A -> B {{\n  a = {value}\n}}\n");
    assert_eq!(codes(&value("if a then ".repeat(10_000) + "1" + &" else 2".repeat(10_000))), ["M0106"]);
    assert_eq!(codes(&value("if a then 1 else ".repeat(10_000) + "2")), ["M0106"]);
    assert_eq!(codes(&value("with a as b => ".repeat(10_000) + "b")), ["M0106"]);
    for long in
        ["not ".repeat(10_000) + "b", "-".repeat(10_000) + "b", "b + ".repeat(10_000) + "b", "b.".repeat(10_000) + "b"]
    {
        assert_eq!(codes(&value(long)), ["M0107"]);
    }
    assert_eq!(codes(&value("b ?? ".repeat(10_000) + "b")), ["M0107"]);
    assert_eq!(codes(&value("b + ".repeat(400) + "b")), [""; 0]);
}

#[test]
fn large_files_of_anything_end() {
    assert_eq!(codes(&"x".repeat(5_000_000)), ["M0122"]);
    assert_eq!(codes(&"foo bar\n".repeat(10_000)), ["M0122", "M0121"]);
    assert_eq!(codes(&format!("map A -> B {{\n{}}}\n", "  foo bar\n".repeat(100_000))), ["M0101", "M0121"]);
    assert_eq!(codes(&format!("map A -> B {{\n{}}}\n", "  a = \"x\n".repeat(100_000))), ["M0103", "M0121"]);
}

#[test]
fn random_text_never_fails() {
    const WORDS: &[&str] = &[
        "map A -> B {",
        "entity E {",
        "}",
        "{",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "\\",
        "a",
        "b.c",
        " = ",
        "->",
        "<->",
        ":",
        ",",
        "\n",
        "\n  ",
        "//",
        "match x {",
        "=>",
        "if",
        "then",
        "else",
        "test \"t\" {",
        "given",
        "?",
        "é",
        "`",
        "1..2",
        "@x",
        "let ",
        "$",
        "r\"",
        "..",
        "system s {",
        "record R {",
        "when ",
        "for x in xs {",
        "table T: A -> B {",
        "ignore ",
        "because ",
    ];
    let rounds = if std::env::var_os("RUN_SLOW_TESTS").is_some() { 20_000 } else { 1_500 };
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..rounds {
        let mut text = String::new();
        for _ in 0..40 {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            text.push_str(WORDS[(seed % WORDS.len() as u64) as usize]);
        }
        let parsed = parse(FileId(0), &text);
        for one in &parsed.diagnostics {
            let span = one.span();
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} in {text:?}");
        }
    }
}

/// Beginnings of all kinds, to be repeated without end.
const FRAGMENTS: &[&str] = &[
    "(",
    "[",
    "{",
    ")",
    "]",
    "}",
    "\"",
    "\"{",
    "{\"",
    "`",
    "/*",
    "//",
    "///",
    "if ",
    "if a then ",
    "a.",
    "a+",
    "a ?? ",
    "not ",
    "-",
    "!",
    "try ",
    "match x { ",
    "for x in ",
    "with a as b => ",
    ",",
    ".",
    "..",
    "=",
    "=>",
    "->",
    "<->",
    "@",
    "@a ",
    "@a(",
    "$",
    "\\",
    "\n",
    "\r",
    "\t",
    " ",
    "\u{e9}",
    "\u{1F600}",
    "r\"",
    "r\"(\"",
    "1",
    "1_",
    "1.",
    "a ",
    "a\n",
    "a: int\n",
    "a = b\n",
    "entity ",
    "entity E {",
    "entity E { key id: string }\n",
    "map A -> B {",
    "map A -> B { }\n",
    "system s { ",
    "test \"t\" {",
    "test \"t\" { given ",
    "table T: A -> B { ",
    "fn f(",
    "fn f() -> ",
    "enum E { a, ",
    "type T = ",
    "type T = [",
    "x(",
    "x[",
    "x(y, ",
    "{ a = ",
    "\"a\" -> \"b\"\n",
    "else ",
    "is present ",
    "in ",
    "via T ",
    "\u{202e}",
    "<",
    "type T = map<",
    "\"x\" | ",
    "a(1)",
    "skip when ",
    "reject ",
    "unset ",
    "ignore ",
    "let a = ",
    "key a: ",
    "record R (",
    "(a, ",
    "[1, ",
    "string(1..",
    "wire \"a\" | ",
    "(\n",
    "[\n// (\n",
];

#[test]
fn fragments_without_end_are_read_and_laid_out() {
    let map = "system s { record In { id: string } }\nmap s.In -> E { id = id, out = ";
    for fragment in FRAGMENTS {
        for (before, behind) in [("", ""), (map, " }\n")] {
            let text = format!("{before}{}{behind}", fragment.repeat(6_000 / fragment.len()));
            let found = parse(FileId(0), &text).diagnostics.len();
            assert!(found <= 101, "{fragment:?}: {found} findings");
            let once = mapc_syntax::format(&text);
            assert_eq!(once, mapc_syntax::format(&once), "{fragment:?}: formatting twice gives something else");
        }
    }
}
