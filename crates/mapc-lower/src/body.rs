//! Rewrites the expressions of one function into a frame of the plan: new variables, sites with pointers, calls of the right variants.
//! Positions of fields are still those of declarations; `project` changes them at the end.

use mapc_model::core::{self as hir, Arg, ExprKind, SwitchArm};
use mapc_model::model::Invariant;
use mapc_model::ty;
use mapc_plan::{Argument, Arm, Constant, Expr, For, LocalId, Op, Read, SiteId, Step, Ty};

use crate::lineage::Lineage;
use crate::lowering::{Binding, Frame, Lowered, Lowering, number};
use crate::skips::may_skip;
use crate::translate;

/// The variables of a function of the model: their types and what they are called.
#[derive(Clone, Copy, Default)]
pub(crate) struct Variables<'m> {
    pub types: &'m [ty::Ty],
    pub names: &'m [String],
}

impl<'m> Variables<'m> {
    /// Those of a function.
    pub fn of(function: &'m hir::Function) -> Self {
        Variables { types: &function.locals, names: &function.names }
    }
}

/// The expressions of one function on their way into a frame.
pub(crate) struct Body<'l, 'm> {
    pub lowering: &'l mut Lowering<'m>,
    pub frame: &'l mut Frame,
    /// What the function's variables stand for; those without one get a new variable.
    bindings: Vec<Option<Binding>>,
    variables: Variables<'m>,
    /// The pointer of what has no lineage: that of the value which decided that it is evaluated.
    ambient: Vec<Step>,
    /// Whether something was read that is not known.
    pub missing: bool,
}

impl<'l, 'm> Body<'l, 'm> {
    /// `bound` says what some of the function's `variables` stand for.
    pub fn new(
        lowering: &'l mut Lowering<'m>,
        frame: &'l mut Frame,
        variables: Variables<'m>,
        bound: impl IntoIterator<Item = (hir::LocalId, Binding)>,
    ) -> Self {
        let bindings = vec![None; variables.types.len()];
        let mut body = Body { lowering, frame, bindings, variables, ambient: Vec::new(), missing: false };
        for (local, binding) in bound {
            body.bind(local, binding);
        }
        body
    }

    /// Says what a variable of the function stands for.
    pub fn bind(&mut self, local: hir::LocalId, binding: Binding) {
        if let Some(slot) = self.bindings.get_mut(local.0 as usize) {
            *slot = Some(binding);
        }
    }

    /// A new variable of the frame for one that the function declares here; where it has no name it is called by its `role`.
    pub fn declare(&mut self, local: hir::LocalId, role: &str, lineage: Lineage) -> LocalId {
        let at = local.0 as usize;
        let ty = self.variables.types.get(at).map_or(Ty::Never, translate::ty);
        let name = self.variables.names.get(at).filter(|name| !name.is_empty()).map_or(role, String::as_str);
        let new = self.frame.add(name, ty, lineage);
        self.bind(local, Binding::Local(new));
        new
    }

    /// Lowers a `let`. One that reads what is missing is missing itself.
    pub fn binding(&mut self, local: hir::LocalId, value: &'m hir::Expr) -> Option<(LocalId, Expr)> {
        let before = std::mem::take(&mut self.missing);
        let lowered = self.expr(value);
        let missing = std::mem::replace(&mut self.missing, before);
        if missing {
            self.bind(local, Binding::Missing);
            return None;
        }
        Some((self.declare(local, "value", lowered.lineage), lowered.expr))
    }

