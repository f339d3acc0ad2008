//! A program as deep as the compiler lets one be, so that both engines are seen to have room for it: in a thread of a test, without
//! optimisation.

use std::fmt::Write as _;

/// Functions, maps and `let`s that are evaluated inside each other.
const ENTERED: usize = 64;

/// Functions that call each other through as many `let`s each.
const BOTH: usize = 8;

/// Operators of one expression.
const OPERATORS: usize = 1_000;

/// The text of the program.
pub fn program() -> String {
    let mut text = String::from(
        "entity Deep { key id: string, called: string, read: string, both: string, chained: string, summed: int, nested: string }\n\
         system s { record In { id: string, text: string, n: int } }\n",
    );
    functions(&mut text, "call", ENTERED - 1, |inner| inner.to_owned());
    // Each call goes through all `let`s, and each `let` through an operation.
    functions(&mut text, "both", BOTH, |inner| {
        let mut body = format!("{{\n  let a0 = {inner}\n");
        for n in 1..BOTH - 1 {
            let _ = writeln!(body, "  let a{n} = \"{{a{}}}\"", n - 1);
        }
        body + &format!("  a{}\n}}", BOTH - 2)
    });
    functions(&mut text, "chain", 60, |inner| format!("{inner}{}", ".trim()".repeat(60)));
    let _ = writeln!(text, "map s.In -> Deep {{\n  let l0 = text.trim()");
    for n in 1..ENTERED - 1 {
        let _ = writeln!(text, "  let l{n} = l{}.substring(0, {})", n - 1, 100 - n);
    }
    let brackets = 30;
    let _ = writeln!(
        text,
        "  id = id\n  called = call{calls}(text)\n  read = l{lets}\n  both = both{both}(text)\n  chained = chain59(text)\n  summed = n{sum}\n  nested = {open}text{close}\n}}",
        calls = ENTERED - 2,
        both = BOTH - 1,
        lets = ENTERED - 2,
        sum = " + 1".repeat(OPERATORS),
        open = "(if n < 0 then id else ".repeat(brackets),
        close = ")".repeat(brackets),
    );
    let _ = write!(
        text,
        "test \"through all of them\" {{\n  given s.In {{ \"id\": \"1\", \"text\": \" abc \", \"n\": 1 }}\n  \
         expect Deep {{ \"id\": \"1\", \"called\": \" abc \", \"read\": \"abc\", \"both\": \" abc \", \"chained\": \"abc\", \
         \"summed\": {sum}, \"nested\": \" abc \" }}\n}}\n",
        sum = OPERATORS + 1,
    );
    trees(&mut text);
    text
}

/// Functions of which each calls the one before.
fn functions(text: &mut String, name: &str, count: usize, body: impl Fn(&str) -> String) {
    let _ = writeln!(text, "fn {name}0(x: string) -> string = x");
    for n in 1..count {
        let _ = writeln!(text, "fn {name}{n}(x: string) -> string = {}", body(&format!("{name}{}(x)", n - 1)));
    }
}

/// Maps that use each other as often as a record is deep: `deep.cases` has records as deep as they may be.
fn trees(text: &mut String) {
    text.push_str(
        "entity Odd { key id: string, next: Even?, all: [Even] = [] }\nentity Even { key id: string, next: Odd? }\n\
         system t { record Odd { id: string, next: Even?, all: [Even]? }\n record Even { id: string, next: Odd? } }\n\
         map t.Odd -> Odd { id = id, next = next via Even, all = for one in all => one via Even }\nmap t.Even -> Even { id = id, next = next via Odd }\n",
    );
}
