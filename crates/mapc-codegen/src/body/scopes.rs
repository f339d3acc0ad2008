//! Locals and `let`s.

use std::collections::BTreeSet;

use mapc_plan::{Argument, Expr, LocalId, Op, Ty};

use super::{Body, Gives, Held};
use crate::rust::{Code, block};

impl<'p> Body<'_, 'p> {
    /// The value of a local; a `let` that waits is evaluated now.
    pub(super) fn read(&mut self, local: LocalId) -> Code {
        let name = self.name(local);
        let code = match self.held.get(&local) {
            None | Some(Held::Plain) => Code::tight(name),
            Some(Held::Alias(text)) => Code::tight(text.clone()),
            Some(Held::Lazy) => Code::loose(format!("*{name}")),
            Some(Held::Bailing) => Code::tight(format!("(*{name})?")),
        };
        match self.local_type(local) {
            Ty::Never => Code::loose(format!("match {} {{}}", code.text())),
            _ => code,
        }
    }

    pub(super) fn scope(&mut self, lets: &'p [(LocalId, Expr)], body: &'p Expr) -> Code {
        let sure = sure(lets, [body]);
        let mut statements: String =
            lets.iter().map(|(local, value)| self.let_(*local, value, sure.contains(local)) + "\n").collect();
        statements.push_str(&self.expr(body).text());
        Code::loose(block("", &statements))
    }

    /// The statement of a `let`. One that is `sure` to be read, or costs nothing, is evaluated at once; else when it is first read.
    pub(super) fn let_(&mut self, local: LocalId, value: &'p Expr, sure: bool) -> String {
        let ends = self.effects(value).ends();
        if sure || (!ends && self.is_cheap(value)) {
            return self.assign(local, value);
        }
        let ty = self.module.types.rust(self.local_type(local));
        let outside = std::mem::replace(&mut self.gives, Gives::Bail);
        let text = self.expr(value).text();
        self.gives = outside;
        let name = if self.read.contains(&local) { self.name(local) } else { format!("_{}", self.name(local)) };
        let (held, gives, text) = if ends {
            let text = if value.ty == Ty::Never { text } else { format!("Ok({text})") };
            (Held::Bailing, format!("fast::Result<{ty}>"), text)
        } else {
            (Held::Lazy, ty, text)
        };
        self.held.insert(local, held);
        format!("let {name} = LazyCell::new({});", block(&format!("|| -> {gives}"), &text))
    }

    /// The statement that gives a local its value; empty where the value stands elsewhere already.
    pub(super) fn assign(&mut self, local: LocalId, value: &'p Expr) -> String {
        if let Some(other) = value.as_local()
            && !matches!(self.held.get(&other), Some(Held::Lazy | Held::Bailing))
            && *self.local_type(local) != Ty::Never
        {
            let text = self.read(other).text();
            self.held.insert(local, Held::Alias(text));
            return String::new();
        }
        let ty = self.module.types.rust(self.local_type(local));
        let text = self.expr(value).text();
        self.held.insert(local, Held::Plain);
        let name = if self.read.contains(&local) { self.name(local) } else { format!("_{}", self.name(local)) };
        format!("let {name}: {ty} = {text};")
    }

    /// Whether evaluating costs so little that it need not be put off: no call, list, text or record is made.
    fn is_cheap(&self, expr: &Expr) -> bool {
        let itself = match &expr.op {
            Op::Call(..)
            | Op::CallUser(..)
            | Op::For(_)
            | Op::List(_)
            | Op::Record(_)
            | Op::Concat(_)
            | Op::Scope(..)
            | Op::Try(_)
            | Op::Lookup(..)
            | Op::Compare(..)
            | Op::Switch(..) => false,
            Op::Local(_) => {
                let held = expr.as_local().and_then(|local| self.held.get(&local));
                !matches!(held, Some(Held::Lazy | Held::Bailing))
            }
            _ => true,
        };
        let mut cheap = itself;
        expr.parts(|part| cheap = cheap && self.is_cheap(part));
        cheap
    }
}

/// The `let`s that are read whatever the values are, if all of `then` is evaluated.
pub(super) fn sure<'p>(lets: &'p [(LocalId, Expr)], then: impl IntoIterator<Item = &'p Expr>) -> BTreeSet<LocalId> {
    let mut found = BTreeSet::new();
    then.into_iter().for_each(|expr| reads(expr, &mut found));
    // Later ones may read earlier ones.
    for (local, value) in lets.iter().rev() {
        if found.contains(local) {
            reads(value, &mut found);
        }
    }
    found
}

/// Adds the locals that evaluating an expression reads in any case.
fn reads(expr: &Expr, found: &mut BTreeSet<LocalId>) {
    match &expr.op {
        Op::If(first, ..) | Op::IfPresent(first, ..) | Op::Switch(first, ..) | Op::And(first, _) | Op::Or(first, _) => {
            reads(first, found)
        }
        Op::For(each) => reads(&each.list, found),
        Op::Scope(lets, body) => {
            let inside = sure(lets, [body.as_ref()]);
            found.extend(inside);
        }
        Op::Call(_, arguments) => {
            for argument in arguments {
                if let Argument::Value(value) = argument {
                    reads(value, found);
                }
            }
        }
        _ => {
            found.extend(expr.as_local());
            expr.parts(|part| reads(part, found));
        }
    }
}
