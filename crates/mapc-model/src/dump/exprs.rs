//! Expressions of the core language in words.

use std::collections::BTreeMap;

use crate::core::{Arg, ArithOp, CompareOp, Const, Context, Conversion, Expr, ExprKind, For, LocalId};
use crate::model::Model;
use crate::ty::Ty;
use crate::types::{const_name, type_name};

/// An expression as one line.
pub(super) fn words(model: &Model, locals: &[String], expr: &Expr) -> String {
    let mut line = ExprLine { model, locals, text: String::new() };
    line.expr(expr);
    line.text
}

/// What the locals of a function are called, by the names that were given to them, of which some are empty.
pub(super) fn locals(names: &[String]) -> Vec<String> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    names.iter().for_each(|name| *uses.entry(name).or_default() += 1);
    let local = |(position, name): (usize, &String)| match uses.get(name.as_str()) {
        _ if name.is_empty() => format!("%{position}"),
        Some(1) => format!("%{name}"),
        _ => format!("%{name}.{position}"),
    };
    names.iter().enumerate().map(local).collect()
}

/// What a local is called.
pub(super) fn local(locals: &[String], local: LocalId) -> String {
    locals.get(local.0 as usize).cloned().unwrap_or_else(|| format!("%{}", local.0))
}

/// A constant as `.map` text has it.
pub(super) fn constant(model: &Model, value: &Const) -> String {
    match value {
        // Messages have members in backticks.
        Const::Enum(..) => const_name(model, value).trim_matches('`').to_owned(),
        Const::List(elements) => {
            let elements: Vec<String> = elements.iter().map(|element| constant(model, element)).collect();
            format!("[{}]", elements.join(", "))
        }
        _ => const_name(model, value),
    }
}

/// The fields of a record that is built, with their names.
pub(super) fn fields<'e>(model: &'e Model, expr: &'e Expr) -> Option<Vec<(&'e str, &'e Expr)>> {
    let (ExprKind::Record(values), Ty::Record(record)) = (&expr.kind, expr.ty.required().base()) else { return None };
    let names = model.record(*record).fields.iter().map(|field| field.name.as_str());
    Some(names.zip(values).collect())
}

struct ExprLine<'m> {
    model: &'m Model,
    locals: &'m [String],
    text: String,
}

