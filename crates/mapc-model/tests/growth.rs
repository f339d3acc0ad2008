//! Checking a package takes work that grows with its size, not with the square of it. The work is counted in allocations and their bytes,
//! which are the same in every run.

use allocation_counter::measure;
use mapc_diagnostics::SourceMap;

/// The work of checking a text, and the number of its findings.
fn work(text: &str) -> (u64, usize) {
    let mut sources = SourceMap::default();
    let id = sources.add("a.map", text);
    let parsed = mapc_syntax::parse(id, text);
    let mut findings = parsed.diagnostics.len();
    let made = measure(|| findings += mapc_model::check(&sources, &[(id, &parsed.file)]).1.len());
    // An allocation costs about as much as filling so many bytes.
    (made.bytes_total + 64 * made.count_total, findings)
}

fn all(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}

/// A map of one text, with what stands before it.
fn mapped(ty: &str, expr: &str, before: &str) -> String {
    format!(
        "{before}\nentity E {{ key id: string, out: {ty} }}\nsystem s {{ record In {{ id: string, n: int, text: string }} }}\n\
         map s.In -> E {{ id = id, out = {expr}\n ignore others }}\n"
    )
}

/// Two records of so many fields, and lines between them.
fn records(count: usize, ty: &str, line: impl Fn(usize) -> String, arrow: &str) -> String {
    let fields = all(count, |n| format!(", f{n}: {ty}"));
    let id = if arrow == "->" { "id = id" } else { "id <-> id" };
    format!(
        "entity E {{ key id: string{fields} }}\nsystem s {{ record In {{ id: string{fields} }} }}\nmap s.In {arrow} E {{\n {id}\n{} }}\n",
        all(count, line)
    )
}

