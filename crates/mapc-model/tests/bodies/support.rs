//! Small programs as text: what the checker says of them, and the core expressions it makes, written out.

use mapc_diagnostics::SourceMap;
use mapc_model::core::{Arg, Const, Expr, ExprKind, Function, Head};
use mapc_model::model::Model;
use mapc_model::ty::Ty;

/// A checked program.
pub struct Checked {
    /// The model.
    pub model: Model,
    /// Findings as `M0201 2:14 message`, in the order in which they were made.
    pub found: Vec<String>,
}

/// Checks a program in one file.
pub fn check(text: &str) -> Checked {
    let mut sources = SourceMap::default();
    let id = sources.add("a.map", text);
    let parsed = mapc_syntax::parse(id, text);
    let (model, found) = mapc_model::check(&sources, &[(id, &parsed.file)]);
    let all = parsed.diagnostics.iter().chain(&found);
    let found = all.map(|one| {
        let place = sources.place(one.span());
        format!("{} {} {}", one.code.as_str(), place.trim_start_matches("a.map:"), one.message)
    });
    Checked { found: found.collect(), model }
}

/// Checks one map between records with these fields.
pub fn map(source: &str, target: &str, body: &str) -> Checked {
    check(&format!(
        "system s {{ record In {{ {source} }} }}\nentity Out {{ {target} }}\nmap s.In -> Out {{\n{body}\n}}"
    ))
}

/// What a map with one target field `out` of type `ty` makes of an expression; its source has these fields.
pub fn value(source: &str, ty: &str, expr: &str) -> String {
    let checked = map(source, &format!("out: {ty}"), &format!("out = {expr}"));
    checked.clean().field("s.In -> Out", 0)
}

/// The codes and places that an expression gets there, but for fields that no one reads; the line of the expression is 4, and its first column 7.
pub fn refused(source: &str, ty: &str, expr: &str) -> Vec<String> {
    map(source, &format!("out: {ty}"), &format!("out = {expr}")).codes()
}

impl Checked {
    /// The program, which has to be without errors; fields that no one reads do not matter here.
    pub fn clean(self) -> Self {
        let errors: Vec<&String> =
            self.found.iter().filter(|one| !one.starts_with("M0410") && !one.starts_with("M10")).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        let broken = self.model.functions.iter().find(|function| has_error(&function.body));
        assert!(broken.is_none(), "an error is left in {broken:#?}");
        self
    }

