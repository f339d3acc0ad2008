//! Rewrites the expressions of one function into a frame of the plan: new variables, sites with pointers, calls of the right variants.
//! Positions of fields are still those of declarations; `project` changes them at the end.

use mapc_model::core::{Arg, Const, Expr, ExprKind, For, LocalId, SiteId, SwitchArm};
use mapc_model::model::Invariant;
use mapc_model::ty::{RecordId, Ty};

use crate::ir::Step;
use crate::lineage::Lineage;
use crate::lowering::{Binding, Frame, Lowered, Lowering, number};
use crate::skips::may_skip;

/// The expressions of one function on their way into a frame.
pub(crate) struct Body<'l, 'm> {
    pub lowering: &'l mut Lowering<'m>,
    pub frame: &'l mut Frame,
    /// What the function's variables stand for; those without one get a new variable.
    bindings: Vec<Option<Binding>>,
    types: &'m [Ty],
    /// The pointer of what has no lineage: that of the value which decided that it is evaluated.
    ambient: Vec<Step>,
    /// Whether something was read that is not known.
    pub missing: bool,
}

impl<'l, 'm> Body<'l, 'm> {
    /// `types` are those of the function's variables; `bound` says what some of them stand for.
    pub fn new(
        lowering: &'l mut Lowering<'m>,
        frame: &'l mut Frame,
        types: &'m [Ty],
        bound: impl IntoIterator<Item = (LocalId, Binding)>,
    ) -> Self {
        let mut body =
            Body { lowering, frame, bindings: vec![None; types.len()], types, ambient: Vec::new(), missing: false };
        for (local, binding) in bound {
            body.bind(local, binding);
        }
        body
    }

    /// Says what a variable of the function stands for.
    pub fn bind(&mut self, local: LocalId, binding: Binding) {
        if let Some(slot) = self.bindings.get_mut(local.0 as usize) {
            *slot = Some(binding);
        }
    }

    /// A new variable of the frame for one that the function declares here.
    pub fn declare(&mut self, local: LocalId, lineage: Lineage) -> LocalId {
        let ty = self.types.get(local.0 as usize).cloned().unwrap_or(Ty::Error);
        let new = self.frame.add(ty, lineage);
        self.bind(local, Binding::Local(new));
        new
    }

    /// Lowers a `let`. One that reads what is missing is missing itself.
    pub fn binding(&mut self, local: LocalId, value: &'m Expr) -> Option<(LocalId, Expr)> {
        let before = std::mem::take(&mut self.missing);
        let lowered = self.expr(value);
        let missing = std::mem::replace(&mut self.missing, before);
        if missing {
            self.bind(local, Binding::Missing);
            return None;
        }
        Some((self.declare(local, lowered.lineage), lowered.expr))
    }

    /// Lowers an expression.
    pub fn expr(&mut self, expr: &'m Expr) -> Lowered {
        match &expr.kind {
            ExprKind::Local(local) => self.read(expr, *local),
            ExprKind::Field(inner, position) => self.field(expr, inner, *position),
            ExprKind::Call(function, arguments) => {
                let (arguments, lineages) = self.arguments(arguments);
                self.operation(expr, ExprKind::Call(function, arguments), &lineages)
            }
            ExprKind::Arith(op, a, b) => {
                let (a, b) = (self.expr(a), self.expr(b));
                let kind = ExprKind::Arith(*op, Box::new(a.expr), Box::new(b.expr));
                self.operation(expr, kind, &[a.lineage, b.lineage])
            }
            ExprKind::CallUser(function, arguments) => self.call(expr, *function, arguments),
            ExprKind::Record(fields) => self.record(expr, fields),
            ExprKind::For(each) => self.each(expr, each),
            ExprKind::Scope(lets, inner) => {
                let lets = lets.iter().filter_map(|(local, value)| self.binding(*local, value)).collect();
                let inner = self.expr(inner);
                self.made(expr, ExprKind::Scope(lets, Box::new(inner.expr)), inner.lineage)
            }
            ExprKind::IfPresent { .. } | ExprKind::If(..) | ExprKind::Switch(..) => self.choice(expr),
            _ => self.simple(expr),
        }
    }