    /// Lowers an expression.
    pub fn expr(&mut self, expr: &'m hir::Expr) -> Lowered {
        match &expr.kind {
            ExprKind::Local(local) => self.read(expr, *local),
            ExprKind::Field(inner, position) => self.field(expr, inner, *position),
            ExprKind::Call(function, arguments) => {
                let (arguments, lineages) = self.arguments(arguments);
                self.operation(expr, Op::Call(function, arguments), &lineages)
            }
            ExprKind::Arith(op, a, b) => {
                let (a, b) = (self.expr(a), self.expr(b));
                let op = Op::Arith(*op, Box::new(a.expr), Box::new(b.expr));
                self.operation(expr, op, &[a.lineage, b.lineage])
            }
            ExprKind::CallUser(function, arguments) => self.call(expr, *function, arguments),
            ExprKind::Record(fields) => self.record(expr, fields),
            ExprKind::For(each) => self.each(expr, each),
            ExprKind::Scope(lets, inner) => {
                let lets = lets.iter().filter_map(|(local, value)| self.binding(*local, value)).collect();
                let inner = self.expr(inner);
                self.made(expr, Op::Scope(lets, Box::new(inner.expr)), inner.lineage)
            }
            ExprKind::IfPresent { .. } | ExprKind::If(..) | ExprKind::Switch(..) => self.choice(expr),
            ExprKind::Check(inner, demands) if demands.is_empty() => self.expr(inner),
            _ => self.simple(expr),
        }
    }

    /// Operations whose parts are evaluated one after the other, without variables and branches.
    fn simple(&mut self, expr: &'m hir::Expr) -> Lowered {
        let (kind, lineage) = match &expr.kind {
            ExprKind::Const(value) => (Op::Const(translate::constant(value)), Lineage::Unknown),
            ExprKind::Context(context) => (Op::Context(*context), Lineage::Unknown),
            ExprKind::Reject(code, reason) => {
                let reason = self.expr(reason).expr;
                (Op::Reject(code.clone(), Box::new(reason)), Lineage::Unknown)
            }
            ExprKind::Skip(reason) => (Op::Skip(reason.clone()), Lineage::Unknown),
            ExprKind::Some(a) => self.same(a, Op::Some),
            ExprKind::Narrow(a) => self.same(a, Op::Narrow),
            ExprKind::Try(a) => self.same(a, Op::Try),
            ExprKind::Check(a, demands) => self.same(a, |a| Op::Check(a, demands.clone())),
            ExprKind::IsPresent(a) => self.derived(a, Op::IsPresent),
            ExprKind::Not(a) => self.derived(a, Op::Not),
            ExprKind::Negate(a) => self.derived(a, Op::Negate),
            ExprKind::Convert(hir::Conversion::IntToDecimal, a) => self.derived(a, Op::IntToDecimal),
            ExprKind::Convert(hir::Conversion::ToScalar, a) => self.derived(a, Op::ToScalar),
            ExprKind::Convert(hir::Conversion::EnumToStr(id), a) => {
                self.derived(a, |a| Op::EnumToStr(translate::enumeration(*id), a))
            }
            ExprKind::Lookup(table, a) => self.derived(a, |a| Op::Lookup(translate::table_id(*table), a)),
            ExprKind::And(a, b) => self.two(a, b, Op::And),
            ExprKind::Or(a, b) => self.two(a, b, Op::Or),
            ExprKind::Compare(op, a, b) => self.two(a, b, |a, b| Op::Compare(*op, a, b)),
            ExprKind::List(items) => self.list(items, Op::List),
            ExprKind::Concat(items) => self.list(items, Op::Concat),
            // All others have functions of their own.
            _ => {
                let span = Some(expr.site.span);
                self.lowering.refuse("this expression is in error", span);
                (Op::Skip(String::new()), Lineage::Unknown)
            }
        };
        self.made(expr, kind, lineage)
    }

    fn same(&mut self, part: &'m hir::Expr, kind: impl FnOnce(Box<Expr>) -> Op) -> (Op, Lineage) {
        let part = self.expr(part);
        (kind(Box::new(part.expr)), part.lineage)
    }

    fn derived(&mut self, part: &'m hir::Expr, kind: impl FnOnce(Box<Expr>) -> Op) -> (Op, Lineage) {
        let (kind, lineage) = self.same(part, kind);
        (kind, lineage.derived())
    }

