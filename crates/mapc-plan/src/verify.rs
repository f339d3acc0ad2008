//! The verifier: whether a plan is whole. It runs on every plan that is made or read, so that engines need not ask again.
//!
//! Invariants:
//!
//! 1. Every position names something that is there: locals, functions, tables, enums, sites, shapes, slots of layouts.
//! 2. Locals of one frame have names of their own, made of letters, digits and `_`.
//! 3. A local is declared once in its frame, and read only where it has been declared: by a stage before, or around the expression.
//! 4. Types fit: operands have the types that their operation is for, branches and fields those of the whole. What never has a value fits.
//! 5. Constants are of the type that they stand for.
//! 6. A function takes as many arguments as it has parameters, of their types.

use std::collections::BTreeSet;

use mapc_runtime::Constant;

use crate::ids::{EnumId, FunctionId, LocalId, RecordId, SiteId};
use crate::ops::{Argument, Expr, Op, Read};
use crate::plan::{
    Decode, DecodeKind, Encode, Function, Head, Layout, Local, Otherwise, Pipeline, Plan, ReadShape, WriteShape,
};
use crate::ty::Ty;

/// Tests a plan for being whole.
///
/// # Errors
/// The first invariant that does not hold, in words.
pub fn verify(plan: &Plan) -> Result<(), String> {
    mapc_runtime::stack::walk(|| {
        let check = Verifier { plan };
        check.declarations()?;
        plan.read_shapes.iter().try_for_each(|shape| check.read_shape(shape))?;
        plan.write_shapes.iter().try_for_each(|shape| check.write_shape(shape))?;
        exists("read shape", &plan.read_shapes, plan.source.0)?;
        check.route()?;
        plan.functions.iter().try_for_each(|function| check.function(function))
    })
}

type Checked = Result<(), String>;

#[derive(Clone, Copy)]
struct Verifier<'p> {
    plan: &'p Plan,
}

fn exists<T>(what: &str, all: &[T], index: u32) -> Checked {
    if (index as usize) < all.len() { Ok(()) } else { Err(format!("there is no {what} {index}")) }
}

/// Whether a value of a type may stand where another is wanted.
fn fits(found: &Ty, wanted: &Ty) -> bool {
    match (found, wanted) {
        (Ty::Never, _) => true,
        (Ty::Optional(found), Ty::Optional(wanted))
        | (Ty::List(found), Ty::List(wanted))
        | (Ty::Map(found), Ty::Map(wanted)) => fits(found, wanted),
        (Ty::Tuple(found), Ty::Tuple(wanted)) => {
            found.len() == wanted.len() && found.iter().zip(wanted).all(|(found, wanted)| fits(found, wanted))
        }
        (found, wanted) => found == wanted,
    }
}

impl<'p> Verifier<'p> {
    fn declarations(self) -> Checked {
        for layout in &self.plan.layouts {
            layout.fields.iter().try_for_each(|(_, ty)| self.ty(ty))?;
        }
        for table in self.plan.tables.iter() {
            for (key, value) in &table.rows {
                self.constant(key, &table.from)?;
                self.constant(value, &table.to)?;
            }
            if let Otherwise::Value(value) = &table.otherwise {
                self.constant(value, &table.to)?;
            }
        }
        Ok(())
    }

