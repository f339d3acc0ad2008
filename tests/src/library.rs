//! The examples of the library's functions as one `.map` program, so that both engines run them.

use std::fmt::Write as _;

use mapc_runtime::library::{self, Example};

/// A program that maps `s.In` to an entity with a bool for each example, true where the call gives what it says; and for each
/// example that rejects, a map of its own.
pub fn program() -> String {
    let examples = || library::all().iter().flat_map(|function| function.examples);
    let (mut fields, mut lines, mut expected) = (String::new(), String::new(), String::new());
    for (n, example) in examples().filter(|example| code(example).is_none()).enumerate() {
        let _ = writeln!(fields, "  /// {}\n  f{n}: bool", one_line(example.call));
        let _ = match example.gives {
            "absent" => writeln!(lines, "  f{n} = ({}) is absent", example.call),
            gives => writeln!(lines, "  f{n} = ({}) == ({gives})", example.call),
        };
        let _ = write!(expected, ", \"f{n}\": true");
    }
    let mut text = format!(
        "entity Examples {{\n  id: string\n{fields}}}\nsystem s {{ record In {{ id: string }} }}\n\
         map s.In -> Examples {{\n  id = id\n{lines}}}\n\
         test \"examples\" {{\n  given s.In {{ \"id\": \"1\" }}\n  expect Examples {{ \"id\": \"1\"{expected} }}\n}}\n"
    );
    for (n, (example, code)) in examples().filter_map(|example| Some((example, code(example)?))).enumerate() {
        let _ = write!(
            text,
            "entity Rejects{n} {{ id: string, value: bool }}\nsystem s{n} {{ record In {{ id: string }} }}\n\
             map s{n}.In -> Rejects{n} {{ id = id, value = ({call}) == ({call}) }}\n\
             test \"{n} rejects\" {{\n  given s{n}.In {{ \"id\": \"1\" }}\n  expect reject {code}\n}}\n",
            call = example.call
        );
    }
    text
}

fn code(example: &Example) -> Option<&'static str> {
    example.gives.strip_prefix("reject ")
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