/// What there are many of, and a package with so many.
type Shape = (&'static str, fn(usize) -> String);

/// Fields of records, and lines that fill them.
fn fields() -> Vec<Shape> {
    vec![
        ("fields", |n| records(n, "string", |n| format!(" f{n} = f{n}\n"), "->")),
        ("fields of two-way maps", |n| records(n, "string?", |n| format!(" f{n} <-> f{n}\n"), "<->")),
        ("refined fields", |n| records(n, "string(1..9)", |n| format!(" f{n} = f{n}\n"), "->")),
        ("one pattern", |n| records(n, "string? matching r\"^[A-Z]+$\"", |n| format!(" f{n} = f{n}\n"), "->")),
        ("patterns", |n| {
            let fields = all(n, |n| format!(", f{n}: string? matching r\"^x{n}[A-Z]\""));
            format!("entity E {{ key id: string{fields} }}\n")
        }),
        ("unread fields", |n| records(n, "string?", |n| format!(" unset f{n} because \"x\"\n"), "->")),
        ("unassigned fields", |n| records(n, "string", |_| String::new(), "->")),
        ("broken lines", |n| records(n, "string", |n| format!(" f{n} = f{n} + 1\n"), "->")),
        ("nested records", |n| records(n, "{ a: string }?", |n| format!(" f{n} = f{n}\n"), "->")),
        ("lists of records", |n| {
            records(n, "[{ a: string }]", |n| format!(" f{n} = for x in f{n} {{ a = x.a.trim() }}\n"), "->")
        }),
    ]
}

/// Values, arms and rows.
fn values() -> Vec<Shape> {
    vec![
        ("arms over texts", |n| {
            let arms = all(n, |n| format!(" \"t{n}\" => \"x{n}\"\n"));
            mapped("string", &format!("match text {{\n{arms} else => text }}"), "")
        }),
        ("arms over an enum", |n| {
            let arms = all(n, |n| format!(" .m{n} => \"x{n}\"\n"));
            let before = format!(
                "enum C {{ {} }}\nfn f(c: C) -> string = match c {{\n{arms} }}\n",
                all(n, |n| format!("m{n}, "))
            );
            mapped("string", "text", &before)
        }),
        ("arms of optional numbers", |n| {
            let arms = all(n, |n| format!(" {n} => \"x{n}\"\n"));
            let before = format!("fn f(c: int?) -> string = match c {{\n{arms} absent => \"\", else => \"y\" }}\n");
            mapped("string", "text", &before)
        }),
        ("literals in a list", |n| mapped("bool", &format!("text in [{}]", all(n, |n| format!("\"t{n}\", "))), "")),
        ("elements of a list", |n| mapped("[int]", &format!("[{}]", "n, ".repeat(n)), "")),
        ("values in a text", |n| mapped("string", &format!("\"{}\"", "{text} {n} ".repeat(n)), "")),
        ("rows of a table", |n| {
            let rows = all(n, |n| format!(" \"t{n}\" -> \"x{n}\"\n"));
            mapped("string", "text via T", &format!("table T: string -> string {{\n{rows} else same }}"))
        }),
        ("rows of a two-way table", |n| {
            let rows = all(n, |n| format!(" \"t{n}\" <-> {n}\n"));
            mapped("int", "text via T", &format!("table T: string -> int {{\n{rows} }}"))
        }),
        ("rows of one value", |n| {
            let rows = all(n, |n| format!(" \"t{n}\" <-> \"x\"\n"));
            mapped("string", "text via T", &format!("table T: string -> string {{\n{rows} }}"))
        }),
        ("rows over an enum", |n| {
            let rows = all(n, |n| format!(" .m{n} -> \"x{n}\"\n"));
            let before = format!("enum C {{ {} }}\ntable T: C -> string {{\n{rows} }}", all(n, |n| format!("m{n}, ")));
            mapped("string", "text", &before)
        }),
        ("members of unions", |n| {
            let union = all(n, |n| format!("| \"m{n}\" ")).trim_start_matches("| ").to_owned();
            format!(
                "entity E {{ key id: string, out: {union} }}\nsystem s {{ record In {{ id: string, out: {union} }} }}\nmap s.In -> E {{ id = id, out = out }}\n"
            )
        }),
    ]
}

/// Declarations.
fn declarations() -> Vec<Shape> {
    vec![
        ("functions", |n| {
            let before = all(n, |n| format!("fn f{n}(x: string) -> string = x.trim()\n"));
            mapped("string", &format!("\"{}\"", all(n, |n| format!("{{f{n}(text)}}"))), &before)
        }),
        ("functions that call one", |n| {
            let before = "fn f(x: string) -> string = x\n".to_owned()
                + &all(n, |n| format!("fn f{n}(x: string) -> string = f(x)\n"));
            mapped("string", &format!("\"{}\"", all(n, |n| format!("{{f{n}(text)}}"))), &before)
        }),
        ("lets", |n| {
            let lets = all(n, |n| format!(" let a{n} = text.trim()\n"));
            let all = all(n, |n| format!("{{a{n}}}"));
            mapped("string", "text", "")
                .replace(" ignore others", &format!("{lets} ignore others"))
                .replace("out = text", &format!("out = \"{all}\""))
        }),
        ("conditions in a row", |n| {
            let whens = all(n, |n| format!(" reject r{n} when n == {n} \"no\"\n"));
            mapped("string", "text", "").replace("{ id = id", &format!("{{\n{whens} id = id"))
        }),
        ("maps", |n| {
            let one = |n: usize| {
                format!(
                    "entity E{n} {{ key id: string }}\nsystem s{n} {{ record R {{ id: string }} }}\nmap s{n}.R <-> E{n} {{ id <-> id }}\n\
                     test \"{n}\" {{ given s{n}.R {{ \"id\": \"1\" }}, expect E{n} {{ \"id\": \"1\" }} }}\n"
                )
            };
            all(n, one)
        }),
        ("systems around one entity", |n| {
            let system =
                |n: usize| format!("system s{n} {{ record R {{ id: string }} }}\nmap s{n}.R <-> E {{ id <-> id }}\n");
            format!("entity E {{ key id: string }}\n{}", all(n, system))
        }),
        ("names of types", |n| {
            let before = all(n, |n| format!("type T{n} = string(1..{})\n", n + 1));
            before + &format!("entity E {{ key id: string{} }}\n", all(n, |n| format!(", f{n}: T{n}")))
        }),
    ]
}

/// Declarations that lead to each other.
fn chains() -> Vec<Shape> {
    vec![
        ("maps that use each other", |n| {
            let one = |n: usize| {
                let to = n + 1;
                format!(
                    "entity E{n} {{ key id: string, next: E{to}? }}\nsystem s{n} {{ record R {{ id: string, next: s{to}.R? }} }}\nmap s{n}.R -> E{n} {{ id = id, next = next via E{to} }}\n"
                )
            };
            // As many as may.
            let chain = |from: usize| {
                (from..from + 40).map(one).collect::<String>()
                    + &format!(
                        "entity E{0} {{ key id: string }}\nsystem s{0} {{ record R {{ id: string }} }}\nmap s{0}.R -> E{0} {{ id = id }}\n",
                        from + 40
                    )
            };
            (0..n.div_ceil(40)).map(|chunk| chain(chunk * 100)).collect()
        }),
        ("records that hold the next twice", |n| {
            let before = all(n, |n| format!("record R{n} {{ a: R{0}?, b: R{0}? }}\n", n + 1));
            format!(
                "{before}record R{n} {{ v: string? }}\n{}",
                mapped("string", "text", "").replace("text: string }", "text: string, r: R0? }")
            )
        }),
    ]
}

#[test]
fn work_grows_with_the_size_of_a_package() {
    let mut wrong = Vec::new();
    for (name, shape) in [fields(), values(), declarations(), chains()].concat() {
        let [(one, _), (two, _), (four, found)] = [250, 500, 1_000].map(|count| work(&shape(count)));
        // Four times as much may take half as much again over four times the work: tables grow by steps.
        let ratio = (four - one) as f64 / (two - one) as f64;
        println!("{name}: {one}, {two}, {four}; {ratio:.2}, {found} findings");
        if ratio > 3.6 {
            wrong.push(format!("{name}: {one}, {two}, {four}: {ratio:.2} where 3 is linear"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