    fn layout(self, record: RecordId) -> Result<&'p Layout, String> {
        self.plan.layout(record).ok_or_else(|| format!("record {} has no layout", record.0))
    }

    fn ty(self, ty: &Ty) -> Checked {
        let mut records = Ok(());
        ty.records(&mut |record| {
            if records.is_ok() {
                records = self.layout(record).map(|_| ());
            }
        });
        records
    }

    fn enumeration(self, EnumId(id): EnumId) -> Checked {
        exists("enum", &self.plan.enums, id)
    }

    fn site(self, SiteId(site): SiteId, locals: &[Local]) -> Checked {
        exists("site", &self.plan.sites, site)?;
        let indices = self.plan.sites[site as usize].indices();
        indices.into_iter().try_for_each(|local| exists("local", locals, local.0))
    }

    fn constant(self, constant: &Constant, ty: &Ty) -> Checked {
        let fits = match (constant, ty) {
            (Constant::Absent, Ty::Optional(_))
            | (Constant::Bool(_), Ty::Bool | Ty::Scalar)
            | (Constant::Int(_), Ty::Int)
            | (Constant::Float(_), Ty::Float)
            | (Constant::Decimal(_), Ty::Decimal)
            | (Constant::Number(_), Ty::Scalar)
            | (Constant::Str(_), Ty::Str | Ty::Scalar) => true,
            (Constant::Enum(member), Ty::Enum(EnumId(id))) => {
                self.plan.enums.get(*id as usize).is_some_and(|known| (*member as usize) < known.wire.len())
            }
            (Constant::List(items), Ty::List(element)) => {
                return items.iter().try_for_each(|item| self.constant(item, element));
            }
            (constant, Ty::Optional(inner)) => return self.constant(constant, inner),
            _ => false,
        };
        if fits { Ok(()) } else { Err(format!("the constant {constant:?} is no {ty:?}")) }
    }

    fn read_shape(self, shape: &ReadShape) -> Checked {
        self.site(shape.site, &[])?;
        for field in &shape.fields {
            self.site(field.site, &[])?;
            self.decode(&field.decode)?;
            let Some(slot) = field.slot else { continue };
            let layout = self.layout(shape.record)?;
            let Some((name, ty)) = layout.fields.get(slot as usize) else {
                return Err(format!("record {} has no slot {slot}", shape.record.0));
            };
            if let Some(default) = &field.default {
                self.constant(default, ty)?;
            } else if (field.optional || field.tolerant) && !ty.is_optional() {
                return Err(format!("the field {name} may be absent, and its type does not say so"));
            }
        }
        Ok(())
    }

    fn decode(self, decode: &Decode) -> Checked {
        match &decode.kind {
            DecodeKind::Record(shape) => exists("read shape", &self.plan.read_shapes, shape.0),
            DecodeKind::Enum(id) => self.enumeration(*id),
            DecodeKind::List(element) | DecodeKind::Split(_, element) | DecodeKind::Map(element) => {
                self.decode(&element.decode)
            }
            DecodeKind::Leaf(_) => Ok(()),
        }
    }

    fn write_shape(self, shape: &WriteShape) -> Checked {
        shape.fields.iter().try_for_each(|field| self.encode(&field.encode))
    }

    fn encode(self, encode: &Encode) -> Checked {
        match encode {
            Encode::Record(shape) => {
                exists("write shape", &self.plan.write_shapes, shape.0)?;
                let shape = &self.plan.write_shapes[shape.0 as usize];
                let slots = self.layout(shape.record)?.fields.len();
                match shape.fields.iter().find(|field| field.slot as usize >= slots) {
                    None => Ok(()),
                    Some(field) => Err(format!("record {} has no slot {}", shape.record.0, field.slot)),
                }
            }
            Encode::Enum(id) => self.enumeration(*id),
            Encode::List(element) | Encode::Split(_, element) | Encode::Map(element) => self.encode(&element.encode),
            Encode::Leaf(_) => Ok(()),
        }
    }

    fn route(self) -> Checked {
        let mut scope = Scope::new(self, &self.plan.locals)?;
        scope.declare(self.plan.input)?;
        scope.pipeline(&self.plan.pipeline)
    }

    fn function(self, function: &Function) -> Checked {
        let mut scope = Scope::new(self, &function.locals)?;
        function.params.iter().try_for_each(|param| scope.declare(*param))?;
        scope.expr(&function.body).map_err(|wrong| format!("{} in {}", wrong, function.name))
    }
}

/// The locals of a frame, and which of them can be read at this point.
struct Scope<'p> {
    check: Verifier<'p>,
    locals: &'p [Local],
    /// Those that were declared somewhere.
    declared: BTreeSet<LocalId>,
    /// Those that can be read here.
    visible: BTreeSet<LocalId>,
}

impl<'p> Scope<'p> {
    fn new(check: Verifier<'p>, locals: &'p [Local]) -> Result<Self, String> {
        let mut names = BTreeSet::new();
        for local in locals {
            check.ty(&local.ty)?;
            let is_plain = |character: char| character.is_alphanumeric() || character == '_';
            if local.name.is_empty() || !local.name.chars().all(is_plain) || !names.insert(&local.name) {
                return Err(format!("`{}` is no name of a local, or two have it", local.name));
            }
        }
        Ok(Scope { check, locals, declared: BTreeSet::new(), visible: BTreeSet::new() })
    }

    fn declare(&mut self, local: LocalId) -> Checked {
        exists("local", self.locals, local.0)?;
        if !self.declared.insert(local) {
            return Err(format!("local {} is declared twice", self.locals[local.0 as usize].name));
        }
        self.visible.insert(local);
        Ok(())
    }