impl ExprLine<'_> {
    fn say(&mut self, words: &str) {
        self.text.push_str(words);
    }

    fn local(&self, id: LocalId) -> String {
        local(self.locals, id)
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Error => self.say("error"),
            ExprKind::Const(value) => self.say(&constant(self.model, value)),
            ExprKind::Local(id) => self.say(&self.local(*id)),
            ExprKind::Context(Context::MessageId) => self.say("$message_id"),
            ExprKind::Context(Context::ReceivedAt) => self.say("$received_at"),
            ExprKind::Field(base, position) => self.field(base, *position),
            ExprKind::Some(value) => self.call("some", [&**value]),
            ExprKind::Narrow(value) => self.call("narrow", [&**value]),
            ExprKind::Negate(value) => self.call("negate", [&**value]),
            ExprKind::Not(value) => self.call("not", [&**value]),
            ExprKind::Try(value) => self.call("try", [&**value]),
            ExprKind::Concat(parts) => self.call("concat", parts),
            ExprKind::IsPresent(value) => self.call("is_present", [&**value]),
            ExprKind::And(left, right) => self.operator(left, "and", right),
            ExprKind::Or(left, right) => self.operator(left, "or", right),
            ExprKind::Compare(op, left, right) => self.operator(left, compare(*op), right),
            ExprKind::Arith(op, left, right) => self.operator(left, arith(*op), right),
            ExprKind::Call(function, arguments) => self.library(function.name, arguments),
            ExprKind::CallUser(function, arguments) => {
                let name = self.model.functions.get(function.0 as usize).map_or("", |function| function.name.as_str());
                let name = if name.contains(' ') { format!("map[{name}]") } else { name.to_owned() };
                self.call(&name, arguments);
            }
            ExprKind::Record(values) => self.record(expr, values),
            ExprKind::List(elements) => {
                self.say("[");
                self.list(elements);
                self.say("]");
            }
            ExprKind::Check(value, constraints) => {
                let wanted =
                    type_name(self.model, &Ty::Refined(Box::new(value.ty.base().clone()), constraints.clone()));
                self.with("check", value, &wanted);
            }
            ExprKind::Convert(conversion, value) => self.call(convert(*conversion), [&**value]),
            ExprKind::Lookup(table, value) => {
                let table = self.model.tables.get(table.0 as usize).map_or("", |table| table.name.as_str());
                self.call(&format!("table[{table}]"), [&**value]);
            }
            ExprKind::Skip(reason) => self.say(&format!("skip {reason:?}")),
            ExprKind::Reject(code, reason) => {
                self.say(&format!("reject {code} "));
                self.expr(reason);
            }
            _ => self.control(expr),
        }
    }

    /// What decides which of its parts are evaluated, and what binds locals.
    fn control(&mut self, expr: &Expr) {
        self.say("(");
        match &expr.kind {
            ExprKind::IfPresent { value, bind, then, otherwise } => {
                self.say(&format!("if some {} = ", self.local(*bind)));
                self.then_else(value, then, otherwise);
            }
            ExprKind::If(condition, then, otherwise) => {
                self.say("if ");
                self.then_else(condition, then, otherwise);
            }
            ExprKind::Switch(value, arms, otherwise) => {
                self.say("match ");
                self.expr(value);
                self.say(" { ");
                for arm in arms {
                    let values: Vec<String> = arm.values.iter().map(|value| constant(self.model, value)).collect();
                    self.say(&format!("{} => ", values.join(", ")));
                    self.expr(&arm.body);
                    self.say(", ");
                }
                self.say("else => ");
                self.expr(otherwise);
                self.say(" }");
            }
            ExprKind::Scope(lets, body) => {
                for (name, value) in lets {
                    self.say(&format!("let {} = ", self.local(*name)));
                    self.expr(value);
                    self.say(" in ");
                }
                self.expr(body);
            }
            ExprKind::For(each) => self.each(each),
            _ => {}
        }
        self.say(")");
    }

    fn then_else(&mut self, condition: &Expr, then: &Expr, otherwise: &Expr) {
        self.expr(condition);
        self.say(" then ");
        self.expr(then);
        self.say(" else ");
        self.expr(otherwise);
    }

    fn each(&mut self, each: &For) {
        self.say(&format!("for {} at {}", self.local(each.item), self.local(each.index)));
        each.number.iter().for_each(|number| self.say(&format!(" numbered {}", self.local(*number))));
        self.say(" in ");
        self.expr(&each.list);
        if let Some(filter) = &each.filter {
            self.say(" where ");
            self.expr(filter);
        }
        self.say(" => ");
        self.expr(&each.body);
    }

    fn field(&mut self, base: &Expr, position: u32) {
        self.expr(base);
        let name = match base.ty.required().base() {
            Ty::Record(record) => {
                let field = self.model.record(*record).fields.get(position as usize);
                field.map(|field| field.name.clone()).unwrap_or_default()
            }
            _ => position.to_string(),
        };
        self.say(&format!(".{name}"));
    }

    fn record(&mut self, expr: &Expr, values: &[Expr]) {
        let Some(fields) = fields(self.model, expr) else {
            self.say("(");
            self.list(values);
            return self.say(")");
        };
        self.say("{ ");
        for (position, (name, value)) in fields.into_iter().enumerate() {
            let comma = if position > 0 { ", " } else { "" };
            self.say(&format!("{comma}{name} = "));
            self.expr(value);
        }
        self.say(" }");
    }

    fn library(&mut self, name: &str, arguments: &[Arg]) {
        self.say(&format!("{name}("));
        for (position, argument) in arguments.iter().enumerate() {
            if position > 0 {
                self.say(", ");
            }
            match argument {
                Arg::Value(value) => self.expr(value),
                Arg::Lambda { params, body } => {
                    let params: Vec<String> = params.iter().map(|param| self.local(*param)).collect();
                    self.say(&format!("({}) => ", params.join(", ")));
                    self.expr(body);
                }
                Arg::Regex(pattern) => self.say(&format!("r\"{}\"", pattern.as_str())),
                Arg::Pattern(text, _) => self.say(&format!("{text:?}")),
            }
        }
        self.say(")");
    }

    fn call<'e>(&mut self, name: &str, arguments: impl IntoIterator<Item = &'e Expr>) {
        self.say(&format!("{name}("));
        self.list(arguments);
        self.say(")");
    }

    fn with(&mut self, name: &str, value: &Expr, further: &str) {
        self.say(&format!("{name}("));
        self.expr(value);
        self.say(&format!(", {further})"));
    }

    fn operator(&mut self, left: &Expr, sign: &str, right: &Expr) {
        self.say("(");
        self.expr(left);
        self.say(&format!(" {sign} "));
        self.expr(right);
        self.say(")");
    }

    fn list<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) {
        for (position, expr) in exprs.into_iter().enumerate() {
            if position > 0 {
                self.say(", ");
            }
            self.expr(expr);
        }
    }
}

fn compare(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Equal => "==",
        CompareOp::NotEqual => "!=",
        CompareOp::Less => "<",
        CompareOp::LessEqual => "<=",
        CompareOp::Greater => ">",
        CompareOp::GreaterEqual => ">=",
    }
}

fn arith(op: ArithOp) -> &'static str {
    match op {
        ArithOp::Add => "+",
        ArithOp::Subtract => "-",
        ArithOp::Multiply => "*",
        ArithOp::Divide => "/",
        ArithOp::Remainder => "%",
    }
}

fn convert(conversion: Conversion) -> &'static str {
    match conversion {
        Conversion::IntToDecimal => "int_to_decimal",
        Conversion::EnumToStr(_) => "wire_text",
        Conversion::ToScalar => "to_scalar",
    }
}