    fn two(
        &mut self,
        left: &'m hir::Expr,
        right: &'m hir::Expr,
        kind: impl FnOnce(Box<Expr>, Box<Expr>) -> Op,
    ) -> (Op, Lineage) {
        let (left, right) = (self.expr(left), self.expr(right));
        let lineage = Lineage::made_of([&left.lineage, &right.lineage]);
        (kind(Box::new(left.expr), Box::new(right.expr)), lineage)
    }

    fn list(&mut self, items: &'m [hir::Expr], kind: impl FnOnce(Vec<Expr>) -> Op) -> (Op, Lineage) {
        let (items, lineages) = self.all(items);
        (kind(items), Lineage::made_of(&lineages))
    }

    fn all(&mut self, items: &'m [hir::Expr]) -> (Vec<Expr>, Vec<Lineage>) {
        items.iter().map(|item| self.expr(item)).map(|item| (item.expr, item.lineage)).unzip()
    }

    /// A lowered expression; its site points to where its value comes from.
    fn made(&mut self, expr: &hir::Expr, op: Op, lineage: Lineage) -> Lowered {
        self.made_as(translate::ty(&expr.ty), &expr.site, op, lineage)
    }

    /// As [`Body::made`], of another type.
    fn made_as(&mut self, ty: Ty, site: &hir::Site, op: Op, lineage: Lineage) -> Lowered {
        let pointer = self.pointer(&lineage);
        let site = self.lowering.site(site, pointer);
        Lowered { expr: Expr { op, ty, site }, lineage }
    }

    /// As [`Body::made`], of a value made of operands, each of which the operation can blame.
    fn operation(&mut self, expr: &hir::Expr, op: Op, operands: &[Lineage]) -> Lowered {
        let lineage = Lineage::made_of(operands);
        let pointer = self.pointer(&lineage);
        let steps = |operand: &Lineage| operand.path().map_or_else(|| pointer.clone(), |path| path.steps());
        let mut others: Vec<Vec<Step>> = operands.iter().skip(1).map(steps).collect();
        while others.last() == Some(&pointer) {
            others.pop();
        }
        let site = self.lowering.operation(&expr.site, pointer, others);
        Lowered { expr: Expr { op, ty: translate::ty(&expr.ty), site }, lineage }
    }

    pub fn pointer(&self, lineage: &Lineage) -> Vec<Step> {
        lineage.path().map_or_else(|| self.ambient.clone(), |path| path.steps())
    }