    /// Operations whose parts are evaluated one after the other, without variables and branches.
    fn simple(&mut self, expr: &'m Expr) -> Lowered {
        let (kind, lineage) = match &expr.kind {
            ExprKind::Const(value) => (ExprKind::Const(value.clone()), Lineage::Unknown),
            ExprKind::Context(context) => (ExprKind::Context(*context), Lineage::Unknown),
            ExprKind::Reject(code, reason) => {
                let reason = self.expr(reason).expr;
                (ExprKind::Reject(code.clone(), Box::new(reason)), Lineage::Unknown)
            }
            ExprKind::Skip(reason) => (ExprKind::Skip(reason.clone()), Lineage::Unknown),
            ExprKind::Some(a) => self.same(a, ExprKind::Some),
            ExprKind::Narrow(a) => self.same(a, ExprKind::Narrow),
            ExprKind::Try(a) => self.same(a, ExprKind::Try),
            ExprKind::Check(a, demands) => self.same(a, |a| ExprKind::Check(a, demands.clone())),
            ExprKind::IsPresent(a) => self.derived(a, ExprKind::IsPresent),
            ExprKind::Not(a) => self.derived(a, ExprKind::Not),
            ExprKind::Negate(a) => self.derived(a, ExprKind::Negate),
            ExprKind::Convert(how, a) => self.derived(a, |a| ExprKind::Convert(*how, a)),
            ExprKind::Lookup(table, a) => self.derived(a, |a| ExprKind::Lookup(*table, a)),
            ExprKind::And(a, b) => self.two(a, b, ExprKind::And),
            ExprKind::Or(a, b) => self.two(a, b, ExprKind::Or),
            ExprKind::Compare(op, a, b) => self.two(a, b, |a, b| ExprKind::Compare(*op, a, b)),
            ExprKind::List(items) => self.list(items, ExprKind::List),
            ExprKind::Concat(items) => self.list(items, ExprKind::Concat),
            // All others have functions of their own.
            _ => {
                let span = self.lowering.span(expr.site);
                self.lowering.refuse("this expression is in error", span);
                (ExprKind::Error, Lineage::Unknown)
            }
        };
        self.made(expr, kind, lineage)
    }

    fn same(&mut self, part: &'m Expr, kind: impl FnOnce(Box<Expr>) -> ExprKind) -> (ExprKind, Lineage) {
        let part = self.expr(part);
        (kind(Box::new(part.expr)), part.lineage)
    }

    fn derived(&mut self, part: &'m Expr, kind: impl FnOnce(Box<Expr>) -> ExprKind) -> (ExprKind, Lineage) {
        let (kind, lineage) = self.same(part, kind);
        (kind, lineage.derived())
    }

    fn two(
        &mut self,
        left: &'m Expr,
        right: &'m Expr,
        kind: impl FnOnce(Box<Expr>, Box<Expr>) -> ExprKind,
    ) -> (ExprKind, Lineage) {
        let (left, right) = (self.expr(left), self.expr(right));
        let lineage = Lineage::made_of([&left.lineage, &right.lineage]);
        (kind(Box::new(left.expr), Box::new(right.expr)), lineage)
    }

    fn list(&mut self, items: &'m [Expr], kind: impl FnOnce(Vec<Expr>) -> ExprKind) -> (ExprKind, Lineage) {
        let (items, lineages) = self.all(items);
        (kind(items), Lineage::made_of(&lineages))
    }

    fn all(&mut self, items: &'m [Expr]) -> (Vec<Expr>, Vec<Lineage>) {
        items.iter().map(|item| self.expr(item)).map(|item| (item.expr, item.lineage)).unzip()
    }