    /// The codes and places of what was found, but for fields that no one reads.
    pub fn codes(&self) -> Vec<String> {
        let wanted = self.found.iter().filter(|one| !one.starts_with("M0410") && !one.starts_with("M10"));
        wanted.map(|one| one.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect()
    }

    /// A function by its name.
    pub fn function(&self, name: &str) -> &Function {
        self.model.functions.iter().find(|function| function.name == name).unwrap_or_else(|| panic!("no {name}"))
    }

    /// What fills a field of the record that a map builds.
    pub fn field(&self, map: &str, position: usize) -> String {
        match &self.function(map).body.kind {
            ExprKind::Record(fields) => show(&fields[position]),
            _ => panic!("a map builds a record"),
        }
    }

    /// The heads of a map.
    pub fn heads(&self, map: &str) -> Vec<String> {
        let heads = self.function(map).heads.iter().map(|head| match head {
            Head::Skip { condition, reason } => format!("skip {} {reason}", show(condition)),
            Head::Delete { condition, key } => {
                let key: Vec<String> = key.iter().map(|(at, value)| format!("{at}: {}", show(value))).collect();
                format!("delete {} {{{}}}", show(condition), key.join(", "))
            }
            Head::Reject { condition, rejection } => format!("{} when {}", show(rejection), show(condition)),
        });
        heads.collect()
    }

    /// The `let`s of a map or function.
    pub fn lets(&self, name: &str) -> Vec<String> {
        self.function(name).lets.iter().map(|(local, value)| format!("_{} = {}", local.0, show(value))).collect()
    }
}

/// An expression, written out: `_0` is a local, `_0.1` a field, `a ? _1 => b : c` is `IfPresent`.
pub fn show(expr: &Expr) -> String {
    let all = |list: &[Expr]| list.iter().map(show).collect::<Vec<_>>().join(", ");
    match &expr.kind {
        ExprKind::Error => "error".to_owned(),
        ExprKind::Const(value) => constant(value),
        ExprKind::Local(local) => format!("_{}", local.0),
        ExprKind::Context(context) => format!("{context:?}"),
        ExprKind::Field(base, position) => format!("{}.{position}", show(base)),
        ExprKind::Some(inner) => format!("some({})", show(inner)),
        ExprKind::IfPresent { value, bind, then, otherwise } => {
            format!("({} ? _{} => {} : {})", show(value), bind.0, show(then), show(otherwise))
        }
        ExprKind::IsPresent(inner) => format!("present({})", show(inner)),
        ExprKind::Narrow(inner) => format!("{}!", show(inner)),
        ExprKind::If(condition, then, otherwise) => {
            format!("if {} then {} else {}", show(condition), show(then), show(otherwise))
        }
        ExprKind::Switch(value, arms, otherwise) => {
            let arms = arms.iter().map(|arm| {
                let values: Vec<String> = arm.values.iter().map(constant).collect();
                format!("{} => {}, ", values.join(" | "), show(&arm.body))
            });
            format!("switch {} {{ {}else => {} }}", show(value), arms.collect::<String>(), show(otherwise))
        }
        ExprKind::And(left, right) => format!("({} and {})", show(left), show(right)),
        ExprKind::Or(left, right) => format!("({} or {})", show(left), show(right)),
        ExprKind::Not(inner) => format!("not {}", show(inner)),
        ExprKind::Compare(op, left, right) => format!("({} {op:?} {})", show(left), show(right)),
        ExprKind::Arith(op, left, right) => format!("({} {op:?} {})", show(left), show(right)),
        ExprKind::Negate(inner) => format!("-{}", show(inner)),
        ExprKind::Call(function, args) => {
            format!("{}({})", function.name, args.iter().map(argument).collect::<Vec<_>>().join(", "))
        }
        ExprKind::CallUser(id, args) => format!("f{}({})", id.0, all(args)),
        ExprKind::Record(fields) => format!("{{{}}}", all(fields)),
        ExprKind::Scope(lets, body) => {
            let lets: Vec<String> =
                lets.iter().map(|(local, value)| format!("_{} = {}", local.0, show(value))).collect();
            format!("(let {} in {})", lets.join(", "), show(body))
        }
        ExprKind::List(items) => format!("[{}]", all(items)),
        ExprKind::For(f) => {
            let number = f.number.map(|number| format!(" numbered _{}", number.0)).unwrap_or_default();
            let filter = f.filter.as_ref().map(|filter| format!(" where {}", show(filter))).unwrap_or_default();
            format!("for _{} in {}{filter}{number} => {}", f.item.0, show(&f.list), show(&f.body))
        }
        ExprKind::Concat(parts) => format!("concat({})", all(parts)),
        ExprKind::Try(inner) => format!("try {}", show(inner)),
        ExprKind::Reject(code, reason) => format!("reject {code} {}", show(reason)),
        ExprKind::Skip(reason) => format!("skip {reason:?}"),
        ExprKind::Check(inner, constraints) => format!("check({}, {})", show(inner), constraints.len()),
        ExprKind::Convert(conversion, inner) => format!("{conversion:?}({})", show(inner)),
        ExprKind::Lookup(table, inner) => format!("t{}({})", table.0, show(inner)),
    }
}

fn argument(arg: &Arg) -> String {
    match arg {
        Arg::Value(value) => show(value),
        Arg::Lambda { params, body } => {
            let params: Vec<String> = params.iter().map(|param| format!("_{}", param.0)).collect();
            format!("{} => {}", params.join(" "), show(body))
        }
        Arg::Regex(pattern) => format!("r{:?}", pattern.as_str()),
        Arg::Pattern(pattern, purpose) => format!("{purpose:?} {pattern:?}"),
    }
}

fn constant(value: &Const) -> String {
    match value {
        Const::Absent => "absent".to_owned(),
        Const::Bool(value) => value.to_string(),
        Const::Int(value) => value.to_string(),
        Const::Float(value) => format!("{value}f"),
        Const::Decimal(value) => format!("{value}d"),
        Const::Number(text) => format!("{text}s"),
        Const::Str(value) => format!("{value:?}"),
        Const::Enum(id, position) => format!("e{}.{position}", id.0),
        Const::List(items) => format!("[{}]", items.iter().map(constant).collect::<Vec<_>>().join(", ")),
    }
}

/// Whether an expression or a part of it is left in error.
fn has_error(expr: &Expr) -> bool {
    let mut found = expr.ty == Ty::Error || matches!(expr.kind, ExprKind::Error);
    expr.parts(|part| found |= has_error(part));
    found
}