    /// Lowers what is decided before the fields, and what follows if it holds.
    pub fn decided(&mut self, condition: &'m hir::Expr, then: &'m hir::Expr) -> (Expr, Expr) {
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

    fn read(&mut self, expr: &'m hir::Expr, local: hir::LocalId) -> Lowered {
        let binding = self.bindings.get(local.0 as usize).cloned().flatten();
        match binding {
            Some(Binding::Local(new)) => self.local(&expr.site, new),
            Some(Binding::Field(record, position)) => {
                let inner = self.local(&expr.site, record);
                let lineage = inner.lineage.field(self.lowering.model, lineage_record(&inner.expr.ty), position);
                self.made(expr, Op::Field(Box::new(inner.expr), position), lineage)
            }
            Some(Binding::Outputs(outputs)) => {
                let parts: Vec<Lowered> = (0..outputs.len()).map(|at| self.output(expr, &outputs, at)).collect();
                let (fields, lineages) = parts.into_iter().map(|part| (part.expr, part.lineage)).unzip();
                self.made(expr, Op::Record(fields), Lineage::Fields(lineages))
            }
            Some(Binding::Missing) => self.missing(expr),
            None => {
                let span = Some(expr.site.span);
                self.lowering.refuse("a variable is read before it is declared, which is a defect of mapc", span);
                self.missing(expr)
            }
        }
    }

    /// A variable of the frame that is read.
    fn local(&mut self, site: &hir::Site, local: LocalId) -> Lowered {
        let (ty, lineage) = (self.frame.ty(local), self.frame.lineage(local));
        self.made_as(ty, site, Op::Local(Read(local)), lineage)
    }

    /// A field of the record that an earlier stage built.
    fn output(&mut self, expr: &'m hir::Expr, outputs: &[Option<LocalId>], position: usize) -> Lowered {
        match outputs.get(position).copied().flatten() {
            Some(local) => self.local(&expr.site, local),
            None => self.missing(expr),
        }
    }

    /// Stands for what is not known; whoever asked for it drops the expression.
    fn missing(&mut self, expr: &hir::Expr) -> Lowered {
        self.missing = true;
        self.made(expr, Op::Const(Constant::Absent), Lineage::Unknown)
    }

    fn field(&mut self, expr: &'m hir::Expr, inner: &'m hir::Expr, position: u32) -> Lowered {
        if let ExprKind::Local(local) = &inner.kind
            && let Some(Binding::Outputs(outputs)) = self.bindings.get(local.0 as usize).cloned().flatten()
        {
            return self.output(expr, &outputs, position as usize);
        }
        let lowered = self.expr(inner);
        let lineage = lowered.lineage.field(self.lowering.model, lineage_record(&lowered.expr.ty), position);
        self.made(expr, Op::Field(Box::new(lowered.expr), position), lineage)
    }

    /// The arguments of a library function, and where each comes from.
    fn arguments(&mut self, arguments: &'m [Arg]) -> (Vec<Argument>, Vec<Lineage>) {
        let mut lineages = Vec::with_capacity(arguments.len());
        let mut lowered = Vec::with_capacity(arguments.len());
        for argument in arguments {
            let mut lineage = Lineage::Unknown;
            lowered.push(match argument {
                Arg::Value(value) => {
                    let value = self.expr(value);
                    lineage = value.lineage;
                    Argument::Value(value.expr)
                }
                Arg::Lambda { params, body } => {
                    let known = Lineage::made_of(&lineages);
                    let params = params.iter().map(|param| self.declare(*param, "item", known.clone())).collect();
                    let body = self.under(&known, |this| this.expr(body));
                    Argument::Lambda { params, body: body.expr }
                }
                Arg::Regex(pattern) => Argument::Regex(pattern.clone()),
                Arg::Pattern(pattern, purpose) => Argument::Pattern(pattern.clone(), *purpose),
            });
            lineages.push(lineage);
        }
        (lowered, lineages)
    }

    fn call(&mut self, expr: &'m hir::Expr, function: hir::FunctionId, arguments: &'m [hir::Expr]) -> Lowered {
        let (arguments, lineages) = self.all(arguments);
        let base = lineages.iter().position(Lineage::is_known).unwrap_or_default();
        let argument = lineages.get(base).cloned().unwrap_or(Lineage::Unknown);
        let prefix = argument.base();
        let relative = prefix.as_ref().map_or(Lineage::Unknown, |path| argument.below(path));
        let (function, result) = self.lowering.variant(function, base, relative);
        let lineage = prefix.as_ref().map_or(Lineage::Unknown, |path| result.behind(path));
        let pointer = prefix.map_or_else(|| self.ambient.clone(), |path| path.steps());
        let site = self.lowering.site(&expr.site, pointer);
        Lowered { expr: Expr { op: Op::CallUser(function, arguments), ty: translate::ty(&expr.ty), site }, lineage }
    }

    fn record(&mut self, expr: &'m hir::Expr, fields: &'m [hir::Expr]) -> Lowered {
        let (fields, lineages) = self.all(fields);
        let built = self.made(expr, Op::Record(fields), Lineage::Fields(lineages));
        match &expr.ty {
            ty::Ty::Record(record) if !self.lowering.model.record(*record).checks.is_empty() => {
                self.checked(built, *record, &expr.site.target)
            }
            _ => built,
        }
    }

    fn each(&mut self, expr: &'m hir::Expr, each: &'m hir::For) -> Lowered {
        let list = self.expr(&each.list);
        let index = self.declare(each.index, "index", Lineage::Unknown);
        let element = list.lineage.element(index);
        let item = self.declare(each.item, "item", element.clone());
        let number = each.number.map(|number| self.declare(number, "number", Lineage::Unknown));
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
        self.made(expr, Op::For(Box::new(each)), lineage)
    }

    fn choice(&mut self, expr: &'m hir::Expr) -> Lowered {
        let (kind, lineage) = match &expr.kind {
            ExprKind::IfPresent { value, bind, then, otherwise } => {
                let value = self.expr(value);
                let bind = self.declare(*bind, "present", value.lineage.clone());
                let (then, otherwise) = self.under(&value.lineage, |this| (this.expr(then), this.expr(otherwise)));
                let lineage = branches(&value.lineage, &[&then.lineage, &otherwise.lineage]);
                let (value, then, otherwise) = (Box::new(value.expr), Box::new(then.expr), Box::new(otherwise.expr));
                (Op::IfPresent(value, bind, then, otherwise), lineage)
            }
            ExprKind::If(condition, then, otherwise) => {
                let condition = self.expr(condition);
                let (then, otherwise) = self.under(&condition.lineage, |this| (this.expr(then), this.expr(otherwise)));
                let lineage = branches(&condition.lineage, &[&then.lineage, &otherwise.lineage]);
                (Op::If(Box::new(condition.expr), Box::new(then.expr), Box::new(otherwise.expr)), lineage)
            }
            ExprKind::Switch(value, arms, otherwise) => self.switch(value, arms, otherwise),
            _ => (Op::Skip(String::new()), Lineage::Unknown),
        };
        self.made(expr, kind, lineage)
    }

    fn switch(&mut self, value: &'m hir::Expr, arms: &'m [SwitchArm], otherwise: &'m hir::Expr) -> (Op, Lineage) {
        let value = self.expr(value);
        let (bodies, otherwise) = self.under(&value.lineage, |this| {
            let bodies: Vec<Lowered> = arms.iter().map(|arm| this.expr(&arm.body)).collect();
            (bodies, this.expr(otherwise))
        });
        let lineages: Vec<&Lineage> = bodies.iter().map(|body| &body.lineage).chain([&otherwise.lineage]).collect();
        let lineage = branches(&value.lineage, &lineages);
        let arms = arms.iter().zip(bodies);
        let values = |arm: &SwitchArm| arm.values.iter().map(translate::constant).collect();
        let arms = arms.map(|(arm, body)| Arm { values: values(arm), body: body.expr }).collect();
        (Op::Switch(Box::new(value.expr), arms, Box::new(otherwise.expr)), lineage)
    }

    /// The condition of an invariant over fields that `fields` stands for; at the site, the field it speaks of. `at` is where
    /// that field comes from, and `target` what stands before its name.
    pub fn condition(
        &mut self,
        invariant: &'m Invariant,
        record: ty::RecordId,
        fields: &[Binding],
        at: &Lineage,
        target: &str,
    ) -> Expr {
        let bound = fields.iter().enumerate().map(|(at, binding)| (hir::LocalId(number(at)), binding.clone()));
        let mut body = Body::new(self.lowering, self.frame, Variables { types: &invariant.locals, names: &[] }, bound);
        body.ambient.clone_from(&self.ambient);
        let condition = body.expr(&invariant.condition).expr;
        let site = self.invariant_site(invariant, record, at, target);
        Expr { site, ..condition }
    }

    fn invariant_site(&mut self, invariant: &Invariant, record: ty::RecordId, at: &Lineage, target: &str) -> SiteId {
        let fields = &self.lowering.model.record(record).fields;
        let name = invariant.at.and_then(|at| fields.get(at as usize)).map_or("", |field| field.name.as_str());
        let names = [target, name].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(".");
        let span = invariant.condition.site.span;
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

/// The record that a value of this type is, for its lineage.
pub(crate) fn lineage_record(ty: &Ty) -> Option<ty::RecordId> {
    match ty.required() {
        Ty::Record(record) => Some(ty::RecordId(record.0)),
        _ => None,
    }
}