    /// A lowered expression; its site points to where its value comes from.
    fn made(&mut self, expr: &Expr, kind: ExprKind, lineage: Lineage) -> Lowered {
        let pointer = self.pointer(&lineage);
        let site = self.lowering.site(expr.site, pointer);
        Lowered { expr: Expr { kind, ty: expr.ty.clone(), site }, lineage }
    }

    /// As [`Body::made`], of a value made of operands, each of which the operation can blame.
    fn operation(&mut self, expr: &Expr, kind: ExprKind, operands: &[Lineage]) -> Lowered {
        let lineage = Lineage::made_of(operands);
        let pointer = self.pointer(&lineage);
        let steps = |operand: &Lineage| operand.path().map_or_else(|| pointer.clone(), |path| path.steps());
        let mut others: Vec<Vec<Step>> = operands.iter().skip(1).map(steps).collect();
        while others.last() == Some(&pointer) {
            others.pop();
        }
        let site = self.lowering.operation(expr.site, pointer, others);
        Lowered { expr: Expr { kind, ty: expr.ty.clone(), site }, lineage }
    }

    pub fn pointer(&self, lineage: &Lineage) -> Vec<Step> {
        lineage.path().map_or_else(|| self.ambient.clone(), |path| path.steps())
    }

    /// Lowers what is decided before the fields, and what follows if it holds.
    pub fn decided(&mut self, condition: &'m Expr, then: &'m Expr) -> (Expr, Expr) {
        let condition = self.expr(condition);
        let then = self.under(&condition.lineage, |this| this.expr(then));
        (condition.expr, then.expr)
    }

    /// Lowers with the pointer of `lineage` for what has none.
    fn under<T>(&mut self, lineage: &Lineage, lower: impl FnOnce(&mut Self) -> T) -> T {
        let pointer = self.pointer(lineage);
        let before = std::mem::replace(&mut self.ambient, pointer);
        let lowered = lower(self);
        self.ambient = before;
        lowered
    }

    fn read(&mut self, expr: &'m Expr, local: LocalId) -> Lowered {
        let binding = self.bindings.get(local.0 as usize).cloned().flatten();
        match binding {
            Some(Binding::Local(new)) => {
                let lineage = self.frame.lineage(new);
                self.made(expr, ExprKind::Local(new), lineage)
            }
            Some(Binding::Field(record, position)) => {
                let (ty, whole) = (self.frame.ty(record), self.frame.lineage(record));
                let lineage = whole.field(self.lowering.model, &ty, position);
                let inner = self.made(&Expr { ty, ..expr.clone() }, ExprKind::Local(record), whole);
                self.made(expr, ExprKind::Field(Box::new(inner.expr), position), lineage)
            }
            Some(Binding::Outputs(outputs)) => {
                let parts: Vec<Lowered> = (0..outputs.len()).map(|at| self.output(expr, &outputs, at)).collect();
                let (fields, lineages) = parts.into_iter().map(|part| (part.expr, part.lineage)).unzip();
                self.made(expr, ExprKind::Record(fields), Lineage::Fields(lineages))
            }
            Some(Binding::Missing) => self.missing(expr),
            None => {
                let span = self.lowering.span(expr.site);
                self.lowering.refuse("a variable is read before it is declared, which is a defect of mapc", span);
                self.missing(expr)
            }
        }
    }

    /// A field of the record that an earlier stage built.
    fn output(&mut self, expr: &'m Expr, outputs: &[Option<LocalId>], position: usize) -> Lowered {
        match outputs.get(position).copied().flatten() {
            Some(local) => {
                let (ty, lineage) = (self.frame.ty(local), self.frame.lineage(local));
                self.made(&Expr { ty, ..expr.clone() }, ExprKind::Local(local), lineage)
            }
            None => self.missing(expr),
        }
    }

    /// Stands for what is not known; whoever asked for it drops the expression.
    fn missing(&mut self, expr: &Expr) -> Lowered {
        self.missing = true;
        self.made(expr, ExprKind::Const(Const::Absent), Lineage::Unknown)
    }