    fn ty(&self, local: LocalId) -> &'p Ty {
        self.locals.get(local.0 as usize).map_or(&Ty::Never, |local| &local.ty)
    }

    /// Declares `locals` for what `inside` visits.
    fn within(&mut self, locals: &[LocalId], inside: impl FnOnce(&mut Self) -> Checked) -> Checked {
        locals.iter().try_for_each(|local| self.declare(*local))?;
        inside(self)?;
        locals.iter().for_each(|local| {
            self.visible.remove(local);
        });
        Ok(())
    }

    fn assigned(&mut self, local: LocalId, value: &'p Expr) -> Checked {
        self.expr(value)?;
        self.declare(local)?;
        self.want(&value.ty, self.ty(local), "a local")
    }

    fn want(&self, found: &Ty, wanted: &Ty, what: &str) -> Checked {
        if fits(found, wanted) { Ok(()) } else { Err(format!("{what} is {found:?} where it has to be {wanted:?}")) }
    }

    fn pipeline(&mut self, pipeline: &'p Pipeline) -> Checked {
        let shapes = &self.check.plan.write_shapes;
        exists("write shape", shapes, pipeline.write.0)?;
        let outputs = pipeline.stages.last().map_or(0, |stage| stage.outputs.len());
        if let Some(field) =
            shapes[pipeline.write.0 as usize].fields.iter().find(|field| field.slot as usize >= outputs)
        {
            return Err(format!("there is no output {}", field.slot));
        }
        for stage in &pipeline.stages {
            for (local, value) in &stage.lets {
                self.assigned(*local, value)?;
            }
            stage.heads.iter().try_for_each(|head| self.head(head))?;
            for (local, value) in &stage.outputs {
                self.expr(value)?;
                self.declare(*local)?;
                self.want(&value.ty, self.ty(*local), "an output")?;
            }
            for check in &stage.checks {
                self.expr(&check.condition)?;
                self.want(&check.condition.ty, &Ty::Bool, "an invariant")?;
            }
        }
        Ok(())
    }

    fn head(&mut self, head: &'p Head) -> Checked {
        self.expr(head.condition())?;
        self.want(&head.condition().ty, &Ty::Bool, "a condition")?;
        match head {
            Head::Skip { .. } => Ok(()),
            Head::Reject { rejection, .. } => self.expr(rejection),
            Head::Delete { pipeline, .. } => {
                let outside = self.visible.clone();
                self.pipeline(pipeline)?;
                self.visible = outside;
                Ok(())
            }
        }
    }

    fn expr(&mut self, expr: &'p Expr) -> Checked {
        self.check.site(expr.site, self.locals)?;
        self.check.ty(&expr.ty)?;
        self.inside(expr)?;
        self.fit(expr).map_err(|wrong| format!("{wrong}, in `{}`", expr.op.name()))
    }

    /// The parts of an expression, with what it declares for them.
    fn inside(&mut self, expr: &'p Expr) -> Checked {
        match &expr.op {
            Op::Local(Read(local)) => {
                exists("local", self.locals, local.0)?;
                if self.visible.contains(local) {
                    return Ok(());
                }
                Err(format!("local {} is read where it has no value", self.locals[local.0 as usize].name))
            }
            Op::IfPresent(value, bind, then, otherwise) => {
                self.expr(value)?;
                self.within(&[*bind], |scope| scope.expr(then))?;
                self.want(value.ty.required(), self.ty(*bind), "what is bound")?;
                self.expr(otherwise)
            }
            Op::Scope(lets, body) => {
                for (local, value) in lets {
                    self.assigned(*local, value)?;
                }
                self.expr(body)?;
                lets.iter().for_each(|(local, _)| {
                    self.visible.remove(local);
                });
                Ok(())
            }
            Op::For(each) => {
                self.expr(&each.list)?;
                let locals: Vec<LocalId> = [each.item, each.index].into_iter().chain(each.number).collect();
                self.within(&locals, |scope| {
                    each.filter.iter().chain([&each.body]).try_for_each(|part| scope.expr(part))
                })
            }
            Op::Call(_, arguments) => arguments.iter().try_for_each(|argument| match argument {
                Argument::Value(value) => self.expr(value),
                Argument::Lambda { params, body } => self.within(params, |scope| scope.expr(body)),
                Argument::Regex(_) | Argument::Pattern(..) => Ok(()),
            }),
            op => {
                let mut checked = Ok(());
                op.parts(&mut |part| {
                    if checked.is_ok() {
                        checked = self.expr(part);
                    }
                });
                checked
            }
        }
    }

    /// Whether the types of an operation and of its parts fit together.
    fn fit(&self, expr: &'p Expr) -> Checked {
        let ty = &expr.ty;
        let plan = self.check.plan;
        match &expr.op {
            Op::Const(value) => self.check.constant(value, ty),
            Op::Local(Read(local)) => self.want(ty, self.ty(*local), "what is read"),
            Op::Field(record, position) => {
                let found = match &record.ty {
                    Ty::Record(record) => self.check.layout(*record)?.fields.get(*position as usize).map(|(_, ty)| ty),
                    Ty::Tuple(parts) => parts.get(*position as usize),
                    Ty::Never => return Ok(()),
                    _ => None,
                };
                match found {
                    Some(found) => self.want(found, ty, "a field"),
                    None => Err(format!("there is no part {position} of a {:?}", record.ty)),
                }
            }
            Op::Some(value) => self.want(&value.ty.clone().optional(), ty, "what is present"),
            Op::IfPresent(_, _, then, otherwise) | Op::If(_, then, otherwise) => {
                self.want(&then.ty, ty, "a branch")?;
                self.want(&otherwise.ty, ty, "a branch")
            }
            Op::Switch(value, arms, otherwise) => {
                for arm in arms {
                    arm.values.iter().try_for_each(|key| self.check.constant(key, &value.ty))?;
                    self.want(&arm.body.ty, ty, "a branch")?;
                }
                self.want(&otherwise.ty, ty, "a branch")
            }
            Op::Narrow(value) => self.want(value.ty.required(), ty, "what is narrowed"),
            Op::And(left, right) | Op::Or(left, right) => {
                [left, right].iter().try_for_each(|part| self.want(&part.ty, &Ty::Bool, "a condition"))
            }
            Op::Not(value) => self.want(&value.ty, &Ty::Bool, "a condition"),
            Op::Compare(_, left, right) => match fits(&left.ty, &right.ty) || fits(&right.ty, &left.ty) {
                true => self.want(&Ty::Bool, ty, "a comparison"),
                false => Err(format!("{:?} is compared with {:?}", left.ty, right.ty)),
            },
            Op::Arith(_, left, right) => {
                [left, right].iter().try_for_each(|part| self.want(&part.ty, ty, "an operand"))
            }
            Op::Negate(value) | Op::Check(value, _) => self.want(&value.ty, ty, "an operand"),
            Op::CallUser(id, arguments) => self.call(expr, *id, arguments),
            Op::Record(fields) => self.record(ty, fields),
            Op::Scope(_, body) => self.want(&body.ty, ty, "what a scope gives"),
            Op::List(items) => match ty {
                Ty::List(element) => items.iter().try_for_each(|item| self.want(&item.ty, element, "an element")),
                _ => Err(format!("a list is made as {ty:?}")),
            },
            Op::For(each) => match ty {
                Ty::List(element) => self.want(&each.body.ty, element, "an element"),
                _ => Err(format!("a list is made as {ty:?}")),
            },
            Op::Concat(parts) => parts.iter().try_for_each(|part| self.want(&part.ty, &Ty::Str, "a part of a text")),
            Op::Try(value) => self.want(&value.ty.clone().optional(), ty, "what is tried"),
            Op::EnumToStr(id, _) => self.check.enumeration(*id),
            Op::Lookup(table, key) => {
                exists("table", &plan.tables, table.0)?;
                let table = &plan.tables[table.0 as usize];
                self.want(&key.ty, &table.from, "a key")?;
                self.want(&table.to, ty, "what is found")
            }
            Op::Context(_) | Op::IsPresent(_) | Op::Call(..) | Op::Reject(..) | Op::Skip(_) => Ok(()),
            Op::IntToDecimal(_) | Op::ToScalar(_) => Ok(()),
        }
    }

    fn call(&self, expr: &Expr, id: FunctionId, arguments: &[Expr]) -> Checked {
        let functions = &self.check.plan.functions;
        exists("function", functions, id.0)?;
        let called = &functions[id.0 as usize];
        if called.params.len() != arguments.len() {
            return Err(format!("{} is called with {} arguments", called.name, arguments.len()));
        }
        for (param, argument) in called.params.iter().zip(arguments) {
            let wanted = called.locals.get(param.0 as usize).map_or(&Ty::Never, |local| &local.ty);
            self.want(&argument.ty, wanted, "an argument")?;
        }
        self.want(&called.body.ty, &expr.ty, "what is called")
    }

    fn record(&self, ty: &Ty, fields: &[Expr]) -> Checked {
        let wanted: Vec<&Ty> = match ty {
            Ty::Record(record) => self.check.layout(*record)?.fields.iter().map(|(_, ty)| ty).collect(),
            Ty::Tuple(parts) => parts.iter().collect(),
            _ => return Err(format!("a record is made as {ty:?}")),
        };
        if wanted.len() != fields.len() {
            return Err(format!("a record of {} fields has a layout of {}", fields.len(), wanted.len()));
        }
        fields.iter().zip(wanted).try_for_each(|(field, wanted)| self.want(&field.ty, wanted, "a field"))
    }
}
