//! The examples of the library's functions as one `.map` program, so that both engines run them.

use std::fmt::Write as _;

use mapc_diagnostics::{FileId, Span};
use mapc_runtime::library::{self, CallExample, Function, Type};
use mapc_syntax::ast::{ArgumentValue, Decl, ExprKind};

/// A program that maps `s.In` to an entity with a bool for each example, true where the call gives what it says; and for each
/// example that rejects, a map of its own.
pub fn program() -> String {
    let examples = || library::all().iter().flat_map(|f| f.examples.iter().map(move |example| (*f, example)));
    let (mut fields, mut lines, mut expected) = (String::new(), String::new(), String::new());
    for (n, example) in examples().map(|(_, example)| example).filter(|example| code(example).is_none()).enumerate() {
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
    for ty in PLAIN {
        let _ = writeln!(text, "fn keep_{ty}(value: {ty}) -> {ty} = value");
    }
    let rejecting =
        examples().filter_map(|(function, example)| Some((unknown(function, example.call), code(example)?)));
    for (n, (call, code)) in rejecting.enumerate() {
        let _ = write!(
            text,
            "entity Rejects{n} {{ id: string, value: bool }}\nsystem s{n} {{ record In {{ id: string }} }}\n\
             map s{n}.In -> Rejects{n} {{ id = id, value = ({call}) == ({call}) }}\n\
             test \"{n} rejects\" {{\n  given s{n}.In {{ \"id\": \"1\" }}\n  expect reject {code}\n}}\n"
        );
    }
    text
}

/// The types whose constants the compiler works with.
const PLAIN: &[&str] = &["bool", "int", "decimal", "float", "string", "date", "local_datetime", "timestamp"];

/// The same call with operands that only a record decides, as far as the compiler can tell: it refuses what constants let fail always.
fn unknown(function: &Function, call: &str) -> String {
    const BEFORE: &str = "fn example() -> bool = ";
    let parsed = mapc_syntax::parse(FileId(0), &format!("{BEFORE}{call}\n"));
    let Some(Decl::Fn(example)) = parsed.file.items.first().map(|item| &item.decl) else { return call.to_owned() };
    let ExprKind::Method { base, name, arguments } = &example.body.kind else { return call.to_owned() };
    if name.text != function.name {
        return call.to_owned();
    }
    let operands = std::iter::once(base.span).chain(arguments.iter().map(|argument| match &argument.value {
        ArgumentValue::Expr(expr) => expr.span,
        ArgumentValue::Lambda { span, .. } => *span,
    }));
    let (mut written, mut rest) = (String::new(), 0);
    for (param, Span { start, end, .. }) in function.parsed().params.iter().zip(operands) {
        let (start, end) = (start as usize - BEFORE.len(), end as usize - BEFORE.len());
        if let Some(ty) = plain(&param.ty) {
            let _ = write!(written, "{}keep_{ty}({})", &call[rest..start], &call[start..end]);
            rest = end;
        }
    }
    written + &call[rest..]
}

fn plain(ty: &Type) -> Option<&'static str> {
    Some(match ty {
        Type::Bool => "bool",
        Type::Int => "int",
        Type::Decimal => "decimal",
        Type::Float => "float",
        Type::Str => "string",
        Type::Date => "date",
        Type::DateTime => "local_datetime",
        Type::Timestamp => "timestamp",
        _ => return None,
    })
}

fn code(example: &CallExample) -> Option<&'static str> {
    example.gives.strip_prefix("reject ")
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