    fn field(&mut self, expr: &'m Expr, inner: &'m Expr, position: u32) -> Lowered {
        if let ExprKind::Local(local) = &inner.kind
            && let Some(Binding::Outputs(outputs)) = self.bindings.get(local.0 as usize).cloned().flatten()
        {
            let read = self.output(expr, &outputs, position as usize);
            return Lowered { expr: Expr { ty: expr.ty.clone(), ..read.expr }, ..read };
        }
        let lowered = self.expr(inner);
        let lineage = lowered.lineage.field(self.lowering.model, &inner.ty, position);
        self.made(expr, ExprKind::Field(Box::new(lowered.expr), position), lineage)
    }

    /// The arguments of a library function, and where each comes from.
    fn arguments(&mut self, arguments: &'m [Arg]) -> (Vec<Arg>, Vec<Lineage>) {
        let mut lineages = Vec::with_capacity(arguments.len());
        let mut lowered = Vec::with_capacity(arguments.len());
        for argument in arguments {
            let mut lineage = Lineage::Unknown;
            lowered.push(match argument {
                Arg::Value(value) => {
                    let value = self.expr(value);
                    lineage = value.lineage;
                    Arg::Value(value.expr)
                }
                Arg::Lambda { params, body } => {
                    let known = Lineage::made_of(&lineages);
                    let params = params.iter().map(|param| self.declare(*param, known.clone())).collect();
                    let body = self.under(&known, |this| this.expr(body));
                    Arg::Lambda { params, body: body.expr }
                }
                Arg::Regex(_) | Arg::Pattern(..) => argument.clone(),
            });
            lineages.push(lineage);
        }
        (lowered, lineages)
    }

    fn call(&mut self, expr: &'m Expr, function: mapc_model::core::FunctionId, arguments: &'m [Expr]) -> Lowered {
        let (arguments, lineages) = self.all(arguments);
        let base = lineages.iter().position(Lineage::is_known).unwrap_or_default();
        let argument = lineages.get(base).cloned().unwrap_or(Lineage::Unknown);
        let prefix = argument.base();
        let relative = prefix.as_ref().map_or(Lineage::Unknown, |path| argument.below(path));
        let (function, result) = self.lowering.variant(function, base, relative);
        let lineage = prefix.as_ref().map_or(Lineage::Unknown, |path| result.behind(path));
        let pointer = prefix.map_or_else(|| self.ambient.clone(), |path| path.steps());
        let site = self.lowering.site(expr.site, pointer);
        Lowered { expr: Expr { kind: ExprKind::CallUser(function, arguments), ty: expr.ty.clone(), site }, lineage }
    }

    fn record(&mut self, expr: &'m Expr, fields: &'m [Expr]) -> Lowered {
        let (fields, lineages) = self.all(fields);
        let built = self.made(expr, ExprKind::Record(fields), Lineage::Fields(lineages));
        match &expr.ty {
            Ty::Record(record) if !self.lowering.model.record(*record).checks.is_empty() => {
                let target = self.lowering.target(expr.site).to_owned();
                self.checked(built, *record, &target)
            }
            _ => built,
        }
    }

    fn each(&mut self, expr: &'m Expr, each: &'m For) -> Lowered {
        let list = self.expr(&each.list);
        let index = self.declare(each.index, Lineage::Unknown);
        let element = list.lineage.element(index);
        let item = self.declare(each.item, element.clone());
        let number = each.number.map(|number| self.declare(number, Lineage::Unknown));
        let (filter, body) = self.under(&element, |this| {
            let filter = each.filter.as_ref().map(|filter| this.expr(filter).expr);
            (filter, this.expr(&each.body))
        });
        let model = self.lowering.model;
        let lineage = if each.filter.is_none() && !may_skip(model, &each.body) {
            list.lineage.each(index, &body.lineage)
        } else {
            list.lineage.derived()
        };
        let each = For { list: list.expr, item, index, number, filter, body: body.expr };
        self.made(expr, ExprKind::For(Box::new(each)), lineage)
    }

