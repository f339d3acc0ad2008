//! Locals and `let`s.

use mapc_plan::{Expr, LocalId, Ty};

use super::{Body, Let, variable};
use crate::code::{Code, block};

impl<'p> Body<'_, 'p> {
    /// The value of a local; a `let` that waits is evaluated now.
    pub(super) fn read(&mut self, local: LocalId) -> Code {
        self.used.insert(local);
        let name = variable(local);
        let code = match self.lets.get(&local) {
            None | Some(Let::Eager) => Code::tight(name),
            Some(Let::Lazy) => Code::loose(format!("*{name}")),
            Some(Let::Fallible { .. }) => Code::tight_result(format!("{name}.read(cx)")),
        };
        match self.local_type(local) {
            Ty::Never => Code::loose(format!("match {} {{}}", code.value())),
            _ => code,
        }
    }

    pub(super) fn scope(&mut self, lets: &'p [(LocalId, Expr)], body: &'p Expr) -> Code {
        self.declare(lets);
        let body = self.expr(body);
        let lets = self.bindings(lets);
        if lets.is_empty() {
            return body;
        }
        let is_result = body.is_result();
        let body = if is_result { body.result() } else { body.value() };
        block(format!("{{ {lets} {body} }}"), is_result)
    }

    /// Decides how each of some `let`s is held; before anything that reads them is written.
    pub(crate) fn declare(&mut self, lets: &'p [(LocalId, Expr)]) {
        for (local, value) in lets {
            let facts = self.facts();
            let held = match (facts.fails(value), facts.is_cheap(value)) {
                (true, _) => Let::Fallible { skips: facts.skips(value) },
                (false, true) => Let::Eager,
                (false, false) => Let::Lazy,
            };
            self.lets.insert(*local, held);
        }
    }

    /// The statements of declared `let`s, after all that reads them was written. Those that nothing reads are left out.
    pub(crate) fn bindings(&mut self, lets: &'p [(LocalId, Expr)]) -> String {
        let mut statements = Vec::new();
        for (local, value) in lets.iter().rev() {
            if self.used.contains(local) {
                statements.push(self.binding(*local, value));
            }
        }
        statements.into_iter().rev().collect()
    }

    fn binding(&mut self, local: LocalId, value: &'p Expr) -> String {
        let held = self.lets.get(&local).copied().unwrap_or(Let::Fallible { skips: true });
        let ty = self.module.types.rust(self.local_type(local));
        let code = self.expr(value);
        let name = variable(local);
        match held {
            Let::Eager => format!("let {name}: {ty} = {};", code.value()),
            Let::Lazy => format!("let {name} = LazyCell::new(|| -> {ty} {{ {} }});", code.value()),
            Let::Fallible { .. } => {
                format!("let {name} = rt::flow::Let::new(|| -> rt::Result<{ty}> {{ {} }});", code.result())
            }
        }
    }
}
