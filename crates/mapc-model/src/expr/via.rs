//! `via`: tables and declared maps.

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use super::Checker;
use super::join;
use crate::core::{Expr, ExprKind, TableId};
use crate::errors;
use crate::names::{Symbol, TableSymbol};
use crate::ty::{RecordId, Ty};

impl Checker<'_, '_> {
    /// `e via T`; over a `T?` it gives a `U?`.
    pub(super) fn via(&mut self, base: &ast::Expr, target: &ast::Path, span: Span, hint: Option<&Ty>) -> Expr {
        match self.cx.resolve_or_report(target, &self.scope.clone(), "table or record") {
            Some(Symbol::Table(table)) => {
                let side = table.forward.or(table.backward).map(|id| self.table_types(id).0);
                let value = self.infer(base, side.filter(|_| is_literal(base)).as_ref());
                self.via_table(value, table, target, base, hint)
            }
            Some(Symbol::Record(record)) => {
                let value = self.infer(base, None);
                self.via_map(value, record, base, span)
            }
            Some(other) => {
                self.infer(base, None);
                self.cx.wrong_kind(target, &self.scope.clone(), &other, "table or record");
                self.error(span)
            }
            None => {
                self.infer(base, None);
                self.error(span)
            }
        }
    }

    fn table_types(&self, id: TableId) -> (Ty, Ty) {
        self.cx
            .model
            .tables
            .get(id.0 as usize)
            .map_or((Ty::Error, Ty::Error), |table| (table.from.clone(), table.to.clone()))
    }

    /// Looks a value up, in the direction that its type asks for; where both would do, from the left column to the right
    /// unless what is expected speaks against it.
    fn via_table(
        &mut self,
        value: Expr,
        table: TableSymbol,
        target: &ast::Path,
        base: &ast::Expr,
        hint: Option<&Ty>,
    ) -> Expr {
        let span = base.span.to(target.span);
        if value.ty == Ty::Error {
            return self.error(span);
        }
        let fits = |c: &Self, id: TableId| {
            let (from, to) = c.table_types(id);
            let takes = c.takes(&value.ty, &from);
            let gives = hint.is_none_or(|hint| join(&c.cx.model, to.required(), hint.required().base()).is_some());
            (takes, gives)
        };
        let ways: Vec<TableId> = [table.forward, table.backward].into_iter().flatten().collect();
        let best = ways.iter().copied().find(|id| fits(self, *id) == (true, true));
        let best = best.or_else(|| ways.iter().copied().find(|id| fits(self, *id).0));
        match best {
            Some(id) => self.lookup(value, id, base, span),
            None => {
                let wanted: Vec<String> = ways.iter().map(|id| self.cx.type_name(&self.table_types(*id).0)).collect();
                let found = self.cx.type_name(&value.ty);
                self.fail(errors::types::not_in_table(base.span, &found, &target.text(), &wanted))
            }
        }
    }

    fn takes(&self, value: &Ty, from: &Ty) -> bool {
        match (value.required().base(), from.required().base()) {
            (_, Ty::Error) | (Ty::Error, _) => true,
            (value, from) => join(&self.cx.model, value, from).is_some_and(|ty| ty == *from),
        }
    }

    /// A lookup in one direction of a table.
    pub(crate) fn lookup(&mut self, value: Expr, id: TableId, base: &ast::Expr, span: Span) -> Expr {
        let (from, to) = self.table_types(id);
        if from == Ty::Error || to == Ty::Error {
            return self.error(span);
        }
        self.lift(value, |c, value| {
            let value = c.fit_value(value, from.base(), base.span);
            c.make(ExprKind::Lookup(id, Box::new(value)), to, span)
        })
    }

    /// Hands a record to the declared map that makes another of it.
    pub(crate) fn via_map(&mut self, value: Expr, target: RecordId, base: &ast::Expr, span: Span) -> Expr {
        let name = self.cx.model.record(target).name.clone();
        match value.ty.required().base().clone() {
            Ty::Error => self.error(span),
            Ty::Record(from) => {
                let Some(map) = self.cx.index.map_between(from, target).cloned() else {
                    if self.cx.lost_maps {
                        return self.error(span);
                    }
                    let from = self.cx.model.record(from).name.clone();
                    return self.fail(errors::types::no_map(span, &from, &name));
                };
                if let Some(head) = map.deletes {
                    return self.fail(errors::two_way::via_deletes(span, head, &name));
                }
                if let Some(head) = map.skips
                    && !self.in_loop
                {
                    return self.fail(errors::two_way::via_skips(span, head, &name));
                }
                self.lift(value, |c, value| {
                    c.edge(map.function, std::slice::from_ref(&value), span);
                    c.make(ExprKind::CallUser(map.function, vec![value]), Ty::Record(target), span)
                })
            }
            Ty::List(_) => self.fail(errors::types::via_over_list(base.span, span, &name)),
            other => {
                let found = self.cx.type_name(&other);
                self.fail(errors::types::via_of_no_record(base.span, &found, &name))
            }
        }
    }
}

fn is_literal(expr: &ast::Expr) -> bool {
    matches!(expr.kind, ast::ExprKind::Member(_) | ast::ExprKind::Text(_) | ast::ExprKind::Number(_))
}