    fn choice(&mut self, expr: &'m Expr) -> Lowered {
        let (kind, lineage) = match &expr.kind {
            ExprKind::IfPresent { value, bind, then, otherwise } => {
                let value = self.expr(value);
                let bind = self.declare(*bind, value.lineage.clone());
                let (then, otherwise) = self.under(&value.lineage, |this| (this.expr(then), this.expr(otherwise)));
                let lineage = branches(&value.lineage, &[&then.lineage, &otherwise.lineage]);
                let (value, then, otherwise) = (Box::new(value.expr), Box::new(then.expr), Box::new(otherwise.expr));
                (ExprKind::IfPresent { value, bind, then, otherwise }, lineage)
            }
            ExprKind::If(condition, then, otherwise) => {
                let condition = self.expr(condition);
                let (then, otherwise) = self.under(&condition.lineage, |this| (this.expr(then), this.expr(otherwise)));
                let lineage = branches(&condition.lineage, &[&then.lineage, &otherwise.lineage]);
                (ExprKind::If(Box::new(condition.expr), Box::new(then.expr), Box::new(otherwise.expr)), lineage)
            }
            ExprKind::Switch(value, arms, otherwise) => self.switch(value, arms, otherwise),
            _ => (ExprKind::Error, Lineage::Unknown),
        };
        self.made(expr, kind, lineage)
    }

    fn switch(&mut self, value: &'m Expr, arms: &'m [SwitchArm], otherwise: &'m Expr) -> (ExprKind, Lineage) {
        let value = self.expr(value);
        let (bodies, otherwise) = self.under(&value.lineage, |this| {
            let bodies: Vec<Lowered> = arms.iter().map(|arm| this.expr(&arm.body)).collect();
            (bodies, this.expr(otherwise))
        });
        let lineages: Vec<&Lineage> = bodies.iter().map(|body| &body.lineage).chain([&otherwise.lineage]).collect();
        let lineage = branches(&value.lineage, &lineages);
        let arms = arms.iter().zip(bodies);
        let arms = arms.map(|(arm, body)| SwitchArm { values: arm.values.clone(), body: body.expr }).collect();
        (ExprKind::Switch(Box::new(value.expr), arms, Box::new(otherwise.expr)), lineage)
    }

    /// The condition of an invariant over fields that `fields` stands for; at the site, the field it speaks of. `at` is where
    /// that field comes from, and `target` what stands before its name.
    pub fn condition(
        &mut self,
        invariant: &'m Invariant,
        record: RecordId,
        fields: &[Binding],
        at: &Lineage,
        target: &str,
    ) -> Expr {
        let bound = fields.iter().enumerate().map(|(at, binding)| (LocalId(number(at)), binding.clone()));
        let mut body = Body::new(self.lowering, self.frame, &invariant.locals, bound);
        body.ambient.clone_from(&self.ambient);
        let condition = body.expr(&invariant.condition).expr;
        let site = self.invariant_site(invariant, record, at, target);
        Expr { site, ..condition }
    }

    fn invariant_site(&mut self, invariant: &Invariant, record: RecordId, at: &Lineage, target: &str) -> SiteId {
        let fields = &self.lowering.model.record(record).fields;
        let name = invariant.at.and_then(|at| fields.get(at as usize)).map_or("", |field| field.name.as_str());
        let names = [target, name].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(".");
        let span = self.lowering.span(invariant.condition.site).unwrap_or_default();
        let pointer = self.pointer(at);
        self.lowering.place(span, names, pointer)
    }
}

/// Of a choice: what all branches that are known share, else that of what decides.
fn branches(decides: &Lineage, branches: &[&Lineage]) -> Lineage {
    match Lineage::either(branches.iter().copied()) {
        Lineage::Unknown => decides.derived(),
        known => known,
    }
}
